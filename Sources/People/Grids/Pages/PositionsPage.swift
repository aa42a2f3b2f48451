import Actions
import Storage
import Values
import Web

/// Where buildings stand: a table of coordinates to bring, and the buildings of one grid to drag or to write.
struct PositionsPage: Page {
    struct Model: Codable, Sendable {
        let buildings: [Building]
        let grids: [Grid]
        /// The code of the grid whose buildings are changed.
        let grid: String
        let unplaced: Int

        struct Grid: Codable, Sendable {
            let code: String
            let name: String
            let english: String
        }

        struct Building: Codable, Sendable {
            let id: Identifier
            let code: String
            let name: String
            let english: String
            let stairwells: Int
            let position: PlanPosition?
            /// Whether it is of the grid whose buildings are changed.
            let isChosen: Bool
        }
    }

    static let query: [Input] = [Input("grid", GridsPhrase.grid.text, .line(60))]

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        try visit.require(GridsRights.position, on: visit.locality.path)
        let map = try PlaceMap(of: visit.community, reading)
        let asked = visit.value("grid") ?? ""
        let without = map.buildings.first { $0.position == nil }?.grid
        let chosen = map.grids.first { $0.code == asked } ?? without ?? map.grids.first
        return Model(
            buildings: map.buildings.map { building in
                Model.Building(
                    id: building.id, code: building.code, name: building.fullName,
                    english: building.title(.english), stairwells: building.stairwells,
                    position: building.position, isChosen: building.grid?.id == chosen?.id)
            },
            grids: map.grids.map { grid in
                let area = map.areas.first { $0.path.contains(grid.path) }
                return Model.Grid(
                    code: grid.code, name: [area?.name ?? "", grid.name].joined(separator: " "),
                    english: [area?.english ?? "", grid.english].joined(separator: " "))
            }, grid: chosen?.code ?? "", unplaced: map.buildings.count { $0.position == nil })
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(GridsPhrase.setPositions) }

    func view(_ model: Model, _ scene: Scene) -> HTML { PositionsView(model: model, scene: scene).whole }
}

/// How the page of positions looks.
struct PositionsView {
    let model: PositionsPage.Model
    let scene: Scene

    private var language: Language { scene.language }

    var whole: HTML {
        """
        \(Look.crumb([NavItem(title: scene(GridsPhrase.map), link: scene.link("/map"))],
            scene(GridsPhrase.setPositions), in: language))
        \(Look.head(scene(GridsPhrase.setPositions),
            note: HTML(text: scene(GridsPhrase.positionsLead(model.unplaced)))))
        \(scene.faults(bringing))
        \(Look.section(scene(GridsPhrase.bring), note: HTML(text: scene(GridsPhrase.bringNote)),
            hang: true, bring))
        \(Look.section(scene(GridsPhrase.byHand), note: HTML(text: scene(GridsPhrase.byHandNote)), byHand))
        """
    }

    private var bringing: [Field] {
        [
            scene.field(
                "file", GridsPhrase.file, .file(accept: ".csv,.xlsx", megabytes: 4, several: false))
        ]
    }

    private var bring: HTML {
        let send = Look.acts(Look.send(scene(GridsPhrase.bringSend), .line))
        return Look.form(
            scene.link("/map/positions/file"), frame: scene.frame, rid: scene.rid, files: true,
            "\(Look.fields(bringing, in: language))\(send)")
    }

    private func name(_ building: PositionsPage.Model.Building) -> String {
        language == .english ? building.english : building.name
    }

    private var byHand: HTML {
        let choices = model.grids.map { Choice($0.code, language == .english ? $0.english : $0.name) }
        let field = Field("grid", scene(GridsPhrase.grid), .select(choices)).value(model.grid)
        let choose = Look.choosing(
            scene.link("/map/positions"), field, send: scene(GridsPhrase.lookAtGrid), in: language)
        return "\(choose)\(plan)\(form)"
    }

    private var plan: HTML {
        let items = model.buildings.compactMap { building in
            building.position.map { position in
                PlanDrawing.Item(
                    title: name(building), link: nil, position: position, stairwells: building.stairwells,
                    grid: nil, isCurrent: building.isChosen,
                    mark: building.isChosen ? building.id.description : nil)
            }
        }
        if items.isEmpty { return .empty }
        let drawing = PlanDrawing("drag", scene(GridsPhrase.dragMap), items, grids: [])
        return "<figure>\(Look.plan(drawing.picture, dragged: true))</figure>"
    }

    private var form: HTML {
        let rows = model.buildings.filter(\.isChosen)
        let columns = [
            Column(scene(GridsPhrase.building), .main), Column(scene(GridsPhrase.east), named: true),
            Column(scene(GridsPhrase.north), named: true),
        ]
        let table = Table(
            scene(GridsPhrase.byHand), columns,
            rows.map { building in
                TableRow(cells: [
                    .words(name(building)),
                    .piece(
                        number(
                            "east-\(building.id)", GridsPhrase.eastOf(name(building)), building.position?.east
                        )),
                    .piece(
                        number(
                            "north-\(building.id)", GridsPhrase.northOf(name(building)),
                            building.position?.north)),
                ])
            })
        let send = Look.acts(Look.send(scene(GridsPhrase.keepPositions)))
        let grid: HTML = "<input type=\"hidden\" name=\"grid\" value=\"\(model.grid)\">"
        return Look.form(
            scene.link("/map/positions"), frame: scene.frame, rid: scene.rid,
            "\(grid)\(Look.table(table, in: language))\(send)"
        )
    }

    private func number(_ name: String, _ label: GridsPhrase, _ value: Int64?) -> HTML {
        let kept = scene.fields[name] ?? value.map { "\($0)" } ?? ""
        return """
            <input class="in" inputmode="numeric" name="\(name)" value="\(kept)" aria-label="\(scene(label))">
            """
    }
}
