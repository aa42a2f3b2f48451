import Values

/// The secret with which the reporter of a need follows it: derived from the need's identifier, stored
/// nowhere.
///
/// Shape: 8 characters of Crockford's base32 (40 bits; no I, L, O, U), shown as XXXX-XXXX.
public struct NeedSecret: Sendable {
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
    private let characters: [UInt8]

    public init(of need: Identifier, _ ring: KeyRing) {
        let bits = ring.token(.needSecret, need.bytes).prefix(5).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        characters = (0..<8).map { NeedSecret.alphabet[Int(bits >> (35 - 5 * UInt64($0)) & 31)] }
    }

    /// What stands on the reporter's slip: XXXX-XXXX.
    public var shown: String {
        String(decoding: characters.prefix(4), as: UTF8.self) + "-"
            + String(decoding: characters.suffix(4), as: UTF8.self)
    }

    /// Whether a person typed this secret, in any case, width and spacing, with I and L for 1 and O for 0.
    ///
    /// The comparison takes the same time wherever the two differ.
    public func matches(_ typed: String) -> Bool {
        guard let plain = Typed.plain(typed) else { return false }
        return Digest.equal(plain.map(NeedSecret.read), characters)
    }

    private static func read(_ sign: UInt8) -> UInt8 {
        switch sign {
        case UInt8(ascii: "I"), UInt8(ascii: "L"): UInt8(ascii: "1")
        case UInt8(ascii: "O"): UInt8(ascii: "0")
        default: sign
        }
    }
}
