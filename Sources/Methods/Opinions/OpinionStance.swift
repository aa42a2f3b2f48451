/// How far a group agrees (or disagrees) with a statement, by itself and beside everybody else.
///
/// *Units:* counts are people; probabilities from 0 to 1; tests are z values, above 1.2816 significant at
/// 90%, one-tailed.
/// *Source:* C. Small et al., Polis: Scaling Deliberation by Mapping High Dimensional Opinion Spaces,
/// Recerca 26(2), 2021.
public struct OpinionStance: Hashable, Sendable {
    /// Agree or disagree.
    public let opinion: Opinion
    /// How many of the group say so.
    public let saying: Int
    /// How many of the group voted on it, passing included.
    public let seen: Int
    /// That one of the group says so: (saying + 1) / (seen + 2).
    public let probability: Double
    /// Whether more than half of the group say so, one added to both counts.
    public let probabilityTest: Double
    /// By how many times the probability is larger than that of all others.
    public let representativeness: Double
    /// Whether more of the group say so than of all others, one added to all counts.
    public let representativenessTest: Double

    /// The value that separates the upper tenth of the normal distribution.
    public static let significant = 1.2815515655446004

    init(_ opinion: Opinion, saying: Int, seen: Int, elsewhere: (saying: Int, seen: Int)) {
        self.opinion = opinion
        self.saying = saying
        self.seen = seen
        probability = Double(saying + 1) / Double(seen + 2)
        let beyond = Double(elsewhere.saying + 1) / Double(elsewhere.seen + 2)
        representativeness = probability / beyond
        probabilityTest = Self.test(saying, of: seen)
        representativenessTest = Self.test(saying, of: seen, against: elsewhere.saying, of: elsewhere.seen)
    }

    /// Both more than half of the group, and more than elsewhere.
    var isSignificant: Bool {
        probabilityTest > Self.significant && representativenessTest > Self.significant
    }

    /// What representative statements are sorted by.
    var weight: Double { representativeness * representativenessTest * probability * probabilityTest }

    /// The z value of one proportion against a half.
    private static func test(_ saying: Int, of seen: Int) -> Double {
        let trials = Double(seen + 1)
        return 2 * trials.squareRoot() * (Double(saying + 1) / trials - 0.5)
    }

    /// The z value of a proportion against another, by the pooled estimate; 0 where all say so.
    private static func test(_ saying: Int, of seen: Int, against others: Int, of allOthers: Int) -> Double {
        let (here, there) = (Double(seen + 1), Double(allOthers + 1))
        let pooled = Double(saying + others + 2) / (here + there)
        guard pooled < 1 else { return 0 }
        let error = (pooled * (1 - pooled) * (1 / here + 1 / there)).squareRoot()
        return (Double(saying + 1) / here - Double(others + 1) / there) / error
    }
}
