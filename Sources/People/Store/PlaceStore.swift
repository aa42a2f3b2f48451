public import Actions
public import Storage
public import Values

/// The tree of places as it is stored.
public enum PlaceStore {
    static let columns: SQL =
        "id, community, parent, kind, name, english, code, path, households"

    static func decode(_ row: any Row) throws -> Place {
        Place(
            id: try row.identifier(0), community: try row.identifier(1),
            parent: try row.optionalIdentifier(2),
            kind: try row.choice(3), name: row.text(4), english: row.text(5), code: row.text(6),
            path: PlacePath(text: row.text(7)), households: row.int(8))
    }

    public static func place(
        _ id: Identifier, in community: Identifier, _ reading: any Reading
    ) throws -> Place? {
        try reading.first(
            "SELECT \(columns) FROM place WHERE community = \(community) AND id = \(id)", decode)
    }

    /// The node that holds the community's rows.
    public static func top(of community: Identifier, _ reading: any Reading) throws -> Place? {
        try tops.value(community, reading) { try place(community, in: community, $0) }
    }

    /// The place of a short code, as it stands on a poster.
    public static func place(code: String, in community: Identifier, _ reading: any Reading) throws -> Place?
    {
        try byCode.value(Code(community: community, code: code), reading) { reading in
            try reading.first(
                "SELECT \(columns) FROM place WHERE community = \(community) AND code = \(code)", decode)
        }
    }

    private struct Code: Hashable {
        let community: Identifier
        let code: String
    }

    private static let byCode = Kept<Code, Place>(most: 10_000)
    private static let tops = Kept<Identifier, Place>(most: 5_000)
    private static let byPath = Kept<String, Place>(most: 10_000)
    private static let lines = Kept<String, [Place]>(most: 5_000)
    private static let areas = Kept<String, [Place]>(most: 500)
    private static let buildings = Kept<String, [Place]>(most: 50)

    static func isClosed(_ id: Identifier, in community: Identifier, _ reading: any Reading) throws -> Bool {
        try reading.exists(
            "SELECT 1 FROM place WHERE community = \(community) AND id = \(id) AND closed IS NOT NULL")
    }

    public static func place(at path: PlacePath, _ reading: any Reading) throws -> Place? {
        try byPath.value(path.text, reading) { reading in
            try reading.first("SELECT \(columns) FROM place WHERE path = \(path) LIMIT 1", decode)
        }
    }

    /// Children in the order of their paths' numbers, at most `limit`.
    public static func children(
        of parent: Identifier, in community: Identifier, _ reading: any Reading, limit: Int = 1000
    ) throws -> [Place] {
        try reading.all(
            """
            SELECT \(columns) FROM place
            WHERE community = \(community) AND parent = \(parent) AND closed IS NULL
            ORDER BY sort, id LIMIT \(limit)
            """, decode)
    }

    /// Every place of one kind at or below a path, in the order of the tree.
    public static func places(
        _ kind: PlaceKind, below path: PlacePath, _ reading: any Reading, limit: Int = 2000
    ) throws -> [Place] {
        try reading.all(
            """
            SELECT \(columns) FROM place
            WHERE kind = \(kind.rawValue) AND tree >= \(path.tree) AND tree < \(path.treeEnd)
            AND closed IS NULL ORDER BY tree LIMIT \(limit)
            """, decode)
    }

    /// The place and everything above it, from the root down.
    public static func line(to path: PlacePath, _ reading: any Reading) throws -> [Place] {
        // The line to the place above is shared by all its children, so that one is kept.
        guard let above = path.above else { return try place(at: path, reading).map { [$0] } ?? [] }
        let line = try lines.value(above.text, reading) { try whole(above, $0) } ?? []
        return line + [try place(at: path, reading)].compactMap { $0 }
    }

    private static func whole(_ path: PlacePath, _ reading: any Reading) throws -> [Place] {
        try reading.all(
            "SELECT \(columns) FROM place WHERE path IN \(list: path.upward) ORDER BY depth, id LIMIT 20",
            decode)
    }

    /// The areas at or below a path, in the order of the tree.
    public static func areas(below path: PlacePath, _ reading: any Reading) throws -> [Place] {
        try areas.value(path.text, reading) { try places(.area, below: path, $0, limit: 60) } ?? []
    }

    /// The buildings at or below a path, in the order of the tree.
    static func buildings(below path: PlacePath, _ reading: any Reading) throws -> [Place] {
        try buildings.value(path.text, reading) { try places(.building, below: path, $0, limit: 20_000) }
            ?? []
    }

    /// Places by identifier, closed ones too; those that are not there are left out.
    static func places(
        _ ids: [Identifier], in community: Identifier, _ reading: any Reading
    ) throws -> [Identifier: Place] {
        let rows = try reading.all(
            """
            SELECT \(columns) FROM place WHERE community = \(community) AND id IN \(list: ids)
            ORDER BY id LIMIT 5000
            """, decode)
        return Dictionary(rows.map { ($0.id, $0) }) { first, _ in first }
    }

    /// Names by place; those that are not there are left out.
    public static func names(
        _ ids: [Identifier], in community: Identifier, _ reading: any Reading
    ) throws -> [Identifier: String] {
        let rows = try reading.all(
            """
            SELECT id, name FROM place WHERE community = \(community) AND id IN \(list: ids)
            ORDER BY id LIMIT 5000
            """
        ) { (try $0.identifier(0), $0.text(1)) }
        return Dictionary(rows) { first, _ in first }
    }
}
