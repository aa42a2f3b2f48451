public import Actions
import Values

/// How much of a need somebody may see.
///
/// The one access function of list, detail, search, export, feed and picture.
public enum NeedSight: Int, Sendable, Comparable, Codable {
    /// Nothing, as if it were not there.
    case nothing
    /// Class, grid, state, and the released sentence; of a quiet class nothing but the state until then.
    case anyone
    /// The reporter's own: their words, the answers to them, and every public event.
    case own
    /// The staff's: everything but the contact, which ``OpenContact`` opens with a reason.
    case staff

    public static func < (a: NeedSight, b: NeedSight) -> Bool { a.rawValue < b.rawValue }

    /// How much of `need` the actor may see.
    public static func of(_ need: Need, by actor: Actor, _ rights: Rights) -> NeedSight {
        if rights.allow(actor, NeedsRights.see, on: need) { return .staff }
        if need.isOwn(of: actor), rights.allow(actor, NeedsRights.follow, on: need) { return .own }
        return need.held == .no ? .anyone : .nothing
    }

    /// Whether the words, the title, the exact spot and the pictures may be read.
    public var seesWords: Bool { self >= .own }
    /// Whether internal notes, owner and due time may be read.
    public var seesInside: Bool { self == .staff }

    /// Whether a picture may be looked at: released ones by all, others by the reporter and the staff.
    public func seesPicture(released: Bool) -> Bool { released ? self >= .anyone : seesWords }

    /// The events that may be read.
    public func events(of all: [NeedEvent]) -> [NeedEvent] {
        switch self {
        case .nothing, .anyone: []
        case .own: all.filter(\.isPublic)
        case .staff: all
        }
    }
}

extension Need {
    /// The need as anybody may read it.
    public func publicFace(_ words: Vocabulary) -> PublicNeed {
        PublicNeed(
            id: id, number: number, kind: kind, classKey: classKey, gridName: gridName, state: state,
            outcome: outcome, reported: reported, changed: changed, closed: closed, voices: voices,
            sentence: sentence, whoPublic: whoPublic, isClaimed: claimedBy != nil
        ).veiled(isReleased: isReleased, words)
    }

    /// Whether the public reads no more of it than that it is a private matter.
    public func isPrivateMatter(_ words: Vocabulary) -> Bool { released == nil && words.isQuiet(classKey) }
}

extension PublicNeed {
    /// Without what no worker released: the sentence, and of a quiet class also class and place. Every public
    /// row and face goes through here.
    func veiled(isReleased: Bool, _ words: Vocabulary) -> PublicNeed {
        guard !isReleased else { return self }
        var need = self
        need.sentence = nil
        need.whoPublic = nil
        guard let key = classKey, words.isQuiet(key) else { return need }
        need.classKey = nil
        need.gridName = nil
        return need
    }
}
