extension EqualShares {
    /// The project to buy next and its price; nil where nothing can be bought.
    mutating func cheapest() -> Price? {
        while true {
            if let near = nearlyCheapest() {
                if near.count <= 1 { return near.first }
                if isTight { return exactlyCheapest(near) }
            }
            tighten()
        }
    }

    /// The projects whose price could be the least; nil where the bounds have to be tightened to say.
    ///
    /// A project's price only rises in a run, as its supporters pay for others: what it was found to be is
    /// its floor.
    private mutating func nearlyCheapest() -> [Price]? {
        var found: [Price] = []
        var best: Price.Bound?
        var isOpen = false
        while let project = heap.first {
            if let best, best.isBelow(floors[project]) { break }
            heap.pop(floors)
            if purchaseOf[project] >= 0 { continue }
            guard let price = decided(project, &isOpen) else {
                if !isOpen { continue }
                heap.push(project, floors)
                break
            }
            found.append(price)
            if best.map(price.high.isBelow) ?? true { best = price.high }
        }
        for price in found {
            if floors[price.project].isBelow(price.low) {
                floors[price.project] = price.low
                keepFloor(price)
            }
            heap.push(price.project, floors)
        }
        if isOpen { return nil }
        return found.filter { price in best.map { !$0.isBelow(price.low) } ?? false }
    }

    /// A project's price; nil where it is beyond its supporters, or where bounds leave that open and can be
    /// tightened.
    private mutating func decided(_ project: Int, _ isOpen: inout Bool) -> Price? {
        switch price(project) {
        case .price(let price): return price
        case .beyond:
            keepBeyond(project, surely: true)
            return nil
        case .unclear where isTight:
            let exact = exactPrice(project)
            if exact == nil { keepBeyond(project, surely: false) }
            return exact.map(bounds)
        case .unclear:
            isOpen = true
            return nil
        }
    }

    /// Buys a project: the rich pay its price, the poor all they have.
    mutating func buy(_ price: Price) {
        var price = price
        var exact: ExactPrice?
        if leavesOpen(price) {
            if !isTight {
                tighten()
                if case .price(let tight) = self.price(price.project) { price = tight }
            }
            if leavesOpen(price) { exact = exactPrice(price.project) }
        }
        keepPurchase(price)
        pay(price, exact)
    }

    /// Whether bounds leave open of some supporter whether it is poor.
    private func leavesOpen(_ price: Price) -> Bool {
        for group in support.groups(of: price.project) {
            let worth = support.groups[group].worth
            let low = price.low.payment(worth), high = price.high.payment(worth)
            for place in support.groups[group].range.lowerBound..<liveEnds[group] {
                let has = money[Int(supporters[place])]
                if has >= 0, has < high, has + width >= low { return true }
            }
        }
        return false
    }

    private mutating func pay(_ price: Price, _ exact: ExactPrice?) {
        let number = Int32(truncatingIfNeeded: purchases.count)
        var (richWorth, widening): (Int64, Int64) = (0, 0)
        for group in support.groups(of: price.project) {
            let worth = support.groups[group].worth
            let low = price.low.payment(worth), high = price.high.payment(worth)
            widening = max(widening, high - low)
            for place in support.groups[group].range.lowerBound..<liveEnds[group] {
                let known = Int(supporters[place])
                let has = money[known]
                if has < 0 { continue }
                if has >= high || (has + width >= low && exact.map { !isPoor(known, worth, $0) } ?? true) {
                    money[known] = max(0, has - high)
                    richWorth += support.counts[known] * worth
                } else {
                    broke.append(Int32(truncatingIfNeeded: known))
                    (money[known], brokeAt[known]) = (-1, number)
                }
            }
        }
        purchaseOf[price.project] = number
        purchases.append(Purchase(project: price.project, brokeEnd: broke.count, richWorth: richWorth))
        let (wider, overflow) = width.addingReportingOverflow(widening + 1)
        width = overflow ? 1 << 61 : min(wider, 1 << 61)
        isTight = false
    }

    /// How many voters some classes have, and how often each price was paid by them before a purchase; they
    /// were not broke by then.
    func spent(
        by classes: some Collection<Int32>, before purchase: Int
    ) -> (voters: Int64, terms: [Chain.Term]) {
        guard !classes.isEmpty else { return (0, []) }
        var voters: Int64 = 0
        var times = [Int64](repeating: 0, count: purchase)
        for known in classes.lazy.map({ Int($0) }) {
            let count = support.counts[known]
            voters += count
            for choice in support.choices(of: known) {
                let number = Int(purchaseOf[Int(support.choices[choice])])
                if number >= 0, number < purchase { times[number] += count * support.worth(at: choice) }
            }
        }
        let terms = times.indices.lazy.filter { times[$0] != 0 }.map {
            Chain.Term(index: $0, times: times[$0])
        }
        return (voters, Array(terms))
    }
}
