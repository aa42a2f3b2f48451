/// A number that people say and write by hand, with its letters: `X-1041`.
public struct SerialNumber: Hashable, Comparable, Sendable {
    /// One to three capital letters.
    public let letters: String
    /// 1...999,999,999.
    public let number: Int

    /// A number of a series; nil where letters or number are out of range.
    public init?(_ letters: String, _ number: Int) {
        let isLettered = letters.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
        guard isLettered, (1...3).contains(letters.utf8.count), (1...999_999_999).contains(number) else {
            return nil
        }
        self.letters = letters
        self.number = number
    }

    public static func < (a: SerialNumber, b: SerialNumber) -> Bool {
        a.letters != b.letters ? a.letters < b.letters : a.number < b.number
    }
}

extension SerialNumber: LosslessStringConvertible, Codable {
    /// Reads `X-1041` as people write it: small, full-width, spaced, without hyphen; else nil.
    public init?(_ text: String) {
        guard text.utf8.count <= 60 else { return nil }
        var letters: [UInt8] = [], digits: [UInt8] = []
        for scalar in text.unicodeScalars.lazy.map(\.halfWidth) {
            switch scalar {
            case "A"..."Z", "a"..."z":
                guard digits.isEmpty else { return nil }
                letters.append(UInt8(scalar.value) & 0b1101_1111)
            case "0"..."9": digits.append(UInt8(scalar.value))
            case let gap where gap.isGap: continue
            default: return nil
            }
        }
        guard let number = Digits.value(digits) else { return nil }
        self.init(String(decoding: letters, as: UTF8.self), number)
    }

    public var description: String { "\(letters)-\(number)" }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = SerialNumber(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a serial number")
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
