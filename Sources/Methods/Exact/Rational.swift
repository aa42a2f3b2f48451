/// A fraction kept exactly, in lowest terms and with a denominator above zero.
///
/// Sums, products and comparisons never round. Numbers of any size are held; the work is done in 128 bits
/// while they suffice (see `Whole`).
public struct Rational: Hashable, Sendable {
    public let numerator: Whole
    public let denominator: Whole

    public init(_ whole: Whole) { (numerator, denominator) = (whole, .one) }
    public init(_ whole: Int) { self.init(Whole(whole)) }

    /// The fraction in lowest terms; nil over zero.
    public init?(_ numerator: Whole, over denominator: Whole) {
        guard !denominator.isZero else { return nil }
        let common = Whole.commonDivisor(numerator, denominator)
        let divisor = denominator.sign < 0 ? -common : common
        guard let top = numerator.floored(by: divisor), let bottom = denominator.floored(by: divisor) else {
            return nil
        }
        (self.numerator, self.denominator) = (top.quotient, bottom.quotient)
    }

    /// Of what is in lowest terms already, or is brought there by `reduced`.
    private init(_ numerator: Whole, by denominator: Whole) {
        (self.numerator, self.denominator) = (numerator, denominator)
    }

    /// Brings to lowest terms over a denominator known to be above zero.
    private static func reduced(_ numerator: Whole, _ denominator: Whole) -> Rational {
        if denominator == .one { return Rational(numerator) }
        return Rational(numerator, over: denominator) ?? Rational(numerator, by: denominator)
    }

    public static let zero = Rational(0)
    public static let one = Rational(1)

    public var isWhole: Bool { denominator == .one }
    public var sign: Int { numerator.sign }

    /// The largest whole number that is not above it.
    public var floor: Whole { numerator.floored(by: denominator)?.quotient ?? numerator }

    public static func + (a: Rational, b: Rational) -> Rational {
        if a.denominator == b.denominator { return reduced(a.numerator + b.numerator, a.denominator) }
        return reduced(
            a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
    }

    public static func - (a: Rational, b: Rational) -> Rational { a + -b }
    public static prefix func - (a: Rational) -> Rational { Rational(-a.numerator, by: a.denominator) }

    public static func * (a: Rational, b: Rational) -> Rational {
        reduced(a.numerator * b.numerator, a.denominator * b.denominator)
    }

    /// The quotient; nil where the divisor is zero.
    public func divided(by divisor: Rational) -> Rational? {
        Rational(numerator * divisor.denominator, over: denominator * divisor.numerator)
    }
}

extension Rational: Comparable {
    public static func < (a: Rational, b: Rational) -> Bool {
        if a.denominator == b.denominator { return a.numerator < b.numerator }
        return a.numerator * b.denominator < b.numerator * a.denominator
    }
}

extension Rational: CustomStringConvertible {
    /// `17`, or `35/4` where it is not whole: nothing is rounded.
    public var description: String { isWhole ? "\(numerator)" : "\(numerator)/\(denominator)" }

    /// Written with a point and at most so many places, rounded to the nearest (halves to even), idle zeros
    /// left out.
    public func decimal(places: Int) -> String {
        var power = Whole.one
        for _ in 0..<max(0, places) { power = power * Whole(10) }
        let scaled = (numerator.sign < 0 ? -numerator : numerator) * power
        guard let (whole, rest) = scaled.floored(by: denominator) else { return description }
        let twice = rest + rest
        let isOdd = whole.floored(by: Whole(2))?.remainder == .one
        let isUp = twice > denominator || (twice == denominator && isOdd)
        let digits = "\(isUp ? whole + .one : whole)"
        let text = Self.pointed(digits, places: max(0, places))
        return numerator.sign < 0 && text != "0" ? "-" + text : text
    }

    /// Sets the point into digits and drops idle zeros behind it.
    private static func pointed(_ digits: String, places: Int) -> String {
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
        let whole = padded.prefix(padded.utf8.count - places)
        var fraction = padded.suffix(places)
        while fraction.hasSuffix("0") { fraction = fraction.dropLast() }
        return fraction.isEmpty ? String(whole) : "\(whole).\(fraction)"
    }
}
