public import Actions
import People
import Storage
public import Values

/// Asks a resource for a need. What is asked for is taken out of the period's capacity in this transaction.
///
/// A resource of another community is asked by letter, and its capacity is taken there.
/// Refuses: a need held or closed; a resource paused, not shared here, already asked; too little left.
public struct ProposeLink: Action {
    public static let name = "links.propose"
    public static let right = ResourceRights.propose
    public let need: Identifier
    public let resource: Identifier
    public let resourceCommunity: Identifier
    public let quantity: Int64
    public let wantedDay: Day?
    public let kind: LinkKind
    /// What the resource's owner is told beside class, grid and quantity; never who.
    public let note: String
    /// Why it was recommended, in words.
    public let reasons: String
    /// Books over the capacity; a further right.
    public let overbook: Bool

    public init(
        need: Identifier, resource: Identifier, of resourceCommunity: Identifier, quantity: Int64,
        wantedDay: Day? = nil, kind: LinkKind = .use, note: String = "", reasons: String = "",
        overbook: Bool = false
    ) {
        self.need = need
        self.resource = resource
        self.resourceCommunity = resourceCommunity
        self.quantity = quantity
        self.wantedDay = wantedDay
        self.kind = kind
        self.note = note
        self.reasons = reasons
        self.overbook = overbook
    }

    public func subject(in work: Work) throws -> Need {
        guard let found = try NeedStore.need(need, in: work.community, work.database) else {
            throw GroundRefusal.notFound
        }
        return found
    }

    public func run(on need: Need, in work: Work) throws -> Identifier {
        try check(need, in: work)
        guard
            let resource = try ResourceStore.resource(resource, in: resourceCommunity, work.database)
        else { throw GroundRefusal.notFound }
        let isLocal = resourceCommunity == work.community
        try check(resource, for: need, isLocal: isLocal, in: work)
        let link = made(need, resource, isLocal: isLocal, in: work)
        let ask = try ask(link, need, in: work)
        if isLocal {
            if overbook { try work.require(ResourceRights.overbook, on: need) }
            _ = try Booking.reserve(ask, of: resource, from: work.community, overbook: overbook, in: work)
        } else {
            try work.write(ask, ResourceLetters.ask, to: resourceCommunity, about: need.id)
        }
        try LinkStore.insert(link, by: work.actor.account, in: work)
        try LinkBook.count(quantity, .asked, at: need.path, in: work)
        try LinkCourse.follow(need.id, after: link, in: work)
        return link.id
    }

    private func check(_ need: Need, in work: Work) throws {
        switch need.state {
        case .found, .accepted, .identified, .linked, .using, .answered: break
        case .closed, .returned, .merged, .withdrawn: throw ResourceRefusal.needClosed
        }
        guard (1...1_000_000_000).contains(quantity) else { throw ResourceRefusal.overflow }
        if let wantedDay, wantedDay < work.now.day(in: .shanghai) { throw ResourceRefusal.dayPast }
    }

    private func check(_ resource: Resource, for need: Need, isLocal: Bool, in work: Work) throws {
        guard resource.isActive else { throw ResourceRefusal.paused(name: resource.name) }
        let links = try LinkStore.links(of: need.id, in: work.community, work.database)
        if links.contains(where: {
            $0.resource == resource.id && ($0.state == .sent || $0.state.waitsForOwner)
        }) {
            throw ResourceRefusal.alreadyLinked(name: resource.name)
        }
        if isLocal { return }
        let isShared = try ShareStore.isShared(
            resource.id, of: resource.community, with: need.path, work.database)
        guard isShared else { throw ResourceRefusal.notShared }
    }

    private func made(_ need: Need, _ resource: Resource, isLocal: Bool, in work: Work) -> ResourceLink {
        ResourceLink(
            id: work.newIdentifier(), community: work.community, need: need.id, path: need.path,
            owner: need.owner,
            resourceCommunity: resourceCommunity, resource: resource.id, resourceNumber: resource.number,
            resourceName: resource.name, ownerName: resource.content.ownerName, unit: resource.unit,
            kind: kind,
            state: isLocal ? .proposed : .sent, asked: quantity, promised: 0, delivered: 0,
            proposed: work.now,
            proposedName: work.actor.name, wantedDay: wantedDay, offeredDay: nil, answered: nil,
            answerReason: "",
            reasons: reasons)
    }

    private func ask(_ link: ResourceLink, _ need: Need, in work: Work) throws -> LinkAsk {
        let vocabulary = try VocabularyStore.vocabulary(in: work.community, work.database)
        let home = try PlaceStore.place(work.community, in: work.community, work.database)
        return LinkAsk(
            link: link.id, resource: resource, quantity: quantity,
            day: wantedDay ?? work.now.day(in: .shanghai), isDayWanted: wantedDay != nil,
            className: vocabulary.className(need.classKey).chinese, gridName: need.gridName, note: note,
            fromName: home?.name ?? "")
    }

    public func object(of need: Need, _ answer: Identifier, in work: Work) -> Identifier { need.id }
}
