public import Actions
import Storage
public import Values

/// Opens one masked value of one person: the name, the telephone, the identity number.
///
/// Who looked at what, and why, is a row of the record.
public struct OpenPerson: Action {
    public static let name = "register.open-person"
    public static let right = RegisterRights.open

    public enum Part: String, Sendable, CaseIterable, Codable { case name, phone, identity }

    let person: Identifier
    let part: Part
    let why: String

    public init(_ person: Identifier, _ part: Part, why: String) {
        self.person = person
        self.part = part
        self.why = why
    }

    public func subject(in work: Work) throws -> RegisteredPerson { try work.registered(person) }

    /// The value, opened.
    public func run(on person: RegisteredPerson, in work: Work) throws -> String {
        guard !why.isEmpty else { throw RegisterRefusal.whyMissing }
        let value: String? =
            switch part {
            case .name: person.name.isEmpty ? nil : person.name
            case .phone:
                try PersonStore.phone(of: person.id, in: work.community, work.keys, work.database)?.digits
            case .identity:
                try PersonStore.identity(of: person.id, in: work.community, work.keys, work.database)?.text
            }
        guard let value else { throw RegisterRefusal.nothingThere }
        work.record(["part": part.rawValue, "why": why], about: person.id)
        return value
    }

    public func object(of subject: RegisteredPerson, _ answer: String, in work: Work) -> Identifier { person }
}
