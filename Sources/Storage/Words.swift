public import Values

/// The searchable words of one object, already cut (see `Bigrams`), separated by spaces.
public struct WordDocument: Sendable {
    public let community: Identifier
    /// What kind of object it is, as `need`.
    public let kind: StaticString
    public let object: Identifier
    public let words: String

    public init(community: Identifier, kind: StaticString, object: Identifier, words: String) {
        self.community = community
        self.kind = kind
        self.object = object
        self.words = words
    }
}

/// One thing to look for: neighbouring words, the last perhaps only begun.
public struct WordPhrase: Sendable, Hashable {
    public let words: [String]
    public let begun: Bool

    public init(words: [String], begun: Bool = false) {
        self.words = words
        self.begun = begun
    }
}

/// A question to the word index: every phrase must stand in the object.
public struct WordSearch: Sendable {
    public let community: Identifier
    public let kind: StaticString
    public let phrases: [WordPhrase]
    /// Only what stands before this position; nil begins at the newest.
    public let before: Int64?
    public let limit: Int

    public init(
        community: Identifier, kind: StaticString, phrases: [WordPhrase], before: Int64? = nil, limit: Int = 100
    ) {
        self.community = community
        self.kind = kind
        self.phrases = phrases
        self.before = before
        self.limit = limit
    }
}

/// An object found, with its position in the index: later objects have greater ones.
public struct WordMatch: Sendable, Hashable {
    public let object: Identifier
    public let position: Int64

    public init(object: Identifier, position: Int64) {
        self.object = object
        self.position = position
    }
}
