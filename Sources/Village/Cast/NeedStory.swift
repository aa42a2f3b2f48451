/// What became of one need in the demo: as it was said, by whom it was answered, and how it ended. Invented.
///
/// Whoever tells the demo turns each story into the actions that bring it about, in order of `daysAgo`.
public struct NeedStory: Sendable, Hashable {
    /// How far it has come.
    public enum State: String, Sendable, Hashable, CaseIterable {
        case found, identified, linked, used
        /// Done, and waiting for a word of those who asked.
        case awaitingFeedback = "fed-back"
        case closed
    }

    /// For whom it was said.
    public enum Beneficiary: String, Sendable, Hashable, CaseIterable {
        case own, family, neighbour, everyone
    }

    /// What happened on the way, besides the five steps.
    public enum Turn: Sendable, Hashable {
        /// Said without a name or number.
        case anonymous
        case withPhoto
        /// The due date passed before it was done.
        case late
        /// Opened again after its first feedback said no.
        case reopened
        /// Handed on and sent back, with the key of a return reason.
        case returned(reason: String)
        /// The owner of a resource said no, with the key of a decline reason.
        case declined(resource: String, reason: String)
        /// So many others joined their voice.
        case voices(Int)
        /// Merged into the story of that number.
        case merged(Int)
        /// Became a matter for the council.
        case toCouncil
        /// Became a case; its notes are for the caseworker alone.
        case toCase
    }

    /// 1 to 150, in the order in which they were said.
    public let number: Int
    /// What the resident said, in their words.
    public let text: String
    /// The key of a `DefaultNeedClass`.
    public let needClass: String
    /// The key of a `DefaultNeedTerms.groups` term.
    public let group: String
    /// The key of a `DefaultUrgency`.
    public let urgency: String
    /// The key of a `DefaultNeedTerms.sources` term.
    public let source: String
    public let beneficiary: Beneficiary
    public let place: CastPlace
    /// Said so many days before the demo's today, 0 to 182.
    public let daysAgo: Int
    /// Days from saying it to where it stands now.
    public let daysTaken: Int
    public let state: State
    /// The key of a `DefaultNeedTerms.outcomes` term once closed; empty before.
    public let outcome: String
    /// The keys of the resources that answered it, or are asked to; may be empty.
    public let resources: [String]
    public let turns: [Turn]
    /// What the reporter said at the end; empty where nothing yet.
    public let feedback: String
    /// The sentence released to the public page; empty where none is.
    public let released: String
    /// What the staff wrote down for themselves.
    public let note: String

    public var isAnonymous: Bool { turns.contains(.anonymous) }
}
