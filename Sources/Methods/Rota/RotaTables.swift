/// A problem laid out in flat memory for the solver; nothing in it changes while it is solved.
///
/// A cell is 0 for a day off, else one more than the shift's index; `width` cells are possible.
final class RotaTables {
    let people: Int
    let days: Int
    let width: Int
    /// [person, day, cell]: the weight of the wishes that the cell leaves unmet.
    let wish: UnsafeMutablePointer<Int32>
    /// [person, day]: a bit for each cell that the person may have that day.
    let able: UnsafeMutablePointer<UInt64>
    /// [cell]: a bit for each cell that may follow it.
    let after: UnsafeMutablePointer<UInt64>
    let minutes: UnsafeMutablePointer<Int>
    /// [day, cell]: how many are needed, and what each one too few or too many costs.
    let needed: UnsafeMutablePointer<Int32>
    let under: UnsafeMutablePointer<Int32>
    let over: UnsafeMutablePointer<Int32>
    /// [person, cell]: how many at most.
    let limit: UnsafeMutablePointer<Int32>
    /// [person]: a bit for each cell whose limit could be passed.
    let limited: UnsafeMutablePointer<UInt64>
    /// [person, number]: the cells at work that the person can have at all, `choices[person]` of them.
    let choice: UnsafeMutablePointer<UInt8>
    let choices: UnsafeMutablePointer<Int>
    let rules: UnsafeMutablePointer<RotaRules>
    /// [residue]: the Saturdays among 64 days, by the weekday of the first of them; Monday is 0.
    let saturdays: UnsafeMutablePointer<UInt64>
    let firstWeekday: Int
    let nights: UInt64
    let fairness: RotaShares?

    init(_ problem: RotaProblem) {
        people = problem.people.count
        days = problem.days
        width = problem.shifts.count + 1
        firstWeekday = problem.firstWeekday.rawValue - 1
        let cells = people * days
        wish = .allocate(capacity: cells * width)
        able = .allocate(capacity: cells)
        after = .allocate(capacity: width)
        minutes = .allocate(capacity: width)
        needed = .allocate(capacity: days * width)
        under = .allocate(capacity: days * width)
        over = .allocate(capacity: days * width)
        limit = .allocate(capacity: people * width)
        limited = .allocate(capacity: people)
        choice = .allocate(capacity: people * width)
        choices = .allocate(capacity: people)
        rules = .allocate(capacity: people)
        saturdays = .allocate(capacity: 7)
        nights = problem.shifts.enumerated().reduce(0) { $0 | ($1.element.isNight ? 2 << $1.offset : 0) }
        fairness = RotaShares(problem)
        lay(problem.shifts)
        lay(problem.people)
        layWishes(problem.wishes)
        layCover(problem.cover)
        for residue in 0..<7 {
            saturdays[residue] = (0..<64).reduce(0) { ($1 + residue) % 7 == 5 ? $0 | 1 << $1 : $0 }
        }
    }

    deinit {
        wish.deallocate()
        able.deallocate()
        after.deallocate()
        minutes.deallocate()
        needed.deallocate()
        under.deallocate()
        over.deallocate()
        limit.deallocate()
        limited.deallocate()
        choice.deallocate()
        choices.deallocate()
        rules.deallocate()
        saturdays.deallocate()
    }

    private func lay(_ shifts: [RotaShift]) {
        after[0] = .max
        minutes[0] = 0
        for (index, shift) in shifts.enumerated() {
            after[index + 1] = shift.refusedNext.reduce(.max) { $0 & ~(2 << UInt64($1)) }
            minutes[index + 1] = shift.minutes
        }
    }

    private func lay(_ people: [RotaPerson]) {
        for (index, person) in people.enumerated() {
            var mask: UInt64 = 1
            choices[index] = 0
            limited[index] = 0
            limit[index * width] = Int32.max
            for (shift, most) in person.maxOfShift.enumerated() {
                limit[index * width + shift + 1] = Int32(min(most, days))
                if most < days { limited[index] |= 2 << UInt64(shift) }
                guard most > 0, person.inARow.upperBound > 0 else { continue }
                mask |= 2 << UInt64(shift)
                choice[index * width + choices[index]] = UInt8(shift + 1)
                choices[index] += 1
            }
            for day in 0..<days { able[index * days + day] = person.daysOff.contains(day) ? 1 : mask }
            rules[index] = RotaRules(person, days: days)
        }
    }

    private func layWishes(_ wishes: [RotaWish]) {
        wish.initialize(repeating: 0, count: people * days * width)
        for one in wishes {
            let base = (one.person * days + one.day) * width
            for cell in 0..<width where (cell == one.shift + 1) != one.wanted {
                wish[base + cell] += Int32(one.weight)
            }
        }
    }

    private func layCover(_ cover: [RotaCover]) {
        for table in [needed, under, over] { table.initialize(repeating: 0, count: days * width) }
        for need in cover {
            let place = need.day * width + need.shift + 1
            needed[place] = Int32(need.needed)
            under[place] = Int32(need.under)
            over[place] = Int32(need.over)
        }
    }
}

/// A person's rules in numbers.
struct RotaRules {
    let minMinutes: Int
    let maxMinutes: Int
    let maxRun: Int
    let minRun: Int
    let minOff: Int
    let maxWeekends: Int
    /// The longest run that any rule speaks of: what lies further from a change cannot matter to it.
    let reach: Int

    init(_ person: RotaPerson, days: Int) {
        minMinutes = person.minutes.lowerBound
        maxMinutes = person.minutes.upperBound
        // A run is no longer than the days there are, so longer limits say the same.
        maxRun = min(person.inARow.upperBound, days)
        minRun = min(person.inARow.lowerBound, days)
        minOff = min(person.minDaysOff, days)
        maxWeekends = person.maxWeekends
        reach = max(maxRun >= days ? 0 : maxRun, minRun, minOff)
    }
}
