public import Actions
public import Values

/// Whoever said a need adds something to it; the worker in charge reads it.
public struct AddWord: NeedAction {
    public static let name = "needs.add-word"
    public static let right = NeedsRights.follow

    public let need: Identifier
    /// 1 to 300 characters.
    public let words: String

    public init(_ need: Identifier, words: String) {
        self.need = need
        self.words = words
    }

    public func run(on need: Need, in work: Work) throws -> Done {
        guard need.state != .merged else { throw NeedRefusal.alreadyClosed }
        let text = try DraftTexts.text(words, .passage(1...300), field: "words")
        try work.change(need) { $0.add(.note, text, isPublic: true, isNamed: !need.isOwn(of: work.actor)) }
        return Done()
    }
}
