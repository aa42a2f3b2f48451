import Actions
import Storage
import Values

/// A building as the map knows it: its grid, area and position, and how many stairwells it has.
struct MapBuilding: Sendable {
    let id: Identifier
    let code: String
    let name: String
    let english: String
    let path: PlacePath
    let grid: Place?
    let area: Place?
    let position: PlanPosition?
    let stairwells: Int

    /// As residents say it: 荷风苑12栋.
    var fullName: String { (area?.name ?? "") + name }

    func title(_ language: Language) -> String {
        guard language == .english, !english.isEmpty else { return fullName }
        return [area?.english ?? "", english].filter { !$0.isEmpty }.joined(separator: " ")
    }
}

/// The community as a map: its buildings in the order of the tree, its areas and grids.
struct PlaceMap: Sendable {
    let top: Place
    let areas: [Place]
    let grids: [Place]
    let buildings: [MapBuilding]

    /// The most buildings that a map shows.
    static let most = 5000

    init(of community: Identifier, _ reading: any Reading) throws {
        guard let top = try PlaceStore.top(of: community, reading) else { throw PeopleRefusal.placeNotFound }
        func places(_ kind: PlaceKind) throws -> [Place] {
            try PlaceStore.places(kind, below: top.path, reading, limit: Self.most)
                .filter { $0.community == community }
        }
        let areas = try places(.area), grids = try places(.grid), buildings = try places(.building)
        let positions = try PositionStore.positions(in: community, reading)
        let stairwells = try FigureStore.figures(
            [PlaceKind.stairwell.figure], at: buildings.map(\.path), in: community, reading)
        let byPath = Dictionary((areas + grids).map { ($0.path, $0) }) { first, _ in first }
        self.top = top
        self.areas = areas
        self.grids = grids
        self.buildings = buildings.map { place in
            let above = place.path.upward.compactMap { byPath[$0] }
            return MapBuilding(
                id: place.id, code: place.code, name: place.name, english: place.english, path: place.path,
                grid: above.first { $0.kind == .grid }, area: above.first { $0.kind == .area },
                position: positions[place.id],
                stairwells: Int(stairwells[place.path]?[PlaceKind.stairwell.figure] ?? 0))
        }
    }
}
