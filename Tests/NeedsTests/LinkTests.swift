import Actions
import Testing
import Trials
import Values

@testable import Needs

/// A link's life within one community, with the need's beside it.
@Suite struct LinkTests {
    @Test(arguments: Engine.all) func fromTheFirstWordToTheLast(_ engine: Engine) async throws {
        try await ResourceTrial.run(engine) { trial in
            let resource = try await trial.add()
            let need = try await trial.need()
            let id = try await trial.perform(
                ProposeLink(
                    need: need.id, resource: resource.id, of: trial.here.id, quantity: 2,
                    wantedDay: trial.today))
            #expect(try await trial.need(need.id).state == .identified)
            #expect(try await trial.count(resource) == PeriodCount(asked: 2, taken: 2))

            try await trial.perform(
                AnswerLink(reservation: id, answer: .accept(quantity: 1)), by: trial.here.owner)
            #expect(try await trial.need(need.id).state == .linked)
            #expect(try await trial.count(resource) == PeriodCount(asked: 2, promised: 1, taken: 1))

            trial.clock.move(by: .days(3))
            try await trial.perform(RecordUse(link: id, day: trial.today, quantity: 1, note: "装了三盏"))
            #expect(try await trial.need(need.id).state == .using)
            #expect(try await trial.link(id).delivered == 1)

            try await trial.perform(AskFeedback(need: need.id))
            #expect(try await trial.need(need.id).state == .answered)
            try await trial.perform(GiveFeedback(need.id, .yes, heard: "上门问的"))
            let results = try await trial.resource(resource.id).results
            #expect(results == ResourceResults(uses: 1, judged: 1, good: 1, lateDays: 3, declines: 0))
            for (name, number) in [("links.asked", 2), ("links.promised", 1), ("links.delivered", 1)] {
                #expect(try await trial.figure(name) == Int64(number))
            }
            #expect(try await trial.breaks() == [])
        }
    }

    @Test func aDeclineGivesTheCapacityBackAndTheNeedGoesOn() async throws {
        try await ResourceTrial.run { trial in
            let resource = try await trial.add(capacity: 1)
            let need = try await trial.need()
            let id = try await trial.perform(
                ProposeLink(need: need.id, resource: resource.id, of: trial.here.id, quantity: 1))
            await expectRefusal("links.reason-missing") {
                try await trial.perform(
                    AnswerLink(reservation: id, answer: .decline(reason: "")), by: trial.here.owner)
            }
            try await trial.perform(
                AnswerLink(reservation: id, answer: .decline(reason: "这周都出去了")), by: trial.here.owner)
            #expect(try await trial.need(need.id).state == .accepted)
            #expect(try await trial.count(resource).taken == 0)
            #expect(try await trial.link(id).answerReason == "这周都出去了")
            #expect(try await trial.resource(resource.id).results.declines == 1)
            #expect(try await trial.breaks() == [])
        }
    }

    @Test func anotherDayMovesWhatIsTakenToItsPeriod() async throws {
        try await ResourceTrial.run { trial in
            let resource = try await trial.add(capacity: 1) { $0.period = .day }
            let need = try await trial.need()
            let id = try await trial.perform(
                ProposeLink(
                    need: need.id, resource: resource.id, of: trial.here.id, quantity: 1,
                    wantedDay: trial.today))
            let day = trial.today.adding(days: 4)
            try await trial.perform(
                AnswerLink(reservation: id, answer: .otherDay(day, reason: "周日有空")), by: trial.here.owner)
            #expect(try await trial.count(resource).taken == 0)
            #expect(try await trial.count(resource, day: day).taken == 1)
            await expectRefusal("links.not-accepted") {
                try await trial.perform(RecordUse(link: id, day: trial.today, quantity: 1))
            }
            try await trial.perform(AcceptOtherDay(link: id))
            #expect(try await trial.reservation(id).state == .accepted)
            #expect(try await trial.link(id).agreedDay == day)
            #expect(try await trial.need(need.id).state == .linked)
            #expect(try await trial.breaks() == [])
        }
    }

    @Test func aRefusalNamesTheResourceAndWhatIsLeft() async throws {
        try await ResourceTrial.run { trial in
            let resource = try await trial.add(capacity: 3)
            let first = try await trial.need(), second = try await trial.need(grid: 1)
            _ = try await trial.accepted(first, resource, 2)
            let ask = ProposeLink(need: second.id, resource: resource.id, of: trial.here.id, quantity: 2)
            do {
                try await trial.perform(ask)
                Issue.record("nothing was refused")
            } catch let refusal as ResourceRefusal {
                #expect(refusal.name == "links.not-enough")
                #expect(refusal.status == 409)
                #expect(refusal.text.chinese.contains("平安电工组") && refusal.text.chinese.contains("1次"))
            }
            #expect(try await trial.need(second.id).state == .accepted)
            #expect(try await trial.breaks() == [])
        }
    }

    @Test func overbookingIsARightAndIsRecorded() async throws {
        try await ResourceTrial.run { trial in
            let resource = try await trial.add(capacity: 1)
            let need = try await trial.need()
            let ask = ProposeLink(
                need: need.id, resource: resource.id, of: trial.here.id, quantity: 3, overbook: true)
            await expectRefusal("ground.not-allowed") { try await trial.perform(ask) }
            try await trial.perform(ask, by: trial.here.supervisor)
            #expect(try await trial.count(resource) == PeriodCount(asked: 3, taken: 3, overbooked: 2))
            #expect(try await trial.breaks() == [])
        }
    }

    @Test func moreThanPromisedOnlyWhereSaid() async throws {
        try await ResourceTrial.run { trial in
            let resource = try await trial.add(capacity: 2)
            let need = try await trial.need()
            let id = try await trial.accepted(need, resource, 2)
            await expectRefusal("links.more-than-promised") {
                try await trial.perform(RecordUse(link: id, day: trial.today, quantity: 3))
            }
            await expectRefusal("links.day-ahead") {
                try await trial.perform(RecordUse(link: id, day: trial.today.adding(days: 1), quantity: 1))
            }
            try await trial.perform(RecordUse(link: id, day: trial.today, quantity: 3, mayExceed: true))
            let count = try await trial.count(resource)
            #expect(count == PeriodCount(asked: 2, promised: 2, delivered: 3, taken: 3, overbooked: 1))
            #expect(try await trial.breaks() == [])
        }
    }

    @Test func anEndedLinkAndAClosedNeedGiveBackWhatWasNotUsed() async throws {
        try await ResourceTrial.run { trial in
            let resource = try await trial.add(capacity: 5)
            let first = try await trial.need(), second = try await trial.need(grid: 1)
            let ended = try await trial.accepted(first, resource, 3)
            try await trial.perform(RecordUse(link: ended, day: trial.today, quantity: 1))
            try await trial.perform(EndLink(link: ended, reason: "够了"))
            _ = try await trial.accepted(second, resource, 2)
            #expect(try await trial.count(resource).taken == 3)
            try await trial.perform(WithdrawNeed(second.id, reason: "修好了"))
            #expect(try await trial.count(resource).taken == 1)
            await expectRefusal("links.need-closed") {
                try await trial.perform(
                    ProposeLink(need: second.id, resource: resource.id, of: trial.here.id, quantity: 1))
            }
            #expect(try await trial.breaks() == [])
        }
    }

    @Test func theOwnerHearsWhoOnlyAfterConsent() async throws {
        try await ResourceTrial.run { trial in
            let resource = try await trial.add()
            let need = try await trial.need(phone: "13800000001")
            let id = try await trial.accepted(need, resource)
            await expectRefusal("links.no-consent") { try await trial.perform(TellOwner(link: id)) }
            #expect(try await trial.reservation(id).who == nil)
            try await trial.perform(GiveConsent(need.id, true, heard: "打电话问的"))
            try await trial.perform(TellOwner(link: id))
            let told = try await trial.reservation(id), keys = trial.keys
            let who = try await trial.steward.database.read { try ReservationStore.who(of: told, $0, keys) }
            #expect(who?.contains("蒋女士") == true)
            try await trial.perform(GiveConsent(need.id, false, heard: "打电话问的"))
            #expect(try await trial.reservation(id).who == nil)
        }
    }

    @Test func onlyTheOwnerOrStaffAnswer() async throws {
        try await ResourceTrial.run { trial in
            let resource = try await trial.add()
            let need = try await trial.need()
            let id = try await trial.perform(
                ProposeLink(need: need.id, resource: resource.id, of: trial.here.id, quantity: 1))
            let answer = AnswerLink(reservation: id, answer: .accept(quantity: nil))
            await expectRefusal("ground.sign-in-first") { try await trial.perform(answer, by: .anyone) }
            await expectRefusal("ground.not-allowed") {
                try await trial.perform(answer, by: trial.there.owner)
            }
            await expectRefusal("links.more-than-asked") {
                try await trial.perform(
                    AnswerLink(reservation: id, answer: .accept(quantity: 2)), by: trial.here.owner)
            }
            try await trial.perform(answer)
            await expectRefusal("links.not-waiting") { try await trial.perform(answer) }
        }
    }

    @Test(.timeLimit(.minutes(4))) func twentyAtOnceForFivePlacesMakeFive() async throws {
        try await ResourceTrial.run { trial in
            let resource = try await trial.add(capacity: 5)
            var needs: [Need] = []
            for _ in 0..<20 { needs.append(try await trial.need()) }
            let outcomes = await withTaskGroup(of: String.self) { group in
                for need in needs {
                    group.addTask {
                        let ask = ProposeLink(
                            need: need.id, resource: resource.id, of: trial.here.id, quantity: 1)
                        do {
                            try await trial.perform(ask)
                            return "made"
                        } catch let refusal as any Refusal {
                            return refusal.name
                        } catch {
                            return "\(error)"
                        }
                    }
                }
                return await group.reduce(into: [String]()) { $0.append($1) }
            }
            #expect(outcomes.count { $0 == "made" } == 5)
            #expect(outcomes.count { $0 == "links.not-enough" } == 15)
            #expect(try await trial.count(resource).taken == 5)
            #expect(try await trial.breaks() == [])
        }
    }
}
