/// A telephone number in China: a mobile's eleven digits, or a landline with its area code.
///
/// Source: the numbering plan of the Ministry of Industry and Information Technology.
public struct Phone: Hashable, Sendable, CustomStringConvertible {
    /// The digits as dialled within China: `13812341234`, `053188881234`.
    public let digits: String
    /// The digits of the area code; 0 for a mobile.
    private let areaLength: Int

    /// Reads a number with spaces, hyphens, full-width digits or +86 in any place people put them.
    public init(_ raw: String) throws(PhoneFault) {
        let spelled = try Phone.bareDigits(raw)
        guard let first = spelled.first else { throw .empty }
        switch first {
        case UInt8(ascii: "1"): try Phone.checkMobile(spelled)
        case UInt8(ascii: "0"): try Phone.checkLandline(spelled)
        default: throw (7...8).contains(spelled.count) ? .areaCode : .prefix
        }
        digits = String(decoding: spelled, as: UTF8.self)
        areaLength = Phone.areaLength(spelled)
    }

    public var isMobile: Bool { areaLength == 0 }

    /// The last four digits.
    public var lastFour: String { String(digits.suffix(4)) }

    /// `138****1234`, `0531-****1234`.
    public var masked: String {
        isMobile ? digits.prefix(3) + "****" + lastFour : digits.prefix(areaLength) + "-****" + lastFour
    }

    /// The number in groups for reading: `138 1234 1234`, `0531-88881234`.
    public var spoken: String {
        guard isMobile else { return digits.prefix(areaLength) + "-" + digits.dropFirst(areaLength) }
        return digits.prefix(3) + " " + digits.dropFirst(3).prefix(4) + " " + lastFour
    }

    /// `+8613812341234`, for addresses of scheme `tel`. Source: ITU-T E.164.
    public var international: String { "+86" + (isMobile ? digits : String(digits.dropFirst())) }

    /// Masked, so that a number never reaches a log by accident.
    public var description: String { masked }
}

extension Phone {
    private static func bareDigits(_ raw: String) throws(PhoneFault) -> [UInt8] {
        guard raw.utf8.count <= 200 else { throw .foreign }
        var digits: [UInt8] = []
        var hasPlus = false
        for scalar in raw.unicodeScalars.lazy.map(\.halfWidth) {
            switch scalar {
            case "0"..."9": digits.append(UInt8(scalar.value))
            case "+" where digits.isEmpty && !hasPlus: hasPlus = true
            case "(", ")", ".", "\t": continue
            case let gap where gap.isGap || gap.properties.isDefaultIgnorableCodePoint: continue
            default: throw .foreign
            }
        }
        return try withoutCountry(digits, hasPlus: hasPlus)
    }

    private static func withoutCountry(_ digits: [UInt8], hasPlus: Bool) throws(PhoneFault) -> [UInt8] {
        let text = String(decoding: digits, as: UTF8.self)
        let prefix = text.hasPrefix("0086") ? 4 : (hasPlus && text.hasPrefix("86")) ? 2 : 0
        if prefix > 0 {
            let rest = Array(digits.dropFirst(prefix))
            guard let first = rest.first else { throw .empty }
            let isMobile = first == UInt8(ascii: "1") && !(rest.count == 10 && rest[1] == UInt8(ascii: "0"))
            return isMobile || first == UInt8(ascii: "0") ? rest : [UInt8(ascii: "0")] + rest
        }
        if hasPlus { throw .abroad }
        return digits.count == 13 && text.hasPrefix("861") ? Array(digits.dropFirst(2)) : digits
    }

    private static func checkMobile(_ digits: [UInt8]) throws(PhoneFault) {
        if digits.count >= 2, digits[1] < UInt8(ascii: "3") { throw .prefix }
        if digits.count < 11 { throw .missing(11 - digits.count, .mobile) }
        if digits.count > 11 { throw .extra(digits.count - 11, .mobile) }
    }

    private static func checkLandline(_ digits: [UInt8]) throws(PhoneFault) {
        let area = areaLength(digits)
        if digits.count >= 3, area == 4, digits[1] < UInt8(ascii: "3") { throw .prefix }
        let longest = area + 8
        if digits.count < 11 { throw .missing(11 - digits.count, .landline) }
        if digits.count > longest { throw .extra(digits.count - longest, .landline) }
        if digits[area] < UInt8(ascii: "2") { throw .prefix }
    }

    /// 010 and 02x have three digits and eight after; all others four, and seven or eight after.
    private static func areaLength(_ digits: [UInt8]) -> Int {
        guard digits.first == UInt8(ascii: "0"), digits.count > 2 else { return 0 }
        let isBeijing = digits[1] == UInt8(ascii: "1") && digits[2] == UInt8(ascii: "0")
        return isBeijing || digits[1] == UInt8(ascii: "2") ? 3 : 4
    }
}

/// Why a text is no telephone number.
public enum PhoneFault: Error, Hashable, Phrase {
    public enum Kind: Hashable, Sendable { case mobile, landline }

    case empty, foreign, prefix, areaCode, abroad
    case missing(Int, Kind)
    case extra(Int, Kind)

    public var text: Text {
        switch self {
        case .empty: Text("还没写号码。", "No number is written yet.")
        case .foreign: Text("号码里有不是数字的字，请对一下。", "The number has signs that are not digits; please check it.")
        case .prefix: Text("没有这样开头的号码，请对一下。", "No number begins like this; please check it.")
        case .areaCode: Text("座机前面请加上区号。", "Please put the area code before a landline number.")
        case .abroad: Text("请写中国大陆的号码。", "Please give a number of mainland China.")
        case .missing(let count, let kind):
            Text(
                "\(PhoneFault.noun(kind))少了\(Digits.counted(count))位，请对一下。",
                "The number is \(PhoneFault.digits(count)) short; please check it.")
        case .extra(let count, let kind):
            Text(
                "\(PhoneFault.noun(kind))多了\(Digits.counted(count))位，请对一下。",
                "The number has \(PhoneFault.digits(count)) too many; please check it.")
        }
    }

    private static func noun(_ kind: Kind) -> String { kind == .mobile ? "手机号" : "座机号" }

    private static func digits(_ count: Int) -> String { count == 1 ? "one digit" : "\(count) digits" }
}
