import Actions
import Storage
import Values

/// Who stands for each role in the demo: the first who has it in the community, or else above it.
enum DemoPeople {
    static func cast(at path: PlacePath, _ reading: any Reading) throws -> [DemoPage.Person] {
        var found: [Role: DemoPage.Person] = [:]
        let line = try PlaceStore.line(to: path, reading).filter(\.kind.holdsRows)
        for node in line.reversed() {
            try reading.each(
                """
                SELECT g.role, a.name, a.id, p.name FROM role_grant g
                JOIN account a ON a.community = g.community AND a.id = g.account
                JOIN place p ON p.community = g.community AND p.id = g.place
                WHERE g.community = \(node.community) AND g.ended IS NULL AND a.state = 'active'
                ORDER BY g.since, g.id LIMIT 5000
                """
            ) { row in
                let role: Role = try row.choice(0)
                guard found[role] == nil else { return }
                found[role] = DemoPage.Person(
                    role: role, name: row.text(1), account: try row.identifier(2), community: node.community,
                    place: row.text(3))
            }
        }
        return Role.allCases.compactMap { found[$0] }
    }
}
