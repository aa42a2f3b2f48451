import Crypto
import Values

/// The data key of one person or one need: to destroy it is to erase everything sealed under it.
///
/// Shape: 32 random bytes, stored only wrapped (`KeyRing.wrap`).
public struct SubjectKey: Sendable {
    private let key: SymmetricKey

    /// Makes a new random key.
    public init() { self.init(key: SymmetricKey(size: .bits256)) }

    init(bytes: [UInt8]) throws(SealingFault) {
        guard bytes.count == KeyRing.length else { throw .damaged }
        self.init(key: SymmetricKey(data: bytes))
    }

    private init(key: SymmetricKey) { self.key = key }

    /// Drawn out of the key only where something is committed to: most keys only seal.
    private var commitmentKey: SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: key, info: Array("linli/subject-commitment/1".utf8), outputByteCount: 32)
    }

    var bytes: [UInt8] { key.withUnsafeBytes { Array($0) } }

    /// Seals bytes (AES-256-GCM). The context names table, column and row, and is asked for again to open.
    public func seal(_ bytes: some Sequence<UInt8>, context: String) throws(SealingFault) -> [UInt8] {
        try Box.seal(Array(bytes), key, Array(context.utf8))
    }

    /// Opens what `seal` made. Refuses: a box that is damaged or was sealed under another key or context.
    public func open(_ box: [UInt8], context: String) throws(SealingFault) -> [UInt8] {
        try Box.open(box, key, Array(context.utf8))
    }

    /// Seals a text as UTF-8.
    public func seal(_ text: String, context: String) throws(SealingFault) -> [UInt8] {
        try seal(Array(text.utf8), context: context)
    }

    /// Opens a text. Refuses: what `open` refuses, and bytes that are no UTF-8.
    public func openText(_ box: [UInt8], context: String) throws(SealingFault) -> String {
        let bytes = try open(box, context: context)
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .damaged }
        return text
    }

    /// A commitment of a value under this key (HMAC-SHA256, 32 bytes), for the record.
    public func commit(_ bytes: some Sequence<UInt8>, context: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Framing.join(context, bytes), using: commitmentKey))
    }
}
