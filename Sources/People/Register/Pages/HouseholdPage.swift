import Actions
import Storage
import Values
import Web

/// One household: who is in it and who was, how large the home is, and who may be written into it.
struct HouseholdPage: Page {
    struct Model: Codable, Sendable {
        let id: Identifier
        let place: Identifier
        let address: String
        let period: Period
        let source: FactSource
        let area: Area?
        let members: [Member]
        /// Further households at the same home.
        let others: [Identifier]
        let mayChange: Bool
        let maySeeHome: Bool
        let today: Day
    }

    struct Member: Codable, Sendable {
        let id: Identifier
        let name: String
        let sex: Sex
        let age: Int
        let relation: Relation
        let standing: Standing
        let since: Day
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let id = try visit.identifier("id"), community = visit.community, keys = visit.house.keys
        guard let household = try HouseholdStore.household(id, in: community, reading) else {
            throw RegisterRefusal.householdNotFound
        }
        try visit.require(RegisterRights.see, on: household)
        let today = visit.now.day(in: .shanghai)
        let members = try ResidenceStore.members(of: id, in: community, reading).compactMap {
            stay -> Member? in
            guard let person = try PersonStore.person(stay.person, in: community, keys, reading),
                person.mergedInto == nil
            else { return nil }
            return Member(
                id: person.id, name: MaskedName.of(person.name), sex: person.sex, age: person.age(on: today),
                relation: stay.relation, standing: stay.standing, since: stay.period.since)
        }
        let all = try HouseholdStore.households(at: household.place, in: community, reading)
        return Model(
            id: id, place: household.place, address: try AddressBook(reading).address(of: household.path),
            period: household.period,
            source: household.source,
            area: try HomeStore.area(of: household.place, on: today, in: community, reading),
            members: members, others: all.filter { $0.id != id && $0.period.until == nil }.map(\.id),
            mayChange: visit.allows(RegisterRights.change, on: household) && household.period.until == nil,
            maySeeHome: visit.allows(RegisterRights.homes, on: household), today: today)
    }

    func title(_ model: Model, _ scene: Scene) -> String { model.address }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        let adding = addingFields(model, scene), splitting = splittingFields(model, scene)
        return """
            \(Look.crumb(
                [NavItem(title: scene(RegisterPhrase.title), link: scene.link("/register"))], model.address,
                in: scene.language))
            \(Look.head(model.address, note: HTML(text: note(model, scene))))
            \(if: model.maySeeHome, Look.note(
                Look.link(scene(HomePhrase.owners), scene.link("/register/homes/\(model.place)"))))
            \(scene.faults(adding + splitting))
            \(if: model.members.isEmpty, Look.empty(scene(RegisterPhrase.nobody)), else: table(model, scene))
            \(if: model.mayChange, Look.section(
                scene(RegisterPhrase.addTitle), note: HTML(text: scene(RegisterPhrase.addNote)), hang: true,
                scene.form("/register/households/\(model.id)", adding, send: RegisterPhrase.note, .line)))
            \(if: model.mayChange && !model.members.isEmpty, Look.section(
                scene(RegisterPhrase.moveTitle), note: HTML(text: scene(RegisterPhrase.moveNote)), hang: true,
                scene.form(
                    "/register/households/\(model.id)/move", splitting, send: RegisterPhrase.note, .line)))
            """
    }

    private func note(_ model: Model, _ scene: Scene) -> String {
        let since = scene(RegisterPhrase.since(model.period.since.long(scene.language)))
        let area = model.area.map { "　" + $0.name(scene.language) } ?? ""
        let ended =
            model.period.until.map { "　" + scene(RegisterPhrase.ended($0.long(scene.language))) } ?? ""
        return since + area + ended
    }

    private func table(_ model: Model, _ scene: Scene) -> HTML {
        let columns = [
            Column(scene(RegisterPhrase.name), .main), Column(scene(RegisterPhrase.relation), named: true),
            Column(scene(RegisterPhrase.sex), named: true), Column(scene(RegisterPhrase.age), .number),
            Column(scene(RegisterPhrase.standing), named: true),
        ]
        let rows = model.members.map { member in
            TableRow([
                Look.link(member.name, scene.link("/register/people/\(member.id)")),
                HTML(text: member.relation.title[scene.language]),
                HTML(text: member.sex.title[scene.language]), "\(member.age)",
                HTML(text: member.standing.title[scene.language]),
            ])
        }
        return Look.table(Table(model.address, columns, rows), in: scene.language)
    }

    private func choices<T: CaseIterable & RawRepresentable<String>>(
        _: T.Type, _ title: (T) -> String
    ) -> Field.Kind {
        .select(T.allCases.map { Choice($0.rawValue, title($0)) })
    }

    private func addingFields(_ model: Model, _ scene: Scene) -> [Field] {
        let language = scene.language, scene = scene.sent(to: "/register/households/\(model.id)")
        return [
            scene.field("name", RegisterPhrase.name).limit(40),
            scene.field("sex", RegisterPhrase.sex, choices(Sex.self) { $0.title[language] }),
            scene.field("born", RegisterPhrase.born, .date),
            scene.field("relation", RegisterPhrase.relation, choices(Relation.self) { $0.title[language] }),
            scene.field("standing", RegisterPhrase.standing, choices(Standing.self) { $0.title[language] }),
            scene.field("since", RegisterPhrase.livesSince, .date),
            scene.field("identity", RegisterPhrase.identity).mayBeEmpty(),
            scene.field("phone", RegisterPhrase.phone, .telephone).mayBeEmpty(),
            scene.field("source", RegisterPhrase.source, choices(FactSource.self) { $0.title[language] }),
        ]
    }

    /// Masked, two of a household may look alike.
    private func said(_ member: Member, _ scene: Scene) -> String {
        scene(RegisterPhrase.relationAndAge(member.relation.title[scene.language], member.age))
    }

    private func splittingFields(_ model: Model, _ scene: Scene) -> [Field] {
        let scene = scene.sent(to: "/register/households/\(model.id)/move")
        return [
            scene.field(
                "who", RegisterPhrase.who,
                .several(
                    model.members.map {
                        Choice("\($0.id)", $0.name, hint: said($0, scene))
                    })),
            scene.field("place", RegisterPhrase.newHome).hint(scene(RegisterPhrase.newHomeHint)),
            scene.field("day", RegisterPhrase.day, .date).inside("move"),
        ]
    }
}
