public import Actions
public import Values

/// A resource circle (资源圈): members inside the community and outside, what each pledged and delivered.
public struct Circle: Sendable, Placed {
    public let id: Identifier
    public let community: Identifier
    public let number: Int64
    public let name: String
    public let purpose: String
    /// Who keeps it together, by name.
    public let lead: String
    public let path: PlacePath
    public let made: Instant
    public let ended: Instant?
}

/// A member of a circle and its pledge.
public struct CircleMember: Sendable, Codable, Hashable {
    public let id: Identifier
    public let circle: Identifier
    public let name: String
    /// Whether the member is of this community.
    public let isInside: Bool
    public let resource: Identifier?
    public let pledge: String
    public let kind: PledgeKind
    public let unit: String
    public let pledged: Int64
    public let delivered: Int64
    public let due: Day?
    public let ended: Instant?

    public var missing: Int64 { max(0, pledged - delivered) }

    /// Whether less than half is there though it is due within 30 days, or not all though it is past.
    public func isShort(on today: Day) -> Bool {
        guard ended == nil, missing > 0 else { return false }
        guard let due else { return delivered == 0 }
        return due < today || (due - today <= 30 && delivered * 2 < pledged)
    }
}

/// What is pledged: each kind with its unit.
public enum PledgeKind: String, Sendable, CaseIterable, Codable {
    /// Fen.
    case money
    /// Pieces.
    case goods
    /// Minutes.
    case hours
    /// Fen, out of takings by a rate.
    case share
    /// Times.
    case service

    public var title: Text {
        switch self {
        case .money: Text("钱", "Money")
        case .goods: Text("东西", "Goods")
        case .hours: Text("时间", "Hours")
        case .share: Text("营业额里的一份", "Share of takings")
        case .service: Text("服务", "Services")
        }
    }

    /// A quantity of this kind as people write it.
    public func name(_ units: Int64, unit: String, _ language: Language) -> String {
        switch self {
        case .money, .share: Money(fen: units).name(language)
        case .hours: Minutes(units: units).name(language)
        case .goods, .service: Count(units: units).description + unit
        }
    }

    /// Reads what people write: yuan, hours, pieces.
    ///
    /// - Throws: ``AmountFault`` for what is no amount of this kind.
    public func read(_ text: String) throws(AmountFault) -> Int64 {
        switch self {
        case .money, .share: return try Money(reading: text).units
        case .hours:
            // Hours with two decimals; 60 minutes over 100 hundredths.
            let hundredths = try Points(reading: text).units
            let (minutes, overflow) = hundredths.multipliedReportingOverflow(by: 60)
            if overflow { throw .overflow }
            return minutes / 100
        case .goods, .service: return try Count(reading: text).units
        }
    }
}
