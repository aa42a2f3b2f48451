import Actions
import Storage
import Values
import Web

/// What the staff's pages count and look up beside the needs themselves.
enum StaffStore {
    struct TabCounts: Sendable {
        let mine: Int64, late: Int64, unowned: Int64
    }

    /// What is more is shown as so many and more, whatever the number of needs.
    static let mostCounted: Int64 = 100

    static func tabCounts(_ visit: Visit, _ scope: [PlacePath]?, _ reading: any Reading) throws -> TabCounts {
        let question = tabQuestion(visit.actor.account, scope, in: visit.community, at: visit.now)
        return try reading.first(question) {
            TabCounts(mine: $0.integer(0), late: $0.integer(1), unowned: $0.integer(2))
        } ?? TabCounts(mine: 0, late: 0, unowned: 0)
    }

    /// Three counts in one statement, each within an index alone and none beyond ``mostCounted``.
    ///
    /// Each goes in the order of its index: without one PostgreSQL hopes to meet its hundred on a walk
    /// through the table.
    static func tabQuestion(
        _ viewer: Identifier?, _ scope: [PlacePath]?, in community: Identifier, at now: Instant
    ) -> SQL {
        let within = NeedStore.within(nil, scope)
        return """
            SELECT
            (SELECT COUNT(1) FROM (SELECT 1 AS one FROM need n WHERE n.community = \(community)
            AND n.owner = \(viewer) AND n.is_open = 1 AND n.held = 0\(within)
            ORDER BY n.number LIMIT \(mostCounted)) a),
            (SELECT COUNT(1) FROM (SELECT 1 AS one FROM need n WHERE n.community = \(community)
            AND n.is_open = 1 AND n.due < \(now) AND n.held = 0\(within)
            ORDER BY n.due LIMIT \(mostCounted)) b),
            (SELECT COUNT(1) FROM (SELECT 1 AS one FROM need n WHERE n.community = \(community)
            AND n.owner IS NULL AND n.is_open = 1 AND n.held = 0\(within)
            ORDER BY n.number LIMIT \(mostCounted)) c)
            """
    }

    /// Those who may own needs here, by name; disabled accounts are not among them.
    static func colleagues(in community: Identifier, _ reading: any Reading) throws -> [Colleague] {
        try reading.all(
            """
            SELECT DISTINCT a.id, a.name, a.sort_key FROM role_grant g
            JOIN account a ON a.community = g.community AND a.id = g.account
            WHERE g.community = \(community) AND g.role IN \(list: handlerRoles) AND g.ended IS NULL
            AND a.state = 'active' ORDER BY a.sort_key, a.id LIMIT 200
            """
        ) { Colleague(id: try $0.identifier(0), name: $0.text(1)) }
    }

    private static let handlerRoles: [String] = [
        Role.communityWorker, .socialWorker, .supervisor, .stationHead,
    ].map(\.rawValue)

    /// The names of a few places, by path.
    static func placeNames(
        _ paths: [PlacePath], in community: Identifier, _ reading: any Reading
    ) throws -> [PlacePath: String] {
        let rows = try reading.all(
            """
            SELECT path, name FROM place WHERE community = \(community) AND path IN \(list: paths)
            ORDER BY path LIMIT 1000
            """
        ) { (PlacePath(text: $0.text(0)), $0.text(1)) }
        return Dictionary(rows) { first, _ in first }
    }

    /// A few needs by their ids, by number.
    static func needs(_ ids: [Identifier], in community: Identifier, _ reading: any Reading) throws -> [Need]
    {
        try reading.all(
            """
            SELECT \(NeedStore.columns) FROM need n WHERE n.community = \(community) AND n.id IN \(list: ids)
            AND n.held = 0 ORDER BY n.number LIMIT 200
            """, NeedStore.decode)
    }

    /// How many open needs each owner has, most first.
    static func workload(in community: Identifier, _ reading: any Reading) throws -> [Workload] {
        try reading.all(
            """
            SELECT owner, owner_name, COUNT(1) FROM need WHERE community = \(community) AND is_open = 1
            AND owner IS NOT NULL AND held = 0 GROUP BY owner, owner_name ORDER BY 3 DESC, owner LIMIT 200
            """
        ) { Workload(owner: try $0.identifier(0), name: $0.text(1), open: $0.int(2)) }
    }
}

/// Somebody who may own needs here.
struct Colleague: Sendable, Codable, Hashable {
    let id: Identifier
    let name: String
}

/// How many open needs somebody has in hand.
struct Workload: Sendable, Codable, Hashable {
    let owner: Identifier
    let name: String
    let open: Int
}
