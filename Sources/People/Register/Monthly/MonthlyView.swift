import Values
import Web

/// How the monthly lists look, on the screen and on paper.
struct MonthlyView {
    let model: MonthlyPage.Model
    let scene: Scene

    private var language: Language { scene.language }
    private var list: MonthlyList { model.ask.list }

    var page: HTML {
        """
        \(Look.crumb([NavItem(title: scene(RegisterPhrase.title), link: scene.link("/register"))],
            scene(MonthlyPhrase.title), in: language))
        \(Look.dayline(scene(MonthlyPhrase.title), [Look.note("\(scene(MonthlyPhrase.note))"), print]))
        \(scene.faults(model.mayExport ? export.fields : []))
        \(Look.tabs(scene(MonthlyPhrase.list), model.lists.map(tab)))
        \(Look.filters(scene.link("/register/lists"), fields, in: language))
        \(Look.note("\(scene(note)) \(summary)"))
        \(if: model.unwritten > 0, unwritten)
        \(if: model.rows.isEmpty, Look.empty(scene(MonthlyPhrase.nobody)), else: table(model.rows))
        \(if: model.grids.count > 1 && model.count > 0, byGrid)
        \(Look.pager(
            Pager(scene(RegisterPhrase.shown(model.rows.count)), next: model.next.map(next)), in: language))
        \(model.abilityDays.map(period))
        \(if: model.mayExport, export.whole)
        """
    }

    private var note: MonthlyPhrase {
        switch list {
        case .reviews: .reviewsNote
        case .birthdays: .birthdaysNote
        case .alone: .aloneNote
        case .voters: .votersNote
        case .abilities: .abilitiesNote
        }
    }

    /// One person may stand on a list of reviews several times.
    private var counted: MonthlyPhrase {
        list == .reviews ? .rows(model.place, model.count) : .people(model.place, model.count)
    }

    /// 水秀里社区，12项。3项已经过了日子。
    private var summary: HTML {
        let late: HTML = model.late > 0 ? Look.asked(scene(MonthlyPhrase.late(model.late))) : .empty
        return "\(scene(counted)) \(late)"
    }

    private var unwritten: HTML {
        Look.note(
            """
            \(scene(MonthlyPhrase.aloneUnwritten(model.unwritten))) \(Look.link(
                scene(MonthlyPhrase.seeThem), scene.link(placed("/register?sort=elder-one"))))
            """)
    }

    // MARK: Choosing

    private func link(_ ask: MonthlyAsk, _ path: Link = "/register/lists") -> Link {
        ask.pairs.reduce(path) { $0.adding(query: $1.name, $1.value) }
    }

    private func placed(_ link: Link) -> Link {
        model.ask.place.map { link.adding(query: "place", $0) } ?? link
    }

    private func tab(_ listed: MonthlyPage.Listed) -> Tab {
        var ask = model.ask
        ask.list = listed.list
        return Tab(
            listed.list.title[language], scene.link(link(ask)), count: listed.count,
            current: listed.list == list)
    }

    private var print: HTML {
        Look.button(
            scene(MonthlyPhrase.print), scene.link(link(model.ask, "/register/lists/print")), .small)
    }

    private func next(_ after: String) -> Link { scene.link(link(model.ask).adding(query: "after", after)) }

    private func name(_ name: String, _ english: String) -> String {
        language == .english && !english.isEmpty ? english : name
    }

    private var fields: [Field] {
        let places =
            [Choice("", scene(MonthlyPhrase.whole))]
            + model.places.map { Choice($0.code, name($0.name, $0.english)) }
        var fields = [
            Field("list", "", .hidden).value(list.rawValue),
            Field("place", scene(ProfilePhrase.place), .select(places)).value(model.ask.place),
        ]
        if list.hasMonth { fields.append(months) }
        if list == .birthdays {
            let ages =
                [Choice("", scene(MonthlyPhrase.everyAge))]
                + MonthlyList.ages.map { Choice("\($0)", scene(MonthlyPhrase.turns($0))) }
            fields.append(
                Field("age", scene(MonthlyPhrase.age), .select(ages)).value(model.ask.age.map(String.init)))
        }
        if list == .voters {
            fields.append(
                Field("day", scene(MonthlyPhrase.day), .date).value(model.ask.day.description))
        }
        return fields
    }

    /// This month and the eleven after it; one that was asked for beside these too.
    private var months: Field {
        let first = model.today.startOfMonth
        var all = (0..<12).map { first.adding(months: $0) }
        if !all.contains(model.ask.month) { all.insert(model.ask.month, at: 0) }
        let choices = all.map { Choice(String($0.description.dropLast(3)), $0.monthName(language)) }
        return Field("month", scene(MonthlyPhrase.month), .select(choices))
            .value(String(model.ask.month.description.dropLast(3)))
    }

    // MARK: The list

    private func table(_ rows: [MonthlyRow]) -> HTML {
        let columns = list.columns.map { column in
            Column(
                column.title[language], column == .name ? .main : column.isNumber ? .number : .text,
                named: column != .name)
        }
        return Look.table(
            Table(
                list.title[language], columns,
                rows.map { row in
                    TableRow(list.columns.map { cell($0, row) })
                }), in: language)
    }

    private func cell(_ column: MonthlyColumn, _ row: MonthlyRow) -> HTML {
        let text = row.text(column, language)
        switch column {
        case .name:
            let page: Link =
                list == .abilities
                ? "/register/people/\(row.person)/ability"
                : "/register/people/\(row.person)"
            return Look.link(text, scene.link(page))
        case .due where row.isLate: return Look.asked(text)
        default: return "\(text)"
        }
    }

    private var byGrid: HTML {
        let columns = [
            Column(MonthlyColumn.grid.title[language], .main), Column(scene(MonthlyPhrase.howMany), .number),
        ]
        let rows = model.grids.map { grid in
            var ask = model.ask
            ask.place = grid.code
            return TableRow(cells: [
                .link(name(grid.name, grid.english), scene.link(link(ask))), .words("\(grid.count)"),
            ])
        }
        return """
            <details><summary>\(scene(MonthlyPhrase.byGrid))</summary>\(Look.table(
                Table(scene(MonthlyPhrase.byGrid), columns, rows, shape: .tight), in: language))</details>
            """
    }

    private func period(_ days: Int) -> HTML {
        let field = scene.field("days", AbilityPhrase.periodDays, .number)
        return Look.section(
            scene(AbilityPhrase.periodTitle), note: HTML(text: scene(AbilityPhrase.periodNote)), hang: true,
            scene.form(
                "/register/lists/again", [scene.fields["days"] == nil ? field.value("\(days)") : field],
                send: PrivacyPhrase.keep, .line))
    }

    private var export: ExportForm {
        ExportForm(
            to: "/register/lists/export", carrying: model.ask.pairs, mayOpen: model.mayExportOpen,
            opens: .exportOpenNames, scene: scene)
    }

    // MARK: Paper

    /// Everybody, grid by grid, with a box to tick for each.
    var sheet: HTML {
        let byGrid = Dictionary(grouping: model.rows) { $0.text(.grid, language) }
        let known = model.grids.map { name($0.name, $0.english) }
        let order = known.filter { byGrid[$0] != nil } + byGrid.keys.filter { !known.contains($0) }.sorted()
        let cut: HTML? =
            model.rows.count < model.count
            ? Look.note(Look.asked(scene(MonthlyPhrase.cut(model.rows.count, model.count)))) : nil
        return Look.sheet(
            "\(model.place)　\(list.title[language])",
            """
            \(Look.note("\(heading)"))\(cut)
            \(if: model.rows.isEmpty, Look.empty(scene(MonthlyPhrase.nobody)))
            \(order, each: { "\(Look.section($0, paper(byGrid[$0] ?? [], of: $0)))" })
            \(Look.fine("\(scene(MonthlyPhrase.printNote))"))
            """, in: language)
    }

    private var heading: String {
        let month = list.hasMonth ? model.ask.month.monthName(language) + "　" : ""
        let printed = scene(MonthlyPhrase.forDay(model.today.full(language)))
        return month + scene(counted) + printed
    }

    private func paper(_ rows: [MonthlyRow], of grid: String) -> HTML {
        let shown = list.columns.filter { $0 != .grid }
        let columns =
            shown.map { Column($0.title[language], $0 == .name ? .main : $0.isNumber ? .number : .text) }
            + [Column(scene(MonthlyPhrase.done))]
        return Look.table(
            Table(
                "\(list.title[language])　\(grid)", columns,
                rows.map { row in
                    TableRow(cells: shown.map { .words(row.text($0, language)) } + [.words("□")])
                }, shape: .tight), in: language)
    }
}
