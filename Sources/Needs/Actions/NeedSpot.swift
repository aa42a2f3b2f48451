public import Actions
import People
import Storage
import Values

/// A place with what a need copies of it, so that lists need no second look at the tree.
public struct NeedSpot: Placed {
    let place: Place
    /// The node that holds the rows and everything between it and the place, from the top down.
    let line: [Place]

    public var path: PlacePath { place.path }

    /// The grid's name; above a grid the place's own.
    var gridName: String { line.last { $0.kind <= .grid }?.name ?? place.name }

    /// From the building down, as `12栋 2单元`; empty above a building.
    var placeName: String { line.filter { $0.kind > .grid }.map(\.name).joined(separator: " ") }

    /// - Throws: ``NeedRefusal/noPlace`` where the community has no such place.
    init(_ mark: PlaceMark, in community: Identifier, _ reading: any Reading) throws {
        let found =
            switch mark {
            case .id(let id): try PlaceStore.place(id, in: community, reading)
            case .code(let code): try PlaceStore.place(code: code, in: community, reading)
            case .path(let text): try PlaceStore.place(at: PlacePath(text: text), reading)
            }
        guard let found, found.community == community else { throw NeedRefusal.noPlace }
        place = found
        line = try PlaceStore.line(to: found.path, reading).filter { $0.community == community }
    }
}
