import Actions
import Storage
import Synchronization
import Testing
import Trials
import Values

@testable import Needs

/// Links across two communities: each side changes only its own rows, letters join them.
@Suite struct LinkLetterTests {
    /// Delivers each letter as often as `times` says: 0 loses it with a fault, 2 delivers it twice.
    private final class Uneven: LetterKind {
        let inner: any LetterKind
        let times: Mutex<[Int]>
        var name: String { inner.name }

        init(_ inner: any LetterKind, _ times: [Int]) {
            self.inner = inner
            self.times = Mutex(times)
        }

        func deliver(_ payload: [UInt8], of letter: Letter, by steward: Steward) async throws {
            let count = times.withLock { $0.isEmpty ? 1 : $0.removeFirst() }
            for _ in 0..<count { try await inner.deliver(payload, of: letter, by: steward) }
            if count == 0 { throw StorageFault.busy }
        }
    }

    private func shared(_ trial: ResourceTrial, capacity: Int64 = 5) async throws -> Resource {
        let resource = try await trial.add(in: trial.there, capacity: capacity)
        try await trial.perform(
            ShareResource(resource: resource.id, to: trial.here.path), by: trial.there.supervisor,
            in: trial.there)
        return resource
    }

    private func ask(
        _ trial: ResourceTrial, _ need: Need, _ resource: Resource, _ quantity: Int64 = 1
    ) async throws
        -> Identifier
    {
        try await trial.perform(
            ProposeLink(need: need.id, resource: resource.id, of: trial.there.id, quantity: quantity))
    }

    @Test(arguments: [[], [0], [2], [0, 0, 2], [2, 2, 2, 2, 2, 2]] as [[Int]])
    func aRequestAndItsAnswerGoThroughLostAndDoubleDeliveries(_ times: [Int]) async throws {
        try await ResourceTrial.run { trial in
            let carrier = trial.carrier(ResourceLetters.kinds.map { Uneven($0, times) })
            func carryAll() async throws {
                for _ in 0..<8 {
                    try await carrier.carry()
                    trial.clock.move(by: .hours(1))
                }
            }
            let resource = try await shared(trial)
            let need = try await trial.need()
            let id = try await ask(trial, need, resource, 2)
            #expect(try await trial.link(id).state == .sent)
            try await carryAll()
            #expect(try await trial.link(id).state == .proposed)
            #expect(try await trial.count(resource) == PeriodCount(asked: 2, taken: 2))

            try await trial.perform(
                AnswerLink(reservation: id, answer: .accept(quantity: nil)), by: trial.there.owner,
                in: trial.there)
            try await carryAll()
            #expect(try await trial.link(id).state == .accepted)
            #expect(try await trial.need(need.id).state == .linked)

            try await trial.perform(RecordUse(link: id, day: trial.today, quantity: 2))
            try await trial.perform(AskFeedback(need: need.id))
            try await trial.perform(GiveFeedback(need.id, .yes, heard: "上门问的"))
            try await carryAll()
            let count = PeriodCount(asked: 2, promised: 2, delivered: 2, taken: 2)
            #expect(try await trial.count(resource) == count)
            let results = try await trial.resource(resource.id, in: trial.there).results
            #expect(results.uses == 1 && results.judged == 1 && results.good == 1)
            #expect(try await trial.figure("links.delivered") == 2)
            #expect(try await trial.breaks() == [])
        }
    }

    @Test func whatIsNotLeftThereIsRefusedByLetter() async throws {
        try await ResourceTrial.run { trial in
            let resource = try await shared(trial, capacity: 1)
            let first = try await trial.need(), second = try await trial.need(grid: 1)
            let one = try await ask(trial, first, resource)
            let two = try await ask(trial, second, resource)
            try await trial.carrier().carry()
            #expect(try await trial.link(one).state == .proposed)
            let refused = try await trial.link(two)
            #expect(refused.state == .declined && refused.answerReason.contains("平安电工组"))
            #expect(try await trial.need(second.id).state == .accepted)
            #expect(try await trial.count(resource) == PeriodCount(asked: 2, taken: 1))
            #expect(try await trial.breaks() == [])
        }
    }

    @Test func anotherDayAndAnEndGoByLetterToo() async throws {
        try await ResourceTrial.run { trial in
            let resource = try await shared(trial)
            let need = try await trial.need()
            let id = try await ask(trial, need, resource, 3)
            try await trial.carrier().carry()
            let day = trial.today.adding(days: 30)
            try await trial.perform(
                AnswerLink(reservation: id, answer: .otherDay(day, reason: "月底有空")), by: trial.there.owner,
                in: trial.there)
            try await trial.carrier().carry()
            #expect(try await trial.link(id).state == .otherDay)
            try await trial.perform(AcceptOtherDay(link: id))
            try await trial.carrier().carry()
            #expect(try await trial.reservation(id, in: trial.there).state == .accepted)
            try await trial.perform(EndLink(link: id, reason: "自己修好了"))
            try await trial.carrier().carry()
            #expect(try await trial.count(resource, day: day).taken == 0)
            #expect(try await trial.breaks() == [])
        }
    }

    @Test func whatIsNotSharedCannotBeAsked() async throws {
        try await ResourceTrial.run { trial in
            let resource = try await trial.add(in: trial.there)
            let need = try await trial.need()
            await expectRefusal("resources.not-shared") { _ = try await ask(trial, need, resource) }
            // A share with the street above reaches its communities.
            try await trial.perform(
                ShareResource(resource: resource.id, to: trial.street), by: trial.there.supervisor,
                in: trial.there)
            _ = try await ask(trial, need, resource)
        }
    }
}
