import Values

/// Six digits sent to a phone, good once and for minutes.
///
/// Shape: 000000...999999, each as likely. Stored as a keyed hash bound to whom it was sent; whoever keeps it
/// counts the attempts, sets the expiry and destroys it at the first use.
public struct OneTimeCode: Sendable {
    /// The six digits, for the message alone, never for a log.
    public let digits: String

    public init() {
        var source = SystemRandomNumberGenerator()
        self.init(using: &source)
    }

    /// Draws one out of a given source.
    public init(using source: inout some RandomNumberGenerator) {
        // `random(in:)` rejects what would make some numbers likelier than others.
        let number = Int.random(in: 0...999_999, using: &source)
        let text = String(number)
        digits = String(repeating: "0", count: 6 - text.utf8.count) + text
    }

    /// What is stored: a keyed hash of the code and of whom it was sent to (32 bytes).
    public func stored(for recipient: [UInt8], _ ring: KeyRing) -> [UInt8] {
        OneTimeCode.hash(Array(digits.utf8), recipient, ring)
    }

    /// Whether a person typed the code that stands behind the stored hash; full-width digits and spaces are
    /// forgiven.
    public static func matches(
        _ typed: String, stored: [UInt8], for recipient: [UInt8], _ ring: KeyRing
    ) -> Bool {
        guard let plain = Typed.plain(typed), plain.count == 6 else { return false }
        return Digest.equal(hash(plain, recipient, ring), stored)
    }

    private static func hash(_ digits: [UInt8], _ recipient: [UInt8], _ ring: KeyRing) -> [UInt8] {
        ring.token(.oneTimeCode, digits + recipient)
    }
}
