public import Actions
import Storage
public import Values

/// A place to be added, below the common parent or below an earlier one of the same list.
public struct NewPlace: Sendable {
    public let kind: PlaceKind
    public let name: String
    public let english: String
    /// Nil gives it the code of the place above with its number.
    public let code: String?
    /// The index in the list of the place above; nil is the common parent.
    public let parent: Int?
    public let households: Int
    public let coordinate: Coordinate?

    public init(
        _ kind: PlaceKind, _ name: String, english: String = "", code: String? = nil,
        below parent: Int? = nil,
        households: Int = 0, coordinate: Coordinate? = nil
    ) {
        self.kind = kind
        self.name = name
        self.english = english
        self.code = code
        self.parent = parent
        self.households = households
        self.coordinate = coordinate
    }
}

/// Adds places below one, a whole subtree at once if need be; all of them or none.
public struct AddPlaces: Action {
    public static let name = "people.add-places"
    public static let right = PeopleRights.changeTree
    public static let most = 5000

    let parent: Identifier
    let places: [NewPlace]

    public init(below parent: Identifier, _ places: [NewPlace]) {
        self.parent = parent
        self.places = places
    }

    public func subject(in work: Work) throws -> Place {
        let above = try work.place(parent)
        if above.kind < .building { try work.requireGridsAtRest() }
        return above
    }

    /// The new places' identifiers in the order of the list.
    public func run(on top: Place, in work: Work) throws -> [Identifier] {
        try work.plant(places, below: top)
    }

    public func object(of subject: Place, _ answer: [Identifier], in work: Work) -> Identifier { parent }
}

extension Work {
    /// Adds places below one and returns their identifiers in the order of the list; asks for no right.
    func plant(_ places: [NewPlace], below top: Place) throws -> [Identifier] {
        guard (1...AddPlaces.most).contains(places.count) else { throw PeopleRefusal.tooManyPlaces }
        guard try !PlaceStore.isClosed(top.id, in: community, database) else {
            throw PeopleRefusal.placeClosed
        }
        var planting = try Planting(top: top, work: self)
        for place in places { try planting.add(place) }
        try planting.finish()
        return planting.added.map(\.id)
    }
}

/// One `AddPlaces` under way: numbers are taken and figures added at its end, not place by place.
private struct Planting {
    struct Node {
        let id: Identifier
        let kind: PlaceKind
        let code: String
        let path: PlacePath
        let isRoot: Bool
        var last: Int
    }

    let work: Work
    let locality: PlacePath
    private var top: Node
    private(set) var added: [Node] = []
    private var figures: [String: [PlacePath: Int64]] = [:]

    init(top: Place, work: Work) throws {
        self.work = work
        let root = try work.place(work.community)
        locality = root.path
        let last = try work.reserveChildren(0, of: top.id, in: work.community) - 1
        self.top = Node(
            id: top.id, kind: top.kind, code: top.code, path: top.path, isRoot: top.id == work.community,
            last: last)
    }

    mutating func add(_ new: NewPlace) throws {
        var above = top
        if let index = new.parent {
            guard added.indices.contains(index) else { throw PeopleRefusal.wrongParent }
            above = added[index]
        }
        guard above.kind < new.kind, !new.kind.holdsRows else { throw PeopleRefusal.wrongParent }
        above.last += 1
        if let index = new.parent { added[index] = above } else { top = above }
        let code = try new.code ?? freeCode(below: above)
        if new.code != nil, try isTaken(code) { throw PeopleRefusal.codeTaken }
        let node = Node(
            id: work.newIdentifier(), kind: new.kind, code: code, path: above.path.child(above.last),
            isRoot: false, last: 0)
        try insert(new, node, above)
        added.append(node)
        for level in above.path.upward where locality.contains(level) {
            figures[new.kind.figure, default: [:]][level, default: 0] += 1
        }
    }

    /// The code of the place above with the number of the new one, or the next number that is nobody's: a
    /// building that was moved into a grid has kept its own.
    private func freeCode(below above: Node) throws -> String {
        var number = above.last
        while true {
            let code = above.isRoot ? "\(number)" : "\(above.code)-\(number)"
            if try !isTaken(code) { return code }
            number += 1
        }
    }

    private func isTaken(_ code: String) throws -> Bool {
        try PlaceStore.place(code: code, in: work.community, work.database) != nil
    }

    private func insert(_ new: NewPlace, _ node: Node, _ above: Node) throws {
        try work.database.run(
            """
            INSERT INTO place (community, id, parent, kind, name, english, code, path, tree, depth,
            households, sort, last_child, latitude, longitude)
            VALUES (\(work.community), \(node.id), \(above.id), \(new.kind.rawValue), \(new.name),
            \(new.english), \(node.code), \(node.path), \(node.path.tree), \(node.path.depth),
            \(new.households), \(above.last), 0, \(new.coordinate?.latitude), \(new.coordinate?.longitude))
            """)
    }

    /// Writes down the last numbers given, and the figures.
    func finish() throws {
        for node in added + [top] where node.last > 0 {
            try work.database.run(
                """
                UPDATE place SET last_child = \(node.last)
                WHERE community = \(work.community) AND id = \(node.id)
                """)
        }
        for (figure, levels) in figures {
            for (level, count) in levels { try work.add(count, to: figure, at: level, below: level) }
        }
    }
}
