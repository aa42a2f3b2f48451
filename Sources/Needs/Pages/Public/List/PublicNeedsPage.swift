import Actions
import People
import Storage
import Values
import Web

/// The public list of needs: a released sentence or the class alone, the grid and the state; never who.
struct PublicNeedsPage: Page {
    struct Model: Codable, Sendable {
        let rows: [PublicRow]
        /// The number to give as `after` for the next page.
        let next: Int64?
        /// How many there are with these filters, where that is kept; nil for a mixed filter.
        let count: Int?
        let step: NeedStep?
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

    static let query: [Input] = [
        Input("step", PublicPhrase.state.text, .choice(NeedStep.allCases.map(\.rawValue))),
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
        filter.kind = .need
        filter.step = visit.value("step").flatMap(NeedStep.init(rawValue:))
        filter.classKey = visit.value("class").flatMap { words.term(.need, $0)?.key }
        filter.area = visit.value("area").flatMap { words.term(.area, $0)?.key }
        filter.after = visit.value("after").flatMap(Int64.init)
        let place = try visit.value("at").flatMap {
            try PlaceStore.place(code: $0, in: visit.community, reading)
        }
        filter.path = place?.path
        let places = try PublicPlaceStore.choices(
            below: visit.locality.path, at: place, visit.language, reading)
        let page = try page(visit, filter, reading)
        return Model(
            rows: page.rows.map { PublicRow($0, words, visit.language) }, next: page.next,
            count: try count(filter, words, visit, reading), step: filter.step, classKey: filter.classKey,
            area: filter.area, at: place?.code, placeName: place?.name(visit.language), after: filter.after,
            areas: words.terms(.area).map { NamedKey($0.key, $0.name[visit.language]) }, places: places)
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
        let names: [String]
        switch (filter.step, filter.classKey, filter.area) {
        case (nil, nil, nil): names = ["needs.all"]
        case (let step?, nil, nil): names = step.states.map { PublicFigureStore.statePrefix + $0.rawValue }
        case (nil, let key?, nil): names = ["needs.class." + key]
        case (nil, nil, let area?): names = words.classes(in: area).map { "needs.class." + $0.key }
        default: return nil
        }
        return try PublicFigureStore.sum(
            names, at: filter.path ?? visit.locality.path, in: visit.community, reading)
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
