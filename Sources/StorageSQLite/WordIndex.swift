import Storage
import Values

/// Words in an FTS5 table beside a plain table that maps its rows to objects.
///
/// Newer rows have greater numbers, so "newest first" needs no sorting. A column of its own marks each
/// document with
/// its community and kind, so that a search walks only postings of its own, and nobody can type a mark.
extension Connection {
    static let wordSchema = """
        CREATE TABLE IF NOT EXISTS word_document (
          position INTEGER PRIMARY KEY, community BLOB NOT NULL, kind TEXT NOT NULL, object BLOB NOT NULL,
          UNIQUE (community, object));
        CREATE VIRTUAL TABLE IF NOT EXISTS word_index
          USING fts5 (marks, words, tokenize = 'unicode61 remove_diacritics 0');
        """

    func search(_ search: WordSearch) throws -> [WordMatch] {
        guard let words = search.words.match, search.limit > 0 else { return [] }
        let (community, kind) = marks(search.community, search.kind)
        let query = "marks : (\(community) AND \(kind)) AND words : (\(words))"
        let before = search.before ?? .max
        return try all(
            """
            SELECT d.object, d.position FROM word_index w JOIN word_document d ON d.position = w.rowid
            WHERE word_index MATCH \(query) AND w.rowid < \(before) AND d.community = \(search.community)
            ORDER BY w.rowid DESC LIMIT \(search.limit)
            """
        ) { WordMatch(object: try $0.identifier(0), position: $0.integer(1)) }
    }

    func holds(_ document: WordDocument) throws -> Bool {
        let (community, kind) = marks(document.community, document.kind)
        return try exists(
            """
            SELECT 1 FROM word_document d JOIN word_index w ON w.rowid = d.position
            WHERE d.community = \(document.community) AND d.object = \(document.object)
            AND w.marks = \("\(community) \(kind)") AND w.words = \(document.words)
            """)
    }

    /// Writes the words that waited for the end of the group; the last document of an object wins.
    func writeWaitingWords() throws {
        let documents = waitingWords.lastOfEachObject
        waitingWords.removeAll(keepingCapacity: true)
        for document in documents { try write(document) }
    }

    private func write(_ document: WordDocument) throws {
        let known = try first(
            """
            SELECT position FROM word_document
            WHERE community = \(document.community) AND object = \(document.object)
            """
        ) { $0.integer(0) }
        let position: Int64
        if let known {
            position = known
            try run("DELETE FROM word_index WHERE rowid = \(position)")
        } else {
            try run(
                """
                INSERT INTO word_document (community, kind, object)
                VALUES (\(document.community), \("\(document.kind)"), \(document.object))
                """)
            position = try number("SELECT last_insert_rowid()")
        }
        let (community, kind) = marks(document.community, document.kind)
        try run(
            """
            INSERT INTO word_index (rowid, marks, words)
            VALUES (\(position), \("\(community) \(kind)"), \(document.words))
            """)
    }

    private func marks(_ community: Identifier, _ kind: StaticString) -> (community: String, kind: String) {
        ("c" + String(community.low, radix: 36), "k\(kind)")
    }
}
