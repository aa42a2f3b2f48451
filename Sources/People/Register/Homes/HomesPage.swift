import Actions
import Storage
import Values
import Web

/// Homes in the order of the tree, with floor area and how many owners are written down.
struct HomesPage: Page {
    struct Model: Codable, Sendable {
        let rows: [HomeList.Row]
        let totals: HomeList.Totals
        let place: String
        let code: String?
        let next: String?
    }

    static let query: [Input] = [
        Input("place", ProfilePhrase.place.text, .line(60)),
        Input("after", Text("从哪里往后", "After"), .line(200)),
    ]

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let code = visit.value("place").flatMap { $0.isEmpty ? nil : $0 }
        let place =
            try code.map { try PlaceStore.place(code: $0, in: visit.community, reading) }
            ?? PlaceStore.place(at: visit.top(for: RegisterRights.homes), reading)
        guard let place else { throw PeopleRefusal.placeNotFound }
        try visit.require(RegisterRights.homes, on: place)
        let list = HomeList(community: visit.community, top: place, reading: reading)
        let rows = try list.page(after: visit.value("after"))
        let shown = Array(rows.prefix(HomeList.perPage))
        return Model(
            rows: shown, totals: try list.totals(), place: place.name, code: code,
            next: rows.count > shown.count ? shown.last?.path.tree : nil)
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(HomePhrase.list) }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        let totals = model.totals
        let sum = scene(
            HomePhrase.totals(
                totals.homes, totals.measured, totals.area.name(scene.language), totals.owned))
        return """
            \(Look.crumb(
                [NavItem(title: scene(RegisterPhrase.title), link: scene.link("/register"))],
                scene(HomePhrase.list), in: scene.language))
            \(Look.head(scene(HomePhrase.list), note: "\(scene(HomePhrase.listNote))"))
            \(Look.note("\(model.place)　\(sum)"))
            \(if: model.rows.isEmpty, Look.empty(scene(HomePhrase.none)), else: table(model, scene))
            \(Look.pager(Pager("", next: model.next.map { next(model, $0, scene) }), in: scene.language))
            """
    }

    private func next(_ model: Model, _ after: String, _ scene: Scene) -> Link {
        var link: Link = "/register/homes"
        if let code = model.code { link = link.setting(query: "place", code) }
        return scene.link(link.adding(query: "after", after))
    }

    private func table(_ model: Model, _ scene: Scene) -> HTML {
        let columns = [
            Column(scene(HomePhrase.homes), .main), Column(scene(HomePhrase.area), .number),
            Column(scene(HomePhrase.owners), .number),
        ]
        let rows = model.rows.map { row in
            TableRow([
                Look.link(row.address, scene.link("/register/homes/\(row.place)")),
                "\(row.area?.name(scene.language) ?? "—")",
                "\(row.owners == 0 ? "—" : scene(HomePhrase.ownersOf(row.owners)))",
            ])
        }
        return Look.table(Table(scene(HomePhrase.list), columns, rows), in: scene.language)
    }
}
