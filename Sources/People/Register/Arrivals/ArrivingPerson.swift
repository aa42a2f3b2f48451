public import Values

/// A row of a table on its way to become somebody of the register, or to change what is written of somebody.
public struct ArrivingPerson: Sendable {
    public let person: NewPerson
    /// The home, a place of kind `household`; nil while it is still to be made.
    public let place: Identifier?
    /// What the row leaves open says nothing of somebody who is registered already.
    public var saysRelation = true, saysStanding = true, saysSince = true

    public init(_ person: NewPerson, at place: Identifier?) {
        self.person = person
        self.place = place
    }
}

/// What a row can change of somebody, by the name of its column.
public enum RegisterPart: String, Sendable, Codable, CaseIterable {
    case name, identity, sex, born, phone, place, relation, standing, retired, party, groups
}

/// What a row says otherwise than the register does.
public struct RegisterDifference: Sendable, Codable, Hashable {
    public let part: RegisterPart
    /// What stands in the register, as far as a list may show it; empty where nothing does.
    public let chinese: String, english: String
    /// A keyed hash of what stands there, so that a later change by somebody else is noticed.
    let mark: [UInt8]

    public var before: Text { Text(chinese, english) }

    init(_ part: RegisterPart, _ before: Text, mark: [UInt8]) {
        self.part = part
        (chinese, english) = (before.chinese, before.english)
        self.mark = mark
    }
}
