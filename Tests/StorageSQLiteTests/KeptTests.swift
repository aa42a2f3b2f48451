import Storage
import StorageSQLite
import Testing
import Trials
import Values

/// One writer to a file: what is made of everything is kept until a row changes, and no longer.
@Suite struct KeptTests {
    private struct No: Error {}

    private let schema = Migration(name: "event", text: "CREATE TABLE event (n BIGINT NOT NULL)")

    private func withFile(_ body: (SQLiteDatabase) async throws -> Void) async throws {
        try await withFolder { folder in
            let database = try SQLiteDatabase(path: folder.appendingPathComponent("a.sqlite").path)
            defer { database.close() }
            try await database.migrate([schema])
            try await body(database)
        }
    }

    private func put(_ number: Int, _ database: SQLiteDatabase, refused: Bool = false) async throws {
        try await database.write(in: .trial(1)) { writing in
            try writing.run("INSERT INTO event (n) VALUES (\(number))")
            if refused { throw No() }
        }
    }

    @Test func itIsMadeOnceAfterEachCommit() async throws {
        try await withFile { database in
            let made = Kept<Int, Int64>(most: 10, of: .everything)
            for round in 1...3 {
                try await put(round, database)
                for _ in 1...2 {
                    let value = try await database.read { reading in
                        try made.value(1, reading) { _ in Int64(round) }
                    }
                    #expect(value == Int64(round))
                }
                let again = try await database.read { reading in try made.value(1, reading) { _ in -1 } }
                #expect(again == Int64(round))
            }
        }
    }

    /// What was undone, and a change of no row, leaves what is kept.
    @Test func whatChangesNothingIsNoCommit() async throws {
        try await withFile { database in
            let made = Kept<Int, Int64>(most: 10, of: .everything)
            let first: @Sendable (any Reading) throws -> Int64? = { try made.value(1, $0) { _ in 1 } }
            _ = try await database.read(first)
            await #expect(throws: No.self) { try await put(1, database, refused: true) }
            try await database.write(in: .trial(1)) { writing in
                _ = try writing.run("DELETE FROM event WHERE n = 7")
            }
            #expect(try await database.read { try made.value(1, $0) { _ in 2 } } == 1)
        }
    }
}
