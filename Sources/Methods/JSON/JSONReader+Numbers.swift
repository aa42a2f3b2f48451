extension JSONReader {
    /// Reads a whole number of up to 18 digits.
    mutating func integer(_ name: @autoclosure () -> String = "") throws(InputFault) -> Int {
        var byte = peek()
        let isNegative = byte == UInt8(ascii: "-")
        if isNegative {
            position += 1
            byte = position < bytes.count ? bytes[position] : 0
        }
        let start = position
        var value = 0
        while byte &- 0x30 < 10 {
            guard position - start < 18 else { throw fault("a number of more than 18 digits", of: name()) }
            value = value &* 10 &+ Int(byte &- 0x30)
            position += 1
            byte = position < bytes.count ? bytes[position] : 0
        }
        if position == start || byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e") {
            throw fault("expected a whole number", of: name())
        }
        if bytes[start] == UInt8(ascii: "0"), position > start + 1 {
            throw fault("a number begins with 0", of: name())
        }
        return isNegative ? -value : value
    }

    /// Reads a number that `Double` can hold, as the nearest one.
    mutating func number(_ name: @autoclosure () -> String = "") throws(InputFault) -> Double {
        let numeral = try numeral("a number", of: name())
        if let value = numeral.exact { return value }
        let text = String(decoding: bytes[numeral.range], as: UTF8.self)
        guard let value = Double(text), value.isFinite else {
            throw fault("a number larger than can be held", of: name())
        }
        return value
    }

    /// A number by the grammar of JSON: where it stands, and its digits with the power of ten, as far as they
    /// fit.
    struct Numeral {
        var range = 0..<0
        var isNegative = false
        var digits: UInt64 = 0
        var count = 0, power = 0

        mutating func add(_ digit: UInt8) {
            if digits == 0, digit == 0 { return }
            count += 1
            if count <= 19 { digits = digits &* 10 &+ UInt64(digit) }
        }

        /// The nearest `Double` where one rounding gives it: digits and power of ten are both exact.
        var exact: Double? {
            guard count <= 19, digits <= 1 << 53, (-22...22).contains(power) else { return nil }
            let value = Double(digits)
            let scaled = power < 0 ? value / Self.tens[-power] : value * Self.tens[power]
            return isNegative ? -scaled : scaled
        }

        private static let tens: [Double] = (0...22).map { power in
            (0..<power).reduce(1.0) { ten, _ in ten * 10 }
        }
    }

    /// Reads a number of any kind; `what` is what was expected where there is none.
    mutating func numeral(
        _ what: StaticString, of name: @autoclosure () -> String = ""
    ) throws(InputFault) -> Numeral {
        var numeral = Numeral()
        numeral.isNegative = peek() == UInt8(ascii: "-")
        let start = position
        if numeral.isNegative { position += 1 }
        let leadsWithZero = position < bytes.count && bytes[position] == UInt8(ascii: "0")
        let whole = digits(into: &numeral)
        if whole == 0 { throw fault("expected \(what)", of: name()) }
        if leadsWithZero, whole > 1 { throw fault("a number begins with 0", of: name()) }
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            position += 1
            let fraction = digits(into: &numeral)
            if fraction == 0 { throw fault("expected \(what)", of: name()) }
            numeral.power = -fraction
        }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            guard let power = exponent() else { throw fault("expected \(what)", of: name()) }
            numeral.power += power
        }
        guard position - start <= Self.longestNumber else {
            throw fault("a number of more than \(Self.longestNumber) characters", of: name())
        }
        numeral.range = start..<position
        return numeral
    }

    /// Passes over digits, and says how many.
    private mutating func digits(into numeral: inout Numeral) -> Int {
        let start = position
        while position < bytes.count, bytes[position] &- 0x30 < 10 {
            numeral.add(bytes[position] &- 0x30)
            position += 1
        }
        return position - start
    }

    /// The power of ten behind an e; nil for none. Beyond a million it is as good as any greater.
    private mutating func exponent() -> Int? {
        position += 1
        let sign = position < bytes.count ? bytes[position] : 0
        if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { position += 1 }
        let start = position
        var power = 0
        while position < bytes.count, bytes[position] &- 0x30 < 10 {
            power = min(1_000_000, power * 10 + Int(bytes[position] &- 0x30))
            position += 1
        }
        return position == start ? nil : sign == UInt8(ascii: "-") ? -power : power
    }
}
