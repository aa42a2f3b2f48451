import Testing

@testable import Village

/// The reader of tables is strict: a slip in the cast is named by its line.
@Suite struct CastTableTests {
    @Test func readsRowsThatGoOn() throws {
        let table = try CastTable(
            "t", columns: 3,
            """
            # a remark
            a | 一 | -
            b | 二
            + 3

            """)
        #expect(table.rows.map(\.fields) == [["a", "一", "-"], ["b", "二", "3"]])
        #expect(table.rows[0].text(2) == "")
        #expect(try table.rows[1].number(2) == 3)
        #expect(table.rows[1].line == 3)
    }

    @Test(arguments: [("a | b", 1), ("x | y | z\na | b | c | d", 2), ("+ a", 1)])
    func refusesWrongRows(_ text: String, _ line: Int) {
        #expect { try CastTable("t", columns: 3, text) } throws: { ($0 as? CastFault)?.line == line }
    }

    @Test(arguments: [
        "g0", "g28", "hefeng-26", "hefeng-12-3", "hefeng-12-2-703", "nowhere", "", "g", "hefeng-",
    ])
    func refusesPlacesThatAreNot(_ text: String) { #expect(CastPlace(text) == nil) }

    @Test func readsPlaces() throws {
        #expect(CastPlace("g27") == .grid(27))
        #expect(CastPlace("all") == .community)
        let building = try #require(CastBuilding.at("hefeng", 12))
        #expect(CastPlace("hefeng-12-2-501") == .building(building, stairwell: 2, door: "501"))
    }

    /// The published test vector of SplitMix64 with seed 1234567.
    @Test func diceFollowThePublishedSequence() {
        var dice = Dice(seed: 1_234_567)
        let expected: [UInt64] = [
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
        ]
        #expect((0..<5).map { _ in dice.next() } == expected)
    }

    @Test func diceStayInBounds() {
        var dice = Dice(seed: 7, for: "bounds")
        var seen: Set<Int> = []
        for _ in 0..<600 { seen.insert(dice.within(-2...3)) }
        #expect(seen == [-2, -1, 0, 1, 2, 3])
        #expect(dice.below(0) == 0)
        #expect(dice.pick([Int]()) == nil)
        #expect(dice.pick([("never", 0), ("always", 5)]) == "always")
        #expect(dice.shuffled(Array(0..<50)).sorted() == Array(0..<50))
    }
}
