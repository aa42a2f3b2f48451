extension EqualShares {
    /// What is known of a project's price when its supporters' money is looked at.
    enum Finding {
        case price(Price)
        /// They have less than it costs.
        case beyond
        /// The bounds leave open whether they have.
        case unclear
    }

    /// Finds the price between bounds, by Newton's method from its floor.
    ///
    /// With ρ the price, supporters give Σ min(money, ρ·worth): rising and concave in ρ. From below, each
    /// step lands below the solution or on it, and the step after which nobody else is poor is the solution
    /// for the least money that voters may have. With more money the price is less, by at most the poor's
    /// width over the rich's worth.
    mutating func price(_ project: Int) -> Finding {
        let cost = upper(costs[project])
        var bound = floors[project]
        while true {
            let look = looked(project, bound)
            let missing = cost - look.poorMoney
            if look.richWorth == 0 {
                let slack = look.poor.multipliedReportingOverflow(by: width)
                let isBeyond = !slack.overflow && lower(costs[project]) - look.poorMoney > slack.partialValue
                return isBeyond ? .beyond : .unclear
            }
            let next = Price.Bound(price: missing, worth: look.richWorth, weight: support.weights[project])
            if isSettled(project, next, look) {
                let slack = look.poor.multipliedReportingOverflow(by: width)
                let (low, under) = (lower(costs[project]) - look.poorMoney)
                    .subtractingReportingOverflow(slack.partialValue)
                let least = slack.overflow || under ? 0 : max(0, low)
                let lowBound = Price.Bound(
                    price: least, worth: look.richWorth, weight: support.weights[project])
                return .price(Price(project: project, high: next, low: lowBound))
            }
            bound = next
        }
    }

    /// Who is poor at a price, and what they have.
    private struct Look {
        var poorMoney: Int64 = 0
        var poor: Int64 = 0
        var richWorth: Int64 = 0
        /// The least money of the rich in the group gone through last.
        var leastRich: Int64 = .max
    }

    /// Whether nobody who was rich at the price before is poor at this one.
    @inline(__always)
    private func isSettled(_ project: Int, _ next: Price.Bound, _ look: Look) -> Bool {
        let groups = support.groups(of: project)
        if groups.count == 1 {
            return next.payment(support.groups[groups.lowerBound].worth) <= look.leastRich
        }
        for group in groups {
            let payment = next.payment(support.groups[group].worth)
            if payment > leastRich[group - groups.lowerBound] { return false }
        }
        return true
    }

    private mutating func looked(_ project: Int, _ bound: Price.Bound) -> Look {
        var look = Look()
        let groups = support.groups(of: project)
        leastRich.removeAll(keepingCapacity: true)
        for group in groups {
            let worth = support.groups[group].worth
            let poorBefore = look.poor
            look.leastRich = .max
            scan(group, bound.payment(worth), &look)
            look.richWorth += (liveVoters[group] - (look.poor - poorBefore)) * worth
            leastRich.append(look.leastRich)
        }
        return look
    }

    /// Goes through the classes of a group; those that are broke are put behind its live end.
    @inline(__always)
    private mutating func scan(_ group: Int, _ payment: Int64, _ look: inout Look) {
        var at = support.groups[group].range.lowerBound
        var end = liveEnds[group]
        while at < end {
            let known = Int(supporters[at])
            let has = money[known]
            if has < payment {
                if has < 0 {
                    end -= 1
                    supporters.swapAt(at, end)
                    liveVoters[group] -= support.counts[known]
                    continue
                }
                let count = support.counts[known]
                look.poor &+= count
                look.poorMoney &+= count &* has
            } else if has < look.leastRich {
                look.leastRich = has
            }
            at += 1
        }
        liveEnds[group] = end
    }
}
