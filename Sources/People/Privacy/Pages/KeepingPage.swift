import Actions
import Storage
import Values
import Web

/// How long what is kept, what was removed and what will be next.
struct KeepingPage: Page {
    struct Line: Codable, Sendable {
        let name: String
        let days: Int
        /// Older than that now, and so gone by tomorrow.
        let due: Int
        /// Further ones within thirty days.
        let soon: Int
        let removed: Int
        let last: Instant?
    }

    struct Model: Codable, Sendable {
        let lines: [Line]
        let mayChange: Bool
    }

    let rules: [Retention]

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        guard let top = try PlaceStore.top(of: visit.community, reading) else {
            throw PeopleRefusal.placeNotFound
        }
        try visit.require(PrivacyRights.seeRules, on: top)
        let removed = Dictionary(
            try RemovalStore.lines(in: visit.community, reading).map { ($0.rule, $0) }
        ) { first, _ in first }
        return Model(
            lines: try rules.map { rule in
                let limit = try rule.limit(in: visit.community, at: visit.now, reading)
                let due = try rule.due(visit.community, limit, reading)
                let soon = try rule.due(visit.community, limit + .days(30), reading) - due
                return Line(
                    name: rule.name, days: try rule.days(in: visit.community, reading), due: due, soon: soon,
                    removed: removed[rule.name]?.removed ?? 0, last: removed[rule.name]?.at)
            }, mayChange: visit.allows(PrivacyRights.rules, on: top))
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(KeepingPhrase.title) }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        let titles = Dictionary(rules.map { ($0.name, $0.title) }) { first, _ in first }
        return """
            \(Look.crumb([NavItem(title: scene(SettingsPhrase.settings), link: scene.link("/settings"))],
                title(model, scene), in: scene.language))
            \(Look.head(title(model, scene), note: HTML(text: scene(KeepingPhrase.lead))))
            \(scene.faults(model.mayChange ? model.lines.map { days($0, scene) } : []))
            \(Look.rows(model.lines.map { line in
                row(line, titles[line.name]?[scene.language] ?? line.name, model.mayChange, scene)
            }))
            """
    }

    private func days(_ line: Line, _ scene: Scene) -> Field {
        let scene = scene.sent(to: "/settings/keeping/\(line.name)")
        let field = scene.field("days", KeepingPhrase.days, .number).inside(line.name)
        return scene.fields["days"] == nil ? field.value("\(line.days)") : field
    }

    private func row(_ line: Line, _ title: String, _ mayChange: Bool, _ scene: Scene) -> ListRow {
        var words = [scene(KeepingPhrase.next(line.due, line.soon))]
        if let last = line.last {
            words.append(scene(KeepingPhrase.done(line.removed, scene.moment(last))))
        }
        let form = scene.form(
            "/settings/keeping/\(line.name)", [days(line, scene)], send: KeepingPhrase.set, .small)
        let period: HTML = mayChange ? form : HTML(text: scene(KeepingPhrase.period(line.days)))
        return ListRow(
            "<div class=\"flow\"><p><b>\(title)</b></p>\(period)</div>",
            when: words.joined(separator: "　"))
    }
}

/// What that page says.
enum KeepingPhrase: Phrase {
    case title, lead, set, days, period(Int), next(Int, Int), done(Int, String)

    var text: Text {
        switch self {
        case .title: Text("保存多久", "How long what is kept")
        case .lead:
            Text("过了期限，夜里自动清掉，清了多少都记着。", "What is over its time goes at night; how much is on record.")
        case .set: Text("改期限", "Set the period")
        case .days: Text("保存几天", "Days")
        case .period(let days): Text("保存\(days)天", "\(days) days")
        case .next(0, 0): Text("这个月没有要清的", "Nothing goes within 30 days")
        case .next(let due, let soon):
            Text("今夜清\(due)条，30天内再清\(soon)条", "\(due) tonight, \(soon) more within 30 days")
        case .done(let count, let when): Text("已清\(count)条，最近\(when)", "\(count) removed, last \(when)")
        }
    }
}
