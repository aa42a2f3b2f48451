import Actions
import Needs
import People
import Values

/// The needs of the city, day by day over half a year; all of a day's go through one step together, so that
/// one commit carries many.
///
/// What waits for its next step lies in a drawer for the day on which that is taken; drawers beyond today
/// stay shut, and so the needs of the last weeks stand at every step.
struct CityCourse {
    struct Town: Sendable {
        let id: Identifier
        let buildings: [String]
        let worker: Actor
        let resources: [TownResource]
        let needs: Int
    }

    /// The steps in the order of a day's hours.
    private enum Step: Int, CaseIterable {
        case accept, propose, promise, use, ask, answer, close
    }

    /// A need on its way.
    private struct Waiting {
        let town: Int
        let need: Identifier
        /// The town's resource that answers it, if one does.
        let resource: Int?
        /// The link, from the asking on; before that the need itself, which no verb takes for a link.
        var asked: Identifier
        /// What else is drawn by lot about this need.
        var dice: Dice
    }

    private static let days = 182
    /// So many actions wait for the writer at once; more would only take memory.
    private static let together = 1024

    private let stage: Stage
    private let towns: [Town]
    /// By days before today, then by step.
    private var drawers: [[[Waiting]]]

    init(_ stage: Stage, _ towns: [Town]) {
        self.stage = stage
        self.towns = towns
        let empty: [[Waiting]] = Step.allCases.map { _ in [] }
        drawers = Array(repeating: empty, count: Self.days + 1)
    }

    mutating func run() async throws {
        for daysAgo in (0...Self.days).reversed() {
            stage.telling.clock.set(stage.calendar.moment(daysAgo, 100))
            try await say(daysAgo)
            for step in Step.allCases {
                stage.telling.clock.set(stage.calendar.moment(daysAgo, 200 + 100 * step.rawValue))
                let waiting = drawers[daysAgo][step.rawValue]
                drawers[daysAgo][step.rawValue] = []
                for part in waiting.chunks(of: Self.together) { try await take(step, part, daysAgo) }
            }
        }
    }

    /// Lays a need into the drawer of a later day; beyond today it stays where it is.
    private mutating func lay(_ waiting: Waiting, _ step: Step, _ daysAgo: Int) {
        if daysAgo >= 0 { drawers[daysAgo][step.rawValue].append(waiting) }
    }

    // MARK: Saying

    private mutating func say(_ daysAgo: Int) async throws {
        let turn = Self.days - daysAgo
        var said: [(town: Int, order: Int)] = []
        for (index, town) in towns.enumerated() {
            let first = town.needs * turn / (Self.days + 1), next = town.needs * (turn + 1) / (Self.days + 1)
            for order in first..<next { said.append((index, order)) }
        }
        for part in said.chunks(of: Self.together) {
            let drawn = part.map { Drawn($0, towns[$0.town], stage) }
            let steward = stage.telling.steward
            let bodies = zip(part, drawn).map { said, drawn -> @Sendable () async throws -> Identifier in
                let town = towns[said.town]
                guard drawn.isOwnWords else {
                    let entering = EnterNeed(drawn.draft, source: "desk")
                    return { try await steward.perform(entering, by: town.worker, in: town.id).id }
                }
                return { try await steward.perform(ReportNeed(drawn.draft), by: .anyone, in: town.id).id }
            }
            for ((said, drawn), need) in zip(zip(part, drawn), try await stage.line.all(bodies)) {
                var waiting = Waiting(
                    town: said.town, need: need, resource: drawn.resource, asked: need, dice: drawn.dice)
                let later = waiting.dice.below(3)
                lay(waiting, .accept, daysAgo - later)
            }
        }
    }

    // MARK: Steps

    private mutating func take(_ step: Step, _ waiting: [Waiting], _ daysAgo: Int) async throws {
        switch step {
        case .accept:
            try await each(waiting) { AcceptNeed($0.need) }
            for var one in waiting {
                let next: Step = one.resource == nil ? .close : .propose
                lay(one, next, daysAgo - 1 - one.dice.below(next == .close ? 12 : 4))
            }
        case .propose: try await propose(waiting, daysAgo)
        case .promise:
            try await each(waiting) { AnswerLink(reservation: $0.asked, answer: .accept(quantity: nil)) }
            go(waiting, .use, daysAgo, within: 5)
        case .use:
            let day = stage.calendar.day(daysAgo)
            try await each(waiting) { RecordUse(link: $0.asked, day: day, quantity: 1) }
            go(waiting, .ask, daysAgo, within: 3)
        case .ask:
            try await each(waiting) { AskFeedback(need: $0.need) }
            go(waiting, .answer, daysAgo, within: 5)
        case .answer: try await each(waiting, isOwn: true) { GiveFeedback($0.need, .yes) }
        case .close: try await each(waiting) { CloseNeed($0.need, outcome: "done", reason: "办好了，回过话") }
        }
    }

    private mutating func go(_ waiting: [Waiting], _ step: Step, _ daysAgo: Int, within days: Int) {
        for var one in waiting { lay(one, step, daysAgo - 1 - one.dice.below(days)) }
    }

    /// Asks the resource; where a month is used up, the worker sees to it without.
    private mutating func propose(_ waiting: [Waiting], _ daysAgo: Int) async throws {
        let steward = stage.telling.steward, day = stage.calendar.day(daysAgo)
        let bodies = waiting.map { one -> @Sendable () async throws -> Identifier? in
            let town = towns[one.town], resource = town.resources[one.resource ?? 0]
            let proposing = ProposeLink(
                need: one.need, resource: resource.id, of: town.id, quantity: 1, wantedDay: day,
                reasons: "类别对得上；本社区；\(resource.hours)")
            return {
                do {
                    return try await steward.perform(proposing, by: town.worker, in: town.id)
                } catch ResourceRefusal.notEnough {
                    return nil
                }
            }
        }
        for (one, link) in zip(waiting, try await stage.line.all(bodies)) {
            var one = one
            one.asked = link ?? one.need
            lay(one, link == nil ? .close : .promise, daysAgo - 1 - one.dice.below(3))
        }
    }

    /// One action on each, by the town's worker or by the one who said it.
    private func each<A: Action>(
        _ waiting: [Waiting], isOwn: Bool = false, _ action: (Waiting) -> A
    ) async throws {
        let steward = stage.telling.steward
        let bodies = waiting.map { one -> @Sendable () async throws -> Bool in
            let town = towns[one.town], action = action(one)
            let actor = isOwn ? Actor(kind: .anyone, opened: [one.need]) : town.worker
            return {
                _ = try await steward.perform(action, by: actor, in: town.id)
                return true
            }
        }
        _ = try await stage.line.all(bodies)
    }
}

extension CityCourse {
    /// What one need is about, drawn by a lot of its own.
    private struct Drawn: Sendable {
        let draft: NeedDraft
        /// The town's resource that answers it, if one does.
        let resource: Int?
        /// Said by the resident; else written down at the desk.
        let isOwnWords: Bool
        let dice: Dice

        init(_ said: (town: Int, order: Int), _ town: Town, _ stage: Stage) {
            var dice = stage.dice("need \(said.town) \(said.order)")
            let sentence = dice.pick(Sentences.weighted) ?? Sentences.all[0]
            var draft = NeedDraft(sentence.words(&dice), at: .code(dice.pick(town.buildings) ?? "b1"))
            draft.classKey = sentence.needClass
            draft.group = sentence.group
            if dice.chance(30), !sentence.needClass.hasPrefix("crisis-") { draft.urgency = "planned" }
            draft.contact = Contact(phone: InventedPhone.number(dice.below(10_000)))
            isOwnWords = dice.chance(50)
            resource = town.resources.firstIndex { $0.classes.contains(sentence.needClass) }
            (self.draft, self.dice) = (draft, dice)
        }
    }
}

extension Array {
    /// Slices of at most so many, in order.
    fileprivate func chunks(of most: Int) -> [[Element]] {
        stride(from: 0, to: count, by: most).map { Array(self[$0..<Swift.min($0 + most, count)]) }
    }
}
