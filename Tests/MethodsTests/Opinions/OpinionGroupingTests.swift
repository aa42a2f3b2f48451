import Testing
import Values

@testable import Methods

/// The groups and silhouettes of any points, those of no conversation too.
@Suite struct OpinionGroupingTests {
    /// Few points at random, some of them more than once.
    private static func points(_ seed: UInt64) -> [OpinionPoint] {
        var dice = Dice(seed: seed)
        var points = (0..<(5 + dice.below(12))).map { _ in
            OpinionPoint(x: Double(dice.below(1 << 20)) / 1000, y: Double(dice.below(1 << 20)) / 1000)
        }
        for _ in 0..<dice.below(4) { points.append(points[dice.below(points.count)]) }
        return dice.shuffled(points)
    }

    @Test func areThePlainModels() {
        var refilled = 0
        for seed in 0..<1500 as Range<UInt64> {
            let people = Self.points(seed)
            let points = OpinionPoints(people)
            let plain = people.map { (x: $0.x, y: $0.y) }
            let groupings = (2...4).map { OpinionGrouping(points, k: $0) }
            let means = OpinionSilhouettes.means(of: groupings, points, compared: 1000)
            for (index, grouping) in groupings.enumerated() {
                let expected = OpinionModel.group(plain, k: index + 2)
                if expected.refilled { refilled += 1 }
                #expect(points.places.map { Int(grouping.labels[$0]) } == expected.labels, "seed \(seed)")
                #expect(abs(means[index] - OpinionModel.silhouette(plain, expected.labels)) < 1e-12)
            }
        }
        // The case that a centre loses all its points must have been among them.
        #expect(refilled > 3)
    }

    @Test func everyOtherPointStandsForAll() {
        var dice = Dice(seed: 9)
        let people = (0..<900).map { index in
            OpinionPoint(x: Double(index % 3 * 10_000 + dice.below(6000)), y: Double(dice.below(3000)))
        }
        let points = OpinionPoints(people)
        let groupings = [OpinionGrouping(points, k: 2), OpinionGrouping(points, k: 3)]
        let all = OpinionSilhouettes.means(of: groupings, points, compared: 900)
        let half = OpinionSilhouettes.means(of: groupings, points, compared: 450)
        let few = OpinionSilhouettes.means(of: groupings, points, compared: 100)
        #expect(all == OpinionSilhouettes.means(of: groupings, points, compared: 5000))
        for (whole, parts) in zip(all, zip(half, few)) {
            #expect(whole != parts.0 && abs(whole - parts.0) < 0.02)
            #expect(whole != parts.1 && abs(whole - parts.1) < 0.05)
        }
        let plain = (0..<450).map { (x: points.points[2 * $0].x, y: points.points[2 * $0].y) }
        let labels = (0..<450).map { Int(groupings[1].labels[2 * $0]) }
        #expect(abs(half[1] - OpinionModel.silhouette(plain, labels)) < 1e-12)
    }

    /// Where the iteration may hold few vectors it begins anew, and comes to the same.
    @Test(arguments: [6, 9, 20])
    func componentsAreFoundInLittleRoom(_ holding: Int) throws {
        let votes = OpinionModel.conversation(people: 60, statements: 40, seen: 70, seed: 12)
        let model = OpinionModel(votes)
        try #require(model.isDetermined)
        let conversation = try OpinionVotes(votes)
        let rows = OpinionRows(conversation, kept: Array(conversation.statements.indices))
        let axes = OpinionAxes.leading(2, of: OpinionMoments(rows), holding: holding)
        for (axis, (value, vector)) in zip(axes, zip(model.values, model.vectors)) {
            #expect(abs(axis.value - value) < 1e-12 * value)
            #expect(zip(axis.direction, vector).allSatisfy { abs($0 - $1) < 1e-11 })
        }
    }

    /// The largest value of a chain and its vector, down to entries far below rounding of the others.
    @Test func aChainsLeadingVectorIsExactInItsSmallestEntries() {
        var chain = OpinionChain()
        // Value of a long, ever weaker chain: the entries fall by about a thousand each.
        for step in 0..<12 { chain.append(step == 0 ? 1 : 0, next: 1e-3) }
        let top = chain.leading()
        #expect(abs(top.value - 1.000001) < 1e-11)
        for step in 1..<11 {
            let sum = 1e-3 * top.vector[step - 1] + 1e-3 * top.vector[step + 1]
            #expect(abs(sum - top.value * top.vector[step]) < 1e-13 * top.vector[step])
        }
        #expect(top.vector[11] > 0 && top.vector[11] < 1e-32)
    }
}
