import Testing
import Values

@testable import Methods

/// One line around each group encloses what its grounds cover, no more and no less.
@Suite struct PlanOutlinesTests {
    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func linesEncloseWhatTheGroundsCover(_ seed: UInt64) {
        var dice = Dice(seed: seed)
        let points = (0..<(2 + dice.below(60))).map { _ in
            PlanPoint(east: Double(dice.below(4000)) / 10, north: Double(dice.below(3000)) / 10)
        }
        let groups = points.map { _ in dice.below(6) == 0 ? nil : Int?(dice.below(3)) }
        let cells = PlanCell.cells(of: points, reach: 60)
        let lines = PlanOutlines(cells, groups: groups).lines
        for group in Set(groups) {
            let covered = zip(cells, groups).filter { $0.1 == group }.map { area($0.0.corners) }.reduce(0, +)
            let enclosed = (lines[group] ?? []).map(area).reduce(0, +)
            #expect(abs(covered - enclosed) < 1e-6 * max(1, covered), "seed \(seed), group \(group ?? -1)")
        }
        #expect(Set(lines.keys) == Set(groups))
    }

    @Test func aRingHasALineOutsideAndOneInside() throws {
        var points: [PlanPoint] = []
        for row in 0..<3 {
            for column in 0..<3 {
                points.append(PlanPoint(east: Double(column) * 40, north: Double(row) * 40))
            }
        }
        let groups = points.indices.map { $0 == 4 ? 1 : 0 }
        let lines = PlanOutlines(PlanCell.cells(of: points, reach: 60), groups: groups).lines
        let ring = try #require(lines[0]).map(area).filter { abs($0) > 1e-6 }
        #expect(ring.count == 2 && ring.map { $0 > 0 } == [true, false])
        #expect(abs((ring.last ?? 0) + 1600) < 1e-6)
        #expect(abs((lines[1] ?? []).map(area).reduce(0, +) - 1600) < 1e-6)
    }

    /// Twice around, half of it: positive where the corners go anticlockwise.
    private func area(_ corners: [PlanPoint]) -> Double {
        var sum = 0.0
        for (index, corner) in corners.enumerated() {
            let next = corners[(index + 1) % corners.count]
            sum += corner.east * next.north - next.east * corner.north
        }
        return sum / 2
    }
}
