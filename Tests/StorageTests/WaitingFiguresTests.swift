import Storage
import Testing
import Trials
import Values

/// Figures are summed for a whole group of changes; nobody who reads may notice.
@Suite struct WaitingFiguresTests {
    private struct No: Error {}

    private static let schema = Migration(
        name: "figures",
        text: """
            CREATE TABLE figure (community BYTES NOT NULL, path TEXT NOT NULL, name TEXT NOT NULL,
            number BIGINT NOT NULL, PRIMARY KEY (community, path, name));
            CREATE TABLE told (community BYTES NOT NULL, n BIGINT NOT NULL)
            """)

    /// What one change does: adds, reads in between, and may be refused at the end.
    private struct Plan: Sendable {
        let number: Int
        let steps: [(path: String, difference: Int64, reads: Bool)]
        let refuses: Bool

        init(_ number: Int, _ dice: inout Dice) {
            self.number = number
            steps = (0..<Int.random(in: 1...6, using: &dice)).map { _ in
                (
                    "/\(Int.random(in: 1...4, using: &dice))/", Int64.random(in: -3...3, using: &dice),
                    Int.random(in: 0...4, using: &dice) == 0
                )
            }
            refuses = Int.random(in: 0...3, using: &dice) == 0
        }
    }

    /// Random changes, many to a group, some refused after they read figures: the sums are those of the
    /// taken, and each reading inside a change saw everything taken before it and its own.
    @Test(arguments: Engine.all, [UInt64(1), 2, 3])
    func sumsAreThoseOfTheTaken(_ engine: Engine, _ seed: UInt64) async throws {
        var dice = Dice(seed: seed)
        let plans = (0..<400).map { Plan($0, &dice) }
        let here = Identifier.trial(1)
        try await engine.withDatabase([Self.schema]) { database in
            let taken = await withTaskGroup(of: Int?.self) { group in
                for plan in plans {
                    group.addTask {
                        do {
                            try await database.write(in: here) { try Self.run(plan, here, $0) }
                            return plan.number
                        } catch { return nil }
                    }
                }
                return await group.reduce(into: Set<Int>()) { if let number = $1 { $0.insert(number) } }
            }
            #expect(taken == Set(plans.filter { !$0.refuses }.map(\.number)))
            var sums: [String: Int64] = [:]
            for plan in plans where taken.contains(plan.number) {
                for step in plan.steps { sums[step.path, default: 0] += step.difference }
            }
            let kept = try await database.read { reading in
                try reading.all("SELECT path, number FROM figure ORDER BY path LIMIT 100") {
                    ($0.text(0), $0.integer(1))
                }
            }
            #expect(Dictionary(kept) { $1 }.filter { $0.value != 0 } == sums.filter { $0.value != 0 })
            let commits = database.counters["commits"] ?? 0
            #expect(commits * 4 < Int64(plans.count), "no groups, so nothing was tried: \(commits) commits")
        }
    }

    /// Every difference is written down beside the figure; a reading compares the two.
    private static func run(_ plan: Plan, _ here: Identifier, _ writing: any Writing) throws {
        for step in plan.steps {
            try writing.add(
                step.difference, to: FigureKey(community: here, path: step.path, name: "told"))
            try writing.run("INSERT INTO told (community, n) VALUES (\(here), \(step.difference))")
            guard step.reads else { continue }
            let figures = try writing.number("SELECT SUM(number) FROM figure WHERE community = \(here)")
            let told = try writing.number("SELECT SUM(n) FROM told WHERE community = \(here)")
            #expect(figures == told)
        }
        if plan.refuses { throw No() }
    }
}
