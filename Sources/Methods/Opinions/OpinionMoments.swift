/// The scatter matrix of the votes about each statement's mean, to be multiplied with vectors.
///
/// A missing vote counts as its column's mean, so about the mean it is zero, and so is the column of a
/// statement that was moderated out: what remains is as sparse as the votes. The matrix is summed up once
/// where that costs less work than to pass over the votes at each multiplication, and never held otherwise.
struct OpinionMoments {
    /// The number of statements that were not moderated out.
    let width: Int
    /// Each vote's distance from its statement's mean, by code.
    let deviations: [Double]
    /// The sum of squares about the means: what all components together explain.
    let total: Double

    private let starts: [Int]
    private let codes: [UInt32]
    /// The whole matrix row by row, where it was summed up.
    private let matrix: [Double]?

    /// About as many multiplications as the leading two components take.
    private static let multiplications = 60
    private static let denseLimit = 2048

    init(_ rows: OpinionRows) {
        width = rows.width
        starts = rows.starts
        codes = rows.codes
        deviations = rows.deviations
        var total = 0.0
        for code in codes { total += rows.deviations[Int(code)] * rows.deviations[Int(code)] }
        self.total = total
        var pairs = 0
        for row in 0..<(starts.count - 1) {
            let length = starts[row + 1] - starts[row]
            pairs += length * (length + 1) / 2
        }
        let dense = pairs + Self.multiplications * width * width / 2
        let sparse = Self.multiplications * codes.count * 2
        matrix = width <= Self.denseLimit && dense < sparse ? Self.scatter(of: rows) : nil
    }

    /// Sets `product` to the matrix times `vector`, both of `width` numbers.
    func multiply(_ vector: UnsafePointer<Double>, into product: UnsafeMutablePointer<Double>) {
        if let matrix {
            matrix.withUnsafeBufferPointer { matrix in
                guard let base = matrix.baseAddress else { return }
                for row in 0..<width {
                    product[row] = OpinionKernels.dot(base + row * width, vector, count: width)
                }
            }
        } else {
            multiplySparse(vector, into: product)
        }
    }

    /// Each participant's score on the vector, and the scores times the votes: one addition for each vote
    /// both ways, for what a vote adds is looked up by its code.
    private func multiplySparse(_ vector: UnsafePointer<Double>, into product: UnsafeMutablePointer<Double>) {
        let parts = parts(of: vector)
        var sums = [Double](repeating: 0, count: 3 * width)
        parts.withUnsafeBufferPointer { parts in
            sums.withUnsafeMutableBufferPointer { sums in
                codes.withUnsafeBufferPointer { codes in
                    for row in 0..<(starts.count - 1) {
                        let score = Self.score(codes, starts[row]..<starts[row + 1], parts)
                        for entry in starts[row]..<starts[row + 1] { sums[Int(codes[entry])] += score }
                    }
                }
            }
        }
        for column in 0..<width {
            var sum = 0.0
            for code in (3 * column)..<(3 * column + 3) { sum += deviations[code] * sums[code] }
            product[column] = sum
        }
    }

    /// What each vote adds to its participant's score on the vector, by code.
    func parts(of vector: UnsafePointer<Double>) -> [Double] {
        deviations.indices.map { deviations[$0] * vector[$0 / 3] }
    }

    /// The scores of all participants on a vector, in the order of the rows.
    func scores(on vector: [Double]) -> [Double] {
        let parts = vector.withUnsafeBufferPointer { vector in
            vector.baseAddress.map { self.parts(of: $0) } ?? []
        }
        return parts.withUnsafeBufferPointer { parts in
            codes.withUnsafeBufferPointer { codes in
                (0..<(starts.count - 1)).map { Self.score(codes, starts[$0]..<starts[$0 + 1], parts) }
            }
        }
    }

    @inline(__always)
    private static func score(
        _ codes: UnsafeBufferPointer<UInt32>, _ entries: Range<Int>, _ parts: UnsafeBufferPointer<Double>
    ) -> Double {
        // Four sums, so that one addition need not wait for the one before.
        var sums = SIMD4<Double>.zero
        var entry = entries.lowerBound
        while entry + 4 <= entries.upperBound {
            sums += SIMD4(
                parts[Int(codes[entry])], parts[Int(codes[entry + 1])],
                parts[Int(codes[entry + 2])], parts[Int(codes[entry + 3])])
            entry += 4
        }
        var rest = 0.0
        while entry < entries.upperBound {
            rest += parts[Int(codes[entry])]
            entry += 1
        }
        return sums.sum() + rest
    }

    private static func scatter(of rows: OpinionRows) -> [Double] {
        let width = rows.width
        var matrix = [Double](repeating: 0, count: width * width)
        var columns = [Int](repeating: 0, count: width)
        var values = [Double](repeating: 0, count: width)
        matrix.withUnsafeMutableBufferPointer { matrix in
            for row in 0..<(rows.starts.count - 1) {
                let entries = rows.starts[row]..<rows.starts[row + 1]
                for (place, entry) in entries.enumerated() {
                    columns[place] = Int(rows.codes[entry]) / 3
                    values[place] = rows.deviations[Int(rows.codes[entry])]
                }
                for first in 0..<entries.count {
                    let value = values[first]
                    let base = columns[first] * width
                    for second in first..<entries.count {
                        matrix[base + columns[second]] += value * values[second]
                    }
                }
            }
            for row in 0..<width {
                for column in 0..<row { matrix[row * width + column] = matrix[column * width + row] }
            }
        }
        return matrix
    }
}

/// The votes on the statements that were not moderated out, with the statements numbered anew.
struct OpinionRows {
    let width: Int
    let starts: [Int]
    let codes: [UInt32]
    /// Each vote's distance from its statement's mean, by code.
    let deviations: [Double]
    /// The mean of the votes on each of these statements.
    let means: [Double]

    /// `kept` holds the places of the statements that were not moderated out, ascending.
    init(_ votes: OpinionVotes, kept: [Int]) {
        width = kept.count
        var renumbered = [UInt32](repeating: .max, count: 3 * votes.statements.count)
        for (new, old) in kept.enumerated() {
            for vote in 0..<3 { renumbered[3 * old + vote] = UInt32(3 * new + vote) }
        }
        var starts = [0]
        starts.reserveCapacity(votes.starts.count)
        var codes: [UInt32] = []
        codes.reserveCapacity(votes.codes.count)
        var counts = [Int](repeating: 0, count: 3 * kept.count)
        for row in votes.participants.indices {
            for entry in votes.starts[row]..<votes.starts[row + 1] {
                let code = renumbered[Int(votes.codes[entry])]
                guard code != .max else { continue }
                codes.append(code)
                counts[Int(code)] += 1
            }
            starts.append(codes.count)
        }
        self.starts = starts
        self.codes = codes
        let means = (0..<kept.count).map { place in
            let seen = counts[3 * place] + counts[3 * place + 1] + counts[3 * place + 2]
            return Double(counts[3 * place + 2] - counts[3 * place]) / Double(seen)
        }
        deviations = counts.indices.map { Double($0 % 3 - 1) - means[$0 / 3] }
        self.means = means
    }
}
