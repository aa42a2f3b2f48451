public import Actions
public import Storage
public import Values

/// Which account sees to the needs of a class at a place.
public struct OwnerRule: Sendable, Codable, Hashable, Placed {
    public let id: Identifier
    public let path: PlacePath
    public let reach: OwnerReach
    public let account: Identifier
}

/// What an owner's rule is for.
public enum OwnerReach: Sendable, Codable, Hashable {
    case every
    case area(String)
    case need(String)

    /// As it is stored: an area has a stroke in front, which no class's key has.
    var text: String {
        switch self {
        case .every: ""
        case .area(let key): "/" + key
        case .need(let key): key
        }
    }

    init(text: String) {
        if text.isEmpty {
            self = .every
        } else if text.utf8.first == UInt8(ascii: "/") {
            self = .area(String(text.dropFirst()))
        } else {
            self = .need(text)
        }
    }

    var rank: Int {
        switch self {
        case .every: 0
        case .area: 1
        case .need: 2
        }
    }
}

public enum OwnerRuleStore {
    private static func decode(_ row: any Row) throws -> OwnerRule {
        OwnerRule(
            id: try row.identifier(0), path: PlacePath(text: row.text(1)),
            reach: OwnerReach(text: row.text(2)),
            account: try row.identifier(3))
    }

    /// Every rule of the community, by place.
    public static func rules(in community: Identifier, _ reading: any Reading) throws -> [OwnerRule] {
        try reading.all(
            """
            SELECT id, path, class, account FROM owner_rule WHERE community = \(community)
            ORDER BY path, class, id LIMIT 1000
            """, decode
        ).inTreeOrder(\.path)
    }

    static func rule(_ id: Identifier, in community: Identifier, _ reading: any Reading) throws -> OwnerRule?
    {
        try reading.first(
            "SELECT id, path, class, account FROM owner_rule WHERE community = \(community) AND id = \(id)",
            decode)
    }

    /// The rules that fit, the most special first.
    static func rules(
        for classKey: String, area: String, at path: PlacePath, _ work: Work
    ) throws -> [OwnerRule] {
        let reaches: Set<OwnerReach> = [.every, .area(area), .need(classKey)]
        let byPath = try kept.value(work.community, work.database) { try book(of: work.community, $0) } ?? [:]
        let found = path.upward.compactMap { byPath[$0] }.joined().filter { reaches.contains($0.reach) }
        return found.sorted { a, b in
            (a.path.text.utf8.count, a.reach.rank) > (b.path.text.utf8.count, b.reach.rank)
        }
    }

    private static let kept = Kept<Identifier, [PlacePath: [OwnerRule]]>(most: 64)

    private static func book(
        of community: Identifier, _ reading: any Reading
    ) throws -> [PlacePath: [OwnerRule]] {
        let rules = try reading.all(
            """
            SELECT id, path, class, account FROM owner_rule WHERE community = \(community)
            ORDER BY path, id LIMIT 100000
            """, decode)
        return Dictionary(grouping: rules, by: \.path)
    }

    /// Puts a rule in the place of the one for the same place and reach.
    static func put(_ rule: OwnerRule, _ work: Work) throws {
        try work.database.run(
            """
            INSERT INTO owner_rule (community, id, path, class, account)
            VALUES (\(work.community), \(rule.id), \(rule.path), \(rule.reach.text), \(rule.account))
            ON CONFLICT (community, path, class) DO UPDATE SET account = excluded.account
            """)
    }

    static func remove(_ id: Identifier, _ work: Work) throws {
        try work.database.run("DELETE FROM owner_rule WHERE community = \(work.community) AND id = \(id)")
    }

    static func rules(of account: Identifier, _ work: Work) throws -> [OwnerRule] {
        try work.database.all(
            """
            SELECT id, path, class, account FROM owner_rule WHERE community = \(work.community)
            AND account = \(account) ORDER BY path, class, id LIMIT 1000
            """, decode)
    }

    static func openNeeds(of account: Identifier, _ work: Work) throws -> [(id: Identifier, path: PlacePath)]
    {
        try openNeeds("owner = \(account)", work)
    }

    static func openNeeds(
        askedOf account: Identifier, _ work: Work
    ) throws -> [(id: Identifier, path: PlacePath)] {
        try openNeeds("transfer_to = \(account)", work)
    }

    private static func openNeeds(
        _ condition: SQL, _ work: Work
    ) throws -> [(id: Identifier, path: PlacePath)] {
        try work.database.all(
            """
            SELECT id, path FROM need WHERE community = \(work.community) AND is_open = 1 AND \(condition)
            ORDER BY number LIMIT 100000
            """
        ) { (try $0.identifier(0), PlacePath(text: $0.text(1))) }
    }

    /// Everybody who owns open needs at or below a place, was asked to, or is to by a rule.
    static func accounts(below path: PlacePath, _ work: Work) throws -> [Identifier] {
        try work.database.all(
            """
            SELECT owner FROM need WHERE community = \(work.community) AND is_open = 1 AND owner IS NOT NULL
            AND path >= \(path) AND path < \(path.end)
            UNION SELECT transfer_to FROM need WHERE community = \(work.community) AND is_open = 1
            AND transfer_to IS NOT NULL AND path >= \(path) AND path < \(path.end)
            UNION SELECT account FROM owner_rule WHERE community = \(work.community)
            AND path >= \(path) AND path < \(path.end) ORDER BY 1 LIMIT 10000
            """
        ) { try $0.identifier(0) }
    }

    /// Takes back what somebody was asked to take over.
    static func forgetAsked(_ needs: [Identifier], _ work: Work) throws {
        for id in needs {
            try work.database.run(
                "UPDATE need SET transfer_to = NULL WHERE community = \(work.community) AND id = \(id)")
        }
    }
}
