import Actions
import People
import Storage
import Values
import Web

/// The public list of needs and wishes: a released sentence or the class alone, the grid and the state; never
/// who. What the same page's figures count is what it shows, row by row.
struct PublicNeedsPage: Page {
    struct Model: Codable, Sendable {
        let rows: [PublicRow]
        /// The number to give as `after` for the next page.
        let next: Int64?
        /// How many there are with these filters, where that is kept; nil for a mixed filter.
        let count: Int?
        let part: PublicPart?
        /// The year in which all of them were said.
        let year: Int?
        let classKey: String?
        let area: String?
        /// The place's code and name.
        let at: String?
        let placeName: String?
        let after: Int64?
        /// The areas of service to choose from, and the places: areas, or the grids of the chosen one.
        let areas: [NamedKey]
        let places: [NamedKey]
    }

    /// Stands for a class in the address of the private matters, of which no class is told.
    static let privateKey = "private"

    private static let years: ClosedRange<Int64> = 2000...2200

    var isTheSameForGuests: Bool { true }

    static let query: [Input] = [
        Input("step", PublicPhrase.state.text, .choice(PublicPart.allCases.map(\.rawValue))),
        Input("year", PublicPhrase.when.text, .number(years)),
        Input("area", PublicPhrase.kind.text, .choice([])),
        Input("class", ListPhrase.oneClass.text, .choice([])),
        Input("at", PublicPhrase.place.text, .line(40)),
        Input("number", PublicPhrase.number.text, .line(20)),
        Input("after", ListPhrase.after.text, .number(1...Int64.max)),
    ]

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let words = try VocabularyStore.vocabulary(in: visit.community, reading)
        var filter = PublicNeedFilter(limit: 20)
        filter.isReleased = false
        filter.part = visit.value("step").flatMap(PublicPart.init(rawValue:))
        filter.year = visit.value("year").flatMap(Int64.init).flatMap {
            Self.years.contains($0) ? Int($0) : nil
        }
        let asked = visit.value("class")
        filter.isPrivateMatter = asked == Self.privateKey
        filter.classKey = asked.flatMap { words.term(.need, $0)?.key }
        filter.area = visit.value("area").flatMap { words.term(.area, $0)?.key }
        filter.after = visit.value("after").flatMap(Int64.init)
        let place = try visit.value("at").flatMap {
            try PlaceStore.place(code: $0, in: visit.community, reading)
        }
        // The community itself narrows nothing.
        filter.path = place?.path == visit.locality.path ? nil : place?.path
        let places = try PublicPlaceStore.choices(
            below: visit.locality.path, at: place, visit.language, reading)
        let page = try page(visit, filter, reading)
        return Model(
            rows: page.rows.map { PublicRow($0, words, visit.language) }, next: page.next,
            count: try count(filter, words, visit, reading), part: filter.part, year: filter.year,
            classKey: filter.isPrivateMatter ? Self.privateKey : filter.classKey, area: filter.area,
            at: place?.code,
            placeName: place?.name(visit.language), after: filter.after,
            areas: Self.areas(words, visit.language), places: places)
    }

    /// The areas of service that hold a class to be read of.
    private static func areas(_ words: Vocabulary, _ language: Language) -> [NamedKey] {
        words.terms(.area).filter { area in
            let classes = words.classes(in: area.key)
            return classes.isEmpty || classes.contains { !words.isQuiet($0.key) }
        }.map { NamedKey($0.key, $0.name[language]) }
    }

    /// The page of the list, or the one need whose number was asked for.
    private func page(
        _ visit: Visit, _ filter: PublicNeedFilter, _ reading: any Reading
    ) throws -> NeedPage<PublicNeed> {
        if let text = visit.value("number") {
            let one = try NeedStore.number(text).flatMap {
                try NeedStore.publicNeed(number: $0, in: visit.community, reading)
            }
            return NeedPage(rows: one.map { [$0] } ?? [], next: nil)
        }
        return try NeedStore.publicList(filter, in: visit.community, reading)
    }

    /// Out of the kept figures; nothing is counted for a page.
    private func count(
        _ filter: PublicNeedFilter, _ words: Vocabulary, _ visit: Visit, _ reading: any Reading
    ) throws -> Int? {
        guard visit.value("number") == nil else { return nil }
        guard var (names, less) = Self.figures(of: filter, words) else { return nil }
        if filter.isPrivateMatter {
            if filter.tellsWhatOrWhere { return 0 }
            (names, less) = (names.map(NeedFigures.ofPrivate), less.map(NeedFigures.ofPrivate))
        } else if filter.tellsWhatOrWhere {
            let all = names
            names += less.map(NeedFigures.ofPrivate)
            less += all.map(NeedFigures.ofPrivate)
        }
        return try PublicFigureStore.sum(
            names, less: less, at: filter.path ?? visit.locality.path, in: visit.community, reading)
    }

    /// The kept figures that count the rows of a filter, and those to be taken off; nil where none does.
    static func figures(
        of filter: PublicNeedFilter, _ words: Vocabulary
    ) -> (names: [String], less: [String])? {
        let state = { (state: NeedState) in PublicFigureStore.statePrefix + state.rawValue }
        let classes = filter.classKey.map { [$0] } ?? filter.area.map { words.classes(in: $0).map(\.key) }
        switch (filter.part, filter.year, classes) {
        case (nil, nil, nil): return (["needs.all"], NeedState.aside.map(state))
        case (nil, let year?, nil):
            return ([PublicFigureStore.saidName(year)], [PublicFigureStore.asideName(year)])
        case (.done, nil, nil): return (["needs.done"], [])
        case (.done, let year?, nil): return ([PublicFigureStore.doneName(year)], [])
        case (.open, nil, nil): return (PublicFigureStore.stateNames, [])
        case (.open, nil, let classes?): return (classes.map { "needs.open.class." + $0 }, [])
        case (let part?, nil, nil): return (part.step?.states.map(state) ?? [], [])
        default: return nil
        }
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(PublicPhrase.needs) }
}

/// A key with its name, for lists of choices.
struct NamedKey: Codable, Sendable, Hashable {
    let key: String
    let name: String

    init(_ key: String, _ name: String) {
        self.key = key
        self.name = name
    }

    var choice: Choice { Choice(key, name) }
}
