public import Actions
import Storage
public import Values

/// Founds a node that holds rows of its own: a city, a district, a street or a community. It is performed in
/// the new node itself: the steward's `community` becomes its identifier.
public struct FoundLocality: Action {
    public static let name = "people.found-locality"
    public static let right = PeopleRights.found

    let kind: PlaceKind
    let placeName: String
    let english: String
    /// Short, for addresses: small letters, digits and hyphens.
    let slug: String
    let parent: PlacePath?
    let foot: Foot
    let isHome: Bool

    /// What stands at the foot of every page.
    public struct Foot: Sendable {
        let line: String
        let phone: String

        public init(line: String, phone: String = "") {
            self.line = line
            self.phone = phone
        }
    }

    /// - Parameters: `parent`: the path above, nil at the top. `isHome`: its addresses need no code.
    public init(
        _ kind: PlaceKind, name: String, english: String = "", slug: String, parent: PlacePath? = nil,
        foot: Foot, isHome: Bool = false
    ) {
        self.kind = kind
        placeName = name
        self.english = english
        self.slug = slug
        self.parent = parent
        self.foot = foot
        self.isHome = isHome
    }

    public func subject(in work: Work) throws -> PlacePath { parent ?? .root }

    public func run(on above: PlacePath, in work: Work) throws -> PlacePath {
        guard kind.holdsRows else { throw PeopleRefusal.wrongParent }
        guard Self.isSlug(slug) else { throw PeopleRefusal.slugMalformed }
        let taken = try work.database.exists("SELECT 1 FROM locality WHERE slug = \(slug)")
        if taken { throw PeopleRefusal.slugTaken }
        let line = try PlaceStore.line(to: above, work.database)
        if let parent, line.last?.path != parent { throw PeopleRefusal.placeNotFound }
        if let last = line.last, last.kind >= kind { throw PeopleRefusal.wrongParent }
        let number = try work.nextChild(of: line.last)
        let path = above.child(number)
        try insert(path, number, line.last, in: work)
        try insertLocality(line.map(\.name).joined(separator: " "), in: work)
        return path
    }

    public func object(of subject: PlacePath, _ answer: PlacePath, in work: Work) -> Identifier {
        work.community
    }

    private func insert(_ path: PlacePath, _ number: Int, _ parent: Place?, in work: Work) throws {
        try work.database.run(
            """
            INSERT INTO place (community, id, parent, kind, name, english, code, path, tree, depth,
            households, sort, last_child)
            VALUES (\(work.community), \(work.community), \(parent?.id), \(kind.rawValue), \(placeName),
            \(english), \(slug), \(path), \(path.tree), \(path.depth), 0, \(number), 0)
            """)
    }

    private func insertLocality(_ parents: String, in work: Work) throws {
        let needsHome = try LocalityStore.home(work.database) == nil
        if isHome { try work.database.run("UPDATE locality SET is_home = 0 WHERE is_home = 1") }
        try work.database.run(
            """
            INSERT INTO locality (community, slug, parents, foot, phone, is_home, vocabulary)
            VALUES (\(work.community), \(slug), \(parents), \(foot.line), \(foot.phone),
            \(isHome || needsHome), 0)
            """)
    }

    private static func isSlug(_ text: String) -> Bool {
        (1...40).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                    UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }
}

extension PlaceKind {
    /// The figure that counts the open places of this kind below a place.
    public var figure: String { "places.\(rawValue)" }
}

extension Work {
    /// The next number below a place, never given twice; nil is above everything.
    func nextChild(of parent: Place?) throws -> Int {
        guard let parent else {
            let top = Identifier(high: 0, low: 0)
            try database.run(
                """
                INSERT INTO serial (community, kind, last) VALUES (\(top), 'place', 1)
                ON CONFLICT (community, kind) DO UPDATE SET last = serial.last + 1
                """)
            return Int(
                try database.number("SELECT last FROM serial WHERE community = \(top) AND kind = 'place'"))
        }
        return try reserveChildren(1, of: parent.id, in: parent.community)
    }

    /// Takes the next `count` numbers below a place; returns the first of them.
    func reserveChildren(_ count: Int, of parent: Identifier, in community: Identifier) throws -> Int {
        try database.run(
            """
            UPDATE place SET last_child = last_child + \(count)
            WHERE community = \(community) AND id = \(parent)
            """)
        let last = try database.number(
            "SELECT last_child FROM place WHERE community = \(community) AND id = \(parent)")
        return Int(last) - count + 1
    }
}
