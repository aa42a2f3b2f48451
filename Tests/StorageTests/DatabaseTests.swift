import Storage
import Testing
import Trials
import Values

/// What every engine promises; runs on each engine of the list.
@Suite struct DatabaseTests {
    static let schema = [
        Migration(
            name: "trial",
            text:
                "CREATE TABLE t (community BYTES NOT NULL, n BIGINT NOT NULL, PRIMARY KEY (community, n))"
        )
    ]
    let here = Identifier.trial(1)

    @Test(arguments: Engine.all) func keepsEveryKindOfValue(_ engine: Engine) async throws {
        try await engine.withDatabase([
            Migration(
                name: "v", text: "CREATE TABLE v (k BIGINT NOT NULL PRIMARY KEY, i BIGINT, s TEXT, b BYTES)")
        ]) { database in
            let bytes: [UInt8] = [0, 255, 7]
            try await database.write(in: here) { writing in
                try writing.run(
                    "INSERT INTO v (k, i, s, b) VALUES (1, \(Int64.min), \("水秀里𠮷\u{0301}"), \(bytes))")
                try writing.run("INSERT INTO v (k, i, s, b) VALUES (2, \(Int64?.none), \(""), \([UInt8]()))")
            }
            try await database.read { reading in
                let first = try reading.first("SELECT i, s, b FROM v WHERE k = 1") {
                    ($0.integer(0), $0.text(1), $0.bytes(2))
                }
                #expect(first?.0 == .min && first?.1 == "水秀里𠮷\u{0301}" && first?.2 == bytes)
                let second = try reading.first("SELECT i, s, b FROM v WHERE k = 2") {
                    ($0.isNull(0), $0.text(1), $0.isNull(2), $0.bytes(2))
                }
                #expect(second?.0 == true && second?.1 == "" && second?.2 == false && second?.3 == [])
            }
        }
    }

    @Test(arguments: Engine.all) func aChangeThatThrowsUndoesItselfAlone(_ engine: Engine) async throws {
        struct No: Error {}
        try await engine.withDatabase(Self.schema) { database in
            let here = self.here
            await withTaskGroup(of: Bool.self) { group in
                for number in 1...60 {
                    group.addTask {
                        do {
                            try await database.write(in: here) { writing in
                                try writing.run("INSERT INTO t (community, n) VALUES (\(here), \(number))")
                                if number % 3 == 0 { throw No() }
                            }
                            return true
                        } catch { return false }
                    }
                }
                var done = 0
                for await wasDone in group where wasDone { done += 1 }
                #expect(done == 40)
            }
            let found = try await database.read { try $0.number("SELECT COUNT(*) FROM t") }
            #expect(found == 40)
        }
    }

    @Test(arguments: Engine.all) func aConstraintIsNamed(_ engine: Engine) async throws {
        try await engine.withDatabase(Self.schema) { database in
            let here = self.here
            let insert: @Sendable (any Writing) throws -> Void = { writing in
                try writing.run("INSERT INTO t (community, n) VALUES (\(here), 1)")
            }
            try await database.write(in: here, insert)
            do {
                try await database.write(in: here, insert)
                Issue.record("a second row with the same key was taken")
            } catch let fault as StorageFault {
                if case .constraint = fault { return }
                Issue.record("\(fault)")
            }
        }
    }

    @Test(arguments: Engine.all) func aReadingSeesOneMoment(_ engine: Engine) async throws {
        try await engine.withDatabase(Self.schema) { database in
            let here = self.here
            try await database.write(in: here) {
                try $0.run("INSERT INTO t (community, n) VALUES (\(here), 1)")
            }
            async let writes: Void = {
                for number in 2...50 {
                    try await database.write(in: here) { writing in
                        _ = try writing.run("INSERT INTO t (community, n) VALUES (\(here), \(number))")
                    }
                }
            }()
            for _ in 1...50 {
                let (first, second) = try await database.read { reading in
                    (
                        try reading.number("SELECT COUNT(*) FROM t"),
                        try reading.number("SELECT COUNT(*) FROM t")
                    )
                }
                #expect(first == second)
            }
            try await writes
        }
    }

    @Test(arguments: Engine.all) func aQueryInsideAQueryOfTheSameText(_ engine: Engine) async throws {
        try await engine.withDatabase(Self.schema) { database in
            let here = self.here
            try await database.write(in: here) { writing in
                for number in 1...3 {
                    try writing.run("INSERT INTO t (community, n) VALUES (\(here), \(number))")
                }
            }
            let pairs = try await database.read { reading in
                var pairs = 0
                try reading.each("SELECT n FROM t ORDER BY n LIMIT 10") { _ in
                    try reading.each("SELECT n FROM t ORDER BY n LIMIT 10") { _ in pairs += 1 }
                }
                return pairs
            }
            #expect(pairs == 9)
        }
    }

    @Test(arguments: Engine.all) func aReleasedSchemaMayNotChange(_ engine: Engine) async throws {
        try await engine.withDatabase(Self.schema) { database in
            try await database.migrate(Self.schema)
            await #expect(throws: StorageFault.self) {
                try await database.migrate([Migration(name: "trial", text: "CREATE TABLE other (n BIGINT)")])
            }
        }
    }
}
