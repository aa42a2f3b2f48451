/// The ground of each building on a plan: what lies nearer to it than to any other, and not too far away.
///
/// Grounds of buildings that are neighbours in the sense of ``PlanNeighbors`` share a side, where the reach
/// is at least half their distance. *Limits*: n² cuts; take no more than two thousand points.
public struct PlanCell: Hashable, Sendable {
    /// The corners, anticlockwise as seen from above.
    public let corners: [PlanPoint]
    /// What lies behind the side from each corner to the next: the point of that number, or nothing.
    public let beyond: [Int?]

    /// - Parameter reach: how far ground goes where no other building bounds it, in metres.
    public static func cells(of points: [PlanPoint], reach: Double) -> [PlanCell] {
        points.indices.map { here in
            var cell = Cutting(around: points[here], reach: reach)
            for other in points.indices where other != here {
                let square = points[here].square(to: points[other])
                if square > 0, square < 6.25 * reach * reach {
                    cell.cut(points[here], from: points[other], number: other)
                }
            }
            return PlanCell(corners: cell.corners, beyond: cell.beyond)
        }
    }

    /// A convex shape that is cut smaller, line by line.
    private struct Cutting {
        var corners: [PlanPoint]
        var beyond: [Int?]

        /// A square with its corners taken off, so that a border of single buildings does not look like a
        /// staircase.
        init(around point: PlanPoint, reach: Double) {
            let far = reach, near = reach * 0.75
            corners = [
                (far, -near), (far, near), (near, far), (-near, far), (-far, near), (-far, -near),
                (-near, -far), (near, -far),
            ].map { PlanPoint(east: point.east + $0.0, north: point.north + $0.1) }
            beyond = Array(repeating: nil, count: 8)
        }

        /// Keeps what is nearer to `mine` than to `other`.
        mutating func cut(_ mine: PlanPoint, from other: PlanPoint, number: Int) {
            let sides = corners.map { $0.square(to: other) - $0.square(to: mine) }
            guard sides.contains(where: { $0 < 0 }) else { return }
            var kept: [PlanPoint] = [], behind: [Int?] = []
            for index in corners.indices {
                let next = (index + 1) % corners.count
                let (here, there) = (sides[index], sides[next])
                if here >= 0 {
                    kept.append(corners[index])
                    behind.append(beyond[index])
                }
                if (here >= 0) != (there >= 0) {
                    let share = here / (here - there)
                    let from = corners[index], to = corners[next]
                    kept.append(
                        PlanPoint(
                            east: from.east + (to.east - from.east) * share,
                            north: from.north + (to.north - from.north) * share))
                    // Leaving, the new line begins here; coming back, the old side goes on.
                    behind.append(here >= 0 ? number : beyond[index])
                }
            }
            (corners, beyond) = (kept, behind)
        }
    }
}
