/// Runs rules on projects and classes made ready for them.
struct RuleRun {
    let support: Support
    let budget: Int64
    /// Parts of one unit of money.
    let parts: Int64

    /// Projects in the support's order.
    struct RunChoice {
        var projects: [Int]
        var byRule: Int
        var raised = Whole.zero
    }

    func choice(by method: ShareRule.Method) -> RunChoice {
        switch method {
        case .greedy: greedy()
        case .equalShares(_, let completion): shares(completion)
        case .phragmen(let isCompleted): phragmen(isCompleted)
        }
    }

    private func greedy() -> RunChoice {
        let projects = Greedy(support: support).chosen(after: [], budget: budget)
        return RunChoice(projects: projects, byRule: projects.count)
    }

    private func phragmen(_ isCompleted: Bool) -> RunChoice {
        var phragmen = Phragmen(support, budget: budget)
        phragmen.run()
        return ended(RunChoice(projects: phragmen.bought, byRule: phragmen.bought.count), isCompleted)
    }

    private func ended(_ choice: RunChoice, _ isCompleted: Bool) -> RunChoice {
        guard isCompleted else { return choice }
        let more = Greedy(support: support).chosen(after: choice.projects, budget: budget)
        return RunChoice(projects: choice.projects + more, byRule: choice.byRule, raised: choice.raised)
    }

    private func shares(_ completion: ShareRule.Completion) -> RunChoice {
        var shares = EqualShares(support)
        switch completion {
        case .none, .greedy:
            shares.run(from: Int128(budget))
            let projects = shares.free + shares.purchases
            return ended(RunChoice(projects: projects, byRule: projects.count), completion == .greedy)
        case .raised, .raisedThenGreedy:
            return ended(raised(&shares), completion == .raisedThenGreedy)
        }
    }

    /// Add1: rounds in each of which everybody begins with 1 more.
    private func raised(_ shares: inout EqualShares) -> RunChoice {
        // In the rule's money a share of the budget is the budget, and one unit is the parts times the voters.
        let step = Int128(parts) * Int128(support.voters)
        var last = RunChoice(projects: shares.free, byRule: shares.free.count)
        if support.voters == 0 { return last }
        var round: Int128 = 0
        while true {
            shares.run(from: Int128(budget) + round * step)
            let spent = shares.spent
            if spent > Int128(budget) { return last }
            let projects = shares.free + shares.purchases
            last = RunChoice(projects: projects, byRule: projects.count, raised: Whole(round))
            let left = Int128(budget) - spent
            let isExhaustive = shares.candidates.allSatisfy {
                shares.purchaseOf[$0] >= 0 || Int128(support.costs[$0]) > left
            }
            if isExhaustive { return last }
            round += 1
        }
    }
}
