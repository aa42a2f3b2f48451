import Actions
import Storage
import Values

/// What a building, or a grid, asks of those who keep it.
struct PlaceLoad: Hashable, Sendable, Codable {
    var households: Int64 = 0
    var people: Int64 = 0
    /// Of sixty years and over.
    var elders: Int64 = 0
    /// Needs that are open.
    var needs: Int64 = 0

    static func + (a: PlaceLoad, b: PlaceLoad) -> PlaceLoad {
        PlaceLoad(
            households: a.households + b.households, people: a.people + b.people,
            elders: a.elders + b.elders, needs: a.needs + b.needs)
    }

    subscript(kind: LoadKind) -> Int64 {
        switch kind {
        case .households: households
        case .people: people
        case .elders: elders
        case .needs: needs
        }
    }
}

/// Which load the map shows.
enum LoadKind: String, Sendable, CaseIterable, Codable {
    case households, people, elders, needs

    var title: Text {
        switch self {
        case .households: Text("户", "Households")
        case .people: Text("人", "People")
        case .elders: Text("60岁以上", "60 and over")
        case .needs: Text("没办结的事", "Open needs")
        }
    }
}

/// The loads of many buildings.
enum PlaceLoads {
    /// Where the capability of needs keeps, at every place, how many are open of each class.
    static let openNeeds = "needs.open.class."

    /// Out of the figures that are kept, and the elders counted out of the register.
    static func loads(
        of buildings: [PlacePath], in community: Identifier, on day: Day, _ reading: any Reading
    ) throws -> [PlacePath: PlaceLoad] {
        var loads = Dictionary(buildings.map { ($0, PlaceLoad()) }) { first, _ in first }
        let names = [RegisterFigure.households.rawValue, RegisterFigure.people.rawValue]
        let figures = try FigureStore.figures(names, at: buildings, in: community, reading)
        let needs = try needs(at: buildings, in: community, reading)
        let elders = try elders(in: community, on: day, reading)
        for path in buildings {
            loads[path] = PlaceLoad(
                households: figures[path]?[names[0]] ?? 0, people: figures[path]?[names[1]] ?? 0,
                elders: elders[path] ?? 0, needs: needs[path]?.reduce(0) { $0 + $1.value } ?? 0)
        }
        return loads
    }

    /// The open needs at or below each place, by class.
    static func needs(
        at places: [PlacePath], in community: Identifier, _ reading: any Reading
    ) throws -> [PlacePath: [String: Int64]] {
        var found: [PlacePath: [String: Int64]] = [:]
        try reading.each(
            """
            SELECT path, name, number FROM figure WHERE community = \(community)
            AND path IN \(list: places) AND name >= \(openNeeds) AND name < \(openNeeds.dropLast() + "/")
            AND number <> 0 ORDER BY path, name LIMIT 100000
            """
        ) { row in
            let name = String(row.text(1).dropFirst(openNeeds.utf8.count))
            found[PlacePath(text: row.text(0)), default: [:]][name] = row.integer(2)
        }
        return found
    }

    /// Who has turned sixty by the day and lives here, by each place above their home.
    private static func elders(
        in community: Identifier, on day: Day, _ reading: any Reading
    ) throws -> [PlacePath: Int64] {
        let born = day.adding(months: -12 * 60)
        var found: [PlacePath: Int64] = [:]
        try reading.each(
            """
            SELECT h.path, COUNT(*) FROM household h
            JOIN residence r ON r.community = h.community AND r.household = h.id
            JOIN person p ON p.community = r.community AND p.id = r.person
            WHERE h.community = \(community) AND r.until IS NULL
            AND r.standing <> \(Standing.away.rawValue) AND p.merged_into IS NULL
            AND \(ArrivedPeople.isSeen("p")) AND p.born <= \(born.description)
            GROUP BY h.path ORDER BY h.path LIMIT 100000
            """
        ) { row in
            for level in PlacePath(text: row.text(0)).upward {
                found[level, default: 0] += row.integer(1)
            }
        }
        return found
    }
}
