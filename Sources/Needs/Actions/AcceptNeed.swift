public import Actions
public import Values

/// A worker takes a need on; where nobody owned it, it is theirs now.
public struct AcceptNeed: NeedAction {
    public static let name = "needs.accept"
    public static let right = NeedsRights.handle

    public let need: Identifier
    /// What the reporter is told with it; may be empty.
    public let words: String

    public init(_ need: Identifier, words: String = "") {
        self.need = need
        self.words = words
    }

    public func run(on need: Need, in work: Work) throws -> Done {
        // An ended need is opened again with a reason, by ``ReopenNeed``.
        guard need.state.isOpen else { throw NeedRefusal.alreadyClosed }
        let said = try DraftTexts.text(words, .passage(0...200), field: "words")
        try work.change(need) { change in try NeedCourse.accept(&change, in: work, text: said) }
        return Done()
    }
}

/// Somebody was found who can help.
public struct IdentifyResource: NeedAction {
    public static let name = "needs.identify"
    public static let right = NeedsRights.handle

    public let need: Identifier
    public let words: String

    public init(_ need: Identifier, words: String = "") {
        self.need = need
        self.words = words
    }

    public func run(on need: Need, in work: Work) throws -> Done {
        let said = try DraftTexts.text(words, .passage(0...200), field: "words")
        try NeedCourse.advance(need, to: .identified, in: work, text: said)
        return Done()
    }
}
