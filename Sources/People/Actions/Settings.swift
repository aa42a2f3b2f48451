public import Actions
import Storage
public import Values

/// Changes what a community says of itself on every page.
public struct ChangeLocality: Action {
    public static let name = "people.change-locality"
    public static let right = PeopleRights.changeSettings

    let placeName: String
    let english: String
    let foot: FoundLocality.Foot

    public init(name: String, english: String, foot: FoundLocality.Foot) {
        placeName = name
        self.english = english
        self.foot = foot
    }

    public func subject(in work: Work) throws -> Place { try work.place(work.community) }

    public func run(on place: Place, in work: Work) throws -> Done {
        _ = try RenamePlace(place.id, name: placeName, english: english).run(on: place, in: work)
        try work.database.run(
            """
            UPDATE locality SET foot = \(foot.line), phone = \(foot.phone)
            WHERE community = \(work.community)
            """)
        return Done()
    }

    public func object(of subject: Place, _ answer: Done, in work: Work) -> Identifier { work.community }
}

/// Says of a day that it is worked, that it is a holiday, or (nil) that it follows the week again.
public struct SetCalendarDay: Action {
    public static let name = "people.set-calendar-day"
    public static let right = PeopleRights.changeSettings

    let day: Day
    let isWork: Bool?
    let dayName: String

    public init(_ day: Day, isWork: Bool?, name: String) {
        self.day = day
        self.isWork = isWork
        dayName = name
    }

    public func subject(in work: Work) throws -> Place { try work.place(work.community) }

    public func run(on place: Place, in work: Work) throws -> Done {
        // The first change of a year takes over its published days: one entry does not replace them all.
        if try CalendarStore.days(work.database, year: day.year).isEmpty {
            for known in CalendarStore.published(day.year) { try insert(known, in: work) }
        }
        try work.database.run("DELETE FROM calendar_day WHERE day = \(day.description)")
        if let isWork { try insert(CalendarDay(day: day, isWork: isWork, name: dayName), in: work) }
        return Done()
    }

    private func insert(_ day: CalendarDay, in work: Work) throws {
        try work.database.run(
            """
            INSERT INTO calendar_day (day, is_work, name)
            VALUES (\(day.day.description), \(day.isWork), \(day.name))
            """)
    }

    public func object(of subject: Place, _ answer: Done, in work: Work) -> Identifier { work.community }
}
