import Values

/// One entry of a list that a community may edit: a key, its names, and its place in the list.
///
/// Everything in `Defaults` is what a new community starts with. It is copied into the community's own lists
/// once; from then on the lists are theirs. No rule of the house may ask for a default by its name: an entry
/// may be renamed, hidden or added to at any time. The key alone stays.
public struct DefaultTerm: Sendable, Hashable {
    /// Lower-case ASCII letters and hyphens; never changes once shipped.
    public let key: String
    public let name: Text
    /// The place in the list, from 10 in tens, so that others fit between.
    public let sort: Int

    public init(_ key: String, _ name: Text, _ sort: Int) {
        self.key = key
        self.name = name
        self.sort = sort
    }

    /// The terms of a list in its order, numbered in tens.
    static func list(_ entries: [(String, String, String)]) -> [DefaultTerm] {
        entries.enumerated().map { index, entry in
            DefaultTerm(entry.0, Text(entry.1, entry.2), (index + 1) * 10)
        }
    }
}
