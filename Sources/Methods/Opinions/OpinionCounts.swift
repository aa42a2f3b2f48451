/// How many of each group agree with, disagree with and see each statement.
struct OpinionCounts {
    private let groups: Int
    private let statements: Int
    /// For each group a row of votes by code: disagree, pass, agree for each statement.
    private var counts: [Int]

    /// `groupOf` holds each participant's group, or -1.
    init(_ votes: OpinionVotes, groupOf: [Int], groups: Int) {
        self.groups = groups
        statements = votes.statements.count
        let width = 3 * statements
        counts = [Int](repeating: 0, count: groups * width)
        for (row, group) in groupOf.enumerated() where group >= 0 {
            for entry in votes.starts[row]..<votes.starts[row + 1] {
                counts[group * width + Int(votes.codes[entry])] += 1
            }
        }
    }

    /// How many of a group say this to a statement.
    func saying(_ opinion: Opinion, to statement: Int, in group: Int) -> Int {
        counts[group * 3 * statements + 3 * statement + Int(opinion.rawValue + 1)]
    }

    /// How many of a group voted on a statement at all.
    func seen(_ statement: Int, in group: Int) -> Int {
        Opinion.allCases.reduce(0) { $0 + saying($1, to: statement, in: group) }
    }

    /// The product over all groups of the probability that one of them says this to the statement, (count +
    /// 1) / (seen + 2).
    func consensus(_ opinion: Opinion, on statement: Int) -> Double {
        (0..<groups).reduce(1) { product, group in
            product * Double(saying(opinion, to: statement, in: group) + 1)
                / Double(seen(statement, in: group) + 2)
        }
    }

    /// The figures of a stance of a group on a statement, beside those of all other groups.
    func stance(_ opinion: Opinion, on statement: Int, in group: Int) -> OpinionStance {
        var others = (saying: 0, seen: 0)
        for other in 0..<groups where other != group {
            others.saying += saying(opinion, to: statement, in: other)
            others.seen += seen(statement, in: other)
        }
        return OpinionStance(
            opinion, saying: saying(opinion, to: statement, in: group), seen: seen(statement, in: group),
            elsewhere: others)
    }
}
