import Dispatch
import Foundation
import GRDB
public import Storage
public import Values

/// The embedded engine: one file, one writing thread that commits in groups, reading threads beside it.
///
/// WAL with `synchronous=FULL`, read back and asserted at the start: a change is on the disk before its
/// caller hears.
public final class SQLiteDatabase: Storage.Database {
    private let path: String
    private let writes = JobQueue<Turn<Connection>>(bound: 4096)
    private let reads = JobQueue<Turn<Connection>>(bound: 4096)
    private let writing = DispatchGroup()
    private let reading = DispatchGroup()
    private let tally = Tally()
    private let tables = Tables()
    private let health = Health()

    /// Opens or makes the file.
    ///
    /// - Parameters: `readers`: how many threads read side by side.
    /// - Throws: ``StorageFault`` where the file cannot be opened or does not keep its promise of durability.
    public init(path: String, readers: Int = 2) throws {
        self.path = path
        try Recovery.run(at: path)
        let writer = try Self.openWriter(path, tables)
        let group = GroupWriter(path: path, health: health, jobs: writes, tables: tables, tally: tally)
        startThread("writer", done: writing) { group.serve(writer) }
        for number in 1...max(1, readers) {
            let reader = try Self.open(path, readOnly: true)
            let jobs = reads, tables = tables, tally = tally, health = health
            startThread("reader \(number)", done: reading) {
                Self.serve(reader, jobs, tables, tally)
                health.closing(reader)
            }
        }
    }

    /// The one connection that changes rows.
    static func openWriter(_ path: String, _ tables: Tables) throws -> DatabaseQueue {
        let writer = try open(path, readOnly: false)
        try assertDurable(writer, tables)
        return writer
    }

    private static func open(_ path: String, readOnly: Bool) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        if !readOnly { configuration.journalMode = .wal }
        // In kB, filled as pages are touched. The writer comes by the leaves of every index of every
        // community; what it does not hold it asks the system for again.
        let cache = readOnly ? 8_000 : 48_000
        configuration.prepareDatabase { database in
            try database.execute(
                sql: "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -\(cache); PRAGMA mmap_size = 0")
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
        _ queue: DatabaseQueue, _ jobs: JobQueue<Turn<Connection>>, _ tables: Tables, _ tally: Tally
    ) {
        queue.inDatabase { database in
            let connection = Connection(database, tables)
            while let job = jobs.take(1)?.first {
                do {
                    try job.run(connection)
                    job.finish(nil)
                } catch { job.finish(error) }
                tally.didRead()
            }
        }
    }

    public func read<T: Sendable>(_ body: @escaping @Sendable (any Reading) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { (waiter: CheckedContinuation<T, any Error>) in
            let job = Turn<Connection>(waiter) { connection in try connection.snapshot(body) }
            if !reads.add(job) { job.finish(StorageFault.busy) }
        }
    }

    @discardableResult
    public func write<T: Sendable>(
        in community: Identifier, _ body: @escaping @Sendable (any Writing) throws -> T
    ) async throws -> T {
        if let trouble { throw trouble }
        return try await withCheckedThrowingContinuation { (waiter: CheckedContinuation<T, any Error>) in
            let job = Turn<Connection>(waiter, body)
            if !writes.add(job) { job.finish(StorageFault.busy) }
        }
    }

    public func migrate(_ migrations: [Migration]) async throws {
        tables.learn(migrations)
        try await write(in: Identifier(high: 0, low: 0)) { writing in
            try Migrator(writing: writing, bytes: "BLOB", keyed: "WITHOUT ROWID").run(migrations)
            try TableWeights(writing: writing).tell()
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

    public func inspect() async throws -> [String] { try await read { Inspection.faults($0) } }

    /// The same of a file that may be too broken to be opened for service.
    public static func inspect(_ path: String) throws -> [String] {
        do {
            return try open(path, readOnly: true).inDatabase { Inspection.faults(Connection($0, Tables())) }
        } catch let error as DatabaseError {
            return ["the file cannot be opened: \(StorageFault(error))"]
        }
    }

    public var trouble: StorageFault? { health.trouble }

    public var counters: [String: Int64] { tally.all }

    public func close() {
        health.close()
        reads.close()
        reading.wait()
        // The writer goes last: only then does it bring the log into the file.
        writes.close()
        writing.wait()
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
