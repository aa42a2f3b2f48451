import Actions
import People
import Storage
import Values
import Web

/// One need as whoever said it follows it: how it came here, who is in charge, the question that closes it.
struct FollowNeedPage: Page {
    struct Model: Codable, Sendable {
        let number: String
        let title: String
        let words: String
        let className: String
        let place: String
        let spot: String
        let state: NeedState
        let outcome: String?
        let reason: String?
        let isHeld: Bool
        let said: Instant
        let due: Instant?
        let owner: String
        let mergedInto: String?
        let course: [CourseEntry]
        let photos: [String]
        let asksFeedback: Bool
        let satisfaction: Satisfaction?
        let consent: Instant?
        let mayWithdraw: Bool
        let footLine: String
    }

    /// The need of the address, if the visitor may follow it.
    static func need(_ visit: Visit, _ reading: any Reading) throws -> Need {
        let number = try visit.parameter("number")
        guard let need = try NeedStore.need(serial: number, in: visit.community, reading),
            visit.allows(NeedsRights.follow, on: need)
        else { throw FollowRefusal.openFirst }
        return need
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let need = try Self.need(visit, reading)
        let words = try VocabularyStore.vocabulary(in: visit.community, reading)
        let events = try NeedStore.events(of: need.id, in: visit.community, reading, publicOnly: true)
        let photos = try AttachmentStore.list(
            of: need.pictures, in: visit.community, releasedOnly: false, reading)
        let into = try need.mergedInto.flatMap {
            try NeedStore.need($0, in: visit.community, reading)?.serial
        }
        return Model(
            number: need.serial, title: need.title, words: need.words,
            className: words.className(need.classKey)[visit.language],
            place: [need.gridName, need.placeName].filter { !$0.isEmpty }.joined(separator: " "),
            spot: need.spot,
            state: need.state, outcome: need.outcome.map { words.name(.outcome, $0)[visit.language] },
            reason: need.reason, isHeld: need.held == .waiting, said: need.reported,
            due: need.state.isOpen && need.state != .answered ? need.due : nil, owner: need.ownerName,
            mergedInto: into, course: CourseEntry.entries(need, events), photos: photos.map(\.id.description),
            asksFeedback: need.state == .answered, satisfaction: need.satisfaction, consent: need.consent,
            mayWithdraw: need.state.isOpen && need.state.next.contains(.withdrawn),
            footLine: visit.locality.footLine)
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(FollowPhrase.pageTitle(model.number)) }
}

/// A stretch of a need's course: one of the five steps, or how it ended, with what was said during it.
struct CourseEntry: Codable, Sendable, Hashable {
    let state: NeedState
    let at: Instant
    var author: String
    /// What was said during it, in order.
    var words: [String]

    /// The public events gathered by the step in which they fell.
    static func entries(_ need: Need, _ events: [NeedEvent]) -> [CourseEntry] {
        var all: [CourseEntry] = []
        for event in events {
            let name = event.author == nil || event.author != need.reporter ? event.authorName : ""
            if let last = all.last, last.isSameStretch(as: event.state) {
                if event.kind != .sentence, !event.text.isEmpty {
                    all[all.count - 1].words.append(event.text)
                }
                if all[all.count - 1].author.isEmpty { all[all.count - 1].author = name }
            } else {
                let first = all.isEmpty ? [need.words] : []
                let said = event.text.isEmpty || event.kind == .sentence ? [] : [event.text]
                all.append(CourseEntry(state: event.state, at: event.at, author: name, words: first + said))
            }
        }
        return all
    }

    private func isSameStretch(as other: NeedState) -> Bool {
        state == other || (state.step != nil && state.step == other.step)
    }

    func title(_ language: Language) -> String { (state.step?.title ?? state.title)[language] }
}
