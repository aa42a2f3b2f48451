import Actions
import Storage
import Values
import Web

/// The register's list: who lives where, found by name, first letters, telephone, number or place; masked.
struct RegisterPage: Page {
    struct Model: Codable, Sendable {
        let filter: RegisterFilter
        let rows: [RegisterRow]
        let count: Int?
        let next: String?
        let place: String
        let places: [ProfilePage.Model.Choice]
        let groups: [SpecialGroup]
        let mayMerge: Bool
        let maySeeHomes: Bool
        let mayExport: Bool
        let mayExportOpen: Bool
    }

    static let query: [Input] = [
        Input("q", RegisterPhrase.find.text, .line(60)),
        Input("place", ProfilePhrase.place.text, .line(60)),
        Input("group", RegisterPhrase.group.text, .choice([])),
        .choice("figure", RegisterPhrase.figure.text, of: ProfileKey.self),
        .choice("sort", RegisterPhrase.sort.text, of: HouseholdSort.self),
        Input("day", ProfilePhrase.day.text, .day),
        Input("after", Text("从哪里往后", "After"), .line(200)),
    ]

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let top = try place(visit, reading)
        try visit.require(RegisterRights.see, on: top)
        let opensAll = visit.allows(RegisterRights.sensitive, on: top)
        let groups = try GroupStore.groups(in: visit.community, reading).filter {
            opensAll || !$0.isSensitive
        }
        let filter = Self.filter(visit, groups, opensAll: opensAll)
        let list = RegisterList(
            community: visit.community, top: top, today: visit.now.day(in: .shanghai),
            keys: visit.house.keys, reading: reading)
        let (rows, next, count) = try list.page(filter)
        let whole = try PlaceStore.top(of: visit.community, reading)
        let places =
            try whole.map { whole in
                try PlaceStore.places(.area, below: whole.path, reading)
                    + PlaceStore.places(.grid, below: whole.path, reading)
            } ?? []
        return Model(
            filter: filter, rows: rows, count: count, next: next, place: top.name,
            places: places.filter { visit.allows(RegisterRights.see, on: $0) }.map {
                ProfilePage.Model.Choice(code: $0.code, name: $0.name, english: $0.english)
            }, groups: groups, mayMerge: visit.allows(RegisterRights.merge, on: top),
            maySeeHomes: visit.allows(RegisterRights.homes, on: top),
            mayExport: visit.allows(PrivacyRights.export, on: top),
            mayExportOpen: visit.allows(PrivacyRights.exportOpen, on: top))
    }

    private func place(_ visit: Visit, _ reading: any Reading) throws -> Place {
        let code = visit.value("place") ?? ""
        let place =
            try code.isEmpty
            ? PlaceStore.place(at: visit.top(for: RegisterRights.see), reading)
            : PlaceStore.place(code: code, in: visit.community, reading)
        guard let place else { throw PeopleRefusal.placeNotFound }
        return place
    }

    private static func filter(_ visit: Visit, _ groups: [SpecialGroup], opensAll: Bool) -> RegisterFilter {
        var filter = RegisterFilter()
        filter.words = String((visit.value("q") ?? "").prefix(60))
        filter.place = visit.value("place").flatMap { $0.isEmpty ? nil : $0 }
        filter.group = visit.value("group").flatMap { code in groups.first { $0.code == code }?.code }
        filter.figure = visit.value("figure").flatMap(ProfileKey.init).flatMap {
            $0.countsPeople && (opensAll || !$0.isSensitive) ? $0 : nil
        }
        filter.sort = visit.value("sort").flatMap(HouseholdSort.init)
        filter.day = visit.value("day").flatMap { Day($0) }
        filter.after = visit.value("after").map { String($0.prefix(200)) }
        return filter
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(RegisterPhrase.title) }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        let export = ExportForm(
            to: "/register/export", carrying: [("place", model.filter.place ?? "")],
            mayOpen: model.mayExportOpen, scene: scene)
        let pager = Pager(
            scene(RegisterPhrase.shown(model.rows.count)), next: model.next.map { next(model, $0, scene) })
        return """
            \(Look.dayline(scene(RegisterPhrase.title), beside(model, scene)))
            \(scene.faults(model.mayExport ? export.fields : []))
            \(Look.filters(scene.link("/register"), fields(model, scene), in: scene.language))
            \(Look.note(HTML(text: summary(model, scene))))
            \(if: model.rows.isEmpty, Look.empty(scene(RegisterPhrase.nobody)), else: table(model, scene))
            \(Look.pager(pager, in: scene.language))
            \(if: model.mayExport, export.whole)
            """
    }

    private func beside(_ model: Model, _ scene: Scene) -> [HTML] {
        let note = Look.note(HTML(text: scene(RegisterPhrase.maskedNote)))
        let lists = Look.link(scene(MonthlyPhrase.title), scene.link("/register/lists"))
        var beside = [note, Look.note(lists)]
        if model.mayMerge {
            beside.append(
                Look.note(Look.link(scene(RegisterPhrase.duplicates), scene.link("/register/duplicates"))))
        }
        if model.maySeeHomes {
            beside.append(Look.note(Look.link(scene(HomePhrase.list), scene.link("/register/homes"))))
        }
        return beside
    }

    private func fields(_ model: Model, _ scene: Scene) -> [Field] {
        let language = scene.language
        let any = Choice("", scene(RegisterPhrase.any))
        let places = model.places.map { place in
            Choice(place.code, language == .english && !place.english.isEmpty ? place.english : place.name)
        }
        return [
            Field("q", scene(RegisterPhrase.find), .search).value(model.filter.words),
            Field("place", scene(ProfilePhrase.place), .select([any] + places)).value(model.filter.place),
            Field(
                "group", scene(RegisterPhrase.group),
                .select([any] + model.groups.map { Choice($0.code, $0.name.text[language]) })
            ).value(model.filter.group),
            Field(
                "sort", scene(RegisterPhrase.sort),
                .select([any] + HouseholdSort.allCases.map { Choice($0.rawValue, $0.title[language]) })
            ).value(model.filter.sort?.rawValue),
        ]
    }

    private func summary(_ model: Model, _ scene: Scene) -> String {
        let count = model.count.map { scene(RegisterPhrase.counted(model.place, $0)) } ?? ""
        guard let figure = model.filter.figure else { return count }
        return scene(RegisterPhrase.ofFigure(figure.title[scene.language])) + count
    }

    private func next(_ model: Model, _ after: String, _ scene: Scene) -> Link {
        var link: Link = "/register"
        let filter = model.filter
        for (name, value) in [
            ("place", filter.place), ("group", filter.group), ("figure", filter.figure?.rawValue),
            ("sort", filter.sort?.rawValue), ("day", filter.day?.description),
        ] {
            if let value { link = link.setting(query: name, value) }
        }
        return scene.link(link.adding(query: "after", after))
    }

    private func table(_ model: Model, _ scene: Scene) -> HTML {
        let columns = [
            Column(scene(RegisterPhrase.name), .main), Column(scene(RegisterPhrase.sex), named: true),
            Column(scene(RegisterPhrase.age), .number), Column(scene(RegisterPhrase.address), named: true),
            Column(scene(RegisterPhrase.standing), named: true),
        ]
        let rows = model.rows.map { row in
            let address = HTML(text: row.address)
            return TableRow([
                Look.link(row.name, scene.link("/register/people/\(row.id)")),
                HTML(text: row.sex.title[scene.language]), "\(row.age)",
                row.household.map { Look.link(row.address, scene.link("/register/households/\($0)")) }
                    ?? address,
                HTML(text: row.standing?.title[scene.language] ?? scene(RegisterPhrase.gone)),
            ])
        }
        return Look.table(Table(scene(RegisterPhrase.title), columns, rows), in: scene.language)
    }
}

/// Who may stand in the register twice, pair by pair.
struct DuplicatesPage: Page {
    struct Model: Codable, Sendable {
        struct Pair: Codable, Sendable {
            let first: RegisterRow
            let second: RegisterRow
            let reason: DuplicateStore.Pair.Reason
        }

        let pairs: [Pair]
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        guard let top = try PlaceStore.top(of: visit.community, reading) else {
            throw PeopleRefusal.placeNotFound
        }
        try visit.require(RegisterRights.merge, on: top)
        let list = RegisterList(
            community: visit.community, top: top, today: visit.now.day(in: .shanghai),
            keys: visit.house.keys, reading: reading)
        let pairs = try DuplicateStore.pairs(in: visit.community, reading)
        let rows = Dictionary(
            try list.rows(Array(Set(pairs.flatMap { [$0.first, $0.second] }))).map { ($0.id, $0) }
        ) { first, _ in first }
        return Model(
            pairs: pairs.compactMap { pair in
                guard let first = rows[pair.first], let second = rows[pair.second] else { return nil }
                return Model.Pair(first: first, second: second, reason: pair.reason)
            })
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(RegisterPhrase.duplicates) }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        """
        \(Look.dayline(title(model, scene), [Look.note(HTML(text: scene(RegisterPhrase.duplicatesNote)))]))
        \(scene.faults([]))
        \(if: model.pairs.isEmpty, Look.empty(scene(RegisterPhrase.noDuplicates)),
            else: Look.rows(model.pairs.map { row($0, scene) }))
        """
    }

    private func row(_ pair: Model.Pair, _ scene: Scene) -> ListRow {
        func said(_ row: RegisterRow) -> HTML {
            """
            \(Look.link(row.name, scene.link("/register/people/\(row.id)")))　\
            \(scene(RegisterPhrase.aged(row.age)))　\(row.address)
            """
        }
        return ListRow(
            """
            <div class="flow"><p>\(said(pair.first))<br>\(said(pair.second))</p>\
            \(scene.form("/register/merge", [
                Field("kept", "", .hidden).value("\(pair.first.id)"),
                Field("gone", "", .hidden).value("\(pair.second.id)"),
            ], send: RegisterPhrase.merge, .small))</div>
            """, when: pair.reason.title[scene.language])
    }
}
