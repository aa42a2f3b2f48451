import Actions
import Foundation
import People
import Sealing
import Storage
import Values

/// The rows of an import: laid down, looked at, mended.
extension ImportStore {
    static func stage(
        _ row: ImportRow, of batch: Identifier, _ key: SubjectKey, in community: Identifier,
        _ writing: any Writing
    ) throws {
        try writing.run(
            """
            INSERT INTO import_row (community, batch, row, line, cells, faults, is_known)
            VALUES (\(community), \(batch), \(row.row), \(row.line),
            \(try seal(row.cells, of: batch, row.row, key)), '[]', 0)
            """)
    }

    /// Which rows of a batch are wanted.
    enum Wanted {
        case all, faulty, changing, makingHomes
        /// These, at most a few hundred.
        case these([Int])

        fileprivate var condition: SQL {
            switch self {
            case .all: ""
            case .faulty: " AND faults <> '[]'"
            case .changing: " AND faults = '[]' AND is_known = 0 AND person IS NOT NULL AND outcome = ''"
            case .makingHomes: " AND faults = '[]' AND is_known = 0 AND needs_home = 1"
            case .these(let rows): " AND row IN \(list: rows)"
            }
        }
    }

    /// Rows after one, in order.
    static func rows(
        _ wanted: Wanted = .all, of batch: Identifier, after: Int = 0, limit: Int, _ key: SubjectKey,
        in community: Identifier, _ reading: any Reading
    ) throws -> [ImportRow] {
        try reading.all(
            """
            SELECT row, line, cells, faults, is_known, key, object, person, changes, needs_home
            FROM import_row WHERE community = \(community) AND batch = \(batch)
            AND row > \(after)\(wanted.condition) ORDER BY row LIMIT \(limit)
            """
        ) { row in
            let number = row.int(0), faults = row.text(3)
            var read = ImportRow(
                row: number, line: row.int(1), cells: try open(row.bytes(2), of: batch, number, key),
                faults: faults == "[]"
                    ? [] : try JSONDecoder().decode([RowFault].self, from: Data(faults.utf8)),
                isKnown: row.flag(4), key: row.optionalBytes(5), object: try row.optionalIdentifier(6))
            read.person = try row.optionalIdentifier(7)
            if let sealed = row.optionalBytes(8) {
                let bytes = try key.open(sealed, context: changesContext(batch, number))
                read.changes = try JSONDecoder().decode([RegisterDifference].self, from: Data(bytes))
            }
            read.needsHome = row.flag(9)
            return read
        }
    }

    static func mark(
        _ row: CheckedRow, of batch: Identifier, _ key: SubjectKey, in community: Identifier,
        _ writing: any Writing
    ) throws {
        let faults =
            row.faults.isEmpty ? "[]" : String(decoding: try JSONEncoder().encode(row.faults), as: UTF8.self)
        let changes =
            try row.changes.isEmpty
            ? nil
            : key.seal(
                Array(try JSONEncoder().encode(row.changes)), context: changesContext(batch, row.row))
        try writing.run(
            """
            UPDATE import_row SET faults = \(faults), is_known = \(row.isKnown), key = \(row.key),
            who = \(row.who), person = \(row.person), changes = \(changes), needs_home = \(row.needsHome)
            WHERE community = \(community) AND batch = \(batch) AND row = \(row.row)
            """)
    }

    static func mend(
        _ row: MendedRow, of batch: Identifier, _ key: SubjectKey, in community: Identifier,
        _ writing: any Writing
    ) throws {
        guard let cells = row.cells else {
            try writing.run(
                """
                DELETE FROM import_row WHERE community = \(community) AND batch = \(batch)
                AND row = \(row.row)
                """)
            return
        }
        try writing.run(
            """
            UPDATE import_row SET cells = \(try seal(cells, of: batch, row.row, key))
            WHERE community = \(community) AND batch = \(batch) AND row = \(row.row)
            """)
    }

    /// Counts the rows of a batch again, after single ones were mended.
    static func recount(
        _ batch: inout ImportBatch, in community: Identifier, _ reading: any Reading
    ) throws {
        let counts = try reading.first(
            """
            SELECT COUNT(*), SUM(CASE WHEN faults <> '[]' THEN 1 ELSE 0 END),
            SUM(CASE WHEN faults = '[]' AND is_known = 1 THEN 1 ELSE 0 END),
            SUM(CASE WHEN faults = '[]' AND is_known = 0 AND person IS NOT NULL THEN 1 ELSE 0 END),
            SUM(CASE WHEN faults = '[]' AND is_known = 0 AND needs_home = 1 THEN 1 ELSE 0 END)
            FROM import_row WHERE community = \(community) AND batch = \(batch.id)
            """
        ) { row in (0..<5).map { row.isNull($0) ? 0 : row.int($0) } }
        guard let counts else { return }
        (batch.rows, batch.staged, batch.checked) = (counts[0], counts[0], counts[0])
        (batch.faults, batch.known, batch.changed, batch.homes) = (counts[1], counts[2], counts[3], counts[4])
    }

    /// The first row of a batch, outside of `rows`, that has each of the values.
    static func first(
        _ column: SQL, _ values: [[UInt8]], but rows: [Int], of batch: Identifier,
        in community: Identifier, _ reading: any Reading
    ) throws -> [[UInt8]: Int] {
        var found: [[UInt8]: Int] = [:]
        let few = Set(rows)
        try reading.each(
            """
            SELECT \(column), row FROM import_row WHERE community = \(community) AND batch = \(batch)
            AND \(column) IN \(list: values) ORDER BY row LIMIT 100000
            """
        ) { row in
            let value = row.bytes(0), number = row.int(1)
            if !few.contains(number), found[value] == nil { found[value] = number }
        }
        return found
    }

    /// The rows that have one of these keys or are about one of these people.
    static func rows(
        keys: [[UInt8]], whos: [[UInt8]], of batch: Identifier, in community: Identifier,
        _ reading: any Reading
    ) throws -> [Int] {
        try reading.all(
            """
            SELECT row FROM import_row WHERE community = \(community) AND batch = \(batch)
            AND (key IN \(list: keys) OR who IN \(list: whos)) ORDER BY row LIMIT 5000
            """
        ) { $0.int(0) }
    }

    /// The keys and people that these rows were marked with.
    static func signs(
        of rows: [Int], of batch: Identifier, in community: Identifier, _ reading: any Reading
    ) throws -> [(key: [UInt8]?, who: [UInt8]?)] {
        try reading.all(
            """
            SELECT key, who FROM import_row WHERE community = \(community) AND batch = \(batch)
            AND row IN \(list: rows) ORDER BY row LIMIT 5000
            """
        ) { ($0.optionalBytes(0), $0.optionalBytes(1)) }
    }

    /// The rows by the lines of the file at which they stand.
    static func rows(
        atLines lines: [Int], of batch: Identifier, in community: Identifier, _ reading: any Reading
    ) throws -> [Int: Int] {
        let found = try reading.all(
            """
            SELECT line, row FROM import_row WHERE community = \(community) AND batch = \(batch)
            AND line IN \(list: lines) ORDER BY row LIMIT 5000
            """
        ) { ($0.int(0), $0.int(1)) }
        return Dictionary(found) { first, _ in first }
    }

    private static func seal(
        _ cells: [String], of batch: Identifier, _ row: Int, _ key: SubjectKey
    ) throws -> [UInt8] {
        try key.seal(CellBytes.written(cells), context: "import \(batch) \(row)")
    }

    private static func open(
        _ sealed: [UInt8], of batch: Identifier, _ row: Int, _ key: SubjectKey
    ) throws -> [String] {
        if sealed.isEmpty { return [] }
        return try CellBytes.read(try key.open(sealed, context: "import \(batch) \(row)"))
    }

    private static func changesContext(_ batch: Identifier, _ row: Int) -> String {
        "import changes \(batch) \(row)"
    }
}

/// Cells in a row of bytes: each as its length in four bytes, the lowest first, then its text.
enum CellBytes {
    static func written(_ cells: [String]) -> [UInt8] {
        var bytes: [UInt8] = []
        for cell in cells {
            var cell = cell
            cell.withUTF8 { text in
                let length = UInt32(text.count)
                bytes.append(contentsOf: (0..<4).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) })
                bytes.append(contentsOf: text)
            }
        }
        return bytes
    }

    /// - Throws: ``StorageFault/unreadable(_:)`` where the bytes end too early or are no text.
    static func read(_ bytes: [UInt8]) throws -> [String] {
        var cells: [String] = []
        var at = 0
        while at < bytes.count {
            guard at + 4 <= bytes.count else { throw StorageFault.unreadable("cells of an import") }
            let length = (0..<4).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
            at += 4
            guard length <= bytes.count - at,
                let text = String(validating: bytes[at..<(at + length)], as: UTF8.self)
            else { throw StorageFault.unreadable("cells of an import") }
            cells.append(text)
            at += length
        }
        return cells
    }
}
