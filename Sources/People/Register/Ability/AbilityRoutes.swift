import Actions
import Values
import Web

extension RegisterRoutes {
    static var ability: [Route] {
        [
            .page(
                "/register/people/{id}/ability", RegisterRights.sensitive, AbilityPhrase.title.text,
                AbilityPage()),
            .verb(
                .post, "/register/people/{id}/ability", RegisterRights.assess,
                AbilityPhrase.formTitle.text, fields: AbilityForm.inputs, shows: AbilityPage()
            ) { visit, fields in
                // Added up and shown again; nothing is written.
                if fields["step"] == "count" { return .again(fields) }
                let id = try visit.identifier("id"), form = try AbilityForm(fields)
                _ = try await visit.perform(
                    AssessAbility(id, form.new, level: form.written), fields: fields)
                return .done(see: "/register/people/\(id)/ability")
            },
            .verb(
                .post, "/register/people/{id}/ability/{assessment}/strike", RegisterRights.assess,
                AbilityPhrase.strike.text, shows: AbilityPage()
            ) { visit, fields in
                let id = try visit.identifier("id"), assessment = try visit.identifier("assessment")
                _ = try await visit.perform(StrikeAbility(assessment, of: id), fields: fields)
                return .done(see: "/register/people/\(id)/ability")
            },
            .verb(
                .post, "/register/lists/again", PrivacyRights.rules, AbilityPhrase.periodTitle.text,
                fields: [Input("days", AbilityPhrase.periodDays.text, .number(30...3650), required: true)],
                shows: MonthlyPage()
            ) { visit, fields in
                var reader = FormReader(fields)
                let days = reader.number("days", 30...3650)
                try reader.finish()
                guard let days else { throw GroundRefusal.notFound }
                _ = try await visit.perform(
                    SetPeriod(PrivacyPeriod(name: PrivacyPeriod.ability.name, days: Int(days))),
                    fields: fields)
                return .done(see: "/register/lists?list=abilities")
            },
        ]
    }
}
