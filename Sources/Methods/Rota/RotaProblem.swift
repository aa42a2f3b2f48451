import Values

/// A rota to be made: who can work what and when, what is wished, and how many are needed.
///
/// Shape: people, shifts and days are counted from 0, in the order given; lengths are whole minutes, weights
/// whole penalty points.
/// Hard, for each person: at most one shift a day; no shift that may not follow the day before's; no more of
/// a shift than allowed; minutes within a range; runs of shifts and of days off within their limits; at most
/// so many weekends; the days off given. Soft: wishes and cover.
/// Edges: what lies outside the days given counts as off for the longest run, and never shortens a run: a run
/// of shifts or days off that touches the first or the last day is never too short.
/// Source: the rules of schedulingbenchmarks.org, nurse rostering, instances 1 to 24.
public struct RotaProblem: Hashable, Sendable {
    public let days: Int
    public let shifts: [RotaShift]
    public let people: [RotaPerson]
    public let wishes: [RotaWish]
    public let cover: [RotaCover]
    /// The weekday of day 0; a weekend is a Saturday with the Sunday after it, worked if either is.
    public let firstWeekday: Weekday
    /// How much it weighs that nights and weekends are shared; nil where only the penalty counts.
    public let fairness: RotaFairness?

    /// Refuses what contradicts itself or passes the limits: see `Limits`.
    public init(
        days: Int, shifts: [RotaShift], people: [RotaPerson], wishes: [RotaWish] = [],
        cover: [RotaCover] = [],
        firstWeekday: Weekday = .monday, fairness: RotaFairness? = nil
    ) throws(InputFault) {
        self.days = days
        self.shifts = shifts
        self.people = people
        self.wishes = wishes
        self.cover = cover
        self.firstWeekday = firstWeekday
        self.fairness = fairness
        try refuseWhatContradicts()
    }

    /// What a problem may hold at most, so that memory and every sum stay bounded.
    public enum Limits {
        public static let days = 2000
        public static let shifts = 62
        public static let people = 2000
        /// People × days × shifts.
        public static let cells = 16_000_000
        /// Wishes, and requirements of cover.
        public static let lines = 4_000_000
        public static let minutesOfShift = 1440
        public static let weight = 1_000_000
        /// Any other count or number of minutes.
        public static let number = 10_000_000
    }

    /// Whether a day is a Saturday (true), a Sunday (false) or neither (nil).
    func isSaturday(_ day: Int) -> Bool? {
        switch (day + firstWeekday.rawValue - 1) % 7 {
        case 5: true
        case 6: false
        default: nil
        }
    }
}

/// A shift that people can work: early, late, night.
public struct RotaShift: Hashable, Sendable {
    public let name: String
    public let minutes: Int
    /// The shifts that may not be worked on the day after this one.
    public let refusedNext: [Int]
    /// Counted where nights are shared fairly.
    public let isNight: Bool

    public init(name: String, minutes: Int, refusedNext: [Int] = [], isNight: Bool = false) {
        self.name = name
        self.minutes = minutes
        self.refusedNext = refusedNext
        self.isNight = isNight
    }
}

/// Somebody on the rota, with the rules that are never broken for them.
public struct RotaPerson: Hashable, Sendable {
    public let name: String
    /// For each shift, how many at most; 0 where the person cannot work it.
    public let maxOfShift: [Int]
    public let minutes: ClosedRange<Int>
    /// The longest and the shortest run of shifts, in days.
    public let inARow: ClosedRange<Int>
    public let minDaysOff: Int
    public let maxWeekends: Int
    public let daysOff: Set<Int>
    /// Nights and weekends worked before these days, counted where they are shared fairly.
    public let nightsBefore: Int
    public let weekendsBefore: Int

    public init(
        name: String, maxOfShift: [Int], minutes: ClosedRange<Int>, inARow: ClosedRange<Int>, minDaysOff: Int,
        maxWeekends: Int, daysOff: Set<Int> = [], nightsBefore: Int = 0, weekendsBefore: Int = 0
    ) {
        self.name = name
        self.maxOfShift = maxOfShift
        self.minutes = minutes
        self.inARow = inARow
        self.minDaysOff = minDaysOff
        self.maxWeekends = maxWeekends
        self.daysOff = daysOff
        self.nightsBefore = nightsBefore
        self.weekendsBefore = weekendsBefore
    }
}

/// That somebody would like to work a shift on a day, or would rather not; its weight is paid where it is not
/// met.
public struct RotaWish: Hashable, Sendable {
    public let person: Int
    public let day: Int
    public let shift: Int
    public let weight: Int
    /// True to work it, false not to work it.
    public let wanted: Bool

    public init(person: Int, day: Int, shift: Int, weight: Int, wanted: Bool) {
        self.person = person
        self.day = day
        self.shift = shift
        self.weight = weight
        self.wanted = wanted
    }
}

/// How many should work a shift on a day, and what each one too few or too many costs.
public struct RotaCover: Hashable, Sendable {
    public let day: Int
    public let shift: Int
    public let needed: Int
    public let under: Int
    public let over: Int

    public init(day: Int, shift: Int, needed: Int, under: Int, over: Int) {
        self.day = day
        self.shift = shift
        self.needed = needed
        self.under = under
        self.over = over
    }
}

/// What it costs, in penalty points, to be one night or one weekend away from a fair share; it grows by the
/// square.
public struct RotaFairness: Hashable, Sendable {
    public let nights: Int
    public let weekends: Int

    public init(nights: Int, weekends: Int) {
        self.nights = nights
        self.weekends = weekends
    }
}
