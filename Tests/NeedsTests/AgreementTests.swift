import Actions
import Testing
import Trials
import Values

@testable import Needs

/// Agreements and circles: pledged against delivered, entry by entry, reversed and never edited.
@Suite struct AgreementTests {
    private func signed(_ trial: ResourceTrial) async throws -> (Identifier, [AgreementPledge]) {
        let made = try await trial.perform(
            SignAgreement(
                company: "荷塘超市", signed: trial.today, starts: trial.today,
                ends: trial.today.adding(days: 365),
                purpose: "便民特惠购",
                pledges: [
                    PledgeDraft(.money, "为老基金", pledged: 2_000_000),
                    PledgeDraft(.goods, "大米", unit: "袋", pledged: 100),
                    PledgeDraft(
                        .share, "特惠日收益", pledged: 500_000, rate: 1000, base: "特惠日营业额"),
                ]), by: trial.here.supervisor)
        return (made.id, try await pledges(made.id, trial))
    }

    private func pledges(_ id: Identifier, _ trial: ResourceTrial) async throws -> [AgreementPledge] {
        let community = trial.here.id
        return try await trial.steward.database.read {
            try AgreementStore.pledges(of: [id], in: community, $0)
        }
    }

    @Test(arguments: Engine.all) func deliveriesAddUpAndAreReversed(_ engine: Engine) async throws {
        try await ResourceTrial.run(engine) { trial in
            let (id, pledges) = try await signed(trial)
            #expect(pledges.map(\.what) == ["为老基金", "大米", "特惠日收益"])
            let money = try #require(pledges.first { $0.kind == .money })
            let wrong = try await trial.perform(
                RecordDelivery(pledge: money.id, day: trial.today, quantity: 900_000))
            try await trial.perform(RecordDelivery(pledge: money.id, day: trial.today, quantity: 90_000))
            await expectRefusal("links.reason-missing") {
                try await trial.perform(ReverseDelivery(delivery: wrong, reason: ""))
            }
            let back = try await trial.perform(ReverseDelivery(delivery: wrong, reason: "多写了一个零"))
            await expectRefusal("agreements.already-reversed") {
                try await trial.perform(ReverseDelivery(delivery: wrong, reason: "再冲"))
            }
            await expectRefusal("agreements.cannot-reverse") {
                try await trial.perform(ReverseDelivery(delivery: back, reason: "冲回"))
            }
            let now = try await self.pledges(id, trial).first { $0.kind == .money }
            #expect(now?.delivered == 90_000 && now?.missing == 1_910_000)
            #expect(try await trial.breaks() == [])
        }
    }

    @Test func aShareIsTakenOutOfTheTakings() async throws {
        try await ResourceTrial.run { trial in
            let (id, pledges) = try await signed(trial)
            let share = try #require(pledges.first { $0.kind == .share })
            // A tenth of 12,345.67 yuan, to the fen below.
            try await trial.perform(RecordDelivery(pledge: share.id, day: trial.today, quantity: 1_234_567))
            #expect(try await self.pledges(id, trial).first { $0.kind == .share }?.delivered == 123_456)
            #expect(AgreementPledge.share(of: .max, rate: 10_000) == nil)
        }
    }

    @Test func whatIsNotWholeOrHasEndedIsRefused() async throws {
        try await ResourceTrial.run { trial in
            func sign(_ pledge: PledgeDraft, days: Int = 10) async throws {
                try await trial.perform(
                    SignAgreement(
                        company: "荷塘超市", signed: trial.today, starts: trial.today,
                        ends: trial.today.adding(days: days), purpose: "", pledges: [pledge]),
                    by: trial.here.supervisor)
            }
            await expectRefusal("agreements.no-pledge") {
                try await sign(PledgeDraft(.share, "收益", pledged: 0, rate: 0))
            }
            await expectRefusal("agreements.days-reversed") {
                try await sign(PledgeDraft(.goods, "大米", unit: "袋", pledged: 1), days: -1)
            }
            let (id, pledges) = try await signed(trial)
            await expectRefusal("links.day-ahead") {
                let tomorrow = trial.today.adding(days: 1)
                try await trial.perform(RecordDelivery(pledge: pledges[0].id, day: tomorrow, quantity: 1))
            }
            try await trial.perform(EndAgreement(agreement: id, reason: "店关了"), by: trial.here.supervisor)
            await expectRefusal("agreements.ended") {
                try await trial.perform(RecordDelivery(pledge: pledges[0].id, day: trial.today, quantity: 1))
            }
        }
    }

    @Test(arguments: [
        (0, AgreementState.running), (304, .running), (305, .expiring), (365, .expiring), (366, .expired),
        (-1, .coming),
    ])
    func itsStateFollowsTheDay(_ days: Int, _ state: AgreementState) {
        let start = ResourceTrial.today
        let agreement = Agreement(
            id: .trial(1), community: .trial(1), number: 1, company: "荷塘超市", companyAccount: nil,
            path: PlacePath(text: "/1/"), signed: start, starts: start, ends: start.adding(days: 365),
            purpose: "",
            ended: nil, endReason: "")
        #expect(agreement.state(on: start.adding(days: days)) == state)
    }

    @Test(
        arguments: [
            (PledgeKind.money, "1,200.5", 120_050), (.hours, "1.5", 90), (.hours, "0.25", 15),
            (.goods, "12", 12),
        ] as [(PledgeKind, String, Int64)])
    func amountsAreReadAsPeopleWriteThem(_ kind: PledgeKind, _ text: String, _ units: Int64) throws {
        #expect(try kind.read(text) == units)
    }
}

@Suite struct CircleTests {
    @Test(arguments: Engine.all) func whatIsShortIsSeen(_ engine: Engine) async throws {
        try await ResourceTrial.run(engine) { trial in
            let circle = try await trial.perform(
                StartCircle(place: trial.here.id, title: "银龄圈", purpose: "独居老人每天一顿热饭", lead: "陆小满"))
            let due = trial.today.adding(days: 20)
            let rice = try await trial.perform(
                AddCircleMember(
                    circle: circle.id, member: "荷塘超市", isInside: false,
                    pledge: PledgeDraft(.goods, "大米", unit: "袋", pledged: 40, due: due)))
            func member() async throws -> CircleMember {
                let id = trial.here.id
                return try #require(
                    try await trial.steward.database.read { try CircleStore.member(rice, in: id, $0) })
            }
            #expect(try await member().isShort(on: trial.today))
            try await trial.perform(RecordDelivery(pledge: rice, day: trial.today, quantity: 30))
            #expect(try await member().missing == 10)
            #expect(try await !member().isShort(on: trial.today))
            #expect(try await member().isShort(on: due.adding(days: 1)))
            try await trial.perform(EndCircleMember(circle: circle.id, member: rice))
            await expectRefusal("circles.member-ended") {
                try await trial.perform(EndCircleMember(circle: circle.id, member: rice))
            }
            try await trial.perform(EndCircle(circle: circle.id))
            await expectRefusal("circles.ended") { try await trial.perform(EndCircle(circle: circle.id)) }
            #expect(try await trial.breaks() == [])
        }
    }
}
