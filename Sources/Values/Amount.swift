/// A number of a unit, kept whole so that sums are exact.
///
/// Arithmetic is checked: what does not fit is a fault.
public protocol Amount: Hashable, Comparable, Sendable, Codable, LosslessStringConvertible {
    /// Smallest units: fen, hundredths, pieces, minutes.
    var units: Int64 { get }
    init(units: Int64)
    /// Decimal places that people write.
    static var places: Int { get }
}

extension Amount {
    public static var zero: Self { Self(units: 0) }
    public static func < (a: Self, b: Self) -> Bool { a.units < b.units }

    public var isNegative: Bool { units < 0 }

    public func adding(_ other: Self) throws(AmountFault) -> Self {
        try Self.checked(units.addingReportingOverflow(other.units))
    }

    public func subtracting(_ other: Self) throws(AmountFault) -> Self {
        try Self.checked(units.subtractingReportingOverflow(other.units))
    }

    public func multiplied(by factor: Int64) throws(AmountFault) -> Self {
        try Self.checked(units.multipliedReportingOverflow(by: factor))
    }

    /// The sum of all; zero for none.
    public static func sum(_ all: some Sequence<Self>) throws(AmountFault) -> Self {
        var total = Self.zero
        for one in all { total = try total.adding(one) }
        return total
    }

    /// The parts of this amount in proportion to `weights`, adding up to it exactly.
    ///
    /// The largest remainders get the rest. Empty where no weight is above zero or the amount is negative;
    /// weights below zero count as none.
    public func shared(by weights: [Int64]) throws(AmountFault) -> [Self] {
        let bounded = weights.map { max(0, $0) }
        var whole: Int64 = 0
        for weight in bounded {
            let (sum, overflow) = whole.addingReportingOverflow(weight)
            if overflow { throw .overflow }
            whole = sum
        }
        guard whole > 0, units >= 0 else { return [] }
        let parts = bounded.map { whole.dividingFullWidth(units.multipliedFullWidth(by: $0)) }
        var shares = parts.map(\.quotient)
        let rest = units - shares.reduce(0, +)
        let order = parts.indices.sorted { (parts[$1].remainder, $0) < (parts[$0].remainder, $1) }
        for index in order.prefix(Int(rest)) { shares[index] += 1 }
        return shares.map(Self.init(units:))
    }

    private static func checked(_ result: (partialValue: Int64, overflow: Bool)) throws(AmountFault) -> Self {
        if result.overflow { throw .overflow }
        return Self(units: result.partialValue)
    }

    public init(from decoder: any Decoder) throws {
        self.init(units: try decoder.singleValueContainer().decode(Int64.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(units)
    }
}

extension Amount {
    /// `26,978.50`, `-3.00`: grouped by thousands, all decimal places written.
    public var description: String { Decimals.write(units, places: Self.places, grouped: true) }

    /// `26978.5`: without commas or idle zeros, for fields and tables of numbers.
    public var plain: String { Decimals.trimmed(Decimals.write(units, places: Self.places, grouped: false)) }

    /// Reads what people write, `26978.5`, `26,978.50` or full-width digits; not below zero.
    public init(reading text: String) throws(AmountFault) {
        let units = try Decimals.read(text, places: Self.places)
        if units < 0 { throw .negative }
        self.init(units: units)
    }

    /// Reads an amount that may be below zero; nil for what is no number.
    public init?(_ text: String) {
        guard let units = try? Decimals.read(text, places: Self.places) else { return nil }
        self.init(units: units)
    }
}

/// Why a text is no amount, or a sum has no result.
public enum AmountFault: Error, Hashable, Phrase {
    case empty, notNumber, negative, overflow
    case places(most: Int)

    public var text: Text {
        switch self {
        case .empty: Text("还没写数。", "No number is written yet.")
        case .notNumber: Text("这里请只写数字。", "Please write a number only.")
        case .negative: Text("这里不能小于零。", "This cannot be below zero.")
        case .overflow: Text("数太大了，请对一下。", "The number is too large; please check it.")
        case .places(0): Text("这里请写整数。", "Please write a whole number.")
        case .places(let most):
            Text("小数点后最多\(Digits.counted(most))位。", "At most \(most) digits may follow the point.")
        }
    }
}
