import Actions
import Storage
import Values

/// What of needs the public pages read beside the public list.
enum PublicNeedStore {
    /// A need as its own reporter finds it again.
    struct Own: Sendable {
        let serial: String
        let title: String
        let state: NeedState
        let changed: Instant
    }

    /// What the visitor said with an account, or opened on this device, the newest first.
    static func own(of actor: Actor, in community: Identifier, _ reading: any Reading) throws -> [Own] {
        if actor.account == nil, actor.opened.isEmpty { return [] }
        var whose: SQL = "id IN \(list: actor.opened.sorted())"
        if let account = actor.account { whose = "(" + whose + " OR reporter = \(account))" }
        return try reading.all(
            """
            SELECT number, title, state, changed FROM need WHERE community = \(community) AND \(whose)
            ORDER BY number DESC LIMIT 50
            """
        ) {
            Own(
                serial: Need.serial($0.integer(0)), title: $0.text(1), state: try $0.choice(2),
                changed: $0.instant(3))
        }
    }
}

extension PublicNeedStore {
    /// One page of released wishes, newest first.
    static func wishes(
        _ view: WishesPage.View, after: Int64?, in community: Identifier, _ reading: any Reading,
        limit: Int = 20
    ) throws -> NeedPage<PublicNeed> {
        let which: SQL =
            switch view {
            case .waiting: "n.is_open = 1 AND n.claimed_by IS NULL"
            case .taken: "n.is_open = 1 AND n.claimed_by IS NOT NULL"
            case .granted: "n.is_open = 0 AND n.state = 'closed' AND n.outcome IN ('done', 'partly')"
            }
        let rows = try NeedStore.publicRows(
            """
            SELECT \(NeedStore.publicColumns) FROM need n WHERE n.community = \(community) AND n.kind = 'wish'
            AND n.held = 0 AND n.released IS NOT NULL AND \(which) AND n.number < \(after ?? .max)
            ORDER BY n.number DESC LIMIT \(limit + 1)
            """, in: community, reading)
        return NeedPage(
            rows: Array(rows.prefix(limit)), next: rows.count > limit ? rows[limit - 1].number : nil)
    }
}
