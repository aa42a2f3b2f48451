/// A table of counts with its totals: rows by columns, the last row and the last column being sums.
///
/// A table of one row is a list of parts with its sum.
public struct CountTable: Sendable, Equatable {
    /// A cell by row and column; the total's row is `rows`, the total's column `columns`.
    public struct Cell: Hashable, Sendable {
        public let row: Int
        public let column: Int

        public init(_ row: Int, _ column: Int) {
            self.row = row
            self.column = column
        }
    }

    public let rows: Int
    public let columns: Int
    private let values: [Int]

    /// - Parameters: `parts`: rows of one length, nothing negative; what is negative counts as 0.
    public init(_ parts: [[Int]]) {
        rows = parts.count
        columns = parts.map(\.count).max() ?? 0
        var all = [Int](repeating: 0, count: (rows + 1) * (columns + 1))
        for (row, line) in parts.enumerated() {
            for (column, part) in line.enumerated() where part > 0 {
                for place in [
                    row * (columns + 1) + column, row * (columns + 1) + columns,
                    rows * (columns + 1) + column,
                    rows * (columns + 1) + columns,
                ] { all[place] += part }
            }
        }
        values = all
    }

    public subscript(cell: Cell) -> Int { values[cell.row * (columns + 1) + cell.column] }

    /// Every cell, row by row, totals included.
    public var cells: [Cell] {
        (0...rows).flatMap { row in (0...columns).map { Cell(row, $0) } }
    }
}
