import Actions
import Storage
import Values

/// Who stands for each role in the demo: of those who have it in the community, or else above it, whoever
/// has the
/// fewest roles beside, so that a resident's pages are a resident's.
enum DemoPeople {
    static func cast(at path: PlacePath, _ reading: any Reading) throws -> [DemoPage.Person] {
        var found: [Role: DemoPage.Person] = [:]
        let line = try PlaceStore.line(to: path, reading).filter(\.kind.holdsRows)
        for node in line.reversed() {
            let people = try people(of: node.community, reading)
            let roles = Dictionary(grouping: people, by: \.account).mapValues(\.count)
            for (role, holders) in Dictionary(grouping: people, by: \.role) where found[role] == nil {
                found[role] = holders.min { (roles[$0.account] ?? 0) < (roles[$1.account] ?? 0) }
            }
        }
        return Role.allCases.compactMap { found[$0] }
    }

    private static func people(of community: Identifier, _ reading: any Reading) throws -> [DemoPage.Person] {
        try reading.all(
            """
            SELECT g.role, a.name, a.id, p.name FROM role_grant g
            JOIN account a ON a.community = g.community AND a.id = g.account
            JOIN place p ON p.community = g.community AND p.id = g.place
            WHERE g.community = \(community) AND g.ended IS NULL AND a.state = 'active'
            ORDER BY g.since, g.id LIMIT 5000
            """
        ) { row in
            DemoPage.Person(
                role: try row.choice(0), name: row.text(1), account: try row.identifier(2),
                community: community,
                place: row.text(3))
        }
    }
}
