/// The search behind ``DenseAssignment``, in numbers of one width: `few` rows, each to find one of `many`
/// columns.
///
/// Its arrays are bare memory, since every index is made here, of rows and columns that exist, and every
/// number stays below ``far`` by the choice of the width: so the loops over a row take several columns at a
/// time.
final class DenseSearch<Number: FixedWidthInteger & SignedInteger> {
    /// Beyond every distance.
    let far = Number.max / 4

    let few: Int
    let many: Int
    let costs: UnsafeMutablePointer<Number>
    /// The price of a column. One that is free is never dearer than one that is taken.
    let price: UnsafeMutablePointer<Number>
    let rowOf: UnsafeMutablePointer<Int>
    let columnOf: UnsafeMutablePointer<Int>

    /// The price in a search: far below zero once the column was looked at, which puts it out of reach.
    let asked: UnsafeMutablePointer<Number>
    /// How far a column is from the row that searches; ``far`` once it was looked at.
    let distance: UnsafeMutablePointer<Number>
    /// The row by which a column was reached.
    let reachedBy: UnsafeMutablePointer<Number>

    init(few: Int, many: Int, cost: (_ row: Int, _ column: Int) -> Number) {
        self.few = few
        self.many = many
        costs = .allocate(capacity: few * many)
        price = .allocate(capacity: many)
        rowOf = .allocate(capacity: many)
        columnOf = .allocate(capacity: few)
        asked = .allocate(capacity: many)
        distance = .allocate(capacity: many)
        reachedBy = .allocate(capacity: many)
        for row in 0..<few {
            for column in 0..<many { (costs + row * many + column).initialize(to: cost(row, column)) }
        }
        price.initialize(repeating: 0, count: many)
        rowOf.initialize(repeating: -1, count: many)
        columnOf.initialize(repeating: -1, count: few)
        asked.initialize(repeating: 0, count: many)
        distance.initialize(repeating: 0, count: many)
        reachedBy.initialize(repeating: 0, count: many)
    }

    deinit {
        costs.deallocate()
        price.deallocate()
        rowOf.deallocate()
        columnOf.deallocate()
        asked.deallocate()
        distance.deallocate()
        reachedBy.deallocate()
    }

    /// The column of every row.
    func run() -> [Int] {
        if few == many { reduceColumns() }
        var free = (0..<few).filter { columnOf[$0] < 0 }
        if many > 1 {
            for _ in 0..<2 { free = bid(free) }
        }
        for row in free { augment(from: row) }
        return (0..<few).map { columnOf[$0] }
    }

    func assign(_ row: Int, _ column: Int) {
        rowOf[column] = row
        columnOf[row] = column
    }
}

// MARK: - The search for the rows left

extension DenseSearch {
    /// Finds the nearest free column for a row and moves the others along the way to it.
    private func augment(from row: Int) {
        asked.update(from: price, count: many)
        distance.update(repeating: far, count: many)
        var seen: [(column: Int, distance: Number)] = []
        var level: Number = 0
        var least = relax(row, by: 0)
        var end = -1
        while true {
            level = least
            let first = seen.count
            end = close(at: level, &seen)
            if end >= 0 { break }
            for (column, _) in seen[first...] {
                let next = rowOf[column]
                least = relax(next, by: costs[next * many + column] &- price[column] &- level)
            }
        }
        for (column, distance) in seen where distance < level { price[column] &+= distance &- level }
        var column = end
        while true {
            let from = Int(reachedBy[column])
            let former = columnOf[from]
            assign(from, column)
            if from == row { return }
            column = former
        }
    }

    /// Brings every column nearer that a row brings nearer, and gives the least distance of all.
    private func relax(_ row: Int, by offset: Number) -> Number {
        let (line, name) = (costs + row * many, Number(truncatingIfNeeded: row))
        let (asked, distance, reachedBy) = (asked, distance, reachedBy)
        var least = Number.max
        for column in 0..<many {
            let new = line[column] &- asked[column] &- offset
            let old = distance[column]
            let isNearer = new < old
            let now = isNearer ? new : old
            distance[column] = now
            reachedBy[column] = isNearer ? name : reachedBy[column]
            least = now < least ? now : least
        }
        return least
    }

    /// Closes the columns at a level; or gives the first free one of them, which ends the search.
    private func close(at level: Number, _ seen: inout [(column: Int, distance: Number)]) -> Int {
        for column in 0..<many where distance[column] == level {
            if rowOf[column] < 0 { return column }
            seen.append((column, level))
            asked[column] = -2 * far
            distance[column] = far
        }
        return -1
    }
}
