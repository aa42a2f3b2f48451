import Actions
import People
import Storage
import Values

/// A place with its figures, as it stands beside its sisters.
struct CityRow: Sendable, Codable {
    let kind: PlaceKind
    let name: String
    let english: String
    /// The code of the place within its community, for the ledger's filter.
    let code: String
    /// The short name of the community in addresses; nil for a place within one.
    let slug: String?
    let path: PlacePath
    let households: Int
    var figures: CityFigures
}

/// The figures that are compared by place.
struct CityFigures: Sendable, Codable, Hashable {
    var all: Int64 = 0
    var open: Int64 = 0
    var waiting: Int64 = 0
    var done: Int64 = 0
    var answers: Int64 = 0
    var satisfied: Int64 = 0
    var resources: Int64 = 0

    static func + (a: CityFigures, b: CityFigures) -> CityFigures {
        CityFigures(
            all: a.all + b.all, open: a.open + b.open, waiting: a.waiting + b.waiting, done: a.done + b.done,
            answers: a.answers + b.answers, satisfied: a.satisfied + b.satisfied,
            resources: a.resources + b.resources)
    }

    mutating func add(_ number: Int64, _ name: String) {
        switch name {
        case "needs.all": all += number
        case "needs.done": done += number
        case "needs.answers": answers += number
        case "needs.satisfied": satisfied += number
        case "resources.active": resources += number
        case "needs.state.answered": (waiting, open) = (waiting + number, open + number)
        default: if name.utf8.starts(with: "needs.state.".utf8) { open += number }
        }
    }

    /// The names that are read: closed states are in `all` already.
    static let names =
        ["needs.all", "needs.done", "needs.answers", "needs.satisfied", "resources.active"]
        + NeedState.allCases.filter(\.isOpen).map { "needs.state.\($0.rawValue)" }
}

/// Figures by place, out of the kept figures alone: one statement for the places, one for all their numbers.
enum CityStore {
    /// The places of a kind below a path, each with the sum of every node at or below it that keeps figures;
    /// over whole communities they may be three seconds old.
    static func rows(_ kind: PlaceKind, below path: PlacePath, _ reading: any Reading) throws -> [CityRow] {
        guard kind <= .community else { return try summed(kind, below: path, reading) }
        return try lately.value(Asked(kind: kind, path: path), reading) {
            try summed(kind, below: path, reading)
        }
    }

    private struct Asked: Hashable {
        let kind: PlaceKind
        let path: PlacePath
    }

    private static let lately = Lately<Asked, [CityRow]>(most: 500, lag: .seconds(3))

    private static func summed(
        _ kind: PlaceKind, below path: PlacePath, _ reading: any Reading
    ) throws -> [CityRow] {
        var rows = try places(kind, below: path, reading)
        let index = Dictionary(rows.enumerated().map { ($0.element.path, $0.offset) }) { first, _ in first }
        // A node that holds rows keeps figures for its own tree alone, so wider places are summed from these
        // nodes.
        let keepers = kind.holdsRows ? PlaceKind.allCases.filter { $0.holdsRows && $0 >= kind } : [kind]
        // The places first, by themselves: carried over to the figures, their range would walk them all.
        try reading.each(
            """
            SELECT p.path, f.name, f.number FROM (SELECT community, path FROM place
            WHERE kind IN \(list: keepers.map(\.rawValue)) AND tree >= \(path.tree) AND tree < \(path.treeEnd)
            ORDER BY tree LIMIT 20000) p CROSS JOIN figure f WHERE f.community = p.community
            AND f.path = p.path AND f.name IN \(list: CityFigures.names)
            """
        ) { row in
            let here = PlacePath(text: row.text(0))
            guard let at = index[here] ?? here.upward.lazy.compactMap({ index[$0] }).first else { return }
            rows[at].figures.add(row.integer(2), row.text(1))
        }
        return rows
    }

    /// The kinds of place that stand below one, wider than a building, widest first.
    static func kinds(below top: Place, _ reading: any Reading) throws -> [PlaceKind] {
        try [PlaceKind.district, .street, .community, .area, .grid].filter { kind in
            guard kind > top.kind, kind.holdsRows == (top.kind < .community) else { return false }
            return try reading.exists(
                """
                SELECT id FROM place WHERE kind = \(kind.rawValue) AND tree >= \(top.path.tree)
                AND tree < \(top.path.treeEnd) AND closed IS NULL LIMIT 1
                """)
        }
    }

    private static func places(
        _ kind: PlaceKind, below path: PlacePath, _ reading: any Reading
    ) throws -> [CityRow] {
        try reading.all(
            """
            SELECT p.kind, p.name, p.english, p.code, l.slug, p.path, p.households FROM place p
            LEFT JOIN locality l ON l.community = p.id
            WHERE p.kind = \(kind.rawValue) AND p.tree >= \(path.tree) AND p.tree < \(path.treeEnd)
            AND p.closed IS NULL ORDER BY p.tree LIMIT 2000
            """
        ) { row in
            CityRow(
                kind: try row.choice(0), name: row.text(1), english: row.text(2), code: row.text(3),
                slug: row.optionalText(4), path: PlacePath(text: row.text(5)), households: row.int(6),
                figures: CityFigures())
        }
    }
}
