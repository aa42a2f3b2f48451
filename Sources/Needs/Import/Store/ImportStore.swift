import Actions
import Foundation
import Sealing
import Storage
import Values

/// Imports as they are stored.
enum ImportStore {
    private static let columns: SQL = """
        id, kind, file_name, mapping, state, rows, staged, checked, faults, known, brought, made, made_by,
        made_by_name, adopted, changed, homes, left_alone, undone
        """

    /// The header and the match of columns, as they lie in one column of the batch.
    private struct Mapping: Codable {
        let header: [String]
        let columns: [String: Int]
    }

    private static func decode(_ row: any Row, _ path: PlacePath) throws -> ImportBatch {
        let mapping = try JSONDecoder().decode(Mapping.self, from: Data(row.text(3).utf8))
        var batch = ImportBatch(
            id: try row.identifier(0), path: path, kind: try row.choice(1), fileName: row.text(2),
            header: mapping.header, columns: mapping.columns, state: try row.choice(4), rows: row.int(5),
            made: row.instant(11), madeBy: try row.optionalIdentifier(12), madeByName: row.text(13))
        (batch.staged, batch.checked, batch.faults) = (row.int(6), row.int(7), row.int(8))
        (batch.known, batch.brought, batch.adopted) = (row.int(9), row.int(10), row.optionalInstant(14))
        (batch.changed, batch.homes) = (row.int(15), row.int(16))
        (batch.leftAlone, batch.undone) = (row.int(17), row.int(18))
        return batch
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

    /// Imports that were being brought in or taken back when the program stopped, of all communities.
    static func interrupted(_ reading: any Reading) throws -> [(community: Identifier, batch: Identifier)] {
        let states = [ImportState.bringing, .changing, .undoing].map(\.rawValue)
        return try reading.all(
            """
            SELECT community, id FROM import_batch WHERE state IN \(list: states)
            ORDER BY community, id LIMIT 100
            """
        ) { (try $0.identifier(0), try $0.identifier(1)) }
    }

    /// Imports of before a moment of which it is still written what each row did.
    static func undoable(
        before: Instant, _ reading: any Reading
    ) throws -> [(community: Identifier, batch: Identifier)] {
        try reading.all(
            """
            SELECT b.community, b.id FROM import_batch b WHERE b.adopted < \(before)
            AND b.state IN ('adopted', 'undone') AND EXISTS (SELECT 1 FROM import_row r
            WHERE r.community = b.community AND r.batch = b.id) ORDER BY b.community, b.id LIMIT 100
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
            AND file_hash = \(hash) AND state IN ('bringing', 'changing') LIMIT 1
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
            UPDATE import_batch SET mapping = \(mapping), state = \(batch.state.rawValue),
            rows = \(batch.rows), staged = \(batch.staged), checked = \(batch.checked),
            faults = \(batch.faults), known = \(batch.known), brought = \(batch.brought),
            adopted = \(batch.adopted), changed = \(batch.changed), homes = \(batch.homes),
            left_alone = \(batch.leftAlone), undone = \(batch.undone)
            WHERE community = \(community) AND id = \(batch.id)
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
}
