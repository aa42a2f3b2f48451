import Actions
public import Storage
public import Values

extension NeedStore {
    /// What anybody may read, newest first: released sentences, or class, grid and state alone.
    public static func publicList(
        _ filter: PublicNeedFilter, in community: Identifier, _ reading: any Reading
    ) throws -> NeedPage<PublicNeed> {
        let limit = max(1, min(filter.limit, 1000))
        let rows = try reading.all(
            """
            SELECT \(publicColumns) FROM need n WHERE \(try condition(filter, in: community, reading))
            ORDER BY n.number DESC LIMIT \(limit + 1)
            """, decodePublic)
        return NeedPage(
            rows: Array(rows.prefix(limit)), next: rows.count > limit ? rows[limit - 1].number : nil)
    }

    /// One need as anybody may read it; nil where it is held, or there is none.
    public static func publicNeed(
        number: Int64, in community: Identifier, _ reading: any Reading
    ) throws -> PublicNeed? {
        try reading.first(
            """
            SELECT \(publicColumns) FROM need n WHERE n.community = \(community) AND n.number = \(number)
            AND n.held = 0
            """, decodePublic)
    }

    private static func condition(
        _ filter: PublicNeedFilter, in community: Identifier, _ reading: any Reading
    ) throws -> SQL {
        var sql: SQL = "n.community = \(community) AND n.held = 0"
        let words = try VocabularyStore.vocabulary(in: community, reading)
        if filter.isReleased { sql += " AND n.released IS NOT NULL" }
        if let kind = filter.kind { sql += " AND n.kind = \(kind.rawValue)" }
        if filter.isUnclaimed { sql += " AND n.claimed_by IS NULL AND n.is_open = 1" }
        if let key = filter.classKey { sql += " AND n.class = \(key)" }
        if let area = filter.area { sql += " AND n.class IN \(list: words.classes(in: area).map(\.key))" }
        if filter.isPublicSpace { sql += " AND n.class IN \(list: words.publicSpaceClasses.map(\.key))" }
        if let step = filter.step {
            // Every step is open, and an index walks the open ones in order.
            sql += " AND n.is_open = 1 AND n.state IN \(list: step.states.map(\.rawValue))"
        }
        if let state = filter.state { sql += " AND n.state = \(state.rawValue)" }
        if let from = filter.reportedFrom { sql += " AND n.reported >= \(from)" }
        if let before = filter.reportedBefore { sql += " AND n.reported < \(before)" }
        if let after = filter.after { sql += " AND n.number < \(after)" }
        return sql + within(filter.path, nil)
    }
}
