import Foundation
import Testing
import Values

@testable import Methods

@Suite struct RotaSolverTests {
    @Test(arguments: UInt64(1)...40) func findsTheOptimumOfSmallProblems(_ seed: UInt64) throws {
        let problem = try RotaCases.random(seed)
        let check = try RotaCheck(RotaCases.solve(problem, seed: seed, rounds: 200), of: problem)
        if let optimum = try RotaCases.optimum(problem) {
            #expect(check.violations.isEmpty && check.penalty == optimum)
        } else {
            #expect(!check.violations.isEmpty)
        }
    }

    @Test func theSmallProblemsAreOfBothKinds() throws {
        let optima = try (1...40).map { try RotaCases.optimum(RotaCases.random($0)) }
        #expect(optima.contains(nil) && optima.count { $0 != nil } >= 20)
    }

    @Test func theSameSeedGivesTheSameRoster() throws {
        let problem = try RotaCases.month()
        let a = RotaCases.solve(problem, seed: 5, rounds: 60)
        #expect(a == RotaCases.solve(problem, seed: 5, rounds: 60))
        #expect(a != RotaCases.solve(problem, seed: 6, rounds: 60))
    }

    @Test(arguments: UInt64(1)...6) func orderAndScaleChangeNoOptimum(_ seed: UInt64) throws {
        let problem = try RotaCases.random(seed * 7)
        guard let optimum = try RotaCases.optimum(problem) else { return }
        let last = problem.people.count - 1
        let turned = try RotaProblem(
            days: problem.days, shifts: problem.shifts, people: problem.people.reversed(),
            wishes: problem.wishes.map {
                RotaWish(
                    person: last - $0.person, day: $0.day, shift: $0.shift, weight: $0.weight * 10,
                    wanted: $0.wanted)
            },
            cover: problem.cover.reversed().map {
                RotaCover(
                    day: $0.day, shift: $0.shift, needed: $0.needed, under: $0.under * 10, over: $0.over * 10)
            }, firstWeekday: problem.firstWeekday)
        let check = try RotaCheck(RotaCases.solve(turned, seed: seed, rounds: 200), of: turned)
        #expect(check.violations.isEmpty && check.penalty == optimum * 10)
    }

    /// The counts kept beside the roster are those of the check, wherever the walk stands.
    @Test(arguments: [(9, 2), (9, 30), (28, 21), (70, 5), (70, 25)])
    func theCountsKeptAreThoseOfTheCheck(_ days: Int, _ inARow: Int) throws {
        let problem = try RotaCases.month(
            days: days, inARow: 2...inARow, fairness: RotaFairness(nights: 3, weekends: 2))
        let search = RotaSearch(problem, seed: 3)
        search.setPrices(to: 0.05)
        search.now.pointee.temperature = 40
        var amounts = 0
        for _ in 0..<60 {
            for _ in 0..<500 { _ = search.step() }
            search.reworkSomebody()
            let check = try RotaCheck(search.roster, of: problem)
            let rules = Set(check.violations.map(\.rule))
            #expect(rules.isSubset(of: [.minMinutes, .maxMinutes, .maxWeekends, .maxOfShift]))
            #expect(check.violations.isEmpty == (search.desk.totals.pointee.broken == 0))
            let unfair = try #require(search.tables.fairness)
            let shares = (0..<problem.people.count).reduce(0) { sum, person in
                let row = person * (days + 1)
                return sum + unfair.nights[row + check.nights[person]]
                    + unfair.weekends[row + check.weekends[person]]
            }
            #expect(check.penalty + shares == search.desk.totals.pointee.cost)
            amounts += check.violations.isEmpty ? 0 : 1
        }
        #expect(amounts > 0)
    }

    /// What dynamic programming finds for one person is the best row there is.
    @Test(arguments: UInt64(100)...140) func aRowReworkedIsTheBest(_ seed: UInt64) throws {
        let problem = try RotaCases.random(seed)
        // Greatest numbers are the one rule that the rows reworked do not know within their stretch.
        let free = problem.people.map {
            RotaPerson(
                name: $0.name, maxOfShift: problem.shifts.map { _ in 99 }, minutes: $0.minutes,
                inARow: $0.inARow,
                minDaysOff: $0.minDaysOff, maxWeekends: $0.maxWeekends, daysOff: $0.daysOff)
        }
        let alone = try RotaProblem(
            days: problem.days, shifts: problem.shifts, people: [free[0]],
            wishes: problem.wishes.filter { $0.person == 0 }, cover: problem.cover,
            firstWeekday: problem.firstWeekday)
        let search = RotaSearch(alone, seed: seed)
        search.setPrices(to: 1000)
        let optimum = try RotaCases.optimum(alone)
        let whole = RotaPath.Stretch(person: 0, first: 0, length: alone.days, price: 1000)
        _ = search.rework(whole, by: search.path, spread: 0)
        let check = try RotaCheck(search.result(), of: alone)
        if let optimum { #expect(check.violations.isEmpty && check.penalty == optimum) }
        if optimum == nil { #expect(!check.violations.isEmpty) }
    }

    @Test func nightsAndWeekendsAreSharedAndThePenaltyStays() throws {
        let plain = try RotaCases.patrols(nil),
            fair = try RotaCases.patrols(RotaFairness(nights: 1, weekends: 1))
        let before = try RotaCheck(RotaCases.solve(plain, rounds: 1500), of: plain)
        let after = try RotaCheck(RotaCases.solve(fair, rounds: 1500), of: plain)
        #expect(before.violations.isEmpty && after.violations.isEmpty)
        #expect(before.penalty == 0 && after.penalty == 0)
        // One person had worked four nights before, and now works fewer.
        let nights = zip(after.nights, plain.people).map { $0 + $1.nightsBefore }
        #expect((nights.max() ?? 0) - (nights.min() ?? 0) <= 1, "\(nights)")
        #expect((after.weekends.max() ?? 0) - (after.weekends.min() ?? 0) <= 1, "\(after.weekends)")
    }

    /// Where cover and rules leave room, every wish is met, by day and by night, and shares stay fair.
    @Test func wishesAreMetWhereThereIsRoom() throws {
        var dice = Dice(seed: 7)
        let wishes = (0..<16).map { index in
            RotaWish(
                person: index / 2, day: index / 2 * 3 + index % 2 * 2, shift: dice.below(2), weight: 5,
                wanted: index % 2 == 0)
        }
        let problem = try RotaCases.patrols(RotaFairness(nights: 1, weekends: 1), wishes: wishes)
        let check = try RotaCheck(RotaCases.solve(problem, rounds: 1500), of: problem)
        #expect(check.violations.isEmpty && check.penalty == 0 && check.unmetWishes == 0)
        let nights = zip(check.nights, problem.people).map { $0 + $1.nightsBefore }
        #expect((nights.max() ?? 0) - (nights.min() ?? 0) <= 2, "\(nights)")
    }

    /// What is kept is never worse than any roster the walk has passed: rules first, then cost.
    @Test func theBestSoFarIsKept() throws {
        let problem = try RotaCases.month()
        let search = RotaSearch(problem, seed: 2)
        search.setPrices(to: 0.2)
        search.now.pointee.temperature = 50
        var best = (broken: Int.max, cost: Int.max)
        for _ in 0..<200 {
            for _ in 0..<100 { _ = search.step() }
            search.reworkSomebody()
            let here = (broken: search.desk.totals.pointee.broken, cost: search.desk.totals.pointee.cost)
            if here < best { best = here }
            let kept = try RotaCheck(search.result(), of: problem)
            #expect(kept.violations.isEmpty || best.broken > 0)
            #expect(!kept.violations.isEmpty || best.broken > 0 || kept.penalty <= best.cost)
        }
        #expect(best.broken == 0)
    }

    /// Stopped at once, stopped early, or given time: a roster of the problem's shape comes back.
    @Test(arguments: [0, 1, 2, 5, 20]) func aRosterComesBackAtAnyLimit(_ rounds: Int) throws {
        let problem = try RotaCases.month()
        let roster =
            rounds == 0
            ? RotaSolver.solve(problem, seed: 1) { 1 } : RotaCases.solve(problem, rounds: rounds)
        let check = try RotaCheck(roster, of: problem)
        let rules = Set(check.violations.map(\.rule))
        #expect(rules.isSubset(of: [.minMinutes, .maxMinutes, .maxWeekends, .maxOfShift]))
        if rounds == 20 { #expect(check.violations.isEmpty) }
    }
}

extension RotaCases {
    /// A month of early, late and night shifts for eight people, with every kind of rule.
    static func month(
        days: Int = 28, inARow: ClosedRange<Int> = 2...5, fairness: RotaFairness? = nil
    ) throws -> RotaProblem {
        var dice = Dice(seed: 11)
        let shifts = [
            RotaShift(name: "E", minutes: 480), RotaShift(name: "L", minutes: 480, refusedNext: [0]),
            RotaShift(name: "N", minutes: 600, refusedNext: [0, 1], isNight: true),
        ]
        let people = (0..<8).map { index in
            person(
                "P\(index)", shifts: 3, minutes: days * 240...days * 320, inARow: inARow, minDaysOff: 2,
                maxWeekends: 1 + days / 14,
                maxOfShift: [
                    days, index < 3 ? days / 7 : days, index % 4 == 0 ? 0 : max(1, days * 3 / 28),
                ],
                daysOff: [dice.below(days)])
        }
        let cover = (0..<days).flatMap { day in
            (0..<3).map { RotaCover(day: day, shift: $0, needed: dice.within(1...2), under: 100, over: 1) }
        }
        let wishes = (0..<40).map { _ in
            RotaWish(
                person: dice.below(8), day: dice.below(days), shift: dice.below(3),
                weight: dice.within(1...3),
                wanted: dice.chance(60))
        }
        return try RotaProblem(
            days: days, shifts: shifts, people: people, wishes: wishes, cover: cover, fairness: fairness)
    }

    /// Four weeks of day and night patrols: two by day, two by night, eight neighbours.
    static func patrols(_ fairness: RotaFairness?, wishes: [RotaWish] = []) throws -> RotaProblem {
        let shifts = [
            RotaShift(name: "白", minutes: 120),
            RotaShift(name: "夜", minutes: 120, refusedNext: [0], isNight: true),
        ]
        let people = (0..<8).map { index in
            RotaPerson(
                name: "邻\(index)", maxOfShift: [28, 28], minutes: 0...28 * 120, inARow: 1...4, minDaysOff: 1,
                maxWeekends: 4, nightsBefore: index == 0 ? 4 : 0)
        }
        let cover = (0..<28).flatMap { day in
            (0..<2).map { RotaCover(day: day, shift: $0, needed: 2, under: 1000, over: 1000) }
        }
        return try RotaProblem(
            days: 28, shifts: shifts, people: people, wishes: wishes, cover: cover, fairness: fairness)
    }
}
