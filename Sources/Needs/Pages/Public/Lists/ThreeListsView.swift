import Values
import Web

extension ThreeListsPage {
    func view(_ model: Model, _ scene: Scene) -> HTML {
        isSheet ? sheet(model, scene) : screen(model, scene)
    }

    private func screen(_ model: Model, _ scene: Scene) -> HTML {
        """
        <div class="flow">
        \(Look.head(scene(ListsPhrase.title), note: "\(scene(ListsPhrase.note))"))
        \(Look.lead("\(scene(ListsPhrase.counts(model.needs, model.services, model.resources)))"))
        \(if: model.fields.isEmpty, Look.empty(scene(ListsPhrase.empty), call(scene)))
        \(if: !model.fields.isEmpty, table(model, scene, names: 4))
        \(gaps(model, scene))
        \(Look.acts(Look.button(scene(ListsPhrase.print), scene.link("/lists/sheet"), .line), call(scene)))
        </div>
        """
    }

    private func call(_ scene: Scene) -> HTML {
        Look.link(scene(ListsPhrase.askHelp), scene.link("/offers"))
    }

    private func table(_ model: Model, _ scene: Scene, names: Int) -> HTML {
        let columns = [
            Column(scene(ListsPhrase.field), .main), Column(scene(ListsPhrase.needs), named: true),
            Column(scene(ListsPhrase.services), named: true),
            Column(scene(ListsPhrase.resources), named: true),
        ]
        let rows = model.fields.map { field in
            TableRow([
                "<span class=\"nb\">\(field.name)</span>", needs(field, scene),
                list(field.services, names, scene),
                list(field.resources, names, scene),
            ])
        }
        return Look.table(Table(scene(ListsPhrase.title), columns, rows), in: scene.language)
    }

    private func needs(_ field: Model.Field, _ scene: Scene) -> HTML {
        guard !field.needs.isEmpty else { return "\(scene(ListsPhrase.none))" }
        return field.needs.map { count -> HTML in
            let link = openNeeds(count, scene)
            return "\(Look.link(count.name, link)) \(scene(ListsPhrase.open(count.count)))"
        }.joined(by: "\(separator(scene))")
    }

    /// Exactly the needs that are counted.
    private func openNeeds(_ count: Model.Count, _ scene: Scene) -> Link {
        scene.link("/needs/public").adding(query: "step", "open").adding(query: "class", count.key)
    }

    private func list(_ names: [String], _ most: Int, _ scene: Scene) -> HTML {
        guard !names.isEmpty else { return "\(scene(ListsPhrase.none))" }
        let shown = names.prefix(most).joined(separator: separator(scene))
        let more: HTML =
            names.count > most ? " <span class=\"note\">\(scene(ListsPhrase.more(names.count)))</span>" : ""
        return "\(shown)\(more)"
    }

    private func separator(_ scene: Scene) -> String { scene.language == .chinese ? "、" : ", " }

    private func gaps(_ model: Model, _ scene: Scene) -> HTML {
        let body: HTML =
            model.gaps.isEmpty
            ? "<p>\(scene(ListsPhrase.noGaps))</p>"
            : Look.rows(
                model.gaps.map { gap in
                    let link = openNeeds(gap, scene)
                    return ListRow("\(Look.link(gap.name, link))　\(scene(ListsPhrase.open(gap.count)))")
                })
        return Look.section(scene(ListsPhrase.gaps), note: "\(scene(ListsPhrase.gapsNote))", hang: true, body)
    }

    private func sheet(_ model: Model, _ scene: Scene) -> HTML {
        let title =
            scene.frame.placeName + (scene.language == .chinese ? "　" : " · ") + scene(ListsPhrase.title)
        let address = scene.absolute("/lists")
        return Look.sheet(
            title, code: Paper.code(address, label: scene(ListsPhrase.title)),
            """
            <p class="note">\(scene(ListsPhrase.asOf(model.day.full(scene.language))))　\
            \(scene(ListsPhrase.counts(model.needs, model.services, model.resources)))</p>
            \(table(model, scene, names: 12))
            \(gaps(model, scene))
            """, in: scene.language)
    }
}
