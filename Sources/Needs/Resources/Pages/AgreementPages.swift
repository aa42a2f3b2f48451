import Actions
import Storage
import Values
import Web

/// An agreement as pages show it.
struct AgreementItem: Codable, Sendable {
    let id: Identifier
    let number: Int64
    let company: String
    let purpose: String
    let signed: Day
    let starts: Day
    let ends: Day
    let state: AgreementState
    let pledges: [AgreementPledge]

    init(_ agreement: Agreement, _ pledges: [AgreementPledge], today: Day) {
        id = agreement.id
        number = agreement.number
        company = agreement.company
        purpose = agreement.purpose
        signed = agreement.signed
        starts = agreement.starts
        ends = agreement.ends
        state = agreement.state(on: today)
        self.pledges = pledges
    }
}

/// Agreements with companies: delivered against pledged, and those that end soon.
struct AgreementsPage: Page {
    struct Model: Codable, Sendable {
        let agreements: [AgreementItem]
        let mayKeep: Bool
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let path = visit.locality.path
        let seesAll = visit.allows(ResourceRights.seeAgreements, on: path)
        guard seesAll || visit.actor.account != nil else { throw GroundRefusal.signInFirst }
        let found = try AgreementStore.list(
            of: seesAll ? nil : visit.actor.account, in: visit.community, reading)
        let pledges = Dictionary(
            grouping: try AgreementStore.pledges(of: found.map(\.id), in: visit.community, reading),
            by: \.agreement)
        let today = visit.now.day(in: .shanghai)
        return Model(
            agreements: found.map { AgreementItem($0, pledges[$0.id] ?? [], today: today) },
            mayKeep: visit.allows(ResourceRights.keepAgreements, on: path))
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(PledgePhrase.agreements) }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        """
        \(Look.head(scene(PledgePhrase.agreements)))
        \(Look.lead("\(scene(PledgePhrase.agreementsLead))"))
        \(Look.section(scene(PledgePhrase.expiring), id: "expiring", expiring(model, scene)))
        \(model.agreements.isEmpty ? Look.empty(scene(PledgePhrase.noAgreements)) : list(model, scene))
        \(if: model.mayKeep, Look.section(scene(PledgePhrase.signTitle), id: "new", form(scene)))
        """
    }

    private func expiring(_ model: Model, _ scene: Scene) -> HTML {
        let soon = model.agreements.filter { $0.state == .expiring || $0.state == .expired }
        guard !soon.isEmpty else { return Look.note("\(scene(PledgePhrase.noneExpiring))") }
        let today = scene.now.day(in: .shanghai)
        return Look.rows(
            soon.map { item in
                let ends = PledgePhrase.expires(item.ends.near(today, scene.language))
                return ListRow(
                    Look.link(item.company, scene.link("/agreements/\(item.number)")), when: scene(ends))
            })
    }

    private func list(_ model: Model, _ scene: Scene) -> HTML {
        Look.rows(
            model.agreements.map { item in
                let link = scene.link("/agreements/\(item.number)")
                let bars = item.pledges.map { AgreementView.bar($0, scene) }.joined()
                let state: Look.State = item.state == .expired || item.state == .expiring ? .late : .plain
                return ListRow(
                    """
                    <h3>\(Look.link(item.company, link))　\(Look.stamp(scene(item.state.title), state))</h3>
                    <p class="note">\(item.purpose)</p>\(bars)
                    """)
            })
    }

    private func form(_ scene: Scene) -> HTML {
        let today = scene.now.day(in: .shanghai)
        let year = today.adding(months: 12).adding(days: -1)
        let fields =
            [
                Field("company", scene(PledgePhrase.company)).value(scene.kept("company")).fault(
                    scene.fault("company")),
                Field("company_phone", scene(PledgePhrase.companyPhone), .telephone)
                    .value(scene.kept("company_phone")).fault(scene.fault("company_phone")).mayBeEmpty(),
                Field("purpose", scene(PledgePhrase.purpose)).value(scene.kept("purpose")).fault(
                    scene.fault("purpose")),
                Field("signed", scene(PledgePhrase.signed), .date).value(
                    scene.kept("signed", today.description)
                )
                .fault(scene.fault("signed")),
                Field("starts", scene(PledgePhrase.starts), .date).value(
                    scene.kept("starts", today.description)
                )
                .fault(scene.fault("starts")),
                Field("ends", scene(PledgePhrase.ends), .date).value(scene.kept("ends", year.description))
                    .fault(scene.fault("ends")),
            ] + PledgeView.fields(scene, withShare: true)
        let body = Look.fields(fields, in: scene.language) + Look.send(scene(PledgePhrase.sign))
        return Look.faults(fields, also: scene.otherRefusals(than: fields), in: scene.language)
            + Look.form(scene.link("/agreements"), frame: scene.frame, rid: scene.rid, body)
    }
}

/// One agreement: each pledge with what came of it, entry by entry; also as a sheet to print.
struct AgreementPage: Page {
    var isSheet = false

    struct Model: Codable, Sendable {
        let agreement: AgreementItem
        let endReason: String
        let entries: [Delivery]
        let mayKeep: Bool
        let mayDeliver: Bool
    }

    static func agreement(_ visit: Visit, _ reading: any Reading) throws -> Agreement {
        guard let number = Int64(try visit.parameter("number")),
            let agreement = try AgreementStore.agreement(number: number, in: visit.community, reading)
        else { throw GroundRefusal.notFound }
        return agreement
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        try Self.model(try Self.agreement(visit, reading), visit, reading)
    }

    static func model(_ agreement: Agreement, _ visit: Visit, _ reading: any Reading) throws -> Model {
        guard visit.allows(ResourceRights.seeAgreements, on: agreement) else { throw GroundRefusal.notFound }
        let pledges = try AgreementStore.pledges(of: [agreement.id], in: visit.community, reading)
        let entries = try DeliveryStore.deliveries(on: pledges.map(\.id), in: visit.community, reading)
        let isRunning = agreement.ended == nil
        return Model(
            agreement: AgreementItem(agreement, pledges, today: visit.now.day(in: .shanghai)),
            endReason: agreement.endReason, entries: entries,
            mayKeep: isRunning && visit.allows(ResourceRights.keepAgreements, on: agreement),
            mayDeliver: isRunning && visit.allows(ResourceRights.deliver, on: agreement))
    }

    func title(_ model: Model, _ scene: Scene) -> String {
        scene(PledgePhrase.sheetTitle(model.agreement.company))
    }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        isSheet ? AgreementView.sheet(model, scene) : AgreementView.page(model, scene)
    }
}

/// The parts of an agreement's page.
enum AgreementView {
    typealias Model = AgreementPage.Model

    static func bar(_ pledge: AgreementPledge, _ scene: Scene) -> HTML {
        PledgeView.bar(pledge.what, pledge.kind, pledge.unit, pledge.delivered, pledge.pledged, scene)
    }

    private static func lead(_ item: AgreementItem, _ scene: Scene) -> HTML {
        let language = scene.language
        return Look.lead(
            """
            \(scene(PledgePhrase.sheetLead(
                item.signed.full(language), item.starts.full(language), item.ends.full(language))))
            """)
    }

    static func page(_ model: Model, _ scene: Scene) -> HTML {
        let item = model.agreement
        let crumb = [NavItem(title: scene(PledgePhrase.agreements), link: scene.link("/agreements"))]
        let print = Look.button(
            scene(PledgePhrase.print), scene.link("/agreements/\(item.number)/print"), .small)
        return """
            \(Look.crumb(crumb, item.company, in: scene.language))
            \(Look.dayline(item.company, [Look.stamp(scene(item.state.title)), print]))
            \(Look.faults([], also: scene.refusals.map { $0.text[scene.language] }, in: scene.language))
            \(lead(item, scene))\(if: !item.purpose.isEmpty, "<p>\(item.purpose)</p>")\
            \(if: !model.endReason.isEmpty, Look.note("\(model.endReason)"))
            \(item.pledges, each: { pledge($0, model, scene) })
            \(if: model.mayKeep, keep(model, scene))
            """
    }

    private static func pledge(_ pledge: AgreementPledge, _ model: Model, _ scene: Scene) -> HTML {
        let entries = model.entries.filter { $0.pledge == pledge.id }
        let share = PledgePhrase.share(Points(units: pledge.rate).description, pledge.base)
        let none = Look.note("\(scene(PledgePhrase.noEntries))")
        let list = PledgeView.entries(
            entries, pledge.kind, pledge.unit, mayReverse: model.mayDeliver, scene)
        let body: HTML = """
            \(bar(pledge, scene))\(if: pledge.kind == .share, Look.note("\(scene(share))"))
            <h3>\(scene(PledgePhrase.entries))</h3>\(entries.isEmpty ? none : list)
            \(if: model.mayDeliver, PledgeView.deliver(to: pledge.id, pledge.kind, scene))
            """
        return Look.section("\(pledge.what)", id: "p-\(pledge.id)", body)
    }

    private static func keep(_ model: Model, _ scene: Scene) -> HTML {
        let number = model.agreement.number
        let fields = PledgeView.fields(scene, withShare: true)
        let add = Look.form(
            scene.link("/agreements/\(number)/pledges"), frame: scene.frame, rid: scene.rid,
            Look.fields(fields, in: scene.language) + Look.send(scene(PledgePhrase.add), .line))
        let why = Field("reason", scene(PledgePhrase.endWhy)).fault(scene.fault("reason")).value(
            scene.kept("reason"))
        let end = Look.form(
            scene.link("/agreements/\(number)/end"), frame: scene.frame, rid: scene.rid,
            Look.field(why, in: scene.language) + Look.send(scene(PledgePhrase.end), .line))
        return """
            <details><summary>\(scene(PledgePhrase.addPledge))</summary>\(add)</details>
            <details><summary>\(scene(PledgePhrase.end))</summary>\(end)</details>
            """
    }

    /// One sheet of A4 with the pledges, what came, and room to sign.
    static func sheet(_ model: Model, _ scene: Scene) -> HTML {
        let item = model.agreement
        let columns = [
            Column(scene(PledgePhrase.pledgeWhat), .main), Column(scene(PledgePhrase.pledged), .number),
            Column(scene(PledgePhrase.delivered), .number), Column(scene(PledgePhrase.missing), .number),
        ]
        let rows = item.pledges.map { pledge in
            TableRow(
                ["\(pledge.what)"]
                    + [pledge.pledged, pledge.delivered, pledge.missing].map {
                        "\(pledge.kind.name($0, unit: pledge.unit, scene.language))"
                    })
        }
        let table = Look.table(
            Web.Table(scene(PledgePhrase.pledges), columns, rows, shape: .tight), in: scene.language)
        return Look.sheet(
            scene(PledgePhrase.sheetTitle(item.company)),
            lead(item, scene) + "<p>\(item.purpose)</p>" + table
                + Look.note("\(scene(PledgePhrase.signLine))"), in: scene.language)
    }
}
