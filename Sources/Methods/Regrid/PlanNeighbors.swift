/// A point on a plan, in metres east and north of its origin.
public struct PlanPoint: Hashable, Sendable {
    public let east: Double
    public let north: Double

    public init(east: Double, north: Double) {
        self.east = east
        self.north = north
    }

    /// The square of the distance.
    func square(to other: PlanPoint) -> Double {
        let x = east - other.east, y = north - other.north
        return x * x + y * y
    }
}

/// Which buildings touch, where only their positions are known: two are neighbours where nothing stands
/// between them, that is within the circle that has the line from one to the other as its width.
///
/// *Shape*: for each point its neighbours, ascending; a border holds from both sides, and the whole hangs
/// together, for the shortest tree through all points is among its lines. *Limits*: some n² log n steps; take
/// no more than two thousand points. *Source*: Gabriel and Sokal, "A new statistical approach to geographic
/// variation analysis", 1969.
public enum PlanNeighbors {
    public static func neighbors(of points: [PlanPoint]) -> [[Int]] {
        var lists = [[Int]](repeating: [], count: points.count)
        for here in points.indices {
            let others = points.indices.filter { $0 != here }
                .map { (index: $0, square: points[here].square(to: points[$0])) }
                .sorted { ($0.square, $0.index) < ($1.square, $1.index) }
            for (rank, other) in others.enumerated() where other.index > here {
                // Whatever stands between two points is nearer to the one than the other is.
                let isParted = others[..<rank].contains { between in
                    between.square + points[between.index].square(to: points[other.index]) < other.square
                }
                if !isParted {
                    lists[here].append(other.index)
                    lists[other.index].append(here)
                }
            }
        }
        return lists.map { $0.sorted() }
    }
}
