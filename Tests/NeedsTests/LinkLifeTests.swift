import Actions
import Testing
import Trials
import Values

@testable import Needs

/// Random lives of links in two communities: whatever happens, the numbers agree.
@Suite struct LinkLifeTests {
    @Test(arguments: [3, 20_261_118] as [UInt64]) func numbersAgreeWhateverHappens(
        _ seed: UInt64
    ) async throws {
        try await ResourceTrial.run { trial in
            var luck = Luck(seed: seed)
            var life = Life()
            for kind in PeriodKind.allCases {
                life.resources.append(try await trial.add(capacity: 6) { $0.period = kind })
            }
            let far = try await trial.add(in: trial.there, capacity: 6)
            try await trial.perform(
                ShareResource(resource: far.id, to: trial.street), by: trial.there.supervisor, in: trial.there
            )
            life.resources.append(far)
            var done = 0
            for turn in 1...300 {
                do {
                    try await life.step(&luck, trial)
                    done += 1
                } catch is any Refusal {
                    // An expected no changes nothing; the next turn tries another.
                }
                if luck.below(3) == 0 { try await trial.carrier().carry() }
                trial.clock.move(by: .hours(Int64(luck.below(20))))
                if turn % 20 == 0 { #expect(try await trial.breaks() == [], "after \(turn) turns") }
            }
            #expect(done > 120)
            try await trial.carrier().carry()
            #expect(try await trial.breaks() == [])
        }
    }

    private struct Life {
        var resources: [Resource] = []
        var needs: [Need] = []
        var links: [(id: Identifier, isFar: Bool)] = []

        mutating func step(_ luck: inout Luck, _ trial: ResourceTrial) async throws {
            if needs.count < 4 || luck.below(10) == 0 {
                needs.append(try await trial.need(grid: luck.below(2)))
            }
            guard !links.isEmpty, luck.below(3) > 0 else {
                let resource = luck.pick(resources)
                let ask = ProposeLink(
                    need: luck.pick(needs).id, resource: resource.id, of: resource.community,
                    quantity: Int64(1 + luck.below(4)),
                    wantedDay: luck.below(2) == 0 ? nil : trial.today.adding(days: luck.below(40)),
                    overbook: luck.below(8) == 0)
                let made = try await trial.perform(
                    ask, by: luck.pick([trial.here.worker, trial.here.supervisor]))
                links.append((made, resource.community != trial.here.id))
                return
            }
            try await change(luck.pick(links), &luck, trial)
        }

        private func change(
            _ link: (id: Identifier, isFar: Bool), _ luck: inout Luck, _ trial: ResourceTrial
        ) async throws {
            let village = link.isFar ? trial.there : trial.here
            func answer(_ answer: LinkAnswer) async throws {
                try await trial.perform(
                    AnswerLink(reservation: link.id, answer: answer), by: village.owner, in: village)
            }
            switch luck.below(11) {
            case 0, 1, 2:
                try await answer(.accept(quantity: luck.below(2) == 0 ? nil : Int64(1 + luck.below(3))))
            case 3: try await answer(.decline(reason: "不行"))
            case 4: try await answer(.otherDay(trial.today.adding(days: luck.below(60)), reason: "换一天"))
            case 5: try await trial.perform(AcceptOtherDay(link: link.id))
            case 6, 7, 8:
                try await trial.perform(
                    RecordUse(
                        link: link.id, day: trial.today, quantity: Int64(1 + luck.below(3)),
                        mayExceed: luck.below(4) == 0))
            case 9: try await trial.perform(EndLink(link: link.id, reason: "够了"))
            default:
                let need = luck.pick(needs).id
                if luck.below(2) == 0 {
                    try await trial.perform(AskFeedback(need: need))
                } else {
                    try await trial.perform(GiveFeedback(need, luck.pick(Satisfaction.allCases), heard: "问的"))
                }
            }
        }
    }
}
