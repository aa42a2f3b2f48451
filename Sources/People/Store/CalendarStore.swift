public import Storage
public import Values

/// One day on which work does not follow the week.
public struct CalendarDay: Sendable, Codable {
    public let day: Day
    /// A weekend that is worked, against a holiday.
    public let isWork: Bool
    public let name: String
}

/// The house's working days: the published schedules, corrected by what was entered here.
public enum CalendarStore {
    /// The calendar by which due times are reckoned.
    public static func calendar(_ reading: any Reading) throws -> WorkCalendar {
        try kept.value(true, reading, made) ?? .china
    }

    /// One for the whole house.
    private static let kept = Kept<Bool, WorkCalendar>(most: 1)

    private static func made(_ reading: any Reading) throws -> WorkCalendar {
        var calendar = WorkCalendar.china
        let byYear = Dictionary(grouping: try days(reading)) { $0.day.year }
        for (year, days) in byYear {
            calendar.add(
                HolidaySchedule(
                    year: year, holidays: Set(days.filter { !$0.isWork }.map(\.day)),
                    makeUps: Set(days.filter(\.isWork).map(\.day))))
        }
        return calendar
    }

    /// The days entered, of one year or of all.
    public static func days(_ reading: any Reading, year: Int? = nil) throws -> [CalendarDay] {
        let from = year.map { "\($0)-01-01" } ?? "0000", to = year.map { "\($0)-12-31" } ?? "9999-12-31"
        return try reading.all(
            """
            SELECT day, is_work, name FROM calendar_day WHERE day >= \(from) AND day <= \(to)
            ORDER BY day LIMIT 2000
            """
        ) { row in
            guard let day = Day(row.text(0)) else { throw StorageFault.unreadable("day: \(row.text(0))") }
            return CalendarDay(day: day, isWork: row.flag(1), name: row.text(2))
        }
    }

    /// A year's days: those entered, or where none were, the published ones.
    public static func shown(_ year: Int, _ reading: any Reading) throws -> [CalendarDay] {
        let entered = try days(reading, year: year)
        return entered.isEmpty ? published(year) : entered
    }

    static func published(_ year: Int) -> [CalendarDay] {
        HolidaySchedule.china.filter { $0.year == year }.flatMap { schedule in
            schedule.holidays.map { CalendarDay(day: $0, isWork: false, name: "") }
                + schedule.makeUps.map { CalendarDay(day: $0, isWork: true, name: "") }
        }.sorted { $0.day < $1.day }
    }
}
