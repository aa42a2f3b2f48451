/// The money of a poll in whole numbers of one smallest part, so that sums and comparisons are of integers.
struct PollMoney: Sendable {
    /// Parts of one unit of money.
    let parts: Int64
    let budget: Int64
    let costs: [Int64]

    /// Refuses amounts below zero, beyond 4·10^18 parts, or finer than 10^-12 together.
    init(budget: Rational, costs: [Rational]) throws(InputFault) {
        var parts: Int64 = 1
        for amount in costs + [budget] { parts = try Self.common(parts, amount) }
        self.parts = parts
        self.budget = try Self.counted(budget, parts)
        var counted: [Int64] = []
        counted.reserveCapacity(costs.count)
        for cost in costs { counted.append(try Self.counted(cost, parts)) }
        self.costs = counted
    }

    /// An amount of parts in units of money.
    func amount(_ count: Whole) -> Rational { Rational(count, over: Whole(Int128(parts))) ?? .zero }

    private static func common(_ parts: Int64, _ amount: Rational) throws(InputFault) -> Int64 {
        let finest = Int128(PollLimits.moneyParts)
        if let under = amount.denominator.narrow, under <= finest {
            let divisor = Whole.commonDivisor(parts.magnitude, UInt64(under))
            // Both are 10^12 at most, so the product fits.
            let common = Int128(parts) / Int128(divisor) * under
            if common <= finest { return Int64(common) }
        }
        throw InputFault("the amounts of money are finer than 10^-12 together")
    }

    private static func counted(_ amount: Rational, _ parts: Int64) throws(InputFault) -> Int64 {
        if amount.sign < 0 { throw InputFault("an amount of money is below zero") }
        let count = (amount * Rational(Int(parts))).numerator
        guard let narrow = count.narrow, narrow <= Int128(PollLimits.money) else {
            throw InputFault("the amounts of money are beyond 4·10^18 of their finest part")
        }
        return Int64(narrow)
    }
}
