import Foundation
import GRDBSQLite
import Storage
import StorageSQLite
import Testing
import Trials
import Values

/// A disk that fails: nothing is acknowledged meanwhile, readings go on, and the house comes back by itself.
@Suite(.serialized) struct TroubleTests {
    private static let schema = Migration(name: "t", text: "CREATE TABLE t (n BIGINT NOT NULL PRIMARY KEY)")

    @Test(arguments: [
        (FailingDisk.Fault.write(SQLITE_FULL), StorageFault.full),
        (.write(SQLITE_IOERR | 3 << 8), .failing("778: disk I/O error")),
        (.write(SQLITE_READONLY), .readOnly),
        (.sync, .failing("1034: disk I/O error")),
    ])
    func nothingIsTakenUntilTheDiskIsWell(fault: FailingDisk.Fault, said: StorageFault) async throws {
        try await withFolder { folder in
            FailingDisk.stand(below: folder.path)
            let path = folder.appendingPathComponent("a.sqlite").path
            let database = try SQLiteDatabase(path: path)
            try await database.migrate([Self.schema])
            try await insert(1, into: database)
            #expect(database.trouble == nil)

            FailingDisk.fail(fault)
            await #expect(throws: said) { try await insert(2, into: database) }
            #expect(database.trouble == said)
            // At the door already, and while it tries again.
            for number in 3...5 {
                await #expect(throws: said) { try await insert(Int64(number), into: database) }
            }
            #expect(try await count(database) == 1)

            FailingDisk.fail(nil)
            try await untilWell(database)
            try await insert(6, into: database)
            database.close()

            let again = try SQLiteDatabase(path: path)
            defer { again.close() }
            #expect(
                try await again.read { try $0.all("SELECT n FROM t ORDER BY n") { $0.integer(0) } } == [1, 6])
            #expect(try await again.inspect() == [])
        }
    }

    /// A house in trouble closes; who still waits is told.
    @Test func itClosesInTrouble() async throws {
        try await withFolder { folder in
            FailingDisk.stand(below: folder.path)
            let database = try SQLiteDatabase(path: folder.appendingPathComponent("a.sqlite").path)
            try await database.migrate([Self.schema])
            FailingDisk.fail(.sync)
            defer { FailingDisk.fail(nil) }
            await #expect(throws: StorageFault.self) { try await insert(1, into: database) }
            database.close()
            await #expect(throws: StorageFault.self) { try await insert(2, into: database) }
        }
    }

    /// What a fall left in the log is in the file alone after the next start.
    @Test func aStartBringsTheLogIn() async throws {
        try await withFolder { folder in
            let path = folder.appendingPathComponent("a.sqlite").path
            let fallen = folder.appendingPathComponent("b.sqlite").path
            let database = try SQLiteDatabase(path: path)
            try await database.migrate([Self.schema])
            for number in 1...20 { try await insert(Int64(number), into: database) }
            // As a fall leaves it: file and log, nothing closed.
            for ending in ["", "-wal"] {
                try FileManager.default.copyItem(atPath: path + ending, toPath: fallen + ending)
            }
            database.close()
            let again = try SQLiteDatabase(path: fallen)
            defer { again.close() }
            let alone = folder.appendingPathComponent("c.sqlite").path
            try FileManager.default.copyItem(atPath: fallen, toPath: alone)
            let bare = try SQLiteDatabase(path: alone)
            defer { bare.close() }
            #expect(try await count(bare) == 20)
        }
    }

    /// A second program beside the first leaves its log alone.
    @Test func aSecondProgramWaitsForNothing() async throws {
        try await withFolder { folder in
            let path = folder.appendingPathComponent("a.sqlite").path
            let first = try SQLiteDatabase(path: path)
            defer { first.close() }
            try await first.migrate([Self.schema])
            try await insert(1, into: first)
            let second = try SQLiteDatabase(path: path)
            try await insert(2, into: second)
            second.close()
            try await insert(3, into: first)
            #expect(try await count(first) == 3)
        }
    }

    private func insert(_ number: Int64, into database: SQLiteDatabase) async throws {
        try await database.write(in: .trial(1)) { writing in
            _ = try writing.run("INSERT INTO t (n) VALUES (\(number))")
        }
    }

    private func count(_ database: SQLiteDatabase) async throws -> Int64 {
        try await database.read { try $0.number("SELECT COUNT(*) FROM t") }
    }

    private func untilWell(_ database: SQLiteDatabase) async throws {
        for _ in 1...100 where database.trouble != nil { try await Task.sleep(for: .milliseconds(100)) }
        #expect(database.trouble == nil)
    }
}
