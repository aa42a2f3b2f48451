/// Runs the migrations that the database does not have yet, in the order given, and refuses one whose text
/// was changed.
package struct Migrator {
    private let writing: any Writing
    private let bytes: String
    private let keyed: String

    /// - Parameters: `bytes`: how the engine spells `BYTES`. `keyed`: how it spells `KEYED`, which lays the
    /// rows in their key's order; empty where it cannot.
    package init(writing: any Writing, bytes: String, keyed: String) {
        self.writing = writing
        self.bytes = bytes
        self.keyed = keyed
    }

    package func run(_ migrations: [Migration]) throws {
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
            for statement in migration.statements { try writing.run(SQL(trusted: spelled(statement))) }
            try writing.run(
                "INSERT INTO schema_migration (name, text) VALUES (\(migration.name), \(migration.text))")
        }
    }

    /// Whole words only.
    private func spelled(_ statement: String) -> String {
        statement.replacing(#/\bBYTES\b/#, with: bytes).replacing(#/\bKEYED\b/#, with: keyed)
    }
}
