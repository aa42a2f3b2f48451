import Actions
import Storage
import Values
import Web

/// What holds of places, roles and sessions at any moment.
enum PeopleInvariants {
    static let all = [
        Invariant(name: "people.grant-paths-are-their-places", breaks: grantPaths),
        Invariant(name: "people.disabled-have-no-session", breaks: disabledSessions),
        Invariant(name: "people.place-figures-equal-a-recount", breaks: placeFigures),
        Invariant(name: "people.places-stand-in-the-order-of-the-tree", breaks: trees),
        .words(AccountStore.words),
    ]

    private static func grantPaths(_ reading: any Reading) throws -> [String] {
        try reading.all(
            """
            SELECT g.id, g.path, p.path FROM role_grant g
            LEFT JOIN place p ON p.community = g.community AND p.id = g.place
            WHERE p.path IS NULL OR p.path <> g.path ORDER BY g.community, g.id LIMIT 100
            """
        ) {
            "role \(try $0.identifier(0)) at \($0.text(1)), its place at \($0.optionalText(2) ?? "none")"
        }
    }

    private static func disabledSessions(_ reading: any Reading) throws -> [String] {
        try reading.all(
            """
            SELECT s.id, a.id FROM account a
            JOIN session s ON s.community = a.community AND s.account = a.id
            WHERE a.state = 'disabled' AND s.ended IS NULL ORDER BY a.community, s.id LIMIT 100
            """
        ) { "session \(try $0.identifier(0)) of the disabled account \(try $0.identifier(1)) is open" }
    }

    private static func trees(_ reading: any Reading) throws -> [String] {
        var breaks: [String] = []
        try reading.each("SELECT path, tree FROM place ORDER BY path LIMIT 10000000") { row in
            let path = PlacePath(text: row.text(0))
            if row.text(1) != path.tree, breaks.count < 100 {
                breaks.append("\(path) stands as \(row.text(1))")
            }
        }
        return breaks
    }

    /// Counts every open place below each of its upper ones again, and holds the figures against that.
    private static func placeFigures(_ reading: any Reading) throws -> [String] {
        var counted = try recount(reading)
        var breaks: [String] = []
        try reading.each(
            """
            SELECT community, path, name, number FROM figure
            WHERE name >= 'places.' AND name < 'places/' ORDER BY community, path, name
            """
        ) { row in
            let line = try FigureLine(
                community: row.identifier(0), path: row.text(1), name: row.text(2))
            let truth = counted.removeValue(forKey: line) ?? 0
            if truth != row.integer(3) {
                breaks.append("\(line.name) at \(line.path): \(row.integer(3)), is \(truth)")
            }
        }
        return breaks + counted.map { "\($0.name) at \($0.path): none, is \($1)" }
    }

    private static func recount(_ reading: any Reading) throws -> [FigureLine: Int64] {
        var counted: [FigureLine: Int64] = [:]
        let places: SQL =
            """
            SELECT p.community, p.kind, p.path, root.path FROM place p
            JOIN place root ON root.community = p.community AND root.id = p.community
            WHERE p.closed IS NULL AND p.id <> p.community
            """
        try reading.each(places) { row in
            let community = try row.identifier(0)
            let kind: PlaceKind = try row.choice(1)
            let root = PlacePath(text: row.text(3))
            for level in PlacePath(text: row.text(2)).upward.dropFirst() where root.contains(level) {
                counted[FigureLine(community: community, path: level.text, name: kind.figure), default: 0] +=
                    1
            }
        }
        return counted
    }
}

private struct FigureLine: Hashable {
    let community: Identifier
    let path: String
    let name: String
}

extension Invariant {
    /// Everything of a kind is found by the words it has.
    public static func words(_ source: WordSource) -> Invariant {
        Invariant(name: "words.\(source.kind)", among: LocalityStore.every) { community, reading in
            try source.breaks(in: community, reading)
        }
    }
}
