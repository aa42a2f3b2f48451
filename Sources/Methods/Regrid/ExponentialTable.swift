/// Quantiles of the exponential distribution, for accepting a rise at a temperature.
///
/// A rise is accepted with the probability e^(−rise ÷ temperature) where it is at most the temperature times
/// a random one of these. They are computed by the four operations alone, which every machine does alike; a
/// library's logarithm may differ in the last digit, and with it the proposal.
struct ExponentialTable: Sendable {
    static let shared = ExponentialTable()
    private let values: [Double]

    private init() {
        values = (0..<4_096).map { -Self.logarithm((Double($0) + 0.5) / 4_096) }
    }

    @inline(__always)
    subscript(index: Int) -> Double { values[index] }

    /// The natural logarithm of a positive, normal number, by the series of the inverse hyperbolic tangent.
    static func logarithm(_ value: Double) -> Double {
        let ratio = (value.significand - 1) / (value.significand + 1), square = ratio * ratio
        var power = ratio, sum = 0.0
        for odd in stride(from: 1.0, through: 45, by: 2) {
            sum += power / odd
            power *= square
        }
        return 2 * sum + Double(value.exponent) * 0.693_147_180_559_945_3
    }
}
