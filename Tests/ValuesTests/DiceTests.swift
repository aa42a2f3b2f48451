import Testing
import Values

@Suite struct DiceTests {
    /// The published test vector of SplitMix64 with seed 1234567.
    @Test func followThePublishedSequence() {
        var dice = Dice(seed: 1_234_567)
        let expected: [UInt64] = [
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
        ]
        #expect((0..<5).map { _ in dice.next() } == expected)
    }

    @Test func stayInBounds() {
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
