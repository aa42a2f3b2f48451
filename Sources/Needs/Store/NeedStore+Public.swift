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
        sql += part(filter.part)
        if filter.isReleased { sql += " AND n.released IS NOT NULL" }
        if let kind = filter.kind { sql += " AND n.kind = \(kind.rawValue)" }
        if filter.isUnclaimed { sql += " AND n.claimed_by IS NULL AND n.is_open = 1" }
        if let key = filter.classKey { sql += " AND n.class = \(key)" }
        if let area = filter.area {
            let words = try VocabularyStore.vocabulary(in: community, reading)
            sql += " AND n.class IN \(list: words.classes(in: area).map(\.key))"
        }
        if let year = filter.year, let first = Day(year: year, month: 1, day: 1),
            let next = Day(year: year + 1, month: 1, day: 1)
        {
            sql += " AND n.reported >= \(first.start(in: .shanghai))"
            sql += " AND n.reported < \(next.start(in: .shanghai))"
        }
        if let after = filter.after { sql += " AND n.number < \(after)" }
        return sql + within(filter.path, nil)
    }

    private static func part(_ part: PublicPart?) -> SQL {
        switch part {
        case nil: return " AND n.state NOT IN \(list: NeedState.aside.map(\.rawValue))"
        case .open: return " AND n.is_open = 1"
        case .done:
            return " AND n.state = 'closed' AND n.outcome IN \(list: NeedFigures.doneOutcomes.sorted())"
        case .found, .identified, .linked, .used, .answered:
            // Every step is open, and an index walks the open ones in order.
            return " AND n.is_open = 1 AND n.state IN \(list: part?.step?.states.map(\.rawValue) ?? [])"
        }
    }
}
