import Foundation
import Storage
import StorageSQLite
import Testing
import Trials
import Values

/// SQLite is told once how full tables are, for every key that begins with the community.
@Suite struct TableWeightsTests {
    private static let first = Migration(
        name: "first",
        text:
            "CREATE TABLE t (community BYTES NOT NULL, id BYTES NOT NULL, PRIMARY KEY (community, id)) KEYED")
    private static let second = Migration(
        name: "second",
        text: """
            CREATE TABLE u (community BYTES NOT NULL, n BIGINT NOT NULL, PRIMARY KEY (community, n)) KEYED;
            CREATE INDEX t_id ON t (community, id)
            """)

    private func figures(_ database: any Database) async throws -> [String] {
        try await database.read { reading in
            try reading.all("SELECT idx, stat FROM sqlite_stat1 WHERE tbl IN ('t', 'u') ORDER BY idx") {
                "\($0.text(0)): \($0.text(1))"
            }
        }
    }

    /// How many commits changed something, as the database itself counts them.
    private func commits(_ database: any Database) async throws -> Int64 {
        try await database.read { try $0.number("SELECT everything FROM commit_count") }
    }

    @Test func aStartThatBringsNothingNewWritesNothing() async throws {
        try await withFolder { folder in
            let database = try SQLiteDatabase(path: folder.appendingPathComponent("a.sqlite").path)
            defer { database.close() }
            try await database.migrate([Self.first])
            #expect(try await figures(database) == ["t: 1000000 10000 1"])
            let before = try await commits(database)
            try await database.migrate([Self.first])
            #expect(try await commits(database) == before)
            // A new table and a new index are told of.
            try await database.migrate([Self.first, Self.second])
            #expect(
                try await figures(database) == [
                    "t: 1000000 10000 1", "t_id: 1000000 10000 9", "u: 1000000 10000 1",
                ])
        }
    }
}
