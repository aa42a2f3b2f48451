import Actions
import People
import Values

extension Stage {
    /// Days before today on which the house was opened.
    static let foundedDaysAgo = 410

    /// Founds the four nodes that hold rows, then plants the community's areas, grids, buildings and homes.
    func found() async throws {
        telling.clock.set(calendar.moment(Self.foundedDaysAgo, 100))
        let line = "\(Homeland.station.chinese)　\(Homeland.address.chinese)　\(Homeland.deskHours.chinese)"
        let foot = FoundLocality.Foot(line: line, phone: Homeland.deskPhone)
        try await found(.city, .city, Homeland.city, "hucheng", foot)
        try await found(.district, .district, Homeland.district, "hubin", foot)
        try await found(.street, .street, Homeland.street, "hetang", foot)
        try await found(.community, .community, Homeland.community, "shuixiuli", foot)
        for estate in cast.estates { try await plant(estate) }
        var positions: [Identifier: PlanPosition] = [:]
        for building in cast.buildings {
            let site = try site("\(building.estate.key)-\(building.numberInEstate)")
            positions[site.id] = PlanPosition(east: Int64(building.east), north: Int64(building.north))
        }
        try await perform(SetPositions(positions), by: .house, "positions")
    }

    private func found(
        _ seat: Seat, _ kind: PlaceKind, _ name: Text, _ slug: String, _ foot: FoundLocality.Foot
    ) async throws {
        var dice = dice("found \(slug)")
        let id = Identifier(at: telling.clock.now, using: &dice)
        let above = Seat.allCases.last { seats[$0] != nil }.flatMap { seats[$0]?.path }
        let founding = FoundLocality(
            kind, name: name.chinese, english: name.english, slug: slug, parent: above, foot: foot,
            isHome: seat == .community)
        let path = try await perform(founding, by: .house, at: id, slug)
        seats[seat] = Locality(id: id, path: path, name: name.chinese)
    }

    /// One area with everything below it, in one go.
    private func plant(_ estate: Estate) async throws {
        let community = try locality(.community)
        let plan = EstatePlan(estate)
        let ids = try await perform(AddPlaces(below: community.id, plan.places), by: .house, estate.key)
        // Paths follow from the order: each place has the next number below its parent.
        var last: [Int: Int] = [:]
        var paths: [PlacePath] = []
        for (index, place) in plan.places.enumerated() {
            let number = place.parent.map { last[$0, default: 0] + 1 } ?? estate.number
            if let parent = place.parent { last[parent] = number }
            let above = place.parent.map { paths[$0] } ?? community.path
            paths.append(above.child(number))
            places[plan.codes[index]] = Site(id: ids[index], path: paths[index])
        }
    }
}

/// An estate as the list of places that it brings: the area, its grids, buildings, stairwells and homes.
struct EstatePlan {
    private(set) var places: [NewPlace] = []
    /// The code of each place, as it stands on its poster.
    private(set) var codes: [String] = []

    init(_ estate: Estate) {
        add(.area, estate.name.chinese, estate.name.english, estate.key, below: nil)
        var grids: [Int: Int] = [:]
        for grid in estate.grids {
            grids[grid] = places.count
            add(.grid, "第\(grid)网格", "Grid \(grid)", "g\(grid)", below: 0)
        }
        for building in CastBuilding.all where building.estate == estate {
            add(building, below: grids[building.grid])
        }
    }

    private mutating func add(_ building: CastBuilding, below grid: Int?) {
        let code = "\(building.estate.key)-\(building.numberInEstate)"
        let at = places.count
        add(
            .building, "\(building.numberInEstate)栋", "Building \(building.numberInEstate)", code,
            below: grid,
            at: Coordinate(degreesNorth: building.place.latitude, degreesEast: building.place.longitude))
        let homes = Dictionary(grouping: building.homes, by: \.stairwell)
        for stairwell in 1...building.stairwells {
            let entrance = places.count
            add(.stairwell, "\(stairwell)单元", "Stairwell \(stairwell)", "\(code)-\(stairwell)", below: at)
            for home in homes[stairwell] ?? [] {
                add(.household, home.door, home.door, "\(code)-\(stairwell)-\(home.door)", below: entrance)
            }
        }
    }

    private mutating func add(
        _ kind: PlaceKind, _ name: String, _ english: String, _ code: String, below parent: Int?,
        at coordinate: Coordinate? = nil
    ) {
        places.append(
            NewPlace(
                kind, name, english: english, code: code, below: parent,
                households: kind == .household ? 1 : 0, coordinate: coordinate))
        codes.append(code)
    }
}
