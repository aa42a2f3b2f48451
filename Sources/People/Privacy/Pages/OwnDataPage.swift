import Actions
import Storage
import Values
import Web

/// What the community keeps of the visitor: in words, with who looked, and what they may ask for.
struct OwnDataPage: Page {
    struct Model: Codable, Sendable {
        /// Nil while the account is not known to be anybody's.
        let file: PersonalFile?
        let requests: [PersonRequest]
        /// What may be agreed to still.
        let purposes: [Purpose]
        let limits: [ErasureLimit]
        /// Working days until an answer.
        let days: Int
        let mayGive: Bool
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let account = try visit.ownAccount(reading)
        let community = account.community, keys = visit.house.keys
        try visit.require(PrivacyRights.own, on: account)
        let known = try LinkStore.person(of: account.id, in: community, reading)
        let person = try known.flatMap { try PersonStore.person($0, in: community, keys, reading) }
        let file = try person.map { try PersonalFile(of: $0, visit, reading) }
        let held = Set(file?.consents.filter(\.consent.holds).map(\.consent.purpose) ?? [])
        let age = person?.age(on: visit.now.day(in: .shanghai)) ?? 0
        return Model(
            file: file,
            requests: try RequestStore.requests(of: account.id, in: community, keys, reading),
            purposes: try PurposeStore.current(in: community, reading).filter { !held.contains($0.code) },
            limits: try person.map { try ErasureLimit.of($0.id, in: community, keys, reading) } ?? [],
            days: try PeriodStore.days(PrivacyPeriod.answer.name, in: community, reading)
                ?? PrivacyPeriod.answer.days, mayGive: age >= RegisteredPerson.openFrom)
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(PrivacyPhrase.mine) }

    func view(_ model: Model, _ scene: Scene) -> HTML { OwnDataView(model: model, scene: scene).whole }
}

/// How that page looks.
struct OwnDataView {
    let model: OwnDataPage.Model
    let scene: Scene

    private var language: Language { scene.language }

    var whole: HTML {
        """
        \(Look.crumb([NavItem(title: scene(AccountPhrase.mine), link: scene.link("/me"))],
            scene(PrivacyPhrase.mine), in: language))
        \(Look.head(scene(PrivacyPhrase.mine), note: HTML(text: scene(PrivacyPhrase.mineLead))))
        \(scene.faults(model.file == nil ? linking : correcting))
        \(model.file.map(kept) ?? unknown)
        \(if: !model.requests.isEmpty, Look.section(
            scene(PrivacyPhrase.myRequests), hang: true, Look.rows(model.requests.map(request))))
        """
    }

    private var unknown: HTML {
        let waits = model.requests.contains { $0.kind == .link && $0.decided == nil }
        let form = scene.form("/me/data/link", linking, send: PrivacyPhrase.askLink)
        return Look.section(
            scene(PrivacyPhrase.whoAreYou), note: HTML(text: scene(PrivacyPhrase.linkNote(model.days))),
            hang: true, waits ? Look.note(HTML(text: scene(PrivacyPhrase.linkWaits))) : form)
    }

    private var linking: [Field] {
        [
            scene.field("name", PrivacyPhrase.fullName).limit(40).autocomplete("name"),
            scene.field("born", RegisterPhrase.born, .date),
        ]
    }

    private func kept(_ file: PersonalFile) -> HTML {
        """
        \(Look.section(scene(PrivacyPhrase.whatIsKept), hang: true, facts(file)))
        \(Look.section(scene(PrivacyPhrase.whoLooked), note: HTML(text: scene(PrivacyPhrase.whoLookedNote)),
            hang: true, looks(file)))
        \(Look.section(scene(PrivacyPhrase.myConsents), note: HTML(text: scene(PrivacyPhrase.consentsNote)),
            hang: true, consents(file)))
        \(Look.section(scene(PrivacyPhrase.takeAlong), note: HTML(text: scene(PrivacyPhrase.takeNote)),
            hang: true, taking))
        \(Look.section(
            scene(PrivacyPhrase.correct), note: HTML(text: scene(PrivacyPhrase.askNote(model.days))),
            hang: true, scene.form("/me/data/correct", correcting, send: PrivacyPhrase.ask, .line)))
        \(Look.section(
            scene(PrivacyPhrase.erase), note: HTML(text: scene(PrivacyPhrase.eraseNote)), hang: true,
            erasing))
        """
    }

    private func facts(_ file: PersonalFile) -> HTML {
        let none = scene(PrivacyPhrase.notKept)
        let pairs: [(name: String, value: HTML)] = [
            (scene(RegisterPhrase.name), HTML(text: file.name)),
            (scene(RegisterPhrase.sex), HTML(text: file.sex.title[language])),
            (scene(RegisterPhrase.born), HTML(text: file.born.long(language))),
            (scene(RegisterPhrase.phone), HTML(text: file.phone ?? none)),
            (scene(RegisterPhrase.identity), HTML(text: file.identity ?? none)),
            (scene(RegisterPhrase.source), HTML(text: file.source.title[language])),
        ]
        let stays = file.stays.map { stay in
            row(
                "\(stay.address)　\(stay.relation.title[language])　\(stay.standing.title[language])",
                stay.period, stay.source)
        }
        let homes = file.homes.map { home in
            row(
                "\(home.address)　\(home.role.title[language])"
                    + (home.role == .owner ? "　\(home.share.said(language))" : ""), home.period, home.source)
        }
        let groups = file.groups.map { group in
            let level = group.details?.level ?? ""
            return row(
                group.group.text[language] + (level.isEmpty ? "" : "　\(level)"), group.period,
                group.details?.source)
        }
        let facts = file.facts.map { fact in
            row(
                fact.kind.title[language] + (fact.value.isEmpty ? "" : "　\(fact.value)"), fact.period,
                fact.source)
        }
        return Look.facts(pairs) + Look.rows(stays + homes + groups + abilities(file) + facts)
    }

    private func abilities(_ file: PersonalFile) -> [ListRow] {
        file.abilities.map { assessment in
            let line = AbilityLine(assessment: assessment, language: language)
            return ListRow(
                HTML(text: scene(AbilityPhrase.title) + "　" + line.result), when: line.when)
        }
    }

    private func row(_ words: String, _ period: Period, _ source: FactSource?) -> ListRow {
        let since = period.since.long(language)
        let when =
            period.until.map { scene(RegisterPhrase.fromTo(since, $0.long(language))) }
            ?? scene(RegisterPhrase.since(since))
        let from = source.map { "　" + scene(RegisterPhrase.from($0.title[language])) } ?? ""
        return ListRow(HTML(text: words), when: when + from)
    }

    private func looks(_ file: PersonalFile) -> HTML {
        guard !file.looks.isEmpty else { return Look.note(HTML(text: scene(PrivacyPhrase.nobodyLooked))) }
        return Look.rows(
            file.looks.prefix(50).map { look in
                ListRow(HTML(text: LookLine(look).text(language)), when: scene.moment(look.at))
            })
    }

    private func consents(_ file: PersonalFile) -> HTML {
        let given = file.consents.map { line -> ListRow in
            let withdraw: HTML? =
                line.consent.holds
                ? Look.act(
                    scene(PrivacyPhrase.withdraw),
                    scene.link("/me/data/consents/\(line.consent.purpose)/withdraw"), frame: scene.frame,
                    rid: scene.rid) : nil
            return ListRow(
                "\(line.purpose.text[language]) \(withdraw)",
                when: ConsentLine(line.consent, isOlder: line.isOlder).text(language))
        }
        let open = model.purposes.map { purpose -> ListRow in
            let give: HTML? =
                model.mayGive
                ? Look.act(
                    scene(PrivacyPhrase.agree), scene.link("/me/data/consents/\(purpose.code)"),
                    frame: scene.frame, rid: scene.rid) : nil
            return ListRow(
                "<b>\(purpose.name.text[language])</b> \(give)", when: purpose.words.text[language])
        }
        return Look.rows(given + open)
    }

    private var taking: HTML {
        let forms = TakeAlong.Form.allCases.map { form in
            Look.form(
                scene.link("/me/data/take"), frame: scene.frame, rid: scene.rid,
                Look.fields([Field("form", "", .hidden).value(form.rawValue)], in: language)
                    + Look.send(scene(form == .json ? PrivacyPhrase.asJSON : .asSheet), .small))
        }
        return "<div class=\"acts\">\(forms, each: { $0 })</div>"
    }

    private var correcting: [Field] {
        [
            scene.field(
                "part", PrivacyPhrase.whatIsWrong,
                .select(PersonRequest.Part.allCases.map { Choice($0.rawValue, $0.title[language]) })),
            scene.field("value", PrivacyPhrase.rightValue).hint(scene(PrivacyPhrase.rightValueHint))
                .limit(100),
            scene.field("words", PrivacyPhrase.howKnown).mayBeEmpty().limit(200),
        ]
    }

    private var erasing: HTML {
        let limits = model.limits.map { ListRow(HTML(text: $0.text[language])) }
        return """
            \(if: !limits.isEmpty, Look.rows(limits))
            \(scene.form("/me/data/erase", [], send: PrivacyPhrase.askErase, .line))
            """
    }

    private func request(_ request: PersonRequest) -> ListRow {
        let state: HTML =
            request.outcome.map { Look.stamp($0.title[language], $0 == .agreed ? .done : .plain) }
            ?? Look.stamp(scene(PrivacyPhrase.waits), .you)
        let asked = request.typed.value.isEmpty ? "" : "　\(request.typed.value)"
        let answer = request.answer.map { "　" + scene(PrivacyPhrase.answerLine($0)) } ?? ""
        let when =
            request.decided.map { scene.moment($0) }
            ?? scene(PrivacyPhrase.answerBy(request.due.long(language)))
        return ListRow("\(request.kind.title[language])\(asked) \(state)\(answer)", when: when)
    }
}

/// Who did what with somebody's data, in a sentence.
struct LookLine {
    let look: PersonalFile.Look

    init(_ look: PersonalFile.Look) { self.look = look }

    func text(_ language: Language) -> String {
        let who = look.who.isEmpty ? PrivacyPhrase.theHouse(language) : look.who
        guard look.action == OpenPerson.name, let part = look.part else {
            return PrivacyPhrase.didSomething(who, what(language))(language)
        }
        let thing: RegisterPhrase =
            switch part {
            case .name: .name
            case .phone: .phone
            case .identity: .identity
            }
        return PrivacyPhrase.looked(who, thing(language), look.why ?? "")(language)
    }

    private func what(_ language: Language) -> String {
        switch look.action {
        case CorrectPerson.name, NoteFact.name, EndFact.name: PrivacyPhrase.changed(language)
        case NoteConsent.name: PrivacyPhrase.notedConsent(language)
        case WithdrawConsent.name: PrivacyPhrase.endedConsent(language)
        case TakeAlong.name: PrivacyPhrase.took(language)
        case LinkAccount.name, UnlinkAccount.name: PrivacyPhrase.linkedYou(language)
        default: PrivacyPhrase.changed(language)
        }
    }
}
