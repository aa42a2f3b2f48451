import Storage
import Values

/// Words in an FTS5 table beside a plain table that maps its rows to objects.
///
/// Newer rows have greater numbers, so "newest first" needs no sorting. Each word carries its community and
/// kind in front, so that a search walks only postings of its own, however many others there are.
extension Connection {
    static let wordSchema = """
        CREATE TABLE IF NOT EXISTS word_document (
          position INTEGER PRIMARY KEY, community BLOB NOT NULL, kind TEXT NOT NULL, object BLOB NOT NULL,
          UNIQUE (community, object));
        CREATE VIRTUAL TABLE IF NOT EXISTS word_index
          USING fts5 (words, tokenize = 'unicode61 remove_diacritics 0');
        """

    func search(_ search: WordSearch) throws -> [WordMatch] {
        let front = WordFront(search.community, search.kind)
        guard let query = search.words.map(front.marked).match, search.limit > 0 else { return [] }
        let before = search.before ?? .max
        return try all(
            """
            SELECT d.object, d.position FROM word_index w JOIN word_document d ON d.position = w.rowid
            WHERE word_index MATCH \(query) AND w.rowid < \(before) AND d.community = \(search.community)
            AND d.kind = \("\(search.kind)") ORDER BY w.rowid DESC LIMIT \(search.limit)
            """
        ) { WordMatch(object: try $0.identifier(0), position: $0.integer(1)) }
    }

    func holds(_ document: WordDocument) throws -> Bool {
        let marked = WordFront(document.community, document.kind).marked(document.words)
        return try exists(
            """
            SELECT 1 FROM word_document d JOIN word_index w ON w.rowid = d.position
            WHERE d.community = \(document.community) AND d.object = \(document.object)
            AND d.kind = \("\(document.kind)") AND w.words = \(marked)
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
        let marked = WordFront(document.community, document.kind).marked(document.words)
        try run("INSERT INTO word_index (rowid, words) VALUES (\(position), \(marked))")
    }
}

/// What stands in front of every word of a community's objects of one kind.
///
/// Few letters, for each word has them; where two communities happen to share theirs, the rows are told apart
/// by the table beside.
struct WordFront {
    private let front: String

    init(_ community: Identifier, _ kind: StaticString) {
        let mixed = community.low ^ kind.withUTF8Buffer { $0.reduce(0) { $0 &* 31 &+ UInt64($1) } }
        front = "z" + String((mixed &* 0x9E37_79B9_7F4A_7C15) >> 33, radix: 36)
    }

    func marked(_ words: String) -> String {
        words.split(separator: " ").map { front + $0 }.joined(separator: " ")
    }

    func marked(_ word: SearchWord) -> SearchWord {
        SearchWord(tokens: word.tokens.map { front + $0 }, isPrefix: word.isPrefix)
    }
}
