import Actions
import Storage
import Values
import Web

/// Who keeps each area and grid, and the form that asks somebody to.
struct KeepersPage: Page {
    struct Kept: Codable, Sendable {
        let code: String
        let kind: PlaceKind
        let name: String
        let english: String
        /// The area in which a grid stands; empty for an area.
        let area: String
        let areaEnglish: String
        let keepers: [Keeper]
        /// Whether the reader may ask somebody to keep it.
        let mayAsk: Bool
    }

    struct Keeper: Codable, Sendable {
        let account: Identifier
        let name: String
    }

    struct Model: Codable, Sendable {
        let places: [Kept]
        /// Who may be asked: those who help already.
        let helpers: [Keeper]
        /// The code of the place that was chosen.
        let chosen: String?
        let opensPeople: Bool
    }

    static let query: [Input] = [Input("place", GridsPhrase.keptPlace.text, .line(60))]

    /// What somebody is who keeps a place of a kind.
    static let roles: [PlaceKind: Role] = [.area: .sectionHead, .grid: .gridLeader]

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let top = try visit.top(for: PeopleRights.grant)
        let map = try PlaceMap(of: visit.community, reading)
        let keepers = Dictionary(
            grouping: try GrantStore.keepers(in: visit.community, reading), by: \.place)
        let places = (map.areas + map.grids).filter { top.contains($0.path) }.inTreeOrder(\.path)
        return Model(
            places: places.map { place in
                let area = map.areas.first { $0.id != place.id && $0.path.contains(place.path) }
                let role = Self.roles[place.kind]
                return Kept(
                    code: place.code, kind: place.kind, name: place.name, english: place.english,
                    area: area?.name ?? "", areaEnglish: area?.english ?? "",
                    keepers: (keepers[place.id] ?? []).filter { $0.role == role }.map {
                        Keeper(account: $0.account, name: $0.name)
                    },
                    mayAsk: role.map {
                        GrantingTable.allows(visit.actor, $0, at: place.path, visit.house.rights)
                    } ?? false)
            },
            helpers: try GrantStore.helpers(in: visit.community, reading).map {
                Keeper(account: $0.account, name: $0.name)
            }, chosen: visit.value("place"), opensPeople: visit.allowsAnywhere(PeopleRights.seePeople))
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(GridsPhrase.keepers) }

    func view(_ model: Model, _ scene: Scene) -> HTML { KeepersView(model: model, scene: scene).whole }
}

/// How that page looks.
struct KeepersView {
    let model: KeepersPage.Model
    let scene: Scene

    private var language: Language { scene.language }

    var whole: HTML {
        let fields = fields
        return """
            \(Look.crumb([NavItem(title: scene(GridsPhrase.map), link: scene.link("/map"))],
                scene(GridsPhrase.keepers), in: language))
            \(Look.head(scene(GridsPhrase.keepers), note: HTML(text: scene(GridsPhrase.keptHint))))
            \(scene.faults(fields))
            \(Look.section(scene(GridsPhrase.assign), note: HTML(text: scene(GridsPhrase.assignNote)),
                hang: true, id: "ask", asking(fields)))
            \(Look.section(scene(GridsPhrase.kept), table))
            """
    }

    private func asking(_ fields: [Field]) -> HTML {
        model.helpers.isEmpty
            ? Look.empty(scene(GridsPhrase.noHelpers))
            : scene.form("/map/keepers", fields, send: GridsPhrase.assignSend)
    }

    private var fields: [Field] {
        let places = model.places.filter(\.mayAsk).map { Choice($0.code, whole(name: $0)) }
        let place = scene.field("place", GridsPhrase.keptPlace, .select(places))
        return [
            scene.fields["place"] == nil ? place.value(model.chosen) : place,
            scene.field(
                "account", GridsPhrase.keeper,
                .select(model.helpers.map { Choice($0.account.description, $0.name) })),
        ]
    }

    private func name(_ chinese: String, _ english: String) -> String {
        language == .english && !english.isEmpty ? english : chinese
    }

    private func whole(name place: KeepersPage.Kept) -> String {
        let area = name(place.area, place.areaEnglish)
        return [area, name(place.name, place.english)].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private var table: HTML {
        let columns = [
            Column(scene(GridsPhrase.keptPlace), .main), Column(scene(GridsPhrase.kept), named: true),
            Column(scene(GridsPhrase.ask), .act),
        ]
        let rows = model.places.map { place in
            TableRow(cells: [.words(whole(name: place)), .piece(keepers(place)), .piece(ask(place))])
        }
        return Look.table(Table(scene(GridsPhrase.keepers), columns, rows), in: language)
    }

    private func keepers(_ place: KeepersPage.Kept) -> HTML {
        if place.keepers.isEmpty {
            return Look.stamp(scene(place.kind == .area ? GridsPhrase.noHead : .noLeader), .you)
        }
        return place.keepers.map { keeper in
            model.opensPeople
                ? Look.link(keeper.name, scene.link("/people/\(keeper.account)")) : HTML(text: keeper.name)
        }.joined(by: HTML(text: language == .english ? ", " : "、"))
    }

    private func ask(_ place: KeepersPage.Kept) -> HTML {
        guard place.mayAsk, !model.helpers.isEmpty else { return .empty }
        let link = scene.link("/map/keepers").setting(query: "place", place.code)
        return Look.link(scene(GridsPhrase.ask), link)
    }
}
