public import Actions
public import Values

/// Staff write something down about a need: for themselves alone, or for the reporter to read.
public struct AddNote: NeedAction {
    public static let name = "needs.note"
    public static let right = NeedsRights.note

    public let need: Identifier
    /// 1 to 2000 characters.
    public let words: String
    public let isPublic: Bool

    public init(_ need: Identifier, words: String, isPublic: Bool) {
        self.need = need
        self.words = words
        self.isPublic = isPublic
    }

    public func run(on need: Need, in work: Work) throws -> Done {
        let text = try DraftTexts.text(words, .passage(1...2000), field: "words")
        try work.change(need) { $0.add(.note, text, isPublic: isPublic) }
        return Done()
    }
}
