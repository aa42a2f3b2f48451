/// What each row would cost in each column: a square, or a rectangle lying or standing.
public struct CostMatrix: Sendable {
    public let rows: Int
    public let columns: Int
    /// Row after row.
    public let costs: [Int]

    /// *Refuses* a count of costs other than rows × columns, and costs so far apart that a sum could
    /// overflow.
    public init(rows: Int, columns: Int, costs: [Int]) throws(InputFault) {
        let (count, overflow) = rows.multipliedReportingOverflow(by: columns)
        guard rows >= 0, columns >= 0, !overflow, count == costs.count else {
            throw InputFault("expected \(rows) rows of \(columns) costs, met \(costs.count) costs")
        }
        let lines = rows + columns + 2
        let most = Int.max / 64 / lines
        guard costs.allSatisfy({ -most <= $0 && $0 <= most }) else {
            throw InputFault("a cost beyond \(most): \(lines - 2) of them could overflow")
        }
        self.rows = rows
        self.columns = columns
        self.costs = costs
    }

    subscript(row: Int, column: Int) -> Int { costs[row * columns + column] }
}
