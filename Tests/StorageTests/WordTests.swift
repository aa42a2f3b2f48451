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

    /// Every engine finds what walking the words finds: neighbours in their order, the last perhaps a
    /// beginning, however long a word or how often it stands there.
    @Test(arguments: Engine.all, [UInt64(1), 2]) func findsWhatAScanFinds(
        _ engine: Engine, _ seed: UInt64
    ) async throws {
        var dice = Dice(seed: seed)
        let longest = String(repeating: "long", count: 700)
        let pieces = ["路灯", "灯", "楼道", "坏了", "电梯", "X-1041", "3次", "abc", "路", "，", " ", longest]
        func text(_ most: Int) -> String {
            (0..<Int.random(in: 1...most, using: &dice)).map { _ in
                pieces[Int.random(in: 0..<pieces.count, using: &dice)]
            }.joined()
        }
        let texts = (0..<60).map { _ in text(12) } + [String(repeating: "路灯坏", count: 6000)]
        let queries = (0..<80).map { _ in text(3) } + ["灯坏", longest + "l", longest.dropLast() + "x"]
        try await engine.withDatabase([]) { database in
            let here = self.here
            try await database.write(in: here) { writing in
                for (number, text) in texts.enumerated() {
                    writing.index(
                        WordDocument(
                            community: here, kind: "need", object: .trial(UInt64(number)),
                            words: Bigrams.document(text)))
                }
            }
            for query in queries {
                let words = Bigrams.query(query)
                let truth = texts.indices.reversed().filter { index in
                    !words.isEmpty && words.allSatisfy { $0.stands(in: Bigrams.document(texts[index])) }
                }
                #expect(try await find(database, query) == truth.map(UInt64.init), "\(query.prefix(40))")
            }
        }
    }
}

extension SearchWord {
    /// Whether its tokens stand next to one another in the words.
    fileprivate func stands(in document: String) -> Bool {
        let words = document.split(separator: " ").map(String.init)
        guard words.count >= tokens.count else { return false }
        return (0...words.count - tokens.count).contains { start in
            tokens.indices.allSatisfy { index in
                let word = words[start + index], token = tokens[index]
                let isBeginning = isPrefix && index == tokens.count - 1
                return isBeginning ? word.utf8.starts(with: token.utf8) : word == token
            }
        }
    }
}
