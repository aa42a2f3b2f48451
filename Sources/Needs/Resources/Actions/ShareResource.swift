public import Actions
import People
import Storage
public import Values

/// Shows a resource to another place of the tree, up or across, and to all below it, by its owner's choice.
///
/// Refuses: a place that is not there, its own community, a share that stands already.
public struct ShareResource: Action {
    public static let name = "resources.share"
    public static let right = ResourceRights.share
    public let resource: Identifier
    public let to: PlacePath

    public init(resource: Identifier, to: PlacePath) {
        self.resource = resource
        self.to = to
    }

    public func subject(in work: Work) throws -> Resource { try work.resource(resource) }

    public func run(on subject: Resource, in work: Work) throws -> Identifier {
        guard let place = try PlaceStore.place(at: to, work.database) else { throw ResourceRefusal.noPlace }
        if place.id == work.community { throw ResourceRefusal.shareWithItself }
        let shares = try ShareStore.shares(of: subject.id, in: work.community, work.database)
        if shares.contains(where: { $0.path == to }) { throw ResourceRefusal.alreadyShared }
        return try ShareStore.insert(subject.id, to: place, in: work)
    }

    public func object(of subject: Resource, _ answer: Identifier, in work: Work) -> Identifier { subject.id }
}

/// Takes a share back; links already promised stand.
public struct EndShare: Action {
    public static let name = "resources.end-share"
    public static let right = ResourceRights.share
    public let resource: Identifier
    public let share: Identifier

    public init(resource: Identifier, share: Identifier) {
        self.resource = resource
        self.share = share
    }

    public func subject(in work: Work) throws -> Resource { try work.resource(resource) }

    public func run(on subject: Resource, in work: Work) throws -> Done {
        guard try ShareStore.end(share, of: subject.id, in: work) else { throw ResourceRefusal.shareEnded }
        return Done()
    }

    public func object(of subject: Resource, _ answer: Done, in work: Work) -> Identifier { subject.id }
}
