/// Every row its own column, or every column its own row where there are fewer, at the least cost in all.
///
/// *Method.* Shortest augmenting paths after Jonker and Volgenant, "A shortest augmenting path algorithm for
/// dense and sparse linear assignment problems", Computing 38 (1987): columns are reduced, rows bid for their
/// best column, and the few rows still without one find theirs by Dijkstra's search, under prices that keep
/// every cost at or above zero.
/// *Ties.* Of equally cheap assignments the one found is decided by the order of rows and columns alone.
/// *Bounds.* Time at most (fewer side)² × (wider side), most often far less; memory one copy of the costs.
public struct DenseAssignment: Hashable, Sendable {
    /// The column of each row; nil for a row that is left over, where there are more rows than columns.
    public let columns: [Int?]
    /// The sum of what was chosen.
    public let cost: Int

    /// The cheapest assignment of a matrix.
    public init(of matrix: CostMatrix) {
        let stands = matrix.rows > matrix.columns
        let (few, many) = stands ? (matrix.columns, matrix.rows) : (matrix.rows, matrix.columns)
        guard few > 0 else {
            (columns, cost) = (Array(repeating: nil, count: matrix.rows), 0)
            return
        }
        let chosen = Self.solve(matrix, few: few, many: many, stands: stands)
        var columns = [Int?](repeating: nil, count: matrix.rows)
        var cost = 0
        for (line, other) in chosen.enumerated() {
            let (row, column) = stands ? (other, line) : (line, other)
            columns[row] = column
            cost += matrix[row, column]
        }
        (self.columns, self.cost) = (columns, cost)
    }

    /// For each line of the fewer side its line of the other.
    private static func solve(_ matrix: CostMatrix, few: Int, many: Int, stands: Bool) -> [Int] {
        let least = matrix.costs.min() ?? 0
        let span = (matrix.costs.max() ?? 0) - least
        // No price or distance is far above the span times the lines: 32 bits hold it most often, and are
        // read twice as fast.
        if span < Int(Int32.max) / 32 / (few + many) {
            let search = DenseSearch<Int32>(few: few, many: many) { line, other in
                let cost = stands ? matrix[other, line] : matrix[line, other]
                return Int32(truncatingIfNeeded: cost - least)
            }
            return search.run()
        }
        let search = DenseSearch<Int>(few: few, many: many) { line, other in
            (stands ? matrix[other, line] : matrix[line, other]) - least
        }
        return search.run()
    }
}
