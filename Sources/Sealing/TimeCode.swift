import Crypto
import Values

/// The second factor of staff: six digits that a code app shows, new every 30 seconds. Source: RFC 6238, RFC
/// 4226.
///
/// Shape: a secret of 20 random bytes, HMAC-SHA1, 6 digits. One step to either side is forgiven.
public struct TimeCode: Sendable {
    /// The length of a step, in seconds.
    public static let step: Int64 = 30

    /// The shared secret; store it sealed under the person's key.
    public let secret: [UInt8]

    /// Makes a new random secret.
    public init() { secret = RandomBytes.make(20) }

    public init(secret: [UInt8]) { self.secret = secret }

    /// The code of a moment.
    public func code(at now: Instant) -> String {
        digits(of: TimeCode.counter(at: now), count: 6)
    }

    /// Checks a typed code; the counter of the step it belongs to, or nil where it is wrong or was used
    /// before.
    ///
    /// Store the counter with the person and pass it as `lastUsed` the next time: a code serves once.
    public func check(_ typed: String, at now: Instant, lastUsed: Int64?) -> Int64? {
        guard let plain = Typed.plain(typed), plain.count == 6 else { return nil }
        let current = TimeCode.counter(at: now)
        var found: Int64?
        for counter in max(0, current - 1)...(current + 1) {
            let equal = Digest.equal(Array(digits(of: counter, count: 6).utf8), plain)
            if equal, counter > lastUsed ?? -1, found == nil { found = counter }
        }
        return found
    }

    /// The address that a code app reads out of a QR code.
    public func address(issuer: String, account: String) -> String {
        let issuer = TimeCode.escape(issuer), account = TimeCode.escape(account)
        return "otpauth://totp/\(issuer):\(account)?secret=\(Base32.encode(secret))&issuer=\(issuer)"
            + "&algorithm=SHA1&digits=6&period=\(TimeCode.step)"
    }

    static func counter(at now: Instant) -> Int64 { max(0, now.seconds) / step }

    /// The HOTP value of a counter, in 1...9 digits.
    func digits(of counter: Int64, count: Int) -> String {
        let message = Framing.eight(UInt64(bitPattern: counter))
        let key = SymmetricKey(data: secret)
        let code = Array(HMAC<Insecure.SHA1>.authenticationCode(for: message, using: key))
        let offset = Int((code.last ?? 0) & 15)
        var number = code[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7fff_ffff
        var text: [UInt8] = []
        for _ in 0..<count {
            text.append(UInt8(ascii: "0") + UInt8(number % 10))
            number /= 10
        }
        return String(decoding: text.reversed(), as: UTF8.self)
    }

    private static func escape(_ text: String) -> String {
        let hex = Array("0123456789ABCDEF".utf8)
        var escaped: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x5f, 0x7e: escaped.append(byte)
            default: escaped += [0x25, hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }
}
