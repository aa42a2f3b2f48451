import Actions
import Storage
import Values
import Web

/// The lists that are asked for every month: reviews, birthdays, who lives alone, who may vote, assessments.
///
/// Each is counted over the population of the profile, so that a list and its figure agree.
struct MonthlyPage: Page {
    struct Model: Codable, Sendable {
        let ask: MonthlyAsk
        let rows: [MonthlyRow]
        let count: Int
        let late: Int
        let next: String?
        let lists: [Listed]
        let place: String
        let places: [ProfilePage.Model.Choice]
        let grids: [Grid]
        /// Elders who live by themselves and are not noted as living alone.
        let unwritten: Int
        let today: Day
        let mayExport: Bool
        let mayExportOpen: Bool
        /// Days after which ability is assessed again, for those who may set them.
        let abilityDays: Int?
    }

    /// A list that may be seen, with how many stand on it.
    struct Listed: Codable, Sendable {
        let list: MonthlyList
        let count: Int
    }

    struct Grid: Codable, Sendable {
        let name: String
        let english: String
        let code: String
        let count: Int
    }

    /// Set for paper: everybody at once, grid by grid.
    var isSheet = false

    static let perPage = 50
    /// More do not go on paper at once.
    static let mostOnPaper = 500

    static let query: [Input] = [
        .choice("list", MonthlyPhrase.list.text, of: MonthlyList.self),
        Input("place", ProfilePhrase.place.text, .line(60)),
        Input("month", MonthlyPhrase.month.text, .line(7)),
        Input("age", MonthlyPhrase.age.text, .choice(MonthlyList.ages.map(String.init))),
        Input("day", MonthlyPhrase.day.text, .day),
        Input("after", Text("从哪里往后", "After"), .line(200)),
    ]

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let found = try Found(visit, reading) { visit.value($0) }
        let finder = found.finder, ask = found.ask
        let lists = try MonthlyList.allCases.filter { found.seesHealth || !$0.isSensitive }.map { list in
            var other = ask
            other.list = list
            return Listed(list: list, count: try finder.count(other))
        }
        let entries = try finder.entries(ask)
        let cursor = isSheet ? "" : visit.value("after").map { String($0.prefix(200)) } ?? ""
        let rest = entries.drop { $0.key <= cursor }
        let shown = Array(rest.prefix(isSheet ? Self.mostOnPaper : Self.perPage))
        let whole = try PlaceStore.top(of: visit.community, reading)
        let places = try whole.map { try Self.places(below: $0, reading) } ?? []
        return Model(
            ask: ask, rows: try finder.rows(shown), count: entries.count,
            late: entries.count(where: \.isLate), next: rest.count > shown.count ? shown.last?.key : nil,
            lists: lists, place: found.top.name,
            places: places.filter { visit.allows(RegisterRights.see, on: $0) }.map {
                ProfilePage.Model.Choice(code: $0.code, name: $0.name, english: $0.english)
            },
            grids: try finder.byGrid(entries).map {
                Grid(name: $0.place.name, english: $0.place.english, code: $0.place.code, count: $0.count)
            }, unwritten: ask.list == .alone ? finder.unwritten() : 0, today: finder.today,
            mayExport: visit.allows(PrivacyRights.export, on: found.top),
            mayExportOpen: visit.allows(PrivacyRights.exportOpen, on: found.top),
            abilityDays: ask.list == .abilities && visit.allows(PrivacyRights.rules, on: found.top)
                ? try AbilityStore.days(in: visit.community, reading) : nil)
    }

    private static func places(below top: Place, _ reading: any Reading) throws -> [Place] {
        try PlaceStore.places(.area, below: top.path, reading)
            + PlaceStore.places(.grid, below: top.path, reading)
    }

    /// What is asked for and may be seen, and who is looked through for it.
    struct Found {
        let top: Place
        let ask: MonthlyAsk
        let finder: MonthlyFinder
        let seesHealth: Bool

        /// - Parameters: `value`: what a name of the query or of the form says.
        init(_ visit: Visit, _ reading: any Reading, _ value: (String) -> String?) throws {
            let code = value("place") ?? ""
            let place =
                try code.isEmpty
                ? PlaceStore.place(at: visit.top(for: RegisterRights.see), reading)
                : PlaceStore.place(code: code, in: visit.community, reading)
            guard let place else { throw PeopleRefusal.placeNotFound }
            try visit.require(RegisterRights.see, on: place)
            let today = visit.now.day(in: .shanghai)
            let seesHealth = visit.allows(RegisterRights.sensitive, on: place)
            let list = value("list").flatMap(MonthlyList.init) ?? .reviews
            let age = value("age").flatMap { Int($0) }
            top = place
            self.seesHealth = seesHealth
            ask = MonthlyAsk(
                list: list.isSensitive && !seesHealth ? .reviews : list, place: code.isEmpty ? nil : code,
                month: value("month").flatMap { Day($0 + "-01") } ?? today.startOfMonth,
                age: MonthlyList.ages.contains { $0 == age } ? age : nil,
                day: value("day").flatMap { Day($0) } ?? today)
            let groups = try GroupStore.groups(in: visit.community, reading).filter {
                seesHealth || !$0.isSensitive
            }
            finder = try MonthlyFinder(place, on: today, seeing: groups, visit.house.keys, reading)
        }
    }

    func title(_ model: Model, _ scene: Scene) -> String {
        isSheet ? model.ask.list.title[scene.language] : scene(MonthlyPhrase.title)
    }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        let view = MonthlyView(model: model, scene: scene)
        return isSheet ? view.sheet : view.page
    }
}
