/// A number as files write it: `12`, `12.5`, `12,5` or `25/2`, kept exactly.
struct PollNumber {
    let numerator: Int64
    let denominator: Int64

    var rational: Rational {
        Rational(Whole(Int128(numerator)), over: Whole(Int128(denominator))) ?? .zero
    }

    /// Reads digits, a sign where `signed`, and a point, a comma or a stroke among them; nil for anything
    /// else.
    ///
    /// At most 15 digits before and 12 behind a point, and 18 together; idle zeros behind it are dropped
    /// first.
    init?(_ text: some Collection<UInt8>, signed: Bool = false) {
        var bytes = text[...]
        let isNegative = signed && bytes.first == UInt8(ascii: "-")
        if isNegative { bytes = bytes.dropFirst() }
        guard let cut = bytes.firstIndex(where: { !Self.isDigit($0) }) else {
            guard let whole = Self.digits(bytes) else { return nil }
            (numerator, denominator) = (isNegative ? -whole : whole, 1)
            return
        }
        guard let whole = Self.digits(bytes[..<cut]) else { return nil }
        let rest = bytes[bytes.index(after: cut)...]
        switch bytes[cut] {
        case UInt8(ascii: "/"):
            guard let under = Self.digits(rest), under > 0, under <= PollLimits.moneyParts else { return nil }
            let common = Int64(Whole.commonDivisor(whole.magnitude, under.magnitude))
            (numerator, denominator) = ((isNegative ? -whole : whole) / common, under / common)
        case UInt8(ascii: "."), UInt8(ascii: ","):
            guard let read = Self.joined(whole, rest) else { return nil }
            (numerator, denominator) = (isNegative ? -read.0 : read.0, read.1)
        default: return nil
        }
    }

    /// What a fault says of a text that is no such number.
    static let fault = "is no amount of at most 15 digits before and 12 behind a point"

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    private static func digits(_ text: some Collection<UInt8>) -> Int64? {
        guard !text.isEmpty, text.count <= 15, text.allSatisfy(isDigit) else { return nil }
        return text.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
    }

    private static func joined(_ whole: Int64, _ places: some Collection<UInt8>) -> (Int64, Int64)? {
        guard !places.isEmpty, places.count <= 40, places.allSatisfy(isDigit) else { return nil }
        var kept = Array(places)
        while kept.last == UInt8(ascii: "0") { kept.removeLast() }
        guard kept.count <= 12 else { return nil }
        var (top, bottom): (Int64, Int64) = (whole, 1)
        for digit in kept {
            let (times, overflow) = top.multipliedReportingOverflow(by: 10)
            if overflow || times > PollLimits.money { return nil }
            (top, bottom) = (times + Int64(digit - UInt8(ascii: "0")), bottom * 10)
        }
        let common = Int64(Whole.commonDivisor(top.magnitude, bottom.magnitude))
        return (top / common, bottom / common)
    }
}
