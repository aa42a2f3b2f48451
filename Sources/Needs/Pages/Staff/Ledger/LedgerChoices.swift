import People
import Storage
import Values
import Web

/// What the ledger's filters offer: the same for everybody in a community, so written once for all its pages.
final class LedgerChoices: Sendable {
    /// One language's lists by the name of their field, and the fields as they stand with nothing chosen.
    private struct Lists: Sendable {
        let options: [String: PreparedOptions]
        var filters = HTML.empty
        var assign = HTML.empty
    }

    let words: Vocabulary
    private let byLanguage: [Language: Lists]

    static let none = LedgerChoices(Vocabulary([]), [], [])

    init(_ words: Vocabulary, _ places: [Choice], _ colleagues: [Colleague]) {
        self.words = words
        byLanguage = Dictionary(
            uniqueKeysWithValues: Language.allCases.map { language in
                var lists = Lists(options: Self.lists(words, places, colleagues, language))
                lists.filters = Look.fields(Self.fields(LedgerFilter(), lists, language), in: language)
                lists.assign = Look.field(Self.assign(nil, lists, language), in: language)
                return (language, lists)
            })
    }

    /// The fields of the filters, with what is chosen now.
    func filters(_ filter: LedgerFilter, _ language: Language) -> HTML {
        guard let lists = byLanguage[language] else { return .empty }
        return filter.isBare
            ? lists.filters : Look.fields(Self.fields(filter, lists, language), in: language)
    }

    /// The field of those who may take a need on; `owner` is who was chosen before.
    func assign(_ owner: String?, _ language: Language) -> HTML {
        guard let lists = byLanguage[language] else { return .empty }
        return owner == nil ? lists.assign : Look.field(Self.assign(owner, lists, language), in: language)
    }

    private static func fields(_ filter: LedgerFilter, _ lists: Lists, _ language: Language) -> [Field] {
        let select = { (name: String, label: LedgerPhrase, value: String) in
            Field(name, label(language), .prepared(lists.options[name] ?? PreparedOptions([]))).value(value)
        }
        return [
            Field("q", LedgerPhrase.find(language), .search).value(filter.words),
            select("class", .kind, filter.classKey), select("group", .group, filter.group),
            select("place", .place, filter.place), select("step", .step, filter.step?.rawValue ?? ""),
            select("urgency", .urgency, filter.urgency), select("source", .source, filter.source),
            select("owner", .owner, filter.owner?.description ?? ""),
            select("kind", .wish, filter.kind?.rawValue ?? ""),
        ]
    }

    private static func assign(_ owner: String?, _ lists: Lists, _ language: Language) -> Field {
        let options = lists.options["assign"] ?? PreparedOptions([])
        return Field("owner", LedgerPhrase.assignTo(language), .prepared(options)).value(owner)
    }

    private static func lists(
        _ words: Vocabulary, _ places: [Choice], _ colleagues: [Colleague], _ language: Language
    ) -> [String: PreparedOptions] {
        let terms = { (list: TermList) in
            words.terms(list).map { Choice($0.key, $0.name[language]) }
        }
        let people = colleagues.map { Choice($0.id.description, $0.name) }
        let filters = [
            "class": classes(words, language), "group": terms(.group), "place": places,
            "step": NeedStep.allCases.map { Choice($0.rawValue, $0.title[language]) },
            "urgency": terms(.urgency), "source": terms(.source), "owner": people,
            "kind": [
                Choice(NeedKind.need.rawValue, LedgerPhrase.needs(language)),
                Choice(NeedKind.wish.rawValue, LedgerPhrase.wishes(language)),
            ],
        ]
        let all = Choice("", StaffPhrase.all(language)), nobody = Choice("", LedgerPhrase.nobody(language))
        var lists = filters.mapValues { PreparedOptions([all] + $0) }
        lists["assign"] = PreparedOptions([nobody] + people)
        return lists
    }

    /// Classes under their areas; an area stands for all its classes.
    static func classes(_ words: Vocabulary, _ language: Language) -> [Choice] {
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

    private static let kept = Kept<Identifier, LedgerChoices>(most: 64)

    /// Made of places, accounts, roles and vocabulary, all of them settled.
    static func of(_ visit: Visit, _ words: Vocabulary, _ reading: any Reading) throws -> LedgerChoices {
        try kept.value(visit.community, reading) { reading in
            let areas = try PlaceStore.areas(below: visit.locality.path, reading)
            let grids = try PlaceStore.places(.grid, below: visit.locality.path, reading)
            let places = (areas + grids).sorted { $0.path < $1.path }
                .map { Choice($0.code, ($0.kind == .grid ? "　" : "") + $0.name) }
            return LedgerChoices(words, places, try StaffStore.colleagues(in: visit.community, reading))
        } ?? .none
    }
}
