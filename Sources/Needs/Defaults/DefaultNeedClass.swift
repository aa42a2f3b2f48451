import Values

/// A class of need, the lower of the two levels, as a new community finds it. A default, to be edited.
public struct DefaultNeedClass: Sendable, Hashable {
    /// The area's key, a hyphen and a word; never changes once shipped.
    public let key: String
    public let name: Text
    /// What belongs here, in the words a resident would use.
    public let hint: Text
    /// The key of its `DefaultServiceArea`.
    public let area: String
    /// Whether the need lies in a place open to all and names nobody. Only such classes are shown by Open311.
    public let publicSpace: Bool
    /// Whether to be known to have such a need would endanger or shame a household.
    public let isQuiet: Bool
    /// The key of the `DefaultUrgency` it starts with.
    public let urgency: String
    /// Keys of the kinds of resource that can answer it, likeliest first.
    public let answeredBy: [String]
    /// The place in the whole list, from 10 in tens.
    public let sort: Int

    /// Every class, by area and then as listed.
    public static let all: [DefaultNeedClass] = {
        let drafts = people + supports + standing + places
        return DefaultServiceArea.all
            .flatMap { area in drafts.filter { $0.area == area.key } }
            .enumerated().map { index, draft in draft.sorted((index + 1) * 10) }
    }()

    /// The classes of one area in their order.
    public static func of(area: String) -> [DefaultNeedClass] { all.filter { $0.area == area } }

    /// A class that concerns a person or a home.
    static func personal(
        _ key: String, _ name: Text, _ hint: Text, _ urgency: String = "general", by kinds: String
    ) -> DefaultNeedClass {
        DefaultNeedClass(
            key: key, name: name, hint: hint, area: area(of: key), publicSpace: false, isQuiet: false,
            urgency: urgency, answeredBy: kinds.split(separator: " ").map(String.init), sort: 0)
    }

    /// A class that concerns a person or a home, and of which the public is told nothing.
    static func quiet(
        _ key: String, _ name: Text, _ hint: Text, _ urgency: String = "general", by kinds: String
    ) -> DefaultNeedClass {
        DefaultNeedClass(
            key: key, name: name, hint: hint, area: area(of: key), publicSpace: false, isQuiet: true,
            urgency: urgency, answeredBy: kinds.split(separator: " ").map(String.init), sort: 0)
    }

    /// A class that concerns a place open to all.
    static func common(
        _ key: String, _ name: Text, _ hint: Text, _ urgency: String = "general", by kinds: String
    ) -> DefaultNeedClass {
        DefaultNeedClass(
            key: key, name: name, hint: hint, area: area(of: key), publicSpace: true, isQuiet: false,
            urgency: urgency, answeredBy: kinds.split(separator: " ").map(String.init), sort: 0)
    }

    private static func area(of key: String) -> String {
        key.split(separator: "-").first.map(String.init) ?? key
    }

    private func sorted(_ sort: Int) -> DefaultNeedClass {
        DefaultNeedClass(
            key: key, name: name, hint: hint, area: area, publicSpace: publicSpace, isQuiet: isQuiet,
            urgency: urgency, answeredBy: answeredBy, sort: sort)
    }
}
