import Foundation
import Storage
public import Values

/// How a person is told outside the pages.
public enum Channel: String, Sendable, CaseIterable, Codable {
    case sms, mail, webhook
    /// Told on the next page that they open; nothing leaves the house.
    case page
}

/// Something to tell one person, delivered at least once after the change is durable.
public struct Notice: Sendable, Codable, Hashable {
    public let to: String
    public let text: String
    /// Stable, as `need.received`; a gateway chooses its template by it.
    public let kind: String

    public init(to: String, text: String, kind: String) {
        self.to = to
        self.text = text
        self.kind = kind
    }
}

extension Work {
    /// Puts a notice into the outbox, sealed under the subject's key.
    public func send(
        _ notice: Notice, by channel: Channel, about subject: Identifier, due: Instant? = nil
    ) throws {
        let id = newIdentifier()
        let text = Array(try JSONEncoder().encode(notice))
        let sealed = try key(of: subject).seal(text, context: "notice \(id)")
        try database.run(
            """
            INSERT INTO outbox (community, id, channel, subject, sealed, due, attempts, state)
            VALUES (\(community), \(id), \(channel.rawValue), \(subject), \(sealed), \(due ?? now), 0, \
            'waiting')
            """)
    }
}
