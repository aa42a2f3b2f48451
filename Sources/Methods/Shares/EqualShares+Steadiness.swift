extension EqualShares {
    /// How much more everybody could begin with, and the same projects would be bought in the same order.
    ///
    /// As long as the same projects are bought in the same order and the same voters go broke at them, all
    /// money and every price are linear in the start: with one more to begin with, a voter has 1 more and
    /// what the prices paid have fallen; a price falls by what its poor have more, over the worth of its
    /// rich. So money never falls and prices never rise, rich voters stay rich, and only three things can end
    /// the sameness: a poor voter who can pay a price, another project whose price falls below that of the
    /// one bought, and a project beyond its supporters that comes within their reach. Each is kept off up to
    /// its distance over the most that it may close in by.
    struct Steadiness {
        /// More than this to begin with may change the run: in fixed point like money.
        var room: Int64 = 1 << 61
        /// By class: its money rises by no more than this for each unit of start, in 65,536ths.
        var speeds: [Int64]
        /// By project: what its poor have more for each unit of start, where its floor was found; in
        /// 65,536ths.
        var slopes: [Int64]

        static let unit: Int64 = 1 << 16
        /// Beyond this nothing is promised: of ten million voters it still adds up within 64 bits.
        static let most: Int64 = 1 << 36

        /// Keeps the room within a distance over a speed.
        mutating func keep(_ distance: Int128, over speed: Int64) {
            if speed <= 0 { return }
            let most = (distance - 1) * Int128(Self.unit) / Int128(speed)
            room = distance <= 1 ? 0 : Int64(clamping: min(Int128(room), most))
        }
    }

    /// Runs, and tells how many rounds of Add1 behind this one have the same outcome: they may be more.
    mutating func runSteadily(from start: Int128, step: Int128) -> Int128 {
        steadiness = Steadiness(
            speeds: Array(repeating: Steadiness.unit, count: money.count),
            slopes: Array(repeating: 0, count: costs.count))
        run(from: start)
        defer { steadiness = nil }
        guard let room = steadiness?.room, room > 0 else { return 0 }
        // Projects beyond all money come within it when that has grown by what they lack.
        let all = start * Int128(max(1, support.voters))
        let lacking = candidates.map { costs[$0] - all }.filter { $0 > 0 }.min()
        // The step may be more than fixed point holds; then the room holds none.
        let room128 = shift < 0 ? Int128(room) << Int128(min(60, -shift)) : Int128(room) >> Int128(shift)
        let steps = room128 / step
        guard let lacking else { return steps }
        return min(steps, (lacking - 1) / (step * Int128(max(1, support.voters))))
    }

    /// A project was found beyond its supporters.
    mutating func keepBeyond(_ project: Int, surely: Bool) {
        guard steadiness != nil else { return }
        guard surely else {
            steadiness?.room = 0
            return
        }
        var (most, speed) = (Int128(0), Int64(0))
        forEachLive(project) { known, _ in
            most += Int128(support.counts[known]) * Int128(money[known] + width)
            speed += support.counts[known] * speeds(known)
        }
        let distance = Int128(lower(costs[project])) - most
        steadiness?.keep(distance, over: speed)
    }

    /// A project's floor was raised to a price just found.
    mutating func keepFloor(_ price: Price) {
        guard steadiness != nil else { return }
        var slope: Int64 = 0
        forEachLive(price.project) { known, worth in
            guard money[known] < price.high.payment(worth) else { return }
            slope += support.counts[known] * speeds(known)
        }
        steadiness?.slopes[price.project] = slope
    }

    /// A project is about to be bought.
    mutating func keepPurchase(_ price: Price) {
        guard let known = steadiness, known.room > 0 else { return }
        keepOthers(price)
        keepPayers(price)
    }

    /// The floors of the others must stay above the price, which itself only falls.
    private mutating func keepOthers(_ price: Price) {
        for project in heap.projects where project != price.project && purchaseOf[project] < 0 {
            let slope = steadiness?.slopes[project] ?? 0
            if slope == 0 { continue }
            let floor = floors[project]
            let (scaled, overflow) = Int128(price.high.price).multipliedReportingOverflow(by: floor.per)
            if overflow {
                steadiness?.room = 0
                return
            }
            let distance = Int128(floor.price) - scaled / price.high.per - 1
            steadiness?.keep(distance, over: slope)
        }
    }

    /// Poor payers must stay poor; the rich, and by how much their money may rise behind the purchase.
    private mutating func keepPayers(_ price: Price) {
        var (slope, isClear) = (Int64(0), true)
        forEachLive(price.project) { known, worth in
            if money[known] >= price.high.payment(worth) { return }
            if money[known] + width >= price.low.payment(worth) { isClear = false }
            slope += support.counts[known] * speeds(known)
        }
        guard isClear else {
            steadiness?.room = 0
            return
        }
        let fall = slope / price.high.worth + 1
        var changed = steadiness
        forEachLive(price.project) { known, worth in
            let (more, overflow) = fall.multipliedReportingOverflow(by: worth)
            let speed = overflow ? Steadiness.most : speeds(known) + min(more, Steadiness.most)
            if money[known] < price.high.payment(worth) {
                let distance = price.low.payment(worth) - 1 - money[known] - width
                changed?.keep(Int128(distance), over: speed)
            } else {
                changed?.speeds[known] = speed
            }
            if speed >= Steadiness.most { changed?.room = 0 }
        }
        steadiness = changed
    }

    private func speeds(_ known: Int) -> Int64 { steadiness?.speeds[known] ?? Steadiness.unit }

    /// Every supporter class that is not broke, with what the project is worth to it.
    private func forEachLive(_ project: Int, _ look: (_ known: Int, _ worth: Int64) -> Void) {
        for group in support.groups(of: project) {
            let worth = support.groups[group].worth
            for place in support.groups[group].range.lowerBound..<liveEnds[group] {
                let known = Int(supporters[place])
                if money[known] >= 0 { look(known, worth) }
            }
        }
    }
}
