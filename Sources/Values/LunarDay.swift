/// A day of the Chinese lunisolar calendar, from 1900-01-31 to 2101-01-28.
///
/// Source: GB/T 33661-2017, reckoned with the true sun and moon at 120°E, before 1929 at Beijing's.
public struct LunarDay: Hashable, Sendable {
    /// The Gregorian year in which the lunar year begins.
    public let year: Int
    /// 1...12; a leap month bears the number of the month before it.
    public let month: Int
    public let isLeapMonth: Bool
    /// 1...30.
    public let ordinal: Int

    /// The lunar name of a day; nil outside the calendar.
    public init?(_ day: Day) {
        var lunar = LunarYear(day.year)
        if lunar == nil || day.number < (lunar?.start ?? 0) { lunar = LunarYear(day.year - 1) }
        guard let lunar, day.number >= lunar.start else { return nil }
        var left = day.number - lunar.start
        for index in 0..<lunar.monthCount {
            let length = lunar.length(index)
            if left < length {
                (month, isLeapMonth) = lunar.name(index)
                year = lunar.year
                ordinal = left + 1
                return
            }
            left -= length
        }
        return nil
    }

    /// A lunar day by its parts; nil where the calendar has no such day.
    public init?(year: Int, month: Int, isLeapMonth: Bool = false, ordinal: Int) {
        guard let lunar = LunarYear(year), ordinal >= 1,
            let index = lunar.index(month, isLeap: isLeapMonth), ordinal <= lunar.length(index)
        else { return nil }
        (self.year, self.month, self.isLeapMonth, self.ordinal) = (year, month, isLeapMonth, ordinal)
    }

    /// The day of the Gregorian calendar.
    public var day: Day {
        guard let lunar = LunarYear(year), let index = lunar.index(month, isLeap: isLeapMonth) else {
            return .first
        }
        return Day(number: lunar.start + (0..<index).reduce(0) { $0 + lunar.length($1) } + ordinal - 1)
    }

    /// The day on which a birthday of this lunar date is kept in a lunar year; nil outside the calendar.
    ///
    /// A leap month's birthday is kept in the month of its number, the 30th on the last of 29 days.
    public func birthday(inLunarYear year: Int) -> Day? {
        let day = LunarDay(year: year, month: month, ordinal: ordinal)
        return (day ?? LunarDay(year: year, month: month, ordinal: ordinal - 1))?.day
    }

    /// `农历十月十二`, `农历闰六月初一`; `12th of the 10th lunar month`.
    public func name(_ language: Language) -> String {
        switch language {
        case .chinese:
            return "农历" + (isLeapMonth ? "闰" : "") + LunarDay.months[month - 1] + "月" + chineseOrdinal
        case .english:
            let leap = isLeapMonth ? "leap " : ""
            return "\(LunarDay.ranked(ordinal)) of the \(leap)\(LunarDay.ranked(month)) lunar month"
        }
    }

    private static let months = ["正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "冬", "腊"]
    private static let ordinals = ["十", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

    private var chineseOrdinal: String {
        let unit = LunarDay.ordinals[ordinal % 10]
        return switch ordinal {
        case 1...10: "初" + unit
        case 20: "二十"
        case 30: "三十"
        case 21...29: "廿" + unit
        default: "十" + unit
        }
    }

    private static func ranked(_ number: Int) -> String {
        let ending = (11...13).contains(number) ? "th" : [1: "st", 2: "nd", 3: "rd"][number % 10] ?? "th"
        return "\(number)\(ending)"
    }
}

/// One lunar year as the table has it.
struct LunarYear {
    let year: Int
    private let bits: UInt32

    /// A year of 1900...2100; nil for others.
    init?(_ year: Int) {
        guard LunarTable.years.indices.contains(year - 1900) else { return nil }
        self.year = year
        bits = LunarTable.years[year - 1900]
    }

    /// Its first day, as a count of days since 1970-01-01.
    var start: Int {
        let earliest = Day(year: year, month: 1, day: 21)?.number ?? 0
        return earliest + Int(bits >> 17)
    }

    /// The number of the leap month, or 0.
    private var leap: Int { Int(bits >> 13 & 15) }

    var monthCount: Int { leap == 0 ? 12 : 13 }

    /// The days of the month at an index from 0, counted through the leap month.
    func length(_ index: Int) -> Int { bits >> UInt32(index) & 1 == 1 ? 30 : 29 }

    func name(_ index: Int) -> (month: Int, isLeap: Bool) {
        leap == 0 || index < leap ? (index + 1, false) : (index, index == leap)
    }

    func index(_ month: Int, isLeap: Bool) -> Int? {
        guard (1...12).contains(month) else { return nil }
        if isLeap { return month == leap ? month : nil }
        return leap == 0 || month <= leap ? month - 1 : month
    }
}
