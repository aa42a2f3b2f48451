public import Storage
public import Values

/// The stretch of time for which a capacity is counted.
public enum PeriodKind: String, Sendable, CaseIterable, Codable {
    case day, week, month, quarter, year
    /// One stock, used up over time.
    case once

    public var title: Text {
        switch self {
        case .day: Text("每天", "a day")
        case .week: Text("每周", "a week")
        case .month: Text("每月", "a month")
        case .quarter: Text("每季", "a quarter")
        case .year: Text("每年", "a year")
        case .once: Text("总共", "in all")
        }
    }

    /// The key of the period that a day falls into: `2026-11-21`, `w2026-11-16`, `2026-11`, `2026-q4`,
    /// `2026`, `all`.
    public func key(of day: Day) -> String {
        switch self {
        case .day: day.description
        case .week: "w" + day.adding(days: 1 - day.weekday.rawValue).description
        case .month: String(day.description.prefix(7))
        case .quarter: "\(day.description.prefix(4))-q\((day.month + 2) / 3)"
        case .year: String(day.description.prefix(4))
        case .once: "all"
        }
    }

    /// The key of the period after the one of a day; nil where there is only one.
    public func next(after day: Day) -> String? {
        switch self {
        case .day: key(of: day.adding(days: 1))
        case .week: key(of: day.adding(days: 7))
        case .month: key(of: day.startOfMonth.adding(months: 1))
        case .quarter: key(of: day.startOfMonth.adding(months: 3))
        case .year: key(of: day.startOfMonth.adding(months: 12))
        case .once: nil
        }
    }

    /// The keys of all kinds for one day, for a query over resources of every kind.
    static func keys(of day: Day) -> SQL {
        """
        CASE r.period WHEN 'day' THEN \(PeriodKind.day.key(of: day)) WHEN 'week'
        THEN \(PeriodKind.week.key(of: day))
        WHEN 'month' THEN \(PeriodKind.month.key(of: day)) WHEN 'quarter'
        THEN \(PeriodKind.quarter.key(of: day))
        WHEN 'year' THEN \(PeriodKind.year.key(of: day)) ELSE \(PeriodKind.once.key(of: day)) END
        """
    }
}

/// What was asked, promised and delivered of a resource in one period: three numbers, and what is taken of
/// it.
public struct PeriodCount: Sendable, Codable, Hashable {
    public var asked: Int64 = 0
    public var promised: Int64 = 0
    public var delivered: Int64 = 0
    /// What proposals waiting, promises standing and deliveries made hold of the capacity together.
    public var taken: Int64 = 0
    /// How far over its capacity the period was knowingly booked.
    public var overbooked: Int64 = 0

    public init(
        asked: Int64 = 0, promised: Int64 = 0, delivered: Int64 = 0, taken: Int64 = 0, overbooked: Int64 = 0
    ) {
        self.asked = asked
        self.promised = promised
        self.delivered = delivered
        self.taken = taken
        self.overbooked = overbooked
    }

    /// What is left of a capacity; nil where it is not counted.
    public func left(of capacity: Int64?) -> Int64? {
        capacity.map { max(0, $0.subtractingReportingOverflow(taken).partialValue) }
    }
}
