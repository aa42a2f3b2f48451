import Dispatch
import Storage
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

    private func put(_ number: Int, _ database: any Database, refused: Bool = false) async throws {
        try await database.write(in: .trial(1)) { writing in
            try writing.run("INSERT INTO rule (n) VALUES (\(number))")
            // The change sees its own rows, and leaves nothing of them to others.
            #expect(try sum(writing) == writing.number("SELECT SUM(n) FROM rule"))
            if refused { throw No() }
        }
    }

    @Test(arguments: Engine.all) func aChangeIsSeenAndAnUndoneOneIsNot(_ engine: Engine) async throws {
        try await engine.withDatabase([Self.schema]) { database in
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
    @Test(arguments: Engine.all) func itIsMadeOnce(_ engine: Engine) async throws {
        try await engine.withDatabase([Self.schema]) { database in
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

    /// What is made of any table is old with the next commit.
    @Test(arguments: Engine.all)
    func whatIsMadeOfEverythingIsOldWithTheNextCommit(_ engine: Engine) async throws {
        try await engine.withDatabase([Self.schema]) { database in
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
            }
        }
    }

    /// What may be a while old is given again after a commit, until its while is over; never that of another
    /// database.
    @Test(arguments: Engine.all) func whatMayBeOldIsMadeOnceInAWhile(_ engine: Engine) async throws {
        let long = Lately<Int, Int64>(most: 10, lag: .seconds(3600)),
            none = Lately<Int, Int64>(most: 10, lag: .zero)
        @Sendable func count(_ lately: Lately<Int, Int64>, _ database: any Database) async throws -> Int64 {
            try await database.read { reading in
                try lately.value(1, reading) { try reading.number("SELECT COUNT(*) FROM event") }
            }
        }
        try await engine.withDatabase([Self.schema]) { database in
            for round in 1...2 {
                try await database.write(in: .trial(1)) { writing in
                    _ = try writing.run("INSERT INTO event (n) VALUES (\(round))")
                }
                let (old, new) = (try await count(long, database), try await count(none, database))
                #expect(old == 1 && new == Int64(round))
            }
        }
        try await engine.withDatabase([Self.schema]) { database in
            let another = try await count(long, database)
            #expect(another == 0)
        }
    }

    /// Also while another community's change is in flight, of which nobody knows yet what it makes old.
    @Test(arguments: Engine.all) func whatMayBeOldIsKeptWhileOthersWrite(_ engine: Engine) async throws {
        let lately = Lately<Int, Int64>(most: 10, lag: .seconds(3600))
        try await engine.withDatabase([Self.schema]) { database in
            let isRead = DispatchSemaphore(value: 0), (begun, begin) = AsyncStream<Void>.makeStream()
            async let change: Void = database.write(in: .trial(1)) { writing in
                _ = try writing.run("INSERT INTO event (n) VALUES (1)")
                begin.finish()
                isRead.wait()
            }
            for await _ in begun {}
            defer { isRead.signal() }
            for round in 1...3 {
                let given = try await database.read { reading in
                    try lately.value(1, reading) { Int64(round) }
                }
                #expect(given == 1)
            }
            isRead.signal()
            try await change
        }
    }

    /// Another program that writes into the same database is seen as well.
    @Test(arguments: Engine.all) func anotherProgramsChangeIsSeen(_ engine: Engine) async throws {
        try await engine.withPrograms(2, [Self.schema]) { programs in
            let (database, other) = (programs[0], programs[1])
            try await put(1, database)
            #expect(try await database.read { try sum($0) } == 1)
            let all = Kept<Int, Int64>(most: 10, of: .everything)
            #expect(try await database.read { try all.value(1, $0) { _ in 1 } } == 1)
            try await put(5, other)
            #expect(try await database.read { try sum($0) } == 6)
            #expect(try await database.read { try all.value(1, $0) { _ in 2 } } == 2)
            #expect(try await database.write(in: .trial(1)) { try sum($0) } == 6)
        }
    }

    @Test(arguments: Engine.all) func whatIsNotSettledIsNotKept(_ engine: Engine) async throws {
        try await engine.withDatabase([Self.schema]) { database in
            await #expect(throws: StorageFault.self) {
                try await database.read { reading in
                    try kept.value("events", reading) { try $0.number("SELECT COUNT(*) FROM event") }
                }
            }
        }
    }

    /// Changes and readings side by side: a reading never has a sum older than the last change that was
    /// answered before it began.
    @Test(arguments: Engine.all) func neverOlderThanTheReading(_ engine: Engine) async throws {
        try await engine.withDatabase([Self.schema]) { database in
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
