import GRDBSQLite
import Glibc

/// A database as its readers see it at a moment: the pages of the file, and those that the log has newer.
///
/// Two of the same pages are the same. A start may raise counts in the first page or clear pages that are
/// free, so where pages differ every row of every table decides.
final class Fingerprint {
    private let image: UnsafeMutablePointer<UInt8>
    private let size: Int64

    init(of path: String) throws {
        var connection: OpaquePointer?
        defer { sqlite3_close(connection) }
        guard sqlite3_open_v2(path, &connection, SQLITE_OPEN_READONLY, nil) == SQLITE_OK else {
            throw Broken("the file does not open for its fingerprint")
        }
        var size: Int64 = 0
        guard let image = sqlite3_serialize(connection, "main", &size, 0), size > 100 else {
            throw Broken("the pages cannot be read: \(String(cString: sqlite3_errmsg(connection)))")
        }
        // In memory there is no log to be looked for.
        (image[18], image[19]) = (1, 1)
        (self.image, self.size) = (image, size)
    }

    deinit { sqlite3_free(image) }

    func isSame(as other: Fingerprint) throws -> Bool {
        if size == other.size, memcmp(image, other.image, Int(size)) == 0 { return true }
        return try sum() == other.sum()
    }

    /// A number over every row of every table.
    private func sum() throws -> UInt64 {
        var connection: OpaquePointer?
        defer { sqlite3_close(connection) }
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY
        guard sqlite3_open_v2(":memory:", &connection, flags, "unix") == SQLITE_OK,
            sqlite3_deserialize(connection, "main", image, size, size, UInt32(SQLITE_DESERIALIZE_READONLY))
                == SQLITE_OK
        else { throw Broken("the pages do not open as a database") }
        var sum: UInt64 = 0xcbf2_9ce4_8422_2325
        var tables: [String] = []
        try rows(
            """
            SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'
            ORDER BY name
            """, connection
        ) { tables.append(String(cString: sqlite3_column_text($0, 0))) }
        for table in tables {
            Self.mix(table.utf8, into: &sum)
            try rows("SELECT * FROM \"\(table)\"", connection) { row in
                for column in 0..<sqlite3_column_count(row) {
                    let count = Int(sqlite3_column_bytes(row, column))
                    Self.mix([UInt8(truncatingIfNeeded: sqlite3_column_type(row, column))], into: &sum)
                    guard count > 0, let start = sqlite3_column_blob(row, column) else { continue }
                    Self.mix(UnsafeRawBufferPointer(start: start, count: count), into: &sum)
                }
            }
        }
        return sum
    }

    /// FNV-1a, 64 bits.
    private static func mix(_ bytes: some Sequence<UInt8>, into sum: inout UInt64) {
        for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    }

    private func rows(
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
