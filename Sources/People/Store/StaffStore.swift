import Actions
import Storage
import Values

/// A line of the list of people.
struct Person: Sendable, Codable {
    let id: Identifier
    let name: String
    let sortKey: String
    let state: Account.State
    var roles: [PlacedRole] = []
}

/// What of the list of people is wanted.
struct PeopleFilter: Sendable, Codable {
    var role: Role?
    var name = ""
    var isDisabled = false
    /// The sort key and identifier of the last one seen.
    var after: String?
    var afterId: Identifier?
}

/// The people of a part of the tree, with their roles.
enum StaffStore {
    static func people(
        _ filter: PeopleFilter, below top: PlacePath, in community: Identifier, _ reading: any Reading,
        limit: Int
    ) throws -> [Person] {
        let state: Account.State = filter.isDisabled ? .disabled : .active
        var sql: SQL =
            """
            SELECT a.id, a.name, a.sort_key, a.state FROM account a
            WHERE a.community = \(community) AND a.state = \(state.rawValue)
            """
        if let after = filter.after, let id = filter.afterId {
            sql += " AND (a.sort_key > \(after) OR (a.sort_key = \(after) AND a.id > \(id)))"
        }
        if !filter.name.isEmpty {
            let found = try AccountStore.found(filter.name, in: community, reading)
            if found.isEmpty { return [] }
            sql += " AND a.id IN \(list: found)"
        }
        if !filter.isDisabled {
            let roles = filter.role.map { [$0] } ?? Role.allCases.filter { $0 != .resident }
            sql += """
                 AND EXISTS (SELECT 1 FROM role_grant g WHERE g.community = a.community AND g.account = a.id
                AND g.ended IS NULL AND g.role IN \(list: roles.map(\.rawValue))
                AND g.path >= \(top) AND g.path < \(top.end))
                """
        }
        var people = try reading.all(sql + " ORDER BY a.sort_key, a.id LIMIT \(limit)") {
            Person(id: try $0.identifier(0), name: $0.text(1), sortKey: $0.text(2), state: try $0.choice(3))
        }
        let roles = try roles(of: people.map(\.id), in: community, reading)
        for index in people.indices { people[index].roles = roles[people[index].id] ?? [] }
        return people
    }

    /// The roles of many accounts at once, each with its place's name.
    static func roles(
        of accounts: [Identifier], in community: Identifier, _ reading: any Reading
    ) throws -> [Identifier: [PlacedRole]] {
        var found: [Identifier: [PlacedRole]] = [:]
        try reading.each(
            """
            SELECT g.account, g.id, g.role, p.name, g.path FROM role_grant g
            JOIN place p ON p.community = g.community AND p.id = g.place
            WHERE g.community = \(community) AND g.account IN \(list: accounts) AND g.ended IS NULL
            ORDER BY g.path, g.id LIMIT 5000
            """
        ) { row in
            found[try row.identifier(0), default: []].append(
                PlacedRole(
                    id: try row.identifier(1), role: try row.choice(2), place: row.text(3),
                    path: PlacePath(text: row.text(4))))
        }
        return found.mapValues { $0.inTreeOrder(\.path) }
    }
}
