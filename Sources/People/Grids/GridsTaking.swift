import Actions
import Storage
import Values

/// A proposal held against the tree as it is: what is still to be made, moved and closed.
struct GridsTaking {
    let plan: GridPlan
    /// The first day on which everything stands where the proposal has it.
    let day: Day
    let work: Work

    init(_ proposal: Int64, from day: Day, in work: Work) throws {
        self.work = work
        self.day = day
        plan = try ProposalStore.plan(of: proposal, in: work.community, work.database)
    }

    init(_ moving: GridProposal, in work: Work) throws {
        try self.init(moving.number, from: moving.from ?? work.now.day(in: .shanghai), in: work)
    }

    // MARK: Before

    /// Refuses a proposal that is no longer true, or that would leave homes without a place above.
    func requireFits() throws {
        let map = try PlaceMap(of: work.community, work.database)
        guard Set(plan.buildings.map(\.place)) == Set(map.buildings.map(\.id)) else {
            throw GridsRefusal.outdated
        }
        for kept in plan.divisions.compactMap(\.keeps) {
            guard try !PlaceStore.isClosed(kept, in: work.community, work.database) else {
                throw GridsRefusal.outdated
            }
        }
        let going = Set(map.buildings.map(\.id) + map.grids.map(\.id))
        let kept = Set(plan.divisions.compactMap(\.keeps))
        for place in map.areas + map.grids where !kept.contains(place.id) {
            let children = try PlaceStore.children(of: place.id, in: work.community, work.database)
            guard children.allSatisfy({ going.contains($0.id) }) else { throw GridsRefusal.looseHomes }
        }
    }

    // MARK: Steps

    /// The place that a proposed grid has become.
    func grid(_ number: Int) throws -> Identifier {
        guard let grid = plan.grids.first(where: { $0.number == number })?.became else {
            throw GridsRefusal.outdated
        }
        return grid
    }

    private func area(_ number: Int?) throws -> Identifier {
        guard let area = plan.areas.first(where: { $0.number == number })?.became else {
            throw GridsRefusal.outdated
        }
        return area
    }

    /// The place that a proposed one goes on as, put where it belongs; a new one where there is none.
    func stand(_ division: GridPlan.Division) throws -> (place: Identifier, move: PlaceMoved?) {
        if let there = division.became { return (there, nil) }
        let top = work.community, above = division.kind == .area ? top : try area(division.area)
        if let kept = division.keeps {
            // Where a community has no areas, the whole of it stands for one.
            return (kept, kept == top ? nil : try move(kept, below: above))
        }
        let place = try work.place(above)
        let new = NewPlace(division.kind, division.name, english: division.english)
        let made = try work.plant([new], below: place)[0]
        try PastPlaceStore.noteNew(made, from: day, in: work)
        return (made, nil)
    }

    /// Nil where it stands there already.
    func move(_ id: Identifier, below above: Identifier) throws -> PlaceMoved? {
        let place = try work.place(id)
        guard place.parent != above else { return nil }
        return try work.carry(place, below: try work.place(above), from: day)
    }

    // MARK: The end

    /// The grids, then the areas, that the proposal does not go on with; what was counted right at them is
    /// counted at the places that go on.
    func absorbTheRest() throws -> [GridsEnding] {
        let areaOf = Dictionary(plan.grids.map { ($0.number, $0.area) }) { first, _ in first }
        let map = try PlaceMap(of: work.community, work.database)
        let before = try formerGrids(map)
        let endedGrids = try absorb(
            map.grids, below: map.top.path, but: plan.grids.compactMap(\.became),
            successors {
                before[$0.place]?.grid
            } into: {
                try? grid($0.grid)
            })
        let endedAreas = try absorb(
            map.areas, below: map.top.path, but: plan.areas.compactMap(\.became),
            successors {
                before[$0.place]?.area
            } into: { building in
                areaOf[building.grid].flatMap { try? area($0) }
            })
        return endedGrids + endedAreas
    }

    /// In which grid and area each building stood on the day before.
    private func formerGrids(
        _ map: PlaceMap
    ) throws -> [Identifier: (grid: Identifier?, area: Identifier?)] {
        let then = try PlacesOn(day.adding(days: -1), in: work.community, work.database)
        func stood(_ kind: PlaceKind) throws -> [PlacePath: Identifier] {
            let places = try then.places(kind, below: then.path(map.top.path) ?? map.top.path, work.database)
            return Dictionary(places.map { ($0.path, $0.place.id) }) { first, _ in first }
        }
        let grids = try stood(.grid), areas = try stood(.area)
        var former: [Identifier: (grid: Identifier?, area: Identifier?)] = [:]
        for building in map.buildings {
            let above = then.path(building.path)?.upward ?? []
            former[building.id] = (
                above.lazy.compactMap { grids[$0] }.first, above.lazy.compactMap { areas[$0] }.first
            )
        }
        return former
    }

    private func absorb(
        _ places: [Place], below top: PlacePath, but kept: [Identifier],
        _ successors: [Identifier: Identifier]
    ) throws -> [GridsEnding] {
        let kept = Set(kept)
        return try places.filter { !kept.contains($0.id) }.map { place in
            let place = try work.place(place.id)
            let next = try successors[place.id].map { try work.place($0) }
            if let next { try work.carryOwnFigures(of: place, to: next, below: top) }
            return GridsEnding(
                place: place, day: day, next: next,
                into: next.map {
                    PlaceAbsorbed(old: place.path, place: $0.id, new: $0.path, name: $0.name)
                })
        }
    }

    /// For each place of before the one that takes most of its households.
    private func successors(
        _ place: (GridPlan.Building) -> Identifier?, into target: (GridPlan.Building) -> Identifier?
    ) -> [Identifier: Identifier] {
        var shared: [Identifier: [Identifier: Int64]] = [:]
        for building in plan.buildings {
            guard let old = place(building), let new = target(building) else { continue }
            shared[old, default: [:]][new, default: 0] += building.load.households + 1
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
struct GridsEnding {
    let place: Place
    let day: Day
    let next: Place?
    let into: PlaceAbsorbed?

    func close(in work: Work) throws {
        guard let above = place.parent else { throw PeopleRefusal.placeIsRoot }
        guard try PlaceStore.children(of: place.id, in: work.community, work.database, limit: 1).isEmpty
        else { throw GridsRefusal.looseHomes }
        try work.close(place, below: above, from: day)
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
