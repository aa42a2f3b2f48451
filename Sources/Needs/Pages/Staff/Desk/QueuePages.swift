import Actions
import Storage
import Values
import Web

/// Reports that wait for a worker's look because too many came at once.
struct HeldPage: Page {
    struct Model: Codable, Sendable {
        let rows: [NeedSummary]
        let next: Int64?
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        var filter = NeedFilter(view: .held, limit: 50)
        filter.scope = LedgerFilter.scope(NeedsRights.admit, visit)
        filter.after = visit.value("after").flatMap { Int64($0) }
        let page = try NeedStore.list(filter, in: visit.community, reading, now: visit.now)
        return Model(rows: page.rows, next: page.next)
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(QueuePhrase.heldTitle) }

    func view(_ model: Model, _ scene: Scene) -> HTML { flow(parts(model, scene)) }

    private func parts(_ model: Model, _ scene: Scene) -> HTML {
        let head = Look.head(title(model, scene), note: "\(scene(QueuePhrase.heldIntro))")
        if model.rows.isEmpty { return "\(head)\(Look.empty(scene(QueuePhrase.heldNone)))" }
        let rows = model.rows.map { need in
            TableRow([
                "\(need.serial)", Look.link(need.title, scene.link("/needs/\(need.serial)")),
                "\(need.placeName.isEmpty ? need.gridName : need.placeName)",
                "\(scene.moment(need.reported))",
                scene.act(QueuePhrase.admit, "/needs/\(need.serial)/admission"),
            ])
        }
        let table = Table(
            title(model, scene),
            [
                Column(scene(LedgerPhrase.number)), Column(scene(LedgerPhrase.what), .main),
                Column(scene(LedgerPhrase.place)), Column(scene(LedgerPhrase.reported)),
                Column(scene(QueuePhrase.admit), .act),
            ], rows)
        let next = model.next.map { scene.link("/needs/held?after=\($0)") }
        return """
            \(head)\(scene.loose())\(Look.table(table, in: scene.language))
            \(Look.pager(Pager(scene(LedgerPhrase.shown(rows.count)), next: next), in: scene.language))
            \(Look.keys(in: scene.language))
            """
    }
}

/// Everything past its due time, for those who see to the others: the longest first.
struct LatePage: Page {
    struct Model: Codable, Sendable {
        let rows: [NeedSummary]
        let next: Int64?
        let workload: [Workload]
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        var filter = NeedFilter(view: .late, sort: .due, limit: 50)
        filter.scope = LedgerFilter.scope(NeedsRights.assign, visit)
        filter.after = visit.value("after").flatMap { Int64($0) }
        let page = try NeedStore.list(filter, in: visit.community, reading, now: visit.now)
        return Model(
            rows: page.rows, next: page.next, workload: try StaffStore.workload(in: visit.community, reading))
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(QueuePhrase.lateTitle) }

    func view(_ model: Model, _ scene: Scene) -> HTML { flow(parts(model, scene)) }

    private func parts(_ model: Model, _ scene: Scene) -> HTML {
        let head = Look.head(title(model, scene), note: "\(scene(QueuePhrase.lateIntro))")
        let load = Look.section(
            scene(QueuePhrase.owner),
            Look.bars(
                model.workload.map { one in
                    var filter = LedgerFilter()
                    filter.owner = one.owner
                    return BarRow(one.name, one.open, link: scene.link(filter.link()))
                }))
        if model.rows.isEmpty {
            return "\(head)\(Look.columns(.main, [Look.empty(scene(QueuePhrase.lateNone)), load]))"
        }
        let rows = model.rows.map { need in
            TableRow([
                scene.due(need.due, isOpen: true), Look.link(need.title, scene.link("/needs/\(need.serial)")),
                "\(need.serial)", "\(need.ownerName)", "\(need.gridName)", scene.stamp(need.state),
            ])
        }
        let table = Table(
            title(model, scene),
            [
                Column(scene(LedgerPhrase.due)), Column(scene(LedgerPhrase.what), .main),
                Column(scene(LedgerPhrase.number)), Column(scene(QueuePhrase.owner)),
                Column(scene(LedgerPhrase.place)),
                Column(scene(LedgerPhrase.step)),
            ], rows)
        let next = model.next.map { scene.link("/needs/late?after=\($0)") }
        let exports = ListFormat.allCases.map {
            NavItem(
                title: $0.rawValue.uppercased(),
                link: scene.link(Link.local("/needs.\($0.rawValue)?view=late&sort=due") ?? "/needs"))
        }
        let pager = Pager(scene(LedgerPhrase.shown(rows.count)), next: next, exports: exports)
        let list = Look.table(table, in: scene.language) + Look.pager(pager, in: scene.language)
        return """
            \(head)\(Look.columns(.main, [list, load]))
            \(Look.keys(in: scene.language))
            """
    }
}

/// What residents can do for others, waiting to be heard and registered.
struct OffersDeskPage: Page {
    struct Model: Codable, Sendable {
        let state: Offer.State
        let rows: [Line]
        let next: Int64?
        var vocabulary = Vocabulary([])
        enum CodingKeys: CodingKey { case state, rows, next }
    }

    struct Line: Codable, Sendable {
        let id: Identifier
        let number: Int64, serial: String, title: String, words: String, hours: String, classKey: String
        let gridName: String, made: Instant, resource: Identifier?
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let state = visit.value("state").flatMap(Offer.State.init) ?? .made
        let after = visit.value("after").flatMap { Int64($0) }
        let offers = try OfferStore.list(state, after: after, in: visit.community, reading, limit: 21)
        let rows = offers.prefix(20).filter { visit.allows(NeedsRights.seeOffers, on: $0) }.map { offer in
            Line(
                id: offer.id, number: offer.number, serial: offer.serial, title: offer.title,
                words: offer.words,
                hours: offer.hours, classKey: offer.classKey, gridName: offer.gridName, made: offer.made,
                resource: offer.resource)
        }
        var model = Model(state: state, rows: rows, next: offers.count > 20 ? offers[19].number : nil)
        model.vocabulary = try VocabularyStore.vocabulary(in: visit.community, reading)
        return model
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(QueuePhrase.offersTitle) }

    func view(_ model: Model, _ scene: Scene) -> HTML { flow(parts(model, scene)) }

    private func parts(_ model: Model, _ scene: Scene) -> HTML {
        let tabs = Offer.State.allCases.map {
            Tab(
                $0.title[scene.language], scene.link("/offers/staff?state=\($0.rawValue)"),
                current: $0 == model.state)
        }
        let next = model.next.map { scene.link("/offers/staff?state=\(model.state.rawValue)&after=\($0)") }
        return """
            \(Look.head(title(model, scene), note: "\(scene(QueuePhrase.offersIntro))"))
            \(scene.loose())\(Look.tabs(scene(QueuePhrase.offerState), tabs))
            \(if: model.rows.isEmpty, Look.empty(scene(QueuePhrase.offersNone)), else: list(model, scene))
            \(Look.pager(Pager(scene(LedgerPhrase.shown(model.rows.count)), next: next), in: scene.language))
            """
    }

    private func list(_ model: Model, _ scene: Scene) -> HTML {
        Look.rows(
            model.rows.map { offer in
                let kind = model.vocabulary.className(offer.classKey)[scene.language]
                let when = [offer.serial, kind, offer.gridName, offer.hours, scene.moment(offer.made)]
                return ListRow(
                    """
                    <strong>\(offer.title)</strong><br>\(offer.words)\(if: model.state == .made, acts(offer,
                        scene))
                    """,
                    when: when.filter { !$0.isEmpty }.joined(separator: "　"))
            })
    }

    private func acts(_ offer: Line, _ scene: Scene) -> HTML {
        Look.acts(
            scene.act(QueuePhrase.register, "/offers/staff/\(offer.serial)/registration"),
            scene.act(QueuePhrase.thank, "/offers/staff/\(offer.serial)/thanks"),
            Look.button(
                scene(QueuePhrase.makeResource), scene.link("/resources/new?offer=\(offer.serial)"), .plain))
    }
}

/// The addresses of the queues.
enum QueueRoutes {
    static let all: [Route] = [
        .page("/needs/held", NeedsRights.admit, Text("先放着的需求", "Held reports"), HeldPage()),
        .page("/needs/late", NeedsRights.assign, Text("迟了的需求", "Late needs"), LatePage()),
        .page(
            "/offers/staff", NeedsRights.seeOffers, Text("民生智库，站里看的", "Residents' offers, for the station"),
            OffersDeskPage()),
        answer("registration", Text("登记居民的本事", "Register an offer"), true),
        answer("thanks", Text("谢过，不登记", "Thank for an offer"), false),
    ]

    private static func answer(_ noun: String, _ summary: Text, _ isRegistered: Bool) -> Route {
        Route.verb(
            .post, "/offers/staff/{number}/" + noun, NeedsRights.registerOffer, summary,
            shows: OffersDeskPage()
        ) { visit, fields in
            let text = try visit.parameter("number")
            let number = text.utf8.starts(with: "Z-".utf8) ? Int64(text.dropFirst(2)) : Int64(text)
            guard let number else { throw GroundRefusal.notFound }
            let offer = try await visit.house.database.read { reading in
                try OfferStore.offer(number: number, in: visit.community, reading)
            }
            guard let offer else { throw GroundRefusal.notFound }
            try await visit.perform(AnswerOffer(offer.id, isRegistered: isRegistered), fields: fields)
            return .done(see: "/offers/staff")
        }
    }
}
