/// Writes the account of a choice: runs the rule that was decisive once more and reads its books.
struct Bookkeeper {
    private let run: RuleRun
    private let support: Support
    private let money: PollMoney
    private let choice: RuleRun.RunChoice

    private(set) var winners: [ShareAccount.Winner] = []
    private(set) var losers: [ShareAccount.Loser] = []
    private(set) var start: Rational?
    private(set) var stop: Int?

    init(run: RuleRun, money: PollMoney, choice: RuleRun.RunChoice) {
        (self.run, support, self.money, self.choice) = (run, run.support, money, choice)
    }

    mutating func keep(_ method: ShareRule.Method) {
        var lacks: [[ShareAccount.Lack]] = Array(repeating: [], count: support.costs.count)
        switch method {
        case .greedy: break
        case .equalShares: keepShares(&lacks)
        case .phragmen: keepLoads(&lacks)
        }
        for project in choice.projects.dropFirst(winners.count) { winners.append(common(project)) }
        if choice.isCompleted { noteBudget(&lacks) }
        let isChosen = Set(choice.projects)
        losers = support.costs.indices.filter { !isChosen.contains($0) }.map {
            ShareAccount.Loser(
                project: support.places[$0], cost: cost($0), supporters: Int(support.supporterCount($0)),
                lacks: lacks[$0])
        }
    }

    private func cost(_ project: Int) -> Rational { money.amount(Whole(Int(support.costs[project]))) }

    /// A winner that the common budget pays.
    private func common(_ project: Int) -> ShareAccount.Winner {
        ShareAccount.Winner(
            project: support.places[project], cost: cost(project),
            supporters: Int(support.supporterCount(project)), source: .budget, payments: [], price: nil)
    }

    /// What was left of the budget when greedy came to each project that it passed over.
    private func noteBudget(_ lacks: inout [[ShareAccount.Lack]]) {
        let before = choice.projects.prefix(choice.isGreedyAlone ? 0 : choice.byRule)
        var left = before.reduce(Int128(run.budget)) { $0 - Int128(support.costs[$1]) }
        let isBefore = Set(before), isChosen = Set(choice.projects)
        for project in Greedy(support: support).order() where !isBefore.contains(project) {
            let cost = Int128(support.costs[project])
            if isChosen.contains(project) {
                left -= cost
            } else {
                lacks[project].append(lack(.budget, had: Whole(left), of: Whole(cost)))
            }
        }
    }

    private func lack(_ source: ShareAccount.Source, had: Whole, of cost: Whole) -> ShareAccount.Lack {
        ShareAccount.Lack(source: source, had: money.amount(had), missing: money.amount(cost - had))
    }

    // MARK: Equal shares

    private mutating func keepShares(_ lacks: inout [[ShareAccount.Lack]]) {
        var shares = EqualShares(support)
        shares.run(from: run.start(raised: choice.raised))
        shares.settle()
        start = amount(Whole(shares.start), over: .one)
        winners = shares.free.map { common($0) }
        for (number, purchase) in shares.purchases.enumerated() {
            let project = purchase.project
            winners.append(
                ShareAccount.Winner(
                    project: support.places[project], cost: cost(project),
                    supporters: Int(support.supporterCount(project)), source: .shares,
                    payments: payments(shares, number, project),
                    price: amount(shares.chain.numerator(number), over: shares.chain.denominator)))
        }
        let isChosen = Set(shares.chosen)
        // What costs nothing is worth nothing by its cost, and lacks no money.
        for project in support.costs.indices where !isChosen.contains(project) && support.costs[project] > 0 {
            let had = amount(left(shares, project), over: shares.chain.denominator)
            lacks[project].append(
                ShareAccount.Lack(source: .shares, had: had, missing: cost(project) - had))
        }
    }

    /// Money of equal shares in the poll's unit: it is counted in parts of parts, as many as there are
    /// voters.
    private func amount(_ numerator: Whole, over denominator: Whole) -> Rational {
        let parts = Whole(Int(money.parts)) * Whole(max(1, support.voters))
        return Rational(numerator, over: denominator * parts) ?? .zero
    }

    /// What each supporter paid for a purchase, the most first.
    private func payments(_ shares: EqualShares, _ number: Int, _ project: Int) -> [ShareAccount.Payment] {
        var classes: [Paid: [Int32]] = [:]
        for group in support.groups(of: project) {
            for place in support.groups[group].range {
                let known = support.supporters[place]
                let paid = paid(shares, number, Int(known), worth: support.groups[group].worth)
                classes[paid, default: []].append(known)
            }
        }
        return classes.sorted { ($1.key.amount, $0.value[0]) < ($0.key.amount, $1.value[0]) }.map {
            paid, known in
            ShareAccount.Payment(
                voters: Int(known.reduce(0) { $0 + support.counts[Int($1)] }),
                each: amount(paid.amount, over: shares.chain.denominator), wasAll: paid.wasAll, classes: known
            )
        }
    }

    /// A payment times the chain's denominator.
    private struct Paid: Hashable {
        let amount: Whole
        let wasAll: Bool
    }

    private func paid(_ shares: EqualShares, _ number: Int, _ known: Int, worth: Int64) -> Paid {
        let broke = Int(shares.brokeAt[known])
        if broke < number { return Paid(amount: .zero, wasAll: true) }
        if broke == number {
            return Paid(amount: shares.moneyExactly(known, before: number), wasAll: true)
        }
        return Paid(amount: shares.chain.numerator(number) * Whole(Int(worth)), wasAll: false)
    }

    /// What the supporters of a project have left, times the chain's denominator.
    private func left(_ shares: EqualShares, _ project: Int) -> Whole {
        let live = support.groups(of: project).flatMap { group in
            support.supporters[support.groups[group].range].filter { shares.brokeAt[Int($0)] == .max }
        }
        let (voters, terms) = shares.spent(by: live, before: shares.purchases.count)
        let spent = terms.map { Chain.Term(index: $0.index, times: -$0.times) }
        return shares.chain.combination(Int128(voters) * shares.start, spent)
    }

    // MARK: Phragmén

    private mutating func keepLoads(_ lacks: inout [[ShareAccount.Lack]]) {
        var phragmen = Phragmen(support, budget: run.budget)
        phragmen.run()
        phragmen.chain.settle()
        stop = phragmen.stop.map { support.places[$0] }
        var number = 0
        for project in phragmen.bought {
            guard support.supporterCount(project) > 0 else {
                winners.append(common(project))
                continue
            }
            winners.append(
                ShareAccount.Winner(
                    project: support.places[project], cost: cost(project),
                    supporters: Int(support.supporterCount(project)), source: .loads,
                    payments: payments(phragmen, number), price: nil))
            number += 1
        }
        let spent = phragmen.bought.reduce(Int128(0)) { $0 + Int128(support.costs[$1]) }
        let left = Whole(Int128(run.budget) - spent)
        let isBought = Set(phragmen.bought)
        for project in support.costs.indices where !isBought.contains(project) {
            // A project beyond the whole budget lacked by itself; any other at the one where the rule
            // stopped.
            let isBeyond = support.costs[project] > run.budget
            let stopping = isBeyond ? project : phragmen.stop ?? project
            lacks[project].append(lack(.loads, had: left, of: Whole(Int(support.costs[stopping]))))
        }
    }

    /// What supporters took on for a purchase: the new load less the one they carried.
    private func payments(_ phragmen: Phragmen, _ number: Int) -> [ShareAccount.Payment] {
        let new = phragmen.chain.value(number)
        let groups = phragmen.payers[number].map { group in
            let before = group.purchase < 0 ? Rational.zero : phragmen.chain.value(Int(group.purchase))
            let each = (new - before).divided(by: Rational(Int(money.parts))) ?? .zero
            let voters = group.classes.reduce(0) { $0 + support.counts[Int($1)] }
            return ShareAccount.Payment(
                voters: Int(voters), each: each, wasAll: false, classes: group.classes)
        }
        return groups.sorted { ($1.each, $0.classes[0]) < ($0.each, $1.classes[0]) }
    }
}
