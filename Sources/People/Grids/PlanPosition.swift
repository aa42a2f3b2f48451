import Actions
import Methods
import Storage
import Values

/// Where a building stands on the community's plan: whole metres east and north of the plan's origin.
public struct PlanPosition: Hashable, Sendable, Codable {
    /// The largest distance from the origin, either way.
    public static let most: ClosedRange<Int64> = -100_000...100_000

    public let east: Int64
    public let north: Int64

    public init(east: Int64, north: Int64) {
        self.east = east
        self.north = north
    }

    var point: PlanPoint { PlanPoint(east: Double(east), north: Double(north)) }
}

/// Positions as they are stored.
enum PositionStore {
    /// The positions of a community, by building.
    static func positions(
        in community: Identifier, _ reading: any Reading
    ) throws -> [Identifier: PlanPosition] {
        let all = try reading.all(
            """
            SELECT place, east, north FROM place_position WHERE community = \(community)
            ORDER BY place LIMIT 20000
            """
        ) { (try $0.identifier(0), PlanPosition(east: $0.integer(1), north: $0.integer(2))) }
        return Dictionary(all) { first, _ in first }
    }

    static func write(_ position: PlanPosition, of place: Identifier, in work: Work) throws {
        try work.database.run(
            """
            INSERT INTO place_position (community, place, east, north, made)
            VALUES (\(work.community), \(place), \(position.east), \(position.north), \(work.now))
            ON CONFLICT (community, place) DO UPDATE SET east = \(position.east),
            north = \(position.north), made = \(work.now)
            """)
    }
}
