import Foundation
public import Sealing
public import Storage
public import Values

/// What one community asks of or answers to another: each side changes only its own rows.
///
/// A letter is written in the sender's transaction and acted on in one of the receiver's, with the letter's
/// id as
/// the request's mark, so that a second delivery changes nothing. Its answer is a letter back.
public struct Letter: Sendable {
    public let id: Identifier
    public let from: Identifier
    public let to: Identifier
    /// Stable, as `links.ask`.
    public let kind: String
    public let subject: Identifier
    public let attempts: Int
    let sealed: [UInt8]

    static func context(_ id: Identifier) -> String { "letter \(id)" }
}

extension Work {
    /// Writes to another community; it is carried after this change is durable.
    ///
    /// - Parameters: `subject`: whose key seals it in the sender's rows; erasing the key unwrites the letter.
    public func write(
        _ payload: some Encodable, _ kind: String, to receiver: Identifier, about subject: Identifier
    ) throws {
        let id = newIdentifier()
        let bytes = Array(try JSONEncoder().encode(payload))
        let sealed = try key(of: subject).seal(bytes, context: Letter.context(id))
        try database.run(
            """
            INSERT INTO letter (community, id, to_community, number, kind, subject, sealed, written, due,
            attempts,
            state) VALUES (\(community), \(id), \(receiver), \(try nextNumber("letter")), \(kind), \(subject),
            \(sealed), \(now), \(now), 0, 'waiting')
            """)
    }
}

/// What the receiver does with a letter of one kind.
public protocol LetterKind: Sendable {
    var name: String { get }
    /// Acts on the letter; must be repeatable.
    func deliver(_ payload: [UInt8], of letter: Letter, by steward: Steward) async throws
}

/// A kind of letter that is acted on by one action of the receiver.
public struct LetterToAction<Payload: Codable & Sendable, A: Action>: LetterKind {
    public let name: String
    private let action: @Sendable (Payload, Letter) -> A

    public init(_ name: String, _ action: @escaping @Sendable (Payload, Letter) -> A) {
        self.name = name
        self.action = action
    }

    public func deliver(_ payload: [UInt8], of letter: Letter, by steward: Steward) async throws {
        let content = try JSONDecoder().decode(Payload.self, from: Data(payload))
        _ = try await steward.perform(action(content, letter), by: .house, in: letter.to, mark: letter.id)
    }
}
