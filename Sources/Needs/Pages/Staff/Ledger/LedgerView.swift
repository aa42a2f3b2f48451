import Values
import Web

/// How the ledger looks: views, filters, twenty rows to tick, what may be done with them, the way on.
struct LedgerView {
    let model: LedgerModel
    let scene: Scene

    private var filter: LedgerFilter { model.filter }
    private var language: Language { scene.language }

    var html: HTML {
        """
        \(Look.dayline(scene(StaffPhrase.ledger), beside))
        \(scene.loose())\(Look.tabs(scene(LedgerPhrase.views), tabs))
        \(Look.filters(scene.link("/needs"), filters, in: language))
        \(Look.note("\(summary)"))
        \(if: model.rows.isEmpty, empty, else: list)
        \(Look.pager(pager, in: language))
        \(keeping)\(Look.keys(in: language))
        """
    }

    private var beside: [HTML] {
        let note = Look.note(
            "\(scene(LedgerPhrase.news(open: openCount, answered: model.answered, done: model.done)))")
        var beside = [note]
        if model.mayEnter {
            beside.append(Look.button(scene(LedgerPhrase.enter), scene.link("/needs/new"), .main))
        }
        if model.mayAssign, filter.view == .noResource {
            beside.append(Look.button(scene(PlanPhrase.title), scene.link("/needs/plan"), .line))
        }
        return beside
    }

    private var openCount: Int64 { model.tabs.first { $0.view == .open }?.count ?? 0 }

    // MARK: Views and filters

    private var tabs: [Tab] {
        let current = filter.isBare ? filter.view : nil
        let counted = model.tabs.map { tab in
            Tab(
                scene(LedgerPhrase.view(tab.view)), scene.link(LedgerFilter.tab(tab.view)),
                count: Int(clamping: tab.count), isMore: tab.isMore, current: current == tab.view)
        }
        let further = Tab(
            scene(LedgerPhrase.view(.closed)), scene.link(LedgerFilter.tab(.closed)),
            current: current == .closed)
        let own = model.views.map { view in
            Tab(
                view.title, scene.link(Link.local("/needs?" + view.query) ?? "/needs"),
                current: current == nil && filter.query == view.query)
        }
        return counted + [further] + own
    }

    private var filters: HTML {
        let view = Field("view", "", .hidden).value(filter.view.rawValue)
        return "\(model.choices.filters(filter, language))\(Look.field(view, in: language))"
    }

    private var summary: String {
        let order = LedgerPhrase.order(filter.sort)
        guard let total = model.total else { return scene(order) + scene(LedgerPhrase.address) }
        return scene(LedgerPhrase.total(total)) + scene(order) + scene(LedgerPhrase.address)
    }

    // MARK: Rows

    private var list: HTML {
        Look.form(
            scene.link("/needs/selection"), frame: scene.frame, rid: scene.rid,
            "\(model.sheet.table(face) { Look.table(table, in: language) })\(doings)")
    }

    private var face: LedgerSheet.Face {
        LedgerSheet.Face(
            filter: filter, language: language, door: scene.link("/"),
            minute: scene.now.microseconds / 60_000_000)
    }

    private var table: Table {
        let mostUrgent = model.choices.words.terms(.urgency).first?.key
        return Table(scene(LedgerPhrase.table), columns, model.rows.map { row($0, mostUrgent) })
    }

    private var columns: [Column] {
        let byNumber = filter.sort == .oldest ? NeedFilter.Sort.newest : .oldest
        return [
            Column(scene(LedgerPhrase.pick), .pick),
            Column(
                scene(LedgerPhrase.number), sort: scene.link(filter.sorted(byNumber).link()),
                order: filter.sort == .due ? nil : filter.sort == .newest ? .descending : .ascending),
            Column(scene(LedgerPhrase.what), .main), Column(scene(LedgerPhrase.who)),
            Column(scene(LedgerPhrase.kind)), Column(scene(LedgerPhrase.place)),
            Column(scene(LedgerPhrase.source)), Column(scene(LedgerPhrase.step)),
            Column(
                scene(LedgerPhrase.due), sort: scene.link(filter.sorted(.due).link()),
                order: filter.sort == .due ? .ascending : nil, named: true),
        ]
    }

    private func row(_ need: NeedSummary, _ mostUrgent: String?) -> TableRow {
        let words = model.choices.words, serial = need.serial
        return TableRow(cells: [
            .pick(need.id, of: serial), .words(serial),
            title(need, scene.link("/needs/\(serial)"), isUrgent: need.urgency == mostUrgent),
            .words(need.who(scene)), .words(words.className(need.classKey)[language]),
            .words(need.gridName), .words(words.name(.source, need.source)[language]),
            .stamp(need.state.title[language], need.state == .closed ? .done : .plain),
            scene.dueCell(need.due, isOpen: need.state.isOpen),
        ])
    }

    private func title(_ need: NeedSummary, _ link: Link, isUrgent: Bool) -> RowCell {
        guard isUrgent else { return .link(need.title, link) }
        return .piece("\(Look.link(need.title, link)) \(Look.asked(scene(StaffPhrase.urgent)))")
    }

    /// What may be done with the ticked rows, in one form of several buttons.
    private var doings: HTML {
        let print = Look.send(scene(LedgerPhrase.print), .small, name: "do", value: "print")
        guard model.mayAssign else { return Look.acts(print) }
        return """
            <div class="acts">\(model.choices.assign(scene.fields["owner"], language))\
            \(Look.send(scene(LedgerPhrase.assign), .small, name: "do", value: "assign"))\
            \(Look.send(scene(LedgerPhrase.merge), .small, name: "do", value: "merge"))\
            \(Look.send(scene(PlanPhrase.title), .small, name: "do", value: "plan"))\(print)</div>
            """
    }

    private var empty: HTML {
        Look.empty(
            scene(filter.isBare ? LedgerPhrase.emptyView(filter.view) : LedgerPhrase.emptyFilter),
            Look.acts(Look.button(scene(LedgerPhrase.clear), scene.link("/needs"), .line)))
    }

    // MARK: The way on

    private var pager: Pager {
        let exports =
            model.mayExport
            ? [
                NavItem(title: "XLSX", link: scene.link(filter.link("/needs.xlsx"))),
                NavItem(title: "CSV", link: scene.link(filter.link("/needs.csv"))),
            ] : []
        return Pager(
            scene(LedgerPhrase.shown(model.rows.count)),
            previous: model.isFirst ? nil : scene.link(filter.link()),
            next: model.next.map { scene.link(filter.link().adding(query: "after", "\($0)")) },
            exports: exports)
    }

    /// Keeps the present filters under a name; nothing to keep where there are none.
    private var keeping: HTML {
        guard !filter.isBare else { return .empty }
        if let kept = model.views.first(where: { $0.query == filter.query }) {
            return Look.acts(scene.act(LedgerPhrase.forget, "/needs/views/\(kept.id)/removal"))
        }
        return scene.form(
            "/needs/views",
            [
                Field("title", scene(LedgerPhrase.viewTitle)).value(scene.fields["title"])
                    .fault(scene.fault("title")).limit(20),
                Field("query", "", .hidden).value(filter.query),
            ], send: LedgerPhrase.keep)
    }
}
