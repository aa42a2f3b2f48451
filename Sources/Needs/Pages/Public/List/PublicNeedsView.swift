import Values
import Web

extension PublicNeedsPage {
    func view(_ model: Model, _ scene: Scene) -> HTML {
        """
        <div class="flow">
        \(Look.columns(.call, [head(model, scene), call(scene)]))
        \(tabs(model, scene))
        \(filters(model, scene))
        \(model.rows.isEmpty ? empty(model, scene) : table(model, scene))
        </div>
        """
    }

    private func head(_ model: Model, _ scene: Scene) -> HTML {
        let title =
            model.step.map { ListPhrase.atStep($0.title[scene.language]) } ?? ListPhrase.neighboursSaid
        return Look.head(scene(title), note: "\(scene(ListPhrase.neighboursNote))")
    }

    private func call(_ scene: Scene) -> HTML {
        Look.acts(
            Look.button(scene(PublicPhrase.sayOne), scene.link("/say")),
            Look.link(scene(PublicPhrase.lookByNumber), scene.link("/follow")))
    }

    private func tabs(_ model: Model, _ scene: Scene) -> HTML {
        let every = address(model, scene).removing(query: "step")
        let all = Tab(scene(PublicPhrase.all), every, current: model.step == nil)
        let steps = NeedStep.allCases.map { step in
            Tab(
                step.title[scene.language], every.adding(query: "step", step.rawValue),
                current: model.step == step)
        }
        return Look.tabs(scene(PublicPhrase.state), [all] + steps)
    }

    /// The list's address with its filters, from its first page.
    private func address(_ model: Model, _ scene: Scene) -> Link {
        var link = scene.link("/needs/public")
        if let step = model.step { link = link.setting(query: "step", step.rawValue) }
        if let key = model.classKey { link = link.setting(query: "class", key) }
        if let area = model.area { link = link.setting(query: "area", area) }
        if let at = model.at { link = link.setting(query: "at", at) }
        return link
    }

    private func filters(_ model: Model, _ scene: Scene) -> HTML {
        let all = [Choice("", scene(PublicPhrase.all))]
        let everywhere = [Choice("", scene(PublicPhrase.everywhere))]
        var fields = [
            Field("number", scene(PublicPhrase.number), .search).value(scene.visit.value("number")),
            Field("area", scene(PublicPhrase.kind), .select(all + model.areas.map(\.choice))).value(
                model.area),
            Field("at", scene(PublicPhrase.place), .select(everywhere + model.places.map(\.choice))).value(
                model.at),
        ]
        if let step = model.step { fields.append(Field("step", "", .hidden).value(step.rawValue)) }
        return Look.filters(scene.link("/needs/public"), fields, in: scene.language)
    }

    private func table(_ model: Model, _ scene: Scene) -> HTML {
        let columns = [
            Column(scene(PublicPhrase.what), .main), Column(scene(PublicPhrase.place)),
            Column(scene(PublicPhrase.state)), Column(scene(PublicPhrase.when), named: true),
            Column(scene(PublicPhrase.number), named: true),
        ]
        let today = scene.now.day(in: .shanghai)
        // Few sentences are released, and the others of a class read the same.
        var titles: [String: String] = [:]
        let rows = model.rows.map { row in
            TableRow(cells: [
                title(of: row, &titles, scene), .words(row.place), .piece(row.stamp),
                .words(row.said.near(today, scene.language)), .words(row.number),
            ])
        }
        return Look.table(Table(scene(PublicPhrase.needs), columns, rows), in: scene.language)
            + Look.pager(pager(model, scene), in: scene.language)
    }

    private func title(of row: PublicRow, _ titles: inout [String: String], _ scene: Scene) -> RowCell {
        let title = row.sentence ?? titles[row.className] ?? row.title(scene.language)
        if row.sentence == nil { titles[row.className] = title }
        guard row.voices > 1 else { return .words(title) }
        let voices = PublicPhrase.voices(Int(clamping: row.voices))
        return .piece("\(title) <span class=\"note\">\(scene(voices))</span>")
    }

    private func pager(_ model: Model, _ scene: Scene) -> Pager {
        let shown =
            model.count.map { PublicPhrase.count(max($0, model.rows.count)) } ?? .shown(model.rows.count)
        let here = address(model, scene)
        return Pager(
            scene(shown), previous: model.after == nil ? nil : here,
            next: model.next.map { here.adding(query: "after", "\($0)") })
    }

    private func empty(_ model: Model, _ scene: Scene) -> HTML {
        let isNarrowed = model.area != nil || model.step != nil || model.classKey != nil || model.at != nil
        let isNumber = scene.visit.value("number") != nil
        let what = isNumber ? ListPhrase.noSuchNumber : isNarrowed ? .noneHere : .noneYet
        let next: HTML =
            isNumber
            ? "<p>\(Look.link(scene(PublicPhrase.lookByNumber), scene.link("/follow")))</p>"
            : isNarrowed
                ? "<p>\(Look.link(scene(ListPhrase.seeAll), scene.link("/needs/public")))</p>"
                : "<p>\(Look.link(scene(PublicPhrase.sayOne), scene.link("/say")))</p>"
        return Look.empty(scene(what), next)
    }
}
