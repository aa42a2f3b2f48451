import Foundation
import Storage
import Testing
import Trials
import Values

@testable import StoragePostgres

/// Who leads, and on what terms a change is taken: on one server here, on two in `make copies`.
@Suite(.enabled(if: TrialServer.isThere, "LINLI_POSTGRES names no server"))
struct ReignTests {
    private static let schema = [
        Migration(name: "t", text: "CREATE TABLE t (n BIGINT NOT NULL PRIMARY KEY, text TEXT)")
    ]

    private func withTable(_ body: (String, PostgresDatabase) async throws -> Void) async throws {
        try await withSchemaName { schema in
            let database = try await TrialServer.open(schema)
            defer { database.close() }
            try await database.migrate(Self.schema)
            try await body(schema, database)
        }
    }

    private func change(_ database: PostgresDatabase, _ number: Int) async throws {
        try await database.write(in: .trial(1)) { writing in
            _ = try writing.run("INSERT INTO t (n) VALUES (\(number))")
        }
    }

    /// What a person at the server does, past the program.
    private func tell(_ schema: String, _ set: String) async throws {
        try await TrialServer.tell("UPDATE \(schema).reign SET \(set) WHERE one = 1")
    }

    /// Waits for a look, which comes each second.
    private func see(_ fault: StorageFault?, _ database: PostgresDatabase) async throws {
        let end = ContinuousClock.now + .seconds(60)
        while database.trouble != fault, ContinuousClock.now < end {
            try await Task.sleep(for: .milliseconds(20))
        }
        #expect(database.trouble == fault)
    }

    @Test func whereASecondIsDemandedAndNoneStandsNothingIsTaken() async throws {
        try await withTable { schema, database in
            try await change(database, 1)
            try await tell(schema, "is_doubled = 1")
            await #expect(throws: StorageFault.alone) { try await change(database, 2) }
            #expect(try await database.read { try $0.number("SELECT COUNT(1) FROM t") } == 1)
            try await see(.alone, database)
        }
    }

    @Test func aPersonsOrderLetsOneServerGoOnForAWhile() async throws {
        try await withTable { schema, database in
            try await tell(schema, "is_doubled = 1")
            try await database.goOnAlone(for: 3600, because: "the second machine is being mended")
            try await change(database, 1)
            try await see(nil, database)
            let state = try await database.state()
            #expect(state.isSecondDemanded && !state.hasSecond && (3500...3600).contains(state.aloneFor))
            #expect(state.aloneReason == "the second machine is being mended")
            try await database.goOnAlone(for: 0, because: "")
            await #expect(throws: StorageFault.alone) { try await change(database, 2) }
            // An order for another timeline is none for this one.
            try await database.goOnAlone(for: 3600, because: "again")
            try await tell(schema, "alone_on = 7")
            await #expect(throws: StorageFault.alone) { try await change(database, 2) }
        }
    }

    @Test func aSecondIsNotDemandedWhereNoneStands() async throws {
        try await withTable { _, database in
            await #expect(throws: StorageFault.alone) { try await database.demandSecond(true) }
            try await change(database, 1)
            try await database.demandSecond(false)
            try await change(database, 2)
        }
    }

    /// A copy that starts while nothing may be written serves what is there.
    @Test func aCopyStartsAlthoughNothingIsTaken() async throws {
        try await withTable { schema, database in
            try await change(database, 1)
            try await tell(schema, "is_doubled = 1")
            let late = try await TrialServer.open(schema)
            defer { late.close() }
            try await late.migrate(Self.schema)
            #expect(try await late.read { try $0.number("SELECT COUNT(1) FROM t") } == 1)
            let more = Self.schema + [Migration(name: "u", text: "CREATE TABLE u (n BIGINT)")]
            await #expect(throws: StorageFault.alone) { try await late.migrate(more) }
        }
    }

    @Test func aServerThatWasLeftBehindTakesNothing() async throws {
        try await withTable { schema, database in
            try await tell(schema, "timeline = 99")
            await #expect(throws: StorageFault.away) { try await change(database, 1) }
            await #expect(throws: StorageFault.away) {
                try await database.goOnAlone(for: 60, because: "no")
            }
            try await see(.away, database)
            #expect(try await database.read { try $0.number("SELECT COUNT(1) FROM t") } == 0)
        }
    }

    /// A timeline once seen is not gone back on, also after a new start.
    @Test func whoHasSeenANewerTimelineHearsNoOlderServer() async throws {
        try await withSchemaName { schema in
            try await withFolder { folder in
                var plan = PostgresDatabase.Plan()
                plan.memory = folder.appendingPathComponent("timeline").path
                let address = try TrialServer.address(of: schema)
                let first = try await PostgresDatabase.open(address, plan, log: TrialServer.log)
                first.close()
                let kept = try String(contentsOfFile: plan.memory ?? "", encoding: .utf8)
                #expect(kept.hasSuffix(" 1\n"))
                // Of another server's copies it says nothing.
                try "7 2\n".write(toFile: plan.memory ?? "", atomically: true, encoding: .utf8)
                let second = try await PostgresDatabase.open(address, plan, log: TrialServer.log)
                second.close()
                #expect(try String(contentsOfFile: plan.memory ?? "", encoding: .utf8) == kept)
                let newer = kept.replacing(" 1\n", with: " 2\n")
                try newer.write(toFile: plan.memory ?? "", atomically: true, encoding: .utf8)
                await #expect(throws: StorageFault.away) {
                    try await PostgresDatabase.open(address, plan, log: TrialServer.log)
                }
            }
        }
    }

    @Test func theOneThatLeadsIsFoundAmongSeveral() async throws {
        try await withSchemaName { schema in
            let address = try TrialServer.address(of: schema)
            let several = address.replacing("host=", with: "target_session_attrs=read-write&host=/nowhere,")
            try #require(several != address)
            let database = try await PostgresDatabase.open(several, log: TrialServer.log)
            defer { database.close() }
            try await database.migrate(Self.schema)
            try await change(database, 1)
            let state = try await database.state()
            #expect(state.servers.map(\.role) == [.doesNotAnswer, .leads(timeline: 1)])
        }
    }

    /// A commit that was not waited for is told by a warning; a role that hears none would take it for done.
    @Test func warningsAreHeardWhateverTheRoleSays() async throws {
        try await withSchemaName { schema in
            let address = try TrialServer.address(of: schema) + "%20-cclient_min_messages%3Derror"
            let database = try await PostgresDatabase.open(address, log: TrialServer.log)
            defer { database.close() }
            try await database.migrate(Self.schema)
            try await database.write(in: .trial(1)) { writing in
                for statement in Self.warningAtCommit { _ = try writing.run(SQL(trusted: statement)) }
            }
            await #expect(throws: StorageFault.unsure) { try await change(database, 1) }
        }
    }

    /// As the server does when a commit is told to wait for its standby no longer.
    private static let warningAtCommit = [
        """
        CREATE FUNCTION warn() RETURNS TRIGGER LANGUAGE plpgsql AS
        $$ BEGIN RAISE WARNING 'not waited for'; RETURN NULL; END $$
        """,
        """
        CREATE CONSTRAINT TRIGGER warn AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION warn()
        """,
    ]

    /// A server that leads follows nobody, and one that is gone answers nothing: both times the leader does.
    @Test(arguments: [false, true]) func whatNoFollowerAnswersTheLeaderDoes(_ isGone: Bool) async throws {
        try await withSchemaName { schema in
            let address = try TrialServer.address(of: schema)
            var plan = PostgresDatabase.Plan()
            plan.followers = isGone ? address.replacing("host=", with: "host=/nowhere") : address
            let database = try await PostgresDatabase.open(address, plan, log: TrialServer.log)
            defer { database.close() }
            try await database.migrate(Self.schema)
            try await change(database, 1)
            database.followers.forEach { $0.note(isNear: isGone, in: database.servers.turn) }
            #expect(try await database.readNearby { try $0.number("SELECT COUNT(1) FROM t") } == 1)
            #expect(database.counters["followed"] == 0)
            #expect(database.followers.allSatisfy { !$0.isNear(in: database.servers.turn) })
        }
    }

    @Test func whatIsWeighedIsKnownToThePlanner() async throws {
        try await withTable { schema, database in
            try await database.write(in: .trial(1)) { writing in
                _ = try writing.run("INSERT INTO t (n) SELECT * FROM generate_series(1, 5000)")
            }
            try await database.weigh()
            let rows = try await database.read { reading in
                try reading.number(
                    """
                    SELECT CAST(reltuples AS BIGINT) FROM pg_class
                    WHERE oid = CAST(\(schema + ".t") AS regclass)
                    """)
            }
            #expect(rows == 5000)
        }
    }
}

/// What is decided without a server.
@Suite struct ReignRuleTests {
    @Test(arguments: [
        ("postgresql://a/x", ["host=a dbname=x"]),
        ("postgresql://a:1,b:2/x", ["host=a port=1 dbname=x", "host=b port=2 dbname=x"]),
        ("host=a,b port=7 dbname=x", ["host=a port=7 dbname=x", "host=b port=7 dbname=x"]),
        ("postgresql:///x?host=/one,/two", ["host=/one dbname=x", "host=/two dbname=x"]),
    ])
    func eachServerOfAnAddressIsKnown(_ text: String, _ servers: [String]) throws {
        #expect(try Address(text).servers.map(\.description) == servers)
    }

    @Test func listsOfTwoLengthsAreNoAddress() {
        #expect(throws: StorageFault.self) { try Address("host=a,b,c port=1,2 dbname=x") }
    }

    @Test(arguments: [
        ("000000010000000000000003", 1 as Int64?), ("0000001F00000000000000A0", 31), ("", nil),
    ])
    func aFileOfTheLogNamesItsTimeline(_ name: String, _ timeline: Int64?) {
        #expect(Promise.timeline(ofFile: name) == timeline)
    }

    /// A follower is near when it has what was written some seconds ago, by the log of the one that leads.
    @Test(arguments: [
        (2 as Int64?, 100 as Int64, 0.0, true), (2, 99, 0.0, false), (2, 150, 0.0, true),
        // Of another leader's log, or of none.
        (1, 900, 0.0, false), (nil, 900, 0.0, false),
        // The first mark is too old to count, the second must be reached.
        (2, 150, 4.0, false), (2, 200, 4.0, true),
        // The leader was not seen for too long.
        (2, 900, 20.0, false),
    ])
    func aFollowerIsMeasuredByMarks(_ follows: Int64?, _ position: Int64, _ later: Double, _ isNear: Bool) {
        let marks = Marks(), begin = ContinuousClock.now
        marks.note(50, on: 1, at: begin)
        marks.note(100, on: 2, at: begin)
        marks.note(200, on: 2, at: begin + .seconds(2))
        #expect(marks.isNear(follows: follows, position: position, at: begin + .seconds(2 + later)) == isNear)
    }

    @Test func theNewestTimelineLeads() throws {
        let servers = Servers(try Address("host=a,b dbname=x"), Tables(), memory: nil, log: TrialServer.log)
        #expect(servers.note(4, of: 1, at: 0) && servers.note(5, of: 1, at: 1))
        #expect(!servers.note(4, of: 1, at: 0) && servers.newest == 5)
        #expect(servers.inOrder.map(\.number) == [1, 0])
        let turn = servers.turn
        #expect(servers.note(5, of: 1, at: 1) && servers.turn == turn)
        // A server of another house is none of ours, however often it was promoted.
        #expect(!servers.note(9, of: 2, at: 0) && servers.newest == 5 && servers.cluster == 1)
    }

    @Test func nearnessEndsWithTheTurn() throws {
        let follower = Follower(try Address("host=a dbname=x"))
        follower.note(isNear: true, in: 3)
        #expect(follower.isNear(in: 3) && !follower.isNear(in: 4))
        follower.note(isNear: false, in: 3)
        #expect(!follower.isNear(in: 3))
    }
}
