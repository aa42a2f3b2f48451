import Actions
import Storage
import Values
import Web

/// The tree of places: one place, what stands above and below it, with its figures; and its changes.
struct PlacesPage: Page {
    struct Node: Codable, Sendable {
        let id: Identifier
        let kind: PlaceKind
        let name: String
        let code: String
        /// Where it opens: its own community's page of places.
        let link: String
        let figures: [String: Int64]
    }

    struct Model: Codable, Sendable {
        let place: Node
        let above: [Node]
        let below: [Node]
        let mayChange: Bool
        let isRoot: Bool
    }

    static let figureKinds: [PlaceKind] = [.area, .grid, .building, .stairwell, .household]

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        guard let place = try asked(visit, reading) else { throw PeopleRefusal.placeNotFound }
        try visit.require(PeopleRights.seeTree, on: place)
        let line = try PlaceStore.line(to: place.path, reading)
        let below = try children(of: place, visit, reading)
        let own = try figures(of: [place], visit, reading)
        return Model(
            place: node(place, own[place.path], visit),
            above: line.filter { $0.id != place.id && visit.allows(PeopleRights.seeTree, on: $0) }
                .map { node($0, nil, visit) },
            below: below, mayChange: visit.allows(PeopleRights.changeTree, on: place),
            isRoot: place.id == place.community)
    }

    /// The place of the address, by identifier or by the code that stands on its poster.
    private func asked(_ visit: Visit, _ reading: any Reading) throws -> Place? {
        guard let text = visit.parameters["id"] else {
            return try PlaceStore.place(visit.community, in: visit.community, reading)
        }
        return try Identifier(text).flatMap { try PlaceStore.place($0, in: visit.community, reading) }
            ?? PlaceStore.place(code: text, in: visit.community, reading)
    }

    private func children(of place: Place, _ visit: Visit, _ reading: any Reading) throws -> [Node] {
        guard place.kind < .community else {
            let children = try PlaceStore.children(of: place.id, in: visit.community, reading)
            let figures = try figures(of: children, visit, reading)
            return children.map { node($0, figures[$0.path], visit) }
        }
        return try LocalityStore.below(place.path, reading)
            .filter { $0.path.depth == place.path.depth + 1 }
            .map { locality in
                let sums = try FigureStore.sums(Self.figureKinds.map(\.figure), below: locality.path, reading)
                let link = locality.isHome ? "/places" : Link("/places").address
                return Node(
                    id: locality.id, kind: PlaceKind(rawValue: locality.kind) ?? .community,
                    name: locality.name,
                    code: locality.code, link: locality.isHome ? link : "/~\(locality.code)\(link)",
                    figures: sums)
            }
    }

    private func figures(
        of places: [Place], _ visit: Visit, _ reading: any Reading
    ) throws -> [PlacePath: [String: Int64]] {
        let names = Self.figureKinds.map(\.figure)
        if let only = places.first, places.count == 1, only.kind < .community {
            return [only.path: try FigureStore.sums(names, below: only.path, reading)]
        }
        return try FigureStore.figures(names, at: places.map(\.path), in: visit.community, reading)
    }

    private func node(_ place: Place, _ figures: [String: Int64]?, _ visit: Visit) -> Node {
        let isHere = place.community == visit.community
        let link: Link = isHere ? visit.at("/places/\(place.id)") : "/~\(place.code)/places"
        return Node(
            id: place.id, kind: place.kind, name: place.name, code: place.code, link: link.address,
            figures: figures ?? [:])
    }

    func title(_ model: Model, _ scene: Scene) -> String { model.place.name }

    func view(_ model: Model, _ scene: Scene) -> HTML { PlacesView(model: model, scene: scene).whole }
}
