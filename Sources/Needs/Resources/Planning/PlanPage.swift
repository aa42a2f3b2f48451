import Actions
import Storage
import Values
import Web

/// The best links for many needs at once, each accepted or left out by a person.
struct PlanPage: Page {
    struct Model: Codable, Sendable {
        let needs: [PlannedNeed]
        let linked: Int
    }

    /// So many needs are planned together.
    static let most = 60
    static let query = [Input("n", Text("哪几件", "Which needs"), .choices([]))]

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let needs = try Self.needs(visit, reading)
        let planned = try Planning(visit, reading).plan(needs)
        return Model(needs: planned, linked: planned.count { !$0.links.isEmpty })
    }

    /// The needs named in the address; else the open ones without a resource, the soonest due first.
    private static func needs(_ visit: Visit, _ reading: any Reading) throws -> [Need] {
        let sent = visit.ask.method == .post ? try Fields(visit.ask).all("n") : visit.ask.all("n")
        var ids = sent.prefix(most).compactMap { Identifier($0) }.reduce(into: [Identifier]()) { ids, id in
            if !ids.contains(id) { ids.append(id) }
        }
        if ids.isEmpty {
            var filter = NeedFilter(view: .noResource, sort: .due, limit: most)
            filter.scope = NeedFilter.scope(of: visit.actor, ResourceRights.propose, visit.house.rights)
            ids = try NeedStore.list(filter, in: visit.community, reading, now: visit.now).rows.map(\.id)
        }
        return try ids.compactMap { id in
            guard let need = try NeedStore.need(id, in: visit.community, reading), need.state.isOpen,
                need.held == .no, need.kind == .need, visit.allows(ResourceRights.propose, on: need)
            else { return nil }
            return need
        }
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(PlanPhrase.title) }

    func view(_ model: Model, _ scene: Scene) -> HTML { flow(PlanView(model: model, scene: scene).html) }
}

/// How a plan looks: the planned links to tick, then what stays unanswered and why.
struct PlanView {
    let model: PlanPage.Model
    let scene: Scene

    var language: Language { scene.language }

    var html: HTML {
        """
        \(Look.crumb([NavItem(title: scene(StaffPhrase.ledger), link: scene.link("/needs"))],
            scene(PlanPhrase.title), in: language))
        \(Look.dayline(scene(PlanPhrase.title), [summary]))
        \(Look.note("\(scene(PlanPhrase.lead))"))
        \(scene.loose())
        \(model.needs.isEmpty ? Look.empty(scene(PlanPhrase.empty)) : planned)
        \(unanswered)
        """
    }

    private var summary: HTML {
        "<span class=\"note\">\(scene(PlanPhrase.sum(linked: model.linked, of: model.needs.count)))</span>"
    }

    private var planned: HTML {
        let needs = model.needs.filter { !$0.links.isEmpty }
        guard !needs.isEmpty else { return .empty }
        let fields: HTML = """
            \(model.needs, each: { "<input type=\"hidden\" name=\"n\" value=\"\($0.id.description)\">" })\
            \(Look.rows(needs.map { ListRow(row($0)) }))
            \(Look.acts(Look.send(scene(PlanPhrase.send), .main)))
            \(Look.note("\(scene(PlanPhrase.decide))"))
            """
        return Look.section(
            scene(PlanPhrase.links),
            Look.form(scene.link("/needs/plan"), frame: scene.frame, rid: scene.rid, fields))
    }

    private func row(_ need: PlannedNeed) -> HTML {
        let links: HTML = """
            \(need.links, each: { link($0, of: need) })\
            \(need.lack.map { lack in
                Look.note("\(scene(PlanPhrase.part(need.linked, need.quantity)))：\(scene(lack.phrase))")
            })
            """
        return Look.columns(.two, [head(need), links])
    }

    private func title(_ need: PlannedNeed) -> HTML {
        """
        \(Look.link(need.title, scene.link("/needs/\(need.number)"))) \
        \(scene.due(need.due, isOpen: true))
        """
    }

    private func head(_ need: PlannedNeed) -> HTML {
        """
        <h3>\(title(need))</h3>
        <p class="note">\(need.number)　\(need.className)　\(need.place)</p>
        """
    }

    private func link(_ link: PlannedLink, of need: PlannedNeed) -> HTML {
        let option = link.option, id = "t-\(need.number)-\(option.number)"
        let from = option.sharedBy.map { scene(ResourcePhrase.shared($0)) } ?? option.ownerName
        let kept = scene.fields.all("take")
        let isTicked = scene.fields.values.isEmpty || kept.contains(link.choice.mark)
        return """
            <div class="choices bare"><div class="choice"><input type="checkbox" name="take" id="\(id)" \
            value="\(link.choice.mark)"\(if: isTicked, " checked")><label for="\(id)">\(option.name)　\
            \(link.quantity)\(option.unit)<span class="hint">\(from)</span></label></div></div>
            \(Look.reasons(pro: option.pros, con: option.cons))
            """
    }

    private var unanswered: HTML {
        let needs = model.needs.filter(\.links.isEmpty)
        guard !needs.isEmpty else { return .empty }
        let rows = needs.map { need in
            ListRow(
                title(need),
                when: [need.number, need.className, need.place, need.lack.map { scene($0.phrase) } ?? ""]
                    .filter { !$0.isEmpty }.joined(separator: "　"))
        }
        return Look.section(
            scene(PlanPhrase.unanswered), note: "\(scene(PlanPhrase.unansweredHint))", Look.rows(rows))
    }
}
