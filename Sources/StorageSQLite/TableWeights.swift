import Storage
import Values

/// What SQLite is told of how full tables are, so that it plans for a large community from the first day on.
///
/// Untold, it takes a community for some ten rows. Of a table that lies in the order of its key it then reads
/// the whole community rather than look something up in another index and go to the rows: right for ten rows,
/// ten milliseconds for fifty thousand people. The figures are the same in every house, so that its plans are
/// too.
struct TableWeights {
    let writing: any Writing
    private static let rows = 1_000_000, community = 10_000
    /// Behind the community: at a place or of a need in a key, and in another index.
    private static let inKey = 100, further = 10

    /// Writes the figures of every index of such a table, and has the engine take them up; a database that
    /// has them already is left as it is.
    func tell() throws {
        let figures = try indexes()
        if try isTold(figures) { return }
        // SQLite alone may make its table of figures: it does where it is asked for those of the schema
        // itself.
        try writing.run("ANALYZE sqlite_master")
        for index in figures {
            try writing.run("DELETE FROM sqlite_stat1 WHERE tbl = \(index.table) AND idx = \(index.name)")
            try writing.run(
                """
                INSERT INTO sqlite_stat1 (tbl, idx, stat)
                VALUES (\(index.table), \(index.name), \(index.figures))
                """)
        }
        try writing.run("ANALYZE sqlite_master")
    }

    private func isTold(_ figures: [Index]) throws -> Bool {
        let table: SQL = "SELECT COUNT(*) FROM sqlite_master WHERE name = 'sqlite_stat1'"
        guard try writing.number(table) > 0 else { return false }
        let told = try writing.all("SELECT tbl, idx, stat FROM sqlite_stat1 WHERE idx IS NOT NULL") {
            Index(table: $0.text(0), name: $0.text(1), figures: $0.text(2))
        }
        return Set(told).isSuperset(of: figures)
    }

    private struct Index: Hashable {
        let table: String
        let name: String
        /// As SQLite reads them: rows in all, then to each value of the first column, of the first two …
        let figures: String
    }

    private func indexes() throws -> [Index] {
        try writing.all(
            """
            SELECT t.name, l.name, l.origin, l."unique", COUNT(c.seqno) FROM sqlite_master t
            JOIN pragma_index_list(t.name) l JOIN pragma_index_info(l.name) c
            WHERE t.type = 'table' AND t.sql LIKE '%WITHOUT ROWID' AND l.partial = 0
            GROUP BY t.name, l.name, l.origin, l."unique"
            HAVING MAX(CASE WHEN c.seqno = 0 THEN c.name END) = 'community' ORDER BY t.name, l.name
            """
        ) { row in
            let isKey = row.text(2) == "pk", isUnique = isKey || row.flag(3), columns = row.int(4)
            var further = (1..<max(columns, 1)).map { isKey ? Self.inKey : max(2, Self.further - $0) }
            if isUnique, !further.isEmpty { further[further.count - 1] = 1 }
            // The key is the table itself, and goes by its name.
            let figures = ([Self.rows, Self.community] + further).map(String.init).joined(separator: " ")
            return Index(table: row.text(0), name: isKey ? row.text(0) : row.text(1), figures: figures)
        }
    }
}
