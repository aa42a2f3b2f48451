import Foundation
public import Storage
public import Values

/// The vocabulary as it is stored. A community without entries of its own has the defaults.
public enum VocabularyStore {
    /// Communities kept at once.
    private static let kept = Kept<Identifier, Vocabulary>(most: 64)

    /// The community's words.
    public static func vocabulary(in community: Identifier, _ reading: any Reading) throws -> Vocabulary {
        try kept.value(community, reading) { reading in
            let terms = try terms(in: community, reading)
            return terms.isEmpty ? .defaults : Vocabulary(terms)
        } ?? .defaults
    }

    static func terms(in community: Identifier, _ reading: any Reading) throws -> [Term] {
        let decoder = JSONDecoder()
        return try reading.all(
            """
            SELECT list, key, chinese, english, hint_chinese, hint_english, parent, sort, details, closed
            FROM term WHERE community = \(community) ORDER BY list, sort, key LIMIT 5000
            """
        ) { row in
            Term(
                list: try row.choice(0), key: row.text(1), chinese: row.text(2), english: row.text(3),
                hintChinese: row.text(4), hintEnglish: row.text(5), parent: row.optionalText(6),
                sort: row.integer(7),
                details: try decoder.decode(TermDetails.self, from: Data(row.text(8).utf8)),
                isClosed: !row.isNull(9))
        }
    }

    /// Writes one entry, new or changed.
    static func put(_ term: Term, at now: Instant, in community: Identifier, _ writing: any Writing) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let details = String(decoding: try encoder.encode(term.details), as: UTF8.self)
        try writing.run(
            """
            INSERT INTO term (community, list, key, chinese, english, hint_chinese, hint_english, parent,
            sort,
            details, closed) VALUES (\(community), \(term.list.rawValue), \(term.key), \(term.chinese),
            \(term.english), \(term.hintChinese), \(term.hintEnglish), \(term.parent), \(term.sort),
            \(details),
            \(term.isClosed ? now : nil))
            ON CONFLICT (community, list, key) DO UPDATE SET chinese = excluded.chinese,
            english = excluded.english, hint_chinese = excluded.hint_chinese,
            hint_english = excluded.hint_english, parent = excluded.parent, sort = excluded.sort,
            details = excluded.details, closed = excluded.closed
            """)
    }

    /// Copies the defaults into a community that has no entries yet.
    static func adoptDefaults(at now: Instant, in community: Identifier, _ writing: any Writing) throws {
        guard !(try writing.exists("SELECT key FROM term WHERE community = \(community) LIMIT 1")) else {
            return
        }
        for term in Vocabulary.defaultTerms { try put(term, at: now, in: community, writing) }
    }
}
