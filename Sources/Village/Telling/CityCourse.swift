import Actions
import Needs
import People
import Values

/// The needs of some towns, day by day over half a year.
///
/// All that happens on a day is handed over at once, a town's things together, so that one commit carries
/// many and writes each page of the towns once. What waits for its next step lies in a drawer for the day on
/// which that is taken; drawers beyond today stay shut, and so the needs of the last weeks stand at every
/// step.
struct CityCourse {
    struct Town: Sendable {
        let id: Identifier
        /// Its place in the city: the lots of its needs are drawn by it.
        let number: Int
        let buildings: [String]
        let worker: Actor
        let resources: [TownResource]
        let needs: Int
    }

    private enum Step {
        case say, accept, propose(TownResource), promise(link: Identifier), use(link: Identifier)
        case ask, answer, close
    }

    /// A need and the step that is next.
    private struct Waiting {
        let step: Step
        let draft: CityNeed
        /// The town itself until the need is said.
        let need: Identifier
        let dice: Dice
    }

    static let days = 182

    private let stage: Stage
    private let towns: [Town]
    /// By days before today, then by town.
    private var drawers: [[[Waiting]]]

    init(_ stage: Stage, _ towns: [Town]) {
        self.stage = stage
        self.towns = towns
        let empty: [[Waiting]] = towns.map { _ in [] }
        drawers = Array(repeating: empty, count: Self.days + 1)
    }

    mutating func run() async throws {
        for daysAgo in (0...Self.days).reversed() {
            stage.telling.clock.set(stage.calendar.moment(daysAgo, 300 + daysAgo % 7 * 60))
            for index in towns.indices { say(index, daysAgo) }
            let today = drawers[daysAgo]
            drawers[daysAgo] = []
            let bodies = zip(towns, today).flatMap { town, waiting in
                waiting.map { deed($0, town, daysAgo) }
            }
            var answers = try await stage.line.all(bodies)[...]
            for (index, waiting) in today.enumerated() {
                for one in waiting { follow(one, index, answers.popFirst() ?? nil, daysAgo) }
            }
        }
    }

    /// What a town says on a day: as many as on any other, the remainder spread evenly.
    private mutating func say(_ index: Int, _ daysAgo: Int) {
        let town = towns[index], turn = Self.days - daysAgo
        let first = town.needs * turn / (Self.days + 1), next = town.needs * (turn + 1) / (Self.days + 1)
        for order in first..<next {
            var dice = stage.dice("need \(town.number) \(order)")
            let draft = CityNeed(town, &dice)
            drawers[daysAgo][index].append(
                Waiting(step: .say, draft: draft, need: town.id, dice: dice))
        }
    }

    /// The action of a step; it answers with what it made, if anything.
    private func deed(
        _ one: Waiting, _ town: Town, _ daysAgo: Int
    ) -> @Sendable () async throws -> Identifier? {
        let own = Actor(kind: .anyone, opened: [one.need])
        return switch one.step {
        case .say:
            one.draft.isOwnWords
                ? perform(ReportNeed(one.draft.content), by: .anyone, town) { $0.id }
                : perform(EnterNeed(one.draft.content, source: "desk"), by: town.worker, town) { $0.id }
        case .accept: perform(AcceptNeed(one.need), by: town.worker, town)
        case .propose(let resource): propose(resource, for: one.need, town, daysAgo)
        case .promise(let link):
            perform(AnswerLink(reservation: link, answer: .accept(quantity: nil)), by: town.worker, town)
        case .use(let link):
            perform(
                RecordUse(link: link, day: stage.calendar.day(daysAgo), quantity: 1), by: town.worker, town)
        case .ask: perform(AskFeedback(need: one.need), by: town.worker, town)
        case .answer: perform(GiveFeedback(one.need, .yes), by: own, town)
        case .close:
            perform(CloseNeed(one.need, outcome: "done", reason: "办好了，回过话"), by: town.worker, town)
        }
    }

    private func perform<A: Action>(
        _ action: A, by actor: Actor, _ town: Town,
        made: @escaping @Sendable (A.Answer) -> Identifier? = { _ in nil }
    ) -> @Sendable () async throws -> Identifier? {
        let steward = stage.telling.steward
        return { made(try await steward.perform(action, by: actor, in: town.id)) }
    }

    /// Asks the resource; nil where its month is used up.
    private func propose(
        _ resource: TownResource, for need: Identifier, _ town: Town, _ daysAgo: Int
    ) -> @Sendable () async throws -> Identifier? {
        let steward = stage.telling.steward
        let proposing = ProposeLink(
            need: need, resource: resource.id, of: town.id, quantity: 1,
            wantedDay: stage.calendar.day(daysAgo), reasons: "类别对得上；本社区；\(resource.hours)")
        return {
            do {
                return try await steward.perform(proposing, by: town.worker, in: town.id)
            } catch ResourceRefusal.notEnough {
                return nil
            }
        }
    }

    /// Lays a need into the drawer of its next step; where the month of a resource is used up, the worker
    /// sees to it without.
    private mutating func follow(_ one: Waiting, _ town: Int, _ made: Identifier?, _ daysAgo: Int) {
        let (step, within): (Step, Int)
        switch one.step {
        case .say: (step, within) = (.accept, 2)
        case .accept: (step, within) = one.draft.resource.map { (.propose($0), 4) } ?? (.close, 12)
        case .propose: (step, within) = made.map { (.promise(link: $0), 3) } ?? (.close, 6)
        case .promise(let link): (step, within) = (.use(link: link), 5)
        case .use: (step, within) = (.ask, 3)
        case .ask: (step, within) = (.answer, 5)
        case .answer, .close: return
        }
        var dice = one.dice
        let later = daysAgo - 1 - dice.below(within)
        guard later >= 0 else { return }
        // The first step makes the need; what a later one makes is a link.
        let need = if case .say = one.step { made ?? one.need } else { one.need }
        drawers[later][town].append(Waiting(step: step, draft: one.draft, need: need, dice: dice))
    }
}

/// What a need of a town is about, drawn by a lot of its own.
private struct CityNeed: Sendable {
    let content: NeedDraft
    /// The town's resource that answers it, if one does.
    let resource: TownResource?
    /// Said by the resident; else written down at the desk.
    let isOwnWords: Bool

    init(_ town: CityCourse.Town, _ dice: inout Dice) {
        let sentence = dice.pick(Sentences.weighted) ?? Sentences.all[0]
        var content = NeedDraft(sentence.words(&dice), at: .code(dice.pick(town.buildings) ?? "b1"))
        content.classKey = sentence.needClass
        content.group = sentence.group
        if dice.chance(30), !sentence.needClass.hasPrefix("crisis-") { content.urgency = "planned" }
        content.contact = Contact(phone: InventedPhone.number(dice.below(10_000)))
        self.content = content
        isOwnWords = dice.chance(50)
        resource = town.resources.first { $0.classes.contains(sentence.needClass) }
    }
}
