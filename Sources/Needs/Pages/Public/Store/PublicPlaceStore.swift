import Actions
import People
import Storage
import Values

/// A place that a reader may choose.
struct PlaceChoice: Sendable {
    let code: String
    let name: String
    let path: PlacePath
    let kind: PlaceKind
}

/// The places that the public pages offer, few columns at a time.
enum PublicPlaceStore {
    /// The areas of a community; at an area or below it, that area with its grids.
    static func choices(
        below top: PlacePath, at place: Place?, _ language: Language, _ reading: any Reading
    ) throws -> [NamedKey] {
        guard let place else {
            return try PlaceStore.areas(below: top, reading).map {
                NamedKey($0.code, $0.name(language))
            }
        }
        let line = try PlaceStore.line(to: place.path, reading)
        let area = line.first { $0.kind == .area } ?? place
        let grids = try PlaceStore.places(.grid, below: area.path, reading, limit: 100)
        var all = [area] + grids.filter { $0.id != area.id }
        if !all.contains(where: { $0.id == place.id }) { all.append(place) }
        return all.map { NamedKey($0.code, $0.name(language)) }
    }
}

extension PublicPlaceStore {
    /// What may be chosen below a place: areas, buildings (grids first where they are many), stairwells.
    static func nearer(
        than place: Place?, below top: PlacePath, _ reading: any Reading
    ) throws -> [Place] {
        let path = place?.path ?? top
        let kinds: [PlaceKind] =
            switch place?.kind {
            case nil, .community: [.area, .grid, .building]
            case .area: [.building, .grid]
            case .grid: [.building]
            case .building: [.stairwell]
            default: []
            }
        var found: [Place] = []
        for kind in kinds {
            found = try PlaceStore.places(kind, below: path, reading, limit: mostChoices + 1)
            if !found.isEmpty, found.count <= mostChoices { return found }
        }
        return Array(found.prefix(mostChoices))
    }

    /// The stairwells of an area, each named with its building.
    static func stairwells(
        below path: PlacePath, _ language: Language, _ reading: any Reading
    ) throws -> [NamedKey] {
        let buildings = try PlaceStore.places(.building, below: path, reading, limit: 500)
        let names = Dictionary(buildings.map { ($0.path, $0.name(language)) }) { first, _ in first }
        let stairwells = try PlaceStore.places(.stairwell, below: path, reading, limit: 2000)
        let doors = stairwells.isEmpty ? buildings : stairwells
        return doors.map { door in
            let above = door.path.upward.dropFirst().lazy.compactMap { names[$0] }.first
            return NamedKey(door.code, [above, door.name(language)].compactMap { $0 }.joined(separator: " "))
        }
    }

    /// More than these in one list are better divided.
    private static let mostChoices = 120
}
