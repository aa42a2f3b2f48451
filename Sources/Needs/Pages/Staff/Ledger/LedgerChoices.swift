import People
import Storage
import Synchronization
import Values
import Web

/// What the ledger's filters offer: the same for everybody in a community, so made once and kept for a while.
final class LedgerChoices: Sendable {
    let words: Vocabulary
    let places: [Choice]
    let colleagues: [Colleague]
    private let classes: [Language: [Choice]]

    static let none = LedgerChoices(Vocabulary([]), [], [])

    init(_ words: Vocabulary, _ places: [Choice], _ colleagues: [Colleague]) {
        self.words = words
        self.places = places
        self.colleagues = colleagues
        classes = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, Self.classes(words, $0)) })
    }

    /// Classes under their areas; an area stands for all its classes.
    func classes(_ language: Language) -> [Choice] { classes[language] ?? [] }

    func terms(_ list: TermList, _ language: Language) -> [Choice] {
        words.terms(list).map { Choice($0.key, $0.name[language]) }
    }

    private static func classes(_ words: Vocabulary, _ language: Language) -> [Choice] {
        words.terms(.area).flatMap { area in
            [Choice(area.key, area.name[language])]
                + words.classes(in: area.key).filter { !$0.isClosed }
                .map { Choice($0.key, "　" + $0.name[language]) }
        }
    }

    /// The classes alone, each with its area before it, for a form where one must be chosen.
    static func options(_ words: Vocabulary, _ language: Language) -> [Choice] {
        words.terms(.area).flatMap { area in
            words.classes(in: area.key).filter { !$0.isClosed }
                .map { Choice($0.key, area.name[language] + " › " + $0.name[language]) }
        }
    }

    private struct Kept: Sendable {
        let at: Instant
        let choices: LedgerChoices
    }

    private static let kept = Mutex<[Identifier: Kept]>([:])

    /// Places and colleagues change seldom: a new one may take half a minute to be offered as a filter.
    static func of(_ visit: Visit, _ words: Vocabulary, _ reading: any Reading) throws -> LedgerChoices {
        let known = kept.withLock { $0[visit.community] }
        if let known, known.choices.words === words, visit.now - known.at < .seconds(30),
            known.at <= visit.now
        {
            return known.choices
        }
        let areas = try PlaceStore.places(.area, below: visit.locality.path, reading)
        let grids = try PlaceStore.places(.grid, below: visit.locality.path, reading)
        let places = (areas + grids).sorted { $0.path < $1.path }
            .map { Choice($0.code, ($0.kind == .grid ? "　" : "") + $0.name) }
        let choices = LedgerChoices(
            words, places, try StaffStore.colleagues(in: visit.community, reading))
        kept.withLock { all in
            if all.count >= 64 { all.removeAll() }
            all[visit.community] = Kept(at: visit.now, choices: choices)
        }
        return choices
    }
}
