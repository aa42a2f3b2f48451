import Actions
import Methods
import Storage
import Values
import Web

/// One proposal: today beside it, the figures of both, and a building to be put elsewhere by hand.
struct ProposalPage: Page {
    struct Model: Codable, Sendable {
        struct Building: Codable, Sendable {
            let code: String
            let name: String
            let english: String
            let position: PlanPosition
            let stairwells: Int
            /// The index of today's grid; nil for none.
            let today: Int?
            /// The number of the proposed grid.
            let grid: Int
            let isByHand: Bool
            /// Whether another grid begins beside it.
            let isBoundary: Bool
        }

        /// A grid into which the chosen building may go, and what both would have then.
        struct Target: Codable, Sendable {
            let grid: Int
            let households: Int64
            let deviation: Int
            let leftHouseholds: Int64
            let leftDeviation: Int
        }

        let number: Int64
        let author: String
        let made: Instant
        let decided: Instant?
        let state: GridProposal.State
        let likeness: [Likeness]
        /// How much more alike buildings of a grid are than today, in thousandths.
        let moreAlike: Int?
        let today: ProposalFigures
        let proposed: ProposalFigures
        let divisions: [GridPlan.Division]
        let todayGrids: [TodayGrid]
        let buildings: [Building]
        let moved: Int
        /// The code of the building in hand.
        let chosen: String?
        let targets: [Target]
        let mayChange: Bool
        let mayAdopt: Bool
        /// From which day on it is, or is to be, in force.
        let from: Day?
        let asked: Day
        /// What stood against it when its day came, or stands against it now while it is awaited.
        let hindrance: GridsRefusal?
        let mayCallBack: Bool

        struct TodayGrid: Codable, Sendable {
            let name: String
            let english: String
            let area: Int
            /// Whether it does not go on.
            let ends: Bool
        }
    }

    static let query: [Input] = [Input("at", GridsPhrase.building.text, .line(60))]

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        guard let number = Int64(try visit.parameter("number")),
            let proposal = try ProposalStore.proposal(number, in: visit.community, reading)
        else { throw GridsRefusal.proposalNotFound }
        try visit.require(GridsRights.propose, on: proposal)
        let plan = try ProposalStore.plan(of: number, in: visit.community, reading)
        let isDraft = proposal.state == .draft
        let book = try ProposalBook(plan, in: visit.community, reading)
        let buildings = book.buildings
        let asked = isDraft ? visit.value("at") ?? "" : ""
        let chosen =
            buildings.firstIndex { $0.code == asked }
            ?? buildings.firstIndex { $0.name == asked || $0.english == asked }
        let moreAlike =
            proposal.spreadToday > 0
            ? Int((proposal.spreadToday - proposal.spread) * 1000 / proposal.spreadToday) : nil
        return Model(
            number: number, author: proposal.author, made: proposal.made, decided: proposal.decided,
            state: proposal.state, likeness: Likeness.allCases.filter(proposal.likeness.contains),
            moreAlike: moreAlike, today: try book.todayFigures(), proposed: try book.figures(),
            divisions: plan.divisions, todayGrids: book.todayGrids, buildings: buildings,
            moved: plan.buildings.count { book.goesElsewhere($0) },
            chosen: chosen.map { buildings[$0].code }, targets: chosen.map(book.targets) ?? [],
            mayChange: isDraft, mayAdopt: isDraft && visit.allows(GridsRights.adopt, on: proposal),
            from: proposal.from, asked: visit.now.day(in: .shanghai),
            hindrance: try hindrance(proposal, plan, reading),
            mayCallBack: proposal.state == .awaited && visit.allows(GridsRights.adopt, on: proposal))
    }

    private func hindrance(
        _ proposal: GridProposal, _ plan: GridPlan, _ reading: any Reading
    ) throws -> GridsRefusal? {
        if proposal.state == .draft { return GridsRefusal.allCases.first { $0.name == proposal.hindrance } }
        guard proposal.state == .awaited, let top = try PlaceStore.place(at: proposal.path, reading) else {
            return nil
        }
        let buildings = try PlaceStore.buildings(below: top.path, reading).filter { $0.community == top.id }
        return Set(buildings.map(\.id)) == Set(plan.buildings.map(\.place)) ? nil : .outdated
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(ProposalPhrase.proposalTitle(model.number)) }

    func view(_ model: Model, _ scene: Scene) -> HTML { ProposalView(model: model, scene: scene).whole }
}

/// A proposal with the names of its places as they were: by now some may be closed.
private struct ProposalBook {
    let plan: GridPlan
    private let neighbors: [[Int]]
    private let places: [Identifier: Place]
    private let stairwells: [PlacePath: Int]
    /// Today's grids in the order of the tree.
    private let grids: [Place]
    private let areas: [Place]

    init(_ plan: GridPlan, in community: Identifier, _ reading: any Reading) throws {
        self.plan = plan
        neighbors = PlanNeighbors.neighbors(of: plan.buildings.map(\.position.point))
        let ids =
            plan.buildings.flatMap { [$0.place, $0.today].compactMap { $0 } }
            + plan.divisions.compactMap(\.keeps)
        var places = try PlaceStore.places(Array(Set(ids)), in: community, reading)
        // The areas in which today's grids stand, or stood.
        let above = places.values.filter { $0.kind == .grid }.compactMap(\.parent)
        places.merge(try PlaceStore.places(Array(Set(above)), in: community, reading)) { first, _ in first }
        self.places = places
        let today = Set(plan.buildings.compactMap(\.today))
        grids = today.compactMap { places[$0] }.inTreeOrder(\.path)
        areas = Set(grids.compactMap(\.parent)).compactMap { places[$0] }.inTreeOrder(\.path)
        let paths = plan.buildings.compactMap { places[$0.place]?.path }
        let name = PlaceKind.stairwell.figure
        stairwells = try FigureStore.figures([name], at: paths, in: community, reading)
            .mapValues { Int($0[name] ?? 0) }
    }

    private func todayIndex(_ building: GridPlan.Building) -> Int? {
        building.today.flatMap { id in grids.firstIndex { $0.id == id } }
    }

    var todayGrids: [ProposalPage.Model.TodayGrid] {
        let kept = Set(plan.grids.compactMap(\.keeps))
        return grids.map { grid in
            ProposalPage.Model.TodayGrid(
                name: grid.name, english: grid.english,
                area: areas.firstIndex { $0.id == grid.parent } ?? 0, ends: !kept.contains(grid.id))
        }
    }

    /// Whether the building's grid is not today's one that goes on.
    func goesElsewhere(_ building: GridPlan.Building) -> Bool {
        let grid = plan.grids.first { $0.number == building.grid }
        return grid?.keeps == nil || grid?.keeps != building.today
    }

    var buildings: [ProposalPage.Model.Building] {
        plan.buildings.enumerated().map { index, building in
            let place = places[building.place]
            let area = building.today.flatMap { places[$0]?.parent }.flatMap { places[$0] }
            return ProposalPage.Model.Building(
                code: place?.code ?? "", name: (area?.name ?? "") + (place?.name ?? ""),
                english: [area?.english ?? "", place?.english ?? ""].joined(separator: " "),
                position: building.position, stairwells: place.flatMap { stairwells[$0.path] } ?? 1,
                today: todayIndex(building), grid: building.grid, isByHand: building.isByHand,
                isBoundary: neighbors[index].contains { plan.buildings[$0].grid != building.grid })
        }
    }

    /// Those that go on in the order of the tree, then the new ones.
    func figures() throws -> ProposalFigures {
        let kept = plan.grids.filter { $0.keeps.map { places[$0] != nil } ?? false }
            .inTreeOrder { $0.keeps.flatMap { places[$0]?.path } ?? .root }
        let ordered = kept + plan.grids.filter { grid in !kept.contains { $0.number == grid.number } }
        let rank = Dictionary(ordered.enumerated().map { ($0.element.number, $0.offset) }) { first, _ in first
        }
        let labels = plan.buildings.map { rank[$0.grid] ?? -1 }
        return try ProposalFigures(plan.buildings, labels: labels, neighbors: neighbors) { label in
            guard ordered.indices.contains(label) else { return .nothing }
            let area = plan.areas.first { $0.number == ordered[label].area }
            return .init(
                name: ordered[label].name, english: ordered[label].english, area: area?.name ?? "",
                areaEnglish: area?.english ?? "")
        }
    }

    func todayFigures() throws -> ProposalFigures {
        let labels = plan.buildings.map { todayIndex($0) ?? -1 }
        return try ProposalFigures(plan.buildings, labels: labels, neighbors: neighbors) { label in
            guard grids.indices.contains(label) else { return .nothing }
            let area = grids[label].parent.flatMap { places[$0] }
            return .init(
                name: grids[label].name, english: grids[label].english, area: area?.name ?? "",
                areaEnglish: area?.english ?? "")
        }
    }

    /// The grids beside a building, with what they and its own would have if it went there.
    func targets(of index: Int) -> [ProposalPage.Model.Target] {
        let own = plan.buildings[index], mine = own.load.households
        let totals = Dictionary(grouping: plan.buildings, by: \.grid)
            .mapValues { $0.reduce(Int64(0)) { $0 + $1.load.households } }
        let even = Double(totals.values.reduce(0, +)) / Double(max(1, totals.count))
        let beside = Set(neighbors[index].map { plan.buildings[$0].grid }).subtracting([own.grid])
        return beside.sorted().map { grid in
            let there = (totals[grid] ?? 0) + mine, left = (totals[own.grid] ?? 0) - mine
            return ProposalPage.Model.Target(
                grid: grid, households: there,
                deviation: ProposalFigures.deviation(Double(there), even), leftHouseholds: left,
                leftDeviation: ProposalFigures.deviation(Double(left), even))
        }
    }
}
