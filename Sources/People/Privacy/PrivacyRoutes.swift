import Actions
import Storage
import Values
import Web

/// The addresses of consent, of one's own data, and of what staff decide about them.
enum PrivacyRoutes {
    static var all: [Route] { pages + consents + accounts + own + deciding + rules + [export] }

    static let sections: [Section] = [
        Section(
            PrivacyPhrase.requestsShort.text, "/register/requests", .staff, PrivacyRights.decide, order: 64)
    ]

    private static var pages: [Route] {
        [
            .page("/me/data", PrivacyRights.own, PrivacyPhrase.mine.text, OwnDataPage()),
            .page("/register/requests", PrivacyRights.decide, PrivacyPhrase.requests.text, RequestsPage()),
            .page("/settings/purposes", PrivacyRights.rules, PrivacyPhrase.purposes.text, PurposesPage()),
        ]
    }

    private static var consents: [Route] {
        [
            .verb(
                .post, "/register/people/{id}/consents", PrivacyRights.consent, PrivacyPhrase.consents.text,
                fields: [
                    Input("purpose", PrivacyPhrase.purpose.text, .choice([]), required: true),
                    Input(
                        "form", PrivacyPhrase.form.text, .choice(ConsentForm.heard.map(\.rawValue)),
                        required: true),
                    Input("given", PrivacyPhrase.givenOn.text, .day, required: true),
                    Input("guardian", PrivacyPhrase.guardian.text, .line(40)),
                    Input("guardian-relation", PrivacyPhrase.guardianRelation.text, .line(20)),
                ], shows: RegisterPersonPage()
            ) { visit, fields in
                var reader = FormReader(fields)
                let purpose = reader.line("purpose", 30), given = reader.day("given")
                let form = reader.choice("form", among: ConsentForm.heard.map(\.rawValue))
                let name = reader.line("guardian", 40, required: false)
                let relation = reader.line("guardian-relation", 20, required: false)
                try reader.finish()
                let id = try visit.identifier("id")
                let guardian = name.isEmpty ? nil : Consent.Guardian(name: name, relation: relation)
                guard let form = ConsentForm(rawValue: form) else { throw GroundRefusal.notFound }
                _ = try await visit.perform(
                    NoteConsent(purpose, of: id, form, guardian: guardian, given: given), fields: fields)
                return .done(see: "/register/people/\(id)")
            },
            .verb(
                .post, "/register/people/{id}/consents/{purpose}/withdraw", PrivacyRights.consent,
                PrivacyPhrase.withdraw.text, shows: RegisterPersonPage()
            ) { visit, fields in
                let id = try visit.identifier("id")
                _ = try await visit.perform(
                    WithdrawConsent(try visit.parameter("purpose"), of: id, .inPerson), fields: fields)
                return .done(see: "/register/people/\(id)")
            },
        ]
    }

    private static var accounts: [Route] {
        [
            .verb(
                .post, "/register/people/{id}/accounts/{account}", PrivacyRights.link,
                PrivacyPhrase.isTheirs.text, shows: RegisterPersonPage()
            ) { visit, fields in
                let id = try visit.identifier("id")
                _ = try await visit.perform(
                    LinkAccount(try visit.identifier("account"), to: id), fields: fields)
                return .done(see: "/register/people/\(id)")
            },
            .verb(
                .post, "/register/people/{id}/accounts/{account}/end", PrivacyRights.link,
                PrivacyPhrase.unlink.text, shows: RegisterPersonPage()
            ) { visit, fields in
                let id = try visit.identifier("id")
                _ = try await visit.perform(
                    UnlinkAccount(try visit.identifier("account"), from: id), fields: fields)
                return .done(see: "/register/people/\(id)")
            },
            .verb(
                .post, "/register/people/{id}/erase", PrivacyRights.erase, PrivacyPhrase.erase.text,
                shows: RegisterPersonPage()
            ) { visit, fields in
                let id = try visit.identifier("id")
                _ = try await visit.perform(ErasePerson(id), fields: fields)
                return .done(see: "/register")
            },
        ]
    }

    private static var deciding: [Route] {
        [
            .verb(
                .post, "/register/requests/{id}", PrivacyRights.decide, PrivacyPhrase.decide.text,
                fields: [
                    .choice(
                        "outcome", PrivacyPhrase.outcome.text, of: PersonRequest.Outcome.self,
                        required: true),
                    Input("answer", PrivacyPhrase.answer.text, .line(300), required: true),
                    Input("person", PrivacyPhrase.whichOne.text, .identifier),
                ], shows: RequestsPage()
            ) { visit, fields in
                var reader = FormReader(fields)
                let outcome = reader.choice("outcome", of: PersonRequest.Outcome.self)
                let answer = reader.line("answer", 300)
                try reader.finish()
                guard let outcome else { throw GroundRefusal.notFound }
                let person = fields["person"].flatMap { Identifier($0) }
                _ = try await visit.perform(
                    DecideRequest(try visit.identifier("id"), outcome, answer, person: person), fields: fields
                )
                return .done(see: "/register/requests")
            }
        ]
    }

    private static var rules: [Route] {
        [
            .verb(
                .post, "/settings/purposes", PrivacyRights.rules, PrivacyPhrase.wordTitle.text,
                fields: [
                    Input("code", PrivacyPhrase.code.text, .line(30), required: true),
                    Input("chinese", PrivacyPhrase.nameChinese.text, .line(40), required: true),
                    Input("english", PrivacyPhrase.nameEnglish.text, .line(80), required: true),
                    Input("words-chinese", PrivacyPhrase.wordsChinese.text, .lines(400), required: true),
                    Input("words-english", PrivacyPhrase.wordsEnglish.text, .lines(800), required: true),
                    Input("closed", PrivacyPhrase.closesPurpose.text, .flag),
                ], shows: PurposesPage()
            ) { visit, fields in
                var reader = FormReader(fields)
                let code = reader.line("code", 30)
                let name = Purpose.Wording(reader.line("chinese", 40), reader.line("english", 80))
                let words = Purpose.Wording(
                    reader.lines("words-chinese", 400), reader.lines("words-english", 800))
                let isClosed = reader.flag("closed")
                try reader.finish()
                _ = try await visit.perform(
                    WordPurpose(code, name, words, isClosed: isClosed), fields: fields)
                return .done(see: "/settings/purposes")
            },
            .verb(
                .post, "/settings/purposes/answer", PrivacyRights.rules, PrivacyPhrase.answerDays.text,
                fields: [Input("days", PrivacyPhrase.workdays.text, .number(1...60), required: true)],
                shows: PurposesPage()
            ) { visit, fields in
                var reader = FormReader(fields)
                let days = reader.number("days", 1...60)
                try reader.finish()
                guard let days else { throw GroundRefusal.notFound }
                _ = try await visit.perform(
                    SetPeriod(PrivacyPeriod(name: PrivacyPeriod.answer.name, days: Int(days))), fields: fields
                )
                return .done(see: "/settings/purposes")
            },
        ]
    }
}
