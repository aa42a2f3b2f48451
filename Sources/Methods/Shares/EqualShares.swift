/// Method of Equal Shares: everybody gets the same share of the budget, and supporters buy what they share
/// the cost of.
///
/// A project is bought when those who support it can pay for it together. Each pays in proportion to what the
/// project is worth to them, the poor among them all they have left. Of the projects that can be bought the
/// next is the one with the least price: the payment per unit of worth. Ties by the id's bytes. Projects that
/// cost nothing and have support are taken at the beginning. Source: Peters, Pierczyński and Skowron,
/// Proportional Participatory Budgeting with Additive Utilities (NeurIPS 2021); Add1 and the completions as
/// on equalshares.net.
///
/// Every decision is exact. Money is held as bounds in fixed point: the least a voter may have, and one width
/// for all by which it may be more. Prices follow as bounds. Where bounds do not decide, the purchases so far
/// are worked out exactly (`Chain`) and the bounds drawn tight around them; where even that leaves a tie,
/// prices are compared as exact fractions. Money is counted in parts of the poll's smallest part: as many as
/// there are voters, so that a share is whole.
struct EqualShares {
    let support: Support
    /// By project: its cost in the money of this type.
    let costs: [Int128]

    /// What everybody began with.
    private(set) var start: Int128 = 0
    /// Bits behind the point; below zero where the smallest bit stands for more than one.
    var shift = 0
    /// By class: the least that each of its voters may have; -1 where it is broke, exactly.
    var money: [Int64]
    /// How much more they may have.
    var width: Int64 = 0
    /// Whether bounds have been drawn tight since the last purchase.
    var isTight = false

    /// Classes by project and group, the broke ones behind the live end of their group.
    var supporters: [Int32]
    var liveEnds: [Int]
    /// By group: voters of the live classes.
    var liveVoters: [Int64]

    /// By group of the project looked at: the least money of its rich.
    var leastRich: [Int64] = []

    /// By project: its price is no less than this.
    var floors: [Price.Bound]
    /// Projects not bought and not known to be beyond their supporters, the least floor first.
    var heap: FloorHeap
    /// By project: the number of its purchase, -1 for none.
    var purchaseOf: [Int32]
    /// By class: the number of the purchase at which it gave all it had; `Int32.max` for none.
    var brokeAt: [Int32]
    /// Classes in the order in which they went broke.
    var broke: [Int32] = []
    var purchases: [Purchase] = []
    /// The prices paid, as far as they were asked for: each the payment per unit of worth on a ballot.
    var chain = Chain()
    /// Kept where it is asked how steady the run is.
    var steadiness: Steadiness?
    /// Projects that cost nothing and have support.
    let free: [Int]
    /// Projects with a cost and support.
    let candidates: [Int]

    struct Purchase {
        let project: Int
        /// Where those of `broke` end who went broke at this purchase or before.
        let brokeEnd: Int
        /// What the project was worth to those who paid its price.
        let richWorth: Int64
    }

    /// Bits that all money together takes.
    private let bits: Int

    /// With fewer bits than 62 more decisions fall to exact arithmetic, and none falls otherwise.
    init(_ support: Support, bits: Int = 62) {
        self.bits = bits
        self.support = support
        costs = support.costs.map { Int128($0) * Int128(max(1, support.voters)) }
        money = Array(repeating: 0, count: support.counts.count)
        supporters = support.supporters
        liveEnds = support.groups.map(\.range.upperBound)
        liveVoters = support.groups.map(\.voters)
        floors = Array(repeating: Price.Bound(price: 0, worth: 1, weight: 1), count: costs.count)
        heap = FloorHeap()
        purchaseOf = Array(repeating: -1, count: costs.count)
        brokeAt = Array(repeating: .max, count: support.counts.count)
        let supported = costs.indices.filter {
            support.weights[$0] > 0 && !support.groups(of: $0).isEmpty
        }
        candidates = supported.filter { support.costs[$0] > 0 }
        free = supported.filter { support.costs[$0] == 0 }
    }

    /// Buys until nothing more can be bought, everybody beginning with `start`.
    mutating func run(from start: Int128) {
        begin(start)
        while let next = cheapest() { buy(next) }
    }

    private mutating func begin(_ start: Int128) {
        self.start = start
        let all = start * Int128(max(1, support.voters))
        // All money together stays below 2^62, so that no sum of it overflows 64 bits.
        shift = bits - (Int128.bitWidth - all.leadingZeroBitCount)
        for index in money.indices { money[index] = lower(start) }
        width = shift < 0 ? 1 : 0
        isTight = true
        for group in liveEnds.indices {
            liveEnds[group] = support.groups[group].range.upperBound
            liveVoters[group] = support.groups[group].voters
        }
        for index in purchaseOf.indices { purchaseOf[index] = -1 }
        for index in brokeAt.indices { brokeAt[index] = .max }
        chain.removeAll()
        broke.removeAll(keepingCapacity: true)
        purchases.removeAll(keepingCapacity: true)
        heap.removeAll()
        for project in candidates where costs[project] <= all {
            let worth = support.groups(of: project).reduce(Int64(0)) {
                $0 + support.groups[$1].worth * support.groups[$1].voters
            }
            floors[project] = Price.Bound(
                price: lower(costs[project]), worth: worth, weight: support.weights[project])
            heap.push(project, floors)
        }
    }

    /// An amount in fixed point, rounded down; it is at most all money.
    func lower(_ amount: Int128) -> Int64 {
        Int64(truncatingIfNeeded: shift < 0 ? amount >> Int128(-shift) : amount << Int128(shift))
    }

    /// An amount in fixed point, rounded up.
    func upper(_ amount: Int128) -> Int64 { lower(amount) + (shift < 0 ? 1 : 0) }

    /// The projects of a run: those without a cost, and then in the order in which they were bought.
    var chosen: [Int] { free + purchases.map(\.project) }

    /// The money that bought the projects of a run, in the poll's smallest parts.
    var spent: Int128 { purchases.reduce(0) { $0 + Int128(support.costs[$1.project]) } }
}
