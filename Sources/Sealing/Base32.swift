/// Base32 with the alphabet A-Z 2-7, for the secrets of code apps. Source: RFC 4648, 6.
public enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    /// The text, without padding.
    public static func encode(_ bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        var buffer: UInt32 = 0, bits: UInt32 = 0
        for byte in bytes {
            buffer = buffer << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(alphabet[Int(buffer >> bits & 31)])
            }
            buffer &= (1 << bits) - 1
        }
        if bits > 0 { text.append(alphabet[Int(buffer << (5 - bits) & 31)]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes; nil where a sign is foreign, the length impossible or a spare bit set. Spaces and case are
    /// forgiven.
    public static func decode(_ text: String) -> [UInt8]? {
        guard let plain = Typed.plain(text, atMost: 256) else { return nil }
        var bytes: [UInt8] = []
        var buffer: UInt32 = 0, bits: UInt32 = 0
        for sign in plain {
            guard let value = alphabet.firstIndex(of: sign) else { return nil }
            buffer = buffer << 5 | UInt32(value)
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> bits))
            }
            buffer &= (1 << bits) - 1
        }
        return bits < 5 && buffer == 0 ? bytes : nil
    }
}
