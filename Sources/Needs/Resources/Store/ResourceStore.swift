public import Actions
public import Storage
public import Values

/// Resources as they are stored.
public enum ResourceStore {
    static let columns: SQL =
        """
        r.community, r.id, r.number, r.name, r.kind, r.owner_kind, r.owner_name, r.owner_account, r.layer,
        r.stage,
        r.place, r.path, r.place_name, r.reach, r.reach_name, r.classes, r.groups, r.description, r.hours,
        r.weekdays, r.conditions, r.charge, r.contact, r.agreement, r.unit, r.period, r.capacity, r.verified,
        r.verified_by, r.verified_how, r.is_active, r.is_public, r.uses, r.judged, r.good, r.late_days,
        r.declines,
        r.made, r.changed
        """
    /// How many columns a resource takes; what a query adds stands after them.
    static let width = 39

    static func decode(_ row: any Row) throws -> Resource {
        Resource(
            id: try row.identifier(1), community: try row.identifier(0), number: row.integer(2),
            content: try content(row), placeName: row.text(12), path: PlacePath(text: row.text(11)),
            reachName: row.text(14), verified: try verification(row), isActive: row.flag(30),
            results: ResourceResults(
                uses: row.integer(32), judged: row.integer(33), good: row.integer(34),
                lateDays: row.integer(35),
                declines: row.integer(36)),
            contact: row.optionalBytes(22), made: row.instant(37), changed: row.instant(38))
    }

    private static func content(_ row: any Row) throws -> ResourceContent {
        var content = ResourceContent(place: try row.identifier(10), reach: PlacePath(text: row.text(13)))
        content.name = row.text(3)
        content.kind = row.text(4)
        content.ownerKind = row.text(5)
        content.ownerName = row.text(6)
        content.ownerAccount = try row.optionalIdentifier(7)
        content.layer = row.text(8)
        content.stage = row.text(9)
        content.classes = words(row.text(15))
        content.groups = words(row.text(16))
        content.description = row.text(17)
        content.hours = row.text(18)
        content.weekdays = row.text(19).utf8.map { Int($0) - 48 }
        content.conditions = row.text(20)
        content.charge = try row.choice(21)
        content.agreement = try row.optionalIdentifier(23)
        content.unit = row.text(24)
        content.period = try row.choice(25)
        content.capacity = row.optionalInteger(26)
        content.isPublic = row.flag(31)
        return content
    }

    private static func verification(_ row: any Row) throws -> Verification? {
        guard let at = row.optionalInstant(27) else { return nil }
        return Verification(at: at, by: row.text(28), how: try row.choice(29))
    }

    static func words(_ text: String) -> [String] {
        text.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
    }

    public static func resource(
        _ id: Identifier, in community: Identifier, _ reading: any Reading
    ) throws -> Resource? {
        try reading.first(
            "SELECT \(columns) FROM resource r WHERE r.community = \(community) AND r.id = \(id)", decode)
    }

    public static func resource(
        number: Int64, in community: Identifier, _ reading: any Reading
    ) throws -> Resource? {
        try reading.first(
            "SELECT \(columns) FROM resource r WHERE r.community = \(community) AND r.number = \(number)",
            decode)
    }

    /// What an account owns, by name.
    public static func owned(
        by account: Identifier, in community: Identifier, _ reading: any Reading, limit: Int = 100
    ) throws -> [Resource] {
        try reading.all(
            """
            SELECT \(columns) FROM resource r WHERE r.community = \(community)
            AND r.owner_account = \(account)
            ORDER BY r.sort_key, r.id LIMIT \(limit)
            """, decode)
    }

    /// Active resources that nobody has verified since `before`, those never verified first, then the oldest.
    public static func stale(
        before: Instant, in community: Identifier, _ reading: any Reading, limit: Int = 200
    ) throws -> [Resource] {
        try reading.all(
            """
            SELECT \(columns) FROM resource r WHERE r.community = \(community) AND r.is_active = 1
            AND (r.verified IS NULL OR r.verified < \(before))
            ORDER BY COALESCE(r.verified, 0), r.sort_key, r.id LIMIT \(limit)
            """, decode)
    }

    /// Days after which this community asks about a resource again.
    public static func staleAfterDays(in community: Identifier, _ reading: any Reading) throws -> Int {
        let days = try reading.first(
            "SELECT stale_days FROM resource_setting WHERE community = \(community)"
        ) { $0.int(0) }
        return days ?? Verification.staleAfterDays
    }
}
