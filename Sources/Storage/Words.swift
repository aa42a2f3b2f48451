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

/// A question to the word index: every word must stand in the object.
public struct WordSearch: Sendable {
    public let community: Identifier
    public let kind: StaticString
    public let words: [SearchWord]
    /// Only what stands before this position; nil begins at the newest.
    public let before: Int64?
    public let limit: Int

    public init(
        community: Identifier, kind: StaticString, words: [SearchWord], before: Int64? = nil, limit: Int = 100
    ) {
        self.community = community
        self.kind = kind
        self.words = words
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

extension [WordDocument] {
    /// The last document of each object, in the order in which the objects first came.
    package var lastOfEachObject: [WordDocument] {
        var last: [Identifier: WordDocument] = [:]
        var order: [Identifier] = []
        for document in self where last.updateValue(document, forKey: document.object) == nil {
            order.append(document.object)
        }
        return order.compactMap { last[$0] }
    }
}
