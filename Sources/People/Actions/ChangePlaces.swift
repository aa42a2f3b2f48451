public import Actions
import Storage
public import Values

/// Gives a place another name.
public struct RenamePlace: Action {
    public static let name = "people.rename-place"
    public static let right = PeopleRights.changeTree

    let place: Identifier
    let placeName: String
    let english: String

    public init(_ place: Identifier, name: String, english: String = "") {
        self.place = place
        placeName = name
        self.english = english
    }

    public func subject(in work: Work) throws -> Place { try work.place(place) }

    public func run(on place: Place, in work: Work) throws -> Done {
        try work.database.run(
            """
            UPDATE place SET name = \(placeName), english = \(english)
            WHERE community = \(work.community) AND id = \(place.id)
            """)
        if place.kind.holdsRows { try renameParents(at: place.path, in: work) }
        return Done()
    }

    /// The nodes below carry the names above them.
    private func renameParents(at path: PlacePath, in work: Work) throws {
        for locality in try LocalityStore.below(path, work.database) where locality.path != path {
            let line = try PlaceStore.line(to: locality.path, work.database)
            let parents = line.dropLast().map(\.name).joined(separator: " ")
            try work.database.run(
                "UPDATE locality SET parents = \(parents) WHERE community = \(locality.id)")
        }
    }

    public func object(of subject: Place, _ answer: Done, in work: Work) -> Identifier { place }
}

/// Closes a place that has nothing open below it; what happened there stays.
public struct ClosePlace: Action {
    public static let name = "people.close-place"
    public static let right = PeopleRights.changeTree

    let place: Identifier

    public init(_ place: Identifier) { self.place = place }

    public func subject(in work: Work) throws -> Place {
        let place = try work.place(place)
        if place.kind <= .building { try work.requireGridsAtRest() }
        return place
    }

    public func run(on place: Place, in work: Work) throws -> Done {
        guard let parent = place.parent, place.id != place.community else { throw PeopleRefusal.placeIsRoot }
        guard try !PlaceStore.isClosed(place.id, in: work.community, work.database) else {
            throw PeopleRefusal.placeClosed
        }
        guard try PlaceStore.children(of: place.id, in: work.community, work.database, limit: 1).isEmpty
        else {
            throw PeopleRefusal.placeHasChildren
        }
        try work.close(place, below: parent)
        return Done()
    }

    public func object(of subject: Place, _ answer: Done, in work: Work) -> Identifier { place }
}

extension Work {
    /// Closes a place; the figures above it count one less. From `day` on it was no more.
    func close(_ place: Place, below parent: Identifier, from day: Day? = nil) throws {
        let closed = day.map { min(now, $0.adding(days: 1).start(in: .shanghai) - .seconds(1)) } ?? now
        try database.run(
            "UPDATE place SET closed = \(closed) WHERE community = \(community) AND id = \(place.id)")
        let above = try self.place(parent), root = try self.place(community)
        try add(-1, to: place.kind.figure, at: above.path, below: root.path)
    }
}
