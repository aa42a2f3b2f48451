import Actions
public import Storage
public import Values

extension NeedStore {
    /// What anybody may read, newest first: released sentences, or class, grid and state alone.
    public static func publicList(
        _ filter: PublicNeedFilter, in community: Identifier, _ reading: any Reading
    ) throws -> NeedPage<PublicNeed> {
        let limit = max(1, min(filter.limit, 1000))
        let rows = try publicRows(
            """
            SELECT \(publicColumns) FROM need n WHERE \(try condition(filter, in: community, reading))
            ORDER BY n.number DESC LIMIT \(limit + 1)
            """, in: community, reading)
        return NeedPage(
            rows: Array(rows.prefix(limit)), next: rows.count > limit ? rows[limit - 1].number : nil)
    }

    /// One need as anybody may read it; nil where it is held, or there is none.
    public static func publicNeed(
        number: Int64, in community: Identifier, _ reading: any Reading
    ) throws -> PublicNeed? {
        try publicRows(
            """
            SELECT \(publicColumns) FROM need n WHERE n.community = \(community) AND n.number = \(number)
            AND n.held = 0
            """, in: community, reading
        ).first
    }

    private static func condition(
        _ filter: PublicNeedFilter, in community: Identifier, _ reading: any Reading
    ) throws -> SQL {
        var sql: SQL = "n.community = \(community) AND n.held = 0"
        sql += part(filter.part)
        if filter.isReleased { sql += " AND n.released IS NOT NULL" }
        if let kind = filter.kind { sql += " AND n.kind = \(kind.rawValue)" }
        if filter.isUnclaimed { sql += " AND n.claimed_by IS NULL AND n.is_open = 1" }
        sql += try topic(filter, in: community, reading)
        if let year = filter.year, let first = Day(year: year, month: 1, day: 1),
            let next = Day(year: year + 1, month: 1, day: 1)
        {
            sql += " AND n.reported >= \(first.start(in: .shanghai))"
            sql += " AND n.reported < \(next.start(in: .shanghai))"
        }
        if let after = filter.after { sql += " AND n.number < \(after)" }
        return sql + within(filter.path, nil)
    }

    /// What narrows by class, area of service or place, without telling of a private matter.
    private static func topic(
        _ filter: PublicNeedFilter, in community: Identifier, _ reading: any Reading
    ) throws -> SQL {
        guard filter.isPrivateMatter || filter.tellsWhatOrWhere else { return "" }
        let words = try VocabularyStore.vocabulary(in: community, reading)
        let quiet = words.quietClasses.map(\.key)
        var sql: SQL = ""
        if let key = filter.classKey { sql += " AND n.class = \(key)" }
        if let area = filter.area {
            sql += " AND n.class IN \(list: words.classes(in: area).map(\.key))"
        }
        if filter.isPrivateMatter { sql += " AND n.released IS NULL AND n.class IN \(list: quiet)" }
        if filter.tellsWhatOrWhere, !quiet.isEmpty {
            sql += " AND (n.released IS NOT NULL OR n.class NOT IN \(list: quiet))"
        }
        return sql
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
