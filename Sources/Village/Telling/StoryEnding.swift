import Actions
import Needs
import Values

extension Stage {
    /// The word of the one who received, and how it ended.
    func end(_ deed: Deed, of story: NeedStory) async throws {
        let told = try told(story.number), owner = try owner(of: story), what = "\(story.number)"
        switch deed {
        case .answer(let satisfaction, let words):
            // Whoever left no number was asked at the door.
            let heard = story.isAnonymous ? "路上碰到问的" : ""
            let actor = story.isAnonymous ? owner.actor : told.reporterActor
            let answering = GiveFeedback(told.id, satisfaction, words: words, heard: heard)
            try await perform(answering, by: actor, what)
            try await carryLetters()
        case .close(let outcome):
            let closing = CloseNeed(told.id, outcome: outcome, reason: story.closingReason)
            try await perform(closing, by: owner.actor, what)
            try await carryLetters()
        case .withdraw:
            let withdrawing = WithdrawNeed(told.id, reason: "自己解决了，谢谢")
            try await perform(withdrawing, by: told.reporterActor, what)
        case .merge(let number):
            // The two may have different heads; the supervisor sees to both.
            let merging = MergeNeeds([told.id], into: try self.told(number).id)
            try await perform(merging, by: try player("shen-yingzhu").actor, what)
        default: throw TellingFault(description: "\(deed) is no ending")
        }
    }
}

extension Told {
    /// The one who said it: by their account, or by number and secret.
    var reporterActor: Actor { reporter?.actor ?? Actor(kind: .anyone, opened: [id]) }
}

extension NeedStory {
    /// What is written beside the outcome: the staff's own note, or what every such ending has in common.
    fileprivate var closingReason: String {
        if !note.isEmpty { return String(note.prefix(150)) }
        return switch outcome {
        case "done": "办好了，回过话"
        case "explained": "说明白了，本人听懂了"
        case "passed-on": "转过去了，那边已接"
        default: "跟本人说过了"
        }
    }
}
