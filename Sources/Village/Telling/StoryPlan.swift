import Needs
import Values

/// What is done about one need, step by step.
enum Deed: Sendable, Hashable {
    case report, accept
    case note(String)
    case giveBack(reason: String)
    case reopen
    /// Another saying the same, merged at once.
    case voice(Int)
    case agreeDay
    case handOver
    case propose(String, again: Bool)
    case promise(String)
    /// Promised for another day, which suits too.
    case promiseLater(String)
    /// The one in need agrees to be named to the one who helps.
    case consent(String)
    case decline(String, reason: String)
    case use(String)
    case ask
    case answer(Satisfaction, String)
    case close(String)
    case withdraw
    case merge(into: Int)
    case release(String)
}

/// A story turned into deeds at their times.
struct StoryPlan {
    private(set) var deeds: [(at: Instant, deed: Deed)] = []
    private let story: NeedStory
    private var steps: [Deed] = []

    init(_ story: NeedStory, _ calendar: Almanac) {
        self.story = story
        compose(calendar)
        var dice = Dice(seed: calendar.seed, for: "story \(story.number)")
        let said = calendar.moment(story.daysAgo, using: &dice)
        let last =
            story.daysTaken == 0 ? said : calendar.moment(story.daysAgo - story.daysTaken, using: &dice)
        let span = max(0, (last - said).microseconds)
        // On the first day it is taken on; the rest comes evenly, the last step on the last day.
        for (index, deed) in steps.enumerated() {
            let share = index <= 1 ? Int64(index) : Int64(index * 1000 / max(1, steps.count - 1))
            let at = said + Instant.Span(microseconds: span / 1000 * share)
            deeds.append((at: min(at, calendar.today), deed: deed))
        }
    }

    private mutating func compose(_ calendar: Almanac) {
        steps = [.report]
        if story.state == .found && !isWaitingLong { return }
        steps.append(.accept)
        for turn in story.turns { compose(turn) }
        if isOpen, !stays, !story.turns.contains(.late) { steps.append(.agreeDay) }
        if !stays { composeLinks() }
        if !story.note.isEmpty {
            steps.insert(.note(story.note), at: min(steps.count, max(2, steps.count - 1)))
        }
        composeEnding()
        if !story.released.isEmpty { steps.append(.release(story.released)) }
    }

    private var isOpen: Bool { story.state != .closed }

    /// Said a week ago and nobody found yet: it was taken on at least.
    private var isWaitingLong: Bool { story.daysAgo > 5 }

    /// Given back, and not said again since.
    private var stays: Bool {
        isOpen && story.resources.isEmpty
            && story.turns.contains {
                if case .returned = $0 { true } else { false }
            }
    }

    private mutating func compose(_ turn: NeedStory.Turn) {
        switch turn {
        case .returned(let reason):
            steps.append(.giveBack(reason: reason))
            if !stays { steps.append(.reopen) }
        case .voices(let count) where isOpen && count <= 8 && !stays:
            for number in 1..<max(1, count) { steps.append(.voice(number)) }
        case .declined(let resource, let reason):
            steps += [.propose(resource, again: false), .decline(resource, reason: reason)]
        case .toCase, .toCouncil: steps.append(.handOver)
        case .anonymous, .withPhoto, .late, .reopened, .merged, .voices: break
        }
    }

    /// The resources that did not say no.
    private var willing: [String] {
        let declined = story.turns.compactMap { turn in
            if case .declined(let resource, _) = turn { resource } else { nil }
        }
        return story.resources.filter { !declined.contains($0) }
    }

    private mutating func composeLinks() {
        switch story.state {
        case .found: break
        case .identified: steps += willing.prefix(1).map { .propose($0, again: false) }
        case .linked, .used, .awaitingFeedback, .closed: composePromises()
        }
    }

    private mutating func composePromises() {
        let used = story.state == .linked ? [] : story.state == .used ? Array(willing.prefix(1)) : willing
        for resource in willing {
            let isLater = story.number % 9 == 4 && resource == willing.first
            steps += [
                .propose(resource, again: false), isLater ? .promiseLater(resource) : .promise(resource),
            ]
        }
        if !story.isAnonymous, story.beneficiary == .own, story.number % 3 == 1 {
            steps += willing.prefix(1).map { .consent($0) }
        }
        if story.turns.contains(.reopened), let first = willing.first {
            steps += [.use(first), .ask, .answer(.no, ""), .propose(first, again: true), .promise(first)]
        }
        steps += used.map { .use($0) }
        if story.state == .awaitingFeedback, !used.isEmpty { steps.append(.ask) }
    }

    private mutating func composeEnding() {
        guard story.state == .closed else { return }
        let wasUsed = !willing.isEmpty
        if story.outcome == "merged", let target = mergedInto { return steps.append(.merge(into: target)) }
        if story.outcome == "withdrawn" { return steps.append(.withdraw) }
        switch (story.outcome, wasUsed) {
        case ("done", true) where saysHow: steps += [.ask, .answer(.yes, story.feedback)]
        case ("partly", true): steps += [.ask, .answer(.almost, story.feedback), .close(story.outcome)]
        case ("no-agreement", true): steps += [.ask, .answer(.no, story.feedback), .close(story.outcome)]
        default:
            steps.append(.close(story.outcome))
            if !story.feedback.isEmpty, story.outcome == "done" || story.outcome == "explained" {
                steps.append(.answer(.yes, story.feedback))
            }
        }
    }

    private var mergedInto: Int? {
        story.turns.lazy.compactMap { turn in
            if case .merged(let number) = turn { number } else { nil }
        }.first
    }

    /// Whether anybody said how it went; of those who wrote no word, two of three press the button.
    private var saysHow: Bool { !story.feedback.isEmpty || (!story.isAnonymous && story.number % 3 != 0) }
}
