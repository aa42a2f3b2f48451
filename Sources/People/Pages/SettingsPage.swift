import Actions
import Storage
import Values
import Web

/// What a community says of itself, and the days on which work does not follow the week.
struct SettingsPage: Page {
    struct Model: Codable, Sendable {
        let name: String
        let english: String
        let foot: String
        let phone: String
        let year: Int
        let days: [CalendarDay]
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        guard let place = try PlaceStore.place(visit.community, in: visit.community, reading) else {
            throw GroundRefusal.notFound
        }
        try visit.require(PeopleRights.changeSettings, on: place)
        let thisYear = visit.now.day(in: .shanghai).year
        let year = visit.value("year").flatMap { Int($0) } ?? thisYear
        guard (2000...2100).contains(year) else { throw GroundRefusal.notFound }
        let foot = try LocalityStore.foot(visit.community, reading)
        return Model(
            name: place.name, english: place.english, foot: foot.line, phone: foot.phone, year: year,
            days: try CalendarStore.shown(year, reading))
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(SettingsPhrase.settings) }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        let fields = communityFields(model, scene), days = dayFields(scene)
        return """
            \(Look.head(scene(SettingsPhrase.settings), note: HTML(text: scene(SettingsPhrase.settingsLead))))
            \(scene.faults(fields + days))
            \(Look.section(scene(SettingsPhrase.community), hang: true,
                scene.form("/settings", fields, send: SettingsPhrase.keep)))
            \(Look.section(scene(SettingsPhrase.more), hang: true, Look.rows([
                ListRow(Look.link(scene(SettingsPhrase.vocabulary), scene.link("/settings/terms"))),
                ListRow(Look.link(scene(SettingsPhrase.placesLink), scene.link("/places"))),
                ListRow(Look.link(scene(SettingsPhrase.peopleLink), scene.link("/people"))),
                ListRow(Look.link(scene(SettingsPhrase.slipsLink), scene.link("/slips"))),
                ListRow(Look.link(scene(PrivacyPhrase.purposes), scene.link("/settings/purposes"))),
                ListRow(Look.link(scene(KeepingPhrase.title), scene.link("/settings/keeping"))),
            ])))
            \(Look.section(
                scene(SettingsPhrase.calendar("\(model.year)")),
                note: HTML(text: scene(SettingsPhrase.calendarLead)), hang: true,
                calendar(model, scene)
                    + scene.form("/settings/calendar", days, send: SettingsPhrase.set, .line)))
            """
    }

    private func communityFields(_ model: Model, _ scene: Scene) -> [Field] {
        let shown = [
            (scene.field("name", SettingsPhrase.name).limit(40), model.name),
            (scene.field("english", SettingsPhrase.english).limit(80).mayBeEmpty(), model.english),
            (
                scene.field("foot", SettingsPhrase.foot).limit(120).hint(scene(SettingsPhrase.footHint))
                    .mayBeEmpty(), model.foot
            ),
            (scene.field("line", SettingsPhrase.phone, .telephone).mayBeEmpty(), model.phone),
        ]
        return shown.map { field, now in scene.fields[field.name] == nil ? field.value(now) : field }
    }

    private func dayFields(_ scene: Scene) -> [Field] {
        let choices = [
            Choice("rest", scene(SettingsPhrase.rests)), Choice("work", scene(SettingsPhrase.works)),
            Choice("week", scene(SettingsPhrase.follows)),
        ]
        return [
            scene.field("day", SettingsPhrase.day, .date),
            scene.field("work", SettingsPhrase.isWork, .one(choices)),
            scene.field("title", SettingsPhrase.dayName).limit(20).mayBeEmpty(),
        ]
    }

    private func calendar(_ model: Model, _ scene: Scene) -> HTML {
        let years: HTML = [model.year - 1, model.year + 1].map { year in
            Look.link("\(year)", scene.link("/settings?year=\(year)"))
        }.joined(by: " ")
        if model.days.isEmpty { return Look.empty(scene(SettingsPhrase.noDays), years) }
        let rows = model.days.map { day in
            ListRow(
                """
                \(day.day.full(scene.language)) \(day.name) \
                \(Look.stamp(scene(day.isWork ? SettingsPhrase.works : .rests), day.isWork ? .you : .done))
                """)
        }
        return "\(Look.rows(rows))\(Look.note(years))"
    }
}
