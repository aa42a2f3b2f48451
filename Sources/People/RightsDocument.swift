public import Actions
import Values
public import Web

/// `docs/rights.md`: every capability's table of rights, as text, out of the tables themselves.
public enum RightsDocument {
    public static func text(_ capabilities: [Capability]) -> String {
        let head = """
            # Who may do what

            Generated from the capabilities' tables by `linli routes --rights`; a test holds the two together.
            ○ what is one's own · ● at and below the place of the role · ◎ also what the places above share ·
            🔒 confidential: never by the administrator's role, nor by a token that does not name it


            """
        return head + capabilities.filter { !$0.rights.isEmpty }.map(section).joined(separator: "\n")
            + granting
    }

    private static func section(_ capability: Capability) -> String {
        let rows = capability.rights.map { row in
            let right = row.isConfidential ? "🔒 \(row.right.title.chinese)" : row.right.title.chinese
            return "| \(right) · \(row.right.title.english) | `\(row.right.name)` | \(holders(row)) |"
        }
        return """
            ## \(capability.name)

            | right | name | who |
            |---|---|---|
            \(rows.joined(separator: "\n"))

            """
    }

    private static func holders(_ row: RightRow) -> String {
        let anyone = row.anyone.map { ["anyone \(sign($0))"] } ?? []
        let roles = Role.allCases.compactMap { role in
            row.roles[role].map { "\(role.title.english.lowercased()) \(sign($0))" }
        }
        return (anyone + roles).joined(separator: ", ")
    }

    private static func sign(_ reach: Reach) -> String {
        switch reach {
        case .own: "○"
        case .place: "●"
        case .above: "◎"
        }
    }

    private static var granting: String {
        let rows = Role.allCases.compactMap { role -> String? in
            guard let given = GrantingTable.rows[role] else { return nil }
            let titles = Role.allCases.filter(given.contains).map { $0.title.english.lowercased() }
            return "| \(role.title.english) | \(titles.joined(separator: ", ")) |"
        }
        return """

            ## Who may give which role

            Anybody with `people.grant` at a place may give there a role that may do no more than they may
            themselves. Beyond that:

            | role | may give |
            |---|---|
            \(rows.joined(separator: "\n"))

            """
    }
}
