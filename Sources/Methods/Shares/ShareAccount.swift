/// The account of an outcome: who paid how much for which project, and what the others lacked.
///
/// Payments are exact, in the poll's unit of money, and those for a project add up to its cost. Under greedy,
/// and where greedy completes a rule, nobody's share is touched: the common budget pays.
public struct ShareAccount: Sendable {
    public let outcome: ShareOutcome
    /// In the order in which they were chosen.
    public let winners: [Winner]
    /// In the order of their ids.
    public let losers: [Loser]
    /// What everybody began with under equal shares, as Add1 raised it; nil under other rules.
    public let start: Rational?
    /// The project at which Phragmén's rule stopped, as the budget would have been passed; nil where it did
    /// not.
    public let stop: Int?
    /// Everybody who voted.
    public let voters: Int
    /// Voters with at least one winner on their ballot.
    public let votersWithWinner: Int
    /// The class of each voter, -1 for one who supports nothing.
    let classes: [Int32]

    /// The part of the voters who have at least one winner; none of none.
    public var shareWithWinner: Rational { Rational(Whole(votersWithWinner), over: Whole(voters)) ?? .zero }

    public struct Winner: Sendable {
        /// Its place in the poll's list.
        public let project: Int
        public let cost: Rational
        public let supporters: Int
        public let source: Source
        /// What its supporters paid, the most first; empty where the common budget paid.
        public let payments: [Payment]
        /// What those paid under equal shares who paid in full: each by head where projects are worth their
        /// cost or one, and otherwise for each point or each rank; nil elsewhere.
        public let price: Rational?

        /// The sum of the payments; of the common budget, the cost.
        public var paid: Rational {
            payments.isEmpty ? cost : payments.reduce(.zero) { $0 + $1.each * Rational($1.voters) }
        }

        /// The cost for each of its supporters; nil where it has none.
        public var perHead: Rational? { cost.divided(by: Rational(supporters)) }
    }

    /// Where the money for a winner came from.
    public enum Source: String, Sendable {
        /// From the equal shares of its supporters.
        case shares
        /// From loads that its supporters took on.
        case loads
        /// From the common budget.
        case budget
    }

    /// What some supporters paid, each.
    public struct Payment: Sendable {
        public let voters: Int
        public let each: Rational
        /// Whether it was all they had, which was less than the price.
        public let wasAll: Bool
        let classes: [Int32]
    }

    public struct Loser: Sendable {
        public let project: Int
        public let cost: Rational
        public let supporters: Int
        /// What it lacked, by the steps of the rule; two where a rule was completed by greedy.
        public let lacks: [Lack]
    }

    /// What was there for a project, and what was missing.
    public struct Lack: Sendable {
        public let source: Source
        /// What all its supporters had left, or what was left of the budget when its turn came.
        public let had: Rational
        /// What was missing to its cost. Under loads it is what the project lacked at which the rule stopped.
        public let missing: Rational
    }

    /// What a voter paid, by project; empty where the common budget paid for everything.
    public func payments(by voter: Int) -> [(project: Int, paid: Rational)] {
        let known = classes[voter]
        guard known >= 0 else { return [] }
        return winners.compactMap { winner in
            winner.payments.first { $0.classes.contains(known) }.map { (winner.project, $0.each) }
        }
    }
}

extension BudgetPoll {
    /// What a rule chooses, with the account of it. The rule is run once more for the account.
    public func account(by rule: ShareRule) throws(InputFault) -> ShareAccount {
        if let fault = rule.fault(for: ballots.kind) { throw InputFault(fault) }
        let run = RuleRun(self, rule)
        let choice = run.choice(by: rule.method)
        let outcome = outcome(of: rule, run, choice)
        var bookkeeper = Bookkeeper(run: run, money: money, choice: choice)
        bookkeeper.keep(rule.method)
        return ShareAccount(
            outcome: outcome, winners: bookkeeper.winners, losers: bookkeeper.losers, start: bookkeeper.start,
            stop: bookkeeper.stop, voters: ballots.count,
            votersWithWinner: votersWithAny(of: outcome.winners),
            classes: run.support.classes)
    }

    /// Voters whose ballot names any of some projects, with points above zero where there are points.
    private func votersWithAny(of projects: [Int]) -> Int {
        var isWinner = Array(repeating: false, count: self.projects.count)
        for project in projects { isWinner[project] = true }
        return (0..<ballots.count).count { voter in
            (Int(ballots.starts[voter])..<Int(ballots.starts[voter + 1])).contains { place in
                isWinner[Int(ballots.projects[place])]
                    && (ballots.points.isEmpty || ballots.points[place] > 0)
            }
        }
    }
}
