import Actions
import People
import Storage
import Values

/// The figures of the public pages, read as they are kept, never recounted.
enum PublicFigureStore {
    /// One place of a community, or the community itself.
    static func figures(
        at path: PlacePath, in community: Identifier, _ year: Int, _ reading: any Reading
    ) throws -> PublicFigures {
        var figures = PublicFigures()
        try reading.each(
            """
            SELECT name, number FROM figure WHERE community = \(community) AND path = \(path)
            AND name IN \(list: names(year)) ORDER BY name LIMIT 100
            """
        ) { row in take(row.text(0), row.int(1), year, into: &figures) }
        return figures
    }

    /// The sum of some figures at one place, others taken off.
    static func sum(
        _ names: [String], less: [String] = [], at path: PlacePath, in community: Identifier,
        _ reading: any Reading
    ) throws -> Int {
        Int(
            try reading.number(
                """
                SELECT SUM(CASE WHEN name IN \(list: less) THEN -number ELSE number END) FROM figure
                WHERE community = \(community) AND path = \(path) AND name IN \(list: names + less)
                """))
    }

    /// How many private matters are under way at a place.
    static func openPrivate(
        at path: PlacePath, in community: Identifier, _ reading: any Reading
    ) throws -> Int {
        try sum(stateNames.map(NeedFigures.ofPrivate), at: path, in: community, reading)
    }

    /// The areas of a community with what is under way in each, private matters left out: they stand in no
    /// place that the public could open.
    static func areas(
        of path: PlacePath, in community: Identifier, _ language: Language, _ reading: any Reading
    ) throws -> [PlaceFigures] {
        let places = try PlaceStore.areas(below: path, reading)
        guard !places.isEmpty else { return [] }
        var byPath: [String: PublicFigures] = [:]
        try reading.each(
            """
            SELECT path, name, number FROM figure WHERE community = \(community)
            AND path IN \(list: places.map(\.path))
            AND name IN \(list: stateNames + stateNames.map(NeedFigures.ofPrivate))
            ORDER BY path, name LIMIT 1200
            """
        ) { row in
            let (name, number) = (row.text(1), row.int(2))
            if let kept = NeedFigures.ofAll(name) {
                take(kept, -number, 0, into: &byPath[row.text(0), default: PublicFigures()])
            } else {
                take(name, number, 0, into: &byPath[row.text(0), default: PublicFigures()])
            }
        }
        return places.map { place in
            PlaceFigures(
                name: place.name(language), code: place.code, front: nil,
                figures: byPath[place.path.text] ?? PublicFigures())
        }
    }

    /// The nodes one step below a street, a district or a city, each with the sum of its communities.
    static func parts(
        of path: PlacePath, _ year: Int, _ language: Language, _ reading: any Reading
    ) throws -> [PlaceFigures] {
        var parts: [(path: PlacePath, place: PlaceFigures)] = []
        try reading.each(
            """
            SELECT p.path, p.name, p.english, p.code, l.slug FROM place p
            LEFT JOIN locality l ON l.community = p.id
            WHERE p.kind IN ('district', 'street', 'community') AND p.tree > \(path.tree)
            AND p.tree < \(path.treeEnd) AND p.depth = \(path.depth + 1) AND p.closed IS NULL
            ORDER BY p.tree LIMIT 1000
            """
        ) { row in
            let english = row.text(2)
            parts.append(
                (
                    PlacePath(text: row.text(0)),
                    PlaceFigures(
                        name: language == .english && !english.isEmpty ? english : row.text(1),
                        code: row.text(3),
                        front: row.optionalText(4).map { "/~\($0)/" })
                ))
        }
        for (below, figures) in try communities(below: path, year, reading) {
            guard let index = parts.firstIndex(where: { $0.path.contains(below) }) else { continue }
            parts[index].place.figures = parts[index].place.figures.adding(figures)
        }
        return parts.map(\.place)
    }

    private static func communities(
        below path: PlacePath, _ year: Int, _ reading: any Reading
    ) throws -> [(PlacePath, PublicFigures)] {
        var all: [(path: PlacePath, figures: PublicFigures)] = []
        // The places first, by themselves: carried over to the figures, their range would walk them all.
        try reading.each(
            """
            SELECT p.path, f.name, f.number FROM (SELECT community, path FROM place WHERE kind = 'community'
            AND tree >= \(path.tree) AND tree < \(path.treeEnd) AND closed IS NULL ORDER BY tree LIMIT 4000) p
            CROSS JOIN figure f WHERE f.community = p.community AND f.path = p.path
            AND f.name IN \(list: names(year)) ORDER BY p.path, f.community, f.name LIMIT 50000
            """
        ) { row in
            let here = PlacePath(text: row.text(0))
            if all.last?.path != here { all.append((here, PublicFigures())) }
            take(row.text(1), row.int(2), year, into: &all[all.count - 1].figures)
        }
        return all.map { ($0.path, $0.figures) }
    }

    /// What was done lately and may be told, the latest first.
    static func lately(
        _ count: Int, in community: Identifier, _ reading: any Reading
    ) throws -> [PublicNeed] {
        try NeedStore.publicRows(
            """
            SELECT \(NeedStore.publicColumns) FROM need n
            WHERE n.community = \(community) AND n.state = 'closed'
            AND n.released IS NOT NULL AND n.held = 0 AND n.outcome IN ('done', 'partly')
            ORDER BY n.closed DESC, n.number DESC LIMIT \(count)
            """, in: community, reading)
    }
}

extension PublicFigureStore {
    static let statePrefix = "needs.state."

    static let stateNames = NeedState.allCases.filter(\.isOpen).map { statePrefix + $0.rawValue }

    static func saidName(_ year: Int) -> String { "needs.said.\(year)" }
    static func asideName(_ year: Int) -> String { "needs.aside.\(year)" }
    static func doneName(_ year: Int) -> String { "needs.done.\(year)" }

    private static func names(_ year: Int) -> [String] {
        stateNames + [saidName(year), asideName(year), doneName(year), NeedFigures.waitingWishes]
    }

    private static func take(_ name: String, _ number: Int, _ year: Int, into figures: inout PublicFigures) {
        switch name {
        case saidName(year): figures.saidThisYear = number
        case asideName(year): figures.asideThisYear = number
        case doneName(year): figures.doneThisYear = number
        case NeedFigures.waitingWishes: figures.openWishes = number
        default: figures.states[String(name.dropFirst(statePrefix.utf8.count)), default: 0] += number
        }
    }
}

extension Place {
    /// Its name in the reader's language, as far as it has one.
    func name(_ language: Language) -> String { language == .english && !english.isEmpty ? english : name }
}
