public import Actions
import People
import Storage
public import Values

/// Starts a resource circle at a place.
public struct StartCircle: Action {
    public static let name = "circles.start"
    public static let right = ResourceRights.keepCircles
    public let place: Identifier
    public let title: String
    public let purpose: String
    public let lead: String

    public init(place: Identifier, title: String, purpose: String, lead: String) {
        self.place = place
        self.title = title
        self.purpose = purpose
        self.lead = lead
    }

    public func subject(in work: Work) throws -> Place {
        guard let found = try PlaceStore.place(place, in: work.community, work.database) else {
            throw ResourceRefusal.noPlace
        }
        return found
    }

    public func run(on place: Place, in work: Work) throws -> Numbered {
        let made = Numbered(id: work.newIdentifier(), number: try work.nextNumber("circle"))
        try CircleStore.insert(
            made.id, number: made.number, name: title, purpose: purpose, lead: lead, at: place.path, in: work)
        return made
    }

    public func object(of place: Place, _ answer: Numbered, in work: Work) -> Identifier { answer.id }
}

/// Takes a member into a circle with what it pledges.
public struct AddCircleMember: Action {
    public static let name = "circles.add-member"
    public static let right = ResourceRights.keepCircles
    public let circle: Identifier
    public let member: String
    public let isInside: Bool
    public let resource: Identifier?
    public let pledge: PledgeDraft

    public init(
        circle: Identifier, member: String, isInside: Bool, pledge: PledgeDraft, resource: Identifier? = nil
    ) {
        self.circle = circle
        self.member = member
        self.isInside = isInside
        self.pledge = pledge
        self.resource = resource
    }

    public func subject(in work: Work) throws -> Circle { try work.circle(circle) }

    public func run(on circle: Circle, in work: Work) throws -> Identifier {
        guard circle.ended == nil else { throw ResourceRefusal.circleEnded }
        guard (0...1_000_000_000_000).contains(pledge.pledged), !pledge.what.isEmpty else {
            throw ResourceRefusal.noPledge
        }
        if let resource { _ = try work.resource(resource) }
        let made = CircleMember(
            id: work.newIdentifier(), circle: circle.id, name: member, isInside: isInside, resource: resource,
            pledge: pledge.what, kind: pledge.kind, unit: pledge.unit, pledged: pledge.pledged, delivered: 0,
            due: pledge.due, ended: nil)
        try CircleStore.insert(made, in: work)
        return made.id
    }

    public func object(of circle: Circle, _ answer: Identifier, in work: Work) -> Identifier { circle.id }
}

/// Lets a member go; what it delivered stays written.
public struct EndCircleMember: Action {
    public static let name = "circles.end-member"
    public static let right = ResourceRights.keepCircles
    public let circle: Identifier
    public let member: Identifier

    public init(circle: Identifier, member: Identifier) {
        self.circle = circle
        self.member = member
    }

    public func subject(in work: Work) throws -> Circle { try work.circle(circle) }

    public func run(on circle: Circle, in work: Work) throws -> Done {
        let found = try CircleStore.member(member, in: work.community, work.database)
        guard let found, found.circle == circle.id else { throw GroundRefusal.notFound }
        guard found.ended == nil else { throw ResourceRefusal.memberEnded }
        try CircleStore.endMember(member, in: work)
        return Done()
    }

    public func object(of circle: Circle, _ answer: Done, in work: Work) -> Identifier { circle.id }
}

/// Ends a circle.
public struct EndCircle: Action {
    public static let name = "circles.end"
    public static let right = ResourceRights.keepCircles
    public let circle: Identifier

    public init(circle: Identifier) { self.circle = circle }

    public func subject(in work: Work) throws -> Circle { try work.circle(circle) }

    public func run(on circle: Circle, in work: Work) throws -> Done {
        guard circle.ended == nil else { throw ResourceRefusal.circleEnded }
        try CircleStore.end(circle.id, in: work)
        return Done()
    }

    public func object(of circle: Circle, _ answer: Done, in work: Work) -> Identifier { circle.id }
}

extension Work {
    func circle(_ id: Identifier) throws -> Circle {
        guard let found = try CircleStore.circle(id, in: community, database) else {
            throw GroundRefusal.notFound
        }
        return found
    }
}
