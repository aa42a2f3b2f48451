/// What each number of nights and of weekends costs each person, by the square of its distance from a fair
/// share.
///
/// A share is in proportion to the most minutes a person may work, among those who can work nights at all, of
/// what the cover asks for on these days and of what was worked before. Weekends count the larger need of
/// Saturday and Sunday. Costs are rounded to whole penalty points.
final class RotaShares {
    let days: Int
    /// [person, number]: 0...days.
    let nights: UnsafeMutablePointer<Int>
    let weekends: UnsafeMutablePointer<Int>

    init?(_ problem: RotaProblem) {
        guard let fairness = problem.fairness else { return nil }
        days = problem.days
        let size = problem.people.count * (problem.days + 1)
        nights = .allocate(capacity: size)
        weekends = .allocate(capacity: size)
        let able = problem.people.map { person in
            problem.shifts.indices.contains { problem.shifts[$0].isNight && person.maxOfShift[$0] > 0 }
        }
        let needed = RotaShares.needed(problem)
        lay(
            nights, weight: fairness.nights, needed: needed.nights,
            capacity: zip(problem.people, able).map { $1 ? $0.minutes.upperBound : 0 },
            before: problem.people.map(\.nightsBefore))
        lay(
            weekends, weight: fairness.weekends, needed: needed.weekends,
            capacity: problem.people.map { $0.maxWeekends > 0 ? $0.minutes.upperBound : 0 },
            before: problem.people.map(\.weekendsBefore))
    }

    deinit {
        nights.deallocate()
        weekends.deallocate()
    }

    private func lay(
        _ table: UnsafeMutablePointer<Int>, weight: Int, needed: Int, capacity: [Int], before: [Int]
    ) {
        let whole = max(1, capacity.reduce(0, +))
        let sum = needed + zip(capacity, before).reduce(0) { $0 + ($1.0 > 0 ? $1.1 : 0) }
        for person in capacity.indices {
            let share = Double(sum) * Double(capacity[person]) / Double(whole)
            for count in 0...days {
                let distance = Double(count + before[person]) - share
                let cost = capacity[person] > 0 ? Double(weight) * distance * distance : 0
                table[person * (days + 1) + count] = Int(min(cost, 1e12).rounded())
            }
        }
    }

    private static func needed(_ problem: RotaProblem) -> (nights: Int, weekends: Int) {
        var nights = 0
        var byDay = [Int](repeating: 0, count: problem.days)
        for need in problem.cover {
            let count = min(need.needed, problem.people.count)
            if problem.shifts[need.shift].isNight { nights += count }
            byDay[need.day] += count
        }
        var weekends = 0
        for day in 0..<problem.days {
            switch problem.isSaturday(day) {
            case true?: weekends += max(byDay[day], day + 1 < problem.days ? byDay[day + 1] : 0)
            case false? where day == 0: weekends += byDay[day]
            default: break
            }
        }
        return (nights, weekends)
    }
}
