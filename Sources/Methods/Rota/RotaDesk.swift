/// A roster being worked on, with every count that a change needs kept beside it.
///
/// Rules of sequence (succession, runs, days off) hold at all times: a change that breaks one is never made.
/// Rules of amount (minutes, weekends, greatest numbers) may be broken for a while; how far is counted in
/// `excess`, in minutes.
final class RotaDesk {
    let tables: RotaTables
    /// Days before the first and after the last, always off, so that a change at the edge reads no further.
    static let margin = 64
    let stride: Int
    let words: Int
    /// [person, margin + day].
    let cells: UnsafeMutablePointer<UInt8>
    /// [person]: a bit for each day at work, after `margin` bits.
    let working: UnsafeMutablePointer<UInt64>
    /// A bit for each day there is, after `margin` bits.
    let calendar: UnsafeMutablePointer<UInt64>
    /// [day, cell]: what one person more, or one fewer, would cost.
    let adding: UnsafeMutablePointer<Int32>
    let removing: UnsafeMutablePointer<Int32>
    let present: UnsafeMutablePointer<Int32>
    /// [person, cell].
    let count: UnsafeMutablePointer<Int32>
    let minutes: UnsafeMutablePointer<Int>
    let weekends: UnsafeMutablePointer<Int>
    let nights: UnsafeMutablePointer<Int>
    /// [person]: minutes beyond what the rules of amount allow; a weekend or a shift too many counts as
    /// `unit`.
    let excess: UnsafeMutablePointer<Int>
    let unit: Int
    let totals: UnsafeMutablePointer<Totals>

    struct Totals {
        /// Penalty and fairness of the roster.
        var cost = 0
        /// The sum of `excess`.
        var broken = 0
    }

    init(_ tables: RotaTables) {
        self.tables = tables
        let people = tables.people
        stride = tables.days + 2 * RotaDesk.margin
        words = (tables.days + 63) / 64 + 3
        cells = .allocate(capacity: people * stride)
        working = .allocate(capacity: people * words)
        calendar = .allocate(capacity: words)
        adding = .allocate(capacity: tables.days * tables.width)
        removing = .allocate(capacity: tables.days * tables.width)
        present = .allocate(capacity: tables.days * tables.width)
        count = .allocate(capacity: people * tables.width)
        minutes = .allocate(capacity: people)
        weekends = .allocate(capacity: people)
        nights = .allocate(capacity: people)
        excess = .allocate(capacity: people)
        totals = .allocate(capacity: 1)
        let longest = (1..<tables.width).reduce(1) { max($0, tables.minutes[$1]) }
        unit = longest
        clear()
    }

    deinit {
        cells.deallocate()
        working.deallocate()
        calendar.deallocate()
        adding.deallocate()
        removing.deallocate()
        present.deallocate()
        count.deallocate()
        minutes.deallocate()
        weekends.deallocate()
        nights.deallocate()
        excess.deallocate()
        totals.deallocate()
    }

    /// Days off for everyone: no rule of sequence is broken by that.
    func clear() {
        let people = tables.people, days = tables.days, width = tables.width
        cells.initialize(repeating: 0, count: people * stride)
        working.initialize(repeating: 0, count: people * words)
        calendar.initialize(repeating: 0, count: words)
        for day in 0..<days {
            let place = day + RotaDesk.margin
            calendar[place >> 6] |= 1 << UInt64(place & 63)
        }
        count.initialize(repeating: 0, count: people * width)
        minutes.initialize(repeating: 0, count: people)
        weekends.initialize(repeating: 0, count: people)
        nights.initialize(repeating: 0, count: people)
        excess.initialize(repeating: 0, count: people)
        present.initialize(repeating: 0, count: days * width)
        var cost = 0, broken = 0
        for person in 0..<people {
            for day in 0..<days { cost += Int(tables.wish[(person * days + day) * width]) }
            excess[person] = overrun(person, minutes: 0, weekends: 0)
            broken += excess[person]
            if let shares = tables.fairness {
                cost += shares.nights[person * (days + 1)] + shares.weekends[person * (days + 1)]
            }
        }
        for place in 0..<days * width {
            let needed = Int(tables.needed[place])
            cost += needed > 0 ? needed * Int(tables.under[place]) : -needed * Int(tables.over[place])
            setMargins(place)
        }
        totals.initialize(to: Totals(cost: cost, broken: broken))
    }

    private func setMargins(_ place: Int) {
        let spare = present[place] - tables.needed[place]
        adding[place] = spare < 0 ? -tables.under[place] : tables.over[place]
        removing[place] = spare <= 0 ? tables.under[place] : -tables.over[place]
    }

    /// Minutes, and weekends as minutes, that a person would have beyond the rules of amount, shift limits
    /// apart.
    @inline(__always)
    func overrun(_ person: Int, minutes: Int, weekends: Int) -> Int {
        let rules = tables.rules[person]
        let wrong = max(0, rules.minMinutes - minutes) + max(0, minutes - rules.maxMinutes)
        // A few minutes wrong need a whole shift to be put right.
        return (wrong > 0 ? max(wrong, unit) : 0) + max(0, weekends - rules.maxWeekends) * unit
    }

    /// 64 days of a person at work, or of the calendar, from `day` on; `day` may be as low as -64.
    @inline(__always)
    func bits(_ line: UnsafeMutablePointer<UInt64>, from day: Int) -> UInt64 {
        let place = day + RotaDesk.margin
        let word = place >> 6, shift = UInt64(place & 63)
        let low = line[word] >> shift
        return shift == 0 ? low : low | line[word + 1] << (64 - shift)
    }

    /// Makes a change that has been judged; its figures are those the judge gave.
    func make(_ change: UnsafeMutablePointer<RotaChange>) {
        let person = change.pointee.person, width = tables.width
        for window in 0..<change.pointee.windows {
            let start = window == 0 ? change.pointee.first : change.pointee.second
            let fresh = window == 0 ? change.pointee.firstCells : change.pointee.secondCells
            for offset in 0..<change.pointee.length {
                let day = start + offset
                let place = person * stride + RotaDesk.margin + day
                let old = Int(cells[place]), new = Int(fresh[offset])
                guard old != new else { continue }
                cells[place] = UInt8(new)
                count[person * width + old] -= 1
                count[person * width + new] += 1
                present[day * width + old] -= 1
                present[day * width + new] += 1
                if old != 0 { setMargins(day * width + old) }
                if new != 0 { setMargins(day * width + new) }
                let bit = day + RotaDesk.margin
                let mask: UInt64 = 1 << UInt64(bit & 63)
                if new == 0 {
                    working[person * words + bit >> 6] &= ~mask
                } else {
                    working[person * words + bit >> 6] |= mask
                }
            }
        }
        minutes[person] += change.pointee.minutes
        weekends[person] += change.pointee.weekends
        nights[person] += change.pointee.nights
        excess[person] += change.pointee.excess
        totals.pointee.broken += change.pointee.excess
        totals.pointee.cost += change.pointee.cost + change.pointee.cover
    }
}
