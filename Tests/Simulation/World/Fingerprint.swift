import GRDBSQLite

/// A number over every row of every table of a database file, read beside the house.
enum Fingerprint {
    static func of(_ path: String) throws -> UInt64 {
        var connection: OpaquePointer?
        guard sqlite3_open_v2(path, &connection, SQLITE_OPEN_READONLY, nil) == SQLITE_OK else {
            throw Broken("the file does not open for its fingerprint")
        }
        defer { sqlite3_close(connection) }
        var sum: UInt64 = 0xcbf2_9ce4_8422_2325
        var tables: [String] = []
        try rows(
            """
            SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'
            ORDER BY name
            """, connection
        ) { tables.append(String(cString: sqlite3_column_text($0, 0))) }
        for table in tables {
            mix(table.utf8, into: &sum)
            try rows("SELECT * FROM \"\(table)\"", connection) { row in
                for column in 0..<sqlite3_column_count(row) {
                    let count = Int(sqlite3_column_bytes(row, column))
                    mix([UInt8(truncatingIfNeeded: sqlite3_column_type(row, column))], into: &sum)
                    guard count > 0, let start = sqlite3_column_blob(row, column) else { continue }
                    mix(UnsafeRawBufferPointer(start: start, count: count), into: &sum)
                }
            }
        }
        return sum
    }

    /// FNV-1a, 64 bits.
    private static func mix(_ bytes: some Sequence<UInt8>, into sum: inout UInt64) {
        for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    }

    private static func rows(
        _ text: String, _ connection: OpaquePointer?, _ body: (OpaquePointer?) -> Void
    ) throws {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(connection, text, -1, &statement, nil) == SQLITE_OK else {
            throw Broken("\(text): \(String(cString: sqlite3_errmsg(connection)))")
        }
        defer { sqlite3_finalize(statement) }
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: body(statement)
            case SQLITE_DONE: return
            default: throw Broken("\(text): \(String(cString: sqlite3_errmsg(connection)))")
            }
        }
    }
}
