import Actions
import Storage
import Values
import Web

/// The place map as pages and programs read it.
struct MapModel: Codable, Sendable {
    struct Area: Codable, Sendable {
        let id: Identifier
        let code: String
        let name: String
        let english: String
        /// Section heads by name; nil where the reader does not see who works here.
        let heads: [String]?
    }

    struct Grid: Codable, Sendable {
        let id: Identifier
        let code: String
        let name: String
        let english: String
        /// The area's index; nil where it stands in none.
        let area: Int?
        let buildings: Int
        /// Grid leaders by name; nil where the reader does not see who works here.
        let leaders: [String]?
        /// Nil where the reader does not count there.
        let load: PlaceLoad?
    }

    struct Building: Codable, Sendable {
        let id: Identifier
        let code: String
        let name: String
        let english: String
        /// The grid's index; nil where it stands in none.
        let grid: Int?
        let position: PlanPosition
        let stairwells: Int
        /// How much there is of the load that was chosen; nil where the reader may not see it.
        let load: Int64?
    }

    let place: String
    let english: String
    let load: LoadKind?
    let areas: [Area]
    let grids: [Grid]
    let buildings: [Building]
    /// Buildings that have no position yet.
    let unplaced: Int
    /// Whether the reader counts anywhere on the map.
    let counts: Bool
    /// Whether buildings lead to the staff's page of the place, or to saying a need there.
    let opensPlaces: Bool
    let mayPosition: Bool
    let mayPropose: Bool
    /// Whether the reader may ask somebody to keep a grid or an area.
    let mayKeep: Bool
}

extension MapModel {
    init(_ visit: Visit, _ reading: any Reading, load: LoadKind?) throws {
        let map = try PlaceMap(of: visit.community, reading)
        let day = visit.now.day(in: .shanghai)
        let counts = map.grids.contains { visit.allows(RegisterRights.count, on: $0.path) }
        let loads =
            counts
            ? try PlaceLoads.loads(of: map.buildings.map(\.path), in: visit.community, on: day, reading) : [:]
        let keepers = try KeepersBook(visit, reading)
        let areaIndex = Dictionary(map.areas.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in
            first
        }
        let gridIndex = Dictionary(map.grids.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in
            first
        }
        place = map.top.name
        english = map.top.english
        self.load = counts ? load : nil
        areas = map.areas.map { area in
            Area(
                id: area.id, code: area.code, name: area.name, english: area.english,
                heads: keepers.names(.sectionHead, at: area.id))
        }
        let members = Dictionary(grouping: map.buildings) { $0.grid?.id }
        grids = map.grids.map { grid in
            let own = members[grid.id] ?? []
            let isCounted = visit.allows(RegisterRights.count, on: grid.path)
            let area = map.areas.first { $0.path.contains(grid.path) }
            return Grid(
                id: grid.id, code: grid.code, name: grid.name, english: grid.english,
                area: area.flatMap { areaIndex[$0.id] }, buildings: own.count,
                leaders: keepers.names(.gridLeader, at: grid.id),
                load: isCounted ? own.reduce(PlaceLoad()) { $0 + (loads[$1.path] ?? PlaceLoad()) } : nil)
        }
        let shown = self.load
        buildings = map.buildings.compactMap { building in
            building.position.map { position in
                // Of a single building a count is nearly a person: for those who may see the register there.
                let sees = shown != nil && visit.allows(RegisterRights.see, on: building.path)
                return Building(
                    id: building.id, code: building.code, name: building.fullName,
                    english: building.title(.english), grid: building.grid.flatMap { gridIndex[$0.id] },
                    position: position, stairwells: building.stairwells,
                    load: sees ? shown.map { (loads[building.path] ?? PlaceLoad())[$0] } : nil)
            }
        }
        unplaced = map.buildings.count - buildings.count
        self.counts = counts
        opensPlaces = visit.allowsAnywhere(PeopleRights.seeTree)
        mayPosition = visit.allows(GridsRights.position, on: map.top)
        mayPropose = visit.allows(GridsRights.propose, on: map.top)
        mayKeep = (try? visit.top(for: PeopleRights.grant)) != nil
    }
}

/// Who keeps the places of a map, for those who see who works here.
private struct KeepersBook {
    private let isOpen: Bool
    private var names: [Identifier: [(role: Role, name: String)]] = [:]

    init(_ visit: Visit, _ reading: any Reading) throws {
        isOpen = visit.allowsAnywhere(PeopleRights.seePeople)
        guard isOpen else { return }
        for keeper in try GrantStore.keepers(in: visit.community, reading) {
            names[keeper.place, default: []].append((keeper.role, keeper.name))
        }
    }

    func names(_ role: Role, at place: Identifier) -> [String]? {
        isOpen ? (names[place] ?? []).filter { $0.role == role }.map(\.name) : nil
    }
}
