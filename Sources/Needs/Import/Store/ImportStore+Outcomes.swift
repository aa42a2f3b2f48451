import Actions
import Foundation
import People
import Storage
import Values

/// What became of the rows of an import.
extension ImportStore {
    static func remember(
        _ object: Identifier, for row: Int, of batch: Identifier, in community: Identifier,
        _ writing: any Writing
    ) throws {
        try writing.run(
            """
            UPDATE import_row SET object = \(object), outcome = \(RowOutcome.brought.rawValue)
            WHERE community = \(community) AND batch = \(batch) AND row = \(row)
            """)
    }

    /// Says what became of a row, and with `trace` what it takes to undo it.
    static func settle(
        _ row: Int, as outcome: RowOutcome, trace: [UInt8]? = nil, why: Text? = nil, of batch: Identifier,
        in community: Identifier, _ writing: any Writing
    ) throws {
        let said = try why.map { why in
            String(decoding: try JSONEncoder().encode([why.chinese, why.english]), as: UTF8.self)
        }
        let kept: SQL = trace == nil ? "" : ", changes = \(trace), object = person"
        try writing.run(
            """
            UPDATE import_row SET outcome = \(outcome.rawValue), why = \(said ?? "")\(kept)
            WHERE community = \(community) AND batch = \(batch) AND row = \(row)
            """)
    }

    /// Up to so many rows whose effect is still there: those that changed somebody, then those that brought
    /// somebody, the last first.
    static func effects(
        of batch: Identifier, most: Int, in community: Identifier, _ reading: any Reading
    ) throws -> [ImportEffect] {
        let changed = try effects(.changed, of: batch, most: most, in: community, reading)
        return try changed.isEmpty
            ? effects(.brought, of: batch, most: most, in: community, reading) : changed
    }

    private static func effects(
        _ outcome: RowOutcome, of batch: Identifier, most: Int, in community: Identifier,
        _ reading: any Reading
    ) throws -> [ImportEffect] {
        try reading.all(
            """
            SELECT row, key, object, changes FROM import_row WHERE community = \(community)
            AND batch = \(batch) AND outcome = \(outcome.rawValue) AND object IS NOT NULL
            ORDER BY row DESC LIMIT \(most)
            """
        ) { row in
            ImportEffect(
                row: row.int(0), key: row.optionalBytes(1) ?? [], person: try row.identifier(2),
                trace: outcome == .changed ? row.optionalBytes(3) : nil)
        }
    }

    /// Rows that stayed without effect, or whose effect stays, with why.
    static func leftRows(
        of batch: Identifier, limit: Int, in community: Identifier, _ reading: any Reading
    ) throws -> [LeftRow] {
        let outcomes = [RowOutcome.left.rawValue, RowOutcome.kept.rawValue]
        return try reading.all(
            """
            SELECT line, COALESCE(object, person), why FROM import_row WHERE community = \(community)
            AND batch = \(batch) AND outcome IN \(list: outcomes) ORDER BY row LIMIT \(limit)
            """
        ) { row in
            let why = try JSONDecoder().decode([String].self, from: Data(row.text(2).utf8))
            return LeftRow(
                line: row.int(0), person: try row.optionalIdentifier(1), chinese: why.first ?? "",
                english: why.last ?? "")
        }
    }

    /// Takes the file's words out of up to so many rows after one, and away those that did nothing; the
    /// last row that was looked at, 0 where there is none.
    static func stripRows(
        of batch: Identifier, after: Int, most: Int, in community: Identifier, _ writing: any Writing
    ) throws -> Int {
        let last = try writing.number(
            """
            SELECT MAX(row) FROM (SELECT row FROM import_row WHERE community = \(community)
            AND batch = \(batch) AND row > \(after) ORDER BY row LIMIT \(most)) part
            """)
        let idle = [RowOutcome.open.rawValue, RowOutcome.same.rawValue], none: [UInt8] = []
        let these: SQL =
            "WHERE community = \(community) AND batch = \(batch) AND row > \(after) AND row <= \(last)"
        try writing.run("DELETE FROM import_row \(these) AND outcome IN \(list: idle)")
        try writing.run("UPDATE import_row SET cells = \(none) \(these)")
        return Int(last)
    }

    /// Removes up to so many rows of a batch; how many went.
    static func removeRows(
        of batch: Identifier, most: Int, in community: Identifier, _ writing: any Writing
    ) throws -> Int {
        try writing.run(
            """
            DELETE FROM import_row WHERE community = \(community) AND batch = \(batch) AND row IN
            (SELECT row FROM import_row WHERE community = \(community) AND batch = \(batch) ORDER BY row \
            LIMIT \(most))
            """)
    }
}

/// A row without effect, or whose effect could not be undone.
struct LeftRow: Codable, Sendable {
    let line: Int
    let person: Identifier?
    let chinese: String
    let english: String
}

/// What somebody once said headings mean.
enum HeadingStore {
    /// A heading of at most so many characters is remembered.
    private static let longest = 80

    static func remember(
        _ heading: String, as meaning: String, _ kind: ImportKind, in community: Identifier,
        _ writing: any Writing
    ) throws {
        guard heading.unicodeScalars.count <= longest else { return }
        try writing.run(
            """
            INSERT INTO import_heading (community, kind, heading, meaning)
            VALUES (\(community), \(kind.rawValue), \(heading), \(meaning))
            ON CONFLICT (community, kind, heading) DO UPDATE SET meaning = \(meaning)
            """)
    }

    /// What these headings mean, where somebody has said so; an empty meaning is none.
    static func meanings(
        of headings: [String], _ kind: ImportKind, in community: Identifier, _ reading: any Reading
    ) throws -> [String: String] {
        let found = try reading.all(
            """
            SELECT heading, meaning FROM import_heading WHERE community = \(community)
            AND kind = \(kind.rawValue) AND heading IN \(list: headings) ORDER BY heading LIMIT 1000
            """
        ) { ($0.text(0), $0.text(1)) }
        return Dictionary(found) { first, _ in first }
    }
}
