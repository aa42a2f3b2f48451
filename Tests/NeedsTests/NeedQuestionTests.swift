import Actions
import Storage
import Testing
import Trials
import Values

@testable import Needs

/// The questions that the hot pages ask: they walk an index in its order and sort nothing. SQLite says so
/// before there are rows; PostgreSQL plans by what the tables hold.
@Suite struct NeedQuestionTests {
    @Test(arguments: [
        (NeedFilter.View.open, NeedFilter.Sort.newest), (.all, .newest), (.closed, .newest), (.held, .newest),
        (.open, .oldest), (.open, .due), (.late, .due), (.answered, .newest), (.mine, .newest),
    ])
    func aPageOfTheLedgerSortsNothing(_ view: NeedFilter.View, _ sort: NeedFilter.Sort) async throws {
        try await NeedTrial.run(.sqlite) { trial in
            var filter = NeedFilter(view: view, sort: sort)
            filter.viewer = trial.worker.account
            let plan = try await trial.plan(filter)
            #expect(
                !plan.isEmpty && !plan.contains { $0.contains("TEMP B-TREE") || $0.contains("SCAN n") },
                "\(plan)")
        }
    }

    @Test func aClassOrAStateHasItsOwnIndex() async throws {
        try await NeedTrial.run(.sqlite) { trial in
            var byClass = NeedFilter(view: .all)
            byClass.classKey = "housing-lamp"
            let classes = try await trial.plan(byClass)
            #expect(classes.contains { $0.contains("need_class") })
            var byState = NeedFilter(view: .all)
            byState.state = .linked
            let states = try await trial.plan(byState)
            #expect(states.contains { $0.contains("need_state") })
        }
    }

    @Test(arguments: [
        ("203.0.113.7", "cb007107" as String?), ("::ffff:203.0.113.7", "cb007107"),
        ("2001:db8:1:2::7", "20010db800010002"),
        ("2001:db8:1:2:ffff::1", "20010db800010002"), ("somewhere", nil), ("", nil),
    ])
    func oneHouseholdIsOneNetwork(_ text: String, _ network: String?) {
        #expect(Network(text)?.text == network)
    }

    @Test(arguments: ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"])
    func thisMachineSaysNothingOfAPerson(_ text: String) throws {
        #expect(try #require(Network(text)).isLoopback)
    }
}

extension NeedTrial {
    /// How the engine means to answer, line by line.
    fileprivate func plan(_ filter: NeedFilter) async throws -> [String] {
        let community = self.community, now = clock.now
        return try await database.read { reading in
            let question = try NeedStore.statement(filter, in: community, reading, now)
            return try reading.all(SQL(trusted: "EXPLAIN QUERY PLAN ") + question) { $0.text(3) }
        }
    }
}
