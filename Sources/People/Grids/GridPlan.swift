import Actions
import Values

/// A proposal that is to be saved: its areas, grids and buildings.
public struct NewProposal: Sendable {
    let request: GridRequest
    let plan: GridPlan
    /// How unlike the buildings of a grid are, in thousandths.
    let spread: (today: Int64, proposed: Int64)
}

/// Areas and grids with their buildings. What stays about the same keeps its name, its code and its keepers:
/// each proposed place goes on as the one of today with which it shares the most households.
struct GridPlan: Sendable {
    /// An area or a grid of a proposal.
    struct Division: Sendable, Codable {
        let kind: PlaceKind
        /// From 1, areas and grids each by themselves.
        let number: Int
        /// The place of today that it goes on as; nil for one to be made.
        let keeps: Identifier?
        let name: String
        let english: String
        /// The area's number; nil for an area.
        let area: Int?
        /// The place that it has become, once it is being carried out.
        var became: Identifier?

        func title(_ language: Language) -> String {
            language == .english && !english.isEmpty ? english : name
        }
    }

    struct Building: Sendable {
        let place: Identifier
        /// Today's grid.
        let today: Identifier?
        /// The number of the proposed grid.
        var grid: Int
        var isByHand: Bool
        let load: PlaceLoad
        let position: PlanPosition
    }

    let divisions: [Division]
    var buildings: [Building]

    var grids: [Division] { divisions.filter { $0.kind == .grid } }
    var areas: [Division] { divisions.filter { $0.kind == .area } }

    init(divisions: [Division], buildings: [Building]) {
        self.divisions = divisions
        self.buildings = buildings
    }

    init(_ labels: GridMaterial.Labels, of material: GridMaterial) {
        let map = material.map
        let households = map.buildings.map { (material.loads[$0.path]?.households ?? 0) + 1 }
        let grids = Self.matched(
            labels.grids, to: map.buildings.map { $0.grid?.id }, weights: households, among: map.grids)
        let areas: [Int: Place]
        if let kept = labels.kept {
            areas = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($0.offset, $0.element) })
        } else {
            areas = Self.matched(
                labels.areas, to: map.buildings.map { $0.area?.id }, weights: households, among: map.areas)
        }
        let areaOf = Dictionary(zip(labels.grids, labels.areas)) { first, _ in first }
        divisions =
            Self.divisions(.area, Set(labels.areas).count, areas, map.areas.count) { _ in nil }
            + Self.divisions(.grid, Set(labels.grids).count, grids, map.grids.count) { areaOf[$0] }
        buildings = zip(map.buildings, labels.grids).compactMap { building, grid in
            building.position.map { position in
                Building(
                    place: building.id, today: building.grid?.id, grid: grid + 1, isByHand: false,
                    load: material.loads[building.path] ?? PlaceLoad(), position: position)
            }
        }
    }

    private static func divisions(
        _ kind: PlaceKind, _ count: Int, _ kept: [Int: Place], _ used: Int, area: (Int) -> Int?
    ) -> [Division] {
        var next = used
        return (0..<count).map { label in
            let above = area(label).map { $0 + 1 }
            if let place = kept[label] {
                return Division(
                    kind: kind, number: label + 1, keeps: place.id, name: place.name,
                    english: place.english, area: above)
            }
            next += 1
            let name = kind == .grid ? ProposalPhrase.newGrid(next) : .newArea(next)
            return Division(
                kind: kind, number: label + 1, keeps: nil, name: name.text.chinese,
                english: name.text.english, area: above)
        }
    }

    /// Which place of today each label goes on as: the pairs that share the most come first, each once.
    private static func matched(
        _ labels: [Int], to today: [Identifier?], weights: [Int64], among places: [Place]
    ) -> [Int: Place] {
        var shared: [Pair: Int64] = [:]
        for (index, label) in labels.enumerated() {
            if let place = today[index] {
                shared[Pair(label: label, place: place), default: 0] += weights[index]
            }
        }
        let byId = Dictionary(places.map { ($0.id, $0) }) { first, _ in first }
        var matched: [Int: Place] = [:], taken: Set<Identifier> = []
        for (pair, _) in shared.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) })
        where matched[pair.label] == nil && !taken.contains(pair.place) {
            matched[pair.label] = byId[pair.place]
            taken.insert(pair.place)
        }
        return matched
    }

    private struct Pair: Hashable, Comparable {
        let label: Int
        let place: Identifier

        static func < (a: Pair, b: Pair) -> Bool { (a.label, a.place) < (b.label, b.place) }
    }
}
