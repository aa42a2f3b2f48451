/// One condition of a search: words that stand next to one another, the last perhaps only a beginning.
public struct SearchWord: Hashable, Sendable {
    public let tokens: [String]
    /// Whether the last token matches every word that begins with it.
    public let isPrefix: Bool

    public init(tokens: [String], isPrefix: Bool = false) {
        self.tokens = tokens
        self.isPrefix = isPrefix
    }

    /// The condition in FTS5's language: `"路灯 灯坏"`, `"灯"*`.
    public var phrase: String { "\"" + tokens.joined(separator: " ") + "\"" + (isPrefix ? "*" : "") }
}

extension Collection<SearchWord> {
    /// All conditions joined for FTS5's MATCH; nil where there is none.
    public var match: String? {
        isEmpty ? nil : map(\.phrase).joined(separator: " AND ")
    }
}
