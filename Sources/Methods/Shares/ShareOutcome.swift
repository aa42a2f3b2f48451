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
    /// What a rule chooses. The same poll gives the same outcome, in whatever order projects and voters stand.
    ///
    /// Refuses a rule that is not for the poll's ballots. Time: reading apart, the rule is run on classes of voters
    /// with like ballots; Add1 runs equal shares once a round that could differ from the last.
    public func outcome(by rule: ShareRule) throws(InputFault) -> ShareOutcome {
        if let fault = rule.fault(for: ballots.kind) { throw InputFault(fault) }
        let support = Support(self, worth: rule.worth)
        let choice = RuleRun(support: support, budget: money.budget, parts: money.parts).choice(by: rule.method)
        let cost = choice.projects.reduce(Int128(0)) { $0 + Int128(support.costs[$1]) }
        return ShareOutcome(
            rule: rule, winners: choice.projects.map { support.places[$0] }, cost: money.amount(Whole(cost)),
            raised: choice.raised, chosenByRule: choice.byRule)
    }
}
