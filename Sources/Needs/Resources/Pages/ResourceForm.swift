import Actions
import People
import Storage
import Values
import Web

/// What the form of a resource asks, and how it is read.
enum ResourceForm {
    static let inputs: [Input] = [
        Input("name", ResourceFormPhrase.name.text, .line(60), required: true),
        Input("description", ResourceFormPhrase.description.text, .lines(600)),
        Input("kind", ResourcePhrase.kind.text, .choice([]), required: true),
        Input("owner_kind", ResourcePhrase.ownerKind.text, .choice([]), required: true),
        Input("owner", ResourceFormPhrase.ownerName.text, .line(60), required: true),
        Input("owner_phone", ResourceFormPhrase.ownerPhone.text, .phone),
        Input("layer", ResourcePhrase.layer.text, .choice([]), required: true),
        Input("stage", ResourcePhrase.stage.text, .choice([]), required: true),
        Input("place", OneResourcePhrase.place.text, .identifier, required: true),
        Input("reach", OneResourcePhrase.reach.text, .line(200), required: true),
        Input("classes", ResourcePhrase.classKey.text, .choices([]), required: true),
        Input("groups", OneResourcePhrase.groups.text, .choices([])),
        Input("hours", ResourceFormPhrase.hours.text, .line(120)),
        Input("weekdays", ResourceFormPhrase.weekdays.text, .choices((1...7).map { "\($0)" })),
        Input("conditions", ResourceFormPhrase.conditions.text, .line(200)),
        .choice("charge", OneResourcePhrase.charge.text, of: ResourceCharge.self, required: true),
        Input("unit", ResourceFormPhrase.unit.text, .line(8), required: true),
        .choice("period", ResourceFormPhrase.period.text, of: PeriodKind.self, required: true),
        Input("capacity", ResourceFormPhrase.capacity.text, .number(0...1_000_000_000)),
        Input("contact", ResourceFormPhrase.contact.text, .line(120)),
        Input("agreement", OneResourcePhrase.agreement.text, .identifier),
        Input("public", ResourceFormPhrase.isPublic.text, .flag),
        Input("overbook", ResourceFormPhrase.mayOverbook.text, .flag),
    ]

    /// What was filled in.
    struct Filled: Sendable {
        var content: ResourceContent
        let contact: String
        let ownerPhone: Phone?
        let mayOverbook: Bool
    }

    /// Reads the form; every fault at once, each beside its field.
    static func read(_ fields: Fields) throws -> Filled {
        var reader = FormReader(fields)
        let place = reader.identifier("place")
        var content = ResourceContent(
            place: place ?? Identifier(high: 0, low: 0), reach: PlacePath(text: reader.line("reach", 200)))
        content.name = reader.line("name", 60)
        content.description = reader.lines("description", 600, required: false)
        content.kind = reader.line("kind", 60)
        content.ownerKind = reader.line("owner_kind", 60)
        content.ownerName = reader.line("owner", 60)
        content.layer = reader.line("layer", 60)
        content.stage = reader.line("stage", 60)
        content.classes = fields.all("classes").filter { !$0.isEmpty }
        content.groups = fields.all("groups").filter { !$0.isEmpty }
        if content.classes.isEmpty { reader.refuse("classes", FormPhrase.chooseOne, name: "form.choice") }
        content.hours = reader.line("hours", 120, required: false)
        content.weekdays = reader.choices("weekdays", among: Set((1...7).map { "\($0)" })).compactMap {
            Int($0)
        }
        content.conditions = reader.line("conditions", 200, required: false)
        content.charge = reader.choice("charge", of: ResourceCharge.self) ?? .free
        content.unit = reader.line("unit", 8)
        content.period = reader.choice("period", of: PeriodKind.self) ?? .month
        content.capacity = reader.number("capacity", 0...1_000_000_000, required: false)
        content.agreement = fields["agreement"].flatMap { $0.isEmpty ? nil : Identifier($0) }
        content.isPublic = reader.flag("public")
        let contact = reader.line("contact", 120, required: false)
        let phone = reader.phone("owner_phone", required: false)
        let mayOverbook = reader.flag("overbook")
        try reader.finish()
        return Filled(content: content, contact: contact, ownerPhone: phone, mayOverbook: mayOverbook)
    }

    /// The account that signs in with a phone; nil where no phone was given.
    ///
    /// - Throws: ``ResourceRefusal/noOwner`` where nobody does.
    static func owner(
        _ phone: Phone?, _ visit: Visit, field: String = "owner_phone"
    ) async throws -> Identifier? {
        guard let phone else { return nil }
        let keys = visit.house.keys, community = visit.community
        let account = try await visit.house.database.read { reading in
            try AccountStore.account(phone: phone, in: community, keys, reading)?.id
        }
        guard let account else {
            let refusal = ResourceRefusal.noOwner
            throw Refusals([FieldRefusal(field, refusal, name: refusal.name)])
        }
        return account
    }
}

/// The form of a resource, new or to be edited.
struct ResourceFormPage: Page {
    let isNew: Bool

    struct Model: Codable, Sendable {
        let number: Int64?
        let content: ResourceContent?
        let hasContact: Bool
        let hasOwner: Bool
        let places: [Option]
        let reaches: [Option]
        let kinds: [Option]
        let ownerKinds: [Option]
        let layers: [Option]
        let stages: [Option]
        let classes: [Option]
        let groups: [Option]
        let agreements: [Option]
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let resource = isNew ? nil : try ResourcePage.resource(visit, reading)
        if let resource {
            try visit.require(ResourceRights.keep, on: resource)
        }
        let vocabulary = try VocabularyStore.vocabulary(in: visit.community, reading)
        let line = try PlaceStore.line(to: visit.locality.path, reading)
        let home = line.last.map { [$0] } ?? []
        let areas = try PlaceStore.places(.area, below: visit.locality.path, reading, limit: 60)
        let grids = try PlaceStore.places(.grid, below: visit.locality.path, reading, limit: 120)
        let agreements = try AgreementStore.list(in: visit.community, reading).filter { $0.ended == nil }
        let language = visit.language
        return Model(
            number: resource?.number, content: resource?.content, hasContact: resource?.contact != nil,
            hasOwner: resource?.content.ownerAccount != nil,
            places: (home + areas + grids).map { Option(value: $0.id.description, title: $0.name) },
            reaches: (line.reversed() + areas + grids).map { Option(value: $0.path.text, title: $0.name) },
            kinds: vocabulary.options(.resourceKind, language),
            ownerKinds: vocabulary.options(.ownerKind, language),
            layers: vocabulary.options(.layer, language), stages: vocabulary.options(.stage, language),
            classes: vocabulary.options(.need, language), groups: vocabulary.options(.group, language),
            agreements: agreements.map { Option(value: $0.id.description, title: $0.company) })
    }

    func title(_ model: Model, _ scene: Scene) -> String {
        scene(model.content.map { ResourceFormPhrase.editTitle($0.name) } ?? .new)
    }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        let fields = ResourceFormView.fields(model, scene)
        let action = model.number.map { scene.link("/resources/\($0)/edit") } ?? scene.link("/resources/new")
        let body: HTML = """
            \(Look.fields(fields, in: scene.language))\
            \(Look.acts(
                Look.send(scene(ResourceFormPhrase.save)),
                Look.link(scene(ResourceFormPhrase.stay), scene.link("/resources"))))
            """
        return """
            \(Look.head(title(model, scene)))
            \(Look.lead("\(scene(ResourceFormPhrase.lead))"))
            \(Look.faults(fields, also: scene.otherRefusals(than: fields), in: scene.language))
            \(Look.form(action, frame: scene.frame, rid: scene.rid, body))
            """
    }
}

/// The fields of a resource's form.
enum ResourceFormView {
    typealias Model = ResourceFormPage.Model

    static func fields(_ model: Model, _ scene: Scene) -> [Field] {
        (about(model, scene) + whose(model, scene) + amount(model, scene) + rest(model, scene))
            .map { $0.fault(scene.fault($0.name)) }
    }

    private static func about(_ model: Model, _ scene: Scene) -> [Field] {
        let content = model.content
        return [
            Field("name", scene(ResourceFormPhrase.name)).hint(scene(ResourceFormPhrase.nameHint))
                .value(scene.kept("name", content?.name ?? "")).limit(60),
            Field("description", scene(ResourceFormPhrase.description), .area(rows: 3, draft: "resource"))
                .hint(scene(ResourceFormPhrase.descriptionHint))
                .value(scene.kept("description", content?.description ?? "")).limit(600).mayBeEmpty(),
            select("kind", ResourcePhrase.kind, model.kinds, content?.kind, scene),
            Field("classes", scene(ResourcePhrase.classKey), .several(model.classes.map(\.choice)))
                .chosen(scene.kept("classes", content?.classes ?? [])),
            Field("groups", scene(OneResourcePhrase.groups), .several(model.groups.map(\.choice)))
                .hint(scene(ResourceFormPhrase.groupsHint)).chosen(
                    scene.kept("groups", content?.groups ?? [])
                )
                .mayBeEmpty(),
        ]
    }

    private static func whose(_ model: Model, _ scene: Scene) -> [Field] {
        let content = model.content
        return [
            Field("owner", scene(ResourceFormPhrase.ownerName))
                .value(scene.kept("owner", content?.ownerName ?? "")).limit(60),
            select("owner_kind", ResourcePhrase.ownerKind, model.ownerKinds, content?.ownerKind, scene),
            Field("owner_phone", scene(ResourceFormPhrase.ownerPhone), .telephone)
                .hint(scene(model.hasOwner ? ResourceFormPhrase.contactKept : .ownerPhoneHint))
                .value(scene.kept("owner_phone")).mayBeEmpty(),
            Field("contact", scene(ResourceFormPhrase.contact))
                .hint(scene(model.hasContact ? ResourceFormPhrase.contactKept : .contactHint))
                .value(scene.kept("contact")).mayBeEmpty(),
            select("layer", ResourcePhrase.layer, model.layers, content?.layer, scene),
            select("stage", ResourcePhrase.stage, model.stages, content?.stage, scene),
            select("place", OneResourcePhrase.place, model.places, content?.place.description, scene),
            select("reach", OneResourcePhrase.reach, model.reaches, content?.reach.text, scene),
        ]
    }

    private static func amount(_ model: Model, _ scene: Scene) -> [Field] {
        let content = model.content
        let periods = PeriodKind.allCases.map { Option(value: $0.rawValue, title: scene($0.title)) }
        var fields = [
            Field("unit", scene(ResourceFormPhrase.unit)).hint(scene(ResourceFormPhrase.unitHint))
                .value(scene.kept("unit", content?.unit ?? "")).limit(8),
            select("period", ResourceFormPhrase.period, periods, content?.period.rawValue ?? "month", scene),
            Field("capacity", scene(ResourceFormPhrase.capacity), .number)
                .hint(scene(ResourceFormPhrase.capacityHint))
                .value(scene.kept("capacity", content?.capacity.map { "\($0)" } ?? "")).mayBeEmpty(),
        ]
        if model.content != nil {
            fields.append(
                Field("overbook", scene(ResourceFormPhrase.mayOverbook), .tick).value(scene.kept("overbook")))
        }
        return fields
    }

    private static func rest(_ model: Model, _ scene: Scene) -> [Field] {
        let content = model.content
        let days = Weekday.allCases.map { Choice("\($0.rawValue)", $0.name(scene.language)) }
        let charges = ResourceCharge.allCases.map { Option(value: $0.rawValue, title: scene($0.title)) }
        let agreements = [Option(value: "", title: scene(ResourceFormPhrase.noAgreement))] + model.agreements
        let isPublic =
            scene.fields.values.isEmpty ? (content?.isPublic ?? true) : scene.fields["public"] != nil
        return [
            Field("hours", scene(ResourceFormPhrase.hours)).hint(scene(ResourceFormPhrase.hoursHint))
                .value(scene.kept("hours", content?.hours ?? "")).mayBeEmpty(),
            Field("weekdays", scene(ResourceFormPhrase.weekdays), .several(days))
                .hint(scene(ResourceFormPhrase.weekdaysHint))
                .chosen(scene.kept("weekdays", (content?.weekdays ?? []).map { "\($0)" })).mayBeEmpty(),
            Field("conditions", scene(ResourceFormPhrase.conditions))
                .value(scene.kept("conditions", content?.conditions ?? "")).mayBeEmpty(),
            select("charge", OneResourcePhrase.charge, charges, content?.charge.rawValue ?? "free", scene),
            select(
                "agreement", OneResourcePhrase.agreement, agreements, content?.agreement?.description, scene),
            Field("public", scene(ResourceFormPhrase.isPublic), .tick)
                .hint(scene(ResourceFormPhrase.isPublicHint)).value(isPublic ? "1" : ""),
        ]
    }

    static func select(
        _ name: String, _ title: some Phrase, _ options: [Option], _ value: String?, _ scene: Scene
    ) -> Field {
        Field(name, scene(title), .select(options.map(\.choice))).value(scene.kept(name, value ?? ""))
    }
}
