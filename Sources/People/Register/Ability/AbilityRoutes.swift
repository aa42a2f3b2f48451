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
        ]
    }
}
