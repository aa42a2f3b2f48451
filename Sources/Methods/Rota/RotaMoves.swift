/// Small changes, tried by the million.
extension RotaSearch {
    @inline(__always)
    func below(_ bound: Int) -> Int { dice.pointee.below(bound) }

    /// One change tried.
    @inline(__always)
    func step() -> Bool {
        switch below(100) {
        case ..<12: recolour()
        case ..<42: paint()
        case ..<52: rotate()
        case ..<75: swap()
        case ..<88: exchange()
        default: swapTwice()
        }
    }

    @inline(__always)
    private func aim(windows: Int, longest: Int) {
        one.pointee.person = below(tables.people)
        one.pointee.windows = windows
        one.pointee.length = min(1 + below(longest), tables.days)
        one.pointee.first = below(tables.days - one.pointee.length + 1)
    }

    /// A shift that the person can work: of two, or of a third of them all, the one that is needed most on a
    /// day.
    @inline(__always)
    private func choose(_ person: Int, _ day: Int) -> UInt8 {
        let choices = tables.choices[person]
        guard choices > 0 else { return 0 }
        let list = tables.choice + person * tables.width
        let row = desk.adding + day * tables.width
        var best = list[below(choices)]
        for _ in 1..<max(2, choices / 3) {
            let other = list[below(choices)]
            if row[Int(other)] < row[Int(best)] { best = other }
        }
        return best
    }

    /// Days at work get another shift.
    private func recolour() -> Bool {
        aim(windows: 1, longest: below(3) == 0 ? 4 : 1)
        one.pointee.read(desk)
        let cell = choose(one.pointee.person, one.pointee.first)
        var differs = false
        for offset in 0..<one.pointee.length
        where one.pointee.firstCells[offset] != 0 && one.pointee.firstCells[offset] != cell {
            one.pointee.firstCells[offset] = cell
            differs = true
        }
        return differs && tryOne()
    }

    /// A window of days is set off or to work.
    private func paint() -> Bool {
        aim(windows: 1, longest: 6)
        one.pointee.read(desk)
        var differs = false
        if below(5) < 2 {
            for offset in 0..<one.pointee.length where one.pointee.firstCells[offset] != 0 {
                one.pointee.firstCells[offset] = 0
                differs = true
            }
        } else {
            let keeps = below(2) == 0, mixes = below(2) == 0
            var cell = choose(one.pointee.person, one.pointee.first)
            for offset in 0..<one.pointee.length {
                if mixes { cell = choose(one.pointee.person, one.pointee.first + offset) }
                if one.pointee.firstCells[offset] == cell || (keeps && one.pointee.firstCells[offset] != 0) {
                    continue
                }
                one.pointee.firstCells[offset] = cell
                differs = true
            }
        }
        return differs && tryOne()
    }

    /// A window moves by a day; the cell pushed out comes in at the other end.
    private func rotate() -> Bool {
        aim(windows: 1, longest: 10)
        guard one.pointee.length > 1 else { return false }
        one.pointee.read(desk)
        let cells = one.pointee.firstCells, last = one.pointee.length - 1
        if below(2) == 0 {
            let out = cells[last]
            for offset in stride(from: last, to: 0, by: -1) { cells[offset] = cells[offset - 1] }
            cells[0] = out
        } else {
            let out = cells[0]
            for offset in 0..<last { cells[offset] = cells[offset + 1] }
            cells[last] = out
        }
        return tryOne()
    }

    /// Two people exchange a window.
    private func swap() -> Bool {
        aim(windows: 1, longest: 10)
        guard pair() else { return false }
        return tryBoth()
    }

    /// Sets `other` to take what `one` has and the reverse; false where that changes nothing.
    @inline(__always)
    private func pair() -> Bool {
        guard tables.people > 1 else { return false }
        other.pointee.person = below(tables.people - 1)
        if other.pointee.person >= one.pointee.person { other.pointee.person += 1 }
        other.pointee.windows = one.pointee.windows
        other.pointee.length = one.pointee.length
        other.pointee.first = one.pointee.first
        other.pointee.second = one.pointee.second
        let row = desk.cells + one.pointee.person * desk.stride + RotaDesk.margin
        let otherRow = desk.cells + other.pointee.person * desk.stride + RotaDesk.margin
        var differs = false
        for offset in 0..<one.pointee.length {
            let a = row[one.pointee.first + offset], b = otherRow[one.pointee.first + offset]
            differs = differs || a != b
            one.pointee.firstCells[offset] = b
            other.pointee.firstCells[offset] = a
        }
        guard differs, one.pointee.windows == 2 else { return differs }
        differs = false
        for offset in 0..<one.pointee.length {
            let a = row[one.pointee.second + offset], b = otherRow[one.pointee.second + offset]
            differs = differs || a != b
            one.pointee.secondCells[offset] = b
            other.pointee.secondCells[offset] = a
        }
        return differs
    }

    /// A second window after or before the first, of the same length.
    @inline(__always)
    private func aimSecond() -> Bool {
        let room = tables.days - 2 * one.pointee.length
        guard room >= 0 else { return false }
        let a = below(room + 1), b = below(room + 1)
        one.pointee.first = min(a, b)
        one.pointee.second = max(a, b) + one.pointee.length
        return true
    }

    /// Two windows of one person change places.
    private func exchange() -> Bool {
        aim(windows: 2, longest: 5)
        guard aimSecond() else { return false }
        let row = desk.cells + one.pointee.person * desk.stride + RotaDesk.margin
        var differs = false
        for offset in 0..<one.pointee.length {
            let a = row[one.pointee.first + offset], b = row[one.pointee.second + offset]
            differs = differs || a != b
            one.pointee.firstCells[offset] = b
            one.pointee.secondCells[offset] = a
        }
        return differs && tryOne()
    }

    /// Two people exchange two windows, so that each may keep the same hours.
    private func swapTwice() -> Bool {
        aim(windows: 2, longest: 5)
        guard aimSecond() else { return false }
        return pair() && tryBoth()
    }
}
