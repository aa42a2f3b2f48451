public import Actions
import People
public import Values

/// A worker sets title, class, group, urgency or quantity right. Another urgency sets another due time.
///
/// Refuses: keys that the vocabulary does not offer, and a need that has ended.
public struct EditNeed: NeedAction {
    public static let name = "needs.edit"
    public static let right = NeedsRights.handle

    public let need: Identifier
    /// Nil leaves a part as it is.
    public var title: String?
    public var classKey: String?
    public var group: String?
    public var urgency: String?
    public var quantity: Int64?

    public init(_ need: Identifier) { self.need = need }

    public func run(on need: Need, in work: Work) throws -> Done {
        guard need.state.isOpen else { throw NeedRefusal.alreadyClosed }
        let vocabulary = try VocabularyStore.vocabulary(in: work.community, work.database)
        try work.change(need) { change in
            try setTexts(&change.need, vocabulary)
            try setUrgency(&change.need, vocabulary, in: work)
            change.add(.edited, changes(from: need, to: change.need, vocabulary))
        }
        work.record(["title": need.title, "class": need.classKey, "urgency": need.urgency], about: need.id)
        return Done()
    }

    private func setTexts(_ need: inout Need, _ vocabulary: Vocabulary) throws {
        if let title { need.title = try DraftTexts.text(title, .line(1...60), field: "title") }
        if let classKey, classKey != need.classKey {
            guard vocabulary.offers(.need, classKey) else { throw NeedRefusal.noSuchClass }
            need.classKey = classKey
        }
        if let group {
            guard group.isEmpty || group == need.group || vocabulary.offers(.group, group) else {
                throw NeedRefusal.noSuchGroup
            }
            need.group = group
        }
        if let quantity { need.quantity = min(max(quantity, 1), 10_000) }
    }

    private func setUrgency(_ need: inout Need, _ vocabulary: Vocabulary, in work: Work) throws {
        guard let urgency, urgency != need.urgency else { return }
        guard vocabulary.offers(.urgency, urgency) else { throw NeedRefusal.noSuchUrgency }
        need.urgency = urgency
        need.due = vocabulary.due(urgency, after: need.reported, try CalendarStore.calendar(work.database))
        if !need.isLate(at: work.now) { need.lateTold = nil }
    }

    /// What changed, in the words of the vocabulary.
    private func changes(from old: Need, to new: Need, _ vocabulary: Vocabulary) -> String {
        var parts: [String] = []
        func tell(_ before: String, _ after: String) {
            if before != after { parts.append("\(before) → \(after)") }
        }
        tell(old.title, new.title)
        tell(vocabulary.className(old.classKey).chinese, vocabulary.className(new.classKey).chinese)
        tell(vocabulary.name(.group, old.group).chinese, vocabulary.name(.group, new.group).chinese)
        tell(vocabulary.name(.urgency, old.urgency).chinese, vocabulary.name(.urgency, new.urgency).chinese)
        tell("\(old.quantity)", "\(new.quantity)")
        return parts.joined(separator: "；")
    }
}
