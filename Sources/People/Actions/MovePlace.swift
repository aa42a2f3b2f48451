public import Actions
import Storage
public import Values

/// Moves a place with all below it under another of the same community; figures, roles and slips go along.
public struct MovePlace: Action {
    public static let name = "people.move-place"
    public static let right = PeopleRights.changeTree

    let place: Identifier
    let parent: Identifier

    public init(_ place: Identifier, below parent: Identifier) {
        self.place = place
        self.parent = parent
    }

    public func subject(in work: Work) throws -> Place {
        let place = try work.place(place)
        if place.kind <= .building { try work.requireGridsAtRest() }
        return place
    }

    public func run(on place: Place, in work: Work) throws -> Done {
        let above = try target(of: place, in: work)
        if above.id == place.parent { return Done() }
        work.tell(try work.carry(place, below: above))
        return Done()
    }

    /// The place to move below, if it may be.
    private func target(of place: Place, in work: Work) throws -> Place {
        guard place.id != place.community else { throw PeopleRefusal.placeIsRoot }
        let above = try work.place(parent)
        try work.require(PeopleRights.changeTree, on: above)
        guard try !PlaceStore.isClosed(above.id, in: work.community, work.database) else {
            throw PeopleRefusal.placeClosed
        }
        guard !place.path.contains(above.path) else { throw PeopleRefusal.movesIntoItself }
        guard above.kind < place.kind else { throw PeopleRefusal.wrongParent }
        return above
    }

    public func object(of subject: Place, _ answer: Done, in work: Work) -> Identifier { place }
}

extension Work {
    /// Carries a place with all below it under another one that may stand above it; where it stood is kept
    /// for its days, until the one from which it stands there.
    func carry(_ place: Place, below above: Place, from day: Day? = nil) throws -> PlaceMoved {
        try PastPlaceStore.note(place, until: day ?? now.day(in: .shanghai), in: self)
        let number = try reserveChildren(1, of: above.id, in: community)
        let move = Move(
            from: place.path, to: above.path.child(number), locality: try self.place(community).path,
            isOpen: try !PlaceStore.isClosed(place.id, in: community, database), kind: place.kind)
        try move.carryFigures(in: self)
        try move.carryPlaces(in: self)
        try database.run(
            """
            UPDATE place SET parent = \(above.id), sort = \(number)
            WHERE community = \(community) AND id = \(place.id)
            """)
        return PlaceMoved(community: community, old: move.from, new: move.to)
    }
}

/// One subtree on its way from a path to another.
private struct Move {
    let from: PlacePath
    let to: PlacePath
    let locality: PlacePath
    let isOpen: Bool
    let kind: PlaceKind

    /// Every figure of the subtree leaves the places above for the new ones, and its own rows go along.
    func carryFigures(in work: Work) throws {
        var totals = try work.database.all(
            """
            SELECT name, number FROM figure WHERE community = \(work.community) AND path = \(from)
            ORDER BY name LIMIT 10000
            """
        ) { ($0.text(0), $0.integer(1)) }
        // A place counts among what stands below its parents, not below itself.
        if isOpen { totals.append((kind.figure, 1)) }
        for (name, number) in totals where number != 0 {
            try work.add(-number, to: name, at: above(from), below: locality)
            try work.add(number, to: name, at: above(to), below: locality)
        }
        try work.database.run(
            """
            UPDATE figure SET path = \(to) || \(SQL.rest(of: "path", from: from.text.utf8.count + 1))
            WHERE community = \(work.community) AND path >= \(from) AND path < \(from.end)
            """)
    }

    func carryPlaces(in work: Work) throws {
        let rest = from.text.utf8.count + 1
        try work.database.run(
            """
            UPDATE place SET path = \(to) || \(SQL.rest(of: "path", from: rest)),
            tree = \(to.tree) || \(SQL.rest(of: "tree", from: from.tree.utf8.count + 1)),
            depth = depth + \(to.depth - from.depth)
            WHERE community = \(work.community) AND path >= \(from) AND path < \(from.end)
            """)
        try work.database.run(
            """
            UPDATE household SET path = \(to) || \(SQL.rest(of: "path", from: rest))
            WHERE community = \(work.community) AND path >= \(from) AND path < \(from.end)
            """)
        try work.database.run(
            """
            UPDATE arriving_figure SET path = \(to) || \(SQL.rest(of: "path", from: rest))
            WHERE community = \(work.community) AND path >= \(from) AND path < \(from.end)
            """)
        try work.database.run(
            """
            UPDATE role_grant SET path = \(to) || \(SQL.rest(of: "path", from: rest))
            WHERE community = \(work.community) AND path >= \(from) AND path < \(from.end)
            """)
        try work.database.run(
            """
            UPDATE slip SET path = \(to) || \(SQL.rest(of: "path", from: rest))
            WHERE community = \(work.community) AND path >= \(from) AND path < \(from.end)
            """)
    }

    private func above(_ path: PlacePath) -> PlacePath { path.upward.dropFirst().first ?? .root }
}
