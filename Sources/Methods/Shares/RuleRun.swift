/// Runs rules on projects and classes made ready for them.
struct RuleRun {
    let support: Support
    let budget: Int64
    /// Parts of one unit of money.
    let parts: Int64

    init(_ poll: BudgetPoll, _ rule: ShareRule) {
        support = Support(poll, worth: rule.worth)
        (budget, parts) = (poll.money.budget, poll.money.parts)
    }

    /// Projects in the support's order.
    struct RunChoice {
        var projects: [Int]
        /// How many of them the rule chose before greedy completed it; all of them under greedy alone.
        var byRule: Int
        /// The rounds of Add1 behind the first.
        var raised = Int128(0)
        var isGreedyAlone = false
        /// Whether greedy chose last.
        var isCompleted = false
    }

    func choice(by method: ShareRule.Method) -> RunChoice {
        switch method {
        case .greedy: return greedy()
        case .equalShares(_, let completion): return shares(completion)
        case .phragmen(let isCompleted):
            var phragmen = Phragmen(support, budget: budget)
            phragmen.run()
            return ended(RunChoice(projects: phragmen.bought, byRule: phragmen.bought.count), isCompleted)
        }
    }

    private func greedy() -> RunChoice {
        let projects = Greedy(support: support).chosen(after: [], budget: budget)
        return RunChoice(projects: projects, byRule: projects.count, isGreedyAlone: true, isCompleted: true)
    }

    private func ended(_ choice: RunChoice, _ isCompleted: Bool) -> RunChoice {
        guard isCompleted else { return choice }
        var choice = choice
        choice.projects += Greedy(support: support).chosen(after: choice.projects, budget: budget)
        choice.isCompleted = true
        return choice
    }

    private func shares(_ completion: ShareRule.Completion) -> RunChoice {
        var shares = EqualShares(support)
        switch completion {
        case .none, .greedy:
            shares.run(from: start(raised: 0))
            let projects = shares.chosen
            return ended(RunChoice(projects: projects, byRule: projects.count), completion == .greedy)
        case .raised, .raisedThenGreedy:
            return ended(raised(&shares), completion == .raisedThenGreedy)
        }
    }

    /// Everybody's share, raised so many times, in the money of equal shares.
    ///
    /// There a share of the budget is the budget's number, and one unit of money is its parts times the
    /// voters.
    func start(raised rounds: Int128) -> Int128 {
        Int128(budget) + rounds * Int128(parts) * Int128(support.voters)
    }

    /// Add1: rounds in each of which everybody begins with 1 more.
    ///
    /// Now and then a run is asked for how many rounds to come its outcome is proved to stay; these are
    /// passed over. Where a unit is small beside a share, most rounds are; where it is not, asking costs
    /// little.
    private func raised(_ shares: inout EqualShares) -> RunChoice {
        let step = start(raised: 1) - start(raised: 0)
        var last = RunChoice(projects: shares.free, byRule: shares.free.count)
        var (round, wait, interval) = (Int128(0), 8, 8)
        while true {
            let asks = wait == 0 && step > 0
            var alike: Int128 = 0
            if asks {
                alike = shares.runSteadily(from: start(raised: round), step: step)
                interval = alike >= 4 ? 0 : min(256, max(8, interval * 2))
                wait = interval
            } else {
                shares.run(from: start(raised: round))
                wait -= 1
            }
            let left = Int128(budget) - shares.spent
            if left < 0 { return last }
            last = RunChoice(projects: shares.chosen, byRule: shares.chosen.count, raised: round)
            let isExhaustive = shares.candidates.allSatisfy {
                shares.purchaseOf[$0] >= 0 || Int128(support.costs[$0]) > left
            }
            if isExhaustive { return last }
            last.raised += alike
            round += alike + 1
        }
    }
}
