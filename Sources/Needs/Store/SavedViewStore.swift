public import Actions
public import Storage
public import Values

/// A list's filters under a name, kept by the one who made it.
public struct SavedView: Sendable, Codable, Hashable, Placed {
    public let id: Identifier
    public let account: Identifier
    /// The list it belongs to, as `needs`.
    public let page: String
    public let title: String
    /// The query of the address, as `class=housing-lamp&view=open`.
    public let query: String

    public var path: PlacePath { .root }
    public func isOwn(of actor: Actor) -> Bool { actor.account == account }
}

public enum SavedViewStore {
    /// An account's views of one list, in the order they were made.
    public static func views(
        of account: Identifier, page: String, in community: Identifier, _ reading: any Reading
    ) throws -> [SavedView] {
        try kept.value(Whose(account: account, page: page, community: community), reading) { reading in
            try reading.all(
                """
                SELECT id, account, page, title, query FROM saved_view
                WHERE community = \(community) AND account = \(account) AND page = \(page) ORDER BY made,
                id LIMIT 20
                """, decode)
        } ?? []
    }

    private struct Whose: Hashable {
        let account: Identifier
        let page: String
        let community: Identifier
    }

    private static let kept = Kept<Whose, [SavedView]>(most: 2_000)

    static func view(_ id: Identifier, in community: Identifier, _ reading: any Reading) throws -> SavedView?
    {
        try reading.first(
            """
            SELECT id, account, page, title, query FROM saved_view
            WHERE community = \(community) AND id = \(id)
            """, decode)
    }

    private static func decode(_ row: any Row) throws -> SavedView {
        SavedView(
            id: try row.identifier(0), account: try row.identifier(1), page: row.text(2), title: row.text(3),
            query: row.text(4))
    }

    static func insert(_ view: SavedView, _ work: Work) throws {
        try work.database.run(
            """
            INSERT INTO saved_view (community, id, account, page, title, query, made)
            VALUES (\(work.community), \(view.id), \(view.account), \(view.page), \(view.title),
            \(view.query),
            \(work.now))
            """)
    }

    static func remove(_ id: Identifier, _ work: Work) throws {
        try work.database.run("DELETE FROM saved_view WHERE community = \(work.community) AND id = \(id)")
    }
}
