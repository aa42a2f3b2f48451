import Foundation
import Testing

@testable import Values

@Suite struct LunarDayTests {
    @Test(arguments: [
        ("2026-11-20", "农历十月十二"), ("2026-11-21", "农历十月十三"), ("2026-02-17", "农历正月初一"),
        ("2026-02-16", "农历腊月廿九"), ("2025-07-25", "农历闰六月初一"), ("2023-03-22", "农历闰二月初一"),
        ("2033-12-22", "农历闰冬月初一"), ("2020-05-23", "农历闰四月初一"), ("2017-07-23", "农历闰六月初一"),
        ("1900-01-31", "农历正月初一"), ("2024-02-09", "农历腊月三十"), ("2026-01-08", "农历冬月二十"),
        ("1978-09-17", "农历八月十五"), ("1949-10-01", "农历八月初十"),
    ])
    func named(day: String, name: String) throws {
        let solar = try #require(Day(day))
        let lunar = try #require(LunarDay(solar))
        #expect(lunar.name(.chinese) == name)
        #expect(lunar.day.description == day)
    }

    @Test func english() throws {
        let lunar = try #require(LunarDay(year: 2026, month: 10, ordinal: 12))
        #expect(lunar.name(.english) == "12th of the 10th lunar month")
        let leap = try #require(LunarDay(year: 2025, month: 6, isLeapMonth: true, ordinal: 21))
        #expect(leap.name(.english) == "21st of the leap 6th lunar month")
    }

    @Test func everyDayRoundTrips() throws {
        let first = try #require(Day("1900-01-31")), last = try #require(Day("2101-01-28"))
        #expect(LunarDay(first.adding(days: -1)) == nil)
        #expect(LunarDay(last.adding(days: 1)) == nil)
        for number in first.number...last.number {
            let day = Day(number: number)
            let lunar = try #require(LunarDay(day))
            #expect(lunar.day == day)
            let again = LunarDay(
                year: lunar.year, month: lunar.month, isLeapMonth: lunar.isLeapMonth, ordinal: lunar.ordinal)
            #expect(again == lunar)
        }
    }

    /// Foundation reckons with shorter series, so a few days of two centuries may differ; those of our time
    /// may not.
    @Test func agreesWithFoundation() throws {
        var calendar = Calendar(identifier: .chinese)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 8 * 3600))
        let first = try #require(Day("1930-01-01")), last = try #require(Day("2050-12-31"))
        for number in first.number...last.number {
            let lunar = try #require(LunarDay(Day(number: number)))
            let date = Date(timeIntervalSince1970: Double(number) * 86_400)
            let parts = calendar.dateComponents([.month, .day, .isLeapMonth], from: date)
            #expect(
                parts.month == lunar.month && parts.day == lunar.ordinal
                    && parts.isLeapMonth == lunar.isLeapMonth,
                "\(lunar.day)")
        }
    }

    @Test func birthdays() throws {
        let born = try #require(LunarDay(year: 1952, month: 5, isLeapMonth: true, ordinal: 12))
        #expect(born.birthday(inLunarYear: 2026) == LunarDay(year: 2026, month: 5, ordinal: 12)?.day)
        let thirtieth = try #require(LunarDay(year: 2023, month: 12, ordinal: 30))
        #expect(thirtieth.birthday(inLunarYear: 2025)?.description == "2026-02-16")
        #expect(thirtieth.birthday(inLunarYear: 3000) == nil)
    }

    @Test func refused() {
        #expect(LunarDay(year: 2026, month: 5, isLeapMonth: true, ordinal: 1) == nil)
        #expect(LunarDay(year: 2026, month: 13, ordinal: 1) == nil)
        #expect(LunarDay(year: 2025, month: 12, ordinal: 30) == nil)
        #expect(LunarDay(year: 1899, month: 1, ordinal: 1) == nil)
    }
}
