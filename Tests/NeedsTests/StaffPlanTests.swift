import Actions
import Storage
import Testing
import Trials
import Values

@testable import Needs

/// The ledger's statements go by an index, so that twenty rows of a million cost what twenty of a thousand
/// do.
@Suite struct StaffPlanTests {
    @Test(arguments: [
        NeedFilter.View.open, .all, .mine, .unowned, .closed, .held,
    ]) func newestFirstNeedsNoScanAndNoSort(_ view: NeedFilter.View) async throws {
        let plan = try await plan { filter in filter.view = view }
        #expect(plan.allSatisfy { !$0.hasPrefix("SCAN n") && !$0.contains("TEMP B-TREE") }, "\(plan)")
        #expect(plan.contains { $0.contains("USING INDEX need_") }, "\(plan)")
    }

    @Test func aClassIsFoundInItsIndex() async throws {
        let plan = try await plan { $0.classKey = "housing-lamp" }
        #expect(plan.allSatisfy { !$0.hasPrefix("SCAN n") && !$0.contains("TEMP B-TREE") }, "\(plan)")
    }

    @Test func lateOnesComeByTheirDueTime() async throws {
        let plan = try await plan { filter in
            filter.view = .late
            filter.sort = .due
        }
        #expect(
            plan.contains { $0.contains("need_due") } && plan.allSatisfy { !$0.hasPrefix("SCAN n") },
            "\(plan)")
    }

    /// No row is opened for a count, and none beyond a hundred is counted.
    @Test func tabsAreCountedWithinTheirIndexes() async throws {
        try await NeedTrial.run(.sqlite) { trial in
            let question = StaffStore.tabQuestion(
                trial.worker.account, nil, in: trial.community, at: trial.clock.now)
            let plan = try await trial.database.read { reading in
                try reading.all(SQL(trusted: "EXPLAIN QUERY PLAN ") + question) { $0.text(3) }
            }
            let searches = plan.filter { $0.contains(" n ") }
            #expect(
                searches.count == 3 && searches.allSatisfy { $0.contains("COVERING INDEX need_") }, "\(plan)")
        }
    }

    private func plan(_ change: @escaping @Sendable (inout NeedFilter) -> Void) async throws -> [String] {
        let box = PlanBox()
        try await NeedTrial.run(.sqlite) { trial in
            let lines = try await trial.database.read { reading in
                var filter = NeedFilter()
                filter.viewer = trial.worker.account
                change(&filter)
                let listener = Listener(reading: reading)
                _ = try NeedStore.list(filter, in: trial.community, listener, now: trial.clock.now)
                return listener.plans
            }
            await box.keep(lines)
        }
        return await box.lines
    }

    private actor PlanBox {
        var lines: [String] = []
        func keep(_ lines: [String]) { self.lines = lines }
    }

    /// Asks the engine how it would run each statement over needs, and then runs it.
    private final class Listener: Reading {
        let reading: any Reading
        var plans: [String] = []

        init(reading: any Reading) { self.reading = reading }

        func each(_ sql: SQL, _ body: (any Row) throws -> Void) throws {
            if sql.text.contains("FROM need n") {
                try reading.each(SQL(trusted: "EXPLAIN QUERY PLAN ") + sql) { plans.append($0.text(3)) }
            }
            try reading.each(sql, body)
        }

        func search(_ search: WordSearch) throws -> [WordMatch] { try reading.search(search) }
        func holds(_ document: WordDocument) throws -> Bool { try reading.holds(document) }
    }
}
