/// Sequential Phragmén: supporters of a project share its cost so that the highest load among them stays
/// least.
///
/// Each voter carries a load, at first none. A project bought sets the loads of all its supporters to one
/// number: what they carried and its cost, over their count. The project with the least such number is bought
/// next, ties by the id's bytes, until any of those that are tied at the least would pass the budget.
/// Projects beyond the budget alone are left out from the beginning; projects that nobody supports come
/// behind all others, all tied. Source: Brill et al., Phragmén's Voting Methods and Justified Representation
/// (AAAI 2017), with the stop of Los, Christoff and Grossi (IJCAI 2022).
///
/// Loads are compared by their bounds in fixed point, which are widened by one unit a purchase and no more,
/// because a new load is a mean; where bounds do not decide, exactly.
struct Phragmen {
    private let support: Support
    private let budget: Int64
    /// Bits behind the point of fixed-point loads.
    private let shift: Int
    /// By class: the number of the purchase that set its load last, -1 for none.
    private(set) var lastPurchase: [Int32]
    /// By project: what its supporters carry together, at least.
    private var carried: [Int128]
    /// By purchase: the load, at least, in fixed point.
    private var loads: [Int128] = []
    /// How far loads may lie above.
    private var width: Int128 = 0
    var chain = Chain()
    /// By purchase: its supporters by the purchase that had set their load.
    private(set) var payers: [[Payers]] = []
    /// Projects in the order they were bought; those that nobody supports are no purchases of `chain`.
    private(set) var bought: [Int] = []
    /// The project at which the budget would have been passed; nil where all were bought.
    private(set) var stop: Int?

    /// Classes whose load was set by the same purchase, -1 for none.
    struct Payers {
        let purchase: Int32
        let classes: [Int32]
    }

    init(_ support: Support, budget: Int64) {
        (self.support, self.budget) = (support, budget)
        lastPurchase = Array(repeating: -1, count: support.counts.count)
        carried = Array(repeating: 0, count: support.costs.count)
        // Loads together are what has been bought, at most the budget: with the shift they stay below 2^120.
        shift = 40
    }

    mutating func run() {
        var left = Int128(budget)
        var remaining = support.costs.indices.filter { support.costs[$0] <= budget }
        while !remaining.isEmpty {
            let tied = leastLoaded(remaining)
            stop = tied.first { Int128(support.costs[$0]) > left }
            guard stop == nil, let next = tied.first else { return }
            buy(next)
            left -= Int128(support.costs[next])
            remaining.removeAll { $0 == next }
        }
    }

    /// A load before it is divided by its supporters: the least it may be, and how far above it may lie.
    private func bounds(_ project: Int) -> (low: Int128, high: Int128, heads: Int128) {
        let heads = Int128(support.supporterCount(project))
        let low = carried[project] + Int128(support.costs[project]) << Int128(shift)
        return (low, low + heads * width, heads)
    }

    /// The projects with the least new load, ascending; those that nobody supports where no others remain.
    private mutating func leastLoaded(_ projects: [Int]) -> [Int] {
        var best: (high: Int128, heads: Int128)?
        var all: [(project: Int, low: Int128, heads: Int128)] = []
        for project in projects {
            let (low, high, heads) = bounds(project)
            guard heads > 0 else { continue }
            all.append((project, low, heads))
            if let known = best, !Self.isBelow(high, heads, known.high, known.heads) { continue }
            best = (high, heads)
        }
        guard let best else { return projects }
        let near = all.filter { !Self.isBelow(best.high, best.heads, $0.low, $0.heads) }.map(\.project)
        return near.count == 1 ? near : exactlyLeast(near)
    }

    /// Whether a/b is less than c/d.
    private static func isBelow(_ a: Int128, _ b: Int128, _ c: Int128, _ d: Int128) -> Bool {
        let (left, leftOver) = a.multipliedReportingOverflow(by: d)
        let (right, rightOver) = c.multipliedReportingOverflow(by: b)
        if leftOver || rightOver { return Whole(a) * Whole(d) < Whole(c) * Whole(b) }
        return left < right
    }

    private mutating func exactlyLeast(_ projects: [Int]) -> [Int] {
        chain.settle()
        var least: [Int] = []
        var best: (load: Whole, heads: Whole)?
        for project in projects {
            let load = chain.combination(Int128(support.costs[project]), terms(payers(of: project)))
            let heads = Whole(Int(support.supporterCount(project)))
            if let known = best {
                let left = load * known.heads, right = known.load * heads
                if left > right { continue }
                if left == right {
                    least.append(project)
                    continue
                }
            }
            (best, least) = ((load, heads), [project])
        }
        return least
    }

    /// The supporters of a project by the purchase that set their load.
    private func payers(of project: Int) -> [Payers] {
        var classes: [Int32: [Int32]] = [:]
        for group in support.groups(of: project) {
            for place in support.groups[group].range {
                let known = support.supporters[place]
                classes[lastPurchase[Int(known)], default: []].append(known)
            }
        }
        return classes.sorted { $0.key < $1.key }.map { Payers(purchase: $0.key, classes: $0.value) }
    }

    /// What the supporters carry together, by the purchases that set their loads.
    private func terms(_ payers: [Payers]) -> [Chain.Term] {
        payers.filter { $0.purchase >= 0 }.map { payers in
            let voters = payers.classes.reduce(0) { $0 + support.counts[Int($1)] }
            return Chain.Term(index: Int(payers.purchase), times: voters)
        }
    }

    private mutating func buy(_ project: Int) {
        bought.append(project)
        let (low, _, heads) = bounds(project)
        guard heads > 0 else { return }
        let payers = payers(of: project)
        chain.append(Int128(support.costs[project]), terms(payers), over: Int64(heads))
        self.payers.append(payers)
        let load = low / heads
        width += 1
        for group in support.groups(of: project) {
            for place in support.groups[group].range {
                let known = Int(support.supporters[place])
                let before = lastPurchase[known] < 0 ? 0 : loads[Int(lastPurchase[known])]
                let more = Int128(support.counts[known]) * (load - before)
                for choice in support.choices(of: known) { carried[Int(support.choices[choice])] += more }
                lastPurchase[known] = Int32(loads.count)
            }
        }
        loads.append(load)
    }
}
