import Actions
import Storage
import Values
import Web

/// Who works here and with what role, and a form to add somebody.
struct PeoplePage: Page {
    struct Model: Codable, Sendable {
        let filter: PeopleFilter
        let people: [Person]
        /// Where the list goes on.
        let next: String?
        /// What the visitor may give.
        let givable: [Role]
    }

    static let perPage = 50

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let top = try visit.top(for: PeopleRights.seePeople)
        var filter = PeopleFilter()
        filter.role = visit.value("role").flatMap(Role.init(rawValue:))
        filter.name = String((visit.value("q") ?? "").prefix(20))
        filter.isDisabled = visit.value("state") == Account.State.disabled.rawValue
        filter.after = visit.value("after").map { String($0.prefix(400)) }
        filter.afterId = visit.value("id").flatMap { Identifier($0) }
        var people = try StaffStore.people(
            filter, below: top, in: visit.community, reading, limit: Self.perPage + 1)
        var next: String?
        if people.count > Self.perPage {
            people.removeLast()
            next = people.last.map { Self.link(filter, after: $0).address }
        }
        return Model(filter: filter, people: people, next: next, givable: visit.givableRoles())
    }

    private static func link(_ filter: PeopleFilter, after person: Person) -> Link {
        var link: Link = "/people"
        if let role = filter.role { link = link.adding(query: "role", role.rawValue) }
        if !filter.name.isEmpty { link = link.adding(query: "q", filter.name) }
        if filter.isDisabled { link = link.adding(query: "state", "disabled") }
        return link.adding(query: "after", person.sortKey).adding(query: "id", "\(person.id)")
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(StaffPhrase.people) }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        let adding = addingFields(model, scene)
        return """
            \(Look.dayline(scene(StaffPhrase.people), [
                Look.note(HTML(text: scene(StaffPhrase.peopleNote(model.people.count)))),
            ]))
            \(scene.faults(adding))
            \(Look.filters(scene.link("/people"), filters(model, scene), in: scene.language))
            \(if: model.people.isEmpty, Look.empty(scene(StaffPhrase.noPeople)), else: table(model, scene))
            \(model.next.map { Look.note(Look.link(scene(StaffPhrase.next), scene.link(.kept($0)))) })
            \(if: !model.givable.isEmpty, Look.section(
                scene(StaffPhrase.addPerson), note: HTML(text: scene(StaffPhrase.addPersonLead)), hang: true,
                scene.form("/people", adding, send: StaffPhrase.add)))
            """
    }

    private func filters(_ model: Model, _ scene: Scene) -> [Field] {
        let roles =
            [Choice("", scene(StaffPhrase.roleAny))]
            + Role.allCases.map { Choice($0.rawValue, $0.title[scene.language]) }
        return [
            Field("q", scene(StaffPhrase.find), .search).value(model.filter.name),
            Field("role", scene(StaffPhrase.role), .select(roles)).value(model.filter.role?.rawValue),
            Field(
                "state", scene(StaffPhrase.state),
                .select([
                    Choice("", scene(StaffPhrase.active)), Choice("disabled", scene(StaffPhrase.disabled)),
                ])
            ).value(model.filter.isDisabled ? "disabled" : ""),
        ]
    }

    private func addingFields(_ model: Model, _ scene: Scene) -> [Field] {
        [
            scene.field("name", StaffPhrase.name).limit(40),
            scene.field("phone", StaffPhrase.phone, .telephone),
            scene.field(
                "role", StaffPhrase.role,
                .select(model.givable.map { Choice($0.rawValue, $0.title[scene.language]) })),
            scene.field("place", StaffPhrase.placeCode).hint(scene(StaffPhrase.placeCodeHint)).mayBeEmpty(),
        ]
    }

    private func table(_ model: Model, _ scene: Scene) -> HTML {
        let rows = model.people.map { person in
            TableRow([
                Look.link(person.name, scene.link("/people/\(person.id)")),
                roles(person, scene),
            ])
        }
        return Look.table(
            Table(
                scene(StaffPhrase.people),
                [Column(scene(StaffPhrase.person), .main), Column(scene(StaffPhrase.role), named: true)], rows
            ),
            in: scene.language)
    }

    private func roles(_ person: Person, _ scene: Scene) -> HTML {
        person.roles.map { given in
            HTML(text: scene(AccountPhrase.roleAt(given.role.title[scene.language], given.place)))
        }.joined(by: "<br>")
    }
}

extension Visit {
    /// The widest place of this community at which the visitor has the right.
    ///
    /// - Throws: as ``require(_:on:)`` where there is none.
    func top(for right: Right) throws -> PlacePath {
        if allows(right, on: locality.path) { return locality.path }
        let within = actor.grants.map(\.place).filter { locality.path.contains($0) && allows(right, on: $0) }
        guard let top = within.min(by: { $0.text.utf8.count < $1.text.utf8.count }) else {
            throw actor.kind == .anyone ? GroundRefusal.signInFirst : GroundRefusal.notAllowed(right)
        }
        return top
    }

    /// The roles that the visitor may give somewhere in this community.
    func givableRoles() -> [Role] {
        guard let top = try? top(for: PeopleRights.grant) else { return [] }
        return Role.allCases.filter { GrantingTable.allows(actor, $0, at: top, house.rights) }
    }
}
