import Actions
import Storage
import Values
import Web

/// One home: how large, whose, who rents it, and what was before.
struct HomePage: Page {
    struct Holder: Codable, Sendable {
        let id: Identifier
        let role: HomeRole
        let person: Identifier?
        /// Masked; nil where it was erased.
        let name: String?
        let share: Share
        let period: Period
        let source: FactSource
    }

    struct Living: Codable, Sendable {
        let person: Identifier
        let name: String
        let relation: Relation
        let age: Int
        let household: Identifier
    }

    struct Model: Codable, Sendable {
        let id: Identifier
        let address: String
        let areas: [HomeArea]
        let holders: [Holder]
        let living: [Living]
        let mayChange: Bool
        let today: Day
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let id = try visit.identifier("id"), community = visit.community, keys = visit.house.keys
        guard let place = try PlaceStore.place(id, in: community, reading), place.kind == .household else {
            throw RegisterRefusal.notAHome
        }
        try visit.require(RegisterRights.homes, on: place)
        let households = try HouseholdStore.households(at: id, in: community, reading).filter {
            $0.period.until == nil
        }
        let today = visit.now.day(in: .shanghai)
        let living = try households.flatMap { household in
            try ResidenceStore.members(of: household.id, in: community, reading).compactMap { stay in
                try PersonStore.person(stay.person, in: community, keys, reading).map {
                    Living(
                        person: $0.id, name: MaskedName.of($0.name), relation: stay.relation,
                        age: $0.age(on: today), household: household.id)
                }
            }
        }
        return Model(
            id: id, address: try AddressBook(reading).address(of: place.path),
            areas: try HolderStore.areas(of: id, in: community, reading),
            holders: try HolderStore.holders(of: id, in: community, keys, reading).map { holder in
                Holder(
                    id: holder.id, role: holder.role, person: holder.person,
                    name: holder.name.map(MaskedName.of), share: holder.share, period: holder.period,
                    source: holder.source)
            }, living: living, mayChange: visit.allows(RegisterRights.change, on: place),
            today: today)
    }

    func title(_ model: Model, _ scene: Scene) -> String { model.address }

    func view(_ model: Model, _ scene: Scene) -> HTML { HomeView(model: model, scene: scene).whole }
}

/// How the page of a home looks.
struct HomeView {
    let model: HomePage.Model
    let scene: Scene

    private var language: Language { scene.language }
    private var present: [HomePage.Holder] { model.holders.filter { $0.period.until == nil } }

    var whole: HTML {
        let fields = owning + renting + measuring
        return """
            \(Look.crumb([
                NavItem(title: scene(RegisterPhrase.title), link: scene.link("/register")),
                NavItem(title: scene(HomePhrase.list), link: scene.link("/register/homes")),
            ], model.address, in: language))
            \(Look.head(model.address, note: HTML(text: sizeNow)))
            \(scene.faults(fields))
            \(Look.section(scene(HomePhrase.owners), rows(of: .owner, HomePhrase.noOwners)))
            \(Look.section(scene(HomePhrase.tenants), rows(of: .tenant, HomePhrase.noTenants)))
            \(if: !model.living.isEmpty, Look.section(scene(HomePhrase.livesHere), Look.rows(living)))
            \(if: model.areas.count > 1, Look.section(
                scene(HomePhrase.area), Look.rows(model.areas.map(area))))
            \(if: !past.isEmpty, Look.section(scene(HomePhrase.before), Look.rows(past.map(line))))
            \(if: model.mayChange, forms)
            """
    }

    private var past: [HomePage.Holder] { model.holders.filter { $0.period.until != nil } }

    private var sizeNow: String {
        guard let now = model.areas.first(where: { $0.period.until == nil }) else {
            return scene(HomePhrase.noArea)
        }
        let floor = now.floor == 0 ? "" : "　\(scene(HomePhrase.floor)) \(now.floor)"
        return now.area.name(language) + floor
    }

    private func rows(of role: HomeRole, _ none: HomePhrase) -> HTML {
        let holders = present.filter { $0.role == role }
        return holders.isEmpty ? Look.note("\(scene(none))") : Look.rows(holders.map(line))
    }

    private var living: [ListRow] {
        model.living.map {
            ListRow(Look.link($0.name, scene.link("/register/people/\($0.person)")), when: said($0))
        }
    }

    /// Masked, two of a household may look alike.
    private func said(_ living: HomePage.Living) -> String {
        scene(RegisterPhrase.relationAndAge(living.relation.title[language], living.age))
    }

    private func span(_ period: Period) -> String {
        let since = period.since.long(language)
        return period.until.map { scene(RegisterPhrase.fromTo(since, $0.long(language))) }
            ?? scene(RegisterPhrase.since(since))
    }

    private func area(_ area: HomeArea) -> ListRow {
        ListRow(
            "\(area.area.name(language))", when: span(area.period) + "　" + area.source.title[language])
    }

    private func line(_ holder: HomePage.Holder) -> ListRow {
        let name = holder.name ?? scene(HomePhrase.erased)
        let shown = holder.person.map { Look.link(name, scene.link("/register/people/\($0)")) } ?? "\(name)"
        let share = holder.role == .owner ? holder.share.said(language) : holder.role.title[language]
        let end: HTML =
            model.mayChange && holder.role == .tenant && holder.period.until == nil
            ? Look.act(
                scene(HomePhrase.ended), scene.link("/register/homes/\(model.id)/tenants/\(holder.id)/end"),
                frame: scene.frame, rid: scene.rid) : .empty
        return ListRow(
            "\(shown) \(share) \(end)", when: span(holder.period) + "　" + holder.source.title[language])
    }

    // MARK: What may be written

    private var forms: HTML {
        """
        \(Look.section(scene(HomePhrase.ownersTitle), note: "\(scene(HomePhrase.ownersNote))", hang: true,
            owners))
        \(Look.section(scene(HomePhrase.tenantTitle), hang: true,
            scene.form(address("tenants"), renting, send: RegisterPhrase.note, .line)))
        \(Look.section(scene(HomePhrase.measureTitle), hang: true,
            scene.form(address("area"), measuring, send: RegisterPhrase.note, .line)))
        """
    }

    private func address(_ form: String) -> Link { "/register/homes/\(model.id)/\(form)" }

    /// As many rows as were asked for; the button for more comes after the one that Enter presses.
    private var owners: HTML {
        let more: HTML =
            rows < SetOwners.most
            ? Look.send(scene(HomePhrase.moreOwners), .line, name: "more", value: "1") : .empty
        let count = Look.fields([Field("rows", "", .hidden).value("\(rows)")], in: language)
        return Look.form(
            scene.link(address("owners")), frame: scene.frame, rid: scene.rid,
            """
            \(count)\(Look.fields(owning, in: language))\
            \(Look.acts(Look.send(scene(RegisterPhrase.note), .line), more))
            """)
    }

    private var rows: Int { OwnerRows.count(scene.sent(to: address("owners")).fields) }

    private var sources: Field.Kind {
        .select(FactSource.allCases.map { Choice($0.rawValue, $0.title[language]) })
    }

    /// Who lives here, or somebody of another name.
    private var people: Field.Kind {
        .select(
            [Choice("", scene(HomePhrase.somebodyElse))]
                + model.living.map { Choice("\($0.person)", "\($0.name)　\(said($0))") })
    }

    private var measuring: [Field] {
        let scene = scene.sent(to: address("area"))
        return [
            scene.field("area", HomePhrase.area).hint(scene(HomePhrase.areaHint)),
            scene.field("floor", HomePhrase.floor, .number).mayBeEmpty(),
            scene.field("since", RegisterPhrase.day, .date).inside("area"),
            scene.field("source", RegisterPhrase.source, sources).inside("area"),
        ]
    }

    private var owning: [Field] {
        let scene = scene.sent(to: address("owners"))
        return (1...rows).flatMap { number -> [Field] in
            let fields = [
                scene.field("person\(number)", HomePhrase.known(number), people),
                scene.field("name\(number)", HomePhrase.name(number)).mayBeEmpty(),
                scene.field("share\(number)", HomePhrase.shareOf(number)).hint(scene(HomePhrase.shareHint)),
            ]
            return number == 1 ? fields : fields.map { $0.mayBeEmpty() }
        } + [
            scene.field("since", RegisterPhrase.day, .date).inside("owners"),
            scene.field("source", RegisterPhrase.source, sources).inside("owners"),
        ]
    }

    private var renting: [Field] {
        let scene = scene.sent(to: address("tenants"))
        return [
            scene.field("person", HomePhrase.tenants, people).inside("tenant"),
            scene.field("name", HomePhrase.tenantName).mayBeEmpty().inside("tenant"),
            scene.field("since", RegisterPhrase.day, .date).inside("tenant"),
            scene.field("source", RegisterPhrase.source, sources).inside("tenant"),
        ]
    }
}
