/// The money of a poll in whole numbers of one smallest part, so that sums and comparisons are of integers.
struct PollMoney: Sendable {
    /// Parts of one unit of money.
    let parts: Int64
    let budget: Int64
    let costs: [Int64]

    /// Refuses amounts below zero, beyond 10^15 parts, or finer than a millionth together.
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
        guard let under = amount.denominator.narrow, under <= Int128(PollLimits.parts) else {
            throw InputFault("an amount of money is finer than a millionth")
        }
        let common = parts / Int64(Whole.commonDivisor(parts.magnitude, UInt64(under))) * Int64(under)
        guard common <= PollLimits.parts else {
            throw InputFault("the amounts of money are finer than a millionth together")
        }
        return common
    }

    private static func counted(_ amount: Rational, _ parts: Int64) throws(InputFault) -> Int64 {
        if amount.sign < 0 { throw InputFault("an amount of money is below zero") }
        let count = (amount * Rational(Int(parts))).numerator
        guard let narrow = count.narrow, narrow <= Int128(PollLimits.money) else {
            throw InputFault("an amount of money is beyond 10^15 parts")
        }
        return Int64(narrow)
    }
}
