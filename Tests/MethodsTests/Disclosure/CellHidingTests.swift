import Testing
import Values

@testable import Methods

/// Nobody who knows all that is shown can work out a small count: held against every possible table.
@Suite struct CellHidingTests {
    /// Every count that is hidden, and how wide its range is by trying every table there could be.
    private static func ranges(_ hiding: CellHiding, most: Int) -> [CountTable.Cell: ClosedRange<Int>] {
        let table = hiding.table
        let open = (0..<table.rows).flatMap { row in
            (0..<table.columns).map { CountTable.Cell(row, $0) }
        }.filter(hiding.hidden.contains)
        var parts = (0..<table.rows).map { row in
            (0..<table.columns).map { table[CountTable.Cell(row, $0)] }
        }
        var ranges: [CountTable.Cell: ClosedRange<Int>] = [:]
        func fill(_ index: Int) {
            guard index < open.count else {
                let other = CountTable(parts)
                guard table.cells.allSatisfy({ hiding.shown($0) == nil || other[$0] == table[$0] }) else {
                    return
                }
                for cell in hiding.hidden {
                    let value = other[cell], known = ranges[cell] ?? value...value
                    ranges[cell] = min(known.lowerBound, value)...max(known.upperBound, value)
                }
                return
            }
            for value in 0...most {
                parts[open[index].row][open[index].column] = value
                fill(index + 1)
            }
        }
        fill(0)
        return ranges
    }

    @Test(arguments: [(1, 3), (2, 2), (1, 5), (2, 3), (3, 2)])
    func noSmallCountCanBeWorkedOut(_ rows: Int, _ columns: Int) throws {
        var dice = Dice(seed: UInt64(rows * 10 + columns))
        let threshold = 3
        for _ in 0..<(rows * columns > 5 ? 4 : 40) {
            // Three more than any count can be tried below.
            let most = dice.chance(50) ? 4 : 7
            let parts = (0..<rows).map { _ in (0..<columns).map { _ in dice.below(most) } }
            let hiding = CellHiding(CountTable(parts), under: threshold)
            let ranges = Self.ranges(hiding, most: 9)
            for cell in hiding.table.cells where hiding.table[cell] < threshold {
                #expect(hiding.shown(cell) == nil)
                let range = try #require(ranges[cell])
                #expect(range.count - 1 >= threshold, "\(parts): \(cell) is \(range)")
                #expect(hiding.width(of: cell) == threshold)
            }
        }
    }

    /// The flow's width of every hidden count is the one that trying finds, up to the threshold.
    @Test func theWidthIsTheOneThatTryingFinds() {
        var dice = Dice(seed: 5)
        for _ in 0..<40 {
            let parts = (0..<2).map { _ in (0..<3).map { _ in dice.below(6) } }
            let hiding = CellHiding(CountTable(parts), under: 3)
            let ranges = Self.ranges(hiding, most: 9)
            for cell in hiding.hidden {
                let wide = (ranges[cell]?.count ?? 1) - 1
                #expect(min(3, wide) == hiding.width(of: cell), "\(parts): \(cell)")
            }
        }
    }

    @Test func whatIsLargeIsAllShown() {
        let hiding = CellHiding(CountTable([[50, 60], [70, 80]]), under: 5)
        #expect(hiding.hidden.isEmpty)
        #expect(hiding.shown(.init(2, 2)) == 260)
    }

    /// One small part of a list takes the next smallest along, and no more.
    @Test func aPartTakesTheNextSmallestAlong() {
        let hiding = CellHiding(CountTable([[3, 40, 9, 50]]), under: 5)
        let shown = (0...4).map { hiding.shown(.init(0, $0)) }
        #expect(shown == [nil, 40, nil, 50, 102])
        #expect(hiding.shown(.init(1, 4)) == 102)
    }

    /// Two parts hidden whose sum is small tell too much: a third goes along.
    @Test func aSmallRestIsHiddenToo() {
        let hiding = CellHiding(CountTable([[1, 2, 30, 40]]), under: 5)
        #expect(hiding.hidden.filter { $0.row == 0 }.count == 3)
    }

    @Test func ofNothingAllIsHidden() {
        let hiding = CellHiding(CountTable([[0, 0]]), under: 5)
        #expect(hiding.hidden.count == hiding.table.cells.count)
    }

    /// The size of the demo's profile: 27 grids, in far less than a second.
    @Test func aWholeCommunityIsQuick() {
        var dice = Dice(seed: 3)
        let parts = (0..<18).map { _ in (0..<2).map { _ in dice.below(60) } }
        let hiding = CellHiding(CountTable(parts), under: 5)
        for cell in hiding.table.cells where hiding.table[cell] < 5 { #expect(hiding.width(of: cell) == 5) }
    }
}
