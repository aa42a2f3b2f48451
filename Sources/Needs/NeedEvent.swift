public import Values

/// What can happen to a need.
public enum NeedEventKind: String, Sendable, CaseIterable, Codable {
    case reported, held, releasedFromHold = "released-from-hold", refused
    case accepted, identified, linked, using, answered, closed, returned, merged, withdrawn, reopened
    case edited, sentence, sentenceTaken = "sentence-taken", note, assigned
    case transferAsked = "transfer-asked", transferred, transferDeclined = "transfer-declined", referred
    case feedback, consent, consentTaken = "consent-taken", contact, claimed, unclaimed, late, moved
    case voice, alike

    public var title: Text {
        switch self {
        case .reported: Text("说了这件事", "Said")
        case .held: Text("先放着，等人看过", "Held for a look")
        case .releasedFromHold: Text("看过了，收下", "Looked at and taken in")
        case .refused: Text("看过了，没收下", "Looked at and not taken in")
        case .accepted: Text("接办", "Accepted")
        case .identified: Text("找到能帮的了", "Found who can help")
        case .linked: Text("说好了", "Linked")
        case .using: Text("正在办", "Under way")
        case .answered: Text("办了，等一句话", "Done, waiting for a word")
        case .closed: Text("办结", "Closed")
        case .returned: Text("退回", "Returned")
        case .merged: Text("并入另一件", "Merged into another")
        case .withdrawn: Text("撤回", "Withdrawn")
        case .reopened: Text("重新办", "Reopened")
        case .edited: Text("改了写法", "Edited")
        case .sentence: Text("给大家看的话", "Sentence for the public")
        case .sentenceTaken: Text("收回了给大家看的话", "Sentence taken back")
        case .note: Text("记了一笔", "Note")
        case .assigned: Text("定下谁来办", "Owner set")
        case .transferAsked: Text("请人接手", "Asked another to take it over")
        case .transferred: Text("接手了", "Taken over")
        case .transferDeclined: Text("没有接手", "Not taken over")
        case .referred: Text("转给别处帮忙", "Referred elsewhere")
        case .feedback: Text("说了好不好", "Said how it went")
        case .consent: Text("本人同意告诉对方是谁", "Agreed to be named to the one who helps")
        case .consentTaken: Text("本人收回了同意", "Took the agreement back")
        case .contact: Text("看了联系方式", "Looked at the contact")
        case .claimed: Text("有人认领", "Claimed")
        case .unclaimed: Text("认领放下了", "Claim given up")
        case .late: Text("过了期限", "Past its due time")
        case .moved: Text("换了地方", "Moved")
        case .alike: Text("说的人觉得是同一件", "Its reporter says it is the same")
        case .voice: Text("又有人说了同一件", "Somebody said the same")
        }
    }
}

/// One thing that happened to a need: who, what, when, and how long the state before had lasted.
public struct NeedEvent: Sendable, Codable, Hashable {
    /// From 1, in order.
    public let number: Int64
    public let at: Instant
    public let author: Identifier?
    public let authorName: String
    public let kind: NeedEventKind
    /// The state in which it left the need.
    public let state: NeedState
    public let text: String
    /// Whether the reporter reads it too.
    public let isPublic: Bool
    /// Microseconds that the state before had lasted; 0 where the state stayed.
    public let lasted: Int64

    public var lastedSpan: Instant.Span { Instant.Span(microseconds: lasted) }
}
