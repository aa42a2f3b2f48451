import Foundation
import Storage
import StorageSQLite
import Testing
import Trials
import Values

/// What is kept of settled tables is never older than the reading that asks for it.
@Suite struct SettledTests {
    private struct No: Error {}

    private static let schema = Migration(
        name: "settled",
        text: """
            CREATE TABLE rule (n BIGINT NOT NULL);
            CREATE TABLE event (n BIGINT NOT NULL)
            """, settled: ["rule"])

    private let kept = Kept<String, Int64>(most: 10)

    private func sum(_ reading: any Reading) throws -> Int64? {
        try kept.value("sum", reading) { try $0.number("SELECT SUM(n) FROM rule") }
    }

    private func withFile(_ body: (URL, SQLiteDatabase) async throws -> Void) async throws {
        try await withFolder { folder in
            let file = folder.appendingPathComponent("a.sqlite")
            let database = try SQLiteDatabase(path: file.path)
            defer { database.close() }
            try await database.migrate([Self.schema])
            try await body(file, database)
        }
    }

    private func put(_ number: Int, _ database: SQLiteDatabase, refused: Bool = false) async throws {
        try await database.write(in: .trial(1)) { writing in
            try writing.run("INSERT INTO rule (n) VALUES (\(number))")
            // The change sees its own rows, and leaves nothing of them to others.
            #expect(try sum(writing) == writing.number("SELECT SUM(n) FROM rule"))
            if refused { throw No() }
        }
    }

    @Test func aChangeIsSeenAndAnUndoneOneIsNot() async throws {
        try await withFile { _, database in
            try await put(1, database)
            #expect(try await database.read { try sum($0) } == 1)
            await #expect(throws: No.self) { try await put(10, database, refused: true) }
            #expect(try await database.read { try sum($0) } == 1)
            try await put(2, database)
            #expect(try await database.read { try sum($0) } == 3)
            #expect(try await database.write(in: .trial(1)) { try sum($0) } == 3)
        }
    }

    /// It is kept indeed: between two readings nothing is made anew, also where other tables changed.
    @Test func itIsMadeOnce() async throws {
        try await withFile { _, database in
            let made = Kept<Int, Int64>(most: 10)
            for round in 1...3 {
                try await database.write(in: .trial(1)) { writing in
                    _ = try writing.run("INSERT INTO event (n) VALUES (\(round))")
                }
                let value = try await database.read { reading in
                    try made.value(1, reading) { _ in Int64(round) }
                }
                #expect(value == 1)
            }
        }
    }

    /// What is made of any table is old with the next commit, and only then.
    @Test func whatIsMadeOfEverythingIsOldWithTheNextCommit() async throws {
        try await withFile { _, database in
            let made = Kept<Int, Int64>(most: 10, of: .everything)
            let count: @Sendable (any Reading) throws -> Int64? = { reading in
                try made.value(1, reading) { try $0.number("SELECT COUNT(*) FROM event") }
            }
            for round in 1...3 {
                try await database.write(in: .trial(1)) { writing in
                    _ = try writing.run("INSERT INTO event (n) VALUES (\(round))")
                    #expect(try count(writing) == Int64(round))
                }
                #expect(try await database.read(count) == Int64(round))
                let again = try await database.read { reading in try made.value(1, reading) { _ in -1 } }
                #expect(again == Int64(round))
            }
        }
    }

    /// What was undone, and a change of no row, leaves what is kept.
    @Test func whatChangesNothingIsNoCommit() async throws {
        try await withFile { _, database in
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

    /// Another program that writes into the same file is seen as well.
    @Test func anotherProgramsChangeIsSeen() async throws {
        try await withFile { file, database in
            try await put(1, database)
            #expect(try await database.read { try sum($0) } == 1)
            let all = Kept<Int, Int64>(most: 10, of: .everything)
            #expect(try await database.read { try all.value(1, $0) { _ in 1 } } == 1)
            let other = try SQLiteDatabase(path: file.path)
            defer { other.close() }
            try await other.migrate([Self.schema])
            try await put(5, other)
            #expect(try await database.read { try sum($0) } == 6)
            #expect(try await database.read { try all.value(1, $0) { _ in 2 } } == 2)
            #expect(try await database.write(in: .trial(1)) { try sum($0) } == 6)
        }
    }

    @Test func whatIsNotSettledIsNotKept() async throws {
        try await withFile { _, database in
            await #expect(throws: StorageFault.self) {
                try await database.read { reading in
                    try kept.value("events", reading) { try $0.number("SELECT COUNT(*) FROM event") }
                }
            }
        }
    }

    /// Changes and readings side by side: a reading never has a sum older than the last change that was
    /// answered before it began.
    @Test func neverOlderThanTheReading() async throws {
        try await withFile { _, database in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { for _ in 1...200 { try await put(1, database) } }
                for _ in 1...3 {
                    group.addTask {
                        var last: Int64 = 0
                        while last < 200 {
                            let (kept, truth) = try await database.read { reading in
                                let truth = try reading.number("SELECT SUM(n) FROM rule")
                                return (try sum(reading) ?? 0, truth)
                            }
                            #expect(kept == truth)
                            last = kept
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
    }
}
