public import Actions
public import Storage
public import Values

/// Roles as they were given.
public enum GrantStore {
    private static let columns: SQL = "id, account, role, place, path, since"

    private static func decode(_ row: any Row) throws -> GivenRole {
        GivenRole(
            id: try row.identifier(0), account: try row.identifier(1), role: try row.choice(2),
            place: try row.identifier(3), path: PlacePath(text: row.text(4)), since: row.instant(5))
    }

    /// What the account may be reckoned with now.
    public static func grants(
        of account: Identifier, in community: Identifier, _ reading: any Reading
    ) throws -> [Grant] {
        try kept.value(RowKey(community, account), reading) { reading in
            try reading.all(
                """
                SELECT role, path FROM role_grant
                WHERE community = \(community) AND account = \(account) AND ended IS NULL
                ORDER BY path, id LIMIT 200
                """
            ) { Grant(role: try $0.choice(0), place: PlacePath(text: $0.text(1))) }
        } ?? []
    }

    private static let kept = Kept<RowKey, [Grant]>(most: 5_000)

    private struct Over: Hashable {
        let community: Identifier
        let roles: [Role]
        let path: PlacePath
    }

    private static let keptHolders = Kept<Over, [GivenRole]>(most: 5_000)

    /// The account's roles that have not ended, the widest first.
    public static func roles(
        of account: Identifier, in community: Identifier, _ reading: any Reading
    ) throws -> [GivenRole] {
        try reading.all(
            """
            SELECT \(columns) FROM role_grant
            WHERE community = \(community) AND account = \(account) AND ended IS NULL
            ORDER BY path, id LIMIT 200
            """, decode
        ).inTreeOrder(\.path)
    }

    /// The roles at one place that have not ended, the oldest first.
    public static func roles(
        at place: Identifier, in community: Identifier, _ reading: any Reading
    ) throws -> [GivenRole] {
        try reading.all(
            """
            SELECT \(columns) FROM role_grant
            WHERE community = \(community) AND place = \(place) AND ended IS NULL
            ORDER BY since, id LIMIT 1000
            """, decode)
    }

    public static func role(
        _ id: Identifier, in community: Identifier, _ reading: any Reading
    ) throws -> GivenRole? {
        try reading.first(
            """
            SELECT \(columns) FROM role_grant
            WHERE community = \(community) AND id = \(id) AND ended IS NULL
            """,
            decode)
    }

    /// Who has one of the roles over a place: active accounts, the nearest grant first, then the oldest.
    public static func holders(
        of roles: [Role], over path: PlacePath, in community: Identifier, _ reading: any Reading
    ) throws -> [GivenRole] {
        try keptHolders.value(Over(community: community, roles: roles, path: path), reading) { reading in
            try reading.all(
                """
                SELECT g.id, g.account, g.role, g.place, g.path, g.since
                FROM role_grant g JOIN account a ON a.community = g.community AND a.id = g.account
                WHERE g.community = \(community) AND g.role IN \(list: roles.map(\.rawValue))
                AND g.path IN \(list: path.upward) AND g.ended IS NULL AND a.state = 'active'
                ORDER BY LENGTH(g.path) DESC, g.since, g.id LIMIT 200
                """, decode)
        } ?? []
    }

    /// Who keeps an area or a grid, with their names, the oldest first.
    static func keepers(
        in community: Identifier, _ reading: any Reading
    ) throws -> [(place: Identifier, role: Role, account: Identifier, name: String)] {
        try reading.all(
            """
            SELECT g.place, g.role, a.id, a.name FROM role_grant g
            JOIN account a ON a.community = g.community AND a.id = g.account
            WHERE g.community = \(community) AND g.ended IS NULL AND a.state = 'active'
            AND g.role IN \(list: [Role.gridLeader.rawValue, Role.sectionHead.rawValue])
            ORDER BY g.since, g.id LIMIT 5000
            """
        ) { (try $0.identifier(0), try $0.choice(1), try $0.identifier(2), $0.text(3)) }
    }

    /// Who helps or works in the community already, by name.
    static func helpers(
        in community: Identifier, _ reading: any Reading
    ) throws -> [(account: Identifier, name: String)] {
        let roles: [Role] = [
            .volunteer, .communityWorker, .socialWorker, .sectionHead, .gridLeader, .stairwellHead,
        ]
        return try reading.all(
            """
            SELECT a.id, a.name FROM account a WHERE a.community = \(community) AND a.state = 'active'
            AND EXISTS (SELECT 1 FROM role_grant g WHERE g.community = a.community AND g.account = a.id
            AND g.ended IS NULL AND g.role IN \(list: roles.map(\.rawValue)))
            ORDER BY a.sort_key, a.id LIMIT 400
            """
        ) { (try $0.identifier(0), $0.text(1)) }
    }

    /// How many active accounts of the community have the role, one of them left out.
    static func count(
        _ role: Role, in community: Identifier, but account: Identifier, _ reading: any Reading
    ) throws -> Int64 {
        try reading.number(
            """
            SELECT COUNT(*) FROM role_grant g
            JOIN account a ON a.community = g.community AND a.id = g.account
            WHERE g.community = \(community) AND g.role = \(role.rawValue) AND g.ended IS NULL
            AND a.state = 'active' AND g.account <> \(account)
            """)
    }
}
