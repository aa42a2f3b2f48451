/// A calendar day of the Gregorian calendar, from 0001-01-01 to 9999-12-31.
///
/// Shape: the count of days since 1970-01-01; written as ISO text, `2026-11-21`. Source: ISO 8601.
public struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01; negative before.
    public let number: Int

    public static let first = Day(unchecked: -719_162)
    public static let last = Day(unchecked: 2_932_896)

    private init(unchecked number: Int) { self.number = number }

    /// The day `number` days after 1970-01-01, held between `first` and `last`.
    public init(number: Int) {
        self.number = min(max(number, Day.first.number), Day.last.number)
    }

    /// A day by its parts; nil where the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= Day.length(ofMonth: month, year: year)
        else { return nil }
        number = Day.number(year, month, day)
    }

    public static func < (a: Day, b: Day) -> Bool { a.number < b.number }

    /// The days from `b` to `a`; negative where `a` is earlier.
    public static func - (a: Day, b: Day) -> Int { a.number - b.number }

    public var year: Int { parts.year }
    public var month: Int { parts.month }
    /// The day of the month, 1...31.
    public var ordinal: Int { parts.day }

    public var weekday: Weekday {
        // 1970-01-01 was a Thursday.
        let index = ((number + 3) % 7 + 7) % 7
        return Weekday.allCases[index]
    }

    /// The day `count` days later, or earlier if negative; held between `first` and `last`.
    public func adding(days count: Int) -> Day {
        let (sum, overflow) = number.addingReportingOverflow(count)
        return overflow ? (count > 0 ? .last : .first) : Day(number: sum)
    }

    /// The same day of the month `count` months later; the month's last day where that month is shorter.
    public func adding(months count: Int) -> Day {
        let now = parts
        let bounded = min(max(count, -120_000), 120_000)
        let months = now.year * 12 + now.month - 1 + bounded
        if months < 12 { return .first }
        if months >= 120_000 { return .last }
        let year = months / 12, month = months % 12 + 1
        return Day(unchecked: Day.number(year, month, min(now.day, Day.length(ofMonth: month, year: year))))
    }

    /// Whole years from this day, as of a birthday, to another; negative where the other is earlier.
    ///
    /// A birthday on 29 February counts on 1 March in common years.
    public func years(to other: Day) -> Int {
        let from = parts, to = other.parts
        let reached = (to.month, to.day) >= (from.month, from.day)
        return to.year - from.year - (reached ? 0 : 1)
    }

    public var startOfMonth: Day { adding(days: 1 - ordinal) }

    public static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// The days of a month, 1...12.
    public static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension Day {
    // Years are counted from March, so that the leap day ends a year and five months make 153 days.
    private static let marchOfYearZero = 719_468

    private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let marchYear = month < 3 ? year - 1 : year
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        let leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400
        return marchYear * 365 + leapDays + dayOfYear - marchOfYearZero
    }

    /// Year, month and day of the month at once.
    public var parts: (year: Int, month: Int, day: Int) {
        let days = number + Day.marchOfYearZero
        let cycle = days / 146_097, inCycle = days % 146_097
        let yearInCycle = (inCycle - inCycle / 1460 + inCycle / 36_524 - inCycle / 146_096) / 365
        let dayOfYear = inCycle - (365 * yearInCycle + yearInCycle / 4 - yearInCycle / 100)
        let index = (5 * dayOfYear + 2) / 153
        let month = index < 10 ? index + 3 : index - 9
        let year = cycle * 400 + yearInCycle + (month < 3 ? 1 : 0)
        return (year, month, dayOfYear - (153 * index + 2) / 5 + 1)
    }
}

extension Day: LosslessStringConvertible, Codable {
    /// Reads `yyyy-MM-dd` strictly; nil for anything else.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Digits.value(bytes[0..<4]), let month = Digits.value(bytes[5..<7]),
            let day = Digits.value(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    public var description: String {
        let (year, month, day) = parts
        return Digits.padded(year, 4) + "-" + Digits.padded(month, 2) + "-" + Digits.padded(day, 2)
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = Day(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a day")
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// The days of the week, Monday first as 1. Source: ISO 8601.
public enum Weekday: Int, CaseIterable, Sendable, Codable {
    case monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday

    public var isWeekend: Bool { self == .saturday || self == .sunday }
}
