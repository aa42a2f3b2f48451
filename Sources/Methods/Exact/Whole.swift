import BigInt

/// A whole number of any size: 128 bits while they hold it, a big integer beyond.
///
/// No operation rounds or overflows: each is done in 128 bits with its overflow looked at, and done again in
/// big integers where it did not fit. A number that fits is always kept narrow, so equal numbers are stored
/// alike.
public struct Whole: Hashable, Sendable {
    private enum Form: Hashable, Sendable {
        case narrow(Int128)
        case wide(BigInt)
    }

    private let form: Form

    public init(_ value: Int) { form = .narrow(Int128(value)) }
    public init(_ value: Int128) {
        // The least number of 128 bits has no positive twin: it is kept wide, here as in `narrowed`.
        form = value == .min ? .wide(Self.widened(value)) : .narrow(value)
    }

    /// Keeps a big integer narrow where it fits.
    private init(wide value: BigInt) {
        form = Self.narrowed(value).map(Form.narrow) ?? .wide(value)
    }

    public static let zero = Whole(0)
    public static let one = Whole(1)

    /// The number in 128 bits; nil where it is larger.
    public var narrow: Int128? {
        if case .narrow(let value) = form { return value }
        return nil
    }

    private var wide: BigInt {
        switch form {
        case .narrow(let value): Self.widened(value)
        case .wide(let value): value
        }
    }

    /// -1, 0 or 1.
    public var sign: Int {
        switch form {
        case .narrow(let value): Int(value.signum())
        case .wide(let value): value.sign == .minus ? -1 : 1
        }
    }

    public var isZero: Bool { sign == 0 }

    private static func widened(_ value: Int128) -> BigInt {
        let magnitude = value.magnitude
        let words = [UInt(truncatingIfNeeded: magnitude), UInt(truncatingIfNeeded: magnitude >> 64)]
        return BigInt(sign: value < 0 ? .minus : .plus, magnitude: BigUInt(words: words))
    }

    private static func narrowed(_ value: BigInt) -> Int128? {
        let words = value.magnitude.words
        guard words.count <= 2 else { return nil }
        var magnitude: UInt128 = 0
        for (index, word) in words.enumerated() { magnitude |= UInt128(word) << UInt128(64 * index) }
        guard let positive = Int128(exactly: magnitude) else { return nil }
        return value.sign == .minus ? -positive : positive
    }
}

extension Whole: Comparable {
    public static func < (a: Whole, b: Whole) -> Bool {
        if case .narrow(let a) = a.form, case .narrow(let b) = b.form { return a < b }
        return a.wide < b.wide
    }
}

extension Whole {
    public static func + (a: Whole, b: Whole) -> Whole {
        if case .narrow(let a) = a.form, case .narrow(let b) = b.form {
            let (sum, overflow) = a.addingReportingOverflow(b)
            if !overflow { return Whole(sum) }
        }
        return Whole(wide: a.wide + b.wide)
    }

    public static func - (a: Whole, b: Whole) -> Whole {
        if case .narrow(let a) = a.form, case .narrow(let b) = b.form {
            let (difference, overflow) = a.subtractingReportingOverflow(b)
            if !overflow { return Whole(difference) }
        }
        return Whole(wide: a.wide - b.wide)
    }

    public static func * (a: Whole, b: Whole) -> Whole {
        if case .narrow(let a) = a.form, case .narrow(let b) = b.form {
            let (product, overflow) = a.multipliedReportingOverflow(by: b)
            if !overflow { return Whole(product) }
        }
        return Whole(wide: a.wide * b.wide)
    }

    public static prefix func - (a: Whole) -> Whole { .zero - a }

    /// The quotient towards minus infinity, with a remainder of the divisor's sign; nil where the divisor is
    /// zero.
    public func floored(by divisor: Whole) -> (quotient: Whole, remainder: Whole)? {
        guard !divisor.isZero else { return nil }
        var (quotient, remainder) = truncated(by: divisor)
        if remainder.sign != 0, remainder.sign != divisor.sign {
            quotient = quotient - .one
            remainder = remainder + divisor
        }
        return (quotient, remainder)
    }

    private func truncated(by divisor: Whole) -> (quotient: Whole, remainder: Whole) {
        if case .narrow(let a) = form, case .narrow(let b) = divisor.form {
            let (quotient, overflow) = a.dividedReportingOverflow(by: b)
            if !overflow { return (Whole(quotient), Whole(a - quotient * b)) }
        }
        let (quotient, remainder) = wide.quotientAndRemainder(dividingBy: divisor.wide)
        return (Whole(wide: quotient), Whole(wide: remainder))
    }

    /// The number times two to a power; a negative power rounds towards minus infinity.
    public func shifted(by power: Int) -> Whole {
        if power < 0 { return Whole(wide: wide >> -power) }
        return Whole(wide: wide << power)
    }

    /// The greatest common divisor of both magnitudes; of nothing but zeros, zero.
    public static func commonDivisor(_ a: Whole, _ b: Whole) -> Whole {
        if case .narrow(let x) = a.form, case .narrow(let y) = b.form {
            if let common = Int128(exactly: commonDivisor(x.magnitude, y.magnitude)) { return Whole(common) }
        }
        return Whole(wide: BigInt(a.wide.magnitude.greatestCommonDivisor(with: b.wide.magnitude)))
    }

    private static func commonDivisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
        var (a, b) = (a, b)
        while b != 0 {
            if a <= UInt64.max, b <= UInt64.max {
                return UInt128(commonDivisor(UInt64(a), UInt64(b)))
            }
            (a, b) = (b, a % b)
        }
        return a
    }

    /// The greatest common divisor by Euclid's rule.
    static func commonDivisor(_ a: UInt64, _ b: UInt64) -> UInt64 {
        var (a, b) = (a, b)
        while b != 0 { (a, b) = (b, a % b) }
        return a
    }
}

extension Whole: CustomStringConvertible {
    public var description: String {
        switch form {
        case .narrow(let value): String(value)
        case .wide(let value): String(value)
        }
    }
}
