import Actions
import Foundation
import Sealing
import Storage
import Values

/// Imports as they are stored.
enum ImportStore {
    private static let columns: SQL = """
        id, kind, file_name, mapping, state, rows, staged, checked, faults, known, brought, made, made_by,
        made_by_name, adopted
        """

    /// The header and the match of columns, as they lie in one column of the batch.
    private struct Mapping: Codable {
        let header: [String]
        let columns: [String: Int]
    }

    private static func decode(_ row: any Row, _ path: PlacePath) throws -> ImportBatch {
        let mapping = try JSONDecoder().decode(Mapping.self, from: Data(row.text(3).utf8))
        return ImportBatch(
            id: try row.identifier(0), path: path, kind: try row.choice(1), fileName: row.text(2),
            header: mapping.header, columns: mapping.columns, state: try row.choice(4), rows: row.int(5),
            staged: row.int(6), checked: row.int(7), faults: row.int(8), known: row.int(9),
            brought: row.int(10),
            made: row.instant(11), madeBy: try row.optionalIdentifier(12), madeByName: row.text(13),
            adopted: row.optionalInstant(14))
    }

    static func text(header: [String], columns: [String: Int]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(Mapping(header: header, columns: columns)), as: UTF8.self)
    }

    static func batch(
        _ id: Identifier, in community: Identifier, _ path: PlacePath, _ reading: any Reading
    ) throws -> ImportBatch? {
        try reading.first(
            "SELECT \(columns) FROM import_batch WHERE community = \(community) AND id = \(id)"
        ) { try decode($0, path) }
    }

    /// The latest imports, newest first.
    static func batches(
        in community: Identifier, _ path: PlacePath, _ reading: any Reading, limit: Int = 50
    ) throws -> [ImportBatch] {
        try reading.all(
            """
            SELECT \(columns) FROM import_batch WHERE community = \(community)
            ORDER BY made DESC, id DESC LIMIT \(limit)
            """
        ) { try decode($0, path) }
    }

    /// Imports that were being brought in when the program stopped, of all communities.
    static func interrupted(_ reading: any Reading) throws -> [(community: Identifier, batch: Identifier)] {
        try reading.all(
            """
            SELECT community, id FROM import_batch WHERE state = 'bringing' ORDER BY community, id LIMIT 100
            """
        ) { (try $0.identifier(0), try $0.identifier(1)) }
    }

    /// Whether the same file lies there unfinished.
    static func isOnItsWay(
        _ hash: [UInt8], _ kind: ImportKind, in community: Identifier, _ reading: any Reading
    ) throws -> Bool {
        try reading.exists(
            """
            SELECT id FROM import_batch WHERE community = \(community) AND kind = \(kind.rawValue)
            AND file_hash = \(hash) AND state = 'bringing' LIMIT 1
            """)
    }

    static func insert(
        _ batch: ImportBatch, hash: [UInt8], in community: Identifier, _ writing: any Writing
    ) throws {
        let mapping = try text(header: batch.header, columns: batch.columns)
        try writing.run(
            """
            INSERT INTO import_batch (community, id, kind, file_name, file_hash, mapping, state, rows, staged,
            checked, faults, known, brought, made, made_by, made_by_name) VALUES (\(community), \(batch.id),
            \(batch.kind.rawValue), \(batch.fileName), \(hash), \(mapping), \(batch.state.rawValue),
            \(batch.rows), 0, 0, 0, 0, 0, \(batch.made), \(batch.madeBy), \(batch.madeByName))
            """)
    }

    /// Writes what has changed of a batch.
    static func update(_ batch: ImportBatch, in community: Identifier, _ writing: any Writing) throws {
        let mapping = try text(header: batch.header, columns: batch.columns)
        try writing.run(
            """
            UPDATE import_batch SET mapping = \(mapping), state = \(batch.state.rawValue), staged = \
            \(batch.staged),
            checked = \(batch.checked), faults = \(batch.faults), known = \(batch.known),
            brought = \(batch.brought), adopted = \(batch.adopted)
            WHERE community = \(community) AND id = \(batch.id)
            """)
    }

    // MARK: Rows

    static func stage(
        _ row: ImportRow, of batch: Identifier, _ key: SubjectKey, in community: Identifier,
        _ writing: any Writing
    ) throws {
        let cells = Array(try JSONEncoder().encode(row.cells))
        let sealed = try key.seal(cells, context: context(batch, row.row))
        try writing.run(
            """
            INSERT INTO import_row (community, batch, row, line, cells, faults, is_known)
            VALUES (\(community), \(batch), \(row.row), \(row.line), \(sealed), '[]', 0)
            """)
    }

    /// Rows after one, in order; `faultyOnly` gives those with faults.
    static func rows(
        of batch: Identifier, after: Int, limit: Int, faultyOnly: Bool = false, _ key: SubjectKey,
        in community: Identifier, _ reading: any Reading
    ) throws -> [ImportRow] {
        let narrowed: SQL = faultyOnly ? " AND faults <> '[]'" : ""
        return try reading.all(
            """
            SELECT row, line, cells, faults, is_known, key, object FROM import_row WHERE community = \
            \(community)
            AND batch = \(batch) AND row > \(after)\(narrowed) ORDER BY row LIMIT \(limit)
            """
        ) { row in
            let cells = try key.open(row.bytes(2), context: context(batch, row.int(0)))
            return ImportRow(
                row: row.int(0), line: row.int(1),
                cells: try JSONDecoder().decode([String].self, from: Data(cells)),
                faults: try JSONDecoder().decode([RowFault].self, from: Data(row.text(3).utf8)),
                isKnown: row.flag(4), key: row.optionalBytes(5), object: try row.optionalIdentifier(6))
        }
    }

    static func mark(
        _ row: CheckedRow, of batch: Identifier, in community: Identifier, _ writing: any Writing
    ) throws {
        let faults = String(decoding: try JSONEncoder().encode(row.faults), as: UTF8.self)
        try writing.run(
            """
            UPDATE import_row SET faults = \(faults), is_known = \(row.isKnown), key = \(row.key)
            WHERE community = \(community) AND batch = \(batch) AND row = \(row.row)
            """)
    }

    static func remember(
        _ object: Identifier, for row: Int, of batch: Identifier, in community: Identifier,
        _ writing: any Writing
    ) throws {
        try writing.run(
            """
            UPDATE import_row SET object = \(object) WHERE community = \(community) AND batch = \(batch)
            AND row = \(row)
            """)
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

    // MARK: Marks

    /// Which of these marks rows have left that came in before.
    static func known(
        _ keys: [[UInt8]], _ kind: ImportKind, in community: Identifier, _ reading: any Reading
    ) throws -> Set<[UInt8]> {
        Set(
            try reading.all(
                """
                SELECT key FROM import_mark WHERE community = \(community) AND kind = \(kind.rawValue)
                AND key IN \(list: keys)
                """
            ) { $0.bytes(0) })
    }

    static func leaveMark(
        _ key: [UInt8], _ kind: ImportKind, for object: Identifier, in community: Identifier,
        _ writing: any Writing
    ) throws {
        try writing.run(
            """
            INSERT INTO import_mark (community, kind, key, object)
            VALUES (\(community), \(kind.rawValue), \(key), \(object))
            """)
    }

    static func removeMarks(
        of objects: [Identifier], _ kind: ImportKind, keys: [[UInt8]], in community: Identifier,
        _ writing: any Writing
    ) throws {
        try writing.run(
            """
            DELETE FROM import_mark WHERE community = \(community) AND kind = \(kind.rawValue)
            AND key IN \(list: keys) AND object IN \(list: objects)
            """)
    }

    private static func context(_ batch: Identifier, _ row: Int) -> String { "import \(batch) \(row)" }
}

/// What a look at one row found.
struct CheckedRow: Sendable {
    let row: Int
    let faults: [RowFault]
    let isKnown: Bool
    let key: [UInt8]
}
