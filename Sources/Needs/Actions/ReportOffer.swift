public import Actions
public import Values

/// A resident says what they can do for others.
///
/// Refuses: a place or class that is not there, and an offer without a way to reach the one who makes it.
public struct ReportOffer: Action {
    public static let name = "offers.report"
    public static let right = NeedsRights.offer

    /// Words: what they can do. Best-by: when they have time.
    public let draft: NeedDraft
    public let remote: String?

    public init(_ draft: NeedDraft, remote: String? = nil) {
        self.draft = draft
        self.remote = remote
    }

    public func subject(in work: Work) throws -> NeedSpot {
        try NeedSpot(draft.place, in: work.community, work.database)
    }

    public func run(on spot: NeedSpot, in work: Work) throws -> ReportedOffer {
        let draft = try draft.checked()
        guard !draft.contact.phone.isEmpty || work.actor.account != nil else {
            throw NeedRefusal.phoneForMessages
        }
        let texts = try DraftTexts(draft)
        let vocabulary = try VocabularyStore.vocabulary(in: work.community, work.database)
        let choice = try DraftChoice(draft, vocabulary)
        let isHeld = try ReportLimits.isBeyond(
            phone: draft.contact.phone, by: .page(remote: remote), in: work)
        let id = work.newIdentifier()
        let contact = draft.contact.isEmpty ? nil : try draft.contact.sealed(of: id, try work.key(of: id))
        let offer = Offer(
            id: id, community: work.community, number: try work.nextNumber("offer"), place: spot.place.id,
            path: spot.path, gridName: spot.gridName, classKey: choice.classKey, title: texts.title,
            words: texts.words, hours: texts.bestBy ?? "", state: .made, reporter: work.actor.account,
            contact: contact, made: work.now, isHeld: isHeld)
        try OfferStore.insert(offer, work.database)
        work.tell(OfferReported(offer: offer))
        return ReportedOffer(id: id, number: offer.serial)
    }

    public func object(of subject: NeedSpot, _ answer: ReportedOffer, in work: Work) -> Identifier {
        answer.id
    }
}

/// What the one who offers hears.
public struct ReportedOffer: Sendable, Codable, Hashable {
    public let id: Identifier
    public let number: String
}

/// A worker heard an offer and registers it, perhaps as a resource, or thanks for it.
public struct AnswerOffer: Action {
    public static let name = "offers.answer"
    public static let right = NeedsRights.registerOffer

    public let offer: Identifier
    public let isRegistered: Bool
    /// The resource that was made of it; nil where it stays an entry of the think-tank.
    public let resource: Identifier?

    public init(_ offer: Identifier, isRegistered: Bool, resource: Identifier? = nil) {
        self.offer = offer
        self.isRegistered = isRegistered
        self.resource = resource
    }

    public func subject(in work: Work) throws -> Offer {
        guard let found = try OfferStore.offer(offer, in: work.community, work.database) else {
            throw GroundRefusal.notFound
        }
        return found
    }

    public func run(on offer: Offer, in work: Work) throws -> Done {
        guard offer.state == .made else { throw NeedRefusal.offerAlreadyAnswered }
        var answered = offer
        answered.state = isRegistered ? .registered : .declined
        answered.resource = resource
        answered.isHeld = false
        try OfferStore.update(answered, work.database)
        return Done()
    }

    public func object(of subject: Offer, _ answer: Done, in work: Work) -> Identifier { offer }
}

/// A worker looks at name and telephone of an offer, and says why; the record keeps that.
public struct OpenOfferContact: Action {
    public static let name = "offers.open-contact"
    public static let right = NeedsRights.registerOffer

    public let offer: Identifier
    public let reason: String

    public init(_ offer: Identifier, reason: String) {
        self.offer = offer
        self.reason = reason
    }

    public func subject(in work: Work) throws -> Offer {
        guard let found = try OfferStore.offer(offer, in: work.community, work.database) else {
            throw GroundRefusal.notFound
        }
        return found
    }

    public func run(on offer: Offer, in work: Work) throws -> Done {
        guard offer.contact != nil else { throw NeedRefusal.noContact }
        let why = try DraftTexts.text(reason, .passage(0...200), field: "reason")
        guard !why.isEmpty else { throw NeedRefusal.contactReason }
        work.record(["reason": why], about: offer.id)
        return Done()
    }

    public func object(of subject: Offer, _ answer: Done, in work: Work) -> Identifier { offer }
}
