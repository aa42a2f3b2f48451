import Actions
import Storage
import Values
import Web

/// One person of the register: masked, with what is known since when, and what may be written.
struct RegisterPersonPage: Page {
    struct Model: Codable, Sendable {
        let id: Identifier
        let name: String
        let sex: Sex
        let born: Day
        let age: Int
        let died: Day?
        let source: FactSource
        let hasPhone: Bool
        let hasIdentity: Bool
        let mergedInto: Identifier?
        let stays: [Stay]
        let facts: [FactStore.Line]
        let groups: [GroupMembership]
        /// The last result of an elder; nil where there is none, or it may not be seen.
        let ability: AbilityAssessment?
        /// Whether results of theirs may be seen.
        let seesAbility: Bool
        /// A value that was opened just now.
        let opened: Opened?
        let mayOpen: Bool
        let mayChange: Bool
        let mayMerge: Bool
        let choices: [SpecialGroup]
        let today: Day
        let privacy: PersonPrivacy
    }

    struct Stay: Codable, Sendable {
        let household: Identifier
        let address: String
        let relation: Relation
        let standing: Standing
        let period: Period
        let source: FactSource
    }

    struct Opened: Codable, Sendable {
        let person: Identifier
        let part: OpenPerson.Part
        let value: String
    }

    static let opened = SealedCookie<Opened>(name: "opened")

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let id = try visit.identifier("id"), keys = visit.house.keys, community = visit.community
        let person = try PersonStore.shown(id, in: community, keys, reading)
        try visit.require(RegisterRights.see, on: person)
        let opensAll = visit.allows(RegisterRights.sensitive, on: person)
        let addresses = AddressBook(reading)
        let stays = try ResidenceStore.stays(of: id, in: community, reading).compactMap { stay -> Stay? in
            guard let home = try HouseholdStore.household(stay.household, in: community, reading) else {
                return nil
            }
            return Stay(
                household: home.id, address: try addresses.address(of: home.path), relation: stay.relation,
                standing: stay.standing, period: stay.period, source: stay.source)
        }
        let groups = try GroupStore.groups(in: community, reading).filter { opensAll || !$0.isSensitive }
        let facts = try FactStore.facts(of: id, in: community, keys, reading)
        let seesAbility = opensAll && person.age(on: visit.now.day(in: .shanghai)) >= AssessAbility.age
        return Model(
            id: id, name: MaskedName.of(person.name), sex: person.sex, born: person.born,
            age: person.age(on: visit.now.day(in: .shanghai)), died: person.died, source: person.source,
            hasPhone: person.hasPhone, hasIdentity: person.hasIdentity, mergedInto: person.mergedInto,
            stays: stays,
            facts: facts.filter { ($0.kind != .formerName) && (opensAll || !$0.kind.isSensitive) },
            groups: try GroupStore.memberships(of: id, among: groups, in: community, keys, reading),
            ability: seesAbility
                ? try AbilityStore.assessments(of: id, in: community, keys, reading).first { !$0.isStruck }
                : nil, seesAbility: seesAbility,
            opened: Self.opened.read(visit).flatMap { $0.person == id ? $0 : nil },
            mayOpen: visit.allows(RegisterRights.open, on: person),
            mayChange: visit.allows(RegisterRights.change, on: person) && person.died == nil
                && person.mergedInto == nil, mayMerge: visit.allows(RegisterRights.merge, on: person),
            choices: groups, today: visit.now.day(in: .shanghai),
            privacy: try PersonPrivacy(of: person, visit, reading))
    }

    func title(_ model: Model, _ scene: Scene) -> String { model.name }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        RegisterPersonView(model: model, scene: scene).whole
    }
}

/// How the page of a person looks.
struct RegisterPersonView {
    let model: RegisterPersonPage.Model
    let scene: Scene

    private var language: Language { scene.language }

    var whole: HTML {
        """
        \(Look.crumb([NavItem(title: scene(RegisterPhrase.title), link: scene.link("/register"))], model.name,
            in: language))
        \(Look.head(model.name, note: HTML(text: note)))
        \(scene.faults(opening + entering + noting + correcting + leaving + privacy.fields))
        \(model.opened.map(opened))
        \(if: model.mergedInto != nil, merged)
        \(Look.section(scene(RegisterPhrase.lives), Look.rows(model.stays.map(stay))))
        \(if: !model.groups.isEmpty, Look.section(
            scene(RegisterPhrase.groups), Look.rows(model.groups.map(membership))))
        \(if: model.seesAbility, ability)
        \(if: !model.facts.isEmpty, Look.section(
            scene(RegisterPhrase.facts), Look.rows(model.facts.map(fact))))
        \(privacy.consents)
        \(if: model.mayOpen, Look.section(
            scene(RegisterPhrase.openTitle), note: HTML(text: scene(RegisterPhrase.openNote)), hang: true,
            scene.form(address("open"), opening, send: RegisterPhrase.open, .line)))
        \(if: model.mayChange, changes)
        \(privacy.accounts)
        """
    }

    private func address(_ form: String) -> Link { "/register/people/\(model.id)/\(form)" }

    private var privacy: PersonPrivacyView {
        PersonPrivacyView(
            model: model.privacy, person: model.id, mayAsk: model.died == nil && model.mergedInto == nil,
            scene: scene)
    }

    private var note: String {
        let age = scene(RegisterPhrase.bornOn(model.born.long(language), model.age))
        let end = model.died.map { scene(RegisterPhrase.diedOn($0.long(language))) } ?? ""
        let source = scene(RegisterPhrase.from(model.source.title[language]))
        return "\(model.sex.title[language])　\(age)　\(end)\(source)"
    }

    private var merged: HTML {
        guard let kept = model.mergedInto else { return .empty }
        let link = Look.link(scene(RegisterPhrase.keptRow), scene.link("/register/people/\(kept)"))
        let undo = Look.act(
            scene(RegisterPhrase.unmerge), scene.link("/register/people/\(model.id)/unmerge"),
            frame: scene.frame, rid: scene.rid)
        return Look.note("\(scene(RegisterPhrase.wasMerged)) \(link) \(if: model.mayMerge, undo)")
    }

    private func opened(_ opened: RegisterPersonPage.Opened) -> HTML {
        Look.fineNews(title(opened.part), "<p><b>\(opened.value)</b></p>")
    }

    private func title(_ part: OpenPerson.Part) -> String {
        switch part {
        case .name: scene(RegisterPhrase.name)
        case .phone: scene(RegisterPhrase.phone)
        case .identity: scene(RegisterPhrase.identity)
        }
    }

    private func period(_ period: Period, _ source: FactSource?) -> String {
        let since = period.since.long(language)
        let text =
            period.until.map { scene(RegisterPhrase.fromTo(since, $0.long(language))) }
            ?? scene(RegisterPhrase.since(since))
        return source.map { "\(text)　\($0.title[language])" } ?? text
    }

    private func stay(_ stay: RegisterPersonPage.Stay) -> ListRow {
        ListRow(
            """
            \(Look.link(stay.address, scene.link("/register/households/\(stay.household)")))　\
            \(stay.relation.title[language])　\(stay.standing.title[language])
            """, when: period(stay.period, stay.source))
    }

    private func membership(_ membership: GroupMembership) -> ListRow {
        let level = membership.details?.level ?? ""
        let basis = membership.details?.basis ?? "", reviewer = membership.details?.reviewer ?? ""
        var notes = [period(membership.period, membership.details?.source)]
        if !reviewer.isEmpty { notes.append(scene(RegisterPhrase.lookedBy(reviewer))) }
        if let due = membership.reviewDue { notes.append(scene(RegisterPhrase.reviewBy(due.long(language)))) }
        let acts: HTML? = model.mayChange && membership.period.until == nil ? acts(membership, level) : nil
        return ListRow(
            """
            \(membership.group.name.text[language])\(if: !level.isEmpty, "　\(level)")\
            \(if: !basis.isEmpty, "　\(basis)") \(acts)
            """, when: notes.joined(separator: "　"))
    }

    private var ability: HTML {
        let line = model.ability.map { AbilityLine(assessment: $0, language: language) }
        let all = Look.note(
            Look.link(
                scene(AbilityPhrase.seeAll), scene.link("/register/people/\(model.id)/ability")))
        let rows = line.map { line in
            [ListRow("\(line.result)", when: line.when + "　" + scene(line.due(on: model.today)))]
        }
        return Look.section(
            scene(AbilityPhrase.title),
            "\(rows.map { Look.rows($0) } ?? Look.note("\(scene(AbilityPhrase.none))"))\(all)")
    }

    private func acts(_ membership: GroupMembership, _ level: String) -> HTML {
        let id = model.id, code = membership.group.code
        let looked = Look.form(
            scene.link("/register/people/\(id)/groups/\(code)/review"), frame: scene.frame, rid: scene.rid,
            Look.fields([Field("level", "", .hidden).value(level)], in: language)
                + Look.send(scene(RegisterPhrase.looked), .small))
        let end = Look.act(
            scene(RegisterPhrase.leaveGroup), scene.link("/register/people/\(id)/groups/\(code)/end"),
            frame: scene.frame,
            rid: scene.rid)
        return "\(if: membership.reviewDue != nil, looked) \(end)"
    }

    private func fact(_ fact: FactStore.Line) -> ListRow {
        let mayEnd = model.mayChange && fact.period.until == nil && FactKind.written.contains(fact.kind)
        let end: HTML? =
            mayEnd
            ? Look.act(
                scene(RegisterPhrase.leaveGroup),
                scene.link("/register/people/\(model.id)/facts/\(fact.id)/end"), frame: scene.frame,
                rid: scene.rid) : nil
        return ListRow(
            "\(fact.kind.title[language])\(if: !fact.value.isEmpty, "　\(fact.value)") \(end)",
            when: period(fact.period, fact.source))
    }

    // MARK: Forms

    private var opening: [Field] {
        let parts = OpenPerson.Part.allCases.filter {
            $0 == .name || ($0 == .phone && model.hasPhone) || ($0 == .identity && model.hasIdentity)
        }
        let scene = scene.sent(to: address("open"))
        return [
            scene.field("part", RegisterPhrase.what, .one(parts.map { Choice($0.rawValue, title($0)) })),
            scene.field("why", RegisterPhrase.why).hint(scene(RegisterPhrase.whyHint)).limit(100),
        ]
    }

    private var leaving: [Field] {
        let scene = scene.sent(to: address("leave"))
        return [
            scene.field(
                "how", RegisterPhrase.how,
                .one([
                    Choice("moved", scene(RegisterPhrase.movedOut)),
                    Choice("died", scene(RegisterPhrase.died)),
                ])), scene.field("until", RegisterPhrase.day, .date),
        ]
    }

    private var entering: [Field] {
        let scene = scene.sent(to: address("groups"))
        return [
            scene.field(
                "group", RegisterPhrase.group,
                .select(model.choices.map { Choice($0.code, $0.name.text[language]) })),
            scene.field("level", RegisterPhrase.level).mayBeEmpty().limit(GroupDetails.level),
            scene.field("basis", RegisterPhrase.basis).hint(scene(RegisterPhrase.basisHint)).mayBeEmpty()
                .limit(GroupDetails.basis),
            scene.field("since", RegisterPhrase.day, .date),
            scene.field(
                "source", RegisterPhrase.source,
                .select(FactSource.allCases.map { Choice($0.rawValue, $0.title[language]) })),
        ]
    }

    private var noting: [Field] {
        let scene = scene.sent(to: address("facts"))
        return [
            scene.field(
                "kind", RegisterPhrase.what,
                .select(FactKind.written.map { Choice($0.rawValue, $0.title[language]) })),
            scene.field("value", RegisterPhrase.value).mayBeEmpty().limit(60),
            scene.field("since", RegisterPhrase.day, .date).inside("fact"),
            scene.field(
                "source", RegisterPhrase.source,
                .select(FactSource.allCases.map { Choice($0.rawValue, $0.title[language]) })
            ).inside("fact"),
        ]
    }

    private var correcting: [Field] {
        [scene.sent(to: address("name")).field("name", RegisterPhrase.rightName).limit(40)]
    }

    private var changes: HTML {
        """
        \(Look.section(scene(RegisterPhrase.enterTitle), hang: true,
            scene.form(address("groups"), entering, send: RegisterPhrase.note, .line)))
        \(Look.section(scene(RegisterPhrase.factTitle), hang: true,
            scene.form(address("facts"), noting, send: RegisterPhrase.note, .line)))
        \(Look.section(
            scene(RegisterPhrase.correctTitle), note: HTML(text: scene(RegisterPhrase.correctNote)),
            hang: true,
            scene.form(address("name"), correcting, send: RegisterPhrase.note, .line)))
        \(if: model.stays.contains { $0.period.until == nil }, Look.section(
            scene(RegisterPhrase.leaveTitle), hang: true,
            scene.form(address("leave"), leaving, send: RegisterPhrase.note, .line)))
        """
    }
}
