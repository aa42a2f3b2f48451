@testable import Methods

/// The rules as their definitions say, voter by voter and without any haste: what the fast ones are compared
/// with.
struct PlainShares {
    let poll: BudgetPoll
    let worth: ShareRule.Worth

    /// What a project is worth to a voter.
    func worth(_ voter: Int, _ project: Int) -> Rational {
        let ballot = poll.ballots[voter]
        guard let place = ballot.firstIndex(where: { $0.project == project }) else { return .zero }
        switch worth {
        case .cost: return poll.projects[project].cost
        case .card: return .one
        case .points: return ballot[place].points
        case .borda: return Rational(ballot.count - place - 1)
        }
    }

    private var voters: Range<Int> { 0..<poll.ballots.count }
    private var byID: [Int] {
        poll.projects.indices.sorted { a, b in
            Array(poll.projects[a].id.utf8).lexicographicallyPrecedes(Array(poll.projects[b].id.utf8))
        }
    }

    func supporters(_ project: Int) -> [Int] { voters.filter { worth($0, project) > .zero } }

    func cost(_ projects: [Int]) -> Rational { projects.reduce(.zero) { $0 + poll.projects[$1].cost } }

    // MARK: Greedy

    func greedy(after taken: [Int]) -> [Int] {
        var chosen = taken
        var rest = byID.filter { !taken.contains($0) }
        while true {
            rest.removeAll { cost(chosen + [$0]) > poll.budget }
            guard var best = rest.first else { return chosen }
            for project in rest where isBetter(project, best) { best = project }
            chosen.append(best)
            rest.removeAll { $0 == best }
        }
    }

    private func isBetter(_ a: Int, _ b: Int) -> Bool {
        switch (density(a), density(b)) {
        case (nil, nil): false
        case (nil, _): true
        case (_, nil): false
        case (let a?, let b?): a > b
        }
    }

    /// Worth for money; nil where it is without bounds.
    private func density(_ project: Int) -> Rational? {
        let total = voters.reduce(Rational.zero) { $0 + worth($1, project) }
        if total <= .zero { return .zero }
        return total.divided(by: poll.projects[project].cost)
    }

    // MARK: Equal shares

    /// What is bought where everybody begins with `start`.
    func shares(from start: Rational) -> [Int] {
        var money = Array(repeating: start, count: poll.ballots.count)
        var bought = byID.filter { poll.projects[$0].cost == .zero && !supporters($0).isEmpty }
        while true {
            var best: (project: Int, price: Rational)?
            for project in byID where !bought.contains(project) {
                guard let price = price(project, money) else { continue }
                if let known = best, known.price <= price { continue }
                best = (project, price)
            }
            guard let best else { return bought }
            bought.append(best.project)
            for voter in supporters(best.project) {
                money[voter] = max(.zero, money[voter] - best.price * worth(voter, best.project))
            }
        }
    }

    /// The payment per unit of worth at which the supporters can just pay; nil where they cannot.
    private func price(_ project: Int, _ money: [Rational]) -> Rational? {
        let cost = poll.projects[project].cost
        guard cost > .zero else { return nil }
        // The poorest for what they get come first: each is either poor, or the first of the rich.
        let supporters = supporters(project).sorted {
            money[$0] * worth($1, project) < money[$1] * worth($0, project)
        }
        var missing = cost
        var rich = supporters.reduce(Rational.zero) { $0 + worth($1, project) }
        for voter in supporters {
            guard let price = missing.divided(by: rich) else { return nil }
            if price * worth(voter, project) <= money[voter] { return price }
            missing = missing - money[voter]
            rich = rich - worth(voter, project)
        }
        return nil
    }

    /// Add1: the outcome, and the rounds behind the first.
    func raised() -> (projects: [Int], rounds: Int) {
        guard !voters.isEmpty else { return ([], 0) }
        var last: [Int] = byID.filter { poll.projects[$0].cost == .zero && !supporters($0).isEmpty }
        let share = poll.budget.divided(by: Rational(voters.count)) ?? .zero
        var round = 0
        while true {
            let outcome = shares(from: share + Rational(round))
            if cost(outcome) > poll.budget { return (last, round - 1) }
            let isExhaustive = byID.allSatisfy { project in
                let isCandidate = poll.projects[project].cost > .zero && !supporters(project).isEmpty
                return !isCandidate || outcome.contains(project) || cost(outcome + [project]) > poll.budget
            }
            if isExhaustive { return (outcome, round) }
            (last, round) = (outcome, round + 1)
        }
    }

    // MARK: Phragmén

    func phragmen() -> [Int] {
        var loads = Array(repeating: Rational.zero, count: poll.ballots.count)
        var bought: [Int] = []
        var rest = byID.filter { poll.projects[$0].cost <= poll.budget }
        while !rest.isEmpty {
            let new = rest.map { project -> Rational? in
                let supporters = supporters(project)
                let carried = supporters.reduce(poll.projects[project].cost) { $0 + loads[$1] }
                return carried.divided(by: Rational(supporters.count))
            }
            let least = new.compactMap { $0 }.min()
            let tied = rest.indices.filter { new[$0] == least }.map { rest[$0] }
            if tied.contains(where: { cost(bought + [$0]) > poll.budget }) { return bought }
            if let least { for voter in supporters(tied[0]) { loads[voter] = least } }
            bought.append(tied[0])
            rest.removeAll { $0 == tied[0] }
        }
        return bought
    }

    // MARK: By name

    static func winners(_ poll: BudgetPoll, _ rule: ShareRule) -> [Int] {
        switch rule.method {
        case .greedy(let worth): return PlainShares(poll: poll, worth: worth).greedy(after: [])
        case .phragmen(let isCompleted):
            // Phragmén's counts heads; greedy goes by cost.
            let bought = PlainShares(poll: poll, worth: .card).phragmen()
            return isCompleted ? PlainShares(poll: poll, worth: .cost).greedy(after: bought) : bought
        case .equalShares(let worth, let completion):
            let plain = PlainShares(poll: poll, worth: worth)
            let share = poll.budget.divided(by: Rational(max(1, poll.ballots.count))) ?? .zero
            switch completion {
            case .none: return plain.shares(from: share)
            case .greedy: return plain.greedy(after: plain.shares(from: share))
            case .raised: return plain.raised().projects
            case .raisedThenGreedy: return plain.greedy(after: plain.raised().projects)
            }
        }
    }
}
