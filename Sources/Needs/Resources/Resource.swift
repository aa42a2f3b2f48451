public import Actions
public import Values

/// Something that can answer needs: a venue, goods, money, a skill, somebody's time, a professional service.
public struct Resource: Sendable, Placed {
    public let id: Identifier
    public let community: Identifier
    public let number: Int64
    /// What is written of it and may be edited.
    public var content: ResourceContent
    public let placeName: String
    public let path: PlacePath
    /// The name of the place that it reaches, as `水秀里社区`.
    public let reachName: String
    public let verified: Verification?
    public let isActive: Bool
    public let results: ResourceResults
    /// Telephone and name of who answers, sealed under the resource's own key.
    public let contact: [UInt8]?
    public let made: Instant
    public let changed: Instant

    public var name: String { content.name }
    public var unit: String { content.unit }
    public var capacity: Int64? { content.capacity }

    public func isOwn(of actor: Actor) -> Bool {
        content.ownerAccount != nil && content.ownerAccount == actor.account
    }

    /// The period that a day falls into.
    public func period(of day: Day) -> String { content.period.key(of: day) }
}

/// What is written of a resource.
public struct ResourceContent: Sendable, Codable, Hashable {
    public var name = ""
    /// Keys of the community's lists of terms.
    public var kind = ""
    public var ownerKind = ""
    public var layer = ""
    public var stage = ""
    public var ownerName = ""
    public var ownerAccount: Identifier?
    public var place: Identifier
    /// It serves everything at or below this path.
    public var reach: PlacePath
    /// The classes of need that it answers, likeliest first.
    public var classes: [String] = []
    /// The groups that it serves; empty for everybody.
    public var groups: [String] = []
    public var description = ""
    public var hours = ""
    /// The days of the week, 1 for Monday; empty where every day will do.
    public var weekdays: [Int] = []
    public var conditions = ""
    public var charge = ResourceCharge.free
    public var agreement: Identifier?
    public var unit = ""
    public var period = PeriodKind.month
    /// How much a period holds, in units; nil where it is not counted.
    public var capacity: Int64?
    public var isPublic = true

    public init(place: Identifier, reach: PlacePath) {
        self.place = place
        self.reach = reach
    }
}

/// Who found that what is written is so, when and how. An edit is not a verification.
public struct Verification: Sendable, Codable, Hashable {
    public let at: Instant
    public let by: String
    public let how: VerificationWay

    public init(at: Instant, by: String, how: VerificationWay) {
        self.at = at
        self.by = by
        self.how = how
    }

    /// Days after which a resource is asked about again, unless the community has set another number.
    public static let staleAfterDays = 180
}

public enum VerificationWay: String, Sendable, CaseIterable, Codable {
    case visit, call, paper, use, message

    public var title: Text {
        switch self {
        case .visit: Text("上门看过", "Visited")
        case .call: Text("打过电话", "Called")
        case .paper: Text("看过证件或协议", "Papers seen")
        case .use: Text("刚用过", "Just used")
        case .message: Text("对方发消息确认", "Confirmed by message")
        }
    }
}

/// What it costs the one who receives.
public enum ResourceCharge: String, Sendable, CaseIterable, Codable {
    case free, cost, paid

    public var title: Text {
        switch self {
        case .free: Text("不要钱", "Free")
        case .cost: Text("只收成本", "At cost")
        case .paid: Text("按价收费", "Paid")
        }
    }
}

/// What recorded uses tell of a resource.
public struct ResourceResults: Sendable, Codable, Hashable {
    public var uses: Int64 = 0
    /// Uses of which the receiver said how it went, and how many of these went well.
    public var judged: Int64 = 0
    public var good: Int64 = 0
    /// Days by which uses came after the day agreed, together.
    public var lateDays: Int64 = 0
    public var declines: Int64 = 0

    public init(uses: Int64 = 0, judged: Int64 = 0, good: Int64 = 0, lateDays: Int64 = 0, declines: Int64 = 0)
    {
        self.uses = uses
        self.judged = judged
        self.good = good
        self.lateDays = lateDays
        self.declines = declines
    }
}
