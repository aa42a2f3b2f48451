import Testing
import Values

@testable import Methods

@Suite struct SimilarityIndexTests {
    /// Rooted in the definition: whatever the index skips, it finds what weighing everything finds, ties
    /// included.
    @Test(arguments: [0, 1, 2, 7, 60, 300])
    func findsWhatWeighingEverythingFinds(count: Int) {
        var source = TextDice(seed: UInt64(count) + 1)
        var plain = PlainIndex()
        let texts = (0..<count).map { _ in source.text() }
        for (number, text) in texts.enumerated() { plain.insert(text, number: number) }
        let index = SimilarityIndex(texts)
        for limit in [1, 3, 10, 400] {
            for least in [0, 0.2, 0.5, 1] {
                for order in [SimilarityOrder.score, .newest] {
                    let text = source.text()
                    #expect(
                        index.candidates(for: text, limit: limit, atLeast: least, order: order)
                            == plain.candidates(for: text, limit: limit, atLeast: least, order: order))
                }
            }
        }
    }

    /// Enough texts for several windows, so that common features are left out on the way.
    @Test func findsTheSameAcrossWindows() {
        var source = TextDice(seed: 9)
        let texts = (0..<20_000).map { _ in source.text(20) }
        let index = SimilarityIndex(texts)
        let scorerless = texts.map(Features.distinct)
        #expect(index.postings.norms.count > 2 * 8192)
        for _ in 0..<6 {
            let text = source.text(20)
            // The order of all scores, found without a limit to prune by.
            let all = index.candidates(for: text, limit: texts.count)
            let asked = Set(Features.distinct(text))
            #expect(all.count == scorerless.count { !asked.isDisjoint(with: $0) })
            for limit in [1, 10, 100] {
                #expect(index.candidates(for: text, limit: limit) == Array(all.prefix(limit)))
            }
            for least in [0.1, 0.35] {
                let reaching = all.filter { $0.score >= least }
                #expect(index.candidates(for: text, limit: texts.count, atLeast: least) == reaching)
                #expect(
                    index.candidates(for: text, limit: 5, atLeast: least, order: .newest)
                        == Array(reaching.sorted { $0.number > $1.number }.prefix(5)))
            }
        }
    }

    /// Any course of insertions, replacements and removals ends, refreshed, as an index built of what is
    /// left.
    @Test(arguments: [1, 2, 3, 4])
    func changesEndAsABuildAnew(seed: UInt64) {
        var source = TextDice(seed: seed)
        var index = SimilarityIndex((0..<40).map { _ in source.text() })
        var plain = PlainIndex()
        var again = TextDice(seed: seed)
        for number in 0..<40 { plain.insert(again.text(), number: number) }
        for step in 0..<500 {
            let number = source.below(90)
            if source.below(3) == 0 {
                let hadIt = plain.texts.contains { $0.number == number }
                #expect(index.remove(number) == hadIt)
                plain.remove(number)
            } else {
                let text = source.text()
                index.insert(text, number: number)
                plain.insert(text, number: number)
            }
            #expect(index.count == plain.texts.count)
            if step % 50 == 49 {
                var refreshed = index
                refreshed.refresh()
                for _ in 0..<5 {
                    let text = source.text()
                    #expect(
                        refreshed.candidates(for: text, limit: 100) == plain.candidates(for: text, limit: 100)
                    )
                }
            }
        }
    }

    /// Between refreshes nothing is missed and nothing removed comes back; only weights may be a little old.
    @Test func changesTakeEffectAtOnce() throws {
        var index = SimilarityIndex(["路灯坏了", "电梯停了", "水管漏水"])
        index.insert("门口路灯不亮", number: 7)
        #expect(Set(index.candidates(for: "路灯").map(\.number)) == [0, 7])
        let new = try #require(index.candidates(for: "门口路灯不亮").first)
        #expect(new == SimilarityCandidate(number: 7, score: 1))
        index.remove(0)
        #expect(index.candidates(for: "路灯").map(\.number) == [7])
        index.insert("树倒了", number: 7)
        #expect(index.candidates(for: "路灯").isEmpty)
        #expect(index.candidates(for: "大树倒了").first?.number == 7)
        #expect(index.remove(7) && !index.remove(7) && index.count == 2)
        #expect(index.candidates(for: "树").isEmpty)
    }

    /// The same texts in another order have the same scores.
    @Test func orderOfTextsChangesNoScore() {
        var source = TextDice(seed: 12)
        let texts = (0..<200).map { _ in source.text() }
        var dice = Dice(seed: 5)
        let order = dice.shuffled(Array(texts.indices))
        let index = SimilarityIndex(texts), other = SimilarityIndex(order.map { texts[$0] })
        for _ in 0..<20 {
            let text = source.text()
            let scores = Dictionary(
                uniqueKeysWithValues: index.candidates(for: text, limit: 200).map { ($0.number, $0.score) })
            let others = other.candidates(for: text, limit: 200).map { (order[$0.number], $0.score) }
            #expect(Dictionary(uniqueKeysWithValues: others) == scores)
        }
    }

    @Test func scoresAreCosines() throws {
        let texts = ["三号楼的路灯坏了", "物业费太贵", "门口的狗没有牵绳", "楼道灯不亮"]
        let index = SimilarityIndex(texts)
        for (number, text) in texts.enumerated() {
            #expect(index.candidates(for: text).first == SimilarityCandidate(number: number, score: 1))
            for candidate in index.candidates(for: text) { #expect((0...1).contains(candidate.score)) }
        }
        // The measure is the same both ways.
        let there = index.candidates(for: texts[0]).first { $0.number == 3 }
        let back = index.candidates(for: texts[3]).first { $0.number == 0 }
        #expect(try #require(there).score == (try #require(back)).score)
        #expect(index.candidates(for: "３號樓的路燈壞了").first?.score == 1)
    }

    @Test(arguments: ["", "，。！", "🙂"]) func nothingIsLikeNothing(text: String) {
        var index = SimilarityIndex(["", "灯", "，"])
        index.insert(text, number: 9)
        #expect(index.candidates(for: text).isEmpty)
        #expect(index.count == 4)
        #expect(SimilarityIndex().candidates(for: "灯").isEmpty)
        #expect(index.candidates(for: "灯", limit: 0).isEmpty && index.candidates(for: "灯", limit: -3).isEmpty)
    }

    @Test func longTextsStayWithinBounds() {
        let scalars = (0..<9000).compactMap { Unicode.Scalar(UInt32(0x4E00 + $0)) }
        let long = String(String.UnicodeScalarView(scalars))
        var index = SimilarityIndex([long, "一丁"])
        index.insert(long, number: 2)
        #expect(index.candidates(for: long).map(\.number) == [0, 2, 1])
        #expect(index.candidates(for: long).first?.score == 1)
    }

    @Test func answersMayBeAskedFromManyThreads() async {
        var source = TextDice(seed: 21)
        let index = SimilarityIndex((0..<500).map { _ in source.text() })
        let texts = (0..<40).map { _ in source.text() }
        let one = texts.map { index.candidates(for: $0) }
        let many = await withTaskGroup(of: (Int, [SimilarityCandidate]).self) { group in
            for (place, text) in texts.enumerated() { group.addTask { (place, index.candidates(for: text)) } }
            return await group.reduce(into: [Int: [SimilarityCandidate]]()) { $0[$1.0] = $1.1 }
        }
        for (place, candidates) in one.enumerated() { #expect(many[place] == candidates) }
    }
}
