public import Actions
import Storage
public import Values

/// Changes what is written of a resource. Its verification stays as it was: an edit is not a look at the
/// thing.
///
/// Refuses: what ``AddResource`` refuses; a capacity below what a running period already holds, unless said.
public struct EditResource: Action {
    public static let name = "resources.edit"
    public static let right = ResourceRights.keep
    public let resource: Identifier
    public let content: ResourceContent
    /// Nil leaves the contact as it is; empty takes it away.
    public let contact: String?
    /// What is taken already may be more than the new capacity; it is then recorded as overbooked.
    public let mayOverbook: Bool

    public init(
        resource: Identifier, content: ResourceContent, contact: String? = nil, mayOverbook: Bool = false
    ) {
        self.resource = resource
        self.content = content
        self.contact = contact
        self.mayOverbook = mayOverbook
    }

    public func subject(in work: Work) throws -> Resource { try work.resource(resource) }

    public func run(on before: Resource, in work: Work) throws -> Done {
        let standing = try content.checked(in: work)
        try resize(before, in: work)
        if before.isActive {
            try ResourceFigures.count(-1, before.content, at: before.path, in: work)
            try ResourceFigures.count(1, content, at: standing.path, in: work)
        }
        try ResourceStore.update(before.id, content, standing, in: work)
        if let contact { try ResourceStore.writeContact(of: before.id, contact, in: work) }
        try ResourceStore.index(before.id, content, number: before.number, in: work)
        return Done()
    }

    /// Periods that run or are to come get the new capacity; those past keep the one they had.
    private func resize(_ before: Resource, in work: Work) throws {
        guard content.period == before.content.period, content.capacity != before.capacity else { return }
        let present = content.period.key(of: work.now.day(in: .shanghai))
        let fullest = try PeriodStore.fullest(of: before.id, from: present, in: work.community, work.database)
        if let capacity = content.capacity, let fullest, fullest.taken > capacity, !mayOverbook {
            throw ResourceRefusal.capacityTooSmall(taken: fullest.taken, period: fullest.period)
        }
        try PeriodStore.resize(before.id, to: content.capacity, from: present, in: work)
    }

    public func object(of subject: Resource, _ answer: Done, in work: Work) -> Identifier { subject.id }
}

/// Takes a resource out of use for a while, or brings it back. What is promised stays promised.
public struct PauseResource: Action {
    public static let name = "resources.pause"
    public static let right = ResourceRights.keep
    public let resource: Identifier
    public let isActive: Bool

    public init(resource: Identifier, isActive: Bool) {
        self.resource = resource
        self.isActive = isActive
    }

    public func subject(in work: Work) throws -> Resource { try work.resource(resource) }

    public func run(on subject: Resource, in work: Work) throws -> Done {
        guard subject.isActive != isActive else {
            throw isActive ? ResourceRefusal.alreadyActive : ResourceRefusal.alreadyPaused
        }
        try ResourceStore.setActive(subject.id, isActive, in: work)
        try ResourceFigures.count(isActive ? 1 : -1, subject.content, at: subject.path, in: work)
        return Done()
    }

    public func object(of subject: Resource, _ answer: Done, in work: Work) -> Identifier { subject.id }
}

/// Records that somebody looked and found it so: who, when, and how.
public struct VerifyResource: Action {
    public static let name = "resources.verify"
    public static let right = ResourceRights.verify
    public let resource: Identifier
    public let how: VerificationWay
    public let note: String

    public init(resource: Identifier, how: VerificationWay, note: String = "") {
        self.resource = resource
        self.how = how
        self.note = note
    }

    public func subject(in work: Work) throws -> Resource { try work.resource(resource) }

    public func run(on subject: Resource, in work: Work) throws -> Done {
        let check = Verification(at: work.now, by: work.actor.name, how: how)
        try ResourceStore.verify(subject.id, check, note: note, in: work)
        return Done()
    }

    public func object(of subject: Resource, _ answer: Done, in work: Work) -> Identifier { subject.id }
}

/// Sets after how many days the community asks about a resource again, 7 to 3650.
public struct SetStaleDays: Action {
    public static let name = "resources.set-stale-days"
    public static let right = ResourceRights.share
    public let days: Int

    public init(days: Int) { self.days = min(max(days, 7), 3650) }

    public func subject(in work: Work) throws -> PlacePath { try work.communityPath() }

    public func run(on subject: PlacePath, in work: Work) throws -> Done {
        try ResourceStore.setStaleDays(days, in: work)
        return Done()
    }

    public func object(of subject: PlacePath, _ answer: Done, in work: Work) -> Identifier { work.community }
}

extension Work {
    /// A resource of this community.
    func resource(_ id: Identifier) throws -> Resource {
        guard let found = try ResourceStore.resource(id, in: community, database) else {
            throw GroundRefusal.notFound
        }
        return found
    }
}
