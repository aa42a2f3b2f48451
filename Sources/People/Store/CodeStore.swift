import Sealing
import Storage
import Values

/// What a code to a telephone is for; one never serves for another.
public enum CodePurpose: String, Sendable, CaseIterable {
    case enter, phone
}

/// Codes sent to telephones: a keyed hash, a few minutes, a few tries.
enum CodeStore {
    static let lifetime = Instant.Span.minutes(10)
    /// Between two codes to one telephone.
    static let pause = Instant.Span.minutes(1)
    static let mostTries: Int64 = 5

    enum Check: Sendable { case right, wrong, gone }

    static func context(_ community: Identifier, _ phoneToken: [UInt8]) -> String {
        "phone_code.sealed_phone \(community) \(Base64URL.encode(phoneToken))"
    }

    static func made(
        _ phoneToken: [UInt8], _ purpose: CodePurpose, in community: Identifier, _ reading: any Reading
    ) throws -> Instant? {
        try reading.first(
            """
            SELECT made FROM phone_code WHERE community = \(community) AND phone_token = \(phoneToken)
            AND purpose = \(purpose.rawValue)
            """
        ) { $0.instant(0) }
    }

    /// Checks what was typed and counts the try, in a write of its own: it counts where entry is refused.
    static func check(
        _ typed: String, _ phoneToken: [UInt8], _ purpose: CodePurpose, in community: Identifier,
        _ keys: KeyRing, at now: Instant, _ writing: any Writing
    ) throws -> Check {
        let row = try writing.first(
            """
            SELECT code, expires, tries FROM phone_code WHERE community = \(community)
            AND phone_token = \(phoneToken) AND purpose = \(purpose.rawValue)
            """
        ) { ($0.bytes(0), $0.instant(1), $0.integer(2)) }
        guard let (code, expires, tries) = row, now < expires, tries < mostTries else { return .gone }
        try writing.run(
            """
            UPDATE phone_code SET tries = tries + 1 WHERE community = \(community)
            AND phone_token = \(phoneToken) AND purpose = \(purpose.rawValue)
            """)
        return OneTimeCode.matches(typed, stored: code, for: phoneToken, keys) ? .right : .wrong
    }

    /// Destroys a code that served; false where it is gone.
    static func spend(
        _ phoneToken: [UInt8], _ purpose: CodePurpose, in community: Identifier, _ writing: any Writing
    ) throws -> Bool {
        try writing.run(
            """
            DELETE FROM phone_code WHERE community = \(community) AND phone_token = \(phoneToken)
            AND purpose = \(purpose.rawValue)
            """) == 1
    }
}
