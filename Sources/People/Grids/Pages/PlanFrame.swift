import Methods
import Web

/// From metres on the ground to whole units of the picture; one unit is a metre, north is up.
struct PlanFrame {
    let size: (width: Int, height: Int)
    private let west: Int
    private let top: Int

    /// How far ground goes around a building, in metres, and what is left free around the map.
    static let reach = 60.0
    private static let margin = 70

    init(_ positions: [PlanPosition]) {
        west = Int(positions.map(\.east).min() ?? 0) - Self.margin
        top = Int(positions.map(\.north).max() ?? 0) + Self.margin
        let east = Int(positions.map(\.east).max() ?? 0), south = Int(positions.map(\.north).min() ?? 0)
        size = (east - west + Self.margin, top - south + Self.margin)
    }

    func spot(_ point: PlanPoint) -> PlanPicture.Spot {
        PlanPicture.Spot(x: Int(point.east.rounded()) - west, y: top - Int(point.north.rounded()))
    }

    func shape(_ item: PlanDrawing.Item) -> PlanPicture.Shape {
        PlanPicture.Shape(
            item.title, item.link, at: spot(item.position.point), length: 14 + item.stairwells * 8,
            step: item.step, current: item.isCurrent, mark: item.mark)
    }

    /// The line around each group of grounds, in whole units and without corners that are none.
    func lines(around cells: [PlanCell], _ groups: [Int?]) -> [Int?: [[PlanPicture.Spot]]] {
        PlanOutlines(cells, groups: groups).lines.mapValues { lines in
            lines.map { Self.thinned($0.map(spot)) }.filter { $0.count > 2 }
        }
    }

    /// Leaves out corners that lie on the one before, or within a unit of the line past them.
    private static func thinned(_ corners: [PlanPicture.Spot]) -> [PlanPicture.Spot] {
        var kept: [PlanPicture.Spot] = []
        for corner in corners {
            if let last = kept.last, abs(last.x - corner.x) <= 1, abs(last.y - corner.y) <= 1 { continue }
            kept.append(corner)
        }
        var line: [PlanPicture.Spot] = []
        for (index, corner) in kept.enumerated() {
            let before = line.last ?? kept[kept.count - 1], next = kept[(index + 1) % kept.count]
            if !isOnTheWay(corner, from: before, to: next) { line.append(corner) }
        }
        return line
    }

    private static func isOnTheWay(
        _ corner: PlanPicture.Spot, from before: PlanPicture.Spot, to next: PlanPicture.Spot
    ) -> Bool {
        let (x, y) = (next.x - before.x, next.y - before.y)
        let (mineX, mineY) = (corner.x - before.x, corner.y - before.y)
        let across = x * mineY - y * mineX, along = x * mineX + y * mineY, square = x * x + y * y
        return (0...square).contains(along) && across * across <= square
    }
}
