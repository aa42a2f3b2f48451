public import Actions
import Storage
public import Values

/// Takes up the other day that the resource's owner proposed.
public struct AcceptOtherDay: Action {
    public static let name = "links.accept-other-day"
    public static let right = ResourceRights.propose
    public let link: Identifier

    public init(link: Identifier) { self.link = link }

    public func subject(in work: Work) throws -> ResourceLink { try work.link(link) }

    public func run(on before: ResourceLink, in work: Work) throws -> Done {
        guard before.state == .otherDay else { throw ResourceRefusal.noOtherDay }
        try LinkBook.tell(.acceptsOtherDay, of: before, in: work)
        try LinkBook.hear(.accepted(quantity: before.asked), of: before, in: work)
        return Done()
    }

    public func object(of link: ResourceLink, _ answer: Done, in work: Work) -> Identifier { link.need }
}

/// Ends a link: what was not delivered goes back to the resource.
///
/// Refuses: a link that has ended, an ending without its reason.
public struct EndLink: Action {
    public static let name = "links.end"
    public static let right = ResourceRights.propose
    public let link: Identifier
    public let reason: String

    public init(link: Identifier, reason: String) {
        self.link = link
        self.reason = reason
    }

    public func subject(in work: Work) throws -> ResourceLink { try work.link(link) }

    public func run(on before: ResourceLink, in work: Work) throws -> Done {
        guard before.state.isOpen else { throw ResourceRefusal.linkClosed }
        guard !reason.isEmpty else { throw ResourceRefusal.reasonMissing }
        let isBegun = before.state == .accepted || before.state == .using
        try LinkBook.tell(isBegun ? .ended : .withdrawn, of: before, in: work)
        var now = before
        now.state = isBegun ? .ended : .withdrawn
        now.answerReason = reason
        try LinkBook.write(now, was: before, in: work)
        return Done()
    }

    public func object(of link: ResourceLink, _ answer: Done, in work: Work) -> Identifier { link.need }
}

/// Tells the resource's owner who it is for, after the person agreed.
///
/// Refuses: a need without recorded consent or without a contact.
public struct TellOwner: Action {
    public static let name = "links.tell-owner"
    public static let right = ResourceRights.propose
    public let link: Identifier

    public init(link: Identifier) { self.link = link }

    public func subject(in work: Work) throws -> ResourceLink { try work.link(link) }

    public func run(on link: ResourceLink, in work: Work) throws -> Done {
        guard link.state == .accepted || link.state == .using else { throw ResourceRefusal.notAccepted }
        guard let need = try NeedStore.need(link.need, in: work.community, work.database),
            need.consent != nil,
            let contact = try NeedStore.contact(of: need, work.database, work.keys), !contact.isEmpty
        else { throw ResourceRefusal.noConsent }
        let words = [contact.name, contact.phone, need.placeName].filter { !$0.isEmpty }.joined(
            separator: "，")
        try LinkBook.tell(.who(words), of: link, in: work)
        return Done()
    }

    public func object(of link: ResourceLink, _ answer: Done, in work: Work) -> Identifier { link.need }
}

extension Work {
    /// A link of this community's need.
    func link(_ id: Identifier) throws -> ResourceLink {
        guard let found = try LinkStore.link(id, in: community, database) else {
            throw GroundRefusal.notFound
        }
        return found
    }
}
