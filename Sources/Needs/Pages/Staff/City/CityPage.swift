import Actions
import People
import Sheets
import Storage
import Values
import Web

/// The same figures by place, side by side, each opened to what stands below it and at last to its rows.
struct CityPage: Page {
    struct Model: Codable, Sendable {
        let name: String
        let path: PlacePath
        let kind: PlaceKind
        /// The kinds of place that can be compared here, and the one that is.
        let kinds: [PlaceKind]
        let chosen: PlaceKind?
        let rows: [CityRow]
        let above: [Above]
        /// The community whose ledger the rows of its areas and grids lead to.
        let slug: String?

        var total: CityFigures { rows.reduce(CityFigures()) { $0 + $1.figures } }
    }

    struct Above: Codable, Sendable {
        let name: String
        let path: PlacePath
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let path = visit.value("at").map { PlacePath(text: $0) } ?? Self.start(visit)
        try visit.require(NeedsRights.figures, on: path)
        let line = try PlaceStore.line(to: path, reading)
        guard let top = line.last, top.path == path else { throw GroundRefusal.notFound }
        let kinds = try CityStore.kinds(below: top, reading)
        let wanted = visit.value("by").flatMap(PlaceKind.init)
        // From a district the communities are next: the streets between would cost a click and say little.
        let next = top.kind == .district && kinds.contains(.community) ? .community : kinds.first
        let chosen = wanted.flatMap { kinds.contains($0) ? $0 : nil } ?? next
        return Model(
            name: top.name, path: path, kind: top.kind, kinds: kinds, chosen: chosen,
            rows: try chosen.map { try CityStore.rows($0, below: path, reading) } ?? [],
            above: line.dropLast().filter { visit.allows(NeedsRights.figures, on: $0.path) }
                .map { Above(name: $0.name, path: $0.path) },
            slug: try LocalityStore.locality(top.community, reading)?.code)
    }

    /// The widest place whose figures the visitor may see.
    private static func start(_ visit: Visit) -> PlacePath {
        let widest = visit.actor.grants.map(\.place).filter { visit.allows(NeedsRights.figures, on: $0) }
            .min { ($0.depth, $0) < ($1.depth, $1) }
        guard let widest, widest.contains(visit.locality.path) else { return widest ?? visit.locality.path }
        return widest
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(CityPhrase.title(model.name)) }

    func view(_ model: Model, _ scene: Scene) -> HTML { flow(parts(model, scene)) }

    private func parts(_ model: Model, _ scene: Scene) -> HTML {
        let crumb = model.above.map { NavItem(title: $0.name, link: scene.link("/city?at=\($0.path.text)")) }
        let tabs = model.kinds.map {
            Tab(
                $0.title[scene.language], scene.link("/city?at=\(model.path.text)&by=\($0.rawValue)"),
                current: $0 == model.chosen)
        }
        return """
            \(Look.crumb(crumb, model.name, in: scene.language))
            \(Look.dayline(title(model, scene), [Look.note("\(said(model.total, scene))")]))
            \(if: tabs.count > 1, Look.tabs(scene(CityPhrase.compare), tabs))
            \(if: model.rows.isEmpty, Look.empty(scene(CityPhrase.nothing)), else: table(model, scene))
            \(Look.pager(Pager(scene(CityPhrase.places(model.rows.count)), exports: exports(model, scene)),
                in: scene.language))
            """
    }

    private func said(_ figures: CityFigures, _ scene: Scene) -> String {
        scene(CityPhrase.news(figures.all, figures.open, figures.done))
    }

    private func exports(_ model: Model, _ scene: Scene) -> [NavItem] {
        let by = model.chosen?.rawValue ?? ""
        return [
            NavItem(title: "XLSX", link: scene.link("/city.xlsx?at=\(model.path.text)&by=\(by)")),
            NavItem(title: "CSV", link: scene.link("/city.csv?at=\(model.path.text)&by=\(by)")),
        ]
    }

    private func table(_ model: Model, _ scene: Scene) -> HTML {
        let columns =
            [Column(model.chosen?.title[scene.language] ?? "", .main)]
            + CityPhrase.columns.map { Column(scene($0), .number) }
        let rows = model.rows.map { row in
            let ledger = Self.ledger(row, model)
            let open: HTML = ledger.map { Look.link("\(row.figures.open)", $0) } ?? "\(row.figures.open)"
            let name = scene.language == .english && !row.english.isEmpty ? row.english : row.name
            let title: HTML =
                row.kind == .grid
                ? ledger.map { Look.link(name, $0) } ?? "\(name)"
                : Look.link(name, scene.link("/city?at=\(row.path.text)"))
            return TableRow(
                [title, "\(row.households)", "\(row.figures.all)", open] + Self.further(row.figures))
        }
        let total = model.total
        let households = model.rows.reduce(0) { $0 + $1.households }
        return Look.table(
            Table(
                title(model, scene), columns, rows,
                total: TableRow(
                    ["\(scene(CityPhrase.total))", "\(households)", "\(total.all)", "\(total.open)"]
                        + Self.further(total)),
                shape: .tight), in: scene.language)
    }

    private static func further(_ figures: CityFigures) -> [HTML] {
        [
            "\(figures.waiting)", "\(figures.done)", "\(share(figures.done, figures.all))",
            "\(share(figures.satisfied, figures.answers))", "\(figures.resources)",
        ]
    }

    /// A share in whole percents; a stroke where there is nothing to share.
    static func share(_ part: Int64, _ whole: Int64) -> String {
        whole > 0 ? "\((part * 100 + whole / 2) / whole)%" : "—"
    }

    /// The rows behind a place's number: the ledger of its community, narrowed to the place.
    private static func ledger(_ row: CityRow, _ model: Model) -> Link? {
        switch row.kind {
        case .community: row.slug.map { "/~\($0)/needs" }
        case .area, .grid: model.slug.map { "/~\($0)/needs?place=\(row.code)" }
        default: nil
        }
    }

    /// The same table as a file.
    static func export(_ format: ListFormat) -> Route {
        .download(
            "/city.\(format.rawValue)", NeedsRights.figures, Text("各处的数，表格", "Figures by place, as a table")
        ) {
            visit, reading in
            let model = try CityPage().load(visit, reading)
            let head = [CityPhrase.place] + CityPhrase.columns
            let rows = model.rows.map { row in
                let figures = row.figures
                return [
                    Cell.text(row.name), .integer(Int64(row.households)), .integer(figures.all),
                    .integer(figures.open),
                    .integer(figures.waiting), .integer(figures.done),
                    .text(share(figures.done, figures.all)),
                    .text(share(figures.satisfied, figures.answers)), .integer(figures.resources),
                ]
            }
            return try format.reply(
                CityPhrase.title(model.name)(visit.language), head.map { SheetColumn($0(visit.language)) },
                rows,
                at: visit.now)
        }
    }
}

/// The words of the figures by place.
enum CityPhrase: Phrase {
    case title(String), compare, nothing, places(Int), news(Int64, Int64, Int64), total, place
    case households, all, open, waiting, done, doneShare, satisfied, resources

    static let columns: [CityPhrase] = [
        .households, .all, .open, .waiting, .done, .doneShare, .satisfied, .resources,
    ]

    var text: Text {
        switch self {
        case .title(let name): Text("\(name)，各处的数", "\(name): figures by place")
        case .compare: Text("按什么比", "Compare by")
        case .nothing: Text("下面没有更小的地方了。", "There is nothing smaller below.")
        case .places(let count): Text("\(count)处", count == 1 ? "1 place" : "\(count) places")
        case .news(let all, let open, let done):
            Text("说了\(all)件，在办\(open)件，办成\(done)件", "\(all) said, \(open) open, \(done) done")
        case .total: Text("合计", "Total")
        case .place: Text("地方", "Place")
        case .households: Text("户", "Households")
        case .all: Text("说的", "Said")
        case .open: Text("在办", "Open")
        case .waiting: Text("等反馈", "Waiting")
        case .done: Text("办成", "Done")
        case .doneShare: Text("办成率", "Done, share")
        case .satisfied: Text("满意", "Satisfied")
        case .resources: Text("资源", "Resources")
        }
    }
}
