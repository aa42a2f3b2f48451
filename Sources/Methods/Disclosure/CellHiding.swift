/// Chooses which counts of a table not to show, so that nobody can work out a small one from the others.
///
/// *Shape.* Every count under the threshold is hidden, zeros too. Then as little as possible beside: until
/// each small count, by all that is shown and by nothing being negative, may still be any of a range at least
/// as wide as the threshold. A total is a count like any other.
///
/// The table is a circulation: from a source through the rows, the cells and the columns back to the source.
/// How far a hidden count may move is then the greatest flow through the hidden counts round it, in whole
/// numbers. *Source:* the cell suppression problem and its bounds by network flow, as in Cox, "Network models
/// for complementary cell suppression", JASA 90 (1995).
public struct CellHiding: Sendable {
    public let table: CountTable
    /// A count under this is small.
    public let threshold: Int
    public private(set) var hidden: Set<CountTable.Cell>
    private let small: [CountTable.Cell]

    public init(_ table: CountTable, under threshold: Int) {
        self.table = table
        self.threshold = max(1, threshold)
        small = table.cells.filter { table[$0] < threshold }
        hidden = Set(small)
        for cell in small { protect(cell) }
        release()
    }

    /// A count as it may be shown; nil where it is hidden.
    public func shown(_ cell: CountTable.Cell) -> Int? { hidden.contains(cell) ? nil : table[cell] }

    /// How wide the range is in which a hidden count may lie, at most `threshold`.
    public func width(of cell: CountTable.Cell) -> Int {
        var network = CellNetwork(table, hidden, limit: threshold)
        return network.width(of: cell)
    }

    private mutating func protect(_ cell: CountTable.Cell) {
        while true {
            var network = CellNetwork(table, hidden, limit: threshold)
            let width = network.width(of: cell)
            if width >= threshold { return }
            let further = network.cheapestWay(of: cell).filter { !hidden.contains($0) }
            if further.isEmpty { return }
            hidden.formUnion(further)
        }
    }

    /// Shows again what was hidden for others and is not needed after all, the largest first.
    private mutating func release() {
        let held = Set(small)
        let further = hidden.subtracting(held).sorted { first, second in
            (table[second], first.row, first.column) < (table[first], second.row, second.column)
        }
        for cell in further {
            hidden.remove(cell)
            if !small.allSatisfy({ width(of: $0) >= threshold }) { hidden.insert(cell) }
        }
    }
}

/// The table as a circulation, with what of it is hidden.
private struct CellNetwork {
    private struct Arc {
        let cell: CountTable.Cell
        let from: Int
        let to: Int
        let value: Int
        let isHidden: Bool
        /// What was moved along it, against it where negative.
        var moved = 0
    }

    private var arcs: [Arc] = []
    private var touching: [[Int]]
    private let limit: Int

    init(_ table: CountTable, _ hidden: Set<CountTable.Cell>, limit: Int) {
        self.limit = limit
        let source = 0, sink = table.rows + table.columns + 1
        touching = [[Int]](repeating: [], count: sink + 1)
        for cell in table.cells {
            let from: Int, to: Int
            switch (cell.row == table.rows, cell.column == table.columns) {
            case (false, false): (from, to) = (1 + cell.row, 1 + table.rows + cell.column)
            case (false, true): (from, to) = (source, 1 + cell.row)
            case (true, false): (from, to) = (1 + table.rows + cell.column, sink)
            case (true, true): (from, to) = (sink, source)
            }
            touching[from].append(arcs.count)
            if to != from { touching[to].append(arcs.count) }
            arcs.append(
                Arc(cell: cell, from: from, to: to, value: table[cell], isHidden: hidden.contains(cell)))
        }
    }

    /// How far the count can go up and down together, at most the limit.
    mutating func width(of cell: CountTable.Cell) -> Int {
        guard let own = arcs.firstIndex(where: { $0.cell == cell }) else { return 0 }
        let (from, to, value) = (arcs[own].from, arcs[own].to, arcs[own].value)
        let down = move(from: from, to: to, but: own, most: min(limit, value))
        for index in arcs.indices { arcs[index].moved = 0 }
        let up = move(from: to, to: from, but: own, most: limit)
        return min(limit, up + down)
    }

    /// After `width(of:)`: the counts to hide for it to go up further, where together they are the least.
    func cheapestWay(of cell: CountTable.Cell) -> [CountTable.Cell] {
        guard let own = arcs.firstIndex(where: { $0.cell == cell }) else { return [] }
        return way(from: arcs[own].to, to: arcs[own].from, but: own, hiddenOnly: false).map {
            arcs[$0.arc].cell
        }
    }

    private struct Step {
        let arc: Int
        let isForward: Bool
    }

    private mutating func move(from: Int, to: Int, but own: Int, most: Int) -> Int {
        var sum = 0
        while sum < most {
            let steps = way(from: from, to: to, but: own, hiddenOnly: true)
            guard !steps.isEmpty else { break }
            let room = steps.reduce(most - sum) { min($0, self.room($1)) }
            for step in steps { arcs[step.arc].moved += step.isForward ? room : -room }
            sum += room
        }
        return sum
    }

    /// How much more can go along a count: any amount forwards, backwards until it is nothing.
    private func room(_ step: Step) -> Int {
        let arc = arcs[step.arc]
        return step.isForward ? limit : arc.value + arc.moved
    }

    /// The way that hides the least; empty where there is none. A way over hidden counts alone costs nothing.
    private func way(from: Int, to: Int, but own: Int, hiddenOnly: Bool) -> [Step] {
        var cost = [Int](repeating: .max, count: touching.count)
        var last = [Step?](repeating: nil, count: touching.count)
        var open = Set([from])
        cost[from] = 0
        while let node = open.min(by: { (cost[$0], $0) < (cost[$1], $1) }) {
            open.remove(node)
            if node == to { break }
            for index in touching[node] where index != own {
                let arc = arcs[index], isForward = arc.from == node
                guard arc.isHidden || !hiddenOnly, room(Step(arc: index, isForward: isForward)) > 0 else {
                    continue
                }
                let next = isForward ? arc.to : arc.from
                let sum = cost[node] + (arc.isHidden ? 0 : arc.value + 1)
                if sum < cost[next] {
                    (cost[next], last[next]) = (sum, Step(arc: index, isForward: isForward))
                    open.insert(next)
                }
            }
        }
        return steps(back: to, from, last)
    }

    private func steps(back to: Int, _ from: Int, _ last: [Step?]) -> [Step] {
        var steps: [Step] = [], node = to
        while node != from {
            guard let step = last[node] else { return [] }
            steps.append(step)
            node = step.isForward ? arcs[step.arc].from : arcs[step.arc].to
        }
        return steps.reversed()
    }
}
