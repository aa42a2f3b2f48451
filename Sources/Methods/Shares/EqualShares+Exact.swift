extension EqualShares {
    /// A price worked out: the payment of all rich together, times the chain's denominator, and their worth.
    struct ExactPrice {
        let project: Int
        let payment: Whole
        let worth: Int64
    }

    /// Works out the prices of all purchases.
    ///
    /// A price is the cost less what the poor had, over the worth of the rich; what they had is what they
    /// began with less the prices they had paid.
    mutating func settle() {
        while chain.count < purchases.count {
            let number = chain.count
            let purchase = purchases[number]
            let poor = broke[(number == 0 ? 0 : purchases[number - 1].brokeEnd)..<purchase.brokeEnd]
            let (voters, terms) = spent(by: poor, before: number)
            chain.append(costs[purchase.project] - Int128(voters) * start, terms, over: purchase.richWorth)
        }
        chain.settle()
    }

    /// Draws the bounds of everybody's money tight around what the purchases so far leave them, exactly.
    mutating func tighten() {
        settle()
        // So many bits finer than money, so that what is lost over a ballot's length is less than one bit of
        // it.
        let finer = 40
        let denominator = chain.denominator
        let paid = purchases.indices.map { index in
            // A price is at most all money, below 2^62 of its bits.
            chain.numerator(index).shifted(by: shift + finer).floored(by: denominator)?.quotient.narrow ?? 0
        }
        let begun = Whole(start).shifted(by: shift + finer).narrow ?? 0
        var mostWorth: Int64 = 0
        for known in money.indices where money[known] >= 0 {
            var (left, worth) = (begun, Int64(0))
            for choice in support.choices(of: known) {
                let number = Int(purchaseOf[Int(support.choices[choice])])
                if number < 0 { continue }
                left -= (paid[number] + 1) * Int128(support.worth(at: choice))
                worth += support.worth(at: choice)
            }
            money[known] = Int64(truncatingIfNeeded: max(0, left >> Int128(finer)))
            mostWorth = max(mostWorth, worth)
        }
        width = 2 + (mostWorth + 1) >> Int64(finer)
        isTight = true
    }

    /// The exact price of a project; nil where its supporters have less than it costs. Bounds are tight.
    ///
    /// From those who are surely poor, whoever has less than the price asks of it is added until nobody is:
    /// each price on the way is below the last one or equal to it.
    mutating func exactPrice(_ project: Int) -> ExactPrice? {
        settle()
        var poor: [Int32] = []
        var open: [(known: Int, worth: Int64)] = []
        for group in support.groups(of: project) {
            let worth = support.groups[group].worth
            let payment = floors[project].payment(worth)
            for place in support.groups[group].range.lowerBound..<liveEnds[group] {
                let known = Int(supporters[place])
                if money[known] < 0 { continue }
                if money[known] + width < payment {
                    poor.append(Int32(truncatingIfNeeded: known))
                } else {
                    open.append((known, worth))
                }
            }
        }
        while true {
            let richWorth = open.reduce(Int64(0)) { $0 + support.counts[$1.known] * $1.worth }
            if richWorth == 0 { return nil }
            let (voters, terms) = spent(by: poor, before: purchases.count)
            let payment = chain.combination(costs[project] - Int128(voters) * start, terms)
            let price = ExactPrice(project: project, payment: payment, worth: richWorth)
            let bounds = bounds(price)
            let newly = open.filter { isPoor($0.known, $0.worth, price, bounds) }
            if newly.isEmpty { return price }
            poor += newly.map { Int32(truncatingIfNeeded: $0.known) }
            open.removeAll { isPoor($0.known, $0.worth, price, bounds) }
        }
    }

    /// An exact price between bounds one bit apart.
    func bounds(_ exact: ExactPrice) -> Price {
        let floor = exact.payment.shifted(by: shift).floored(by: chain.denominator)?.quotient.narrow ?? 0
        let weight = support.weights[exact.project]
        let low = Price.Bound(price: Int64(truncatingIfNeeded: floor), worth: exact.worth, weight: weight)
        let high = Price.Bound(price: low.price + 1, worth: exact.worth, weight: weight)
        return Price(project: exact.project, high: high, low: low)
    }

    private func isPoor(_ known: Int, _ worth: Int64, _ exact: ExactPrice, _ bounds: Price) -> Bool {
        if money[known] + width < bounds.low.payment(worth) { return true }
        if money[known] >= bounds.high.payment(worth) { return false }
        return isPoor(known, worth, exact)
    }

    /// Whether a live class has less than an exact price asks of it.
    func isPoor(_ known: Int, _ worth: Int64, _ exact: ExactPrice) -> Bool {
        moneyExactly(known) * Whole(Int(exact.worth)) < exact.payment * Whole(Int(worth))
    }

    /// What each voter of a class has before a purchase, times the chain's denominator; it was not broke by
    /// then.
    func moneyExactly(_ known: Int, before purchase: Int = .max) -> Whole {
        var left = Whole(start) * chain.denominator
        for choice in support.choices(of: known) {
            let number = Int(purchaseOf[Int(support.choices[choice])])
            if number < 0 || number >= purchase { continue }
            left = left - chain.numerator(number) * Whole(Int(support.worth(at: choice)))
        }
        return left
    }

    /// Of projects whose bounds do not part them the one with the least price; of equals the first by id.
    mutating func exactlyCheapest(_ near: [Price]) -> Price? {
        var best: (exact: ExactPrice, price: Price)?
        for price in near.sorted(by: { $0.project < $1.project }) {
            guard let exact = exactPrice(price.project) else { continue }
            if let known = best?.exact {
                let left = exact.payment * Whole(per(known)), right = known.payment * Whole(per(exact))
                if left >= right { continue }
            }
            best = (exact, price)
        }
        return best?.price
    }

    private func per(_ exact: ExactPrice) -> Int128 {
        Int128(exact.worth) * Int128(support.weights[exact.project])
    }
}
