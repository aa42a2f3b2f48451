public import Actions
public import Storage
public import Values
public import Web

/// Something to tell a person on the next page that they open.
public struct PageNotice: Sendable, Codable {
    public let id: Identifier
    public let kind: String
    public let text: String
    /// Where it leads, as a path of this site.
    public let link: String
    public let at: Instant
}

/// Notices on pages. Their text says that something happened, never what a resident wrote.
public enum NoticeStore {
    /// The account's notices that were not seen yet, the newest first.
    public static func unseen(
        of account: Identifier, in community: Identifier, _ reading: any Reading, limit: Int = 20
    ) throws -> [PageNotice] {
        try reading.all(
            """
            SELECT id, kind, text, link, at FROM page_notice
            WHERE community = \(community) AND account = \(account) AND seen IS NULL
            ORDER BY id DESC LIMIT \(limit)
            """
        ) {
            PageNotice(
                id: try $0.identifier(0), kind: $0.text(1), text: $0.text(2), link: $0.text(3),
                at: $0.instant(4))
        }
    }

    /// Notes that the notices up to one were seen.
    static func see(
        upTo notice: Identifier, of account: Identifier, in community: Identifier, at now: Instant,
        _ writing: any Writing
    ) throws {
        try writing.run(
            """
            UPDATE page_notice SET seen = \(now) WHERE community = \(community) AND account = \(account)
            AND id <= \(notice) AND seen IS NULL
            """)
    }
}

extension Work {
    /// Tells an account on its next page; within another action's transaction.
    public func tellOnPage(_ text: String, kind: StaticString, see link: Link, to account: Identifier) throws
    {
        try database.run(
            """
            INSERT INTO page_notice (community, account, id, kind, text, link, at)
            VALUES (\(community), \(account), \(newIdentifier()), \("\(kind)"), \(text),
            \(link.address), \(now))
            """)
    }
}
