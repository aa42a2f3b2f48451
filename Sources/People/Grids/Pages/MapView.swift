import Values
import Web

/// How the place map looks: the map with its legend, the grids as a table, and who keeps them.
struct MapView {
    let model: MapModel
    let scene: Scene

    private var language: Language { scene.language }

    var whole: HTML {
        """
        \(Look.note(HTML(text: place)))
        \(Look.say(news))
        \(if: model.counts, Look.tabs(scene(GridsPhrase.load), loads))
        \(if: model.buildings.isEmpty, Look.empty(scene(GridsPhrase.emptyMap), toPositions), else: picture)
        \(if: model.unplaced > 0 && !model.buildings.isEmpty,
            Look.note(HTML(text: scene(GridsPhrase.unplaced(model.unplaced)))))
        <div class="gap-s">\(acts)</div>
        \(Look.section(scene(GridsPhrase.gridsTitle), id: "grids", table))
        \(if: model.areas.contains { $0.heads != nil }, Look.section(scene(GridsPhrase.headsTitle), heads))
        """
    }

    private var place: String { language == .english && !model.english.isEmpty ? model.english : model.place }

    private var news: HTML {
        let parts = [
            GridsPhrase.newsBuildings(model.buildings.count + model.unplaced), .newsGrids(model.grids.count),
            .newsAreas(model.areas.count),
        ]
        return parts.map { "<span class=\"nb\">\(scene($0))</span>" as HTML }
            .joined(by: language == .english ? " " : .empty)
    }

    private var loads: [Tab] {
        let none = Tab(scene(GridsPhrase.noLoad), scene.link("/map"), current: model.load == nil)
        return [none]
            + LoadKind.allCases.map { kind in
                Tab(
                    kind.title[language], scene.link("/map").setting(query: "load", kind.rawValue),
                    current: model.load == kind)
            }
    }

    // MARK: The picture

    private var steps: LoadSteps? {
        let values = model.buildings.compactMap(\.load)
        return values.isEmpty ? nil : LoadSteps(values)
    }

    private var drawing: PlanDrawing {
        let steps = steps
        let items = model.buildings.map { building in
            PlanDrawing.Item(
                title: title(of: building), link: link(to: building), position: building.position,
                stairwells: building.stairwells, grid: building.grid,
                step: building.load.flatMap { steps?.step(of: $0) })
        }
        let grids = model.grids.map { grid in
            PlanDrawing.Grid(title: name(of: grid), area: grid.area ?? model.areas.count)
        }
        let said = model.load.map { scene(GridsPhrase.mapWith(place, $0.title[language])) }
        return PlanDrawing("map", said ?? scene(GridsPhrase.mapOf(place)), items, grids: grids)
    }

    private func name(of grid: MapModel.Grid) -> String {
        language == .english && !grid.english.isEmpty ? grid.english : grid.name
    }

    private func title(of building: MapModel.Building) -> String {
        let name = language == .english ? building.english : building.name
        return building.load.map { scene(GridsPhrase.buildingWith(name, Int($0))) } ?? name
    }

    private func link(to building: MapModel.Building) -> Link {
        model.opensPlaces
            ? scene.link("/places/\(building.code)")
            : scene.link("/say").setting(query: "at", building.code)
    }

    private var picture: HTML {
        let drawing = drawing, press = model.opensPlaces ? GridsPhrase.pressStaff : .press
        return """
            <p><a class="skip-map" href="#grids">\(scene(GridsPhrase.toTable))</a></p>
            \(Look.planPatterns)
            <figure>\(Look.plan(drawing.picture))
            <figcaption>\(scene(GridsPhrase.mapNote)) \
            <span class="no-print">\(scene(press))</span></figcaption>
            </figure>
            \(steps.map(stepLegend))
            \(legend(drawing))
            """
    }

    private func stepLegend(_ steps: LoadSteps) -> HTML {
        let unit = model.load?.title[language] ?? ""
        return """
            <ul class="legend"><li>\(unit)</li>\(steps.ranges.enumerated(), each: {
                "<li>\(Look.planStep($0.offset))\($0.element)</li>"
            })</ul>
            """
    }

    /// Each area as it is filled, with its grids, whose names stand on the map: tints come again.
    private func legend(_ drawing: PlanDrawing) -> HTML {
        let grids = Dictionary(grouping: model.grids.filter { $0.buildings > 0 }, by: \.area)
        let joined = language == .english ? ", " : "、"
        let areas = model.areas.enumerated().compactMap { index, area in
            grids[index].map {
                (
                    swatch: Look.planSwatch(tint: drawing.tints[index]), name: name(of: area),
                    grids: $0.map { name(of: $0) }.joined(separator: joined)
                )
            }
        }
        return """
            <ul class="legend areas">\(areas, each: {
                "<li>\($0.swatch)<b>\($0.name)</b> \($0.grids)</li>"
            })</ul>
            """
    }

    private func name(of area: MapModel.Area) -> String {
        language == .english && !area.english.isEmpty ? area.english : area.name
    }

    private var toPositions: HTML? {
        model.mayPosition
            ? Look.acts(Look.button(scene(GridsPhrase.setPositions), scene.link("/map/positions"))) : nil
    }

    private var acts: HTML {
        Look.acts(
            model.mayPropose
                ? Look.button(scene(ProposalPhrase.proposals), scene.link("/grids"), .line) : .empty,
            model.mayKeep
                ? Look.button(scene(GridsPhrase.assign), scene.link("/map/keepers"), .line) : .empty,
            model.mayPosition && !model.buildings.isEmpty
                ? Look.button(scene(GridsPhrase.setPositions), scene.link("/map/positions"), .line) : .empty)
    }

    // MARK: The table

    private var table: HTML {
        let showsKeepers = model.grids.contains { $0.leaders != nil }
        var columns = [
            Column(scene(GridsPhrase.grid), .main), Column(scene(GridsPhrase.area), named: true),
        ]
        if showsKeepers { columns.append(Column(scene(GridsPhrase.leader), named: true)) }
        columns.append(Column(scene(GridsPhrase.buildings), .number))
        if model.counts { columns += LoadKind.allCases.map { Column($0.title[language], .number) } }
        let rows = model.grids.map { grid -> TableRow in
            var cells: [RowCell] = [.words(name(of: grid)), .words(areaName(of: grid))]
            if showsKeepers { cells.append(.piece(keepers(grid.leaders ?? [], GridsPhrase.noLeader))) }
            cells.append(.words("\(grid.buildings)"))
            if model.counts {
                cells += LoadKind.allCases.map { kind in .words(grid.load.map { "\($0[kind])" } ?? "") }
            }
            return TableRow(cells: cells)
        }
        return Look.table(Table(scene(GridsPhrase.gridsTitle), columns, rows), in: language)
    }

    private func areaName(of grid: MapModel.Grid) -> String {
        grid.area.map { name(of: model.areas[$0]) } ?? ""
    }

    private func keepers(_ names: [String], _ none: GridsPhrase) -> HTML {
        names.isEmpty
            ? Look.stamp(scene(none), .you)
            : HTML(text: names.joined(separator: language == .english ? ", " : "、"))
    }

    private var heads: HTML {
        Look.facts(
            model.areas.map { area in
                (name: name(of: area), value: keepers(area.heads ?? [], .noHead))
            })
    }
}

/// Four steps of a load, so that about as many buildings stand on each.
struct LoadSteps {
    /// The least of each step, ascending.
    private let starts: [Int64]
    private let most: Int64

    init(_ values: [Int64]) {
        let sorted = values.sorted()
        most = sorted.last ?? 0
        var starts: [Int64] = []
        for quarter in 0..<4 where !sorted.isEmpty {
            let start = sorted[sorted.count * quarter / 4]
            if starts.last.map({ $0 < start }) ?? true { starts.append(start) }
        }
        self.starts = starts
    }

    func step(of value: Int64) -> Int { (starts.lastIndex { $0 <= value }) ?? 0 }

    /// `3–8`, a text for each step.
    var ranges: [String] {
        starts.enumerated().map { index, start in
            let end = index + 1 < starts.count ? starts[index + 1] - 1 : most
            return end > start ? "\(start)–\(end)" : "\(start)"
        }
    }
}
