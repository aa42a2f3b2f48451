import Actions
import People
import Testing
import Trials
import Values

@testable import Needs

/// A need's way: taken on, handed over, answered, closed, opened again.
@Suite struct NeedCourseTests {
    @Test(arguments: Engine.all) func theLoopCloses(_ engine: Engine) async throws {
        try await NeedTrial.run(engine) { trial in
            var draft = trial.draft()
            draft.contact = Contact(name: "潘", phone: "13812341234")
            draft.contactBy = .sms
            let id = try await trial.perform(ReportNeed(draft), by: .anyone).id
            trial.clock.move(by: .hours(2))
            try await trial.serve(id)
            await #expect(throws: NeedRefusal.closeNeedsFeedback) {
                try await trial.perform(CloseNeed(id, outcome: "done", reason: ""))
            }
            try await trial.perform(GiveFeedback(id, .yes, words: "亮了"), by: trial.holder(of: id))
            let need = try await trial.need(id)
            #expect(need.state == .closed && need.outcome == "done" && need.satisfaction == .yes)
            let events = try await trial.events(id)
            #expect(
                events.map(\.kind) == [.reported, .accepted, .linked, .using, .answered, .feedback, .closed])
            #expect(events[1].lastedSpan == .hours(2))
            let kinds = try await trial.outbox().map(\.kind)
            #expect(
                kinds == [
                    "need.received", "need.accepted", "need.linked", "need.asked-feedback", "need.closed",
                ])
            #expect(try await trial.figure("needs.done") == 1)
            #expect(try await trial.figure("needs.satisfied", at: "g11") == 1)
            #expect(try await trial.figure("needs.open.class.housing-lamp") == 0)
            #expect(try await trial.breaks() == [])
        }
    }

    @Test(arguments: Engine.all) func whoAnsweredAlreadyIsNotAskedAgain(_ engine: Engine) async throws {
        try await NeedTrial.run(engine) { trial in
            var draft = trial.draft()
            draft.contact = Contact(name: "潘", phone: "13812341234")
            draft.contactBy = .sms
            let id = try await trial.perform(ReportNeed(draft), by: .anyone).id
            // To be linked it is taken on first.
            try await trial.advance(id, .linked)
            try await trial.advance(id, .using)
            try await trial.perform(GiveFeedback(id, .yes), by: trial.holder(of: id))
            let kinds = try await trial.outbox().map(\.kind).sorted()
            #expect(kinds == ["need.accepted", "need.closed", "need.linked", "need.received"])
            let events = try await trial.events(id).map(\.kind)
            #expect(events == [.reported, .accepted, .linked, .using, .feedback, .answered, .closed])
        }
    }

    @Test(arguments: [Satisfaction.almost, .no])
    func anythingButAYesOpensItAgain(_ word: Satisfaction) async throws {
        try await NeedTrial.run(Engine.all[0]) { trial in
            let id = try await trial.report().id
            await #expect(throws: NeedRefusal.nothingUsedYet) {
                try await trial.perform(GiveFeedback(id, word), by: trial.holder(of: id))
            }
            try await trial.serve(id)
            try await trial.perform(GiveFeedback(id, word, words: "还是暗"), by: trial.holder(of: id))
            #expect(try await trial.need(id).state == .identified)
            #expect(try await trial.figure("needs.answers") == 1)
            #expect(try await trial.figure("needs.satisfied") == 0)
            #expect(try await trial.breaks() == [])
        }
    }

    @Test(arguments: Engine.all) func staffSayForTheOneInNeedHowTheyHeardIt(_ engine: Engine) async throws {
        try await NeedTrial.run(engine) { trial in
            let id = try await trial.report().id
            try await trial.serve(id)
            await #expect(throws: NeedRefusal.reasonMissing) {
                try await trial.perform(GiveFeedback(id, .yes))
            }
            await #expect(throws: GroundRefusal.self) {
                try await trial.perform(GiveFeedback(id, .yes), by: .anyone)
            }
            try await trial.perform(GiveFeedback(id, .yes, heard: "打电话问的"))
            #expect(try await trial.need(id).state == .closed)
            try await trial.perform(ReopenNeed(id, note: "又坏了"))
            let need = try await trial.need(id)
            #expect(
                need.state == .accepted && need.outcome == nil && need.closed == nil
                    && need.satisfaction == nil)
            #expect(try await trial.breaks() == [])
        }
    }

    @Test(arguments: Engine.all) func aStateThatDoesNotFollowIsRefused(_ engine: Engine) async throws {
        try await NeedTrial.run(engine) { trial in
            let id = try await trial.report().id
            await #expect(throws: NeedRefusal.stateDoesNotFollow) { try await trial.advance(id, .using) }
            try await trial.perform(ReturnNeed(id, reason: "unclear", words: "请写清楚哪一盏"))
            #expect(try await trial.need(id).reason == "说得不够清楚：请写清楚哪一盏")
            await #expect(throws: NeedRefusal.noSuchReason) {
                try await trial.perform(ReturnNeed(id, reason: "bored"))
            }
            let other = try await trial.report().id
            try await trial.perform(WithdrawNeed(other), by: trial.holder(of: other))
            #expect(try await trial.need(other).state == .withdrawn)
            await #expect(throws: GroundRefusal.self) {
                try await trial.perform(WithdrawNeed(id), by: trial.holder(of: other))
            }
        }
    }

    @Test(arguments: Engine.all) func aTransferPassesOnAcceptanceAndAReferralKeepsTheOwner(
        _ engine: Engine
    ) async throws {
        try await NeedTrial.run(engine) { trial in
            let id = try await trial.report().id
            try await trial.perform(
                AssignNeeds([id], to: try #require(trial.worker.account)), by: trial.staff[.supervisor])
            let other = try #require(trial.second.account)
            try await trial.perform(TransferNeed(id, to: other, reason: "他管这一片"))
            #expect(try await trial.need(id).owner == trial.worker.account)
            await #expect(throws: NeedRefusal.notAsked) {
                try await trial.perform(AnswerTransfer(id, accepts: true), by: trial.worker)
            }
            try await trial.perform(AnswerTransfer(id, accepts: true), by: trial.second)
            #expect(try await trial.need(id).owner == other)
            try await trial.perform(ReferNeed(id, to: "街道便民维修", reason: "要电工证"))
            #expect(try await trial.need(id).owner == other)
            await #expect(throws: NeedRefusal.ownerWithoutRight) {
                try await trial.perform(
                    AssignNeeds([id], to: trial.resident.account ?? id), by: trial.staff[.supervisor])
            }
            await #expect(throws: NeedRefusal.ownerNotEnabled) {
                try await trial.perform(AssignNeeds([id], to: .trial(404)), by: trial.staff[.supervisor])
            }
        }
    }

    @Test(arguments: Engine.all) func voicesOfMergedNeedsAreCounted(_ engine: Engine) async throws {
        try await NeedTrial.run(engine) { trial in
            let all = try await [trial.report(), trial.report(), trial.report(), trial.report()].map(\.id)
            try await trial.perform(MergeNeeds([all[1]], into: all[0]))
            try await trial.perform(MergeNeeds([all[0], all[2]], into: all[3]))
            #expect(try await trial.need(all[3]).voices == 4)
            #expect(try await trial.need(all[0]).mergedInto == all[3])
            await #expect(throws: NeedRefusal.mergeIntoItself) {
                try await trial.perform(MergeNeeds([all[3]], into: all[3]))
            }
            await #expect(throws: NeedRefusal.mergeTargetClosed) {
                try await trial.perform(MergeNeeds([all[3]], into: all[0]))
            }
            #expect(try await trial.breaks() == [])
        }
    }

    @Test(arguments: Engine.all) func noOpenNeedKeepsAnOwnerWhoLeft(_ engine: Engine) async throws {
        try await NeedTrial.run(engine) { trial in
            let ids = try await [trial.report(), trial.report(at: "s21")].map(\.id)
            let supervisor = trial.staff[.supervisor]
            try await trial.perform(AssignNeeds(ids, to: try #require(trial.worker.account)), by: supervisor)
            let rule = SetOwnerRule(
                at: .code("shuixiuli"), for: .every, account: try #require(trial.worker.account))
            try await trial.perform(rule, by: supervisor)
            try await trial.perform(DisableAccount(try #require(trial.worker.account)), by: .house)
            for id in ids {
                let owner = try await trial.need(id).owner
                #expect(owner != nil && owner != trial.worker.account)
            }
            #expect(try await trial.breaks() == [])
        }
    }
}
