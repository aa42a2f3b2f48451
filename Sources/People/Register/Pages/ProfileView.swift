import Values
import Web

/// How the profile looks: its news, ages, households, groups by grid, and the whole table.
struct ProfileView {
    let model: ProfilePage.Model
    let scene: Scene

    private var profile: Profile { model.profile }
    private var language: Language { scene.language }

    var whole: HTML {
        """
        \(Look.note(HTML(text: asOf)))
        \(Look.say(news))
        \(Look.lead(HTML(text: scene(lead))))
        \(if: model.edition == nil, choosing)
        \(Look.columns(.two, [ages, homes]))
        \(if: profile.grids.count > 1, groups)
        \(table)
        \(foot)
        """
    }

    private var asOf: String {
        let day = profile.day.long(language)
        guard let edition = model.edition.flatMap({ Quarter($0) }) else {
            return scene(ProfilePhrase.asOf(day))
        }
        return scene(ProfilePhrase.editionOf(edition.year, edition.number, day))
    }

    /// 225栋楼，4,177户，11,458人。
    private var news: HTML {
        let parts = [
            ProfilePhrase.newsBuildings(number(.buildings)), .newsHouseholds(number(.households)),
            .newsPeople(number(.people)),
        ]
        return "\(parts, each: { "<span class=\"nb\">\(scene($0))</span>" })"
    }

    private var lead: ProfilePhrase {
        .lead(number(.over60), number(.emptyNest), number(.alone), number(.noKin))
    }

    private func number(_ key: ProfileKey) -> String { said(profile[key]) }

    /// A number with its commas; what is not shown says so.
    private func said(_ value: Int64?) -> String {
        value.map { Count(units: $0).description } ?? scene(ProfilePhrase.hidden)
    }

    private var choosing: HTML {
        let places =
            [Choice("", scene(ProfilePhrase.wholePlace))]
            + model.places.map {
                Choice($0.code, language == .english && !$0.english.isEmpty ? $0.english : $0.name)
            }
        return Look.filters(
            scene.link("/profile"),
            [
                Field("day", scene(ProfilePhrase.day), .date).value(profile.day.description),
                Field("place", scene(ProfilePhrase.place), .select(places)).value(model.code),
            ], in: language)
    }

    // MARK: Ages

    private var ages: HTML {
        let layers = profile.bands.reversed().map { band in
            PyramidLayer(
                name(band), left: band.men.map { Int($0) }, right: band.women.map { Int($0) },
                present: band.from >= 60)
        }
        let said = scene(ProfilePhrase.pyramid(number(.over60)))
        let rows = profile.bands.reversed().map { band in
            TableRow(cells: [
                .words(name(band)), .words(self.said(band.men)), .words(self.said(band.women)),
                .words(self.said(band.all)),
            ])
        }
        let columns = [
            Column(scene(ProfilePhrase.age), .main), Column(scene(ProfilePhrase.men), .number),
            Column(scene(ProfilePhrase.women), .number), Column(scene(ProfilePhrase.all), .number),
        ]
        let total = TableRow(cells: [
            .words(scene(ProfilePhrase.all)), .words(number(.men)), .words(number(.women)),
            .words(number(.people)),
        ])
        return Look.section(
            scene(ProfilePhrase.agesTitle), note: HTML(text: scene(ProfilePhrase.agesNote)),
            """
            \(Look.pyramid(said, layers, left: scene(ProfilePhrase.menOf(number(.men))),
                right: scene(ProfilePhrase.womenOf(number(.women)))))
            \(numbers(Table(
                scene(ProfilePhrase.agesTitle), columns, rows, total: total, shape: .tight)))
            """)
    }

    private func name(_ band: Profile.Band) -> String {
        band.to.map { "\(band.from)–\($0)" } ?? "\(band.from)+"
    }

    private func numbers(_ table: Table) -> HTML {
        """
        <details><summary>\(scene(ProfilePhrase.numbers))</summary>\
        \(Look.table(table, in: language))</details>
        """
    }

    // MARK: Households

    private var homes: HTML {
        let keys: [ProfileKey] = [.under18, .under14, .over60, .retired, .migrants]
        let sorts = profile.sorts.map { sort -> (name: String, value: HTML) in
            (sort.sort.title[language], HTML(text: scene(ProfilePhrase.homes(said(sort.value)))))
        }
        return Look.section(
            scene(ProfilePhrase.homesTitle),
            note: HTML(text: scene(ProfilePhrase.homesNote(number(.households)))),
            """
            \(Look.facts(sorts))
            \(Look.facts(keys.map { ($0.title[language], opened($0)) }))
            """)
    }

    /// A figure that leads to the people behind it, for those who may see them.
    private func opened(_ key: ProfileKey) -> HTML {
        let text = scene(ProfilePhrase.people(number(key)))
        guard model.opens, key.countsPeople, !key.isSensitive || model.opensSensitive else {
            return HTML(text: text)
        }
        return Look.link(text, link(to: key, in: model.code))
    }

    private func link(to key: ProfileKey, in code: String?) -> Link {
        var link: Link = "/register?figure=\(key.rawValue)"
        if profile.day != model.today { link = link.adding(query: "day", profile.day.description) }
        if let code { link = link.adding(query: "place", code) }
        return scene.link(link)
    }

    // MARK: Groups by grid

    private var groups: HTML {
        let shown = profile.columns.indices.dropFirst()
        let charts = shown.map { column in
            let values = profile.grids.map { $0.values[column] }
            let most = profile.grids.max { ($0.values[column] ?? 0) < ($1.values[column] ?? 0) }
            let note = most.flatMap { grid in
                grid.values[column].map { scene(ProfilePhrase.mostIn(gridName(grid), said($0))) }
            }
            return SmallMultiple(
                profile.columns[column].title[language], total: number(profile.columns[column]),
                values: values.map { $0.map { Int($0) } }, note: note ?? "")
        }
        let columns =
            [Column(scene(ProfilePhrase.grid), .main)]
            + profile.columns.map { Column($0.title[language], .number) }
        let rows = profile.grids.map { grid in
            TableRow(
                [HTML(text: gridName(grid))]
                    + zip(profile.columns, grid.values).map { key, value in cell(key, value, grid) })
        }
        let total = TableRow(
            cells: [.words(scene(ProfilePhrase.all))] + profile.columns.map { .words(number($0)) })
        return Look.section(
            scene(ProfilePhrase.gridsTitle),
            note: HTML(text: scene(ProfilePhrase.gridsNote(profile.grids.count))),
            """
            \(Look.multiples(charts))
            \(numbers(Table(
                scene(ProfilePhrase.gridsTitle), columns, rows, total: total, shape: .tight)))
            """)
    }

    private func gridName(_ grid: Profile.Grid) -> String {
        language == .english && !grid.english.isEmpty ? grid.english : grid.name
    }

    private func cell(_ key: ProfileKey, _ value: Int64?, _ grid: Profile.Grid) -> HTML {
        guard model.opens, key.countsPeople, !key.isSensitive || model.opensSensitive, value ?? 0 > 0 else {
            return HTML(text: said(value))
        }
        return Look.link(said(value), link(to: key, in: grid.code))
    }

    // MARK: The whole table

    private var table: HTML {
        var columns = [
            Column(scene(ProfilePhrase.figure), .main), Column(scene(ProfilePhrase.count), .number),
        ]
        if model.before != nil {
            columns.append(Column(scene(ProfilePhrase.yearAgo), .number))
            columns.append(Column(scene(ProfilePhrase.change), .number))
        }
        let rows = profile.cells.map { cell in
            var cells: [HTML] = [HTML(text: cell.key.title[language]), opened(cell.key, cell.value)]
            if let before = model.before {
                cells.append(HTML(text: said(before[cell.key])))
                cells.append(HTML(text: change(cell.value, before[cell.key])))
            }
            return TableRow(cells)
        }
        return Look.section(
            scene(ProfilePhrase.tableTitle), note: share,
            Look.table(Table(scene(ProfilePhrase.tableTitle), columns, rows, shape: .tight), in: language))
    }

    private func opened(_ key: ProfileKey, _ value: Int64?) -> HTML {
        guard model.opens, key.countsPeople, !key.isSensitive || model.opensSensitive, value ?? 0 > 0 else {
            return HTML(text: said(value))
        }
        return Look.link(said(value), link(to: key, in: model.code))
    }

    private func change(_ now: Int64?, _ before: Int64?) -> String {
        guard let now, let before else { return "" }
        // A difference under the threshold is a small count too.
        if model.edition != nil, now != before, abs(now - before) < Int64(Profile.threshold) { return "" }
        return now == before ? "—" : now > before ? "＋\(now - before)" : "－\(before - now)"
    }

    /// 离退休老人和残疾人占23%。
    private var share: HTML? {
        guard let part = profile[.eldersAndDisabled], let all = profile[.people], all > 0 else { return nil }
        return HTML(text: scene(ProfilePhrase.share((part * 100 + all / 2) / all)))
    }

    // MARK: Foot

    private var foot: HTML {
        var sheet: Link = "/profile.xlsx"
        if let edition = model.edition {
            sheet = sheet.adding(query: "edition", edition)
        } else {
            sheet = sheet.adding(query: "day", profile.day.description)
            if let code = model.code { sheet = sheet.adding(query: "place", code) }
        }
        let exports = [NavItem(title: "XLSX", link: scene.link(sheet))]
        let rule = model.edition == nil ? ProfilePhrase.counted : .publicRule(Int(Profile.threshold))
        let others = model.editions.filter { $0 != model.edition }.compactMap { Quarter($0) }
        return """
            \(Look.note(HTML(text: scene(rule))))
            \(if: !others.isEmpty, editions(others))
            \(if: model.edition != nil && model.mayCount,
                Look.note(Look.link(scene(ProfilePhrase.now), scene.link("/profile"))))
            \(if: model.mayPublish, Look.section(scene(ProfilePhrase.publishTitle), hang: true,
                scene.form("/profile/editions", [], send: ProfilePhrase.publish, .line)))
            \(Look.note(Look.link(scene(GridsPhrase.seeOnMap), scene.link("/map"))))
            \(Look.pager(Pager(scene(ProfilePhrase.takeAway), exports: exports), in: language))
            """
    }

    private func editions(_ quarters: [Quarter]) -> HTML {
        let links = quarters.map { quarter in
            Look.link(
                scene(ProfilePhrase.editionName(quarter.year, quarter.number)),
                scene.link("/profile?edition=\(quarter.description)"))
        }
        return Look.note("\(scene(ProfilePhrase.published)) \(links.joined(by: "　"))")
    }
}
