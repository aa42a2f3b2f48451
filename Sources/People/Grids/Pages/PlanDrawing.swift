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

    /// Tints of the areas: those that touch differ.
    let tints: [Int]
    let picture: PlanPicture

    /// - Parameter name: tells the map from another one on the page.
    init(_ name: String, _ said: String, _ items: [Item], grids: [Grid]) {
        let cells = PlanCell.cells(of: items.map(\.position.point), reach: PlanFrame.reach)
        let frame = PlanFrame(items.map(\.position))
        let touching = Touching(items, cells, grids)
        let tints = Self.coloured(touching.areas, least: 6)
        let patterns = Self.coloured(touching.grids, least: 5)
        let members = Dictionary(grouping: items) { $0.grid ?? -1 }
        let lines = frame.lines(around: cells, items.map(\.grid))
        let areas = frame.lines(around: cells, items.map { item in item.grid.map { grids[$0].area } })
        func shapes(_ grid: Int) -> [PlanPicture.Shape] { (members[grid] ?? []).map(frame.shape) }
        self.tints = tints
        picture = PlanPicture(
            name, said, size: frame.size,
            grounds: grids.enumerated().compactMap { index, grid in
                members[index].map { own in
                    PlanPicture.Ground(
                        grid.title, tint: tints[grid.area], pattern: patterns[index],
                        outlines: lines[index] ?? [],
                        label: Self.label(own.map { frame.spot($0.position.point) }), shapes: shapes(index))
                }
            }, loose: shapes(-1), edges: lines[nil] ?? [],
            wide: areas.filter { $0.key != nil }.sorted { ($0.key ?? 0) < ($1.key ?? 0) }.flatMap(\.value))
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
