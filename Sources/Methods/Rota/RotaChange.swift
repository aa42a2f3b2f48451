/// New cells for one person, in one window of days or in two of the same length, and what they would change.
struct RotaChange {
    var person = 0
    /// 1 or 2; the first window stands before the second and does not touch it.
    var windows = 1
    var length = 0
    var first = 0
    var second = 0
    let firstCells: UnsafeMutablePointer<UInt8>
    let secondCells: UnsafeMutablePointer<UInt8>

    var minutes = 0
    var weekends = 0
    var nights = 0
    var excess = 0
    /// Wishes and fairness.
    var cost = 0
    var cover = 0

    /// The longest window, in days, that is judged within one machine word; and the longest at all.
    static let longest = 20
    static let room = 64

    /// The person's cells as they are now, in the windows.
    func read(_ desk: RotaDesk) {
        let row = desk.cells + person * desk.stride + RotaDesk.margin
        for offset in 0..<length { firstCells[offset] = row[first + offset] }
        if windows == 2 { for offset in 0..<length { secondCells[offset] = row[second + offset] } }
    }
}

extension RotaDesk {
    /// Whether a change keeps every rule of sequence; its figures are then set, without `cover`.
    @inline(__always)
    func judge(_ change: UnsafeMutablePointer<RotaChange>) -> Bool {
        guard allowed(change, change.pointee.first, change.pointee.firstCells),
            change.pointee.windows == 1 || allowed(change, change.pointee.second, change.pointee.secondCells)
        else { return false }
        guard let weekends = runsHold(change) else { return false }
        change.pointee.weekends = weekends
        weigh(change)
        return true
    }

    /// Each new cell is one that the person may have, and follows the one before it.
    @inline(__always)
    private func allowed(
        _ change: UnsafeMutablePointer<RotaChange>, _ start: Int, _ fresh: UnsafeMutablePointer<UInt8>
    ) -> Bool {
        let row = cells + change.pointee.person * stride + RotaDesk.margin
        let able = tables.able + change.pointee.person * tables.days + start
        var last = Int(row[start - 1])
        for offset in 0..<change.pointee.length {
            let cell = Int(fresh[offset])
            guard (able[offset] & tables.after[last]) >> UInt64(cell) & 1 == 1 else { return false }
            last = cell
        }
        var next = Int(row[start + change.pointee.length])
        if change.pointee.windows == 2, start == change.pointee.first,
            start + change.pointee.length == change.pointee.second
        {
            next = Int(change.pointee.secondCells[0])
        }
        return tables.after[last] >> UInt64(next) & 1 == 1
    }

    /// The change in weekends worked, where every run stays within its limits; nil where one does not.
    @inline(__always)
    private func runsHold(_ change: UnsafeMutablePointer<RotaChange>) -> Int? {
        let rules = tables.rules[change.pointee.person], reach = rules.reach
        if max(reach, change.pointee.length) > RotaChange.longest { return slowly(change) }
        let line = working + change.pointee.person * words
        let context = RotaChange.longest + 2
        let base = change.pointee.first - context
        let old = bits(line, from: base)
        var new = mixed(old, change, base: base, window: 0)
        guard change.pointee.windows == 2 else { return verdict(rules, old, new, base) }
        if change.pointee.second + change.pointee.length - change.pointee.first <= 40 - reach {
            new = mixed(new, change, base: base, window: 1)
            return verdict(rules, old, new, base)
        }
        guard change.pointee.second - change.pointee.first - change.pointee.length > reach,
            let first = verdict(rules, old, new, base)
        else { return nil }
        let otherBase = change.pointee.second - context
        let other = bits(line, from: otherBase)
        let otherNew = mixed(other, change, base: otherBase, window: 1)
        return verdict(rules, other, otherNew, otherBase).map { $0 + first }
    }

    /// The days at work with a window's new cells put in.
    @inline(__always)
    private func mixed(
        _ old: UInt64, _ change: UnsafeMutablePointer<RotaChange>, base: Int, window: Int
    ) -> UInt64 {
        let fresh = window == 0 ? change.pointee.firstCells : change.pointee.secondCells
        var bits = old
        let start = (window == 0 ? change.pointee.first : change.pointee.second) - base
        for offset in 0..<change.pointee.length {
            let mask: UInt64 = 1 << UInt64(truncatingIfNeeded: start + offset)
            bits = fresh[offset] == 0 ? bits & ~mask : bits | mask
        }
        return bits
    }

    @inline(__always)
    private func verdict(_ rules: RotaRules, _ old: UInt64, _ new: UInt64, _ base: Int) -> Int? {
        if old == new { return 0 }
        let off = bits(calendar, from: base) & ~new
        if rules.maxRun < tables.days, RotaDesk.hasRun(new, rules.maxRun + 1) { return nil }
        if RotaDesk.hasShort(new, between: off, rules.minRun) { return nil }
        if RotaDesk.hasShort(off, between: new, rules.minOff) { return nil }
        let saturdays = tables.saturdays[(base + tables.firstWeekday + 70) % 7]
        return ((new | new >> 1) & saturdays).nonzeroBitCount - ((old | old >> 1) & saturdays).nonzeroBitCount
    }

    /// Whether `length` bits in a row are set.
    @inline(__always)
    static func hasRun(_ bits: UInt64, _ length: Int) -> Bool {
        var run = bits, reached = 1
        while reached < length {
            let step = min(reached, length - reached)
            run &= run >> UInt64(truncatingIfNeeded: step)
            reached += step
        }
        return run != 0
    }

    /// Whether a run of `bits` shorter than `least` stands between two of the others.
    @inline(__always)
    static func hasShort(_ bits: UInt64, between others: UInt64, _ least: Int) -> Bool {
        var open = others & bits >> 1, length = 1
        while length < least {
            if open & others >> UInt64(truncatingIfNeeded: length + 1) != 0 { return true }
            length += 1
            open &= bits >> UInt64(truncatingIfNeeded: length)
        }
        return false
    }

    /// The same by going through the whole row, for limits too long for one word.
    private func slowly(_ change: UnsafeMutablePointer<RotaChange>) -> Int? {
        let row = RotaRow(self, change)
        guard row.runsHold(tables.rules[change.pointee.person]) else { return nil }
        return row.weekends(tables) - weekends[change.pointee.person]
    }

    /// Sets wishes, fairness, minutes, nights and excess.
    @inline(__always)
    private func weigh(_ change: UnsafeMutablePointer<RotaChange>) {
        let person = change.pointee.person, width = tables.width
        change.pointee.cost = 0
        change.pointee.minutes = 0
        change.pointee.nights = 0
        var touched: UInt64 = 0
        for window in 0..<change.pointee.windows {
            let start = window == 0 ? change.pointee.first : change.pointee.second
            let fresh = window == 0 ? change.pointee.firstCells : change.pointee.secondCells
            let row = cells + person * stride + RotaDesk.margin + start
            let wish = tables.wish + (person * tables.days + start) * width
            for offset in 0..<change.pointee.length {
                let old = Int(row[offset]), new = Int(fresh[offset])
                change.pointee.cost += Int(wish[offset * width + new]) - Int(wish[offset * width + old])
                change.pointee.minutes += tables.minutes[new] - tables.minutes[old]
                touched |= 1 << UInt64(old) | 1 << UInt64(new)
            }
        }
        let before = minutes[person], weekendsBefore = weekends[person]
        change.pointee.excess =
            overrun(
                person, minutes: before + change.pointee.minutes,
                weekends: weekendsBefore + change.pointee.weekends)
            - overrun(person, minutes: before, weekends: weekendsBefore)
        touched &= tables.limited[person]
        if touched != 0 { weighLimits(change, touched) }
        if let shares = tables.fairness { weighShares(change, shares) }
    }

    /// Adds what passes the greatest numbers of the shifts that the change touches.
    private func weighLimits(_ change: UnsafeMutablePointer<RotaChange>, _ touched: UInt64) {
        let person = change.pointee.person
        var rest = touched
        while rest != 0 {
            let cell = rest.trailingZeroBitCount
            rest &= rest - 1
            let gained = gained(change) { $0 == cell }
            guard gained != 0 else { continue }
            let now = Int(count[person * tables.width + cell]),
                most = Int(tables.limit[person * tables.width + cell])
            change.pointee.excess += (max(0, now + gained - most) - max(0, now - most)) * unit
        }
    }

    private func weighShares(_ change: UnsafeMutablePointer<RotaChange>, _ shares: RotaShares) {
        let table = change.pointee.person * (tables.days + 1)
        change.pointee.nights = gained(change) { tables.nights >> UInt64($0) & 1 == 1 }
        let nightsNow = table + nights[change.pointee.person],
            weekendsNow = table + weekends[change.pointee.person]
        change.pointee.cost += shares.nights[nightsNow + change.pointee.nights] - shares.nights[nightsNow]
        change.pointee.cost +=
            shares.weekends[weekendsNow + change.pointee.weekends] - shares.weekends[weekendsNow]
    }

    @inline(__always)
    private func gained(_ change: UnsafeMutablePointer<RotaChange>, _ counts: (Int) -> Bool) -> Int {
        let row = cells + change.pointee.person * stride + RotaDesk.margin
        var sum = 0
        for window in 0..<change.pointee.windows {
            let start = window == 0 ? change.pointee.first : change.pointee.second
            let fresh = window == 0 ? change.pointee.firstCells : change.pointee.secondCells
            for offset in 0..<change.pointee.length {
                sum += (counts(Int(fresh[offset])) ? 1 : 0) - (counts(Int(row[start + offset])) ? 1 : 0)
            }
        }
        return sum
    }

    /// Sets what a change does to the cover.
    @inline(__always)
    func weighCover(_ change: UnsafeMutablePointer<RotaChange>) {
        let row = cells + change.pointee.person * stride + RotaDesk.margin
        var sum = 0
        for window in 0..<change.pointee.windows {
            let start = window == 0 ? change.pointee.first : change.pointee.second
            let fresh = window == 0 ? change.pointee.firstCells : change.pointee.secondCells
            for offset in 0..<change.pointee.length {
                let old = Int(row[start + offset]), new = Int(fresh[offset])
                guard old != new else { continue }
                let day = (start + offset) * tables.width
                sum += Int(removing[day + old]) + Int(adding[day + new])
            }
        }
        change.pointee.cover = sum
    }
}
