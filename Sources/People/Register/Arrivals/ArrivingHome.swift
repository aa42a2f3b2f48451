public import Actions
import Storage
public import Values

/// Where a table says that somebody lives, of which the last steps are not in the tree of places yet.
public struct ArrivingHome: Sendable, Hashable {
    /// One step further down: 12栋, 2单元, 501.
    public struct Step: Sendable, Hashable {
        public let kind: PlaceKind
        public let name: String

        public init(_ kind: PlaceKind, _ name: String) {
            self.kind = kind
            self.name = name
        }
    }

    /// The last place of the address that there is.
    public let above: Identifier
    /// The next place, to be made first.
    public let step: Step

    public init(below above: Identifier, _ step: Step) {
        self.above = above
        self.step = step
    }

    /// Whether only those who change the tree of places may make it.
    public var isBuilding: Bool { step.kind <= .building }
}

extension RegisterArrivals {
    /// Makes the places that are still missing below one, those of a name once.
    ///
    /// - Returns: the new places in the order of the names; none where all were made meanwhile.
    public static func make(
        _ steps: [ArrivingHome.Step], below above: Identifier, in work: Work
    ) throws -> [Identifier] {
        let top = try work.place(above)
        if top.kind < .building { try work.requireGridsAtRest() }
        if steps.contains(where: { $0.kind <= .building }) {
            try work.require(PeopleRights.changeTree, on: top)
        }
        let there = try PlaceStore.children(of: above, in: work.community, work.database, limit: 5000)
        var names = Set(there.map { Array($0.name.utf8) })
        let missing = steps.filter { names.insert(Array($0.name.utf8)).inserted }
        if missing.isEmpty { return [] }
        return try work.plant(missing.map { NewPlace($0.kind, $0.name) }, below: top)
    }

    /// Closes places that a table brought, the lowest first, but for those where somebody lives or has lived.
    public static func closeEmpty(_ places: [Identifier], in work: Work) throws {
        for id in places {
            guard let place = try PlaceStore.place(id, in: work.community, work.database),
                let parent = place.parent,
                try !PlaceStore.isClosed(id, in: work.community, work.database),
                try PlaceStore.children(of: id, in: work.community, work.database, limit: 1).isEmpty,
                try !work.database.exists(
                    "SELECT 1 FROM household WHERE community = \(work.community) AND place = \(id) LIMIT 1")
            else { continue }
            try work.close(place, below: parent)
        }
    }
}
