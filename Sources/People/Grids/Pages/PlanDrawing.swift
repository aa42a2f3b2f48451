import Methods
import Values
import Web

/// Draws a division of buildings as a map: grounds around the buildings, tints by area, patterns by grid.
struct PlanDrawing {
    /// A building that is to be drawn.
    struct Item {
        let title: String
        let link: Link?
        let position: PlanPosition
        let stairwells: Int
        /// The index of its grid; nil outside all.
        let grid: Int?
        var step: Int?
        var isCurrent = false
        var mark: String?
    }

    /// A grid with the index of its area.
    struct Grid {
        let title: String
        let area: Int
    }

    /// Tints of the areas, and patterns of the grids: those that touch differ.
    let tints: [Int]
    let patterns: [Int]
    let picture: PlanPicture

    /// How far ground goes around a building, in metres, and what is left free around the map.
    private static let reach = 60.0, margin = 70

    /// - Parameter name: tells the map from another one on the page.
    init(_ name: String, _ said: String, _ items: [Item], grids: [Grid]) {
        let cells = PlanCell.cells(of: items.map(\.position.point), reach: Self.reach)
        let west = Int(items.map(\.position.east).min() ?? 0) - Self.margin
        let top = Int(items.map(\.position.north).max() ?? 0) + Self.margin
        func spot(_ point: PlanPoint) -> PlanPicture.Spot {
            PlanPicture.Spot(x: Int(point.east.rounded()) - west, y: top - Int(point.north.rounded()))
        }
        let touching = Touching(items, cells, grids)
        tints = Self.coloured(touching.areas, least: 6)
        patterns = Self.coloured(touching.grids, least: 5)
        let members = Dictionary(grouping: items.indices) { items[$0].grid ?? -1 }
        var grounds: [PlanPicture.Ground] = []
        for (index, grid) in grids.enumerated() {
            guard let own = members[index] else { continue }
            grounds.append(
                PlanPicture.Ground(
                    grid.title, tint: tints[grid.area], pattern: patterns[index],
                    outlines: own.map { cells[$0].corners.map(spot) },
                    label: Self.label(own.map { spot(items[$0].position.point) })))
        }
        let east = Int(items.map(\.position.east).max() ?? 0),
            south = Int(items.map(\.position.north).min() ?? 0)
        picture = PlanPicture(
            name, said, size: (east - west + Self.margin, top - south + Self.margin), grounds: grounds,
            shapes: items.map { item in
                PlanPicture.Shape(
                    item.title, item.link, at: spot(item.position.point), length: 14 + item.stairwells * 8,
                    step: item.step, current: item.isCurrent, mark: item.mark)
            }, borders: Self.borders(items, cells, grids, spot))
    }

    /// Between two rows of its buildings, as near to its middle as there is room.
    private static func label(_ spots: [PlanPicture.Spot]) -> PlanPicture.Spot {
        let rows = spots.sorted { ($0.y, $0.x) < ($1.y, $1.x) }.reduce(into: [[PlanPicture.Spot]]()) {
            rows, spot in
            if let last = rows.last?.last, spot.y - last.y < 15 {
                rows[rows.count - 1].append(spot)
            } else {
                rows.append([spot])
            }
        }
        let middle = spots.reduce(0) { $0 + $1.y } / max(1, spots.count)
        let gaps = zip(rows, rows.dropFirst()).map { above, below -> PlanPicture.Spot in
            let beside = above + below
            let y = ((above.map(\.y).max() ?? 0) + (below.map(\.y).min() ?? 0)) / 2
            return PlanPicture.Spot(x: beside.reduce(0) { $0 + $1.x } / beside.count, y: y)
        }
        if let gap = gaps.min(by: { abs($0.y - middle) < abs($1.y - middle) }) {
            return PlanPicture.Spot(x: gap.x, y: gap.y + 7)
        }
        return PlanPicture.Spot(x: spots.reduce(0) { $0 + $1.x } / max(1, spots.count), y: middle - 13)
    }

    /// Lines where another grid begins, or none: wide where it is another area.
    private static func borders(
        _ items: [Item], _ cells: [PlanCell], _ grids: [Grid], _ spot: (PlanPoint) -> PlanPicture.Spot
    ) -> [PlanPicture.Border] {
        var borders: [PlanPicture.Border] = []
        for (here, cell) in cells.enumerated() {
            for (corner, beyond) in cell.beyond.enumerated() {
                // A line between two is drawn once, from the first of them.
                if let beyond, beyond < here || items[beyond].grid == items[here].grid { continue }
                let from = spot(cell.corners[corner])
                let to = spot(cell.corners[(corner + 1) % cell.corners.count])
                guard from != to else { continue }
                let (mine, its) = (items[here].grid, beyond.flatMap { items[$0].grid })
                let isWide = mine.map { grids[$0].area } != its.map { grids[$0].area }
                borders.append(PlanPicture.Border(from: from, to: to, isWide: isWide))
            }
        }
        return borders
    }

    /// A number from 0 that no neighbour numbered before has, where there is one; those that stand one after
    /// another differ anyway.
    private static func coloured(_ neighbors: [Set<Int>], least: Int) -> [Int] {
        var numbers: [Int] = []
        for (index, near) in neighbors.enumerated() {
            let used = Set(near.filter { $0 < index }.map { numbers[$0] })
            let start = index % least
            let free = (0..<least).map { (start + $0) % least }.first { !used.contains($0) }
            numbers.append(free ?? start)
        }
        return numbers
    }
}

/// Which grids and which areas touch.
private struct Touching {
    var grids: [Set<Int>]
    var areas: [Set<Int>]

    init(_ items: [PlanDrawing.Item], _ cells: [PlanCell], _ all: [PlanDrawing.Grid]) {
        grids = Array(repeating: [], count: all.count)
        areas = Array(repeating: [], count: (all.map(\.area).max() ?? -1) + 1)
        for (here, cell) in cells.enumerated() {
            for beyond in cell.beyond {
                guard let beyond, let mine = items[here].grid, let its = items[beyond].grid, mine != its
                else { continue }
                grids[mine].insert(its)
                let (area, other) = (all[mine].area, all[its].area)
                if area != other { areas[area].insert(other) }
            }
        }
    }
}
