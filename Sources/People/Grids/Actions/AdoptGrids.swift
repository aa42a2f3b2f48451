public import Actions
import Storage
public import Values

/// Puts a proposal into force from today on: grids and areas are made, moved and closed, buildings go to their
/// grids with all that stands in them, and whoever kept a place that is no more keeps the one that took most
/// of its homes.
///
/// Where everything stood before is kept for its days, so that no figure of a day before today changes.
struct AdoptGrids: Action {
    static let name = "grids.adopt"
    static let right = GridsRights.adopt

    let proposal: Int64

    init(_ proposal: Int64) { self.proposal = proposal }

    func subject(in work: Work) throws -> GridProposal { try work.draft(proposal) }

    func run(on draft: GridProposal, in work: Work) throws -> Done {
        let plan = try ProposalStore.plan(of: proposal, in: work.community, work.database)
        let map = try PlaceMap(of: work.community, work.database)
        guard Set(plan.buildings.map(\.place)) == Set(map.buildings.map(\.id)) else {
            throw GridsRefusal.outdated
        }
        var taking = Taking(plan: plan, map: map, work: work)
        try taking.placeAreas()
        try taking.placeGrids()
        try taking.placeBuildings()
        // Told first: whoever loses a role below hands over needs that stand where they belong.
        work.tell(GridsAdopted(community: work.community, moves: taking.moves))
        try taking.closeTheRest()
        try ProposalStore.decide(.adopted, proposal, in: work)
        return Done()
    }

    func object(of subject: GridProposal, _ answer: Done, in work: Work) -> Identifier { subject.id }
}

/// Buildings and grids went to other places of the tree, in this order.
public struct GridsAdopted: Fact {
    public let community: Identifier
    public let moves: [PlaceMoved]
}

/// One adoption under way.
private struct Taking {
    let plan: GridPlan
    let map: PlaceMap
    let work: Work
    private(set) var moves: [PlaceMoved] = []
    /// The places that the proposed areas and grids have become, by number.
    private var areas: [Int: Identifier] = [:], grids: [Int: Identifier] = [:]

    init(plan: GridPlan, map: PlaceMap, work: Work) {
        self.plan = plan
        self.map = map
        self.work = work
    }

    mutating func placeAreas() throws {
        for area in plan.areas { areas[area.number] = try stand(area, below: map.top.id) }
    }

    mutating func placeGrids() throws {
        for grid in plan.grids {
            guard let above = grid.area.flatMap({ areas[$0] }) else { throw GridsRefusal.outdated }
            grids[grid.number] = try stand(grid, below: above)
        }
    }

    mutating func placeBuildings() throws {
        for building in plan.buildings {
            guard let grid = grids[building.grid] else { throw GridsRefusal.outdated }
            try move(building.place, below: grid)
        }
    }

    /// The place that a proposed one goes on as, where it is to stand; a new one where there is none.
    private mutating func stand(_ division: GridPlan.Division, below above: Identifier) throws -> Identifier {
        if let kept = division.keeps {
            guard try !PlaceStore.isClosed(kept, in: work.community, work.database) else {
                throw GridsRefusal.outdated
            }
            // Where a community has no areas, the whole of it stands for one.
            if kept != map.top.id { try move(kept, below: above) }
            return kept
        }
        let place = try work.place(above)
        let new = NewPlace(division.kind, division.name, english: division.english)
        let made = try AddPlaces(below: above, [new]).run(on: place, in: work)[0]
        try PastPlaceStore.noteNew(made, in: work)
        return made
    }

    private mutating func move(_ id: Identifier, below above: Identifier) throws {
        let place = try work.place(id)
        guard place.parent != above else { return }
        moves.append(try work.carry(place, below: try work.place(above)))
    }

    /// Closes the grids, then the areas, that the proposal does not go on with.
    func closeTheRest() throws {
        try close(map.grids, but: Set(grids.values), .grid, keeper: successors(\.grid?.id) { grids[$0.grid] })
        let areaOf = Dictionary(plan.grids.map { ($0.number, $0.area) }) { first, _ in first }
        try close(
            map.areas, but: Set(areas.values), .area,
            keeper: successors(\.area?.id) { building in
                areaOf[building.grid].flatMap { $0 }.flatMap { areas[$0] }
            })
    }

    private func close(
        _ places: [Place], but kept: Set<Identifier>, _ kind: PlaceKind, keeper: [Identifier: Identifier]
    ) throws {
        for place in places where !kept.contains(place.id) {
            let place = try work.place(place.id)
            guard
                try PlaceStore.children(of: place.id, in: work.community, work.database, limit: 1).isEmpty
            else { throw GridsRefusal.looseHomes }
            _ = try ClosePlace(place.id).run(on: place, in: work)
            try Grants(of: place, in: work).pass(to: try keeper[place.id].map { try work.place($0) })
        }
    }

    /// For each place of today the one that takes most of its households.
    private func successors(
        _ place: (MapBuilding) -> Identifier?, _ target: (GridPlan.Building) -> Identifier?
    ) -> [Identifier: Identifier] {
        let planned = Dictionary(plan.buildings.map { ($0.place, $0) }) { first, _ in first }
        var shared: [Identifier: [Identifier: Int64]] = [:]
        for building in map.buildings {
            guard let old = place(building), let after = planned[building.id], let new = target(after) else {
                continue
            }
            shared[old, default: [:]][new, default: 0] += after.load.households + 1
        }
        return shared.compactMapValues { $0.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }
    }
}

/// The roles that were given at a place which is no more.
private struct Grants {
    let work: Work
    let given: [GivenRole]

    init(of place: Place, in work: Work) throws {
        self.work = work
        given = try GrantStore.roles(at: place.id, in: work.community, work.database)
    }

    /// Ends them here and gives them anew at the place that goes on; without one they end.
    func pass(to place: Place?) throws {
        for role in given {
            try work.database.run(
                """
                UPDATE role_grant SET ended = \(work.now)
                WHERE community = \(work.community) AND id = \(role.id) AND ended IS NULL
                """)
            guard let place else {
                work.tell(RolesEnded(community: work.community, account: role.account))
                continue
            }
            let has = try GrantStore.roles(of: role.account, in: work.community, work.database)
            if has.contains(where: { $0.role == role.role && $0.place == place.id }) { continue }
            try work.database.run(
                """
                INSERT INTO role_grant (community, id, account, role, place, path, since, granted_by)
                VALUES (\(work.community), \(work.newIdentifier()), \(role.account), \(role.role.rawValue),
                \(place.id), \(place.path), \(work.now), \(work.actor.account))
                """)
        }
    }
}
