public import Actions
public import Values

/// A worker looked at a held report and lets it in; it counts from now on.
public struct ReleaseHeld: NeedAction {
    public static let name = "needs.release-held"
    public static let right = NeedsRights.admit

    public let need: Identifier

    public init(_ need: Identifier) { self.need = need }

    public func run(on need: Need, in work: Work) throws -> Done {
        guard need.held == .waiting else { throw NeedRefusal.notHeld }
        let admitted = try work.change(need) { change in
            change.need.held = .no
            change.add(.releasedFromHold, isPublic: true)
        }
        work.tell(NeedReported(need: admitted))
        return Done()
    }
}

/// A worker looked at a held report and does not take it in; its reporter reads why. It enters no figure.
public struct RefuseHeld: NeedAction {
    public static let name = "needs.refuse-held"
    public static let right = NeedsRights.admit

    public let need: Identifier
    public let reason: String

    public init(_ need: Identifier, reason: String) {
        self.need = need
        self.reason = reason
    }

    public func run(on need: Need, in work: Work) throws -> Done {
        guard need.held == .waiting else { throw NeedRefusal.notHeld }
        let why = try reason(reason)
        try work.change(need) { change in
            try change.advance(to: .returned, why, as: .refused)
            change.need.held = .refused
            change.need.reason = why
        }
        return Done()
    }
}
