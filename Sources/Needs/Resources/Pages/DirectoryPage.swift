import Actions
import People
import Storage
import Values
import Web

/// The directory of resources: what is public for anybody, everything for staff.
struct DirectoryPage: Page {
    struct Model: Codable, Sendable {
        let resources: [ResourceItem]
        /// Active resources of the community and those below it, as the figure has them.
        let active: Int64
        let seesAll: Bool
        let mayAdd: Bool
        let mayExport: Bool
        /// How many wait to be verified; nil for those who do not verify.
        let stale: Int?
        let next: Next?
        let filters: [Filter]
        let text: String
        let isPaused: Bool
    }

    /// Where the list goes on.
    struct Next: Codable, Sendable {
        let key: String
        let id: Identifier
    }

    struct Filter: Codable, Sendable {
        let name: String
        let value: String
        let options: [Option]
    }

    var isTheSameForGuests: Bool { true }

    static let size = 20

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let vocabulary = try VocabularyStore.vocabulary(in: visit.community, reading)
        let today = visit.now.day(in: .shanghai)
        let staleDays = try ResourceStore.staleAfterDays(in: visit.community, reading)
        var filter = try Self.filter(visit, reading)
        filter.limit = Self.size + 1
        let own = try ResourceStore.list(filter, in: visit.community, today: today, reading)
        let shared =
            filter.isActive
            ? try ResourceStore.shared(
                with: visit.locality.path, filter, in: visit.community, today: today, reading) : []
        let rows = (own + shared).sorted { ($0.sortKey, $0.resource.id) < ($1.sortKey, $1.resource.id) }
        let last = rows.count > Self.size ? rows[Self.size - 1] : nil
        let verifies = visit.allowsAnywhere(ResourceRights.verify)
        return Model(
            resources: rows.prefix(Self.size).map {
                ResourceItem($0, vocabulary, staleAfter: staleDays, visit)
            },
            active: try FigureReading.number(
                "resources.active", at: visit.locality.path, visit.community, reading),
            seesAll: !filter.isPublic, mayAdd: visit.allowsAnywhere(ResourceRights.keep),
            mayExport: visit.allows(ResourceRights.export, on: visit.locality.path),
            stale: verifies ? try Self.staleCount(visit, staleDays, reading) : nil,
            next: last.map { Next(key: $0.sortKey, id: $0.resource.id) },
            filters: try Self.filters(visit, vocabulary, reading), text: visit.value("q") ?? "",
            isPaused: !filter.isActive)
    }

    private static func staleCount(_ visit: Visit, _ days: Int, _ reading: any Reading) throws -> Int {
        let before = visit.now - .days(Int64(days))
        return try ResourceStore.stale(before: before, in: visit.community, reading).count
    }

    /// What the address asks for; who may not see everything gets what is public.
    static func filter(_ visit: Visit, _ reading: any Reading) throws -> ResourceFilter {
        var filter = ResourceFilter()
        filter.isPublic = !visit.allows(ResourceRights.see, on: visit.locality.path)
        filter.text = visit.value("q").map { String($0.prefix(60)) }
        filter.kind = visit.value("kind")
        filter.ownerKind = visit.value("owner_kind")
        filter.layer = visit.value("layer")
        filter.stage = visit.value("stage")
        filter.classKey = visit.value("class")
        filter.isActive = filter.isPublic || visit.value("paused") == nil
        if let id = visit.value("at").flatMap({ Identifier($0) }) {
            filter.reaching = try PlaceStore.place(id, in: visit.community, reading)?.path
        }
        if let key = visit.value("after"), let id = visit.value("id").flatMap({ Identifier($0) }) {
            filter.after = (key, id)
        }
        return filter
    }

    private static func filters(
        _ visit: Visit, _ vocabulary: Vocabulary, _ reading: any Reading
    ) throws -> [Filter] {
        let grids = try PlaceStore.places(.grid, below: visit.locality.path, reading, limit: 60)
        let places = grids.map { Option(value: $0.id.description, title: $0.name) }
        let lists: [(String, TermList)] = [
            ("kind", .resourceKind), ("class", .need), ("owner_kind", .ownerKind), ("layer", .layer),
            ("stage", .stage),
        ]
        var filters = lists.map { name, list in
            Filter(
                name: name, value: visit.value(name) ?? "", options: vocabulary.options(list, visit.language))
        }
        filters.append(Filter(name: "at", value: visit.value("at") ?? "", options: places))
        return filters
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(ResourcePhrase.directory) }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        """
        \(head(model, scene))
        \(Look.filters(scene.link("/resources"), fields(model, scene), in: scene.language))
        \(model.resources.isEmpty ? empty(model, scene) : table(model, scene))
        \(Look.pager(pager(model, scene), in: scene.language))
        """
    }

    private func head(_ model: Model, _ scene: Scene) -> HTML {
        let title = scene(ResourcePhrase.directory)
        guard model.seesAll else {
            return Look.head(title) + Look.lead("\(scene(ResourcePhrase.directoryLead(model.active)))")
        }
        var beside: [HTML] = []
        if let stale = model.stale {
            let link = scene.link("/resources/stale")
            beside.append(
                Look.tally([
                    TallyItem(
                        count: stale, title: scene(ResourcePhrase.staleTally), link: link, late: stale > 0)
                ]))
        }
        if model.mayAdd {
            beside.append(Look.button(scene(ResourcePhrase.add), scene.link("/resources/new")))
        }
        return Look.dayline(title, beside)
            + Look.note("\(scene(ResourcePhrase.directoryLeadStaff(model.active)))")
    }

    private func fields(_ model: Model, _ scene: Scene) -> [Field] {
        let titles: [String: ResourcePhrase] = [
            "kind": .kind, "class": .classKey, "owner_kind": .ownerKind, "layer": .layer, "stage": .stage,
            "at": .reaching,
        ]
        let all = Choice("", scene(ResourcePhrase.anything))
        let selects = model.filters.map { filter in
            Field(
                filter.name, titles[filter.name].map { scene($0) } ?? filter.name,
                .select([all] + filter.options.map(\.choice))
            ).value(filter.value)
        }
        var fields = [Field("q", scene(ResourcePhrase.words), .search).value(model.text)] + selects
        if model.seesAll {
            fields.append(
                Field("paused", scene(ResourcePhrase.pausedOnly), .tick).value(model.isPaused ? "1" : ""))
        }
        return fields
    }

    private func empty(_ model: Model, _ scene: Scene) -> HTML {
        let isNarrowed = !model.text.isEmpty || model.filters.contains { !$0.value.isEmpty }
        return Look.empty(scene(isNarrowed ? ResourcePhrase.noneFound : .none))
    }

    private func table(_ model: Model, _ scene: Scene) -> HTML {
        var columns = [
            Column(scene(ResourcePhrase.name), .main), Column(scene(ResourcePhrase.kind)),
            Column(scene(ResourcePhrase.whoOwns)), Column(scene(ResourcePhrase.classKey)),
            Column(scene(ResourcePhrase.reaching), named: true), Column(scene(ResourcePhrase.left), .number),
        ]
        if model.seesAll { columns.append(Column(scene(ResourcePhrase.verified), named: true)) }
        let rows = model.resources.map { item in
            TableRow(cells(item, scene) + (model.seesAll ? [verified(item, scene)] : []))
        }
        return Look.table(Web.Table(scene(ResourcePhrase.directory), columns, rows), in: scene.language)
    }

    private func cells(_ item: ResourceItem, _ scene: Scene) -> [HTML] {
        let comma = scene.language == .chinese ? "、" : ", "
        let from = item.sharedBy.map { scene(ResourcePhrase.shared($0)) }
        return [
            """
            \(Look.link(item.name, scene.link(item.link)))\
            \(from.map { " <span class=\"note\">\($0)</span>" as HTML })\
            \(if: !item.isActive, " \(Look.stamp(scene(ResourcePhrase.paused)))")
            """,
            "\(item.kindName)", "\(item.ownerName)",
            "\(item.classNames.prefix(3).joined(separator: comma))", "\(item.reachName)",
            "\(item.leftWords(scene))",
        ]
    }

    private func verified(_ item: ResourceItem, _ scene: Scene) -> HTML {
        guard let day = item.verified else { return Look.asked(scene(ResourcePhrase.neverVerified)) }
        let words = day.near(scene.now.day(in: .shanghai), scene.language)
        return item.isStale ? Look.asked(words) : "\(words)"
    }

    private func pager(_ model: Model, _ scene: Scene) -> Pager {
        let here = scene.frame.path.removing(query: "after").removing(query: "id")
        let next = model.next.map {
            here.adding(query: "after", $0.key).adding(query: "id", $0.id.description)
        }
        var exports: [NavItem] = []
        if model.mayExport {
            exports = [
                NavItem(title: "XLSX", link: scene.link("/resources.xlsx")),
                NavItem(title: "CSV", link: scene.link("/resources.csv")),
            ]
        }
        let isFirst = scene.visit.value("after") == nil
        return Pager(
            scene(ResourcePhrase.shown(model.resources.count)), previous: isFirst ? nil : here, next: next,
            exports: exports)
    }
}

/// Figures as pages of this room read them.
enum FigureReading {
    static func number(
        _ name: String, at path: PlacePath, _ community: Identifier, _ reading: any Reading
    ) throws -> Int64 {
        try reading.number(
            """
            SELECT number FROM figure WHERE community = \(community) AND path = \(path) AND name = \(name)
            """)
    }
}
