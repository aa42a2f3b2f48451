/// Which days people work: weekends, holidays, and weekends worked instead (调休), as data by year.
public struct WorkCalendar: Sendable, Hashable {
    private var years: Set<Int>
    private var holidays: Set<Day>
    private var makeUps: Set<Day>

    /// A calendar that knows weekends only.
    public init() {
        years = []
        holidays = []
        makeUps = []
    }

    public init(_ schedules: [HolidaySchedule]) {
        self.init()
        for schedule in schedules { add(schedule) }
    }

    /// Adds a year's schedule, or corrects the one it has.
    public mutating func add(_ schedule: HolidaySchedule) {
        holidays = holidays.filter { $0.year != schedule.year }.union(schedule.holidays)
        makeUps = makeUps.filter { $0.year != schedule.year }.union(schedule.makeUps)
        years.insert(schedule.year)
    }

    /// Whether the year's schedule is known; else its working days are merely Monday to Friday.
    public func covers(_ year: Int) -> Bool { years.contains(year) }

    public func isWorkday(_ day: Day) -> Bool {
        if makeUps.contains(day) { return true }
        return !holidays.contains(day) && !day.weekday.isWeekend
    }

    /// The working day that is `count` working days after `day`; for 0, `day` itself or the next working day.
    ///
    /// `count` is held between 0 and 3650.
    public func workday(_ count: Int, after day: Day) -> Day {
        var left = min(max(count, 0), 3650), current = day
        if left == 0, isWorkday(day) { return day }
        left = max(left, 1)
        while left > 0, current < .last {
            current = current.adding(days: 1)
            if isWorkday(current) { left -= 1 }
        }
        return current
    }

    /// The working days after `start` up to and with `end`; 0 where `end` is not later.
    public func workdays(after start: Day, through end: Day) -> Int {
        guard end > start else { return 0 }
        return (start.number + 1...end.number).count { isWorkday(Day(number: $0)) }
    }

    /// The closing hour of the working day that is `workingDays` after the instant's day.
    ///
    /// The day of the instant does not count. Source: Civil Code, art. 201 and 203.
    public func due(
        after instant: Instant, workingDays: Int, closing: TimeOfDay = .closing, in zone: Zone = .shanghai
    ) -> Instant {
        let today = instant.day(in: zone)
        let due = workday(workingDays, after: today).at(closing, in: zone)
        // With no days given, what comes after closing is due on the next working day.
        return due > instant ? due : workday(1, after: today).at(closing, in: zone)
    }

    /// The moment so many hours later, by the clock, working or not; `hours` is held between 0 and 87,600.
    public func due(after instant: Instant, hours: Int) -> Instant {
        instant + .hours(Int64(min(max(hours, 0), 87_600)))
    }
}

/// One year's holidays and the weekends worked instead.
public struct HolidaySchedule: Sendable, Hashable {
    public let year: Int
    public let holidays: Set<Day>
    public let makeUps: Set<Day>

    /// A schedule of the days that fall in the year; days of other years are left out.
    public init(year: Int, holidays: Set<Day>, makeUps: Set<Day>) {
        self.year = year
        self.holidays = holidays.filter { $0.year == year }
        self.makeUps = makeUps.filter { $0.year == year }.subtracting(self.holidays)
    }

    /// Reads spans and days as `1-28…2-4`, month and day, parted by spaces; nil where one is no day.
    public init?(year: Int, holidays: String, makeUps: String) {
        guard let off = HolidaySchedule.days(holidays, year), let on = HolidaySchedule.days(makeUps, year)
        else { return nil }
        self.init(year: year, holidays: off, makeUps: on)
    }

    private static func days(_ text: String, _ year: Int) -> Set<Day>? {
        var all: Set<Day> = []
        for word in text.unicodeScalars.split(separator: " ") {
            let ends = word.split(separator: "…", omittingEmptySubsequences: false).map { day($0, year) }
            guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil, first <= last
            else { return nil }
            all.formUnion((first.number...last.number).map(Day.init(number:)))
        }
        return all
    }

    private static func day(_ text: Substring.UnicodeScalarView, _ year: Int) -> Day? {
        let parts = Substring(text).utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 2, let month = Digits.value(parts[0]), let day = Digits.value(parts[1])
        else { return nil }
        return Day(year: year, month: month, day: day)
    }
}
