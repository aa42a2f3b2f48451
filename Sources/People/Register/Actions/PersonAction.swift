public import Actions
public import Values

/// An action on one person of the register who is alive and was not merged away.
public protocol PersonAction: Action where Subject == RegisteredPerson, Answer == Done {
    var person: Identifier { get }
}

extension PersonAction {
    public func subject(in work: Work) throws -> RegisteredPerson { try work.living(person) }

    /// The record says that something of a person changed, and not which group or fact.
    public func object(of subject: RegisteredPerson, _ answer: Done, in work: Work) -> Identifier { person }
}
