import Foundation
import Storage
import Synchronization
import Testing
import Trials
import Values

@testable import StoragePostgres

/// Groups, locks and losses: what one file never has to promise.
@Suite(.enabled(if: TrialServer.isThere, "LINLI_POSTGRES names no server"))
struct PromiseTests {
    private static let schema = [
        Migration(
            name: "t",
            text: """
                CREATE TABLE t (n BIGINT NOT NULL PRIMARY KEY, text TEXT);
                CREATE TABLE tally (one BIGINT NOT NULL PRIMARY KEY, sum BIGINT NOT NULL)
                """)
    ]

    private func withTable(_ body: (String, PostgresDatabase) async throws -> Void) async throws {
        try await withSchemaName { schema in
            let database = try await TrialServer.open(schema)
            defer { database.close() }
            try await database.migrate(Self.schema)
            try await body(schema, database)
        }
    }

    @Test func groupsWaitingChanges() async throws {
        try await withTable { _, database in
            let before = database.counters
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 1...512 {
                    group.addTask {
                        try await database.write(in: .trial(1)) { writing in
                            _ = try writing.run("INSERT INTO t (n) VALUES (\(number))")
                        }
                    }
                }
                try await group.waitForAll()
            }
            let changes = (database.counters["changes"] ?? 0) - (before["changes"] ?? 0)
            let commits = (database.counters["commits"] ?? 0) - (before["commits"] ?? 0)
            #expect(changes == 512)
            #expect(commits * 8 <= changes)
        }
    }

    /// One community's change waits inside until the other's is done: it can only end where they run at once.
    @Test(.timeLimit(.minutes(4))) func communitiesRunSideBySide() async throws {
        try await withTable { _, database in
            let isOtherDone = DispatchSemaphore(value: 0)
            async let first: Void = database.write(in: .trial(1)) { writing in
                _ = try writing.run("INSERT INTO t (n) VALUES (1)")
                isOtherDone.wait()
            }
            try await database.write(in: .trial(2)) { writing in
                _ = try writing.run("INSERT INTO t (n) VALUES (2)")
            }
            isOtherDone.signal()
            try await first
            #expect(try await database.read { try $0.number("SELECT COUNT(1) FROM t") } == 2)
        }
    }

    /// Two copies of the program read, add and write back: nothing is lost, for they wait for each other.
    @Test func aCommunityIsOneOrderAmongCopies() async throws {
        try await withTable { schema, database in
            let other = try await TrialServer.open(schema)
            defer { other.close() }
            try await database.write(in: .trial(1)) { writing in
                _ = try writing.run("INSERT INTO tally (one, sum) VALUES (1, 0)")
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<200 {
                    group.addTask {
                        try await (number % 2 == 0 ? database : other).write(in: .trial(1)) { writing in
                            let sum = try writing.number("SELECT sum FROM tally WHERE one = 1")
                            _ = try writing.run("UPDATE tally SET sum = \(sum + 1) WHERE one = 1")
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await database.read { try $0.number("SELECT sum FROM tally WHERE one = 1") } == 200)
        }
    }

    @Test func copiesThatStartAtOnceBringOneSchema() async throws {
        try await withSchemaName { schema in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 1...4 {
                    group.addTask {
                        let database = try await TrialServer.open(schema, readers: 1, writers: 1)
                        defer { database.close() }
                        try await database.migrate(Self.schema)
                        #expect(try await database.holdsTables())
                        #expect(try await database.inspect() == [])
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    /// A migration that fails leaves no table behind.
    @Test func aSchemaComesWholeOrNotAtAll() async throws {
        try await withSchema { database in
            let broken = [Migration(name: "b", text: "CREATE TABLE a (n BIGINT); CREATE TABLE b (n NOTHING)")]
            await #expect(throws: StorageFault.self) { try await database.migrate(broken) }
            #expect(try await !database.holdsTables())
            try await database.migrate(Self.schema)
            try await database.dropTables()
            #expect(try await !database.holdsTables())
        }
    }

    /// The connection is cut before the commit was sent: the change runs once more, and stands once.
    @Test func aLossBeforeTheCommitIsMended() async throws {
        try await withTable { schema, database in
            let runs = Atomic(0)
            try await database.write(in: .trial(1)) { writing in
                let run = runs.add(1, ordering: .relaxed).newValue
                try writing.run("INSERT INTO tally (one, sum) VALUES (1, \(run))")
                if run == 1 { _ = try writing.run("SELECT pg_terminate_backend(pg_backend_pid())") }
            }
            let sums = try await database.read { try $0.all("SELECT sum FROM tally") { $0.integer(0) } }
            #expect(sums == [2])
            let readings = Atomic(0)
            let one = try await database.read { reading in
                if readings.add(1, ordering: .relaxed).newValue == 1 {
                    _ = try reading.number("SELECT pg_terminate_backend(pg_backend_pid())")
                }
                return try reading.number("SELECT COUNT(1) FROM tally")
            }
            #expect(one == 1)
        }
    }

    /// The server goes while it commits: its caller hears that nobody knows, and nothing is tried again.
    @Test func aLostAnswerToTheCommitIsNotGuessed() async throws {
        try await withTable { schema, database in
            try await database.write(in: .trial(1)) { writing in
                for statement in Self.cutAtCommit { _ = try writing.run(SQL(trusted: statement)) }
            }
            let runs = Atomic(0)
            await #expect(throws: StorageFault.unsure) {
                try await database.write(in: .trial(1)) { writing in
                    runs.add(1, ordering: .relaxed)
                    _ = try writing.run("INSERT INTO t (n) VALUES (1)")
                }
            }
            #expect(runs.load(ordering: .relaxed) == 1)
            // It recovers by itself.
            #expect(try await database.read { try $0.number("SELECT COUNT(1) FROM t") } == 0)
        }
    }

    private static let cutAtCommit = [
        """
        CREATE FUNCTION cut_off() RETURNS TRIGGER LANGUAGE plpgsql AS
        $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$
        """,
        """
        CREATE CONSTRAINT TRIGGER cut_off AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION cut_off()
        """,
    ]

    /// A deferred constraint that breaks at the commit undoes the whole group, and says so.
    @Test func aCommitThatFailsIsNoCommit() async throws {
        try await withTable { _, database in
            try await database.write(in: .trial(1)) { writing in
                _ = try writing.run(
                    SQL(
                        trusted:
                            "ALTER TABLE t ADD CONSTRAINT t_text UNIQUE (text) DEFERRABLE INITIALLY DEFERRED")
                )
            }
            await #expect(throws: StorageFault.constraint("t_text")) {
                try await database.write(in: .trial(1)) { writing in
                    _ = try writing.run("INSERT INTO t (n, text) VALUES (1, 'a'), (2, 'a')")
                }
            }
            #expect(try await database.read { try $0.number("SELECT COUNT(1) FROM t") } == 0)
        }
    }

    @Test(arguments: ["off", "local", "remote_write"])
    func aServerThatDoesNotKeepItsPromiseIsRefused(_ level: String) async throws {
        try await withSchemaName { schema in
            let address = try TrialServer.address(of: schema) + "%20-csynchronous_commit%3D\(level)"
            await #expect(throws: StorageFault.self) {
                try await PostgresDatabase.open(address, log: TrialServer.log)
            }
        }
    }

    @Test func aServerThatIsNotThereIsAway() async throws {
        await #expect(throws: StorageFault.away) {
            try await PostgresDatabase.open("postgresql://linli@127.0.0.1:1/linli", log: TrialServer.log)
        }
    }

    @Test func aReadingChangesNothing() async throws {
        try await withTable { _, database in
            await #expect(throws: StorageFault.readOnly) {
                try await database.read { try $0.number("INSERT INTO t (n) VALUES (1) RETURNING n") }
            }
            let count = try await database.read { try $0.number("SELECT COUNT(1) FROM t") }
            #expect(count == 0)
        }
    }

    /// Another's lock is waited for until the statement's time is over, and no longer.
    @Test func aLockThatIsNotHadInTimeIsBusy() async throws {
        try await withTable { _, database in
            await #expect(throws: StorageFault.busy) {
                try await database.write(in: .trial(1)) { writing in
                    _ = try writing.run("SET LOCAL statement_timeout = '50ms'")
                    _ = try writing.number("SELECT 1 FROM pg_sleep(5)")
                }
            }
        }
    }

    /// More texts than are kept, and every pattern of nulls in one of them.
    @Test func statementsAreForgottenAndNullsFitAnywhere() async throws {
        try await withTable { _, database in
            let sum = try await database.read { reading in
                try (1...900).reduce(Int64(0)) { sum, number in
                    try sum + reading.number(SQL(trusted: "SELECT \(number)"))
                }
            }
            #expect(sum == 900 * 901 / 2)
            try await database.write(in: .trial(1)) { writing in
                for number in 1...20 {
                    let text: String? = number % 3 == 0 ? nil : "x"
                    _ = try writing.run("INSERT INTO t (n, text) VALUES (\(number), \(text))")
                }
            }
            let nulls = try await database.read { try $0.number("SELECT COUNT(1) FROM t WHERE text IS NULL") }
            #expect(nulls == 6)
            let sent = try await database.write(in: .trial(1)) { writing in
                try writing.number(
                    """
                    SELECT COUNT(1) FROM pg_prepared_statements
                    WHERE statement LIKE 'INSERT INTO t (n, text)%'
                    """)
            }
            #expect(sent <= 2)
        }
    }

    /// Whether nothing was in flight is known, and then what was made of it is kept.
    @Test func whatIsMadeOfEverythingIsKeptInQuietMoments() async throws {
        try await withTable { _, database in
            let made = Kept<Int, Int>(most: 10, of: .everything)
            var isKept = false
            // Other tests write into the same server meanwhile.
            let end = ContinuousClock.now + .seconds(150)
            var round = 0
            while !isKept, ContinuousClock.now < end {
                round += 1
                let asked = round
                _ = try await database.read { try made.value(1, $0) { _ in asked } }
                isKept = try await database.read { try made.value(1, $0) { _ in 0 } } == round
                if !isKept { try await Task.sleep(for: .milliseconds(5)) }
            }
            #expect(isKept)
        }
    }
}

/// Lines of waiting changes.
@Suite struct CommunityQueueTests {
    @Test func aFullQueueTakesNoMore() async throws {
        let queue = CommunityQueue(bound: 2)
        for number in 1...3 {
            let isTaken = queue.add(try await job(), in: .trial(UInt64(number)))
            #expect(isTaken == (number < 3))
        }
        queue.close()
        #expect(queue.add(try await job(), in: .trial(1)) == false)
        #expect(queue.take(10)?.community == .trial(1))
        #expect(queue.take(10)?.community == .trial(2))
        #expect(queue.take(10) == nil)
    }

    @Test func aLineIsWithOneThreadAtATime() async throws {
        let queue = CommunityQueue(bound: 10)
        for community in [1, 1, 1, 2] as [UInt64] { _ = queue.add(try await job(), in: .trial(community)) }
        let first = queue.take(2)
        #expect(first?.community == .trial(1) && first?.jobs.count == 2)
        #expect(queue.take(2)?.community == .trial(2))
        queue.close()
        queue.done(.trial(1))
        #expect(queue.take(2)?.jobs.count == 1)
    }

    /// A job that nobody waits for any more.
    private func job() async throws -> Turn<Connection> {
        let box = Mutex<Turn<Connection>?>(nil)
        _ = try? await withCheckedThrowingContinuation { (waiter: CheckedContinuation<Void, any Error>) in
            let job = Turn<Connection>(waiter) { _ in }
            box.withLock { $0 = job }
            job.finish(StorageFault.closed)
        }
        return try #require(box.withLock { $0 })
    }
}
