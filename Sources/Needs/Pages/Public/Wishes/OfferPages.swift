import Actions
import Storage
import Values
import Web

/// 民生智库: what residents can do for others, said by anybody, shown once a worker registered it.
enum OfferPages {
    static let routes: [Route] = [
        .page(
            "/offers", NeedsRights.seePublic, WishPhrase.offers.text, OffersPage(), query: OffersPage.query),
        .verb(
            .post, "/offers", NeedsRights.offer, WishPhrase.tellOffer.text,
            fields: [
                Input("words", WishPhrase.offerWords.text, .lines(500), required: true),
                Input("class", PublicPhrase.kind.text, .choice([])),
                Input("hours", WishPhrase.hours.text, .line(100)),
                Input("name", SayPhrase.name.text, .line(20)),
                Input("phone", WishPhrase.offerPhone.text, .phone, required: true),
            ],
            answers: ReportedOffer.self, shows: OffersPage(), offer),
    ]

    private static func offer(_ visit: Visit, _ fields: Fields) async throws -> Outcome {
        var reader = FormReader(fields)
        var draft = NeedDraft(reader.lines("words", 500), at: .id(visit.community))
        draft.bestBy = reader.line("hours", 100, required: false)
        draft.contact.name = reader.line("name", 20, required: false)
        draft.contact.phone = reader.phone("phone", required: visit.actor.account == nil)?.digits ?? ""
        draft.classKey = fields["class"]
        try reader.finish()
        let made = try await visit.perform(ReportOffer(draft, remote: visit.ask.remote), fields: fields)
        return .made(made, see: "/offers?thanks=\(made.number)")
    }
}

/// The registered offers, and the form to add one's own.
struct OffersPage: Page {
    struct Model: Codable, Sendable {
        let rows: [Row]
        let after: Int64?
        let next: Int64?

        struct Row: Codable, Sendable {
            let number: String
            let title: String
            let className: String
            let place: String
            let hours: String
        }
    }

    static let query = [Input("after", ListPhrase.after.text, .number(1...Int64.max))]
    private static let limit = 20

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let words = try VocabularyStore.vocabulary(in: visit.community, reading)
        let after = visit.value("after").flatMap(Int64.init)
        let found = try OfferStore.list(
            .registered, after: after, in: visit.community, reading, limit: Self.limit + 1)
        let rows = found.prefix(Self.limit).map { offer in
            Model.Row(
                number: offer.serial, title: offer.title,
                className: words.className(offer.classKey)[visit.language],
                place: offer.gridName, hours: offer.hours)
        }
        return Model(
            rows: rows, after: after, next: found.count > Self.limit ? found[Self.limit - 1].number : nil)
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(WishPhrase.offers) }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        """
        \(thanks(scene))
        \(scene.head(WishPhrase.offers, note: WishPhrase.offersNote))
        \(Look.columns(.main, [list(model, scene), form(scene)]))
        """
    }

    private func thanks(_ scene: Scene) -> HTML {
        guard let number = scene.visit.value("thanks").flatMap(SerialNumber.init) else { return .empty }
        return Look.fineNews(
            scene(WishPhrase.offerThanks(number.description)), "<p>\(scene(WishPhrase.offerNext))</p>")
    }

    private func list(_ model: Model, _ scene: Scene) -> HTML {
        guard !model.rows.isEmpty else { return Look.empty(scene(WishPhrase.offersNone)) }
        let columns = [
            Column(scene(WishPhrase.able), .main), Column(scene(PublicPhrase.kind)),
            Column(scene(WishPhrase.when), named: true),
        ]
        let rows = model.rows.map { TableRow(["\($0.title)", "\($0.className)", "\($0.hours)"]) }
        let pager = Pager(
            scene(PublicPhrase.shown(rows.count)), previous: model.after == nil ? nil : scene.link("/offers"),
            next: model.next.map { scene.link("/offers").adding(query: "after", "\($0)") })
        return Look.table(Table(scene(WishPhrase.offers), columns, rows), in: scene.language)
            + Look.pager(pager, in: scene.language)
    }

    private func form(_ scene: Scene) -> HTML {
        let fields = [
            Field("words", scene(WishPhrase.offerWords), .area(rows: 3, draft: "offer"))
                .hint(scene(WishPhrase.offerHint)).limit(500),
            Field("hours", scene(WishPhrase.hours)).hint(scene(WishPhrase.hoursHint)).mayBeEmpty(),
            Field("name", scene(SayPhrase.name)).hint(scene(SayPhrase.nameHint)).mayBeEmpty(),
            Field("phone", scene(WishPhrase.offerPhone), .telephone).hint(scene(WishPhrase.offerPhoneHint))
                .autocomplete("tel"),
        ].map { $0.value(scene.fields[$0.name]).fault(scene.fault($0.name)) }
        return """
            <h2>\(scene(WishPhrase.tellOffer))</h2>
            \(Look.faults(fields, in: scene.language))
            \(Look.form(
                scene.link("/offers"), frame: scene.frame, rid: scene.rid,
                scene.sent(fields, WishPhrase.sendOffer, .main)))
            """
    }
}
