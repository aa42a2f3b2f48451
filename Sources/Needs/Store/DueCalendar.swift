import Storage
import Values

/// The working days by which due times are counted: the stored days over the published schedule.
enum DueCalendar {
    static func calendar(_ reading: any Reading) throws -> WorkCalendar {
        let days = try reading.all(
            "SELECT day, is_work FROM calendar_day ORDER BY day LIMIT 2000"
        ) { (Day($0.text(0)), $0.flag(1)) }
        guard !days.isEmpty else { return .china }
        var calendar = WorkCalendar.china
        let known = days.compactMap { day, isWork in day.map { ($0, isWork) } }
        for (year, all) in Dictionary(grouping: known, by: { $0.0.year }) {
            calendar.add(
                HolidaySchedule(
                    year: year, holidays: Set(all.filter { !$0.1 }.map(\.0)),
                    makeUps: Set(all.filter(\.1).map(\.0))))
        }
        return calendar
    }
}
