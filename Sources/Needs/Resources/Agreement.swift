public import Actions
public import Values

/// An agreement with a company (公益签约): who, from when to when, what for.
public struct Agreement: Sendable, Placed {
    public let id: Identifier
    public let community: Identifier
    public let number: Int64
    public let company: String
    public let companyAccount: Identifier?
    public let path: PlacePath
    public let signed: Day
    public let starts: Day
    public let ends: Day
    public let purpose: String
    public let ended: Instant?
    public let endReason: String

    /// Days before its end from which it stands on the list of those ending.
    public static let expiresSoonDays = 60

    public func isOwn(of actor: Actor) -> Bool { companyAccount != nil && companyAccount == actor.account }

    public func state(on today: Day) -> AgreementState {
        if ended != nil { return .ended }
        if today < starts { return .coming }
        if today > ends { return .expired }
        return ends - today <= Self.expiresSoonDays ? .expiring : .running
    }
}

public enum AgreementState: String, Sendable, CaseIterable, Codable {
    case coming, running, expiring, expired, ended

    public var title: Text {
        switch self {
        case .coming: Text("还没开始", "To come")
        case .running: Text("正在执行", "Running")
        case .expiring: Text("快到期", "Ending soon")
        case .expired: Text("到期了", "Expired")
        case .ended: Text("结束了", "Ended")
        }
    }
}

/// What a company pledged, and how much of it has come.
public struct AgreementPledge: Sendable, Codable, Hashable {
    public let id: Identifier
    public let agreement: Identifier
    public let kind: PledgeKind
    public let what: String
    public let unit: String
    public let pledged: Int64
    public let delivered: Int64
    /// For a share of takings: hundredths of a percent, 1000 for 10 %.
    public let rate: Int64
    /// What the share is taken of, as `便民特惠购当日营业额`.
    public let base: String
    public let due: Day?

    public var missing: Int64 { max(0, pledged - delivered) }

    /// The share of takings in fen, rounded down; nil where it does not fit.
    public static func share(of takings: Int64, rate: Int64) -> Int64? {
        let (product, overflow) = takings.multipliedReportingOverflow(by: rate)
        return overflow ? nil : product / 10_000
    }
}

/// What is pledged when an agreement is signed or added to.
public struct PledgeDraft: Sendable, Codable, Hashable {
    public var kind: PledgeKind
    public var what: String
    public var unit: String
    public var pledged: Int64
    public var rate: Int64
    public var base: String
    public var due: Day?

    public init(
        _ kind: PledgeKind, _ what: String, unit: String = "", pledged: Int64, rate: Int64 = 0,
        base: String = "",
        due: Day? = nil
    ) {
        self.kind = kind
        self.what = what
        self.unit = unit
        self.pledged = pledged
        self.rate = rate
        self.base = base
        self.due = due
    }
}

/// One delivery on a pledge; a wrong one is reversed by an entry of the opposite sign, never edited.
public struct Delivery: Sendable, Codable, Hashable {
    public let id: Identifier
    public let pledge: Identifier
    public let day: Day
    public let quantity: Int64
    /// For a share, the takings it was taken of, in fen.
    public let takings: Int64?
    public let note: String
    public let recorded: Instant
    public let recordedName: String
    public let reverses: Identifier?
}
