public import Actions
public import Values

/// Somebody with a proved phone takes a wish upon them; whose it is they hear from the worker.
public struct ClaimWish: NeedAction {
    public static let name = "wishes.claim"
    public static let right = NeedsRights.claim

    public let need: Identifier

    public init(_ need: Identifier) { self.need = need }

    public func run(on need: Need, in work: Work) throws -> Done {
        guard let account = work.actor.account, work.actor.phoneIsProved else {
            throw NeedRefusal.provePhoneFirst
        }
        guard need.kind == .wish else { throw NeedRefusal.notAWish }
        guard need.isReleased else { throw GroundRefusal.notFound }
        guard need.state.isOpen else { throw NeedRefusal.alreadyClosed }
        guard need.claimedBy == nil else { throw NeedRefusal.alreadyClaimed }
        let changed = try work.change(need) { change in
            change.need.claimedBy = account
            change.need.claimed = work.now
            // The reporter reads that it was claimed, not by whom.
            change.add(.claimed, isPublic: true, isNamed: false)
        }
        if let owner = changed.owner { try work.send(.claimed(changed.serial), to: owner) }
        work.tell(WishClaimed(need: changed, by: account))
        return Done()
    }
}

/// A wish in the eyes of the one who claimed it: it is theirs to give up.
public struct ClaimedWish: Sendable, Placed {
    public let need: Need

    public var path: PlacePath { need.path }
    public func isOwn(of actor: Actor) -> Bool { need.isClaimed(by: actor) }
}

/// The one who claimed a wish, or a worker for them, gives it up; others may claim it again.
public struct UnclaimWish: Action {
    public static let name = "wishes.unclaim"
    public static let right = NeedsRights.unclaim

    public let need: Identifier

    public init(_ need: Identifier) { self.need = need }

    public func subject(in work: Work) throws -> ClaimedWish { ClaimedWish(need: try work.need(need)) }

    public func run(on wish: ClaimedWish, in work: Work) throws -> Done {
        guard wish.need.claimedBy != nil else { throw NeedRefusal.notClaimed }
        try work.change(wish.need) { change in
            change.need.claimedBy = nil
            change.need.claimed = nil
            change.add(.unclaimed, isPublic: true, isNamed: false)
        }
        return Done()
    }

    public func object(of subject: ClaimedWish, _ answer: Done, in work: Work) -> Identifier { need }
}
