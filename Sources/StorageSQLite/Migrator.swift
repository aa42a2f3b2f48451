import Storage

/// Runs the migrations that the file does not have yet, in the order given, and refuses one whose text was
/// changed.
struct Migrator {
    let writing: any Writing

    func run(_ migrations: [Migration]) throws {
        try writing.run(
            "CREATE TABLE IF NOT EXISTS schema_migration (name TEXT NOT NULL PRIMARY KEY, text TEXT NOT NULL)"
        )
        for migration in migrations {
            let known = try writing.first("SELECT text FROM schema_migration WHERE name = \(migration.name)")
            {
                $0.text(0)
            }
            if let known {
                guard known == migration.text else {
                    throw StorageFault.other("the schema \(migration.name) was changed after it was released")
                }
                continue
            }
            for statement in migration.statements { try writing.run(SQL(trusted: Self.spelled(statement))) }
            try writing.run(
                "INSERT INTO schema_migration (name, text) VALUES (\(migration.name), \(migration.text))")
        }
    }

    /// `BYTES` is spelled BLOB here, and `KEYED` WITHOUT ROWID: the rows lie in their key's order, in one
    /// tree instead of two. Whole words only.
    static func spelled(_ statement: String) -> String {
        statement.replacing(#/\bBYTES\b/#, with: "BLOB").replacing(#/\bKEYED\b/#, with: "WITHOUT ROWID")
    }
}
