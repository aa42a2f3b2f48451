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
        if model.classKey == PublicNeedsPage.privateKey {
            return Look.head(
                scene(ListsPhrase.privateMatters), note: "\(scene(ListPhrase.privateNote))")
        }
        let part = model.part.map { scene(ListPhrase.part($0)) } ?? scene(ListPhrase.neighboursSaid)
        let title = model.year.map { scene(ListPhrase.ofYear($0, part)) } ?? part
        return Look.head(title, note: "\(scene(ListPhrase.neighboursNote))")
    }

    private func call(_ scene: Scene) -> HTML {
        Look.acts(
            Look.button(scene(PublicPhrase.sayOne), scene.link("/say")),
            Look.link(scene(PublicPhrase.lookByNumber), scene.link("/follow")))
    }

    private func tabs(_ model: Model, _ scene: Scene) -> HTML {
        let here = address(model, scene)
        let all = Tab(scene(PublicPhrase.all), here.removing(query: "step"), current: model.part == nil)
        let parts = PublicPart.allCases.map { part in
            Tab(
                part.step?.title[scene.language] ?? scene(ListPhrase.part(part)),
                here.setting(query: "step", part.rawValue), current: model.part == part)
        }
        return Look.tabs(scene(PublicPhrase.state), [all] + parts)
    }

    /// The list's address with its filters, from its first page.
    private func address(_ model: Model, _ scene: Scene) -> Link {
        var link = scene.link("/needs/public")
        if let part = model.part { link = link.setting(query: "step", part.rawValue) }
        if let year = model.year { link = link.setting(query: "year", "\(year)") }
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
        if let part = model.part { fields.append(Field("step", "", .hidden).value(part.rawValue)) }
        if let year = model.year { fields.append(Field("year", "", .hidden).value("\(year)")) }
        return Look.filters(scene.link("/needs/public"), fields, in: scene.language)
    }

    private func table(_ model: Model, _ scene: Scene) -> HTML {
        let columns = [
            Column(scene(PublicPhrase.what), .main), Column(scene(PublicPhrase.place)),
            Column(scene(PublicPhrase.state)), Column(scene(PublicPhrase.when), named: true),
            Column(scene(PublicPhrase.number), named: true),
        ]
        let today = scene.now.day(in: .shanghai)
        let rows = model.rows.map { row in
            let place = row.classKey == nil ? scene(PublicPhrase.somewhere) : row.place
            return TableRow(cells: [
                title(of: row, scene), .words(place), .piece(row.stamp),
                .words(row.said.near(today, scene.language)), .words(row.number),
            ])
        }
        return Look.table(Table(scene(PublicPhrase.needs), columns, rows), in: scene.language)
            + Look.pager(pager(model, scene), in: scene.language)
    }

    private func title(of row: PublicRow, _ scene: Scene) -> RowCell {
        let title = row.title(scene.language)
        let isWish = row.kind == .wish, voices = PublicPhrase.voices(Int(clamping: row.voices))
        guard isWish || row.voices > 1 else { return .words(title) }
        let wish: HTML? = isWish ? " <span class=\"note\">\(scene(ListPhrase.aWish))</span>" : nil
        let said: HTML? = row.voices > 1 ? " <span class=\"note\">\(scene(voices))</span>" : nil
        return .piece("\(title)\(wish)\(said)")
    }

    private func pager(_ model: Model, _ scene: Scene) -> Pager {
        let shown = model.count.map(PublicPhrase.count) ?? .shown(model.rows.count)
        let here = address(model, scene)
        return Pager(
            scene(shown), previous: model.after == nil ? nil : here,
            next: model.next.map { here.adding(query: "after", "\($0)") })
    }

    private func empty(_ model: Model, _ scene: Scene) -> HTML {
        let isNarrowed = address(model, scene) != scene.link("/needs/public")
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
