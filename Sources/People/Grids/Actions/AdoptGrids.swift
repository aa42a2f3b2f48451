public import Actions
import Storage
public import Values

/// Puts a proposal into force from today on: grids and areas are made, moved and closed, buildings go to
/// their grids with all that stands in them, and whoever kept a place that is no more keeps the one that took
/// most of its homes.
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
        let ending = try taking.absorbTheRest()
        // Told first: whoever loses a role below hands over needs that stand where they belong.
        work.tell(
            GridsAdopted(community: work.community, moves: taking.moves, absorbed: ending.compactMap(\.into)))
        for end in ending { try end.close(in: work) }
        try ProposalStore.decide(.adopted, proposal, in: work)
        return Done()
    }

    func object(of subject: GridProposal, _ answer: Done, in work: Work) -> Identifier { subject.id }
}

/// Buildings and grids went to other places of the tree, in this order.
public struct GridsAdopted: Fact {
    public let community: Identifier
    public let moves: [PlaceMoved]
    /// Grids and areas that ended, then.
    public let absorbed: [PlaceAbsorbed]
}

/// A grid or area ended: what stood right in it, and in no building, goes on in another one.
public struct PlaceAbsorbed: Sendable {
    public let old: PlacePath
    public let place: Identifier
    public let new: PlacePath
    public let name: String
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

    /// The grids, then the areas, that the proposal does not go on with; what was counted right at them is
    /// counted at the places that go on.
    func absorbTheRest() throws -> [Ending] {
        let areaOf = Dictionary(plan.grids.map { ($0.number, $0.area) }) { first, _ in first }
        let endedGrids = try absorb(
            map.grids, but: Set(grids.values), successors(\.grid?.id) { grids[$0.grid] })
        let endedAreas = try absorb(
            map.areas, but: Set(areas.values),
            successors(\.area?.id) { building in
                areaOf[building.grid].flatMap { $0 }.flatMap { areas[$0] }
            })
        return endedGrids + endedAreas
    }

    private func absorb(
        _ places: [Place], but kept: Set<Identifier>, _ successors: [Identifier: Identifier]
    ) throws -> [Ending] {
        try places.filter { !kept.contains($0.id) }.map { place in
            let place = try work.place(place.id)
            let next = try successors[place.id].map { try work.place($0) }
            if let next { try work.carryOwnFigures(of: place, to: next, below: map.top.path) }
            return Ending(
                place: place, next: next,
                into: next.map {
                    PlaceAbsorbed(old: place.path, place: $0.id, new: $0.path, name: $0.name)
                })
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

extension Work {
    /// Counts at another place what is counted right at one that has nothing below it any more.
    fileprivate func carryOwnFigures(of place: Place, to next: Place, below top: PlacePath) throws {
        let figures = try database.all(
            """
            SELECT name, number FROM figure WHERE community = \(community) AND path = \(place.path)
            AND number <> 0 ORDER BY name LIMIT 10000
            """
        ) { ($0.text(0), $0.integer(1)) }
        for (name, number) in figures where !name.hasPrefix("places.") {
            try add(-number, to: name, at: place.path, below: top)
            try add(number, to: name, at: next.path, below: top)
        }
    }
}

/// A grid or area that ends, and the one that takes most of its homes.
private struct Ending {
    let place: Place
    let next: Place?
    let into: PlaceAbsorbed?

    func close(in work: Work) throws {
        guard try PlaceStore.children(of: place.id, in: work.community, work.database, limit: 1).isEmpty
        else { throw GridsRefusal.looseHomes }
        _ = try ClosePlace(place.id).run(on: place, in: work)
        try Grants(of: place, in: work).pass(to: next)
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
