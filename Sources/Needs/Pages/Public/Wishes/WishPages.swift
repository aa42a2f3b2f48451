import Actions
import Storage
import Values
import Web

/// The addresses of small wishes that anybody may grant.
enum WishPages {
    static let routes: [Route] = [
        .page("/wishes", NeedsRights.seePublic, WishPhrase.title.text, WishesPage(), query: WishesPage.query),
        .page("/wishes/{number}", NeedsRights.seePublic, WishPhrase.wish.text, WishPage()),
        .verb(
            .post, "/wishes/{number}/claim", NeedsRights.claim, WishPhrase.claimThis.text, shows: WishPage()
        ) { visit, fields in
            let need = try await find(visit)
            guard visit.actor.account != nil else { throw GroundRefusal.signInFirst }
            try await visit.perform(ClaimWish(need), fields: fields)
            return .done(see: "/wishes/\(try visit.parameter("number"))")
        },
        .verb(
            .post, "/wishes/{number}/give-up", NeedsRights.unclaim, WishPhrase.giveUp.text, shows: WishPage()
        ) { visit, fields in
            try await visit.perform(UnclaimWish(try await find(visit)), fields: fields)
            return .done(see: "/wishes/\(try visit.parameter("number"))")
        },
    ]

    private static func find(_ visit: Visit) async throws -> Identifier {
        try await visit.house.database.read { reading in try WishPage.wish(visit, reading).id }
    }
}

/// The list of wishes: those that wait, those taken up, those that came true.
struct WishesPage: Page {
    enum View: String, Codable, Sendable, CaseIterable {
        case waiting, taken, granted

        var title: WishPhrase {
            switch self {
            case .waiting: .waiting
            case .taken: .taken
            case .granted: .granted
            }
        }

        var none: WishPhrase {
            switch self {
            case .waiting: .none
            case .taken: .noneTaken
            case .granted: .noneGranted
            }
        }
    }

    struct Model: Codable, Sendable {
        let view: View
        let rows: [PublicRow]
        let after: Int64?
        let next: Int64?
    }

    static let query: [Input] = [
        .choice("view", WishPhrase.waiting.text, of: View.self),
        Input("after", ListPhrase.after.text, .number(1...Int64.max)),
    ]

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let words = try VocabularyStore.vocabulary(in: visit.community, reading)
        let view = visit.value("view").flatMap(View.init(rawValue:)) ?? .waiting
        let after = visit.value("after").flatMap(Int64.init)
        let page = try PublicNeedStore.wishes(view, after: after, in: visit.community, reading)
        return Model(
            view: view, rows: page.rows.map { PublicRow($0, words, visit.language) }, after: after,
            next: page.next)
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(WishPhrase.title) }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        let here = scene.link("/wishes").setting(query: "view", model.view.rawValue)
        let tabs = View.allCases.map { view in
            Tab(
                scene(view.title), scene.link("/wishes").setting(query: "view", view.rawValue),
                current: view == model.view)
        }
        let list: HTML =
            model.rows.isEmpty
            ? Look.empty(
                scene(model.view.none),
                "<p>\(Look.link(scene(WishPhrase.tellOne), scene.link("/say?kind=wish")))</p>")
            : WishTable.view(model.rows, scene)
                + Look.pager(
                    Pager(
                        scene(PublicPhrase.shown(model.rows.count)),
                        previous: model.after == nil ? nil : here,
                        next: model.next.map { here.adding(query: "after", "\($0)") }), in: scene.language)
        return """
            <div class="flow">
            \(Look.head(scene(WishPhrase.title), note: "\(scene(WishPhrase.note))"))
            \(Look.tabs(scene(WishPhrase.title), tabs))
            \(list)
            \(Look.acts(
                Look.button(scene(WishPhrase.tellOne), scene.link("/say?kind=wish"), .line),
                Look.button(scene(WishPhrase.tellOffer), scene.link("/offers"), .line)))
            </div>
            """
    }
}

/// Wishes in a table, as on the front page: what, who, where, and the way to grant it.
enum WishTable {
    static func view(_ rows: [PublicRow], _ scene: Scene) -> HTML {
        let columns = [
            Column(scene(WishPhrase.wish), .main), Column(scene(FrontPhrase.who)),
            Column(scene(PublicPhrase.place)),
            Column(scene(FrontPhrase.claim), .act),
        ]
        let lines = rows.map { row -> TableRow in
            let title = row.title(scene.language)
            let link = scene.link("/wishes/\(row.number)")
            let act: HTML =
                row.state.step != nil && !row.isClaimed
                ? """
                <a class="btn line small" href="\(link: link)">\(scene(FrontPhrase.claim))\
                <span class="unseen">\(scene(SignPhrase.colon))\(title)</span></a>
                """
                : row.state == .closed ? row.stamp : Look.stamp(scene(WishPhrase.taken))
            return TableRow([Look.link(title, link), "\(row.who ?? "")", "\(row.place)", act])
        }
        return Look.table(Table(scene(FrontPhrase.wishes), columns, lines), in: scene.language)
    }
}
