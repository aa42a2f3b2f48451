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

    /// The same question behind one of its answers.
    public func after(_ match: WordMatch) -> WordSearch {
        WordSearch(community: community, kind: kind, words: words, before: match.position, limit: limit)
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

extension Reading {
    /// The objects of one kind whose words match, the newest first, at most `most`.
    public func found(
        _ words: [SearchWord], kind: StaticString, in community: Identifier, most: Int = 10_000
    ) throws -> [Identifier] {
        var found: [Identifier] = []
        var before: Int64?
        while found.count < most {
            let limit = min(1000, most - found.count)
            let matches = try search(
                WordSearch(community: community, kind: kind, words: words, before: before, limit: limit))
            found += matches.map(\.object)
            guard matches.count == limit, let last = matches.last else { break }
            before = last.position
        }
        return found
    }
}

/// Objects of one kind that are found by words, as the words are to be now: so that what is stored can be
/// proved, and written anew where the way of cutting has changed.
public struct WordSource: Sendable {
    public let kind: StaticString
    /// The next objects of a community after one, in the order of their identifiers, with their words.
    public let next:
        @Sendable (_ after: Identifier?, _ limit: Int, Identifier, any Reading) throws -> [WordDocument]

    public init(
        _ kind: StaticString,
        next: @escaping @Sendable (Identifier?, Int, Identifier, any Reading) throws -> [WordDocument]
    ) {
        self.kind = kind
        self.next = next
    }

    /// Objects of a community that are stored with other words than they have, each in a line.
    public func breaks(in community: Identifier, _ reading: any Reading, most: Int = 100) throws -> [String] {
        var breaks: [String] = []
        var after: Identifier?
        while breaks.count < most {
            let documents = try next(after, 500, community, reading)
            guard let last = documents.last else { break }
            breaks += try documents.filter { try !reading.holds($0) }.map {
                "\(kind) \($0.object) is found by other words"
            }
            after = last.object
        }
        return Array(breaks.prefix(most))
    }

    /// Writes anew what differs in one community, a few objects at a time; how many those were.
    public func renew(in community: Identifier, _ database: any Database) async throws -> Int {
        var renewed = 0
        var after: Identifier?
        while true {
            let start = after
            let (last, differs) = try await database.read { reading in
                let documents = try next(start, Self.chunk, community, reading)
                return (documents.last?.object, try documents.contains { try !reading.holds($0) })
            }
            guard let last else { return renewed }
            after = last
            guard differs else { continue }
            renewed += try await database.write(in: community) { writing in
                let stale = try next(start, Self.chunk, community, writing).filter { try !writing.holds($0) }
                stale.forEach { writing.index($0) }
                return stale.count
            }
        }
    }

    /// Objects that are written in one change: others wait no longer than some milliseconds for it.
    private static let chunk = 200
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
