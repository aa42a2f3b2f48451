import Values

/// A principal component: the direction in which opinions differ most, given those before it.
struct OpinionAxis {
    /// Of length one; all zeros where opinions differ no more.
    let direction: [Double]
    /// The sum of squares of the participants' scores on it.
    let value: Double
}

/// The leading eigenvectors of the scatter matrix, one after the other.
///
/// Each is found by the method of Lanczos in exact arithmetic's manner: every new vector is made orthogonal
/// to all before it twice, so that no eigenvalue comes back as a ghost, and the iteration ends where the
/// residual falls below rounding. A found vector is taken out of the matrix before the next is sought, so
/// that a value that occurs twice is found twice.
/// *Source:* C. Lanczos 1950; B. N. Parlett, The Symmetric Eigenvalue Problem, 1998, ch. 13.
struct OpinionAxes {
    private let moments: OpinionMoments
    private let size: Int
    private let holding: Int
    /// The vectors found, then those of the iteration, row by row.
    private var basis: [Double] = []
    private var found: [OpinionAxis] = []

    /// The residual that ends the iteration, as a share of the largest value.
    private static let tolerance = 1e-15
    /// What is smaller than this share of all variance is rounding, not opinion.
    private static let rounding = 1e-13
    private static let restarts = 20

    /// The first `count` components; each one's largest entry is positive, the first such where several are
    /// equal.
    ///
    /// At most so many vectors are held at once, in at most 64 MiB; then the iteration begins anew from its
    /// best vector.
    static func leading(_ count: Int, of moments: OpinionMoments, holding: Int = 600) -> [OpinionAxis] {
        var axes = OpinionAxes(moments, holding: min(holding, max(40, (8 << 20) / max(1, moments.width))))
        for _ in 0..<count { axes.findNext() }
        return axes.found
    }

    private init(_ moments: OpinionMoments, holding: Int) {
        self.moments = moments
        self.holding = holding
        size = moments.width
    }

    /// How many vectors the next iteration may hold.
    private var room: Int { min(size - found.count, holding) }

    private mutating func findNext() {
        let largest = found.first?.value ?? 0
        var best: OpinionAxis?
        if room > 0 {
            var dice = Dice(seed: 0x6f70_696e_696f_6e73, for: "axis \(found.count)")
            var start = (0..<size).map { _ in Double(dice.below(1 << 30)) / Double(1 << 29) - 1 }
            for _ in 0..<Self.restarts {
                let run = iterate(from: start, scale: largest)
                best = run.axis
                if run.settled { break }
                start = run.axis.direction
            }
        }
        if let best, moments.total > 0, best.value > Self.rounding * moments.total {
            keep(OpinionAxis(direction: Self.signed(best.direction), value: best.value))
        } else {
            keep(OpinionAxis(direction: [Double](repeating: 0, count: size), value: 0))
        }
    }

    /// Puts a found vector after those found before, where the iteration began.
    private mutating func keep(_ axis: OpinionAxis) {
        basis.removeLast(basis.count - found.count * size)
        basis.append(contentsOf: axis.direction)
        found.append(axis)
    }

    /// One run from a start: the best vector of the space it spans, and whether its residual is below
    /// rounding.
    private mutating func iterate(from start: [Double], scale: Double) -> (axis: OpinionAxis, settled: Bool) {
        basis.removeLast(basis.count - found.count * size)
        basis.append(contentsOf: start)
        var length = orthogonalise(found.count)
        normalise(found.count, length)
        var chain = OpinionChain()
        while true {
            let step = found.count + chain.count
            multiply(step)
            let diagonal = overlap(step, step + 1)
            length = orthogonalise(step + 1)
            chain.append(diagonal, next: length)
            let full = chain.count >= room
            let norm = max(scale, chain.bound)
            let ended = length <= Self.tolerance * norm
            if full || ended || (chain.count >= 6 && chain.count % 3 == 0) {
                let top = chain.leading()
                let settled = ended || length * abs(top.vector[chain.count - 1]) <= Self.tolerance * norm
                if settled || full {
                    return (OpinionAxis(direction: combine(top.vector), value: top.value), settled)
                }
            }
            normalise(step + 1, length)
        }
    }

    /// Appends the matrix times the vector at `index`.
    private mutating func multiply(_ index: Int) {
        let size = size
        let moments = moments
        basis.append(contentsOf: repeatElement(0, count: size))
        basis.withUnsafeMutableBufferPointer { basis in
            guard let base = basis.baseAddress else { return }
            moments.multiply(UnsafePointer(base + index * size), into: base + basis.count - size)
        }
    }

    private func overlap(_ first: Int, _ second: Int) -> Double {
        basis.withUnsafeBufferPointer { basis in
            guard let base = basis.baseAddress else { return 0 }
            return OpinionKernels.dot(base + first * size, base + second * size, count: size)
        }
    }

    /// Takes out of the vector at `index` what lies along those before it, twice; answers the length that
    /// is left.
    private mutating func orthogonalise(_ index: Int) -> Double {
        let size = size
        return basis.withUnsafeMutableBufferPointer { basis in
            guard let base = basis.baseAddress else { return 0 }
            let vector = base + index * size
            for _ in 0..<2 {
                for other in 0..<index {
                    let share = OpinionKernels.dot(base + other * size, vector, count: size)
                    OpinionKernels.add(-share, times: base + other * size, to: vector, count: size)
                }
            }
            return OpinionKernels.dot(vector, vector, count: size).squareRoot()
        }
    }

    private mutating func normalise(_ index: Int, _ length: Double) {
        guard length > 0 else { return }
        for place in (index * size)..<((index + 1) * size) { basis[place] /= length }
    }

    /// The iteration's vectors, weighted and summed to length one.
    private func combine(_ weights: [Double]) -> [Double] {
        var sum = [Double](repeating: 0, count: size)
        for (step, weight) in weights.enumerated() {
            let base = (found.count + step) * size
            for place in 0..<size { sum[place] += weight * basis[base + place] }
        }
        let length = sum.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return length > 0 ? sum.map { $0 / length } : sum
    }

    /// The vector or its opposite, so that the entry largest in size is positive.
    private static func signed(_ vector: [Double]) -> [Double] {
        let largest = vector.reduce(0) { max($0, abs($1)) }
        // Entries that differ by rounding alone count as equal, so that the first decides.
        let first = vector.first { abs($0) >= largest * (1 - 1e-9) } ?? 0
        return first < 0 ? vector.map { -$0 } : vector
    }
}
