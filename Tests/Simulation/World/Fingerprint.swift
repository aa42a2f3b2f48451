import GRDBSQLite

/// A number over every byte of a database as its readers see it now: the pages of the file, and those that
/// the log has newer.
///
/// Two databases of the same pages have the same rows, in the same order, in every table and index.
enum Fingerprint {
    static func of(_ path: String) throws -> UInt64 {
        var connection: OpaquePointer?
        defer { sqlite3_close(connection) }
        guard sqlite3_open_v2(path, &connection, SQLITE_OPEN_READONLY, nil) == SQLITE_OK else {
            throw Broken("the file does not open for its fingerprint")
        }
        var size: Int64 = 0
        guard let image = sqlite3_serialize(connection, "main", &size, 0), size > 0 else {
            throw Broken("the pages cannot be read: \(String(cString: sqlite3_errmsg(connection)))")
        }
        defer { sqlite3_free(image) }
        // Counts that a start raises without changing anything: of the file's changes, and of the schema's,
        // which is itself a table.
        for place in [24..<28, 40..<44, 92..<96].joined() { image[place] = 0 }
        return mixed(UnsafeRawBufferPointer(start: image, count: Int(size)))
    }

    /// Eight bytes at a time, each mixed into all bits; pages are whole multiples of eight.
    private static func mixed(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var sum = UInt64(bytes.count)
        for start in stride(from: 0, to: bytes.count - 7, by: 8) {
            sum = (sum ^ bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)) &* 0x9e37_79b9_7f4a_7c15
            sum ^= sum >> 29
        }
        return sum
    }
}
