import Actions
public import Storage
public import Values

/// A personal token as its owner sees it in the list.
public struct PersonalToken: Sendable, Codable {
    public let id: Identifier
    public let title: String
    public let rights: [String]
    public let made: Instant
    public let expires: Instant
}

/// Personal tokens as they are stored.
public enum TokenStore {
    static func live(
        _ hash: [UInt8], in community: Identifier, at now: Instant, _ reading: any Reading
    ) throws -> Proved? {
        try reading.first(
            """
            SELECT t.id, t.account, a.name, a.phone_proved, t.made, t.rights
            FROM personal_token t JOIN account a ON a.community = t.community AND a.id = t.account
            WHERE t.community = \(community) AND t.hash = \(hash) AND t.ended IS NULL AND t.expires > \(now)
            AND a.state = 'active'
            """
        ) {
            var proved = try SessionStore.proved($0)
            proved.rights = Set(words($0.text(5)))
            return proved
        }
    }

    /// The account's tokens that are good or lately expired, the newest first.
    public static func tokens(
        of account: Identifier, in community: Identifier, _ reading: any Reading
    ) throws -> [PersonalToken] {
        try reading.all(
            """
            SELECT id, title, rights, made, expires FROM personal_token
            WHERE community = \(community) AND account = \(account) AND ended IS NULL
            ORDER BY made DESC, id DESC LIMIT 100
            """
        ) {
            PersonalToken(
                id: try $0.identifier(0), title: $0.text(1), rights: words($0.text(2)), made: $0.instant(3),
                expires: $0.instant(4))
        }
    }

    static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}
