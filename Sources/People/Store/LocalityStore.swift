import Actions
public import Storage
public import Values
public import Web

/// What a node that holds rows says of itself.
public enum LocalityStore {
    private static let columns: SQL =
        "l.community, p.path, l.slug, p.name, l.parents, l.foot, p.kind, l.is_home"
    private static let joined: SQL =
        "FROM locality l JOIN place p ON p.community = l.community AND p.id = l.community"

    static func decode(_ row: any Row) throws -> Locality {
        Locality(
            id: try row.identifier(0), path: PlacePath(text: row.text(1)), code: row.text(2),
            name: row.text(3),
            parents: row.text(4), footLine: row.text(5), kind: row.text(6), isHome: row.flag(7))
    }

    public static func locality(_ id: Identifier, _ reading: any Reading) throws -> Locality? {
        try reading.first("SELECT \(columns) \(joined) WHERE l.community = \(id)", decode)
    }

    public static func locality(slug: String, _ reading: any Reading) throws -> Locality? {
        try reading.first("SELECT \(columns) \(joined) WHERE l.slug = \(slug) LIMIT 1", decode)
    }

    /// The one whose addresses need no code.
    public static func home(_ reading: any Reading) throws -> Locality? {
        try reading.first(
            "SELECT \(columns) \(joined) WHERE l.is_home = 1 ORDER BY l.community LIMIT 1", decode)
    }

    /// The one at whose door an address stands: of a code, or the house's own.
    ///
    /// - Throws: ``GroundRefusal/notFound`` for an unknown code.
    static func locality(atDoor code: String?, _ reading: any Reading) throws -> Locality {
        let found = try kept.value(code, reading) { reading in
            try code.map { try locality(slug: $0, reading) } ?? home(reading)
        }
        if let found { return found }
        throw code == nil ? PeopleRefusal.noHome as any Error : GroundRefusal.notFound
    }

    /// As many as a large city has.
    private static let kept = Kept<String?, Locality>(most: 5_000)

    /// Every node that holds rows at or below a path, in the order of the tree, at most `limit`.
    public static func below(
        _ path: PlacePath, _ reading: any Reading, limit: Int = 1000
    ) throws -> [Locality] {
        try reading.all(
            """
            SELECT \(columns) \(joined) WHERE p.path >= \(path) AND p.path < \(path.end)
            ORDER BY p.tree, l.community LIMIT \(limit)
            """, decode)
    }

    /// Every community of the house, for what must hold in each.
    @Sendable public static func every(_ reading: any Reading) throws -> [Identifier] {
        try below(.root, reading, limit: 100_000).map(\.id)
    }

    /// The line and the telephone at the foot of every page.
    static func foot(_ id: Identifier, _ reading: any Reading) throws -> (line: String, phone: String) {
        try reading.first("SELECT foot, phone FROM locality WHERE community = \(id)") {
            ($0.text(0), $0.text(1))
        } ?? ("", "")
    }
}

/// Marks of the whole database.
public enum HouseMarks {
    /// Carried by a database whose people and events are invented.
    public static let demo = "demo"
    /// Carried while such a database is being filled.
    public static let filling = "filling"
    /// Carried while another database's rows are moved in.
    public static let moving = "moving"

    public static func text(_ name: String, _ reading: any Reading) throws -> String? {
        try reading.first("SELECT text FROM house_mark WHERE name = \(name)") { $0.text(0) }
    }

    public static func remove(_ name: String, _ writing: any Writing) throws {
        try writing.run("DELETE FROM house_mark WHERE name = \(name)")
    }

    public static func set(_ name: String, _ text: String, _ writing: any Writing) throws {
        try writing.run(
            """
            INSERT INTO house_mark (name, text) VALUES (\(name), \(text))
            ON CONFLICT (name) DO UPDATE SET text = \(text)
            """)
    }
}
