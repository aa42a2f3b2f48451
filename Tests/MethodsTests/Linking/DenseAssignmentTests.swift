import Testing
import Values

@testable import Methods

@Suite struct DenseAssignmentTests {
    static func matrix(
        _ rows: Int, _ columns: Int, _ costs: ClosedRange<Int>, _ dice: inout Dice
    ) throws -> CostMatrix {
        let costs = (0..<(rows * columns)).map { _ in dice.within(costs) }
        return try CostMatrix(rows: rows, columns: columns, costs: costs)
    }

    /// The least cost of all ways to give the rows from one on a column each, or to leave rows out where they
    /// are more.
    static func least(_ matrix: CostMatrix, from row: Int = 0, _ taken: Set<Int> = []) -> Int? {
        guard row < matrix.rows else {
            return taken.count == min(matrix.rows, matrix.columns) ? 0 : nil
        }
        var best = matrix.rows > matrix.columns ? least(matrix, from: row + 1, taken) : nil
        for column in 0..<matrix.columns where !taken.contains(column) {
            guard let rest = least(matrix, from: row + 1, taken.union([column])) else { continue }
            best = min(best ?? .max, rest + matrix[row, column])
        }
        return best
    }

    /// True where every row has a column of its own, as far as there are columns, and the cost is their sum.
    static func isWhole(_ assignment: DenseAssignment, _ matrix: CostMatrix) -> Bool {
        let chosen = assignment.columns.compactMap { $0 }
        let sum = assignment.columns.enumerated().reduce(0) { sum, entry in
            sum + (entry.element.map { matrix[entry.offset, $0] } ?? 0)
        }
        return chosen.count == min(matrix.rows, matrix.columns) && Set(chosen).count == chosen.count
            && assignment.columns.count == matrix.rows && sum == assignment.cost
    }

    @Test(arguments: [
        (1, 1), (2, 2), (5, 5), (6, 6), (1, 6), (3, 6), (5, 6), (6, 1), (6, 3), (6, 5),
    ])
    func noAssignmentIsCheaper(_ rows: Int, _ columns: Int) throws {
        var dice = Dice(seed: UInt64(rows * 10 + columns))
        for costs in [0...1, 0...9, -50...50, 7...7, -(1 << 40)...(1 << 40)] {
            for _ in 0..<8 {
                let matrix = try Self.matrix(rows, columns, costs, &dice)
                let assignment = DenseAssignment(of: matrix)
                #expect(Self.isWhole(assignment, matrix))
                #expect(assignment.cost == Self.least(matrix))
            }
        }
    }

    /// Two methods that share no line find the same cost.
    @Test(arguments: [(40, 40), (30, 60), (60, 30), (90, 90)])
    func agreesWithTheFlow(_ rows: Int, _ columns: Int) throws {
        var dice = Dice(seed: UInt64(rows + columns))
        for costs in [0...3, 0...100, -100_000...100_000, 0...(1 << 34)] {
            let matrix = try Self.matrix(rows, columns, costs, &dice)
            let assignment = DenseAssignment(of: matrix)
            #expect(Self.isWhole(assignment, matrix))
            var network = LinkNetwork()
            for column in 0..<columns {
                _ = network.addSlot(of: network.addResource(capacity: 1), room: 1)
                _ = column
            }
            // To leave a row costs more than any choice of columns could save.
            let leaving = (costs.upperBound - costs.lowerBound + 1) * (rows + 1)
            for row in 0..<rows {
                let offers = (0..<columns).map { (matrix[row, $0], $0) }.sorted { $0 < $1 }
                for (cost, column) in offers { network.addOffer(slot: Int32(column), cost: cost) }
                network.addShelf(network.closePool(), base: 0)
                network.addNeed(units: 1, penalty: leaving, mostFromOne: 1, row: network.closeRow())
            }
            var search = LinkSearch(network)
            search.run()
            #expect(LinkProof(search).breaches.isEmpty)
            #expect(try search.objective() == assignment.cost + leaving * max(0, rows - columns))
        }
    }

    @Test func anOffsetOfARowOrAColumnChangesOnlyTheSum() throws {
        var dice = Dice(seed: 3)
        let matrix = try Self.matrix(50, 50, 0...1000, &dice)
        let rows = (0..<50).map { _ in dice.within(-300...300) }
        let columns = (0..<50).map { _ in dice.within(-300...300) }
        let shifted = try CostMatrix(
            rows: 50, columns: 50,
            costs: (0..<2500).map { matrix.costs[$0] + rows[$0 / 50] + columns[$0 % 50] })
        let offset = rows.reduce(0, +) + columns.reduce(0, +)
        #expect(DenseAssignment(of: shifted).cost == DenseAssignment(of: matrix).cost + offset)
    }

    @Test func theOrderOfRowsAndColumnsChangesNoCost() throws {
        var dice = Dice(seed: 4)
        for (rows, columns) in [(60, 60), (40, 70), (70, 40)] {
            let matrix = try Self.matrix(rows, columns, 1...20, &dice)
            let (order, across) = (dice.shuffled(Array(0..<rows)), dice.shuffled(Array(0..<columns)))
            let costs = order.flatMap { row in across.map { matrix[row, $0] } }
            let shuffled = try CostMatrix(rows: rows, columns: columns, costs: costs)
            #expect(DenseAssignment(of: shuffled).cost == DenseAssignment(of: matrix).cost)
            let turned = try CostMatrix(
                rows: columns, columns: rows,
                costs: (0..<columns).flatMap { column in (0..<rows).map { matrix[$0, column] } })
            #expect(DenseAssignment(of: turned).cost == DenseAssignment(of: matrix).cost)
        }
    }

    @Test(arguments: [(0, 0), (0, 3), (3, 0)]) func nothingToAssign(_ rows: Int, _ columns: Int) throws {
        let assignment = DenseAssignment(of: try CostMatrix(rows: rows, columns: columns, costs: []))
        #expect(assignment.columns == Array(repeating: nil, count: rows))
        #expect(assignment.cost == 0)
    }

    @Test(arguments: [
        (2, 2, [1, 2, 3]), (-1, -1, [1]), (1, 1, [Int.max]), (1, 1, [Int.min]), (Int.max, 2, []),
    ])
    func refuses(_ rows: Int, _ columns: Int, _ costs: [Int]) {
        #expect(throws: InputFault.self) { try CostMatrix(rows: rows, columns: columns, costs: costs) }
    }
}
