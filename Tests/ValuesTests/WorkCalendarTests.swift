import Testing

@testable import Values

@Suite struct WorkCalendarTests {
    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    @Test(arguments: [
        ("2025-01-26", true), ("2025-01-27", true), ("2025-01-28", false), ("2025-02-04", false),
        ("2025-02-08", true), ("2025-10-08", false), ("2025-10-11", true), ("2026-01-02", false),
        ("2026-01-04", true), ("2026-02-14", true), ("2026-02-23", false), ("2026-02-24", true),
        ("2026-02-28", true), ("2026-11-20", true), ("2026-11-21", false), ("2027-01-01", true),
    ])
    func workdays(text: String, works: Bool) throws {
        #expect(WorkCalendar.china.isWorkday(try day(text)) == works)
    }

    @Test func yearsAreWhole() {
        #expect(HolidaySchedule.china.map(\.year) == [2025, 2026])
        #expect(HolidaySchedule.china.map(\.holidays.count) == [28, 33])
        #expect(HolidaySchedule.china.map(\.makeUps.count) == [5, 6])
        // Make-up days are weekends, else they would be no news.
        #expect(HolidaySchedule.china.allSatisfy { $0.makeUps.allSatisfy(\.weekday.isWeekend) })
        #expect(WorkCalendar.china.covers(2026))
        #expect(!WorkCalendar.china.covers(2027))
    }

    @Test(arguments: [
        ("2026-11-20 10:00", 1, "2026-11-23 17:30"), ("2026-11-21 10:00", 1, "2026-11-23 17:30"),
        ("2026-02-13 10:00", 2, "2026-02-24 17:30"), ("2026-09-18 10:00", 2, "2026-09-21 17:30"),
        ("2026-11-20 10:00", 0, "2026-11-20 17:30"), ("2026-11-20 18:00", 0, "2026-11-23 17:30"),
        ("2026-11-20 10:00", -4, "2026-11-20 17:30"), ("2026-09-30 10:00", 5, "2026-10-13 17:30"),
    ])
    func due(after: String, count: Int, expected: String) throws {
        let due = WorkCalendar.china.due(after: try instant(after), workingDays: count)
        #expect(due == (try instant(expected)))
    }

    private func instant(_ text: String) throws -> Instant {
        let parts = text.split(separator: " ").map(String.init)
        let time = try #require(TimeOfDay(parts[1]))
        return try day(parts[0]).at(time, in: .shanghai)
    }

    @Test func hours() throws {
        let start = try instant("2026-11-20 23:00")
        #expect(WorkCalendar.china.due(after: start, hours: 2) == (try instant("2026-11-21 1:00")))
        #expect(WorkCalendar.china.due(after: start, hours: -2) == start)
    }

    @Test func countsBetween() throws {
        let calendar = WorkCalendar.china
        #expect(calendar.workdays(after: try day("2026-11-20"), through: try day("2026-11-27")) == 5)
        #expect(calendar.workdays(after: try day("2026-11-20"), through: try day("2026-11-20")) == 0)
        for count in 1...60 {
            let start = try day("2026-02-10")
            #expect(calendar.workdays(after: start, through: calendar.workday(count, after: start)) == count)
        }
    }

    @Test func schedulesAreReplaced() throws {
        var calendar = WorkCalendar.china
        calendar.add(try #require(HolidaySchedule(year: 2026, holidays: "5-1", makeUps: "")))
        #expect(calendar.isWorkday(try day("2026-10-01")))
        #expect(!calendar.isWorkday(try day("2026-05-01")))
        #expect(!calendar.isWorkday(try day("2025-10-01")))
    }

    @Test(arguments: ["2-30", "1-3…1-1", "1-1…", "…", "1", "1-1…1-2…1-3", "x-1", "13-1"])
    func schedulesRefused(text: String) {
        #expect(HolidaySchedule(year: 2026, holidays: text, makeUps: "") == nil)
    }

    @Test func neverEnds() {
        let last = WorkCalendar().workday(.max, after: .last)
        #expect(last == .last)
    }
}
