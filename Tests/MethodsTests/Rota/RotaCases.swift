import Methods
import Values

/// Small problems, and every roster of them, for tests that count by brute force.
enum RotaCases {
    /// A person who can do everything, with the limits a case changes.
    static func person(
        _ name: String, shifts: Int = 1, minutes: ClosedRange<Int> = 0...100_000,
        inARow: ClosedRange<Int> = 1...9,
        minDaysOff: Int = 1, maxWeekends: Int = 9, maxOfShift: [Int]? = nil, daysOff: Set<Int> = []
    ) -> RotaPerson {
        RotaPerson(
            name: name, maxOfShift: maxOfShift ?? [Int](repeating: 99, count: shifts), minutes: minutes,
            inARow: inARow, minDaysOff: minDaysOff, maxWeekends: maxWeekends, daysOff: daysOff)
    }

    /// A seeded problem of two people, or one, small enough to try every roster.
    static func random(_ seed: UInt64) throws -> RotaProblem {
        var dice = Dice(seed: seed)
        let kinds = dice.within(1...2)
        let people = dice.within(1...2), days = people == 2 ? (kinds == 2 ? 4 : 6) : (kinds == 2 ? 8 : 10)
        let shifts = (0..<kinds).map { index in
            RotaShift(
                name: "S\(index)", minutes: [480, 600][dice.below(2)],
                refusedNext: index == 1 && dice.chance(70) ? [0] : [])
        }
        let staff = (0..<people).map { index in
            let low = dice.within(0...2) * 480, least = dice.within(1...2)
            return RotaPerson(
                name: "P\(index)", maxOfShift: (0..<kinds).map { _ in dice.within(1...days) },
                minutes: low...low + dice.within(1...4) * 480, inARow: least...least + dice.within(0...3),
                minDaysOff: dice.within(1...2), maxWeekends: dice.within(0...2),
                daysOff: dice.chance(50) ? [dice.below(days)] : [])
        }
        let wishes = (0..<dice.within(0...6)).map { _ in
            RotaWish(
                person: dice.below(people), day: dice.below(days), shift: dice.below(kinds),
                weight: dice.within(1...9), wanted: dice.chance(50))
        }
        var cover: [RotaCover] = []
        for day in 0..<days {
            for shift in 0..<kinds where dice.chance(80) {
                cover.append(
                    RotaCover(
                        day: day, shift: shift, needed: dice.within(-1...people), under: dice.within(0...30),
                        over: dice.within(0...3)))
            }
        }
        return try RotaProblem(
            days: days, shifts: shifts, people: staff, wishes: wishes, cover: cover,
            firstWeekday: Weekday.allCases[dice.below(7)])
    }

    /// The least penalty of any roster that breaks no hard rule; nil where there is none.
    static func optimum(_ problem: RotaProblem) throws -> Int? {
        var best: Int?
        var roster = Roster(people: problem.people.count, days: problem.days)
        let places = problem.people.count * problem.days
        while true {
            let check = try RotaCheck(roster, of: problem)
            if check.violations.isEmpty { best = min(best ?? check.penalty, check.penalty) }
            var place = 0
            while place < places {
                let person = place / problem.days, day = place % problem.days
                let next = (roster[person, day] ?? -1) + 1
                if next < problem.shifts.count {
                    roster[person, day] = next
                    break
                }
                roster[person, day] = nil
                place += 1
            }
            if place == places { return best }
        }
    }

    /// The solver, stopped after so many questions.
    static func solve(_ problem: RotaProblem, seed: UInt64 = 1, rounds: Int) -> Roster {
        var asked = 0
        return RotaSolver.solve(problem, seed: seed) {
            defer { asked += 1 }
            return Double(asked) / Double(rounds)
        }
    }
}
