/// The start: most rows find a column before any search.
extension DenseSearch {
    /// Prices every column at its least cost and gives it to the row that asks that, if the row has none yet;
    /// then the price of a row's only column falls to where its second best would be as good.
    ///
    /// Only in a square, where no column stays free in the end.
    func reduceColumns() {
        let leastRow = UnsafeMutablePointer<Number>.allocate(capacity: many)
        defer { leastRow.deallocate() }
        leastRow.initialize(repeating: 0, count: many)
        price.update(from: costs, count: many)
        for row in 1..<max(1, few) {
            let (line, name) = (costs + row * many, Number(truncatingIfNeeded: row))
            for column in 0..<many {
                let isLess = line[column] < price[column]
                price[column] = isLess ? line[column] : price[column]
                leastRow[column] = isLess ? name : leastRow[column]
            }
        }
        var wins = [Int](repeating: 0, count: few)
        for column in stride(from: many - 1, through: 0, by: -1) {
            let row = Int(leastRow[column])
            wins[row] += 1
            if wins[row] == 1 { assign(row, column) }
        }
        guard many > 1 else { return }
        for row in 0..<few where wins[row] == 1 {
            let two = twoBest(of: row)
            let own = costs[row * many + columnOf[row]] &- price[columnOf[row]]
            // Its own column asks nothing, so the other of the two best is the one it would turn to.
            price[columnOf[row]] &-= two.best == columnOf[row] ? two.next &- own : two.least &- own
        }
    }

    /// Lets every free row bid for its best column, down to where its second best is as good; gives the rows
    /// left.
    ///
    /// A row driven out bids at once where that lowered a price, else it waits for the next round. Bids are
    /// counted: at worst they could go on for as many times as costs are apart.
    func bid(_ free: [Int]) -> [Int] {
        var left: [Int] = []
        var bids = 8 * few
        for start in free {
            var row = start
            while row >= 0 {
                guard bids > 0 else {
                    left.append(row)
                    break
                }
                bids -= 1
                let two = twoBest(of: row)
                let gain = two.next &- two.least
                let column = gain > 0 || rowOf[two.best] < 0 ? two.best : two.second
                price[column] &-= gain
                let former = rowOf[column]
                assign(row, column)
                if former >= 0 { columnOf[former] = -1 }
                if former >= 0, gain == 0 { left.append(former) }
                row = gain > 0 ? former : -1
            }
        }
        return left
    }

    /// The best and the second best column of a row, and what they ask.
    private func twoBest(of row: Int) -> (best: Int, second: Int, least: Number, next: Number) {
        let line = costs + row * many
        var (best, second) = (0, 0)
        var (least, next) = (Number.max, Number.max)
        for column in 0..<many {
            let asked = line[column] &- price[column]
            guard asked < next else { continue }
            if asked < least {
                (next, second) = (least, best)
                (least, best) = (asked, column)
            } else {
                (next, second) = (asked, column)
            }
        }
        return (best, second, least, next)
    }
}
