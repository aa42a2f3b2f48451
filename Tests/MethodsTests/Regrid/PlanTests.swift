import Testing
import Values

@testable import Methods

/// Who is whose neighbour on a plan, and which ground is whose.
@Suite struct PlanTests {
    private static func points(_ seed: UInt64, _ count: Int) -> [PlanPoint] {
        var dice = Dice(seed: seed)
        return (0..<count).map { _ in
            PlanPoint(east: Double(dice.below(900)), north: Double(dice.below(500)))
        }
    }

    @Test func onALineEachTouchesTheNext() {
        let line = (0..<5).map { PlanPoint(east: Double($0) * 40, north: 0) }
        #expect(PlanNeighbors.neighbors(of: line) == [[1], [0, 2], [1, 3], [2, 4], [3]])
    }

    @Test(arguments: [[], [PlanPoint(east: 3, north: 4)]])
    func fewPointsHaveNoNeighbours(_ points: [PlanPoint]) {
        #expect(PlanNeighbors.neighbors(of: points) == points.map { _ in [] })
    }

    /// As defined: two touch where no third lies within the circle on the line between them.
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func neighboursAreThoseWithNothingBetween(_ seed: UInt64) throws {
        let points = Self.points(seed, 60)
        let found = PlanNeighbors.neighbors(of: points)
        for a in points.indices {
            for b in points.indices where a != b {
                let middle = PlanPoint(
                    east: (points[a].east + points[b].east) / 2,
                    north: (points[a].north + points[b].north) / 2)
                let radius = points[a].square(to: points[b]) / 4
                let isParted = points.indices.contains {
                    $0 != a && $0 != b && points[$0].square(to: middle) < radius - 1e-9
                }
                #expect(found[a].contains(b) == !isParted)
            }
        }
        let map = try BuildingMap(
            features: points.map { _ in [] }, loads: points.map { _ in 1 }, neighbors: found)
        #expect(map.pieces(of: Array(points.indices)).count == 1)
    }

    /// Every corner of a ground is at least as near to its own building as to any other.
    @Test(arguments: [5, 6, 7] as [UInt64])
    func groundIsNearestToItsOwn(_ seed: UInt64) {
        let points = Self.points(seed, 80)
        let cells = PlanCell.cells(of: points, reach: 60)
        for (index, cell) in cells.enumerated() {
            #expect(cell.corners.count == cell.beyond.count && cell.corners.count >= 3)
            for corner in cell.corners {
                let own = corner.square(to: points[index])
                #expect(points.allSatisfy { corner.square(to: $0) >= own - 1e-6 })
            }
        }
        for (here, list) in PlanNeighbors.neighbors(of: points).enumerated() {
            for there in list where points[here].square(to: points[there]) < 100 * 100 && here != there {
                #expect(cells[here].beyond.contains(there), "\(here) \(there)")
            }
        }
    }
}
