public import Actions
public import Values

/// An owner asks another to take a need over. Until they accept, it stays with its owner.
public struct TransferNeed: NeedAction {
    public static let name = "needs.transfer"
    public static let right = NeedsRights.transfer

    public let need: Identifier
    public let to: Identifier
    public let reason: String

    public init(_ need: Identifier, to: Identifier, reason: String) {
        self.need = need
        self.to = to
        self.reason = reason
    }

    public func run(on need: Need, in work: Work) throws -> Done {
        guard need.state.isOpen else { throw NeedRefusal.alreadyClosed }
        if need.transferTo != nil { throw NeedRefusal.alreadyAsked }
        let why = try reason(reason)
        let asked = try NeedOwners.enabled(to, at: need.path, in: work)
        try work.change(need) { change in
            change.need.transferTo = asked.account
            change.add(.transferAsked, "\(asked.name)：\(why)")
        }
        try work.send(.transferAsked(need.serial), to: asked.account)
        return Done()
    }
}

/// The one who was asked takes a need over, or does not.
public struct AnswerTransfer: NeedAction {
    public static let name = "needs.answer-transfer"
    public static let right = NeedsRights.transfer

    public let need: Identifier
    public let accepts: Bool
    /// Needed for a no.
    public let reason: String

    public init(_ need: Identifier, accepts: Bool, reason: String = "") {
        self.need = need
        self.accepts = accepts
        self.reason = reason
    }

    public func run(on need: Need, in work: Work) throws -> Done {
        guard let asked = need.transferTo else { throw NeedRefusal.nothingToAnswer }
        guard asked == work.actor.account else { throw NeedRefusal.notAsked }
        if accepts {
            let owner = try NeedOwners.enabled(asked, at: need.path, in: work)
            try work.assign(need, to: owner, as: .transferred)
        } else {
            let why = try reason(reason)
            try work.change(need) { change in
                change.need.transferTo = nil
                change.add(.transferDeclined, why)
            }
        }
        if let before = need.owner, before != asked {
            try work.send(.transferAnswered(need.serial), to: before)
        }
        return Done()
    }
}

/// Another body is asked to help; the need stays with its owner, who goes on answering for it.
public struct ReferNeed: NeedAction {
    public static let name = "needs.refer"
    public static let right = NeedsRights.transfer

    public let need: Identifier
    /// Who is asked, 1 to 60 characters.
    public let body: String
    public let reason: String

    public init(_ need: Identifier, to body: String, reason: String) {
        self.need = need
        self.body = body
        self.reason = reason
    }

    public func run(on need: Need, in work: Work) throws -> Done {
        guard need.state.isOpen else { throw NeedRefusal.alreadyClosed }
        let name = try DraftTexts.text(body, .line(1...60), field: "body")
        let why = try reason(reason)
        try work.change(need) { $0.add(.referred, "\(name)：\(why)", isPublic: true) }
        return Done()
    }
}
