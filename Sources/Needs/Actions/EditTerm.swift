public import Actions
import People
import Storage
public import Values

/// Adds an entry to the community's vocabulary, or changes or closes one.
///
/// From the first change on, the lists are the community's own.
///
/// Refuses: an unknown key, an entry without a name, a parent that is no area of service.
public struct EditTerm: Action {
    public static let name = "vocabulary.edit"
    public static let right = NeedsRights.editTerms

    public let list: TermList
    /// Nil adds a new one.
    public let key: String?
    public var chinese: String
    public var english: String
    /// Nil leaves the hint as it is.
    public var hint: Text?
    public var parent: String?
    public var sort: Int64?
    public var details: TermDetails?
    public var isClosed = false

    public init(_ list: TermList, key: String? = nil, chinese: String, english: String = "") {
        self.list = list
        self.key = key
        self.chinese = chinese
        self.english = english
    }

    public func subject(in work: Work) throws -> PlacePath {
        try NeedFigures.top(of: work.community, work.database)
    }

    public func run(on subject: PlacePath, in work: Work) throws -> EditedTerm {
        try VocabularyStore.adoptDefaults(at: work.now, in: work.community, work.database)
        let vocabulary = try VocabularyStore.vocabulary(in: work.community, work.database)
        let term = try term(vocabulary, work)
        let wasQuiet = vocabulary.isQuiet(term.key), isQuiet = term.details.isQuiet ?? false
        try VocabularyStore.put(term, at: work.now, in: work.community, work.database)
        if list == .need, wasQuiet != isQuiet {
            try NeedFigures.turn(term.key, isQuiet: isQuiet, in: work)
        }
        // Resources are found by what their classes are called.
        if list == .need, vocabulary.className(term.key).chinese != term.chinese {
            try ResourceStore.index(answering: term.key, in: work)
        }
        return EditedTerm(list: list, key: term.key)
    }

    private func term(_ vocabulary: Vocabulary, _ work: Work) throws -> Term {
        let known = key.flatMap { vocabulary.term(list, $0) }
        if key != nil, known == nil { throw NeedRefusal.noSuchTerm }
        let name = try DraftTexts.text(chinese, .line(0...40), field: "chinese")
        guard !name.isEmpty else { throw NeedRefusal.termHasNoName }
        let area = parent ?? known?.parent
        if list == .need, area.map({ vocabulary.term(.area, $0) == nil }) ?? true {
            throw NeedRefusal.noSuchTerm
        }
        let last = vocabulary.allTerms(list).last?.sort ?? 0
        return Term(
            list: list, key: try known?.key ?? "own-\(work.nextNumber("term"))", chinese: name,
            english: try DraftTexts.text(english, .line(0...80), field: "english"),
            hintChinese: try DraftTexts.text(
                hint?.chinese ?? known?.hintChinese ?? "", .line(0...100), field: "hint-chinese"),
            hintEnglish: try DraftTexts.text(
                hint?.english ?? known?.hintEnglish ?? "", .line(0...200), field: "hint-english"),
            parent: area, sort: sort ?? known?.sort ?? last + 10, details: bounded(known), isClosed: isClosed)
    }

    /// The details within what the rules can reckon with.
    private func bounded(_ known: Term?) -> TermDetails {
        var details = details ?? known?.details ?? TermDetails()
        details.hours = details.hours.map { min(max($0, 0), 8760) }
        details.workingDays = details.workingDays.map { min(max($0, 0), 500) }
        return details
    }

    public func object(of subject: PlacePath, _ answer: EditedTerm, in work: Work) -> Identifier {
        work.community
    }
}

/// Which entry was changed.
public struct EditedTerm: Sendable, Codable, Hashable {
    public let list: TermList
    public let key: String
}
