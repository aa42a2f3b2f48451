import Actions
import People
import Storage
import Values
import Web

/// Everything that a worker sees of one need; its reporter's contact only after it was opened with a reason.
struct StaffNeed: Sendable, Codable {
    let id: Identifier
    let number: String
    let kind: NeedKind
    let title: String
    let words: String
    let state: NeedState
    let outcome: String?
    let reason: String?
    let held: NeedHold
    let classKey: String
    let group: String
    let urgency: String
    let source: String
    let forWhom: ForWhom
    let quantity: Int64
    let placeCode: String
    let placeName: String
    let gridName: String
    let spot: String
    let bestBy: String?
    let owner: Identifier?
    let ownerName: String
    let transferTo: Identifier?
    let transferToName: String?
    let due: Instant?
    let reported: Instant
    let since: Instant
    let voices: Int64
    let hasContact: Bool
    let contactBy: ContactWay
    /// For ten minutes after one has said why.
    let contact: Contact?
    let consent: Instant?
    let sentence: String?
    let whoPublic: String?
    let isReleased: Bool
    let satisfaction: Int64?
    let mergedInto: String?
    let merged: [NeedSummary]
    let events: [NeedEvent]
    let photos: [Attachment]
    /// Open needs of the same class in the community.
    let alike: Int64
    /// Open needs that may say the same; none once it is merged or over.
    let same: [AlikeNeed]

    /// What the page needs beside the need itself.
    var vocabulary = Vocabulary([])
    var colleagues: [Colleague] = []
    /// Who can help, as the room of resources ranks them; with its own JSON.
    let panel: LinkPanel.Model
    var may: Set<String> = []
    var me: Identifier?

    enum CodingKeys: CodingKey {
        case id, number, kind, title, words, state, outcome, reason, held, classKey, group, urgency, source,
            forWhom
        case quantity, placeCode, placeName, gridName, spot, bestBy, owner, ownerName, transferTo,
            transferToName, due
        case reported, since, voices, hasContact, contactBy, contact, consent, sentence, whoPublic, isReleased
        case satisfaction, mergedInto, merged, events, photos, alike, same, panel
    }

    func allows(_ right: Right) -> Bool { may.contains(right.name) }

    /// Notes apart from what happened, those for the station alone apart from those that the reporter reads.
    func notes(isPublic: Bool) -> [NeedEvent] {
        events.filter { $0.kind == .note && $0.isPublic == isPublic }
    }
}
