public import Actions
public import Values

/// A worker gives a need back to whoever said it, with a reason out of the vocabulary.
public struct ReturnNeed: NeedAction {
    public static let name = "needs.return"
    public static let right = NeedsRights.handle

    public let need: Identifier
    /// A key of the list of reasons.
    public let reasonKey: String
    /// What is said beside it; may be empty.
    public let words: String

    public init(_ need: Identifier, reason: String, words: String = "") {
        self.need = need
        reasonKey = reason
        self.words = words
    }

    public func run(on need: Need, in work: Work) throws -> Done {
        let vocabulary = try VocabularyStore.vocabulary(in: work.community, work.database)
        guard vocabulary.offers(.returnReason, reasonKey) else { throw NeedRefusal.noSuchReason }
        let said = try DraftTexts.text(words, .passage(0...200), field: "words")
        let reason = vocabulary.name(.returnReason, reasonKey).chinese
        try work.change(need) { change in
            try change.advance(to: .returned, said.isEmpty ? reason : "\(reason)：\(said)")
            change.need.reason = said.isEmpty ? reason : "\(reason)：\(said)"
        }
        return Done()
    }
}

/// Whoever said a need takes it back; staff may do it for them, with a reason.
public struct WithdrawNeed: NeedAction {
    public static let name = "needs.withdraw"
    public static let right = NeedsRights.withdraw

    public let need: Identifier
    public let reason: String

    public init(_ need: Identifier, reason: String = "") {
        self.need = need
        self.reason = reason
    }

    public func run(on need: Need, in work: Work) throws -> Done {
        let isOwn = need.isOwn(of: work.actor)
        let why = isOwn && reason.isEmpty ? "" : try reason(reason)
        try work.change(need) { change in
            try change.advance(to: .withdrawn, why)
            change.need.reason = why.isEmpty ? nil : why
            change.need.outcome = "withdrawn"
        }
        return Done()
    }
}

/// A worker closes a need without its feedback, and says how it ended and why.
///
/// Refuses: an outcome that the vocabulary does not offer, and no reason.
public struct CloseNeed: NeedAction {
    public static let name = "needs.close"
    public static let right = NeedsRights.handle

    public let need: Identifier
    public let outcome: String
    public let reason: String

    public init(_ need: Identifier, outcome: String, reason: String) {
        self.need = need
        self.outcome = outcome
        self.reason = reason
    }

    public func run(on need: Need, in work: Work) throws -> Done {
        let vocabulary = try VocabularyStore.vocabulary(in: work.community, work.database)
        guard vocabulary.offers(.outcome, outcome) else { throw NeedRefusal.noSuchOutcome }
        let why = try reason(reason, .closeNeedsFeedback)
        try NeedCourse.advance(need, to: .closed, in: work, text: why) { need in
            need.outcome = outcome
            need.reason = why
        }
        return Done()
    }
}

/// A worker opens an ended need again, with a note; it stands where it was taken on.
public struct ReopenNeed: NeedAction {
    public static let name = "needs.reopen"
    public static let right = NeedsRights.handle

    public let need: Identifier
    public let note: String

    public init(_ need: Identifier, note: String) {
        self.need = need
        self.note = note
    }

    public func run(on need: Need, in work: Work) throws -> Done {
        guard !need.state.isOpen else { throw NeedRefusal.stillOpen }
        let text = try reason(note)
        try work.change(need) { change in
            change.need.held = .no
            try work.reopen(&change, text)
        }
        return Done()
    }
}

extension Work {
    /// Opens an ended need again; where its owner may no longer own it, another is found.
    func reopen(_ change: inout NeedChange, _ text: String) throws {
        try change.advance(to: .accepted, text, as: .reopened)
        change.need.lateTold = nil
        let path = change.need.path
        if let owner = change.need.owner, try NeedOwners.permitted(owner, at: path, in: self) != nil {
            return
        }
        let vocabulary = try VocabularyStore.vocabulary(in: community, database)
        let next = try NeedOwners.owner(of: change.need.classKey, at: path, vocabulary, self)
        change.need.owner = next?.account
        change.need.ownerName = next?.name ?? ""
    }
}
