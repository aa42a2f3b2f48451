import Crypto
import Values

/// Thirty-two random bytes, and the key of each purpose drawn out of them.
struct KeyRoot: Sendable, Equatable {
    let bytes: [UInt8]
    private let keys: [KeyRing.Purpose: SymmetricKey]

    /// Refuses: any length but 32 bytes.
    init(_ bytes: [UInt8]) throws(KeyFault) {
        guard bytes.count == KeyRing.length else { throw .wrongLength(bytes.count) }
        self.bytes = bytes
        let root = SymmetricKey(data: bytes)
        keys = Dictionary(
            uniqueKeysWithValues: KeyRing.Purpose.allCases.map { ($0, Self.derive($0.rawValue, from: root)) })
    }

    func key(for purpose: KeyRing.Purpose) -> SymmetricKey {
        keys[purpose] ?? Self.derive(purpose.rawValue, from: SymmetricKey(data: bytes))
    }

    /// Tells one key from another without telling anything of it.
    var fingerprint: String {
        let label = Self.derive("fingerprint", from: SymmetricKey(data: bytes))
        return label.withUnsafeBytes { $0.prefix(4).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) } }
            .joined()
    }

    static func == (a: KeyRoot, b: KeyRoot) -> Bool { Digest.equal(a.bytes, b.bytes) }

    private static func derive(_ purpose: String, from root: SymmetricKey) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: root, salt: Array("linli".utf8), info: Array("linli/\(purpose)/1".utf8),
            outputByteCount: KeyRing.length)
    }
}

/// The keys as they stand at a moment, while one of them may be on its way in or out.
struct KeySet: Sendable, Equatable {
    /// The first seals; all open.
    var masters: [KeyRoot]
    /// What tokens and derived secrets are drawn from: it stays when the master is exchanged.
    var finding: KeyRoot
    /// What the register's tokens are drawn from: the first writes, all find.
    var register: [KeyRoot]

    init(master: KeyRoot) {
        (masters, finding, register) = ([master], master, [master])
    }

    init(masters: [KeyRoot], finding: KeyRoot, register: [KeyRoot]) {
        self.masters = masters
        self.finding = finding
        self.register = register
    }
}
