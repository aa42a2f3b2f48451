import Actions
public import Storage
public import Values

extension NeedStore {
    /// The staff's ledger, narrowed by a filter, 20 rows a page.
    public static func list(
        _ filter: NeedFilter, in community: Identifier, _ reading: any Reading, now: Instant
    ) throws -> NeedPage<NeedSummary> {
        if let text = filter.text, !text.isEmpty {
            return try search(text, filter, in: community, reading, now)
        }
        let rows = try reading.all(try statement(filter, in: community, reading, now), decodeSummary)
        return page(rows, max(1, min(filter.limit, 1000)))
    }

    /// The ledger's question: one row more than a page holds, to know whether there is another.
    static func statement(
        _ filter: NeedFilter, in community: Identifier, _ reading: any Reading, _ now: Instant
    ) throws -> SQL {
        let condition = try condition(filter, in: community, reading, now)
        let cursor = try cursor(filter, in: community, reading)
        let limit = max(1, min(filter.limit, 1000)) + 1
        return """
            SELECT \(summaryColumns) FROM need n WHERE \(condition)\(cursor)
            \(order(filter)) LIMIT \(limit)
            """
    }

    /// How many rows a tab holds, counted up to 1,000; show 1,000 as 999+.
    public static func count(
        _ filter: NeedFilter, in community: Identifier, _ reading: any Reading, now: Instant
    ) throws -> Int64 {
        let condition = try condition(filter, in: community, reading, now)
        return try reading.number(
            "SELECT COUNT(1) FROM (SELECT 1 AS one FROM need n WHERE \(condition) LIMIT 1000) counted")
    }

    static func page(_ rows: consuming [NeedSummary], _ limit: Int) -> NeedPage<NeedSummary> {
        guard rows.count > limit else { return NeedPage(rows: rows, next: nil) }
        rows.removeLast(rows.count - limit)
        return NeedPage(rows: rows, next: rows.last?.number)
    }

    /// Needs whose words hold all that was typed, newest first.
    private static func search(
        _ text: String, _ filter: NeedFilter, in community: Identifier, _ reading: any Reading, _ now: Instant
    ) throws -> NeedPage<NeedSummary> {
        let condition = try condition(filter, in: community, reading, now)
        if let number = number(text) {
            let found = try reading.all(
                "SELECT \(summaryColumns) FROM need n WHERE \(condition) AND n.number = \(number)",
                decodeSummary)
            if !found.isEmpty { return NeedPage(rows: found, next: nil) }
        }
        let phrases = Bigrams.query(text)
        guard !phrases.isEmpty else { return NeedPage(rows: [], next: nil) }
        let limit = max(1, min(filter.limit, 1000))
        var rows: [NeedSummary] = []
        var before: Int64?
        // A bounded number of rounds: what is narrowed so far that 10,000 finds do not hold it is better
        // filtered.
        for _ in 0..<20 {
            let matches = try reading.search(
                WordSearch(community: community, kind: "need", words: phrases, before: before, limit: 500))
            guard let last = matches.last else { break }
            before = last.position
            let after: SQL = filter.after.map { " AND n.number < \($0)" } ?? ""
            rows += try reading.all(
                """
                SELECT \(summaryColumns) FROM need n WHERE \(condition)
                AND n.id IN \(list: matches.map(\.object))\(after)
                ORDER BY n.number DESC LIMIT \(limit + 1)
                """, decodeSummary)
            if rows.count > limit || matches.count < 500 { break }
        }
        return page(rows, limit)
    }

    /// Needs with the words that each is found by.
    static let words = WordSource("need") { after, limit, community, reading in
        let beyond: SQL = after.map { " AND n.id > \($0)" } ?? ""
        return try reading.all(
            """
            SELECT \(columns) FROM need n WHERE n.community = \(community)\(beyond)
            ORDER BY n.id LIMIT \(limit)
            """, decode
        ).map(\.wordDocument)
    }

    /// Writes the words of all needs at or below a place.
    static func index(below path: PlacePath, in work: Work) throws {
        try index("n.path >= \(path) AND n.path < \(path.end)", in: work)
    }

    /// The same for those that stand right at a place, and at none below it.
    static func index(at path: PlacePath, in work: Work) throws {
        try index("n.path = \(path)", in: work)
    }

    private static func index(_ condition: SQL, in work: Work) throws {
        try work.database.all(
            """
            SELECT \(columns) FROM need n WHERE n.community = \(work.community)
            AND \(condition) ORDER BY n.number LIMIT 1000000
            """, decode
        ).forEach { work.index($0) }
    }

    private static func order(_ filter: NeedFilter) -> SQL {
        switch filter.sort {
        case .newest: "ORDER BY n.number DESC"
        case .oldest: "ORDER BY n.number"
        case .due: "ORDER BY n.due, n.number"
        }
    }

    /// Where the next page begins, after the last row seen.
    private static func cursor(
        _ filter: NeedFilter, in community: Identifier, _ reading: any Reading
    ) throws -> SQL {
        guard let after = filter.after else { return "" }
        switch filter.sort {
        case .newest: return " AND n.number < \(after)"
        case .oldest: return " AND n.number > \(after)"
        case .due:
            let due = try reading.number(
                "SELECT due FROM need WHERE community = \(community) AND number = \(after)")
            return " AND (n.due > \(due) OR (n.due = \(due) AND n.number > \(after)))"
        }
    }
}
