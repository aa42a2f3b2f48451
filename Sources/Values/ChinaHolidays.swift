extension WorkCalendar {
    /// China's working days. Source: the State Council General Office's yearly notices.
    public static let china = WorkCalendar(HolidaySchedule.china)
}

extension HolidaySchedule {
    /// The published schedules, a line a year; the next year's comes each November.
    public static let china: [HolidaySchedule] = [
        HolidaySchedule(
            year: 2025,
            holidays: "1-1 1-28…2-4 4-4…4-6 5-1…5-5 5-31…6-2 10-1…10-8",
            makeUps: "1-26 2-8 4-27 9-28 10-11"),
        HolidaySchedule(
            year: 2026,
            holidays: "1-1…1-3 2-15…2-23 4-4…4-6 5-1…5-5 6-19…6-21 9-25…9-27 10-1…10-7",
            makeUps: "1-4 2-14 2-28 5-9 9-20 10-10"),
    ].compactMap { $0 }
}
