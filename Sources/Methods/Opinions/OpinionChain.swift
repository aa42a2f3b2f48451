/// The symmetric tridiagonal matrix that the method of Lanczos builds, and its largest eigenvalue with its
/// vector.
struct OpinionChain {
    private var diagonal: [Double] = []
    /// What joins each entry to the next; the last joins to a vector that is not in the matrix yet.
    private var links: [Double] = []
    /// The largest value grows with the matrix: the last one is a floor for the next.
    private var floor = -Double.infinity

    var count: Int { diagonal.count }

    /// A bound of the size of all its eigenvalues, by Gershgorin's circles.
    var bound: Double {
        diagonal.indices.reduce(0) { bound, row in
            max(
                bound,
                abs(diagonal[row]) + (row > 0 ? links[row - 1] : 0) + (row + 1 < count ? links[row] : 0))
        }
    }

    mutating func append(_ entry: Double, next link: Double) {
        diagonal.append(entry)
        links.append(link)
    }

    /// The largest eigenvalue, by halving; its vector by the twisted factorisation, which finds even the
    /// smallest entries to nearly full precision, so that the last one may serve as a residual.
    ///
    /// *Source:* I. S. Dhillon and B. N. Parlett, Linear Algebra and its Applications 387, 2004.
    mutating func leading() -> (value: Double, vector: [Double]) {
        let value = largest()
        let down = pivots(value, from: Array(diagonal.indices))
        let up = pivots(value, from: diagonal.indices.reversed())
        var twist = 0
        var least = Double.infinity
        for row in diagonal.indices {
            let pivot = abs(down[row] + up[row] - (value - diagonal[row]))
            if pivot < least { (twist, least) = (row, pivot) }
        }
        var vector = [Double](repeating: 0, count: count)
        vector[twist] = 1
        for row in stride(from: twist - 1, through: 0, by: -1) {
            vector[row] = links[row] * vector[row + 1] / down[row]
        }
        for row in (twist + 1)..<max(twist + 1, count) {
            vector[row] = links[row - 1] * vector[row - 1] / up[row]
        }
        let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return (value, vector.map { $0 / length })
    }

    /// The least number found that is not below any eigenvalue.
    private mutating func largest() -> Double {
        var low = max(floor, diagonal.max() ?? 0)
        var high = bound * (1 + 1e-15) + .leastNormalMagnitude
        for _ in 0..<200 {
            let middle = low + (high - low) / 2
            guard middle > low && middle < high else { break }
            if isAbove(middle) { high = middle } else { low = middle }
        }
        floor = low
        return high
    }

    /// Whether all eigenvalues are below `value`: no pivot of `value` times identity minus the matrix is
    /// negative.
    private func isAbove(_ value: Double) -> Bool {
        var pivot = value - diagonal[0]
        for row in 1..<max(1, count) {
            guard pivot > 0 else { return false }
            pivot = value - diagonal[row] - links[row - 1] * links[row - 1] / pivot
        }
        return pivot > 0
    }

    /// The pivots of `value` times identity minus the matrix, eliminated in the order of `rows`.
    private func pivots(_ value: Double, from rows: [Int]) -> [Double] {
        let least = bound * 1e-30 + .leastNormalMagnitude
        var pivots = [Double](repeating: 0, count: count)
        var before: Int?
        for row in rows {
            var pivot = value - diagonal[row]
            if let before {
                let link = links[min(row, before)]
                pivot -= link * link / pivots[before]
            }
            // At the eigenvalue itself a pivot may round to nothing or below: a very small number stands
            // for it.
            pivots[row] = max(pivot, least)
            before = row
        }
        return pivots
    }
}
