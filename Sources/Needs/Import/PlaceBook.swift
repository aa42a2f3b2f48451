import Actions
import People
import Storage
import Values

/// The places of one community by what people call them: a code, a name, or names from the building down,
/// with or without the area in front.
struct PlaceBook: Sendable {
    enum Found {
        case place(Place)
        /// The home is not in the tree yet, and its address says where it belongs.
        case missing(ArrivingHome)
        case several, none
    }

    /// What an address may name that is still to be made.
    enum Making: Sendable {
        case nothing, homes, buildings
    }

    /// Where a name leads: to the widest place of that name, the court before a house within it.
    private struct Entry {
        let index: Int32
        let depth: Int32
        let isShared: Bool
    }

    private(set) var places: [Place] = []
    private var byName: [String: Entry] = [:]
    let root: Place
    private let making: Making
    private let hasAreas: Bool
    private var isBuilt = false

    init(_ community: Identifier, _ making: Making, _ reading: any Reading) throws {
        guard let root = try PlaceStore.place(community, in: community, reading) else {
            throw GroundRefusal.notFound
        }
        self.root = root
        self.making = making
        var names: [PlacePath: (full: String, area: String)] = [:]
        hasAreas = try !PlaceStore.areas(below: root.path, reading).isEmpty
        add(root, as: [root.name, root.code])
        for kind in [PlaceKind.area, .grid, .building, .stairwell, .household] {
            for place in try PlaceStore.places(kind, below: root.path, reading, limit: 60_000) {
                let above = place.path.above.flatMap { names[$0] }
                let full = (kind > .building ? above?.full ?? "" : "") + place.name
                let area = kind == .area ? place.name : above?.area ?? ""
                if kind < .household { names[place.path] = (full, area) }
                add(place, as: kind >= .building ? [place.code, full, area + full] : [place.code, full])
            }
        }
    }

    private mutating func add(_ place: Place, as names: [String]) {
        let index = Int32(places.count), depth = Int32(place.path.depth)
        places.append(place)
        if place.kind == .building { isBuilt = true }
        for name in Set(names.map(Self.plain)) where !name.isEmpty {
            guard let known = byName[name] else {
                byName[name] = Entry(index: index, depth: depth, isShared: false)
                continue
            }
            if depth > known.depth { continue }
            byName[name] = Entry(index: index, depth: depth, isShared: depth == known.depth)
        }
    }

    func find(_ name: String) -> Found {
        let plain = Self.plain(name)
        if let found = found(plain) { return found }
        // The stroke between numbers is no gap in an address.
        let address = name.split(whereSeparator: { "-－—–".contains($0) }).map { Self.plain(String($0)) }
            .joined(separator: "-")
        return found(spelledIn: address) ?? further(address) ?? .none
    }

    private func found(spelledIn text: String) -> Found? {
        guard var address = HomeAddress(text) else { return nil }
        // A community of one court need not have it as an area of its own.
        if !hasAreas, isBuilt { address = address.withoutArea }
        return address.spellings.lazy.compactMap { found(Self.plain($0)) }.first
    }

    private func found(_ plain: String) -> Found? {
        byName[plain].map { $0.isShared ? .several : .place(places[Int($0.index)]) }
    }

    private func place(_ name: String) -> Place? {
        guard case .place(let place) = found(name) else { return nil }
        return place
    }

    /// The last place of the address that there is, and the next step below it: below a building that stands,
    /// or else from the top.
    private func further(_ plain: String) -> Found? {
        let scalars = Array(plain.unicodeScalars)
        for end in stride(from: min(scalars.count - 1, 40), to: 0, by: -1) {
            let name = String(String.UnicodeScalarView(scalars[..<end]))
            guard let above = place(name), [.building, .stairwell].contains(above.kind) else { continue }
            return HomeAddress(inside: scalars[end...]).flatMap { walk($0.steps, below: above, name) }
        }
        guard var address = HomeAddress(plain), address.door != nil else { return nil }
        if !hasAreas, isBuilt { address = address.withoutArea }
        let readings = address.readings
        guard readings.count > 1 else { return walk(address.steps, below: root, "") }
        let known = readings.first { place($0.building) != nil }
        return known.flatMap { walk($0.steps, below: root, "") }
    }

    private func walk(_ steps: [ArrivingHome.Step], below top: Place, _ name: String) -> Found? {
        var above = top, name = name
        for step in steps {
            name += Self.plain(step.name)
            if let place = place(name) {
                guard place.kind == step.kind else { return nil }
                above = place
                continue
            }
            // An area that nobody knows is a slip of the pen where others are known.
            if step.kind == .area, hasAreas { return nil }
            if case .several = found(name) { return .several }
            let home = ArrivingHome(below: above.id, step)
            let mayBeMade = making == .buildings || making == .homes && !home.isBuilding
            return mayBeMade ? .missing(home) : nil
        }
        return above.kind == .household ? .place(above) : nil
    }

    /// The plain form without gaps: `３棟 2单元` is `3栋2单元`, `十二號樓` is `12号楼`.
    static func plain(_ name: String) -> String {
        PlainText.string(name).replacing(" ", with: "")
    }
}
