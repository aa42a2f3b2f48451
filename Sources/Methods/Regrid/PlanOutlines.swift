/// The lines around groups of grounds on a plan: one closed line for each piece, not every ground's own.
///
/// It walks along the sides behind which another group lies, or none, and steps over the sides that two of a
/// group share; it needs no equal corners, for two neighbours reckon theirs apart. *Shape*: anticlockwise
/// around a piece, clockwise around a hole in it. What they enclose is exactly what the grounds cover.
public struct PlanOutlines: Sendable {
    /// A side of a ground, from its corner of that number to the next.
    private struct Side: Hashable {
        let ground: Int
        let corner: Int
    }

    private let cells: [PlanCell]
    private let groups: [Int?]

    /// - Parameter groups: the group of each ground; those of none are one together.
    public init(_ cells: [PlanCell], groups: [Int?]) {
        self.cells = cells
        self.groups = groups
    }

    /// The pieces and holes of each group, in the order of their first ground.
    public var lines: [Int?: [[PlanPoint]]] {
        var lines: [Int?: [[PlanPoint]]] = [:]
        var seen: Set<Side> = []
        for (ground, cell) in cells.enumerated() {
            for corner in cell.corners.indices {
                let side = Side(ground: ground, corner: corner)
                guard across(side) == nil, !seen.contains(side) else { continue }
                lines[groups[ground], default: []].append(line(from: side, &seen))
            }
        }
        return lines
    }

    private func line(from start: Side, _ seen: inout Set<Side>) -> [PlanPoint] {
        var corners: [PlanPoint] = [], side = start
        while seen.insert(side).inserted {
            corners.append(corner(side))
            side = following(side)
            while let over = across(side) {
                // Where another ground goes on, its corner and this one need not be the same.
                corners.append(corner(side))
                side = following(over)
            }
        }
        return corners
    }

    private func corner(_ side: Side) -> PlanPoint { cells[side.ground].corners[side.corner] }

    private func following(_ side: Side) -> Side {
        Side(ground: side.ground, corner: (side.corner + 1) % cells[side.ground].corners.count)
    }

    /// The same side as the neighbour of the same group has it; nil where the group ends.
    private func across(_ side: Side) -> Side? {
        guard let other = cells[side.ground].beyond[side.corner], groups[other] == groups[side.ground],
            let corner = cells[other].beyond.firstIndex(of: side.ground)
        else { return nil }
        return Side(ground: other, corner: corner)
    }
}
