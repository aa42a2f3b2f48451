import Sealing
import Values

/// The contexts and hashes under which the register keeps what is nobody else's business.
enum RegisterKeys {
    static func name(_ person: Identifier) -> String { "person.name \(person)" }
    static func phone(_ person: Identifier) -> String { "person.phone \(person)" }
    static func identity(_ person: Identifier) -> String { "person.identity \(person)" }
    static func fact(_ fact: Identifier) -> String { "person_fact.sealed \(fact)" }
    static func member(_ membership: Identifier) -> String { "group_member.person \(membership)" }
    static func details(_ membership: Identifier) -> String { "group_member.details \(membership)" }
    static func ability(_ assessment: Identifier) -> String { "ability.sealed \(assessment)" }

    // What is stored to find something again is a keyed hash. One is written; while the root of the hashes is
    // exchanged, it may stand under an older one too, so whoever looks asks for all.

    static func token(_ number: IdentityNumber, _ keys: KeyRing) -> [UInt8] {
        keys.token(.register, bytes(number))
    }

    static func tokens(_ number: IdentityNumber, _ keys: KeyRing) -> [[UInt8]] {
        keys.tokens(.register, bytes(number))
    }

    private static func bytes(_ number: IdentityNumber) -> [UInt8] { Array("identity \(number.text)".utf8) }

    static func token(_ phone: Phone, _ keys: KeyRing) -> [UInt8] { keys.token(.register, bytes(phone)) }
    static func tokens(_ phone: Phone, _ keys: KeyRing) -> [[UInt8]] { keys.tokens(.register, bytes(phone)) }
    private static func bytes(_ phone: Phone) -> [UInt8] { Array("phone \(phone.digits)".utf8) }

    /// The group, readable by nobody without the keys.
    static func token(group code: String, _ keys: KeyRing) -> [UInt8] {
        keys.token(.register, Array("group \(code)".utf8))
    }

    static func tokens(group code: String, _ keys: KeyRing) -> [[UInt8]] {
        keys.tokens(.register, Array("group \(code)".utf8))
    }

    /// The person within one group: two groups of one person cannot be told to be the same one's.
    static func pseudonym(_ person: Identifier, in code: String, _ keys: KeyRing) -> [UInt8] {
        keys.token(.register, Array("member \(code) \(person)".utf8))
    }

    static func pseudonyms(_ person: Identifier, in code: String, _ keys: KeyRing) -> [[UInt8]] {
        keys.tokens(.register, Array("member \(code) \(person)".utf8))
    }
}
