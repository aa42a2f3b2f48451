import Foundation
import Logging
public import Sealing
public import Storage
public import Values

/// Runs every action: right, one transaction, consequences, one record row, commit, then tell.
public final class Steward: Sendable {
    public let database: any Database
    public let keys: KeyRing
    public let rights: Rights
    public let clock: any Clock
    let random: RandomSource
    let flows: [any Flow]
    /// An action may have at most so many facts, its flows' included.
    static let mostFacts = 64

    public init(
        database: any Database, keys: KeyRing, rights: Rights, clock: any Clock, flows: [any Flow] = [],
        random: RandomSource = RandomSource()
    ) {
        self.database = database
        self.keys = keys
        self.rights = rights
        self.clock = clock
        self.flows = flows
        self.random = random
    }

    /// Performs one action, durable when it returns.
    ///
    /// - Parameters: `mark`: the request's own random mark; the same mark again gets the first answer.
    /// - Throws: a ``Refusal``, ``Refusals`` or ``StorageFault``; nothing was changed then.
    public func perform<A: Action>(
        _ action: A, by actor: Actor, in community: Identifier, mark: Identifier? = nil
    ) async throws -> A.Answer {
        try await database.write(in: community) { [self] writing in
            let work = Work(
                actor: actor, now: clock.now, community: community, database: writing, steward: self)
            return try run(action, in: work, mark: mark)
        }
    }

    private func run<A: Action>(_ action: A, in work: Work, mark: Identifier?) throws -> A.Answer {
        if let mark, let answer: A.Answer = try work.answer(to: mark, A.name) { return answer }
        let subject = try action.subject(in: work)
        guard rights.allow(work.actor, A.right, on: subject) else {
            throw work.actor.kind == .anyone ? GroundRefusal.signInFirst : GroundRefusal.notAllowed(A.right)
        }
        let answer = try action.run(on: subject, in: work)
        try carryFacts(in: work)
        try work.writeRecord(action: A.name, object: action.object(of: subject, answer, in: work))
        if let mark { try work.keep(answer, for: mark, A.name) }
        return answer
    }

    /// Facts in the order told; a flow may tell more.
    private func carryFacts(in work: Work) throws {
        var next = 0
        while next < work.facts.count {
            guard work.facts.count <= Self.mostFacts else { throw GroundRefusal.tooManyConsequences }
            for flow in flows { try flow.carryIfMine(work.facts[next], in: work) }
            next += 1
        }
    }
}

extension Work {
    /// Runs a further action inside this transaction, as a flow does; its row of the record is written too.
    @discardableResult
    public func perform<A: Action>(_ action: A) throws -> A.Answer {
        let (reason, values, subject) = (self.reason, self.values, valuesSubject)
        defer { (self.reason, self.values, valuesSubject) = (reason, values, subject) }
        (self.reason, self.values, valuesSubject) = ("", [:], nil)
        let found = try action.subject(in: self)
        try require(A.right, on: found)
        let answer = try action.run(on: found, in: self)
        try writeRecord(action: A.name, object: action.object(of: found, answer, in: self))
        return answer
    }

    fileprivate var markActor: Identifier { actor.account ?? Identifier(high: 0, low: 0) }

    fileprivate func answer<T: Decodable>(to mark: Identifier, _ action: String) throws -> T? {
        let kept = try database.first(
            """
            SELECT answer FROM request_mark WHERE community = \(community) AND mark = \(mark)
            AND actor = \(markActor) AND action = \(action)
            """
        ) { $0.text(0) }
        return try kept.map { try JSONDecoder().decode(T.self, from: Data($0.utf8)) }
    }

    fileprivate func keep(_ answer: some Encodable, for mark: Identifier, _ action: String) throws {
        let text = String(decoding: try JSONEncoder().encode(answer), as: UTF8.self)
        try database.run(
            """
            INSERT INTO request_mark (community, mark, actor, action, answer, at)
            VALUES (\(community), \(mark), \(markActor), \(action), \(text), \(now))
            """)
    }
}
