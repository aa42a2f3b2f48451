import Storage
import Testing
import Trials
import Values

@Suite struct WordTests {
    let here = Identifier.trial(1), there = Identifier.trial(2)

    private func put(
        _ database: any Database, _ object: UInt64, _ text: String, in community: Identifier
    ) async throws {
        try await database.write(in: community) { writing in
            writing.index(
                WordDocument(
                    community: community, kind: "need", object: .trial(object), words: Bigrams.document(text))
            )
        }
    }

    private func find(
        _ database: any Database, _ query: String, before: Int64? = nil
    ) async throws -> [UInt64] {
        let here = self.here
        return try await database.read { reading in
            try reading.search(
                WordSearch(community: here, kind: "need", words: Bigrams.query(query), before: before)
            ).map(\.object.low)
        }
    }

    @Test(arguments: Engine.all) func findsPartsOfWordsNewestFirst(_ engine: Engine) async throws {
        try await engine.withDatabase([]) { database in
            try await put(database, 1, "楼道灯坏了，老人扶墙下楼", in: here)
            try await put(database, 2, "想借一把轮椅", in: here)
            try await put(database, 3, "路灯太暗", in: here)
            try await put(database, 4, "路灯太暗", in: there)
            #expect(try await find(database, "灯") == [3, 1])
            #expect(try await find(database, "轮椅") == [2])
            #expect(try await find(database, "楼道灯") == [1])
            #expect(try await find(database, "楼灯") == [])
        }
    }

    @Test(arguments: Engine.all) func aChangedTextIsFoundByItsNewWordsOnly(_ engine: Engine) async throws {
        try await engine.withDatabase([]) { database in
            try await put(database, 1, "楼道灯坏了", in: here)
            try await put(database, 2, "路灯", in: here)
            try await put(database, 1, "电梯坏了", in: here)
            #expect(try await find(database, "楼道") == [])
            #expect(try await find(database, "电梯") == [1])
        }
    }

    @Test(arguments: Engine.all) func wordsOfAChangeThatFailedAreNotKept(_ engine: Engine) async throws {
        struct No: Error {}
        try await engine.withDatabase([]) { database in
            let here = self.here
            await #expect(throws: No.self) {
                try await database.write(in: here) { writing in
                    writing.index(WordDocument(community: here, kind: "need", object: .trial(1), words: "电梯"))
                    throw No()
                }
            }
            let found = try await find(database, "电梯")
            #expect(found == [])
        }
    }

    @Test(arguments: Engine.all) func everyObjectIsFoundHoweverMany(_ engine: Engine) async throws {
        try await engine.withDatabase([]) { database in
            let here = self.here
            try await database.write(in: here) { writing in
                for number in 1...2500 {
                    writing.index(
                        WordDocument(
                            community: here, kind: "need", object: .trial(UInt64(number)),
                            words: Bigrams.document(number % 2 == 0 ? "路灯" : "电梯")))
                }
            }
            let found = try await database.read { reading in
                let words = Bigrams.query("路灯")
                return (
                    try reading.found(words, kind: "need", in: here).map(\.low),
                    try reading.found(words, kind: "need", in: here, most: 1100).count,
                    try reading.found(words, kind: "resource", in: here).count,
                    try reading.found([], kind: "need", in: here).count
                )
            }
            #expect(found == ((1...1250).map { UInt64($0 * 2) }.reversed(), 1100, 0, 0))
        }
    }

    /// Words of an older way of cutting are named and written anew, the others left alone.
    @Test(arguments: Engine.all) func whatIsStoredIsProvedAndWrittenAnew(_ engine: Engine) async throws {
        try await engine.withDatabase([]) { database in
            for number in 1...450 { try await put(database, UInt64(number), "電梯\(number)", in: here) }
            let here = self.here
            try await database.write(in: here) { writing in
                for number: UInt64 in [7, 300] {
                    writing.index(
                        WordDocument(community: here, kind: "need", object: .trial(number), words: "電梯 梯"))
                }
            }
            let source = WordSource("need") { after, limit, community, _ in
                ((after?.low ?? 0)..<451).prefix(limit).map { number in
                    WordDocument(
                        community: community, kind: "need", object: .trial(number + 1),
                        words: Bigrams.document("電梯\(number + 1)"))
                }
            }
            // The last is in no index yet.
            let named = try await database.read { try source.breaks(in: here, $0) }
            #expect(named.count == 3 && named[0].contains("\(Identifier.trial(7))"))
            #expect(try await database.read { try source.breaks(in: here, $0, most: 1) }.count == 1)
            #expect(try await source.renew(in: here, database) == 3)
            #expect(try await source.renew(in: here, database) == 0)
            #expect(try await database.read { try source.breaks(in: here, $0) } == [])
            #expect(try await find(database, "电梯451") == [451])
            #expect(try await find(database, "电梯300") == [300])
        }
    }

    @Test(
        arguments: [
            "\"", "'", "NEAR(", "a OR b", "*", "灯*\"", "zkneed", "（）", "\u{0301}", "AND AND", "-灯", "^灯",
        ])
    func aHostileQueryOnlyFindsNothing(_ query: String) async throws {
        for engine in Engine.all {
            try await engine.withDatabase([]) { database in
                try await put(database, 1, "楼道坏了", in: here)
                #expect(try await find(database, query) == [])
            }
        }
    }
}
