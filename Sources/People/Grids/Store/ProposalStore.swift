import Actions
import Storage
import Values

/// A saved division into grids, with who made it and what became of it.
struct GridProposal: Sendable, Placed {
    enum State: String, Sendable, CaseIterable, Codable {
        case draft
        /// Decided, for a day that is to come; it can be called back until then.
        case awaited
        /// Being carried out, building by building; it only goes forward.
        case moving
        case adopted, dropped

        var title: Text {
            switch self {
            case .draft: Text("商量中", "Under discussion")
            case .awaited: Text("定了，等生效", "Adopted, to come")
            case .moving: Text("正在换", "Being carried out")
            case .adopted: Text("已采用", "Adopted")
            case .dropped: Text("放下了", "Dropped")
            }
        }
    }

    let id: Identifier
    let number: Int64
    let author: String
    let made: Instant
    let seed: Int64
    let likeness: Set<Likeness>
    /// How unlike the buildings of a grid were when it was made, in thousandths.
    let spreadToday: Int64
    let spread: Int64
    let state: State
    let decided: Instant?
    /// From which day on it is, or is to be, in force.
    let from: Day?
    /// The name of the refusal that stood against it when its day came; empty for none.
    let hindrance: String
    /// The community's.
    let path: PlacePath
}

/// Proposals as they are stored.
enum ProposalStore {
    private static let columns: SQL =
        """
        g.id, g.number, g.author_name, g.made, g.seed, g.likeness, g.spread_today, g.spread, g.state, \
        g.decided, p.path, g.from_day, g.hindrance
        """

    private static func decode(_ row: any Row) throws -> GridProposal {
        GridProposal(
            id: try row.identifier(0), number: row.integer(1), author: row.text(2), made: row.instant(3),
            seed: row.integer(4),
            likeness: Set(row.text(5).split(separator: " ").compactMap { Likeness(rawValue: String($0)) }),
            spreadToday: row.integer(6), spread: row.integer(7), state: try row.choice(8),
            decided: row.optionalInstant(9), from: try row.optionalDay(11), hindrance: row.text(12),
            path: PlacePath(text: row.text(10)))
    }

    static func proposal(
        _ number: Int64, in community: Identifier, _ reading: any Reading
    ) throws -> GridProposal? {
        try reading.first(
            """
            SELECT \(columns) FROM grid_proposal g
            JOIN place p ON p.community = g.community AND p.id = g.community
            WHERE g.community = \(community) AND g.number = \(number)
            """, decode)
    }

    /// The last ones first.
    static func proposals(in community: Identifier, _ reading: any Reading) throws -> [GridProposal] {
        try reading.all(
            """
            SELECT \(columns) FROM grid_proposal g
            JOIN place p ON p.community = g.community AND p.id = g.community
            WHERE g.community = \(community) ORDER BY g.number DESC LIMIT 100
            """, decode)
    }

    static func plan(
        of proposal: Int64, in community: Identifier, _ reading: any Reading
    ) throws -> GridPlan {
        let divisions = try reading.all(
            """
            SELECT kind, number, keeps, name, english, area, became FROM proposed_place
            WHERE community = \(community) AND proposal = \(proposal) ORDER BY kind, number LIMIT 2000
            """
        ) { row in
            GridPlan.Division(
                kind: try row.choice(0), number: row.int(1), keeps: try row.optionalIdentifier(2),
                name: row.text(3), english: row.text(4), area: row.optionalInteger(5).map { Int($0) },
                became: try row.optionalIdentifier(6))
        }
        let buildings = try reading.all(
            """
            SELECT place, today, grid, by_hand, households, people, elders, needs, east, north
            FROM proposed_building WHERE community = \(community) AND proposal = \(proposal)
            ORDER BY place LIMIT 2000
            """
        ) { row in
            GridPlan.Building(
                place: try row.identifier(0), today: try row.optionalIdentifier(1), grid: row.int(2),
                isByHand: row.flag(3),
                load: PlaceLoad(
                    households: row.integer(4), people: row.integer(5), elders: row.integer(6),
                    needs: row.integer(7)),
                position: PlanPosition(east: row.integer(8), north: row.integer(9)))
        }
        return GridPlan(divisions: divisions, buildings: buildings)
    }

    static func insert(_ new: NewProposal, _ id: Identifier, number: Int64, in work: Work) throws {
        let likeness = new.request.likeness.map(\.rawValue).sorted().joined(separator: " ")
        try work.database.run(
            """
            INSERT INTO grid_proposal (community, number, id, author, author_name, made, seed, likeness,
            spread_today, spread, state)
            VALUES (\(work.community), \(number), \(id), \(work.actor.account), \(work.actor.name),
            \(work.now), \(Int64(bitPattern: new.request.seed)), \(likeness), \(new.spread.today),
            \(new.spread.proposed), \(GridProposal.State.draft.rawValue))
            """)
        for division in new.plan.divisions {
            try work.database.run(
                """
                INSERT INTO proposed_place (community, proposal, kind, number, keeps, name, english, area)
                VALUES (\(work.community), \(number), \(division.kind.rawValue), \(division.number),
                \(division.keeps), \(division.name), \(division.english), \(division.area))
                """)
        }
        for building in new.plan.buildings {
            try work.database.run(
                """
                INSERT INTO proposed_building (community, proposal, place, today, grid, by_hand, households,
                people, elders, needs, east, north)
                VALUES (\(work.community), \(number), \(building.place), \(building.today),
                \(building.grid), 0, \(building.load.households), \(building.load.people),
                \(building.load.elders), \(building.load.needs), \(building.position.east),
                \(building.position.north))
                """)
        }
    }

    static func put(_ place: Identifier, into grid: Int, of proposal: Int64, in work: Work) throws {
        try work.database.run(
            """
            UPDATE proposed_building SET grid = \(grid), by_hand = 1
            WHERE community = \(work.community) AND proposal = \(proposal) AND place = \(place)
            """)
    }

    /// Says how a proposal stands: in force from a day on, or back to be talked over, with what stood against
    /// it.
    static func decide(
        _ state: GridProposal.State, _ proposal: Int64, from day: Day? = nil, hindrance: String = "",
        in work: Work
    ) throws {
        let decided = state == .draft ? nil : work.now
        try work.database.run(
            """
            UPDATE grid_proposal SET state = \(state.rawValue), decided = \(decided),
            from_day = \(day?.description), hindrance = \(hindrance)
            WHERE community = \(work.community) AND number = \(proposal)
            """)
    }

    static func note(
        _ place: Identifier, for division: GridPlan.Division, of proposal: Int64, in work: Work
    ) throws {
        try work.database.run(
            """
            UPDATE proposed_place SET became = \(place) WHERE community = \(work.community)
            AND proposal = \(proposal) AND kind = \(division.kind.rawValue) AND number = \(division.number)
            """)
    }

    /// The proposal of a community that is decided and not in force yet.
    static func decided(in community: Identifier, _ reading: any Reading) throws -> GridProposal? {
        let states = [GridProposal.State.awaited, .moving].map(\.rawValue)
        return try reading.first(
            """
            SELECT \(columns) FROM grid_proposal g
            JOIN place p ON p.community = g.community AND p.id = g.community
            WHERE g.community = \(community) AND g.state IN \(list: states) ORDER BY g.number LIMIT 1
            """, decode)
    }

    /// What is to be carried out by a day, of all communities: those whose day has come, and those that were
    /// interrupted.
    static func due(
        by day: Day, _ reading: any Reading
    ) throws -> [(community: Identifier, proposal: Int64)] {
        try reading.all(
            """
            SELECT community, number FROM grid_proposal
            WHERE state = \(GridProposal.State.moving.rawValue)
            OR (state = \(GridProposal.State.awaited.rawValue) AND from_day <= \(day.description))
            ORDER BY community, number LIMIT 1000
            """
        ) { (try $0.identifier(0), $0.integer(1)) }
    }
}
