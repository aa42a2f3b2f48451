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

    /// What is stored to find a number again.
    static func token(_ number: IdentityNumber, _ keys: KeyRing) -> [UInt8] {
        keys.token(.register, Array("identity \(number.text)".utf8))
    }

    static func token(_ phone: Phone, _ keys: KeyRing) -> [UInt8] {
        keys.token(.register, Array("phone \(phone.digits)".utf8))
    }

    /// The group, readable by nobody without the keys.
    static func token(group code: String, _ keys: KeyRing) -> [UInt8] {
        keys.token(.register, Array("group \(code)".utf8))
    }

    /// The person within one group: two groups of one person cannot be told to be the same one's.
    static func pseudonym(_ person: Identifier, in code: String, _ keys: KeyRing) -> [UInt8] {
        keys.token(.register, Array("member \(code) \(person)".utf8))
    }
}
