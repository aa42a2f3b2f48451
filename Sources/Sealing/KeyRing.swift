import Crypto
import Values

/// The keys of the house: one master key, and a key of its own for each purpose drawn out of it.
///
/// Shape: the master is 32 random bytes; each purpose's key is 32 bytes by HKDF-SHA256. Source: RFC 5869.
public struct KeyRing: Sendable {
    /// What a key serves for. The raw value enters the derivation, so a released one never changes.
    public enum Purpose: String, Sendable, CaseIterable {
        case needSecret = "need-secret"
        case cookie
        case csrf
        case subjectKey = "subject-key"
        case commitment
        case attachment
        case keyedToken = "keyed-token"
        case personalToken = "personal-token"
        case oneTimeCode = "one-time-code"
        case register
    }

    /// The number of bytes of a master key.
    public static let length = 32

    private let keys: [Purpose: SymmetricKey]
    private let master: SymmetricKey

    /// Takes a master key. Refuses: any length but 32 bytes.
    public init(master: [UInt8]) throws(KeyFault) {
        guard master.count == KeyRing.length else { throw .wrongLength(master.count) }
        let root = SymmetricKey(data: master)
        self.master = root
        keys = Dictionary(uniqueKeysWithValues: Purpose.allCases.map { ($0, KeyRing.derive($0, from: root)) })
    }

    /// The key of one purpose.
    public func key(for purpose: Purpose) -> SymmetricKey {
        keys[purpose] ?? KeyRing.derive(purpose, from: master)
    }

    /// A keyed hash of the bytes, for looking up what is stored sealed (HMAC-SHA256, 32 bytes).
    public func token(_ purpose: Purpose, _ bytes: some Sequence<UInt8>) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array(bytes), using: key(for: purpose)))
    }

    /// A keyed commitment of a record's value that is about no person (HMAC-SHA256, 32 bytes).
    ///
    /// A value about a person is committed under that person's key, see `SubjectKey.commit`: once that key is
    /// destroyed nobody can try guesses against the commitment, not even the keeper of the master key.
    public func commit(_ bytes: some Sequence<UInt8>, context: String) -> [UInt8] {
        token(.commitment, Framing.join(context, bytes))
    }

    private static func derive(_ purpose: Purpose, from master: SymmetricKey) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: master, salt: Array("linli".utf8),
            info: Array("linli/\(purpose.rawValue)/1".utf8), outputByteCount: length)
    }
}

extension KeyRing {
    /// Seals bytes under a purpose's key (AES-256-GCM). The context names the row, and is asked for again to
    /// open.
    public func seal(
        _ bytes: [UInt8], _ purpose: Purpose, context: String
    ) throws(SealingFault) -> [UInt8] {
        try Box.seal(bytes, key(for: purpose), Array(context.utf8))
    }

    /// Opens what `seal` made. Refuses: a box that is damaged or was sealed for another purpose or context.
    public func open(
        _ box: [UInt8], _ purpose: Purpose, context: String
    ) throws(SealingFault) -> [UInt8] {
        try Box.open(box, key(for: purpose), Array(context.utf8))
    }

    /// Wraps a subject's key for storage; it opens for the same subject alone.
    public func wrap(_ key: SubjectKey, for subject: Identifier) throws(SealingFault) -> [UInt8] {
        try Box.seal(key.bytes, self.key(for: .subjectKey), subject.bytes)
    }

    /// Reads a subject's wrapped key. Refuses: `keyGone` where it was destroyed (nil or empty), `damaged`
    /// otherwise.
    public func unwrap(_ wrapped: [UInt8]?, for subject: Identifier) throws(SealingFault) -> SubjectKey {
        guard let wrapped, !wrapped.isEmpty else { throw .keyGone }
        return try SubjectKey(bytes: Box.open(wrapped, key(for: .subjectKey), subject.bytes))
    }
}
