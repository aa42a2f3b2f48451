import Actions
import Storage
import Values
import Web

/// The proposals of a community, and the form for another one.
struct GridsPage: Page {
    struct Model: Codable, Sendable {
        struct Line: Codable, Sendable {
            let number: Int64
            let author: String
            let made: Instant
            let state: GridProposal.State
            let from: Day?
        }

        let proposals: [Line]
        let grids: Int
        let areas: Int
        let buildings: Int
        let unplaced: Int
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        try visit.require(GridsRights.propose, on: visit.locality.path)
        let map = try PlaceMap(of: visit.community, reading)
        return Model(
            proposals: try ProposalStore.proposals(in: visit.community, reading).map {
                Model.Line(
                    number: $0.number, author: $0.author, made: $0.made, state: $0.state, from: $0.from)
            }, grids: map.grids.count, areas: map.areas.count, buildings: map.buildings.count,
            unplaced: map.buildings.count { $0.position == nil })
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(ProposalPhrase.proposals) }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        let fields = self.fields(model, scene)
        let making =
            model.unplaced > 0
            ? Look.empty(
                scene(GridsPhrase.unplaced(model.unplaced)),
                Look.acts(Look.button(scene(GridsPhrase.setPositions), scene.link("/map/positions"))))
            : scene.form("/grids", fields, send: ProposalPhrase.propose)
        return """
            \(Look.crumb([NavItem(title: scene(GridsPhrase.map), link: scene.link("/map"))],
                scene(ProposalPhrase.proposals), in: scene.language))
            \(Look.head(scene(ProposalPhrase.proposals),
                note: HTML(text: scene(ProposalPhrase.now(model.buildings, model.grids, model.areas)))))
            \(scene.faults(fields))
            \(if: model.proposals.isEmpty, Look.empty(scene(ProposalPhrase.noProposals)),
                else: list(model, scene))
            \(Look.section(scene(ProposalPhrase.proposeTitle),
                note: HTML(text: scene(ProposalPhrase.proposeNote)), hang: true, making))
            """
    }

    private func list(_ model: Model, _ scene: Scene) -> HTML {
        let columns = [
            Column(scene(ProposalPhrase.proposed), .main), Column(scene(ProposalPhrase.author), named: true),
            Column(scene(ProposalPhrase.day), named: true),
            Column(scene(ProposalPhrase.fromDay), named: true), Column(scene(ProposalPhrase.state)),
        ]
        let rows = model.proposals.map { line in
            TableRow(cells: [
                .link(scene(ProposalPhrase.proposalTitle(line.number)), scene.link("/grids/\(line.number)")),
                .words(line.author), .words(scene.moment(line.made)),
                .words(line.from?.long(scene.language) ?? ""),
                .stamp(line.state.title[scene.language], line.state.stamp),
            ])
        }
        return Look.table(Table(scene(ProposalPhrase.proposals), columns, rows), in: scene.language)
    }

    private func fields(_ model: Model, _ scene: Scene) -> [Field] {
        let grids = scene.field("grids", ProposalPhrase.howMany, .number)
        let seed = scene.field("seed", ProposalPhrase.seed, .number).hint(scene(ProposalPhrase.seedHint))
        return [
            scene.fields["grids"] == nil ? grids.value("\(model.grids)") : grids,
            scene.field("areas", ProposalPhrase.howManyAreas, .number).hint(scene(ProposalPhrase.areasHint))
                .mayBeEmpty(),
            Field(
                "likeness", scene(ProposalPhrase.likeness),
                .several(Likeness.allCases.map { Choice($0.rawValue, $0.title[scene.language]) })
            ).chosen(
                scene.fields["grids"] == nil
                    ? Likeness.allCases.map(\.rawValue) : scene.fields.all("likeness")
            ).fault(scene.fault("likeness")),
            scene.fields["seed"] == nil ? seed.value("1") : seed,
        ]
    }
}
