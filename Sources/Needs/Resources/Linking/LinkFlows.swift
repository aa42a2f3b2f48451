public import Actions
import Storage
import Values

/// What the receiver says of a need becomes the results of the resources used for it.
public struct FeedbackJudgesUses: Flow {
    public init() {}

    public func carry(_ fact: FeedbackGiven, in work: Work) throws {
        for use in try UseStore.unjudged(of: fact.need.id, in: work) {
            guard let link = try LinkStore.link(use.link, in: work.community, work.database) else { continue }
            if !link.isLocal { try UseStore.judge(use.id, fact.satisfaction, in: work) }
            try LinkBook.tell(.judged(use: use.id, word: fact.satisfaction.rawValue), of: link, in: work)
        }
    }
}

/// A need that ended gives back what was reserved for it and not delivered.
public struct ClosedNeedFreesLinks: Flow {
    public init() {}

    public func carry(_ fact: NeedClosed, in work: Work) throws {
        for link in try LinkStore.links(of: fact.need.id, in: work.community, work.database)
        where link.state.isOpen {
            let isBegun = link.state == .accepted || link.state == .using
            try LinkBook.tell(isBegun ? .ended : .withdrawn, of: link, in: work)
            var now = link
            now.state = isBegun ? .ended : .withdrawn
            now.answerReason = fact.need.state.title.chinese
            try LinkBook.write(now, was: link, in: work)
        }
    }
}

/// Whoever takes their consent back is named to nobody any more.
public struct ConsentTakenHidesWho: Flow {
    public init() {}

    public func carry(_ fact: ConsentChanged, in work: Work) throws {
        guard !fact.isGiven else { return }
        for link in try LinkStore.links(of: fact.need.id, in: work.community, work.database) {
            guard link.state != .sent else { continue }
            try LinkBook.tell(.who(nil), of: link, in: work)
        }
    }
}
