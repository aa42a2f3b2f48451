import Dispatch
import Foundation
import GRDB
public import Storage
import Synchronization
public import Values

/// The embedded engine: one file, one writing thread that commits in groups, reading threads beside it.
///
/// WAL with `synchronous=FULL`, read back and asserted at the start: a change is on the disk before its
/// caller hears.
public final class SQLiteDatabase: Storage.Database {
    typealias ReadJob = @Sendable (Connection) -> Void

    private let path: String
    private let writes = JobQueue<WriteJob>(bound: 4096)
    private let reads = JobQueue<ReadJob>(bound: 4096)
    private let threads = DispatchGroup()
    private let tally = TallyBox()
    private let tables = Tables()

    /// Opens or makes the file.
    ///
    /// - Parameters: `readers`: how many threads read side by side.
    /// - Throws: ``StorageFault`` where the file cannot be opened or does not keep its promise of durability.
    public init(path: String, readers: Int = 2) throws {
        self.path = path
        let writer = try Self.open(path, readOnly: false)
        try Self.assertDurable(writer, tables)
        let group = GroupWriter(queue: writer, jobs: writes, tables: tables, tally: tally)
        startThread("writer", done: threads) { group.serve() }
        for number in 1...max(1, readers) {
            let reader = try Self.open(path, readOnly: true)
            let jobs = reads, tables = tables, tally = tally
            startThread("reader \(number)", done: threads) { Self.serve(reader, jobs, tables, tally) }
        }
    }

    private static func open(_ path: String, readOnly: Bool) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        if !readOnly { configuration.journalMode = .wal }
        configuration.prepareDatabase { database in
            try database.execute(
                sql: "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000; PRAGMA mmap_size = 0")
        }
        do {
            return try DatabaseQueue(path: path, configuration: configuration)
        } catch let error as DatabaseError {
            throw StorageFault(error)
        }
    }

    /// GRDB lowers `synchronous` when it turns on WAL, so it is set afterwards and read back.
    private static func assertDurable(_ queue: DatabaseQueue, _ tables: Tables) throws {
        do {
            try queue.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 8000")
                let level = try Int.fetchOne(database, sql: "PRAGMA synchronous")
                let journal = try String.fetchOne(database, sql: "PRAGMA journal_mode")
                guard level == 2, journal == "wal" else {
                    throw StorageFault.other("synchronous \(level ?? -1), journal \(journal ?? "none")")
                }
                let connection = Connection(database, tables)
                try connection.execute(Connection.wordSchema)
                try connection.execute(Connection.countSchema)
            }
        } catch let error as DatabaseError {
            throw StorageFault(error)
        }
    }

    private static func serve(
        _ queue: DatabaseQueue, _ jobs: JobQueue<ReadJob>, _ tables: Tables, _ tally: TallyBox
    ) {
        queue.inDatabase { database in
            let connection = Connection(database, tables)
            while let job = jobs.take(1) {
                job[0](connection)
                tally.reads.add(1, ordering: .relaxed)
            }
        }
    }

    public func read<T: Sendable>(_ body: @escaping @Sendable (any Reading) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { (waiter: CheckedContinuation<T, any Error>) in
            let isTaken = reads.add { connection in
                waiter.resume(with: Result { try connection.snapshot(body) })
            }
            if !isTaken { waiter.resume(throwing: StorageFault.busy) }
        }
    }

    @discardableResult
    public func write<T: Sendable>(
        in community: Identifier, _ body: @escaping @Sendable (any Writing) throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { (waiter: CheckedContinuation<T, any Error>) in
            let outcome = Outcome<T>()
            let job = WriteJob(
                run: { connection in outcome.value = try body(connection) },
                finish: { error in
                    if let value = outcome.value, error == nil { return waiter.resume(returning: value) }
                    waiter.resume(throwing: error ?? StorageFault.other("a change left no answer"))
                })
            if !writes.add(job) { waiter.resume(throwing: StorageFault.busy) }
        }
    }

    /// The answer of one change, kept until its group is durable. Only the writing thread touches it.
    private final class Outcome<T>: @unchecked Sendable { var value: T? }

    public func migrate(_ migrations: [Migration]) async throws {
        tables.learn(migrations)
        try await write(in: Identifier(high: 0, low: 0)) { writing in
            try Migrator(writing: writing).run(migrations)
        }
    }

    /// `VACUUM INTO` reads one consistent moment and writes a compact file, synced before it returns.
    public func copy(to path: String) async throws {
        let source = self.path
        try await Task.detached {
            let queue = try Self.open(source, readOnly: true)
            try queue.inDatabase { database in
                do { try database.execute(sql: "VACUUM INTO ?", arguments: [path]) } catch let error
                    as DatabaseError
                {
                    throw StorageFault(error)
                }
            }
            try queue.close()
        }.value
    }

    public func inspect() async throws -> [String] {
        try await read { reading in
            let found = try reading.all("PRAGMA integrity_check(100)") { $0.text(0) }.filter { $0 != "ok" }
            let orphans = try reading.all("PRAGMA foreign_key_check") {
                "foreign key: \($0.text(0)) → \($0.text(2))"
            }
            return found + orphans
        }
    }

    public var counters: [String: Int64] { tally.all }

    public func close() {
        writes.close()
        reads.close()
        threads.wait()
    }
}

/// Counters that several threads add to.
final class TallyBox: Sendable {
    let commits = Atomic<Int64>(0)
    let changes = Atomic<Int64>(0)
    let undone = Atomic<Int64>(0)
    let reads = Atomic<Int64>(0)

    var all: [String: Int64] {
        [
            "commits": commits.load(ordering: .relaxed), "changes": changes.load(ordering: .relaxed),
            "undone": undone.load(ordering: .relaxed), "reads": reads.load(ordering: .relaxed),
        ]
    }
}

extension Connection {
    /// Runs `body` inside one deferred transaction, so that all its queries see the same moment.
    func snapshot<T>(_ body: (any Reading) throws -> T) throws -> T {
        try begin(writing: false)
        let result = Result { try body(self) }
        try run("COMMIT")
        return try result.get()
    }
}
