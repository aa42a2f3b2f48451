import Actions
import Storage
import Values
import Web

/// What the page of a person says of consent and of the accounts that are theirs.
struct PersonPrivacy: Codable, Sendable {
    struct Line: Codable, Sendable {
        let consent: Consent
        let purpose: Purpose.Wording
        /// Whether the text was changed since.
        let isOlder: Bool
    }

    struct Named: Codable, Sendable {
        let id: Identifier
        let name: String
    }

    let consents: [Line]
    /// The purposes that somebody may still be asked for.
    let purposes: [Purpose]
    /// What is done today without the consent that it needs.
    let missing: [Purpose]
    let isChild: Bool
    let accounts: [Named]
    /// Accounts at the same home that are nobody's yet.
    let candidates: [Named]
    let mayNote: Bool
    let mayLink: Bool
    let mayErase: Bool
    let limits: [ErasureLimit]

    init(of person: RegisteredPerson, _ visit: Visit, _ reading: any Reading) throws {
        let community = visit.community, keys = visit.house.keys
        // Who asked whom is for those who ask: a stairwell head sees no guardian's name.
        mayNote = visit.allows(PrivacyRights.consent, on: person)
        consents = mayNote ? try Self.lines(of: person.id, in: community, visit, reading) : []
        let held = Set(consents.map(\.consent).filter(\.holds).map(\.purpose))
        purposes = try PurposeStore.current(in: community, reading).filter { !held.contains($0.code) }
        isChild = person.age(on: visit.now.day(in: .shanghai)) < RegisteredPerson.openFrom
        let opensAll = visit.allows(RegisterRights.sensitive, on: person)
        missing =
            opensAll
            ? try Self.missing(of: person.id, among: purposes, in: community, visit, reading) : []
        mayLink = visit.allows(PrivacyRights.link, on: person)
        mayErase = visit.allows(PrivacyRights.erase, on: person)
        limits = mayErase ? try ErasureLimit.of(person.id, in: community, keys, reading) : []
        (accounts, candidates) = mayLink ? try Self.accounts(of: person.id, in: community, reading) : ([], [])
    }

    static func lines(
        of person: Identifier, in community: Identifier, _ visit: Visit, _ reading: any Reading
    ) throws -> [Line] {
        let names = try PurposeStore.names(in: community, reading)
        let versions = Dictionary(
            try PurposeStore.current(in: community, reading).map { ($0.code, $0.version) }
        ) { $1 }
        return try ConsentStore.consents(of: person, in: community, visit.house.keys, reading).map {
            consent in
            Line(
                consent: consent, purpose: names[consent.purpose] ?? .init(consent.purpose, consent.purpose),
                isOlder: consent.version < versions[consent.purpose] ?? 0)
        }
    }

    /// The purposes that what is written rests on, and that nobody agreed to.
    private static func missing(
        of person: Identifier, among open: [Purpose], in community: Identifier, _ visit: Visit,
        _ reading: any Reading
    ) throws -> [Purpose] {
        let keys = visit.house.keys
        let groups = try GroupStore.groups(in: community, reading).filter(\.isSensitive)
        let isTold = try GroupStore.memberships(of: person, among: groups, in: community, keys, reading)
            .contains { $0.period.until == nil && ($0.details?.source.restsOnConsent ?? false) }
        let isScreened = try AbilityStore.assessments(of: person, in: community, keys, reading)
            .contains { $0.result?.kind == .screened }
        let hasFaith = try FactStore.facts(of: person, in: community, keys, reading)
            .contains { $0.kind == .faith }
        return open.filter {
            $0.code == Purpose.care.code && (isTold || isScreened)
                || $0.code == Purpose.faith.code && hasFaith
        }
    }

    private static func accounts(
        of person: Identifier, in community: Identifier, _ reading: any Reading
    ) throws -> (own: [Named], others: [Named]) {
        let own = try LinkStore.accounts(of: person, in: community, reading).sorted()
        let names = try AccountStore.names(own, in: community, reading)
        let homes = try ResidenceStore.stays(of: person, in: community, reading)
            .filter { $0.period.until == nil }
            .compactMap { try HouseholdStore.household($0.household, in: community, reading)?.place }
        let others = try LinkStore.unlinked(at: homes, in: community, reading)
        return (
            own.map { Named(id: $0, name: names[$0] ?? "") },
            others.map { Named(id: $0.id, name: $0.name) }
        )
    }
}

/// How it looks on that page.
struct PersonPrivacyView {
    let model: PersonPrivacy
    let person: Identifier
    let mayAsk: Bool
    let scene: Scene

    private var language: Language { scene.language }

    var fields: [Field] { mayNote ? noting : [] }
    private var mayNote: Bool { model.mayNote && mayAsk }

    var consents: HTML { model.mayNote ? asked : .empty }

    private var address: Link { "/register/people/\(person)/consents" }

    private var asked: HTML {
        let missing: HTML? =
            model.missing.isEmpty
            ? nil
            : Look.note(
                HTML(
                    text: scene(
                        PrivacyPhrase.missing(
                            model.missing.map { $0.name.text[language] }.joined(separator: "、")))))
        let form: HTML? =
            mayNote && !model.purposes.isEmpty
            ? scene.form(address, noting, send: PrivacyPhrase.note, .line) : nil
        return Look.section(
            scene(PrivacyPhrase.consents), note: HTML(text: scene(PrivacyPhrase.consentsNote)), hang: true,
            """
            \(missing)\(if: model.consents.isEmpty, Look.note(HTML(text: scene(PrivacyPhrase.noConsents))),
                else: Look.rows(model.consents.map(line)))
            \(form)
            """)
    }

    private func line(_ line: PersonPrivacy.Line) -> ListRow {
        let consent = line.consent
        let withdraw: HTML? =
            consent.holds && mayNote
            ? Look.act(
                scene(PrivacyPhrase.withdraw),
                scene.link("/register/people/\(person)/consents/\(consent.purpose)/withdraw"),
                frame: scene.frame,
                rid: scene.rid) : nil
        return ListRow(
            "\(line.purpose.text[language]) \(withdraw)",
            when: ConsentLine(consent, isOlder: line.isOlder).text(language))
    }

    private var noting: [Field] {
        let choices = model.purposes.map {
            Choice($0.code, $0.name.text[language], hint: $0.words.text[language])
        }
        let scene = scene.sent(to: address)
        let guardian = scene.field("guardian", PrivacyPhrase.guardian).limit(40)
        let relation = scene.field("guardian-relation", PrivacyPhrase.guardianRelation).limit(20)
        return [
            scene.field("purpose", PrivacyPhrase.purpose, .one(choices)),
            scene.field(
                "form", PrivacyPhrase.form,
                .select(ConsentForm.heard.map { Choice($0.rawValue, $0.title[language]) })),
            scene.field("given", PrivacyPhrase.givenOn, .date),
            (model.isChild ? guardian : guardian.mayBeEmpty()).hint(scene(PrivacyPhrase.guardianHint)),
            model.isChild ? relation : relation.mayBeEmpty(),
        ]
    }

    /// Whose account it is, and the erasure: at the page's end.
    var accounts: HTML {
        "\(if: model.mayLink, linking)\(if: model.mayErase, erasing)"
    }

    private var linking: HTML {
        let own = model.accounts.map { account in
            ListRow(
                """
                \(Look.link(account.name, scene.link("/people/\(account.id)"))) \
                \(Look.act(
                    scene(PrivacyPhrase.unlink),
                    scene.link("/register/people/\(person)/accounts/\(account.id)/end"),
                    frame: scene.frame, rid: scene.rid))
                """)
        }
        let others = model.candidates.map { account in
            ListRow(
                """
                \(account.name) \(Look.act(
                    scene(PrivacyPhrase.isTheirs),
                    scene.link("/register/people/\(person)/accounts/\(account.id)"),
                    frame: scene.frame, rid: scene.rid))
                """, when: scene(PrivacyPhrase.sameHome))
        }
        let none = Look.note(HTML(text: scene(PrivacyPhrase.noAccounts)))
        return Look.section(
            scene(PrivacyPhrase.accounts), note: HTML(text: scene(PrivacyPhrase.accountsNote)), hang: true,
            "\(if: own.isEmpty && others.isEmpty, none, else: Look.rows(own + others))")
    }

    private var erasing: HTML {
        let limits = model.limits.map { ListRow(HTML(text: scene(PrivacyPhrase.stays($0)))) }
        let what = model.limits.isEmpty ? PrivacyPhrase.erasesAll : .erasesSome
        return Look.section(
            scene(PrivacyPhrase.erase), note: HTML(text: scene(what)), hang: true,
            """
            \(if: !limits.isEmpty, Look.rows(limits))
            \(scene.form("/register/people/\(person)/erase", [], send: PrivacyPhrase.erase, .line))
            """)
    }
}

/// When, by whom and how somebody agreed, in a line.
struct ConsentLine {
    let consent: Consent
    let isOlder: Bool

    init(_ consent: Consent, isOlder: Bool) {
        self.consent = consent
        self.isOlder = isOlder
    }

    func text(_ language: Language) -> String {
        var who = consent.giver.title[language]
        if let guardian = consent.guardian {
            let words = "\(guardian.relation)\(guardian.relation.isEmpty ? "" : " ")\(guardian.name)"
            who = PrivacyPhrase.guardianNamed(words)(language)
        }
        var parts = [
            PrivacyPhrase.givenLine(consent.given.long(language))(language), who,
            consent.form.title[language],
            PrivacyPhrase.version(consent.version)(language),
        ]
        if isOlder, consent.holds { parts.append(PrivacyPhrase.olderText(language)) }
        if let day = consent.withdrawn {
            parts.append(PrivacyPhrase.withdrawnOn(day.long(language))(language))
        }
        return parts.joined(separator: "　")
    }
}
