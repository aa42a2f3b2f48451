/// A citizen's identity number of eighteen signs, its check digit proved.
///
/// Shape: six digits of a place, the day of birth, three of an order (the last odd for men), a check digit.
/// Source: GB 11643-1999, ISO 7064 MOD 11-2.
public struct IdentityNumber: Hashable, Sendable, CustomStringConvertible {
    /// The eighteen signs; the last may be `X`.
    public let text: String
    public let born: Day
    public let isMale: Bool

    /// Reads a number with spaces, full-width digits or a small x.
    public init(_ raw: String) throws(IdentityFault) {
        let signs = try Self.signs(raw)
        guard signs.count != 15 else { throw .old }
        guard signs.count == 18 else { throw .length(signs.count) }
        let digits = signs.prefix(17).map { Int($0) - 48 }
        guard digits.allSatisfy({ (0...9).contains($0) }) else { throw .foreign }
        let year = digits[6...9].reduce(0) { $0 * 10 + $1 }
        guard
            let day = Day(year: year, month: digits[10] * 10 + digits[11], day: digits[12] * 10 + digits[13])
        else { throw .day }
        guard signs[17] == Self.check(digits) else { throw .check }
        text = String(decoding: signs, as: UTF8.self)
        born = day
        isMale = digits[16] % 2 == 1
    }

    /// The check sign of the first seventeen digits.
    public static func check(_ digits: [Int]) -> UInt8 {
        let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
        return checks[sum % 11]
    }

    private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    private static let checks = Array("10X98765432".utf8)

    private static func signs(_ raw: String) throws(IdentityFault) -> [UInt8] {
        guard raw.utf8.count <= 200 else { throw .foreign }
        var signs: [UInt8] = []
        for scalar in raw.unicodeScalars.lazy.map(\.halfWidth) {
            switch scalar {
            case "0"..."9": signs.append(UInt8(scalar.value))
            case "X", "x": signs.append(UInt8(ascii: "X"))
            case let gap where gap.isGap || gap.properties.isDefaultIgnorableCodePoint || gap == "'": continue
            default: throw .foreign
            }
        }
        guard !signs.isEmpty else { throw .empty }
        return signs
    }

    /// `3202**********1234`: the place's first digits and the last four.
    public var masked: String { text.prefix(4) + "**********" + text.suffix(4) }

    /// Masked, so that a number never reaches a log by accident.
    public var description: String { masked }
}

/// Why a text is no identity number.
public enum IdentityFault: Error, Hashable, Phrase {
    case empty, foreign, old, day, check
    case length(Int)

    public var text: Text {
        switch self {
        case .empty: Text("还没写身份证号。", "No identity number is written yet.")
        case .foreign:
            Text("号码里有不该有的字，请对一下。", "The number has signs that do not belong there; please check it.")
        case .old:
            Text(
                "这是15位的老号码，请看现在的证，填18位。",
                "This is an old number of 15 digits; give the 18 of the present card.")
        case .day:
            Text("号码里的生日没有这一天，请对一下。", "The day of birth in the number does not exist; please check it.")
        case .check: Text("最后一位对不上，有一位写错了。", "The last sign does not fit: one of them is wrong.")
        case .length(let count):
            Text("身份证号是18位，这里写了\(count)位。", "The number has 18 signs; \(count) are written here.")
        }
    }
}
