/// What a roster is worth, counted anew from the roster alone.
///
/// It shares nothing with the solver: every rule is read from the problem and counted day by day.
public struct RotaCheck: Hashable, Sendable {
    /// The weights of unmet wishes, and of too few and too many at work.
    public let penalty: Int
    /// Every hard rule broken; empty for a roster that can be used.
    public let violations: [RotaViolation]
    public let unmetWishes: Int
    /// Places left empty, and people more than needed, summed over days and shifts.
    public let short: Int
    public let spare: Int
    /// For each person, the nights and the weekends worked on these days.
    public let nights: [Int]
    public let weekends: [Int]

    /// Counts a roster of the problem's people and days; one of another shape is refused.
    public init(_ roster: Roster, of problem: RotaProblem) throws(InputFault) {
        guard roster.people == problem.people.count, roster.days == problem.days,
            roster.cells.allSatisfy({ $0 <= problem.shifts.count })
        else { throw InputFault("the roster has other people, days or shifts than the problem") }
        let rows = problem.people.indices.map { person in (0..<problem.days).map { roster[person, $0] } }
        let unmet = problem.wishes.filter { (rows[$0.person][$0.day] == $0.shift) != $0.wanted }
        var penalty = unmet.reduce(0) { $0 + $1.weight }, short = 0, spare = 0
        for need in problem.cover {
            let present = rows.count { $0[need.day] == need.shift }
            let missing = max(0, need.needed - present), extra = max(0, present - need.needed)
            penalty += missing * need.under + extra * need.over
            short += missing
            spare += extra
        }
        self.penalty = penalty
        self.short = short
        self.spare = spare
        unmetWishes = unmet.count
        nights = rows.map { row in row.count { $0.map { problem.shifts[$0].isNight } ?? false } }
        weekends = rows.map { RotaCheck.weekends($0, in: problem) }
        violations = rows.indices.flatMap { RotaCheck.violations(of: $0, row: rows[$0], in: problem) }
    }

    static func weekends(_ row: [Int?], in problem: RotaProblem) -> Int {
        row.indices.count { day in
            switch problem.isSaturday(day) {
            case true?: row[day] != nil || (day + 1 < row.count && row[day + 1] != nil)
            case false?: day == 0 && row[day] != nil
            case nil: false
            }
        }
    }
}

/// A hard rule broken: whose, which, from what day.
public struct RotaViolation: Hashable, Sendable, CustomStringConvertible {
    public enum Rule: String, Sendable, CaseIterable {
        case succession, dayOff, maxOfShift, minMinutes, maxMinutes, maxInARow, minInARow, minDaysOff,
            maxWeekends
    }

    public let person: String
    public let rule: Rule
    /// The first day concerned; nil where it is the whole row.
    public let day: Int?
    /// What was found, and what the rule allows.
    public let found: Int
    public let allowed: Int

    public var description: String {
        let place = day.map { ", day \($0)" } ?? ""
        return "\(person)\(place): \(rule.rawValue), \(found) for \(allowed)"
    }
}

extension RotaCheck {
    private static func violations(of index: Int, row: [Int?], in problem: RotaProblem) -> [RotaViolation] {
        let person = problem.people[index]
        var found: [RotaViolation] = []
        func breaks(_ rule: RotaViolation.Rule, _ day: Int?, _ count: Int, _ allowed: Int) {
            found.append(
                RotaViolation(person: person.name, rule: rule, day: day, found: count, allowed: allowed))
        }
        for day in row.indices.dropFirst() {
            if let before = row[day - 1], let now = row[day], problem.shifts[before].refusedNext.contains(now)
            {
                breaks(.succession, day, 1, 0)
            }
        }
        for day in person.daysOff.sorted() where row[day] != nil { breaks(.dayOff, day, 1, 0) }
        for shift in problem.shifts.indices {
            let count = row.count { $0 == shift }
            if count > person.maxOfShift[shift] { breaks(.maxOfShift, nil, count, person.maxOfShift[shift]) }
        }
        let minutes = row.reduce(0) { $0 + ($1.map { problem.shifts[$0].minutes } ?? 0) }
        if minutes < person.minutes.lowerBound {
            breaks(.minMinutes, nil, minutes, person.minutes.lowerBound)
        }
        if minutes > person.minutes.upperBound {
            breaks(.maxMinutes, nil, minutes, person.minutes.upperBound)
        }
        for run in runs(row) {
            let inner = run.lowerBound > 0 && run.upperBound < row.count
            let first = run.lowerBound, length = run.count
            if row[first] == nil {
                if inner, length < person.minDaysOff { breaks(.minDaysOff, first, length, person.minDaysOff) }
            } else {
                let limits = person.inARow
                if length > limits.upperBound { breaks(.maxInARow, first, length, limits.upperBound) }
                if inner, length < limits.lowerBound { breaks(.minInARow, first, length, limits.lowerBound) }
            }
        }
        let worked = weekends(row, in: problem)
        if worked > person.maxWeekends { breaks(.maxWeekends, nil, worked, person.maxWeekends) }
        return found
    }

    /// The runs of days at work and of days off, in turn.
    private static func runs(_ row: [Int?]) -> [Range<Int>] {
        var runs: [Range<Int>] = [], start = 0
        for day in 1...row.count where day == row.count || (row[day] == nil) != (row[start] == nil) {
            runs.append(start..<day)
            start = day
        }
        return runs
    }
}
