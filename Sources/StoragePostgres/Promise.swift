import Storage

/// What the server must promise, so that what was acknowledged is there after the power fails; asked over
/// each new connection, for it may lead to another server.
enum Promise {
    /// Sets the connection's own limits, and reads back what the server promises.
    ///
    /// - Returns: what tells this house's locks from another's in the same database.
    /// - Throws: ``StorageFault/other`` with the setting that does not do.
    static func check(_ link: Link) throws -> Int64 {
        // A statement, a wait for a lock and an idle transaction all end some time, whoever forgot them.
        try link.send("SET statement_timeout = '30s'")
        try link.send("SET lock_timeout = '10s'")
        try link.send("SET idle_in_transaction_session_timeout = '60s'")
        let answer = try link.ask(
            """
            SELECT current_setting('fsync'), current_setting('full_page_writes'),
              current_setting('synchronous_commit'), pg_encoding_to_char(d.encoding),
              CASE WHEN d.datlocprovider = 'i' THEN 'ICU' ELSE d.datcollate END,
              CAST(current_setting('server_version_num') AS INTEGER),
              hashtextextended(COALESCE(current_schema(), ''), 0)
            FROM pg_database d WHERE d.datname = current_database()
            """)
        guard answer.count == 1 else { throw StorageFault.other("the database does not know itself") }
        let row = answer.row(0)
        try demand("fsync", row.text(0), among: ["on"])
        try demand("full_page_writes", row.text(1), among: ["on"])
        try demand("synchronous_commit", row.text(2), among: ["on", "remote_apply"])
        try demand("the encoding", row.text(3), among: ["UTF8"])
        try demand("the collation", row.text(4), among: ["C", "C.UTF-8", "POSIX"])
        guard row.integer(5) >= 150_000 else {
            throw StorageFault.other("PostgreSQL 15 or later is needed")
        }
        return row.integer(6)
    }

    private static func demand(_ name: String, _ value: String, among wanted: [String]) throws {
        guard wanted.contains(value) else {
            throw StorageFault.other(
                "\(name) of the database is \(value), but must be \(wanted.joined(separator: " or "))")
        }
    }
}
