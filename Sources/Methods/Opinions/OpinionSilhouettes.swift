/// How well each of several groupings separates the points: the mean silhouette of all people.
///
/// A person's silhouette is (b − a) / max(a, b), where a is the mean distance to the others of the own
/// group and b the least mean distance to another group; 0 for somebody alone in a group. All distances are
/// taken, each pair once for all groupings: points that no grouping tells apart form a cell, distances are
/// summed by cell, and a grouping's sums are sums of its cells'. Where there are more different points than
/// are to be compared, an even part of them, from left to right, stands for all.
/// *Units:* from −1 to 1, without unit. *Source:* P. J. Rousseeuw, J. Comput. Appl. Math. 20, 1987.
struct OpinionSilhouettes {
    private let groupings: [OpinionGrouping]
    /// The points taken, cell by cell.
    private var chosen: [Int] = []
    private var cells: [Range<Int>] = []
    private var xs: [Double] = []
    private var ys: [Double] = []
    private var weights: [Double] = []
    /// The sum of the distances from a point to a cell's people: a row for each cell.
    private var sums: [Double] = []

    /// The mean silhouette of each grouping.
    static func means(
        of groupings: [OpinionGrouping], _ points: OpinionPoints, compared: Int
    ) -> [Double] {
        var silhouettes = OpinionSilhouettes(groupings, points, compared: max(1, compared))
        silhouettes.sumDistances()
        return groupings.map { silhouettes.mean(of: $0) }
    }

    private init(_ groupings: [OpinionGrouping], _ points: OpinionPoints, compared: Int) {
        self.groupings = groupings
        let step = max(1, (points.count - 1) / compared + 1)
        let taken = Array(stride(from: 0, to: points.count, by: step))
        let keys = points.points.indices.map { place in
            groupings.reduce(0) { $0 * 16 + Int($1.labels[place]) }
        }
        chosen = taken.sorted { (keys[$0], $0) < (keys[$1], $1) }
        for (index, place) in chosen.enumerated() {
            if index > 0 && keys[chosen[index - 1]] == keys[place], let last = cells.popLast() {
                cells.append(last.lowerBound..<index + 1)
            } else {
                cells.append(index..<index + 1)
            }
        }
        xs = chosen.map { points.points[$0].x }
        ys = chosen.map { points.points[$0].y }
        weights = chosen.map { points.weights[$0] }
        sums = [Double](repeating: 0, count: cells.count * chosen.count)
    }

    private mutating func sumDistances() {
        let count = chosen.count
        let cells = cells
        sums.withUnsafeMutableBufferPointer { sums in
            xs.withUnsafeBufferPointer { xs in
                ys.withUnsafeBufferPointer { ys in
                    weights.withUnsafeBufferPointer { weights in
                        guard let sums = sums.baseAddress, let xs = xs.baseAddress, let ys = ys.baseAddress,
                            let weights = weights.baseAddress
                        else { return }
                        let pairs = OpinionPairs(xs: xs, ys: ys, weights: weights, sums: sums, count: count)
                        for (cell, people) in cells.enumerated() {
                            for point in people {
                                pairs.add(point, of: cell, with: point + 1..<people.upperBound, of: cell)
                                for other in (cell + 1)..<max(cell + 1, cells.count) {
                                    pairs.add(point, of: cell, with: cells[other], of: other)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private func mean(of grouping: OpinionGrouping) -> Double {
        let count = chosen.count
        let groups = cells.map { Int(grouping.labels[chosen[$0.lowerBound]]) }
        var sizes = [Double](repeating: 0, count: grouping.centres.count)
        for (cell, people) in cells.enumerated() {
            for point in people { sizes[groups[cell]] += weights[point] }
        }
        var total = 0.0
        var distances = sizes
        for (own, people) in cells.enumerated() {
            for point in people {
                for group in distances.indices { distances[group] = 0 }
                for cell in cells.indices { distances[groups[cell]] += sums[cell * count + point] }
                total += weights[point] * Self.silhouette(distances, sizes, own: groups[own])
            }
        }
        return total / sizes.reduce(0, +)
    }

    private static func silhouette(_ distances: [Double], _ sizes: [Double], own: Int) -> Double {
        guard sizes[own] > 1 else { return 0 }
        let within = distances[own] / (sizes[own] - 1)
        var nearest = Double.infinity
        for group in sizes.indices where group != own && sizes[group] > 0 {
            nearest = min(nearest, distances[group] / sizes[group])
        }
        let larger = max(within, nearest)
        return larger > 0 && larger.isFinite ? (nearest - within) / larger : 0
    }
}

/// The points column by column, and the sums of distances they are added to.
private struct OpinionPairs {
    let xs: UnsafePointer<Double>
    let ys: UnsafePointer<Double>
    let weights: UnsafePointer<Double>
    let sums: UnsafeMutablePointer<Double>
    let count: Int

    /// Adds the distances between a point of a cell and a range of points of another, both ways.
    @inline(__always)
    func add(_ point: Int, of cell: Int, with others: Range<Int>, of otherCell: Int) {
        typealias Lanes = SIMD4<Double>
        let x = Lanes(repeating: xs[point])
        let y = Lanes(repeating: ys[point])
        let weight = Lanes(repeating: weights[point])
        let row = UnsafeMutableRawPointer(sums + cell * count)
        var sum = Lanes.zero
        var other = others.lowerBound
        while other + 4 <= others.upperBound {
            let dx = UnsafeRawPointer(xs + other).loadUnaligned(as: Lanes.self) - x
            let dy = UnsafeRawPointer(ys + other).loadUnaligned(as: Lanes.self) - y
            let distance = (dx * dx + dy * dy).squareRoot()
            sum += distance * UnsafeRawPointer(weights + other).loadUnaligned(as: Lanes.self)
            let place = row + other * MemoryLayout<Double>.stride
            place.storeBytes(of: place.loadUnaligned(as: Lanes.self) + distance * weight, as: Lanes.self)
            other += 4
        }
        var rest = 0.0
        while other < others.upperBound {
            let dx = xs[other] - xs[point]
            let dy = ys[other] - ys[point]
            let distance = (dx * dx + dy * dy).squareRoot()
            rest += distance * weights[other]
            sums[cell * count + other] += distance * weights[point]
            other += 1
        }
        sums[otherCell * count + point] += sum.sum() + rest
    }
}
