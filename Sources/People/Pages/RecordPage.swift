import Actions
import Storage
import Values
import Web

/// The record: who did what and when; what a row holds opens to few, and each look is itself a row.
struct RecordPage: Page {
    struct Model: Codable, Sendable {
        let filter: RecordFilter
        let rows: [RecordLine]
        let next: String?
        let mayOpen: Bool
        let opened: Opened?
    }

    /// A row whose values the visitor opened just now.
    struct Opened: Codable, Sendable {
        let number: Int64
        /// Nil where the key was destroyed.
        let values: [String: String]?
    }

    static let perPage = 50
    static let opened = SealedCookie<Int64>(name: "opened-record")

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        try visit.require(PeopleRights.seeRecord, on: visit.locality.path)
        var filter = RecordFilter()
        filter.action = String((visit.value("action") ?? "").prefix(60))
        filter.who = String((visit.value("who") ?? "").prefix(40))
        filter.day = visit.value("day").flatMap { Day($0) }
        filter.before = visit.value("before").flatMap { Int64($0) }
        var rows = try RecordStore.lines(filter, in: visit.community, reading, limit: Self.perPage + 1)
        var next: String?
        if rows.count > Self.perPage {
            rows.removeLast()
            next = rows.last.map { Self.link(filter, before: $0.number).address }
        }
        let mayOpen = visit.allows(PeopleRights.openRecord, on: visit.locality.path)
        let opened = mayOpen ? try Self.opened(visit, reading) : nil
        return Model(filter: filter, rows: rows, next: next, mayOpen: mayOpen, opened: opened)
    }

    private static func opened(_ visit: Visit, _ reading: any Reading) throws -> Opened? {
        guard let number = opened.read(visit), visit.value("open") == "\(number)" else { return nil }
        return Opened(
            number: number,
            values: try RecordStore.values(number, in: visit.community, visit.house.keys, reading))
    }

    private static func link(_ filter: RecordFilter, before: Int64) -> Link {
        var link: Link = "/record"
        if !filter.action.isEmpty { link = link.adding(query: "action", filter.action) }
        if !filter.who.isEmpty { link = link.adding(query: "who", filter.who) }
        if let day = filter.day { link = link.adding(query: "day", "\(day)") }
        return link.adding(query: "before", "\(before)")
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(SettingsPhrase.record) }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        let opening = openingFields(scene)
        return """
            \(Look.head(scene(SettingsPhrase.record), note: HTML(text: scene(SettingsPhrase.recordLead))))
            \(scene.faults(opening))
            \(model.opened.map { values($0, scene) })
            \(Look.filters(scene.link("/record"), filters(model, scene), in: scene.language))
            \(if: model.rows.isEmpty, Look.empty(scene(SettingsPhrase.noRows)), else: table(model, scene))
            \(model.next.map { Look.note(Look.link(scene(SettingsPhrase.next), scene.link(.kept($0)))) })
            \(if: model.mayOpen, Look.section(
                scene(SettingsPhrase.values), note: HTML(text: scene(SettingsPhrase.whyHint)), hang: true,
                scene.form("/record/open", opening, send: SettingsPhrase.open, .line)))
            """
    }

    private func filters(_ model: Model, _ scene: Scene) -> [Field] {
        [
            Field("who", scene(SettingsPhrase.who), .search).hint(scene(SettingsPhrase.whoHint))
                .value(model.filter.who),
            Field("action", scene(SettingsPhrase.action)).value(model.filter.action),
            Field("day", scene(SettingsPhrase.day), .date).value(model.filter.day.map { "\($0)" }),
        ]
    }

    private func openingFields(_ scene: Scene) -> [Field] {
        [
            scene.field("number", SettingsPhrase.number, .number),
            scene.field("why", SettingsPhrase.why).hint(scene(SettingsPhrase.whyHint)).limit(200),
        ]
    }

    private func table(_ model: Model, _ scene: Scene) -> HTML {
        let columns = [
            Column(scene(SettingsPhrase.number), .number), Column(scene(SettingsPhrase.when), named: true),
            Column(scene(SettingsPhrase.who), .main), Column(scene(SettingsPhrase.action), named: true),
        ]
        let rows = model.rows.map { line -> TableRow in
            let who = line.actor == nil ? scene(SettingsPhrase.guest) : line.actorName
            return TableRow([
                "\(line.number)", HTML(text: scene.moment(line.at)), HTML(text: who),
                "<code>\(line.action)</code> \(line.reason)",
            ])
        }
        return Look.table(Table(scene(SettingsPhrase.record), columns, rows), in: scene.language)
    }

    private func values(_ opened: Opened, _ scene: Scene) -> HTML {
        let body: HTML =
            switch opened.values {
            case nil: Look.note(HTML(text: scene(SettingsPhrase.noValues)))
            case let values?:
                Look.facts(values.sorted { $0.key < $1.key }.map { ($0.key, HTML(text: $0.value)) })
            }
        return Look.section(scene(SettingsPhrase.openTitle("\(opened.number)")), body)
    }
}
