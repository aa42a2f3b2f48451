/// Sums over vectors of doubles, four lanes at a time: the order of addition is fixed by the length alone.
enum OpinionKernels {
    typealias Vector = UnsafePointer<Double>

    @inline(__always)
    private static func lanes(_ vector: Vector, at index: Int) -> SIMD4<Double> {
        UnsafeRawPointer(vector + index).loadUnaligned(as: SIMD4<Double>.self)
    }

    static func dot(_ left: Vector, _ right: Vector, count: Int) -> Double {
        var sums = (SIMD4<Double>.zero, SIMD4<Double>.zero)
        var index = 0
        while index + 8 <= count {
            sums.0 += lanes(left, at: index) * lanes(right, at: index)
            sums.1 += lanes(left, at: index + 4) * lanes(right, at: index + 4)
            index += 8
        }
        var rest = 0.0
        while index < count {
            rest += left[index] * right[index]
            index += 1
        }
        return (sums.0 + sums.1).sum() + rest
    }

    /// Adds `factor` times `vector` to `target`.
    static func add(
        _ factor: Double, times vector: Vector, to target: UnsafeMutablePointer<Double>, count: Int
    ) {
        for index in 0..<count { target[index] += factor * vector[index] }
    }
}
