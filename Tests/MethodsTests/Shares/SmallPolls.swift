import Values

@testable import Methods

/// Small polls drawn by seed, with many ties: few different costs, ids of unlike lengths, voters alike.
enum SmallPolls {
    static func poll(
        _ kind: BallotKind, seed: UInt64, projects: Int = 6, voters: Int = 9, finest: Int = 1
    ) throws -> BudgetPoll {
        var dice = Dice(seed: seed, for: kind.rawValue)
        let count = dice.within(1...projects)
        let ids = dice.shuffled(Array(1...20)).prefix(count).map { "\($0)" }
        let list = ids.map { id in
            PollProject(
                id: id, cost: fraction(dice.pick([0, 3, 4, 4, 5, 6, 8, 9, 13, 20]) ?? 1, &dice, finest))
        }
        let ballots = (0..<dice.within(1...voters)).map { _ in ballot(kind, count, &dice) }
        let budget = fraction(dice.within(0...30), &dice, finest)
        return try BudgetPoll(budget: budget, projects: list, kind: kind, ballots: ballots)
    }

    /// A whole number and some of its finest parts.
    private static func fraction(_ whole: Int, _ dice: inout Dice, _ finest: Int) -> Rational {
        guard finest > 1, let part = Rational(Whole(dice.below(finest)), over: Whole(finest)) else {
            return Rational(whole)
        }
        return Rational(whole) + part
    }

    private static func ballot(_ kind: BallotKind, _ projects: Int, _ dice: inout Dice) -> [Choice] {
        let chosen = dice.shuffled(Array(0..<projects)).prefix(dice.below(projects + 1))
        return chosen.map { project in
            switch kind {
            case .approval, .ordinal: Choice(project)
            case .cumulative: Choice(project, points: Rational(dice.below(4)))
            case .scoring:
                Choice(project, points: Rational(Whole(dice.within(-2...7)), over: Whole(2)) ?? .one)
            }
        }
    }

    /// The rules that are for ballots of a kind.
    static func rules(for kind: BallotKind) -> [ShareRule] {
        ShareRule.all.filter { $0.fault(for: kind) == nil }
    }

    /// What projects can be worth on ballots of a kind.
    static func worths(for kind: BallotKind) -> [ShareRule.Worth] {
        ShareRule.Worth.allCases.filter { ShareRule(.greedy($0)).fault(for: kind) == nil }
    }
}
