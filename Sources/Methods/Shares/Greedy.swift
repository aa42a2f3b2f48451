/// Greedy: the most worth for the money first; what does not fit is passed over.
///
/// Worth for money is all that ballots hold for a project over its cost, so by cost utility it is the number
/// of votes. A project that costs nothing comes first where anybody supports it. Projects that nobody
/// supports come last and are taken too while they fit. Ties by the id's bytes. Source: the greedy rule of
/// Talmon and Faliszewski, A Framework for Approval-Based Budgeting Methods (AAAI 2019).
struct Greedy {
    let support: Support

    /// All projects, the best first.
    func order() -> [Int] {
        support.costs.indices.sorted { isBetter($0, than: $1) }
    }

    /// The projects taken in order with what is left after those taken already.
    func chosen(after taken: [Int], budget: Int64) -> [Int] {
        var isTaken = Array(repeating: false, count: support.costs.count)
        var left = Int128(budget)
        for project in taken {
            isTaken[project] = true
            left -= Int128(support.costs[project])
        }
        var chosen: [Int] = []
        for project in order() where !isTaken[project] && Int128(support.costs[project]) <= left {
            chosen.append(project)
            left -= Int128(support.costs[project])
        }
        return chosen
    }

    private func isBetter(_ a: Int, than b: Int) -> Bool {
        let (worthA, worthB) = (worth(a), worth(b))
        let (costA, costB) = (support.costs[a], support.costs[b])
        // Worth over no cost is beyond every number; no worth is the least.
        let isFreeA = costA == 0 && worthA > .zero, isFreeB = costB == 0 && worthB > .zero
        if isFreeA || isFreeB { return isFreeA && isFreeB ? a < b : isFreeA }
        if worthA.isZero || worthB.isZero { return worthA.isZero && worthB.isZero ? a < b : worthB.isZero }
        let left = worthA * Whole(Int(costB)), right = worthB * Whole(Int(costA))
        return left == right ? a < b : left > right
    }

    private func worth(_ project: Int) -> Whole {
        Whole(Int(max(0, support.totals[project]))) * Whole(Int(support.weights[project]))
    }
}
