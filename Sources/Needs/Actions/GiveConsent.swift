public import Actions
public import Values

/// The one in need agrees that whoever helps may hear who it is, or takes that back.
public struct GiveConsent: NeedAction {
    public static let name = "needs.give-consent"
    public static let right = NeedsRights.consent

    public let need: Identifier
    public let isGiven: Bool
    /// How staff heard it; empty where the one in need says it themselves.
    public let heard: String

    public init(_ need: Identifier, _ isGiven: Bool, heard: String = "") {
        self.need = need
        self.isGiven = isGiven
        self.heard = heard
    }

    public func run(on need: Need, in work: Work) throws -> Done {
        let how = need.isOwn(of: work.actor) ? "" : try reason(heard)
        let changed = try work.change(need) { change in
            change.need.consent = isGiven ? work.now : nil
            change.add(isGiven ? .consent : .consentTaken, how, isPublic: true)
        }
        work.tell(ConsentChanged(need: changed, isGiven: isGiven))
        return Done()
    }
}

/// A worker looks at name and telephone of a need, and says why. The look stands in the need's history.
///
/// The answer does not hold the contact, because answers are kept:
/// ``NeedStore/openedContact(of:by:_:_:at:)`` gives it to the same person for ten minutes.
public struct OpenContact: NeedAction {
    public static let name = "needs.open-contact"
    public static let right = NeedsRights.contact

    public let need: Identifier
    public let reason: String

    public init(_ need: Identifier, reason: String) {
        self.need = need
        self.reason = reason
    }

    public func run(on need: Need, in work: Work) throws -> Done {
        guard need.contact != nil else { throw NeedRefusal.noContact }
        let why = try reason(reason, .contactReason)
        try work.change(need) { $0.add(.contact, why) }
        work.record(["reason": why], about: need.id)
        return Done()
    }
}
