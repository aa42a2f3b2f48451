import Actions
import People
import Storage
import Values
import Web

/// What must hold of the stored needs at any moment.
enum NeedsInvariants {
    static let all: [Invariant] = [
        Invariant(name: "needs.figures", among: LocalityStore.every, breaks: figures),
        Invariant(name: "needs.owners", breaks: owners),
        Invariant(name: "needs.events", breaks: events),
        Invariant(name: "needs.voices", breaks: voices),
        Invariant(name: "needs.open", breaks: open),
        .words(NeedStore.words), .words(ResourceStore.words),
    ]

    /// Every figure of needs equals its recount at every place.
    static func figures(in community: Identifier, _ reading: any Reading) throws -> [String] {
        let kept = try NeedFigures.kept(in: community, reading)
        let counted = try NeedFigures.recount(in: community, reading).filter { $0.value != 0 }
        let unlike =
            counted.keys.filter { kept[$0] != counted[$0] } + kept.keys.filter { counted[$0] == nil }
        return unlike.sorted().map {
            "\($0.path) \($0.name): \(kept[$0] ?? 0) kept, \(counted[$0] ?? 0) counted"
        }
    }

    /// No open need has an owner who may not own it: closed, or without a role that handles needs there.
    static func owners(_ reading: any Reading) throws -> [String] {
        let handle = NeedsRights.table.first { $0.right == NeedsRights.handle }?.roles ?? [:]
        let roles = handle.filter { $0.value != .own }.map(\.key.rawValue).sorted()
        return try reading.all(
            """
            SELECT n.number FROM need n WHERE n.is_open = 1 AND n.owner IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM role_grant g JOIN account a ON a.community = g.community AND a.id = g.account
            WHERE g.community = n.community AND g.account = n.owner AND g.ended IS NULL
            AND g.role IN \(list: roles) AND g.path = SUBSTR(n.path, 1, LENGTH(g.path))
            AND a.state = 'active') ORDER BY n.community, n.number LIMIT 100
            """
        ) { "\(Need.serial($0.integer(0))) has an owner who may not own it" }
    }

    /// A need's last event left it in the state it has, and it has as many events as it says.
    static func events(_ reading: any Reading) throws -> [String] {
        try reading.all(
            """
            SELECT n.number FROM need n LEFT JOIN need_event e
            ON e.community = n.community AND e.need = n.id AND e.number = n.steps
            WHERE e.state IS NULL OR e.state <> n.state OR EXISTS (SELECT 1 FROM need_event later
            WHERE later.community = n.community AND later.need = n.id AND later.number > n.steps)
            ORDER BY n.community, n.number LIMIT 100
            """
        ) { "\(Need.serial($0.integer(0))) stands elsewhere than its history says" }
    }

    /// A need's voices are its own and those of all merged into it.
    static func voices(_ reading: any Reading) throws -> [String] {
        try reading.all(
            """
            SELECT n.number FROM need n WHERE n.voices <> 1 + (SELECT COALESCE(SUM(m.voices), 0) FROM need m
            WHERE m.community = n.community AND m.merged_into = n.id) ORDER BY n.community, n.number LIMIT 100
            """
        ) { "\(Need.serial($0.integer(0))) counts other voices than were merged into it" }
    }

    /// The mark by which open needs are listed is that of their state, and what ended says when.
    static func open(_ reading: any Reading) throws -> [String] {
        let states = NeedState.allCases.filter(\.isOpen).map(\.rawValue)
        return try reading.all(
            """
            SELECT number FROM need WHERE is_open <> (CASE WHEN state IN \(list: states) THEN 1 ELSE 0 END)
            OR (is_open = 0 AND closed IS NULL) OR (is_open = 1 AND closed IS NOT NULL)
            ORDER BY community, number LIMIT 100
            """
        ) { "\(Need.serial($0.integer(0))) is marked open or ended against its state" }
    }
}
