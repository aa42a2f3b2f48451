public import Actions
public import Values

/// A link of a need with a resource, as the need's community sees it.
public struct ResourceLink: Sendable, Placed {
    public let id: Identifier
    public let community: Identifier
    public let need: Identifier
    /// Where the need stands.
    public let path: PlacePath
    /// The member of staff who handles the need.
    public let owner: Identifier?
    public let resourceCommunity: Identifier
    public let resource: Identifier
    public let resourceNumber: Int64
    public let resourceName: String
    public let ownerName: String
    public let unit: String
    public let kind: LinkKind
    public var state: LinkState
    public var asked: Int64
    public var promised: Int64
    public var delivered: Int64
    public let proposed: Instant
    public let proposedName: String
    public let wantedDay: Day?
    public var offeredDay: Day?
    public var answered: Instant?
    public var answerReason: String
    /// Why it was recommended, as it was said when the worker decided.
    public let reasons: String

    public var isLocal: Bool { community == resourceCommunity }
    /// The day that both sides go by.
    public var agreedDay: Day? { offeredDay ?? wantedDay }

    public func isOwn(of actor: Actor) -> Bool { owner != nil && owner == actor.account }
}

/// Whether the resource is used for the need, or the need's people are referred to it. A referral keeps the
/// owner.
public enum LinkKind: String, Sendable, CaseIterable, Codable {
    case use, referral

    public var title: Text {
        switch self {
        case .use: Text("请来帮忙", "Use")
        case .referral: Text("介绍过去", "Referral")
        }
    }
}

/// How far a link has come.
public enum LinkState: String, Sendable, CaseIterable, Codable {
    /// On its way to another community, where the capacity will be taken.
    case sent
    /// Its quantity is taken; the resource's owner has not answered.
    case proposed
    /// The owner has proposed another day.
    case otherDay = "other-day"
    case accepted, using
    case ended, declined, withdrawn

    public var isOpen: Bool {
        switch self {
        case .sent, .proposed, .otherDay, .accepted, .using: true
        case .ended, .declined, .withdrawn: false
        }
    }

    /// Whether the resource's owner may answer now.
    public var waitsForOwner: Bool { self == .proposed || self == .otherDay }

    public var title: Text {
        switch self {
        case .sent: Text("送出了，等对方社区登记", "Sent to the other community")
        case .proposed: Text("等对方回话", "Waiting for an answer")
        case .otherDay: Text("对方说换一天", "Another day proposed")
        case .accepted: Text("答应了", "Accepted")
        case .using: Text("正在用", "In use")
        case .ended: Text("用完了", "Ended")
        case .declined: Text("没答应", "Declined")
        case .withdrawn: Text("收回了", "Withdrawn")
        }
    }
}

/// The same link as the resource's owner sees it: class, grid and quantity, never who, unless the person
/// has agreed.
public struct Reservation: Sendable, Placed {
    public let id: Identifier
    public let community: Identifier
    public let resource: Identifier
    public let resourceName: String
    public let resourceNumber: Int64
    public let unit: String
    /// Where the resource stands, and whose it is.
    public let path: PlacePath
    public let ownerAccount: Identifier?
    public var period: String
    public let fromCommunity: Identifier
    public let fromName: String
    public let className: String
    public let gridName: String
    public let note: String
    /// Who it is for, sealed; only where the person has agreed.
    public let who: [UInt8]?
    public var state: LinkState
    public var asked: Int64
    public var promised: Int64
    public var delivered: Int64
    public var taken: Int64
    public let wantedDay: Day?
    public var offeredDay: Day?
    public var reason: String
    public let made: Instant

    public var isLocal: Bool { community == fromCommunity }

    public func isOwn(of actor: Actor) -> Bool { ownerAccount != nil && ownerAccount == actor.account }
}

/// One use of a link.
public struct ResourceUse: Sendable {
    public let id: Identifier
    public let link: Identifier
    public let need: Identifier?
    public let resource: Identifier
    public let day: Day
    public let quantity: Int64
    public let lateDays: Int64
    public let note: String
    public let recorded: Instant
    public let recordedName: String
    public let satisfaction: Satisfaction?
}
