import Actions
import Storage
import Values
import Web

/// The community's own words: classes, groups, urgencies with their due times, and the other lists.
struct TermsPage: Page {
    struct Model: Codable, Sendable {
        let list: TermList
        let terms: [Term]
        let areas: [Term]
        let urgencies: [Term]
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let words = try VocabularyStore.vocabulary(in: visit.community, reading)
        let list = (visit.parameters["list"] ?? visit.value("list")).flatMap(TermList.init) ?? .need
        return Model(
            list: list, terms: words.allTerms(list), areas: words.terms(.area),
            urgencies: words.terms(.urgency))
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(SettingsPhrase.terms) }

    func view(_ model: Model, _ scene: Scene) -> HTML { flow(parts(model, scene)) }

    private func parts(_ model: Model, _ scene: Scene) -> HTML {
        let tabs = TermList.allCases.map {
            Tab(
                $0.title[scene.language], scene.link("/settings/terms?list=\($0.rawValue)"),
                current: $0 == model.list)
        }
        return """
            \(Look.head(scene(SettingsPhrase.terms), note: "\(scene(SettingsPhrase.termsIntro))"))
            \(scene.loose(["chinese", "english"]))\(Look.tabs(scene(SettingsPhrase.lists), tabs))
            \(Look.columns(.main, [Look.rows(model.terms.map { ListRow(entry($0, model, scene)) }),
                adding(model, scene)]))
            """
    }

    private func entry(_ term: Term, _ model: Model, _ scene: Scene) -> HTML {
        let notes = [
            term.parent.flatMap { key in model.areas.first { $0.key == key }?.name[scene.language] },
            term.details.urgency.flatMap { key in
                model.urgencies.first { $0.key == key }?.name[scene.language]
            },
            due(term, scene), term.details.isQuiet == true ? scene(SettingsPhrase.isQuiet) : nil,
            term.isClosed ? scene(SettingsPhrase.closed) : nil,
        ].compactMap { $0 }.joined(separator: "　")
        let isChosen = term.key == (scene.visit.parameters["key"] ?? scene.visit.value("key"))
        let note = Look.note("\(notes)")
        let change: Link = "/settings/terms?list=\(term.list.rawValue)&key=\(term.key)"
        guard isChosen else {
            return "\(Look.link(term.name[scene.language], scene.link(change)))\(if: !notes.isEmpty, note)"
        }
        let action: Link = "/settings/terms/\(term.list.rawValue)/\(term.key)"
        return """
            <strong>\(term.name[scene.language])</strong>\(if: !notes.isEmpty, note)\
            \(scene.form(action, fields(term, model, scene), send: SettingsPhrase.keep))
            """
    }

    private func due(_ term: Term, _ scene: Scene) -> String? {
        if let hours = term.details.hours { return scene(hours == 0 ? SettingsPhrase.atOnce : .hours(hours)) }
        return term.details.workingDays.map { scene(SettingsPhrase.workingDays($0)) }
    }

    private func adding(_ model: Model, _ scene: Scene) -> HTML {
        Look.section(
            scene(SettingsPhrase.add),
            scene.form(
                "/settings/terms/\(model.list.rawValue)", fields(nil, model, scene),
                send: SettingsPhrase.addSend, weight: .line))
    }

    private func fields(_ term: Term?, _ model: Model, _ scene: Scene) -> [Field] {
        // What was typed belongs to the form that was sent, which is the one that was refused.
        let isSent = scene.visit.parameters["key"] == term?.key && !scene.refusals.isEmpty
        func value(_ name: String, _ stored: String?) -> String? { isSent ? scene.fields[name] : stored }
        func fault(_ name: String) -> String? { isSent ? scene.fault(name) : nil }
        let language = scene.language
        let suffix = term?.key
        func field(_ name: String, _ label: SettingsPhrase, _ kind: Field.Kind, _ stored: String?) -> Field {
            Field(name, scene(label), kind).value(value(name, stored)).fault(fault(name)).inside(
                suffix ?? "new")
        }
        func choices(_ terms: [Term]) -> [Choice] {
            [Choice("", "—")] + terms.map { Choice($0.key, $0.name[language]) }
        }
        var all = [
            field("chinese", .chinese, .text, term?.chinese).limit(40),
            field("english", .english, .text, term?.english).limit(40).mayBeEmpty(),
        ]
        if model.list == .need {
            all.append(field("parent", .area, .select(choices(model.areas)), term?.parent))
            all.append(field("urgency", .urgency, .select(choices(model.urgencies)), term?.details.urgency))
            all.append(
                field("public-space", .publicSpace, .tick, term?.details.publicSpace == true ? "1" : nil))
            all.append(
                field("quiet", .quiet, .tick, term?.details.isQuiet == true ? "1" : nil)
                    .hint(scene(SettingsPhrase.quietHint)))
        }
        if model.list == .urgency {
            all.append(field("hours", .dueHours, .number, term?.details.hours.map { "\($0)" }).mayBeEmpty())
            all.append(
                field("days", .dueDays, .number, term?.details.workingDays.map { "\($0)" }).mayBeEmpty())
        }
        if term != nil { all.append(field("closed", .close, .tick, term?.isClosed == true ? "1" : nil)) }
        return all
    }
}
