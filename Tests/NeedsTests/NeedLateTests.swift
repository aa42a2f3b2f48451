import Actions
import People
import Testing
import Trials
import Values

@testable import Needs

/// Due and late, by a clock that the test moves.
@Suite struct NeedLateTests {
    @Test(arguments: Engine.all) func aLateNeedIsToldOfOnce(_ engine: Engine) async throws {
        try await NeedTrial.run(engine) { trial in
            let id = try await trial.report().id
            let owner = try #require(try await trial.need(id).owner)
            let supervisor = try #require(trial.staff[.supervisor]?.account)
            try await NeedsJobs.late(trial.steward)
            #expect(try await trial.list(NeedFilter(view: .late)).rows.isEmpty)
            trial.clock.move(by: .days(6))
            #expect(try await trial.list(NeedFilter(view: .late)).rows.map(\.id) == [id])
            for _ in 0..<2 { try await NeedsJobs.late(trial.steward) }
            let need = try await trial.need(id)
            #expect(need.lateTold == trial.clock.now)
            #expect(try await trial.events(id).filter { $0.kind == .late }.count == 1)
            for account in [owner, supervisor] {
                let notices = try await trial.notices(of: account)
                #expect(notices.filter { $0.kind == "need.late" }.count == 1)
                #expect(notices.first?.link == "/needs/X-1001")
            }
            #expect(try await trial.breaks() == [])
        }
    }

    @Test(arguments: [
        ("immediate", "2026-11-18 10:00"), ("urgent", "2026-11-19 10:00"), ("general", "2026-11-23 17:30"),
        ("planned", "2026-12-16 17:30"),
    ])
    func dueByUrgencyInWorkingDays(_ urgency: String, _ due: String) async throws {
        try await NeedTrial.run(Engine.all[0]) { trial in
            var draft = trial.draft()
            draft.urgency = urgency
            let need = try await trial.need(trial.perform(ReportNeed(draft), by: .anyone).id)
            let found = try #require(need.due)
            #expect("\(found.day(in: .shanghai)) \(found.clock(in: .shanghai))" == due)
        }
    }

    @Test(arguments: Engine.all) func anotherUrgencySetsAnotherDueTime(_ engine: Engine) async throws {
        try await NeedTrial.run(engine) { trial in
            let id = try await trial.report().id
            trial.clock.move(by: .days(6))
            try await NeedsJobs.late(trial.steward)
            var edit = EditNeed(id)
            edit.urgency = "planned"
            edit.classKey = "housing-path"
            try await trial.perform(edit)
            let need = try await trial.need(id)
            #expect(need.lateTold == nil && !need.isLate(at: trial.clock.now))
            #expect(try await trial.figure("needs.open.class.housing-lamp") == 0)
            #expect(try await trial.figure("needs.open.class.housing-path", at: "s11") == 1)
            #expect(try await trial.breaks() == [])
        }
    }
}

extension NeedTrial {
    func notices(of account: Identifier) async throws -> [PageNotice] {
        let community = self.community
        return try await database.read { try NoticeStore.unseen(of: account, in: community, $0) }
    }
}
