public import Actions
public import Storage
public import Values

/// Uses as they are stored.
public enum UseStore {
    private static let columns: SQL =
        """
        id, link, need, resource, day, quantity, late_days, note, recorded, recorded_name, satisfaction
        """

    private static func decode(_ row: any Row) throws -> ResourceUse {
        guard let day = Day(row.text(4)) else { throw StorageFault.unreadable("day of a use") }
        return ResourceUse(
            id: try row.identifier(0), link: try row.identifier(1), need: try row.optionalIdentifier(2),
            resource: try row.identifier(3), day: day, quantity: row.integer(5), lateDays: row.integer(6),
            note: row.text(7), recorded: row.instant(8), recordedName: row.text(9),
            satisfaction: row.optionalInteger(10).flatMap(Satisfaction.init(rawValue:)))
    }

    /// The uses recorded for a need, oldest first.
    public static func uses(
        for need: Identifier, in community: Identifier, _ reading: any Reading, limit: Int = 200
    ) throws -> [ResourceUse] {
        try reading.all(
            """
            SELECT \(columns) FROM resource_use WHERE community = \(community) AND need = \(need)
            ORDER BY recorded, id LIMIT \(limit)
            """, decode)
    }

    /// The uses of a resource, latest first.
    public static func uses(
        of resource: Identifier, in community: Identifier, _ reading: any Reading, limit: Int = 50
    ) throws -> [ResourceUse] {
        try reading.all(
            """
            SELECT \(columns) FROM resource_use WHERE community = \(community) AND resource = \(resource)
            ORDER BY recorded DESC, id DESC LIMIT \(limit)
            """, decode)
    }

    static func use(_ id: Identifier, in community: Identifier, _ reading: any Reading) throws -> ResourceUse?
    {
        try reading.first(
            "SELECT \(columns) FROM resource_use WHERE community = \(community) AND id = \(id)", decode)
    }

    /// The uses of a need of which the receiver has said nothing yet.
    static func unjudged(of need: Identifier, in work: Work) throws -> [ResourceUse] {
        try work.database.all(
            """
            SELECT \(columns) FROM resource_use WHERE community = \(work.community) AND need = \(need)
            AND satisfaction IS NULL ORDER BY recorded, id LIMIT 200
            """, decode)
    }

    /// Where a use happened and for whom, for fairness; nil in the resource's community where the need is
    /// elsewhere.
    struct Receiver {
        let path: PlacePath?
        let token: [UInt8]?
    }

    static func insert(_ use: ResourceUse, _ receiver: Receiver, in work: Work) throws {
        try work.database.run(
            """
            INSERT INTO resource_use (community, id, link, need, resource, path, receiver, day, quantity,
            late_days,
            note, recorded, recorded_by, recorded_name)
            VALUES (\(work.community), \(use.id), \(use.link), \(use.need), \(use.resource),
            \(receiver.path?.text ?? ""), \(receiver.token), \(use.day.description), \(use.quantity),
            \(use.lateDays), \(use.note), \(use.recorded), \(work.actor.account), \(use.recordedName))
            """)
    }

    static func judge(_ id: Identifier, _ word: Satisfaction, in work: Work) throws {
        try work.database.run(
            """
            UPDATE resource_use SET satisfaction = \(word.rawValue), judged = \(work.now)
            WHERE community = \(work.community) AND id = \(id)
            """)
    }
}
