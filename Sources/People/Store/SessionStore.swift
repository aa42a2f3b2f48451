import Actions
public import Storage
public import Values

/// A session as its owner sees it in the list.
public struct Session: Sendable, Codable {
    public let id: Identifier
    public let made: Instant
    public let used: Instant
    /// What the browser says of itself, shortened.
    public let agent: String
    /// `password`, `code`, `slip`, `welcome` or `demo`.
    public let means: String
}

/// Who stands behind a session or a token that is good now.
struct Proved: Sendable {
    let id: Identifier
    let account: Identifier
    let name: String
    let phoneIsProved: Bool
    let used: Instant
    var rights: Set<String> = []
}

/// Sessions as they are stored: the secret is never among them, only its hash.
public enum SessionStore {
    /// A session's last use is written down at most so often.
    static let touchEvery = Instant.Span.minutes(5)

    static func live(_ hash: [UInt8], in community: Identifier, _ reading: any Reading) throws -> Proved? {
        try reading.first(
            """
            SELECT s.id, s.account, a.name, a.phone_proved, s.used
            FROM session s JOIN account a ON a.community = s.community AND a.id = s.account
            WHERE s.community = \(community) AND s.hash = \(hash) AND s.ended IS NULL AND a.state = 'active'
            """, proved)
    }

    static func proved(_ row: any Row) throws -> Proved {
        Proved(
            id: try row.identifier(0), account: try row.identifier(1), name: row.text(2),
            phoneIsProved: row.flag(3), used: row.instant(4))
    }

    static func touch(
        _ session: Identifier, in community: Identifier, at now: Instant, _ writing: any Writing
    ) throws {
        try writing.run(
            """
            UPDATE session SET used = \(now)
            WHERE community = \(community) AND id = \(session) AND ended IS NULL AND used < \(now)
            """)
    }

    /// The account's open sessions used since `since`, the latest used first.
    public static func open(
        of account: Identifier, in community: Identifier, since: Instant, _ reading: any Reading
    ) throws -> [Session] {
        try reading.all(
            """
            SELECT id, made, used, agent, means FROM session
            WHERE community = \(community) AND account = \(account) AND ended IS NULL AND used > \(since)
            ORDER BY used DESC, id DESC LIMIT 100
            """
        ) {
            Session(
                id: try $0.identifier(0), made: $0.instant(1), used: $0.instant(2), agent: $0.text(3),
                means: $0.text(4))
        }
    }

    /// Ends all open sessions of an account but one; returns how many.
    @discardableResult
    static func endAll(
        of account: Identifier, in community: Identifier, but kept: Identifier?, at now: Instant,
        _ writing: any Writing
    ) throws -> Int {
        // No session has the identifier of nothing, so nil keeps none.
        let kept = kept ?? Identifier(high: 0, low: 0)
        return try writing.run(
            """
            UPDATE session SET ended = \(now)
            WHERE community = \(community) AND account = \(account) AND ended IS NULL AND id <> \(kept)
            """)
    }
}
