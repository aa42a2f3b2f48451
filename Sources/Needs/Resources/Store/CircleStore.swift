public import Actions
public import Storage
public import Values

/// A row of the list of circles.
public struct CircleRow: Sendable {
    public let circle: Circle
    public let members: Int
    public let inside: Int
}

/// Circles as they are stored.
public enum CircleStore {
    private static let columns: SQL =
        "c.community, c.id, c.number, c.name, c.purpose, c.lead, c.path, c.made, c.ended"

    private static func decode(_ row: any Row) throws -> Circle {
        Circle(
            id: try row.identifier(1), community: try row.identifier(0), number: row.integer(2),
            name: row.text(3),
            purpose: row.text(4), lead: row.text(5), path: PlacePath(text: row.text(6)), made: row.instant(7),
            ended: row.optionalInstant(8))
    }

    public static func circle(
        number: Int64, in community: Identifier, _ reading: any Reading
    ) throws -> Circle? {
        try reading.first(
            "SELECT \(columns) FROM circle c WHERE c.community = \(community) AND c.number = \(number)",
            decode)
    }

    public static func circle(
        _ id: Identifier, in community: Identifier, _ reading: any Reading
    ) throws -> Circle? {
        try reading.first(
            "SELECT \(columns) FROM circle c WHERE c.community = \(community) AND c.id = \(id)", decode)
    }

    /// Circles with their members counted, those running first, by name.
    public static func list(
        in community: Identifier, _ reading: any Reading, limit: Int = 200
    ) throws -> [CircleRow] {
        try reading.all(
            """
            SELECT \(columns), COUNT(m.id), COALESCE(SUM(m.is_inside), 0) FROM circle c
            LEFT JOIN circle_member m ON m.community = c.community AND m.circle = c.id AND m.ended IS NULL
            WHERE c.community = \(community)
            GROUP BY c.community, c.id, c.number, c.name, c.purpose, c.lead, c.path, c.made, c.ended,
            c.sort_key
            ORDER BY CASE WHEN c.ended IS NULL THEN 0 ELSE 1 END, c.sort_key, c.id LIMIT \(limit)
            """
        ) { CircleRow(circle: try decode($0), members: $0.int(9), inside: $0.int(10)) }
    }

    private static let memberColumns: SQL =
        "id, circle, name, is_inside, resource, pledge, kind, unit, pledged, delivered, due, ended"

    private static func decodeMember(_ row: any Row) throws -> CircleMember {
        CircleMember(
            id: try row.identifier(0), circle: try row.identifier(1), name: row.text(2),
            isInside: row.flag(3),
            resource: try row.optionalIdentifier(4), pledge: row.text(5), kind: try row.choice(6),
            unit: row.text(7), pledged: row.integer(8), delivered: row.integer(9),
            due: row.optionalText(10).flatMap { Day($0) }, ended: row.optionalInstant(11))
    }

    /// The members of a circle, or of every circle that runs, in the order they joined.
    public static func members(
        of circle: Identifier? = nil, in community: Identifier, _ reading: any Reading, limit: Int = 500
    ) throws -> [CircleMember] {
        let which: SQL = circle.map { " AND circle = \($0)" } ?? " AND ended IS NULL"
        return try reading.all(
            """
            SELECT \(memberColumns) FROM circle_member WHERE community = \(community)\(which)
            ORDER BY sort_key, id LIMIT \(limit)
            """, decodeMember)
    }

    static func member(
        _ id: Identifier, in community: Identifier, _ reading: any Reading
    ) throws -> CircleMember? {
        try reading.first(
            "SELECT \(memberColumns) FROM circle_member WHERE community = \(community) AND id = \(id)",
            decodeMember)
    }

    static func insert(
        _ id: Identifier, number: Int64, name: String, purpose: String, lead: String, at path: PlacePath,
        in work: Work
    ) throws {
        try work.database.run(
            """
            INSERT INTO circle (community, id, number, name, sort_key, purpose, lead, path, made)
            VALUES (\(work.community), \(id), \(number), \(name), \(SortKey.title(name)), \(purpose), \(lead),
            \(path), \(work.now))
            """)
    }

    static func insert(_ member: CircleMember, in work: Work) throws {
        try work.database.run(
            """
            INSERT INTO circle_member (community, id, circle, name, sort_key, is_inside, resource, pledge,
            kind,
            unit, pledged, delivered, due, made)
            VALUES (\(work.community), \(member.id), \(member.circle), \(member.name),
            \(SortKey.title(member.name)), \(member.isInside), \(member.resource), \(member.pledge),
            \(member.kind.rawValue), \(member.unit), \(member.pledged), 0, \(member.due?.description),
            \(work.now))
            """)
    }

    static func endMember(_ id: Identifier, in work: Work) throws {
        try work.database.run(
            """
            UPDATE circle_member SET ended = \(work.now) WHERE community = \(work.community) AND id = \(id)
            AND ended IS NULL
            """)
    }

    static func end(_ id: Identifier, in work: Work) throws {
        try work.database.run(
            "UPDATE circle SET ended = \(work.now) WHERE community = \(work.community) AND id = \(id)")
    }
}
