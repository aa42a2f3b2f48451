public import Values

/// A verb: the only way in which anything changes.
///
/// The ``Steward`` finds the subject, checks the right on it, runs the action, then its consequences, and
/// writes one
/// row of the record, all in one transaction.
public protocol Action: Sendable {
    /// What it acts on; for something new, the place where it will stand.
    associatedtype Subject: Placed
    /// What the caller hears. Kept with the request's mark, so that a second press gets the same.
    associatedtype Answer: Sendable & Codable

    /// Stable, as `needs.report`.
    static var name: String { get }
    static var right: Right { get }

    /// Loads what it acts on, or refuses because it is not there.
    func subject(in work: Work) throws -> Subject

    /// First why not, then all of it.
    ///
    /// - Throws: a ``Refusal`` for an expected no.
    func run(on subject: Subject, in work: Work) throws -> Answer

    /// The object whose history the record's row belongs to.
    func object(of subject: Subject, _ answer: Answer, in work: Work) -> Identifier
}

/// An answer that says nothing but "done".
public struct Done: Sendable, Codable, Hashable {
    public init() {}
}

/// Something that happened, in the past tense, for flows to answer.
public protocol Fact: Sendable {}

/// What one capability's fact means for another: a typed fact in, an action's work out, in the same
/// transaction.
public protocol Flow<Trigger>: Sendable {
    associatedtype Trigger: Fact
    func carry(_ fact: Trigger, in work: Work) throws
}

extension Flow {
    /// Carries the fact if it is the one this flow waits for.
    func carryIfMine(_ fact: any Fact, in work: Work) throws {
        if let mine = fact as? Trigger { try carry(mine, in: work) }
    }
}
