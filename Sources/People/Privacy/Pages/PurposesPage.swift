import Actions
import Storage
import Values
import Web

/// What people's data are used for, in the words they agree to, and how long an answer may take.
struct PurposesPage: Page {
    struct Model: Codable, Sendable {
        let purposes: [Purpose]
        let days: Int
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        guard let top = try PlaceStore.top(of: visit.community, reading) else {
            throw PeopleRefusal.placeNotFound
        }
        try visit.require(PrivacyRights.rules, on: top)
        return Model(
            purposes: try PurposeStore.current(in: visit.community, reading),
            days: try PeriodStore.days(PrivacyPeriod.answer.name, in: visit.community, reading)
                ?? PrivacyPeriod.answer.days)
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(PrivacyPhrase.purposes) }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        """
        \(Look.crumb([NavItem(title: scene(SettingsPhrase.settings), link: scene.link("/settings"))],
            title(model, scene), in: scene.language))
        \(Look.head(title(model, scene), note: HTML(text: scene(PrivacyPhrase.purposesNote))))
        \(scene.faults(wording(scene) + answering(model, scene)))
        \(Look.rows(model.purposes.map { purpose in
            ListRow(
                "<b>\(purpose.name.text[scene.language])</b> <code>\(purpose.code)</code>",
                when: purpose.words.text[scene.language] + "　"
                    + scene(PrivacyPhrase.version(purpose.version)))
        }))
        \(Look.section(scene(PrivacyPhrase.wordTitle), note: HTML(text: scene(PrivacyPhrase.wordNote)),
            hang: true, scene.form("/settings/purposes", wording(scene), send: PrivacyPhrase.keep, .line)))
        \(Look.section(scene(PrivacyPhrase.answerDays), hang: true, scene.form(
            "/settings/purposes/answer", answering(model, scene), send: PrivacyPhrase.keep, .line)))
        """
    }

    private func wording(_ scene: Scene) -> [Field] {
        [
            scene.field("code", PrivacyPhrase.code).hint(scene(PrivacyPhrase.codeHint)).limit(30),
            scene.field("chinese", PrivacyPhrase.nameChinese).limit(40),
            scene.field("english", PrivacyPhrase.nameEnglish).limit(80),
            scene.field("words-chinese", PrivacyPhrase.wordsChinese, .area(rows: 3, draft: nil)).limit(400),
            scene.field("words-english", PrivacyPhrase.wordsEnglish, .area(rows: 3, draft: nil)).limit(800),
            scene.field("closed", PrivacyPhrase.closesPurpose, .tick),
        ]
    }

    private func answering(_ model: Model, _ scene: Scene) -> [Field] {
        let days = scene.field("days", PrivacyPhrase.workdays, .number)
        return [scene.fields["days"] == nil ? days.value("\(model.days)") : days]
    }
}
