import Actions
import Sealing
import Storage
import Testing
import Trials
import Values

/// A tiny capability of its own: a tally that may be raised, with a flow that notes it.
private enum Tally {
    static let raise = Right("tally.raise", Text("加", "Raise"))
    static let rights = Rights([RightRow(raise, [.socialWorker: .place])])
    static let schema =
        GroundSchema.migrations + [
            Migration(
                name: "tally",
                text:
                    "CREATE TABLE tally (community BYTES NOT NULL, n BIGINT NOT NULL)"
            )
        ]
}

private struct Raised: Fact { let number: Int64 }

private struct Raise: Action {
    static let name = "tally.raise"
    static let right = Tally.raise
    var refuses = false

    func subject(in work: Work) throws -> PlacePath { PlacePath(text: "/1/2/") }

    func run(on subject: PlacePath, in work: Work) throws -> Int64 {
        let number = try work.nextNumber("tally")
        try work.database.run("INSERT INTO tally (community, n) VALUES (\(work.community), \(number))")
        try work.add(1, to: "tally", at: PlacePath(text: "/1/2/3/"), below: subject)
        work.record(["number": "\(number)"], about: work.community)
        work.tell(Raised(number: number))
        if refuses { throw GroundRefusal.notFound }
        return number
    }

    func object(of subject: PlacePath, _ answer: Int64, in work: Work) -> Identifier { work.community }
}

private struct Sevens: Flow {
    func carry(_ fact: Raised, in work: Work) throws {
        if fact.number % 7 == 0 { try work.perform(Raise()) }
    }
}

@Suite struct StewardTests {
    let here = Identifier.trial(1)
    let worker = Actor(
        kind: .person, account: .trial(9), name: "陆",
        grants: [Grant(role: .socialWorker, place: PlacePath(text: "/1/2/"))])

    private func withSteward(
        _ engine: Engine, flows: [any Flow] = [], _ body: (Steward) async throws -> Void
    ) async throws {
        try await engine.withDatabase(Tally.schema) { database in
            let keys = try KeyRing(master: Array(repeating: 7, count: 32))
            try await body(
                Steward(
                    database: database, keys: keys, rights: Tally.rights, clock: HandClock(), flows: flows))
        }
    }

    private func chain(_ steward: Steward) async throws -> RecordChain {
        let here = self.here
        return try await steward.database.read { try RecordChain(of: here, in: $0, keys: steward.keys) }
    }

    @Test(arguments: Engine.all) func writesOneRowAnAction(_ engine: Engine) async throws {
        try await withSteward(engine) { (steward: Steward) async throws -> Void in
            for expected in 1...3 {
                #expect(try await steward.perform(Raise(), by: worker, in: here) == Int64(expected))
            }
            let chain = try await chain(steward)
            #expect(chain.length == 3 && chain.breaks == [])
        }
    }

    @Test(arguments: Engine.all) func aRefusalLeavesNothing(_ engine: Engine) async throws {
        try await withSteward(engine) { (steward: Steward) async throws -> Void in
            await #expect(throws: GroundRefusal.self) {
                try await steward.perform(Raise(refuses: true), by: worker, in: here)
            }
            #expect(try await steward.perform(Raise(), by: worker, in: here) == 1)
            #expect(try await steward.database.read { try $0.number("SELECT COUNT(*) FROM tally") } == 1)
            #expect(try await chain(steward).length == 1)
        }
    }

    @Test(arguments: Engine.all) func aSecondPressGetsTheFirstAnswer(_ engine: Engine) async throws {
        try await withSteward(engine) { (steward: Steward) async throws -> Void in
            let mark = Identifier.trial(55)
            let first = try await steward.perform(Raise(), by: worker, in: here, mark: mark)
            let second = try await steward.perform(Raise(), by: worker, in: here, mark: mark)
            #expect(first == second)
            #expect(try await steward.database.read { try $0.number("SELECT COUNT(*) FROM tally") } == 1)
        }
    }

    @Test(arguments: Engine.all) func nobodyActsBeyondTheirPlace(_ engine: Engine) async throws {
        try await withSteward(engine) { (steward: Steward) async throws -> Void in
            let elsewhere = Actor(
                kind: .person, account: .trial(8),
                grants: [Grant(role: .socialWorker, place: PlacePath(text: "/1/20/"))])
            for actor in [elsewhere, .anyone, Actor(kind: .person, account: .trial(7))] {
                await #expect(throws: GroundRefusal.self) {
                    try await steward.perform(Raise(), by: actor, in: here)
                }
            }
            var token = worker
            token = Actor(
                kind: .person, account: worker.account, grants: worker.grants, tokenRights: ["other.right"])
            await #expect(throws: GroundRefusal.self) {
                try await steward.perform(Raise(), by: token, in: here)
            }
        }
    }

    @Test(arguments: Engine.all) func flowsRunInTheSameTransaction(_ engine: Engine) async throws {
        try await withSteward(engine, flows: [Sevens()]) { (steward: Steward) async throws -> Void in
            for _ in 1...7 { _ = try await steward.perform(Raise(), by: worker, in: here) }
            #expect(try await steward.database.read { try $0.number("SELECT COUNT(*) FROM tally") } == 8)
            let chain = try await chain(steward)
            #expect(chain.length == 8 && chain.breaks == [])
        }
    }

    @Test(arguments: Engine.all) func figuresRollUp(_ engine: Engine) async throws {
        try await withSteward(engine) { (steward: Steward) async throws -> Void in
            for _ in 1...5 { _ = try await steward.perform(Raise(), by: worker, in: here) }
            let rows = try await steward.database.read { reading in
                try reading.all("SELECT path, number FROM figure ORDER BY path LIMIT 10") {
                    ($0.text(0), $0.integer(1))
                }
            }
            #expect(rows.map(\.0) == ["/1/2/", "/1/2/3/"] && rows.map(\.1) == [5, 5])
        }
    }

    /// Whoever changes, takes out or puts in a row is found out.
    @Test(
        arguments: [
            "UPDATE record SET reason = 'x' WHERE number = 2", "DELETE FROM record WHERE number = 2",
            "UPDATE record SET at = at + 1 WHERE number = 3",
            "UPDATE record SET actor = NULL WHERE number = 1",
            "UPDATE record_value SET sealed = 'another' WHERE number = 2",
        ])
    func theChainShowsTampering(_ change: String) async throws {
        for engine in Engine.all {
            try await withSteward(engine) { (steward: Steward) async throws -> Void in
                for _ in 1...4 { _ = try await steward.perform(Raise(), by: worker, in: here) }
                _ = try await steward.database.write(in: here) { try $0.run(SQL(trusted: change)) }
                #expect(try await !chain(steward).breaks.isEmpty)
            }
        }
    }

    /// Destroying the subject's key destroys the values, and the chain still verifies.
    @Test(arguments: Engine.all) func erasureLeavesTheChainWhole(_ engine: Engine) async throws {
        try await withSteward(engine) { (steward: Steward) async throws -> Void in
            for _ in 1...4 { _ = try await steward.perform(Raise(), by: worker, in: here) }
            _ = try await steward.database.write(in: here) { try $0.run("DELETE FROM subject_key") }
            let chain = try await chain(steward)
            #expect(chain.breaks == [] && chain.length == 4)
        }
    }
}
