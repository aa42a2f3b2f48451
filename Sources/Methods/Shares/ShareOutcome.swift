/// What a rule chose.
public struct ShareOutcome: Sendable, Equatable {
    public let rule: ShareRule
    /// The projects chosen, by their places in the poll's list, in the order in which they were chosen.
    public let winners: [Int]
    /// What they cost together.
    public let cost: Rational
    /// By how much Add1 raised everybody's start, in units of money; 0 where it was not used.
    public let raised: Whole
    /// How many of the winners the rule chose before a completion by greedy.
    public let chosenByRule: Int
}

extension BudgetPoll {
    /// What a rule chooses. The same poll gives the same outcome, in whatever order projects and voters
    /// stand.
    ///
    /// Refuses a rule that is not for the poll's ballots. Voters with like ballots are taken together; Add1
    /// runs equal shares once for each round whose outcome could differ from the last.
    public func outcome(by rule: ShareRule) throws(InputFault) -> ShareOutcome {
        if let fault = rule.fault(for: ballots.kind) { throw InputFault(fault) }
        let run = RuleRun(self, rule)
        return outcome(of: rule, run, run.choice(by: rule.method))
    }

    func outcome(of rule: ShareRule, _ run: RuleRun, _ choice: RuleRun.RunChoice) -> ShareOutcome {
        let cost = choice.projects.reduce(Int128(0)) { $0 + Int128(run.support.costs[$1]) }
        return ShareOutcome(
            rule: rule, winners: choice.projects.map { run.support.places[$0] },
            cost: money.amount(Whole(cost)), raised: Whole(choice.raised), chosenByRule: choice.byRule)
    }
}
