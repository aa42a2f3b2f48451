import Foundation
import Storage
import StorageSQLite
import Testing
import Trials
import Values

@Suite struct DurabilityTests {
    /// Many waiting changes share commits: with 64 at once there are far fewer commits than changes.
    @Test func groupsWaitingChanges() async throws {
        try await withFolder { folder in
            let database = try SQLiteDatabase(path: folder.appendingPathComponent("a.sqlite").path)
            defer { database.close() }
            try await database.migrate([
                Migration(name: "t", text: "CREATE TABLE t (n BIGINT NOT NULL PRIMARY KEY)")
            ])
            let before = database.counters
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 1...512 {
                    group.addTask {
                        try await database.write(in: .trial(1)) { writing in
                            _ = try writing.run("INSERT INTO t (n) VALUES (\(number))")
                        }
                    }
                }
                try await group.waitForAll()
            }
            let changes = (database.counters["changes"] ?? 0) - (before["changes"] ?? 0)
            let commits = (database.counters["commits"] ?? 0) - (before["commits"] ?? 0)
            #expect(changes == 512)
            #expect(commits * 8 <= changes)
        }
    }

    @Test func aCopyIsWholeAndApart() async throws {
        try await withFolder { folder in
            let path = folder.appendingPathComponent("a.sqlite").path
            let copy = folder.appendingPathComponent("b.sqlite").path
            let database = try SQLiteDatabase(path: path)
            try await database.migrate([
                Migration(name: "t", text: "CREATE TABLE t (n BIGINT NOT NULL PRIMARY KEY)")
            ])
            try await database.write(in: .trial(1)) { _ = try $0.run("INSERT INTO t (n) VALUES (1)") }
            try await database.copy(to: copy)
            try await database.write(in: .trial(1)) { _ = try $0.run("INSERT INTO t (n) VALUES (2)") }
            database.close()
            let other = try SQLiteDatabase(path: copy)
            defer { other.close() }
            #expect(try await other.read { try $0.number("SELECT COUNT(*) FROM t") } == 1)
            #expect(try await other.inspect() == [])
        }
    }

    /// Closed in good order, all is in the one file.
    @Test func aClosedHouseIsOneFile() async throws {
        try await withFolder { folder in
            let database = try SQLiteDatabase(path: folder.appendingPathComponent("a.sqlite").path)
            try await database.migrate([
                Migration(name: "t", text: "CREATE TABLE t (n BIGINT NOT NULL PRIMARY KEY)")
            ])
            #expect(try await database.read { try $0.number("SELECT COUNT(*) FROM t") } == 0)
            database.close()
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.sqlite"])
        }
    }

    /// A page that the disk spoiled is named with what it belongs to.
    @Test(arguments: [("note", "of table note"), ("note_words", "of index note_words on note")])
    func aBrokenPageIsNamed(name: String, owner: String) async throws {
        try await withFolder { folder in
            let path = folder.appendingPathComponent("a.sqlite").path
            let database = try SQLiteDatabase(path: path)
            let text = """
                CREATE TABLE note (n BIGINT NOT NULL PRIMARY KEY, words TEXT NOT NULL) KEYED;
                CREATE INDEX note_words ON note (words)
                """
            try await database.migrate([Migration(name: "note", text: text)])
            try await database.write(in: .trial(1)) { writing in
                for number in 1...2000 {
                    try writing.run("INSERT INTO note (n, words) VALUES (\(number), \("words \(number)"))")
                }
            }
            #expect(try await database.inspect() == [])
            let page = try await database.read { reading in
                try reading.number(
                    "SELECT MAX(pageno) FROM dbstat WHERE name = \(name) AND pagetype = 'leaf'")
            }
            database.close()
            let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
            try file.seek(toOffset: UInt64(page - 1) * 4096 + 8)
            try file.write(contentsOf: Data(repeating: 0xa5, count: 40))
            try file.close()
            let faults = try SQLiteDatabase.inspect(path)
            #expect(faults.contains { $0.hasPrefix("page \(page) is broken, \(owner):") }, "\(faults)")
        }
    }

    @Test func aBrokenFileIsNamed() async throws {
        try await withFolder { folder in
            let path = folder.appendingPathComponent("a.sqlite").path
            try Data(repeating: 7, count: 8192).write(to: URL(fileURLWithPath: path))
            #expect(throws: StorageFault.self) { try SQLiteDatabase(path: path) }
        }
    }
}
