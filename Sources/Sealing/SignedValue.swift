import Values

/// A short value that leaves the house and comes back unchanged, such as a cookie: payload, expiry and HMAC.
///
/// Shape: base64url of 8 bytes of expiry (microseconds, big-endian), the payload, 32 bytes of HMAC-SHA256.
/// The payload can be read by whoever holds it; it is signed, not sealed.
public struct SignedValue: Sendable, Equatable {
    /// Why a value that came back is refused.
    public enum Fault: Error, Equatable {
        /// It was not written here, or was changed, or was written under another name.
        case forged
        case expired
    }

    /// The longest payload, in bytes; a cookie holds 4096 characters with its name.
    public static let longest = 2048

    public let payload: [UInt8]
    /// The moment from which on it is refused.
    public let expires: Instant

    public init(_ payload: [UInt8], expires: Instant) {
        self.payload = payload
        self.expires = expires
    }

    /// The value as text. The name is signed along, so a value of one cookie is refused as another's.
    public func text(name: String, _ ring: KeyRing) -> String {
        Base64URL.encode(head + payload + SignedValue.code(head + payload, name, ring))
    }

    /// Reads a value that came back. Refuses: `forged`, `expired`.
    public init(_ text: String, name: String, _ ring: KeyRing, now: Instant) throws(Fault) {
        guard text.utf8.count <= (8 + SignedValue.longest + 32) * 4 / 3 + 3,
            let bytes = Base64URL.decode(text), bytes.count >= 40
        else { throw .forged }
        let signed = Array(bytes.dropLast(32))
        let code = SignedValue.code(signed, name, ring)
        guard Digest.equal(code, Array(bytes.suffix(32))) else { throw .forged }
        let moment = signed.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        expires = Instant(microseconds: Int64(bitPattern: moment))
        payload = Array(signed.dropFirst(8))
        guard now < expires else { throw .expired }
    }

    private var head: [UInt8] { Framing.eight(UInt64(bitPattern: expires.microseconds)) }

    private static func code(_ signed: [UInt8], _ name: String, _ ring: KeyRing) -> [UInt8] {
        ring.token(.cookie, Framing.join(name, signed))
    }
}
