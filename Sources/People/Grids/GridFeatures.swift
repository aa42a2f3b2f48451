import Actions
import Methods
import Sealing
import Storage
public import Values

/// By what buildings of a grid are to be alike.
public enum Likeness: String, Sendable, CaseIterable, Codable {
    case surroundings, households, needs

    public var title: Text {
        switch self {
        case .surroundings:
            Text("周边：挨得近，楼的大小和房子的大小差不多", "Surroundings: near each other, houses and homes of a size")
        case .households: Text("住户：老人、孩子、独居、外来的多少", "Households: elders, children, alone, from outside")
        case .needs: Text("需求：反映的是哪几类事", "Needs: which classes of need they have")
        }
    }
}

/// What buildings are like, as numbers that may be compared: each feature in standard deviations from the
/// mean, and each kind of likeness with the same weight however many features it has.
enum GridFeatures {
    /// How much nearness weighs beside one kind of likeness: a grid is walked every day.
    private static let nearness = 4.0

    /// Where the buildings stand. *Shape*: a list for each building, in the order given.
    static func places(of buildings: [MapBuilding]) -> [[Double]] {
        let points = buildings.map { [$0.position?.point.east ?? 0, $0.position?.point.north ?? 0] }
        return standardised(points).map { $0.map { $0 * nearness } }
    }

    /// What the buildings are like. *Shape*: a list for each building, in the order given.
    static func likeness(
        of buildings: [MapBuilding], _ loads: [PlacePath: PlaceLoad], by likeness: Set<Likeness>,
        _ homes: HomeKinds, _ needs: [PlacePath: [String: Int64]]
    ) -> [[Double]] {
        var groups: [[[Double]]] = []
        if likeness.contains(.surroundings) {
            groups.append(
                buildings.map {
                    [Double(loads[$0.path]?.households ?? 0), homes.meanArea(of: $0.path)]
                })
        }
        if likeness.contains(.households) { groups.append(buildings.map { homes.shares(of: $0.path) }) }
        if likeness.contains(.needs) { groups.append(Self.needs(of: buildings, loads, needs)) }
        var features = [[Double]](repeating: [], count: buildings.count)
        for group in groups {
            for (index, row) in standardised(group).enumerated() { features[index] += row }
        }
        return features
    }

    /// How many needs of each of the classes most heard of, to a hundred households.
    private static func needs(
        of buildings: [MapBuilding], _ loads: [PlacePath: PlaceLoad], _ needs: [PlacePath: [String: Int64]]
    ) -> [[Double]] {
        var totals: [String: Int64] = [:]
        for building in buildings { totals.merge(needs[building.path] ?? [:]) { $0 + $1 } }
        let classes = totals.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(8).map(\.key)
        return buildings.map { building in
            let homes = Double(max(1, loads[building.path]?.households ?? 0))
            return classes.map { Double(needs[building.path]?[$0] ?? 0) * 100 / homes }
        }
    }

    /// In standard deviations from the mean, the whole group weighing as one feature; what is the same
    /// everywhere is left at zero.
    static func standardised(_ rows: [[Double]]) -> [[Double]] {
        guard let width = rows.first?.count, width > 0 else { return rows }
        let count = Double(rows.count), weight = 1 / Double(width).squareRoot()
        var result = rows
        for column in 0..<width {
            let mean = rows.reduce(0) { $0 + $1[column] } / count
            let variance = rows.reduce(0) { $0 + ($1[column] - mean) * ($1[column] - mean) } / count
            let scale = variance > 0 ? weight / variance.squareRoot() : 0
            for row in result.indices { result[row][column] = (rows[row][column] - mean) * scale }
        }
        return result
    }
}

/// Who lives in each building, as shares, and how large the homes are.
struct HomeKinds: Sendable {
    private struct Count {
        var people = 0.0, elders = 0.0, children = 0.0, migrants = 0.0
        var homes = 0.0, alone = 0.0
        var area = 0.0, measured = 0.0
    }

    private var counts: [PlacePath: Count] = [:]

    init(
        of buildings: [PlacePath], in top: Place, on day: Day, _ keys: KeyRing, _ reading: any Reading
    ) throws {
        let all = try Population(on: day, below: top.path, in: top.community, groups: [], keys, reading)
        let known = Set(buildings)
        func building(_ path: PlacePath) -> PlacePath? { path.upward.first(where: known.contains) }
        var sizes: [Identifier: Int] = [:]
        for one in all.people {
            sizes[one.household, default: 0] += 1
            guard let path = building(one.path) else { continue }
            counts[path, default: Count()].people += 1
            if one.age >= 60 { counts[path, default: Count()].elders += 1 }
            if one.age < 14 { counts[path, default: Count()].children += 1 }
            if one.isMigrant { counts[path, default: Count()].migrants += 1 }
        }
        for (household, path) in all.households {
            guard let path = building(path) else { continue }
            counts[path, default: Count()].homes += 1
            if sizes[household] == 1 { counts[path, default: Count()].alone += 1 }
        }
        try reading.each(
            """
            SELECT p.path, d.area FROM dwelling d
            JOIN place p ON p.community = d.community AND p.id = d.place
            WHERE d.community = \(top.community) AND d.until IS NULL ORDER BY p.path, d.id LIMIT 200000
            """
        ) { row in
            guard let path = building(PlacePath(text: row.text(0))) else { return }
            counts[path, default: Count()].area += Double(row.integer(1)) / 100
            counts[path, default: Count()].measured += 1
        }
    }

    /// The mean floor area of a home in square metres.
    func meanArea(of building: PlacePath) -> Double {
        guard let count = counts[building], count.measured > 0 else { return 0 }
        return count.area / count.measured
    }

    /// Elders, children and people from outside among the people; homes of one; people to a home.
    func shares(of building: PlacePath) -> [Double] {
        guard let count = counts[building] else { return [0, 0, 0, 0, 0] }
        let people = max(1, count.people), homes = max(1, count.homes)
        return [
            count.elders / people, count.children / people, count.migrants / people, count.alone / homes,
            count.people / homes,
        ]
    }
}
