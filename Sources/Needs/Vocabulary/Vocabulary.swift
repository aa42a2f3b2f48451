public import Values

/// A community's words for needs and resources: every list in its order, with what the rules read of the
/// entries.
public final class Vocabulary: Sendable {
    private let lists: [TermList: [Term]]
    private let offered: [TermList: [Term]]
    private let byKey: [TermList: [String: Term]]
    /// Of every entry, for lists that name many.
    private let names: [TermList: [String: Text]]
    private let classesByArea: [String: [Term]]

    public init(_ terms: [Term]) {
        let sorted = terms.sorted { ($0.sort, $0.key) < ($1.sort, $1.key) }
        lists = Dictionary(grouping: sorted, by: \.list)
        offered = lists.mapValues { $0.filter { !$0.isClosed } }
        byKey = lists.mapValues { Dictionary($0.map { ($0.key, $0) }) { first, _ in first } }
        names = byKey.mapValues { $0.mapValues(\.name) }
        classesByArea = Dictionary(grouping: lists[.need] ?? []) { $0.parent ?? "" }
    }

    /// The entries that are offered, in their order.
    public func terms(_ list: TermList) -> [Term] { offered[list] ?? [] }

    /// Every entry, those closed included.
    public func allTerms(_ list: TermList) -> [Term] { lists[list] ?? [] }

    public func term(_ list: TermList, _ key: String) -> Term? { byKey[list]?[key] }

    /// The name of an entry; its key where the vocabulary has none.
    public func name(_ list: TermList, _ key: String) -> Text { names[list]?[key] ?? Text(key, key) }

    public func className(_ key: String) -> Text { name(.need, key) }

    /// Whether the key may be chosen for something new.
    public func offers(_ list: TermList, _ key: String) -> Bool {
        term(list, key).map { !$0.isClosed } ?? false
    }

    /// The classes of an area of service, those closed included.
    public func classes(in area: String) -> [Term] { classesByArea[area] ?? [] }

    /// The area of service that a class belongs to.
    public func area(of key: String) -> Term? { term(.need, key)?.parent.flatMap { term(.area, $0) } }

    /// Whether needs of the class lie in a place open to all. A quiet class never does, whatever else is set.
    public func isPublicSpace(_ key: String) -> Bool {
        (term(.need, key)?.details.publicSpace ?? false) && !isQuiet(key)
    }

    /// The classes whose needs lie in places open to all.
    public var publicSpaceClasses: [Term] { terms(.need).filter { isPublicSpace($0.key) } }

    /// Whether the public is told neither class nor place of such a need until a worker releases a sentence.
    public func isQuiet(_ key: String) -> Bool { term(.need, key)?.details.isQuiet ?? false }

    /// The quiet classes, those closed included.
    public var quietClasses: [Term] { allTerms(.need).filter { $0.details.isQuiet ?? false } }

    /// The urgency that a class starts with, or the gentlest that is not the last.
    public func urgency(of key: String) -> String {
        if let own = term(.need, key)?.details.urgency, offers(.urgency, own) { return own }
        return terms(.urgency).dropLast().last?.key ?? terms(.urgency).first?.key ?? ""
    }

    /// The class of a need that came without one: the first of the last first choice.
    public var openClass: String {
        let last = terms(.firstChoice).last?.details.classes?.first { offers(.need, $0) }
        return last ?? terms(.need).last?.key ?? ""
    }

    /// When a need of an urgency is due; nil where the urgency sets no time.
    public func due(_ urgency: String, after said: Instant, _ calendar: WorkCalendar) -> Instant? {
        guard let details = term(.urgency, urgency)?.details else { return nil }
        if let hours = details.hours { return calendar.due(after: said, hours: hours) }
        return details.workingDays.map { calendar.due(after: said, workingDays: $0) }
    }
}
