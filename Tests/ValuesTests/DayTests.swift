import Foundation
import Testing

@testable import Values

@Suite struct DayTests {
    @Test(arguments: [
        ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-11-21", 20_778),
        ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
    ])
    func numbers(text: String, number: Int) throws {
        let day = try #require(Day(text))
        #expect(day.number == number)
        #expect(day.description == text)
    }

    @Test(arguments: [
        "", "2026-11-31", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "0000-01-01", "2026-1-01",
        "2026/11/21", "2026-11-21 ", "2026-11-2\u{0661}", "-026-11-21", "+026-11-21", "２０２６-11-21",
    ])
    func refused(text: String) { #expect(Day(text) == nil) }

    @Test func everyDayRoundTrips() throws {
        let first = try #require(Day("1900-01-01")), last = try #require(Day("2100-12-31"))
        var before: Day?
        for number in first.number...last.number {
            let day = Day(number: number)
            let (year, month, ordinal) = day.parts
            #expect(Day(year: year, month: month, day: ordinal) == day)
            if let before {
                #expect(before < day && day - before == 1)
                #expect(day.weekday.rawValue == before.weekday.rawValue % 7 + 1)
            }
            before = day
        }
    }

    @Test func agreesWithFoundation() throws {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        for number in stride(from: -140_000, to: 140_000, by: 97) {
            let date = Date(timeIntervalSince1970: Double(number) * 86_400)
            let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
            let day = Day(number: number)
            #expect(day.year == parts.year && day.month == parts.month && day.ordinal == parts.day)
            #expect(day.weekday.rawValue % 7 + 1 == parts.weekday)
        }
    }

    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-11-21", 2, "2027-01-21"),
        ("2026-01-15", -1, "2025-12-15"), ("2026-03-31", -13, "2025-02-28"),
        ("2026-03-31", .max, "9999-12-31"),
        ("2026-03-31", .min, "0001-01-01"), ("0001-01-31", -1, "0001-01-01"), ("9999-12-01", 1, "9999-12-31"),
    ])
    func months(from: String, count: Int, to: String) {
        #expect(Day(from)?.adding(months: count).description == to)
    }

    @Test(arguments: [
        ("2026-11-21", 10, "2026-12-01"), ("2026-11-21", -325, "2025-12-31"),
        ("2026-11-21", .max, "9999-12-31"),
        ("1960-01-01", .min, "0001-01-01"),
    ])
    func days(from: String, count: Int, to: String) {
        #expect(Day(from)?.adding(days: count).description == to)
    }

    @Test(arguments: [
        ("1946-11-21", "2026-11-21", 80), ("1946-11-22", "2026-11-21", 79), ("2004-02-29", "2025-02-28", 20),
        ("2004-02-29", "2025-03-01", 21), ("2027-01-01", "2026-11-21", -1),
    ])
    func years(from: String, to: String, age: Int) throws {
        let born = try #require(Day(from)), today = try #require(Day(to))
        #expect(born.years(to: today) == age)
    }

    @Test func codes() throws {
        let day = try #require(Day("2026-11-21"))
        let data = try JSONEncoder().encode([day])
        #expect(String(decoding: data, as: UTF8.self) == #"["2026-11-21"]"#)
        #expect(try JSONDecoder().decode([Day].self, from: data) == [day])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Day].self, from: Data(#"["2026-02-30"]"#.utf8))
        }
    }
}

@Suite struct ZoneTests {
    @Test(arguments: [
        (Int64(0), "1970-01-01", "8:00"), (57_599, "1970-01-01", "23:59"), (57_600, "1970-01-02", "0:00"),
        (-28_801, "1969-12-31", "23:59"), (-28_800, "1970-01-01", "0:00"),
    ])
    func wall(seconds: Int64, day: String, clock: String) {
        let instant = Instant(seconds: seconds)
        #expect(instant.day(in: .shanghai).description == day)
        #expect(instant.clock(in: .shanghai).description == clock)
    }

    @Test func startsBack() {
        for number in stride(from: -800_000, to: 800_000, by: 12_345) {
            let day = Day(number: number)
            #expect(day.start(in: .shanghai).day(in: .shanghai) == day)
            #expect((day.start(in: .shanghai) - .seconds(1)).day(in: .shanghai) == day.adding(days: -1))
        }
    }

    @Test func extremesHold() {
        for microseconds in [Int64.min, -1, 0, .max] {
            let day = Instant(microseconds: microseconds).day(in: .shanghai)
            #expect(day >= .first && day <= .last)
        }
        #expect(Instant(microseconds: -1).seconds == -1)
        #expect(Zone(offset: 64_801) == nil && Zone(offset: .min) == nil)
    }

    @Test(arguments: [("9:05", "9:05"), ("09:05", "9:05"), ("00:00", "0:00"), ("23:59", "23:59")])
    func timesRead(text: String, written: String) { #expect(TimeOfDay(text)?.description == written) }

    @Test(arguments: ["24:00", "9:5", "9:60", "", ":", "9", "9:05:00", "-1:00", "009:05"])
    func timesRefused(text: String) { #expect(TimeOfDay(text) == nil) }
}

@Suite struct DayFormatTests {
    private func at(_ day: String, _ clock: String) throws -> Instant {
        let day = try #require(Day(day)), time = try #require(TimeOfDay(clock))
        return day.at(time, in: .shanghai)
    }

    @Test func days() throws {
        let day = try #require(Day("2026-11-21"))
        #expect(day.long(.chinese) == "2026年11月21日（周六）")
        #expect(day.long(.english) == "Saturday, 21 November 2026")
        #expect(day.short(.chinese) == "11月21日")
        #expect(day.short(.english) == "21 November")
        #expect(day.monthName(.chinese) == "2026年11月")
        #expect(day.near(day.adding(months: 3), .chinese) == "2026年11月21日")
        #expect(try at("2026-11-21", "18:40").short(in: .shanghai, .chinese) == "11月21日 18:40")
        #expect(try at("2026-11-21", "18:40").short(in: .shanghai, .english) == "21 November, 18:40")
    }

    @Test(arguments: [
        ("2026-11-21", "10:00", "刚刚", "just now"), ("2026-11-21", "9:22", "38分钟前", "38 min ago"),
        ("2026-11-21", "8:59", "1小时前", "1 hour ago"), ("2026-11-21", "0:00", "10小时前", "10 hours ago"),
        ("2026-11-20", "16:40", "昨天16:40", "yesterday 16:40"),
        ("2026-11-21", "15:30", "今天15:30", "today 15:30"), ("2026-11-22", "9:00", "明天9:00", "tomorrow 9:00"),
        ("2026-11-18", "9:00", "11月18日 9:00", "18 November, 9:00"),
        ("2025-11-18", "9:00", "2025年11月18日 9:00", "18 November 2025, 9:00"),
    ])
    func relative(day: String, clock: String, chinese: String, english: String) throws {
        let now = try at("2026-11-21", "10:00")
        #expect(try at(day, clock).relative(to: now, in: .shanghai, .chinese) == chinese)
        #expect(try at(day, clock).relative(to: now, in: .shanghai, .english) == english)
    }

    @Test func minutesCrossMidnight() throws {
        let now = try at("2026-11-21", "0:10")
        #expect(try at("2026-11-20", "23:50").relative(to: now, in: .shanghai, .chinese) == "20分钟前")
    }

    @Test func lateness() throws {
        let due = try at("2026-11-19", "17:30")
        #expect(due.late(at: due, in: .shanghai, .chinese) == nil)
        #expect(due.late(at: due + .minutes(5), in: .shanghai, .chinese) == "迟5分钟")
        #expect(due.late(at: due + .hours(3), in: .shanghai, .chinese) == "迟3小时")
        #expect(due.late(at: due + .days(2), in: .shanghai, .chinese) == "迟2天")
        #expect(due.late(at: due + .days(1), in: .shanghai, .english) == "1 day late")
        let day = try #require(Day("2026-11-19"))
        #expect(day.late(on: day, .chinese) == nil)
        #expect(day.late(on: day.adding(days: 2), .chinese) == "迟2天")
    }
}
