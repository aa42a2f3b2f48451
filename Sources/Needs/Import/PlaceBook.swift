import Actions
import People
import Storage
import Values

/// The places of one community by what people call them: a code, a name, or names from the building down.
struct PlaceBook {
    enum Found {
        case place(Place)
        case several, none
    }

    private var byName: [String: [Place]] = [:]
    private var names: [PlacePath: String] = [:]
    let root: Place

    init(_ community: Identifier, _ reading: any Reading) throws {
        guard let root = try PlaceStore.place(community, in: community, reading) else {
            throw GroundRefusal.notFound
        }
        self.root = root
        add(root, as: [root.name, root.code])
        for kind in [PlaceKind.area, .grid, .building, .stairwell, .household] {
            for place in try PlaceStore.places(kind, below: root.path, reading, limit: 50_000) {
                let parent =
                    kind > .building ? place.path.upward.dropFirst().first.flatMap { names[$0] } : nil
                let full = (parent ?? "") + place.name
                names[place.path] = full
                add(place, as: parent == nil ? [place.code, place.name] : [place.code, full])
            }
        }
    }

    private mutating func add(_ place: Place, as names: [String]) {
        for name in Set(names.map(Self.plain)) where !name.isEmpty { byName[name, default: []].append(place) }
    }

    func find(_ name: String) -> Found {
        let found = byName[Self.plain(name)] ?? []
        // What one is called goes to the widest place of that name: the court before a house within it.
        guard let first = found.min(by: { $0.path.depth < $1.path.depth }) else { return .none }
        return found.filter { $0.path.depth == first.path.depth }.count == 1 ? .place(first) : .several
    }

    /// The plain form without gaps: `３棟 2单元` is `3栋2单元`, `十二號樓` is `12号楼`.
    private static func plain(_ name: String) -> String {
        PlainText.string(name).replacing(" ", with: "")
    }
}
