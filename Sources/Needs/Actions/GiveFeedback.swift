public import Actions
public import Values

/// The one who received says how it went: yes closes the need, anything else opens it again.
///
/// They speak by account or by number and secret; staff may write it down for them and say how they heard it.
/// Refuses: a need for which nothing was done yet, and staff's words without how they were heard.
public struct GiveFeedback: NeedAction {
    public static let name = "needs.give-feedback"
    public static let right = NeedsRights.feedback

    public let need: Identifier
    public let satisfaction: Satisfaction
    /// Up to 500 characters; may be empty.
    public let words: String
    /// How staff heard it, as 打电话问的; empty where the one in need says it themselves.
    public let heard: String

    public init(_ need: Identifier, _ satisfaction: Satisfaction, words: String = "", heard: String = "") {
        self.need = need
        self.satisfaction = satisfaction
        self.words = words
        self.heard = heard
    }

    public func run(on need: Need, in work: Work) throws -> Done {
        let text = try DraftTexts.text(words, .passage(0...500), field: "words")
        let how = need.isOwn(of: work.actor) ? "" : try reason(heard)
        let said = [satisfaction.title.chinese, text, how].filter { !$0.isEmpty }.joined(separator: "；")
        let changed = try work.change(need) { change in
            change.add(.feedback, said, isPublic: true)
            try follow(&change, in: work)
            change.need.satisfaction = satisfaction
        }
        work.tell(FeedbackGiven(need: changed, satisfaction: satisfaction, words: text))
        return Done()
    }

    private func follow(_ change: inout NeedChange, in work: Work) throws {
        switch change.need.state {
        case .using, .answered:
            if change.need.state == .using { try change.advance(to: .answered) }
            guard satisfaction == .yes else { return try change.advance(to: .identified, as: .reopened) }
            try change.advance(to: .closed)
            change.need.outcome = "done"
        case .closed:
            if satisfaction != .yes { try work.reopen(&change, "") }
        case .found, .accepted, .identified, .linked: throw NeedRefusal.nothingUsedYet
        case .returned, .merged, .withdrawn: throw NeedRefusal.stateDoesNotFollow
        }
    }
}
