import Actions
import Storage
import Values

extension NeedFigures {
    /// The kept figures of needs that are not 0.
    static func kept(in community: Identifier, _ reading: any Reading) throws -> [Key: Int64] {
        let rows = try reading.all(
            """
            SELECT path, name, number FROM figure WHERE community = \(community)
            AND name >= 'needs.' AND name < 'needs/' AND number <> 0 ORDER BY path, name LIMIT 1000000
            """
        ) { (Key(path: PlacePath(text: $0.text(0)), name: $0.text(1)), $0.integer(2)) }
        return Dictionary(rows) { first, _ in first }
    }

    /// How many needs share place, state, class, outcome, satisfaction, the day in China on which they were
    /// said, whether a sentence was released, and whether they are wishes that wait.
    ///
    /// - Parameters: `key`: only the needs of one class. `isQuiet`: whether a class is quiet.
    static func shares(
        in community: Identifier, _ reading: any Reading, of key: String? = nil,
        isQuiet: (String) -> Bool
    ) throws -> [(PlacePath, Share, Int64)] {
        let narrowed: SQL = key.map { " AND class = \($0)" } ?? ""
        return try reading.all(
            """
            SELECT path, state, class, outcome, satisfaction,
            (reported + 28800000000) / 86400000000, COUNT(1),
            CASE WHEN released IS NULL THEN 1 ELSE 0 END, \(isWaitingWish)
            FROM need WHERE community = \(community) AND held = 0\(narrowed)
            GROUP BY path, state, class, outcome, satisfaction, (reported + 28800000000) / 86400000000,
            CASE WHEN released IS NULL THEN 1 ELSE 0 END, \(isWaitingWish)
            ORDER BY path, state, class LIMIT 1000000
            """
        ) { row in
            let share = Share(
                state: try row.choice(1), classKey: row.text(2), outcome: row.optionalText(3),
                satisfaction: row.optionalInteger(4).flatMap(Satisfaction.init(rawValue:)),
                year: Day(number: row.int(5)).year, isPrivate: row.flag(7) && isQuiet(row.text(2)),
                isWaitingWish: row.flag(8))
            return (PlacePath(text: row.text(0)), share, row.integer(6))
        }
    }

    private static let isWaitingWish: SQL = """
        CASE WHEN kind = 'wish' AND is_open = 1 AND released IS NOT NULL AND claimed_by IS NULL
        THEN 1 ELSE 0 END
        """
}
