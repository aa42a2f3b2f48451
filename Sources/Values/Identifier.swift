/// A UUID version 7: 48 bits of milliseconds since 1970, then random bits, so that newer rows sort last.
///
/// Shape: 16 bytes. Written as 22 characters of base64url without padding in addresses. Source: RFC 9562.
public struct Identifier: Hashable, Sendable, Comparable {
    /// The first and last eight bytes, big-endian.
    public let high: UInt64, low: UInt64

    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Makes an identifier for the instant, with random bits out of `source`.
    public init(at instant: Instant, using source: inout some RandomNumberGenerator) {
        let milliseconds = UInt64(truncatingIfNeeded: max(0, instant.microseconds / 1000))
        // The sub-millisecond part fills `rand_a`, so identifiers of one millisecond keep their order.
        let fraction = UInt64(max(0, instant.microseconds % 1000)) * 4096 / 1000
        high = milliseconds << 16 | 0x7000 | fraction & 0x0fff
        low = source.next() & 0x3fff_ffff_ffff_ffff | 0x8000_0000_0000_0000
    }

    /// One of the same instant that sorts behind this one, as far behind as random bits of another say.
    ///
    /// Source: RFC 9562, 6.2, method 2 (monotonic random).
    public func next(by other: Identifier) -> Identifier {
        let variant: UInt64 = 0x8000_0000_0000_0000
        // Up to 2³², so that none of an action's comes near the end of the 62 bits unless the first did.
        let further = (low & ~variant) &+ (other.low & 0xffff_ffff) &+ 1
        return Identifier(high: high, low: further & 0x3fff_ffff_ffff_ffff | variant)
    }

    /// Reads 16 bytes; nil for any other length.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        var high: UInt64 = 0, low: UInt64 = 0
        for (index, byte) in bytes.enumerated() {
            if index < 8 { high = high << 8 | UInt64(byte) } else { low = low << 8 | UInt64(byte) }
        }
        self.init(high: high, low: low)
    }

    public var bytes: [UInt8] { withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { Array($0) } }

    public static func < (a: Identifier, b: Identifier) -> Bool {
        a.high != b.high ? a.high < b.high : a.low < b.low
    }
}

extension Identifier: LosslessStringConvertible, Codable {
    /// Reads the 22 characters that `description` writes; nil for anything else.
    public init?(_ text: String) {
        guard text.utf8.count == 22, let bytes = Base64URL.decode(text) else { return nil }
        self.init(bytes: bytes)
    }

    public var description: String {
        var text: [UInt8] = []
        append(to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Appends the 22 letters of `description`: pages are full of identifiers.
    public func append(to text: inout [UInt8]) {
        let whole = UInt128(high) << 64 | UInt128(low)
        for shift in stride(from: 122, through: 2, by: -6) {
            text.append(Base64URL.letter(of: whole >> shift))
        }
        // Two bits are left over for the last letter.
        text.append(Base64URL.letter(of: whole << 4))
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = Identifier(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an identifier")
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
