import People
import Storage
import Values

/// What the door for other programs reads of needs and places.
enum Open311Store {
    /// Which requests are asked for; all parts that are set must hold.
    struct Wish {
        /// Narrowed to classes of public space already.
        var classes: [String]
        var isOpen: Bool?
        var from: Instant
        var before: Instant
        var limit: Int
        var offset: Int
    }

    /// Released needs, newest first. The specification counts pages, so this one list skips by count; it is
    /// bounded.
    static func requests(
        _ wish: Wish, in community: Identifier, _ reading: any Reading
    ) throws -> [PublicNeed] {
        let state: SQL = wish.isOpen.map { " AND n.is_open = \($0)" } ?? ""
        return try NeedStore.publicRows(
            """
            SELECT \(NeedStore.publicColumns) FROM need n WHERE n.community = \(community) AND n.held = 0
            AND n.released IS NOT NULL AND n.class IN \(list: wish.classes) AND n.reported >= \(wish.from)
            AND n.reported < \(wish.before)\(state) ORDER BY n.number DESC LIMIT \(wish.limit) OFFSET \
            \(wish.offset)
            """, in: community, reading)
    }

    /// The nearest place with a known position within some metres; nil where there is none.
    static func nearest(
        to point: Coordinate, within metres: Double, in community: Identifier, _ reading: any Reading
    ) throws -> Identifier? {
        let box = point.box(metres: metres)
        let near = try reading.all(
            """
            SELECT id, latitude, longitude FROM place WHERE community = \(community) AND closed IS NULL
            AND latitude BETWEEN \(box.latitudes.lowerBound) AND \(box.latitudes.upperBound)
            AND longitude BETWEEN \(box.longitudes.lowerBound) AND \(box.longitudes.upperBound)
            ORDER BY depth, id LIMIT 2000
            """
        ) { (id: try $0.identifier(0), point: Coordinate(latitude: $0.integer(1), longitude: $0.integer(2))) }
        let measured = near.compactMap { row in row.point.map { (row.id, $0.distance(to: point)) } }
        return measured.filter { $0.1 <= metres }.min { $0.1 < $1.1 }?.0
    }

    /// Whether any place of the community has a known position.
    static func hasPositions(_ community: Identifier, _ reading: any Reading) throws -> Bool {
        try reading.exists(
            """
            SELECT 1 FROM place WHERE community = \(community) AND latitude IS NOT NULL AND closed IS NULL \
            LIMIT 1
            """
        )
    }
}
