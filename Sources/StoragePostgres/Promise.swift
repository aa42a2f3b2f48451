import Storage

/// What a server answers to a new connection: who it is, and that what it acknowledges is there after the
/// power fails. Asked over each new connection, for it may lead to another server.
struct Promise {
    /// Tells this house's locks from another's in the same database.
    let salt: Int64
    /// The timeline on which it writes, one more after each promotion; nil where it only follows another.
    let timeline: Int64?
    /// Of the server and all that were copied from it.
    let cluster: Int64

    /// Sets the connection's own limits, and reads back what the server promises.
    ///
    /// - Throws: ``StorageFault/other`` with the setting that does not do.
    init(_ link: Link) throws {
        // A statement, a wait for a lock and an idle transaction all end some time, whoever forgot them.
        try link.send("SET statement_timeout = '30s'")
        try link.send("SET lock_timeout = '10s'")
        try link.send("SET idle_in_transaction_session_timeout = '60s'")
        // A commit that was not waited for is told by a warning alone, which a role may have turned off.
        try link.send("SET client_min_messages = 'warning'")
        let answer = try link.ask(
            """
            SELECT current_setting('fsync'), current_setting('full_page_writes'),
              current_setting('synchronous_commit'), pg_encoding_to_char(d.encoding),
              CASE WHEN d.datlocprovider = 'i' THEN 'ICU' ELSE d.datcollate END,
              CAST(current_setting('server_version_num') AS INTEGER),
              hashtextextended(COALESCE(current_schema(), ''), 0),
              CASE WHEN pg_is_in_recovery() THEN '' ELSE pg_walfile_name(pg_current_wal_lsn()) END,
              (SELECT system_identifier FROM pg_control_system())
            FROM pg_database d WHERE d.datname = current_database()
            """)
        guard answer.count == 1 else { throw StorageFault.other("the database does not know itself") }
        let row = answer.row(0)
        salt = row.integer(6)
        timeline = Self.timeline(ofFile: row.text(7))
        cluster = row.integer(8)
        guard row.integer(5) >= 150_000 else {
            throw StorageFault.other("PostgreSQL 15 or later is needed")
        }
        try Self.demand("the encoding", row.text(3), among: ["UTF8"])
        try Self.demand("the collation", row.text(4), among: ["C", "C.UTF-8", "POSIX"])
        // Who only follows keeps what its leader promised.
        guard timeline != nil else { return }
        try Self.demand("fsync", row.text(0), among: ["on"])
        try Self.demand("full_page_writes", row.text(1), among: ["on"])
        try Self.demand("synchronous_commit", row.text(2), among: ["on", "remote_apply"])
    }

    /// The timeline out of the name of a file of the log: its first eight digits, to base sixteen.
    static func timeline(ofFile name: String) -> Int64? { Int64(name.prefix(8), radix: 16) }

    private static func demand(_ name: String, _ value: String, among wanted: [String]) throws {
        guard wanted.contains(value) else {
            throw StorageFault.other(
                "\(name) of the database is \(value), but must be \(wanted.joined(separator: " or "))")
        }
    }
}
