import Actions
import Storage
import Values
import Web

/// What holds of the map, of proposals and of where places stood, at any moment.
enum GridsInvariants {
    static let all = [
        Invariant(name: "grids.one-place-above-on-any-day", breaks: gaps),
        Invariant(name: "grids.one-grid-on-any-day", among: LocalityStore.every, breaks: grids),
        Invariant(name: "grids.positions-are-of-buildings", breaks: positions),
        Invariant(name: "grids.proposals-are-whole", breaks: proposals),
    ]

    /// The days on which a place stood elsewhere follow one another without a gap from the first day on, and
    /// are over.
    private static func gaps(_ reading: any Reading) throws -> [String] {
        var breaks: [String] = []
        var last: (place: Identifier, until: Day)?
        try reading.each(
            """
            SELECT o.place, o.since, o.until, p.id FROM place_past o
            LEFT JOIN place p ON p.community = o.community AND p.id = o.place
            ORDER BY o.community, o.place, o.since LIMIT 10000000
            """
        ) { row in
            let place = try row.identifier(0), since = try row.day(1), until = try row.day(2)
            let begins = last?.place == place ? last?.until ?? .first : .first
            if since != begins || until <= since || row.isNull(3), breaks.count < 100 {
                breaks.append("place \(place) stood elsewhere from \(since) to \(until), after \(begins)")
            }
            last = (place, until)
        }
        return breaks
    }

    /// On every day on which the tree became another one, and the day before, each building that is in a grid
    /// is in one grid alone, and its way up ends at its community.
    private static func grids(in community: Identifier, _ reading: any Reading) throws -> [String] {
        var breaks: [String] = []
        let days = try reading.all(
            """
            SELECT until FROM place_past WHERE community = \(community)
            GROUP BY until ORDER BY until LIMIT 10000
            """
        ) { try $0.day(0) }
        guard !days.isEmpty, let locality = try LocalityStore.locality(community, reading) else { return [] }
        for day in Set(days + days.map { $0.adding(days: -1) }).sorted() {
            let then = try PlacesOn(day, in: community, reading)
            let grids = try then.places(.grid, below: locality.path, reading).map(\.path)
            let known = Set(grids)
            let buildings = try then.places(.building, below: .root, reading)
            for building in buildings {
                let above = building.path.upward.filter(known.contains)
                if above.count > 1 || !locality.path.contains(building.path), breaks.count < 100 {
                    breaks.append("\(building.place.path) on \(day): in \(above.count) grids")
                }
            }
            if known.count < grids.count { breaks.append("two grids at one place on \(day)") }
        }
        return breaks
    }

    private static func positions(_ reading: any Reading) throws -> [String] {
        try reading.all(
            """
            SELECT o.place FROM place_position o
            LEFT JOIN place p ON p.community = o.community AND p.id = o.place
            WHERE p.kind IS NULL OR p.kind <> \(PlaceKind.building.rawValue)
            ORDER BY o.community, o.place LIMIT 100
            """
        ) { "\(try $0.identifier(0)) has a position and is no building" }
    }

    /// Every building of a proposal is in one of its grids, and every grid in one of its areas.
    private static func proposals(_ reading: any Reading) throws -> [String] {
        try reading.all(
            """
            SELECT b.proposal, b.place FROM proposed_building b
            LEFT JOIN proposed_place g ON g.community = b.community AND g.proposal = b.proposal
            AND g.kind = \(PlaceKind.grid.rawValue) AND g.number = b.grid
            LEFT JOIN proposed_place a ON a.community = b.community AND a.proposal = b.proposal
            AND a.kind = \(PlaceKind.area.rawValue) AND a.number = g.area
            WHERE a.number IS NULL ORDER BY b.community, b.proposal, b.place LIMIT 100
            """
        ) { "building \(try $0.identifier(1)) of proposal \($0.integer(0)) is in no grid and area of it" }
    }
}
