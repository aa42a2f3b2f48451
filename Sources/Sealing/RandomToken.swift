import Values

/// A random secret that a person or program holds: a session, a slip, a personal token.
///
/// Shape: 32 random bytes, 43 characters of base64url. What is stored is its SHA-256 alone.
public struct RandomToken: Sendable {
    private let bytes: [UInt8]

    /// Makes a new one.
    public init() { bytes = RandomBytes.make(32) }

    /// Reads one that came back; nil for anything that was never one.
    public init?(_ text: String) {
        guard text.utf8.count == 43, let bytes = Base64URL.decode(text), bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// What the holder gets, once.
    public var text: String { Base64URL.encode(bytes) }

    /// What is stored and looked up: 32 bytes. The token is random in full, so a plain hash cannot be
    /// guessed.
    public var stored: [UInt8] { Digest.sha256(bytes) }
}
