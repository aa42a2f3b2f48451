import Csqlite

/// The rows that belong to needs which one database has and another has not yet.
struct AcceptedNeeds {
    /// Rows of one need, ready to be written.
    private struct Rows {
        var inserts: [(statement: String, cells: [Cell])] = []
        /// The keys of the figures in which the need counts one.
        var figures: [[Cell]] = []
        var words: (object: Cell, community: Cell, kind: Cell, text: Cell)?
    }

    private var needs: [Rows] = []
    var count: Int { needs.count }

    private static let tables = [
        ("need", "need t WHERE t.community = ?1 AND t.id = ?2"),
        ("need_event", "need_event t WHERE t.community = ?1 AND t.need = ?2"),
        ("subject_key", "subject_key t WHERE t.community = ?1 AND t.subject = ?2"),
        ("record", "record t WHERE t.community = ?1 AND t.object = ?2"),
        (
            "record_value",
            """
            record r JOIN record_value t ON t.community = r.community AND t.number = r.number
            WHERE r.community = ?1 AND r.object = ?2
            """
        ),
    ]
    private static let figure = """
        INSERT INTO figure (community, path, name, number) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (community, path, name) DO UPDATE SET number = figure.number + excluded.number
        """
    private static let serial = """
        INSERT INTO serial (community, kind, last) VALUES (?1, 'need', 1)
        ON CONFLICT (community, kind) DO UPDATE SET last = serial.last + 1
        """

    init(from: Engine, beyond into: Engine, atMost most: Int64) throws {
        let last = try into.number("SELECT MAX(number) FROM need")
        let found = try from.rows(
            "SELECT community, id FROM need WHERE number > ?1 ORDER BY number LIMIT ?2",
            [.integer(last), .integer(most)])
        for key in found { needs.append(try Self.rows(of: key, from)) }
    }

    /// Everything that the rules wrote for one need: itself, history, record, data key, figures and words.
    private static func rows(of key: [Cell], _ from: Engine) throws -> Rows {
        var rows = Rows()
        for (table, wanted) in tables {
            for cells in try from.rows("SELECT t.* FROM \(wanted)", key) {
                let places = Array(repeating: "?", count: cells.count).joined(separator: ", ")
                rows.inserts.append(("INSERT INTO \(table) VALUES (\(places))", cells))
            }
        }
        rows.inserts.append((serial, [key[0]]))
        rows.figures = try figures(of: key, from)
        let words = try from.rows(
            """
            SELECT d.object, d.community, d.kind, w.words FROM word_document d
            JOIN word_index w ON w.rowid = d.position WHERE d.community = ?1 AND d.object = ?2
            """, key)
        if let word = words.first { rows.words = (word[0], word[1], word[2], word[3]) }
        return rows
    }

    /// The keys of the figures in which a need counts: at its place and at each above it that has some.
    private static func figures(of key: [Cell], _ from: Engine) throws -> [[Cell]] {
        let found = try from.rows(
            """
            SELECT path, 'needs.state.' || state, 'needs.class.' || class, 'needs.open.class.' || class,
            'needs.said.' || strftime('%Y', reported / 1000000 + 28800, 'unixepoch') FROM need
            WHERE community = ?1 AND id = ?2
            """, key)
        guard let need = found.first, case .text(let path) = need[0] else { return [] }
        let ends = path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: "/") }
        return try ends.flatMap { end in
            try from.rows(
                """
                SELECT community, path, name FROM figure WHERE community = ?1 AND path = ?2
                AND name IN ('needs.all', ?3, ?4, ?5, ?6) ORDER BY name
                """, [key[0], .text(String(path[...end]))] + need.dropFirst())
        }
    }

    /// Writes them in groups, each one durable transaction, figures and words once at its end; answers how
    /// many groups.
    func write(_ engine: Engine, groupsOf size: Int) throws -> Int {
        var groups = 0
        for start in stride(from: 0, to: needs.count, by: size) {
            let group = needs[start..<min(start + size, needs.count)]
            try engine.run("BEGIN IMMEDIATE")
            for need in group {
                for insert in need.inserts { try engine.run(insert.statement, insert.cells) }
            }
            var sums: [[Cell]: Int64] = [:]
            for figure in group.flatMap(\.figures) { sums[figure, default: 0] += 1 }
            for (key, number) in sums { try engine.run(Self.figure, key + [.integer(number)]) }
            for words in group.compactMap(\.words) {
                try engine.run(
                    "INSERT INTO word_document (community, kind, object) VALUES (?1, ?2, ?3)",
                    [words.community, words.kind, words.object])
                let position = try engine.number("SELECT last_insert_rowid()")
                try engine.run(
                    "INSERT INTO word_index (rowid, words) VALUES (?1, ?2)", [.integer(position), words.text])
            }
            try engine.run("COMMIT")
            groups += 1
        }
        return groups
    }
}
