import Dispatch
public import Logging
public import Storage
public import Values

/// The engine beyond one machine: PostgreSQL 15 or later, a thread a connection.
///
/// Readings see one moment each. Changes of one community are committed in groups, one after another among
/// all copies of the program; communities run side by side. A server that does not sync to its disk is
/// refused.
public final class PostgresDatabase: Database {
    let servers: Servers
    let followers: [Follower]
    let watch: Watch
    private let reads = JobQueue<Turn<Connection>>(bound: 4096)
    private let writes = CommunityQueue(bound: 4096)
    private let threads = DispatchGroup()
    private let tally = Tally()
    private let tables = Tables()
    private let outage: Outage

    private init(_ address: Address, _ plan: Plan, log: Logger) throws {
        servers = Servers(address, tables, memory: plan.memory, log: log)
        outage = Outage(address, log)
        followers = try plan.followers.map { try Address($0).servers.map(Follower.init) } ?? []
        watch = Watch(servers, followers, tables, log: log)
        for number in 1...max(1, plan.readers) {
            let servers = servers, tables = tables, outage = outage, jobs = reads, tally = tally
            startThread("reader \(number)", done: threads) {
                Self.serve(Line(servers, tables, outage), jobs, tally)
            }
        }
        for number in 1...max(1, plan.writers) {
            let group = GroupWriter(line: Line(servers, tables, outage), jobs: writes, tally: tally)
            startThread("writer \(number)", done: threads) { group.serve() }
        }
        for follower in followers {
            let jobs = reads
            let reader = FollowerReader(follower: follower, tables: tables, tally: tally) { job in
                if !jobs.add(job) { job.finish(StorageFault.busy) }
            }
            for number in 1...max(1, plan.readers) {
                startThread("follower \(number)", done: threads) { reader.serve() }
            }
        }
    }

    /// How many connections there may be, and what stands beside the server that leads.
    public struct Plan: Sendable {
        public var readers = 6
        public var writers = 4
        /// The address of servers that follow, for what may be a few seconds old.
        public var followers: String?
        /// The file that keeps the newest timeline seen, so that a server left behind is known as such.
        public var memory: String?

        public init() {}
    }

    /// Opens the database at an address as libpq reads it: `postgresql://…`, TLS by its `sslmode`; where it
    /// names several servers, the one that leads is found among them.
    ///
    /// - Throws: ``StorageFault`` where it cannot be reached or does not keep its promise of durability.
    public static func open(
        _ address: String, _ plan: Plan = Plan(), log: Logger
    ) async throws -> PostgresDatabase {
        let database = try PostgresDatabase(try Address(address), plan, log: log)
        do {
            await database.beginWatch()
            _ = try await database.read { try $0.number("SELECT 1") }
        } catch {
            database.close()
            throw error
        }
        return database
    }

    private func beginWatch() async {
        let watch = watch, threads = threads
        await withCheckedContinuation { (waiter: CheckedContinuation<Void, Never>) in
            startThread("watch", done: threads) {
                watch.begin(threads)
                waiter.resume()
            }
        }
    }

    /// What keeps changes from being taken: nobody leads, or nobody confirms.
    public var trouble: StorageFault? { watch.trouble }

    private static func serve(_ line: Line, _ jobs: JobQueue<Turn<Connection>>, _ tally: Tally) {
        while let job = jobs.take(1)?.first {
            do {
                if job.isStale { throw StorageFault.busy }
                try read(job, line)
                job.finish(nil)
            } catch { job.finish(error) }
            tally.didRead()
        }
    }

    /// Runs a reading; over another connection once more, where the first turns out to be lost.
    private static func read(_ job: Turn<Connection>, _ line: Line) throws {
        let connection = try line.ready()
        do {
            try connection.reading(job.run)
        } catch  where connection.link.isLost {
            try line.ready().reading(job.run)
        }
    }

    public func read<T: Sendable>(_ body: @escaping @Sendable (any Reading) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { (waiter: CheckedContinuation<T, any Error>) in
            let job = Turn<Connection>(waiter, body)
            if !reads.add(job) { job.finish(StorageFault.busy) }
        }
    }

    /// By a server that follows, where one is near enough; else, and where that fails, by the one that leads.
    public func readNearby<T: Sendable>(
        _ body: @escaping @Sendable (any Reading) throws -> T
    ) async throws -> T {
        let turn = servers.turn
        guard let follower = followers.first(where: { $0.isNear(in: turn) }) else {
            return try await read(body)
        }
        let reads = reads
        return try await withCheckedThrowingContinuation { (waiter: CheckedContinuation<T, any Error>) in
            let job = Turn<Connection>(waiter, body)
            if !follower.jobs.add(job), !reads.add(job) { job.finish(StorageFault.busy) }
        }
    }

    @discardableResult
    public func write<T: Sendable>(
        in community: Identifier, _ body: @escaping @Sendable (any Writing) throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { (waiter: CheckedContinuation<T, any Error>) in
            let job = Turn<Connection>(waiter, body)
            if !writes.add(job, in: community) { job.finish(StorageFault.busy) }
        }
    }

    /// All or nothing, and one copy of the program at a time: the others wait, and find it done.
    public func migrate(_ migrations: [Migration]) async throws {
        tables.learn(migrations)
        if try await read({ try HouseSchema.isComplete(migrations, $0) }) { return }
        try await alone { connection in
            try connection.begin(in: Identifier(high: .max, low: .max))
            for statement in HouseSchema.statements { try connection.run(SQL(trusted: statement)) }
            try Migrator(writing: connection, bytes: "BYTEA", keyed: "").run(migrations)
            try connection.commit()
        }
    }

    /// Whether a house was ever opened there.
    public func holdsTables() async throws -> Bool { try await read(HouseSchema.isThere) }

    /// Takes away every table of the house: for what is known to be worth nothing.
    public func dropTables() async throws {
        try await alone { connection in
            try connection.begin(in: Identifier(high: .max, low: .max))
            for name in try HouseSchema.tables(connection) {
                try connection.run(SQL(trusted: "DROP TABLE \"\(name)\" CASCADE"))
            }
            try connection.commit()
        }
    }

    /// Of every table of the house: until the server's own daemon comes round to it, it plans as for tables
    /// that hold nothing, and a walk of every stay takes minutes.
    public func weigh() async throws {
        try await alone { connection in
            for name in try HouseSchema.tables(connection) {
                try connection.run(SQL(trusted: "ANALYZE \"\(name)\""))
            }
        }
    }

    /// Runs `body` on a thread and a connection of its own.
    func alone<T: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> T
    ) async throws -> T {
        let servers = servers, tables = tables, threads = threads, outage = outage
        return try await withCheckedThrowingContinuation { (waiter: CheckedContinuation<T, any Error>) in
            startThread("alone", done: threads) {
                waiter.resume(
                    with: Result {
                        let connection = try Line(servers, tables, outage).ready()
                        // A schema or a check takes the time it takes, also where another copy brings it.
                        try connection.run("SET statement_timeout = 0")
                        try connection.run("SET lock_timeout = '120s'")
                        return try body(connection)
                    })
            }
        }
    }

    /// What the server's files are is for its own means to copy, `pg_basebackup` or `pg_dump`; the rows of a
    /// house are copied by walking them.
    ///
    /// - Throws: ``StorageFault/other``, which says so.
    public func copy(to path: String) async throws {
        throw StorageFault.other("a server's files are copied by pg_basebackup: see docs/guides/durability.md")
    }

    /// Pages whose checksum was wrong, indexes that do not hold, and, where the database has `amcheck`,
    /// whether every index agrees with its table.
    public func inspect() async throws -> [String] {
        try await alone { connection in try connection.reading(HouseSchema.faults) }
    }

    public var counters: [String: Int64] { tally.all }

    public func close() {
        watch.close()
        followers.forEach { $0.jobs.close() }
        writes.close()
        reads.close()
        threads.wait()
    }
}
