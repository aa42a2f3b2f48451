import Storage

/// The engine's own tables, and what it can tell of the stored bytes.
enum HouseSchema {
    static let statements =
        Connection.wordSchema + [
            """
            CREATE TABLE IF NOT EXISTS commit_count (
              one BIGINT NOT NULL PRIMARY KEY CHECK (one = 1), settled BIGINT NOT NULL)
            """,
            "INSERT INTO commit_count (one, settled) VALUES (1, 0) ON CONFLICT (one) DO NOTHING",
        ] + Reign.schema

    private static let own = ["word_document", "commit_count", Reign.table]

    /// Whether nothing is left to bring, so that a copy can start where nothing may be written just now.
    static func isComplete(_ migrations: [Migration], _ reading: any Reading) throws -> Bool {
        let tables = try tables(reading)
        guard tables.contains("schema_migration"), own.allSatisfy(tables.contains) else { return false }
        let known = try reading.all("SELECT name, text FROM schema_migration ORDER BY name LIMIT 10000") {
            [$0.text(0), $0.text(1)]
        }
        return Set(migrations.map { [$0.name, $0.text] }).isSubset(of: known)
    }

    static func isThere(_ reading: any Reading) throws -> Bool {
        try tables(reading).contains("schema_migration")
    }

    static func tables(_ reading: any Reading) throws -> [String] {
        try reading.all(
            """
            SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname = current_schema()
            ORDER BY tablename LIMIT 10000
            """
        ) { $0.text(0) }
    }

    static func faults(_ reading: any Reading) throws -> [String] {
        let pages = try reading.number(
            """
            SELECT COALESCE(SUM(checksum_failures), 0) FROM pg_stat_database
            WHERE datname = current_database()
            """)
        let indexes = try reading.all(
            """
            SELECT CAST(c.relname AS TEXT) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            WHERE NOT (i.indisvalid AND i.indisready)
            AND c.relnamespace = CAST(current_schema() AS regnamespace)
            ORDER BY c.relname LIMIT 1000
            """
        ) { "the index \($0.text(0)) does not hold" }
        let broken = pages > 0 ? ["\(pages) pages had a wrong checksum"] : []
        return broken + indexes + (try disagreements(reading))
    }

    /// Indexes that do not agree with their tables, in the server's words.
    private static func disagreements(_ reading: any Reading) throws -> [String] {
        let canCheck = try reading.exists(
            """
            SELECT 1 FROM pg_proc p JOIN pg_extension e ON e.extname = 'amcheck'
            WHERE p.proname = 'bt_index_check' AND p.pronargs = 2 AND has_function_privilege(p.oid, 'EXECUTE')
            """)
        guard canCheck else { return [] }
        let indexes = try reading.all(
            """
            SELECT CAST(c.oid AS BIGINT) FROM pg_class c JOIN pg_am a ON a.oid = c.relam
            WHERE a.amname = 'btree' AND c.relkind = 'i'
            AND c.relnamespace = CAST(current_schema() AS regnamespace) ORDER BY c.relname LIMIT 10000
            """
        ) { $0.integer(0) }
        // The first ends the reading: what the server calls broken, it reads no further.
        do {
            for index in indexes {
                try reading.each("SELECT bt_index_check(CAST(\(index) AS oid), true)") { _ in }
            }
            return []
        } catch StorageFault.corrupt(let what) { return [what] }
    }
}
