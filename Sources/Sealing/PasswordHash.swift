import Csodium
import Values

/// The hash of a password as it is stored: argon2id with its limits and salt, as libsodium writes it.
public struct PasswordHash: Sendable, Equatable {
    /// Up to 127 characters of ASCII.
    public let stored: String

    public init(stored: String) { self.stored = stored }

    /// What one hash costs.
    public struct Limits: Sendable, Equatable {
        public let passes: UInt64
        /// In bytes.
        public let memory: Int

        public init(passes: UInt64, memory: Int) {
            self.passes = passes
            self.memory = memory
        }

        /// Two passes over 64 MiB.
        public static let standard = Limits(passes: 2, memory: 64 << 20)
        /// The least that argon2id takes, for tests that sign in by the hundred.
        public static let least = Limits(passes: 1, memory: 8 << 10)
    }

    /// Whether it was made under other limits than these, and should be made anew at the next sign-in.
    public func needsRehash(_ limits: Limits) -> Bool {
        guard Sodium.ready, let buffer else { return true }
        return crypto_pwhash_str_needs_rehash(buffer, limits.passes, limits.memory) != 0
    }

    /// Makes a hash, on the thread that calls.
    static func make(_ password: [UInt8], _ limits: Limits) throws(PasswordFault) -> PasswordHash {
        var out = [CChar](repeating: 0, count: length)
        let text = password.map { CChar(bitPattern: $0) }
        guard Sodium.ready,
            crypto_pwhash_str_alg(
                &out, text, UInt64(text.count), limits.passes, limits.memory,
                crypto_pwhash_ALG_ARGON2ID13) == 0
        else { throw .unavailable }
        let written = out.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return PasswordHash(stored: String(decoding: written, as: UTF8.self))
    }

    /// Checks a password, on the thread that calls.
    func matches(_ password: [UInt8]) throws(PasswordFault) -> Bool {
        guard Sodium.ready else { throw .unavailable }
        guard let buffer else { return false }
        let text = password.map { CChar(bitPattern: $0) }
        return crypto_pwhash_str_verify(buffer, text, UInt64(text.count)) == 0
    }

    private static let length = Int(crypto_pwhash_argon2id_STRBYTES)

    /// The stored text in the full buffer that libsodium reads, closed by zeros; nil where it is none of
    /// ours.
    private var buffer: [CChar]? {
        let bytes = Array(stored.utf8)
        let visible = UInt8(0x21)...0x7e
        guard bytes.count < PasswordHash.length, bytes.allSatisfy(visible.contains) else { return nil }
        let text = bytes.map { CChar(bitPattern: $0) }
        return text + [CChar](repeating: 0, count: PasswordHash.length - text.count)
    }
}

/// libsodium, made ready once for the process.
enum Sodium {
    static let ready = sodium_init() >= 0
}
