public import Actions
public import Storage
public import Values

/// What the directory is narrowed to. All that are set must hold.
public struct ResourceFilter: Sendable, Hashable {
    public var text: String?
    public var kind: String?
    public var ownerKind: String?
    public var layer: String?
    public var stage: String?
    public var classKey: String?
    /// Only what reaches this place.
    public var reaching: PlacePath?
    /// Only what anybody may see.
    public var isPublic = true
    public var isActive = true
    /// The sort key and id of the last one seen.
    public var after: (key: String, id: Identifier)?
    public var limit = 20

    public init() {}

    public static func == (a: Self, b: Self) -> Bool { a.hashValue == b.hashValue }

    public func hash(into hasher: inout Hasher) {
        for part in [text, kind, ownerKind, layer, stage, classKey, reaching?.text, after?.key] {
            hasher.combine(part)
        }
        hasher.combine(after?.id)
        hasher.combine(isPublic)
        hasher.combine(isActive)
        hasher.combine(limit)
    }
}

/// A row of the directory: the resource, what its present period holds, and whether it comes from elsewhere.
public struct ResourceRow: Sendable {
    public let resource: Resource
    public let sortKey: String
    public let count: PeriodCount
    /// The community that shares it; nil for one's own.
    public let sharedBy: String?

    public var left: Int64? { count.left(of: resource.capacity) }
}

extension ResourceStore {
    static let countColumns: SQL =
        """
        COALESCE(p.asked, 0), COALESCE(p.promised, 0), COALESCE(p.delivered, 0), COALESCE(p.taken, 0),
        COALESCE(p.overbooked, 0), r.sort_key
        """

    static func count(_ row: any Row, at column: Int) -> PeriodCount {
        PeriodCount(
            asked: row.integer(column), promised: row.integer(column + 1), delivered: row.integer(column + 2),
            taken: row.integer(column + 3), overbooked: row.integer(column + 4))
    }

    static func present(_ today: Day) -> SQL {
        """
        LEFT JOIN resource_period p ON p.community = r.community AND p.resource = r.id
        AND p.period = \(PeriodKind.keys(of: today))
        """
    }

    /// One page of a community's own resources, by name.
    public static func list(
        _ filter: ResourceFilter, in community: Identifier, today: Day, _ reading: any Reading
    ) throws -> [ResourceRow] {
        guard let narrowed = try condition(filter, in: community, reading) else { return [] }
        return try reading.all(
            """
            SELECT \(columns), \(countColumns) FROM resource r \(present(today))
            WHERE r.community = \(community) AND r.is_active = \(filter.isActive)\(narrowed)
            ORDER BY r.sort_key, r.id LIMIT \(filter.limit)
            """
        ) { row in
            ResourceRow(
                resource: try decode(row), sortKey: row.text(width + 5), count: count(row, at: width),
                sharedBy: nil)
        }
    }

    /// Resources of other communities that are shared with this place or one above it, by name.
    public static func shared(
        with path: PlacePath, _ filter: ResourceFilter, in community: Identifier, today: Day,
        _ reading: any Reading
    ) throws -> [ResourceRow] {
        var narrowed = attributes(filter)
        if let text = filter.text {
            let sharers = try sharers(with: path, but: community, reading)
            guard let found = try found(text, in: sharers, reading) else { return [] }
            narrowed += found
        }
        return try reading.all(
            """
            SELECT \(columns), \(countColumns), l.name FROM resource_share s
            JOIN resource r ON r.community = s.community AND r.id = s.resource
            JOIN place l ON l.community = r.community AND l.id = r.community \(present(today))
            WHERE s.to_path IN \(list: path.upward) AND s.ended IS NULL AND s.community <> \(community)
            AND r.is_active = 1\(narrowed) ORDER BY r.sort_key, r.id LIMIT \(filter.limit)
            """
        ) { row in
            ResourceRow(
                resource: try decode(row), sortKey: row.text(width + 5), count: count(row, at: width),
                sharedBy: row.text(width + 6))
        }
    }

    /// The communities that share something with this place or one above it.
    private static func sharers(
        with path: PlacePath, but community: Identifier, _ reading: any Reading
    ) throws -> [Identifier] {
        try reading.all(
            """
            SELECT DISTINCT s.community FROM resource_share s WHERE s.to_path IN \(list: path.upward)
            AND s.ended IS NULL AND s.community <> \(community) ORDER BY s.community LIMIT 1000
            """
        ) { try $0.identifier(0) }
    }

    /// Nil where the words are found nowhere.
    private static func condition(
        _ filter: ResourceFilter, in community: Identifier, _ reading: any Reading
    ) throws -> SQL? {
        let narrowed = attributes(filter)
        guard let text = filter.text else { return narrowed }
        return try found(text, in: [community], reading).map { narrowed + $0 }
    }

    /// Finds that are looked through; what is typed so widely that more hold it is better narrowed.
    private static let mostFound = 10_000

    /// That a resource has the words that were typed; nil where none has.
    private static func found(
        _ text: String, in communities: [Identifier], _ reading: any Reading
    ) throws -> SQL? {
        let words = Bigrams.query(text)
        var found: [Identifier] = []
        for community in communities where found.count < mostFound {
            found += try reading.found(
                words, kind: "resource", in: community, most: mostFound - found.count)
        }
        return found.isEmpty ? nil : " AND r.id IN \(list: found)"
    }

    private static func attributes(_ filter: ResourceFilter) -> SQL {
        var sql: SQL = ""
        if filter.isPublic { sql += " AND r.is_public = 1" }
        if let kind = filter.kind { sql += " AND r.kind = \(kind)" }
        if let ownerKind = filter.ownerKind { sql += " AND r.owner_kind = \(ownerKind)" }
        if let layer = filter.layer { sql += " AND r.layer = \(layer)" }
        if let stage = filter.stage { sql += " AND r.stage = \(stage)" }
        if let reaching = filter.reaching { sql += " AND r.reach IN \(list: reaching.upward)" }
        if let key = filter.classKey {
            let answers: SQL = """
                 AND EXISTS (SELECT 1 FROM resource_class c WHERE c.community = r.community
                AND c.resource = r.id AND c.class = \(key))
                """
            sql += answers
        }
        if let after = filter.after {
            sql += " AND (r.sort_key > \(after.key) OR (r.sort_key = \(after.key) AND r.id > \(after.id)))"
        }
        return sql
    }
}
