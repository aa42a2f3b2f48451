extension RotaSearch {
    @inline(__always)
    func below(_ bound: Int) -> Int { dice.below(bound) }

    func step() {
        let roll = below(100)
        let kind = roll < 12 ? 0 : roll < 42 ? 1 : roll < 52 ? 2 : roll < 75 ? 3 : roll < 88 ? 4 : 5
        let before = desk.cost
        tried[kind] += 1
        let done =
            switch kind {
            case 0: recolour()
            case 1: paint()
            case 2: rotate()
            case 3: swap()
            case 4: exchange()
            default: swapTwice()
            }
        if done {
            taken[kind] += 1
            if desk.cost < before { gains[kind] += 1 }
        }
    }

    @inline(__always)
    private func aim(_ change: inout RotaChange, windows: Int, longest: Int) {
        change.person = below(tables.people)
        change.windows = windows
        change.length = min(1 + below(longest), tables.days)
        change.first = below(tables.days - change.length + 1)
    }

    /// A shift that the person can work, the one that is needed more on a day of two.
    @inline(__always)
    private func choose(_ person: Int, _ day: Int) -> UInt8 {
        let choices = tables.choices[person]
        guard choices > 0 else { return 0 }
        let list = tables.choice + person * tables.width
        let a = list[below(choices)], b = list[below(choices)]
        let row = desk.adding + day * tables.width
        return row[Int(a)] <= row[Int(b)] ? a : b
    }

    /// Days at work get another shift.
    private func recolour() -> Bool {
        aim(&one, windows: 1, longest: below(3) == 0 ? 4 : 1)
        one.read(desk)
        let cell = choose(one.person, one.first)
        var differs = false
        for offset in 0..<one.length where one.firstCells[offset] != 0 && one.firstCells[offset] != cell {
            one.firstCells[offset] = cell
            differs = true
        }
        return differs && tryOne()
    }

    /// A window of days is set off or to work.
    private func paint() -> Bool {
        aim(&one, windows: 1, longest: 6)
        one.read(desk)
        var differs = false
        if below(5) < 2 {
            for offset in 0..<one.length where one.firstCells[offset] != 0 {
                one.firstCells[offset] = 0
                differs = true
            }
        } else {
            let keeps = below(2) == 0, mixes = below(2) == 0
            var cell = choose(one.person, one.first)
            for offset in 0..<one.length {
                if mixes { cell = choose(one.person, one.first + offset) }
                if one.firstCells[offset] == cell || (keeps && one.firstCells[offset] != 0) { continue }
                one.firstCells[offset] = cell
                differs = true
            }
        }
        return differs && tryOne()
    }

    /// A window moves by a day; the cell pushed out comes in at the other end.
    private func rotate() -> Bool {
        aim(&one, windows: 1, longest: 10)
        guard one.length > 1 else { return false }
        one.read(desk)
        let cells = one.firstCells, last = one.length - 1
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
        aim(&one, windows: 1, longest: 10)
        guard pair() else { return false }
        return tryBoth()
    }

    /// Sets `other` to take what `one` has and the reverse; false where that changes nothing.
    @inline(__always)
    private func pair() -> Bool {
        guard tables.people > 1 else { return false }
        other.person = below(tables.people - 1)
        if other.person >= one.person { other.person += 1 }
        other.windows = one.windows
        other.length = one.length
        other.first = one.first
        other.second = one.second
        let row = desk.cells + one.person * desk.stride + RotaDesk.margin
        let otherRow = desk.cells + other.person * desk.stride + RotaDesk.margin
        var differs = false
        for offset in 0..<one.length {
            let a = row[one.first + offset], b = otherRow[one.first + offset]
            differs = differs || a != b
            one.firstCells[offset] = b
            other.firstCells[offset] = a
        }
        guard differs, one.windows == 2 else { return differs }
        differs = false
        for offset in 0..<one.length {
            let a = row[one.second + offset], b = otherRow[one.second + offset]
            differs = differs || a != b
            one.secondCells[offset] = b
            other.secondCells[offset] = a
        }
        return differs
    }

    /// A second window after or before the first, of the same length.
    @inline(__always)
    private func aimSecond() -> Bool {
        let room = tables.days - 2 * one.length
        guard room >= 0 else { return false }
        let a = below(room + 1), b = below(room + 1)
        one.first = min(a, b)
        one.second = max(a, b) + one.length
        return true
    }

    /// Two windows of one person change places.
    private func exchange() -> Bool {
        aim(&one, windows: 2, longest: 5)
        guard aimSecond() else { return false }
        let row = desk.cells + one.person * desk.stride + RotaDesk.margin
        var differs = false
        for offset in 0..<one.length {
            let a = row[one.first + offset], b = row[one.second + offset]
            differs = differs || a != b
            one.firstCells[offset] = b
            one.secondCells[offset] = a
        }
        return differs && tryOne()
    }

    /// Two people exchange two windows, so that each may keep the same hours.
    private func swapTwice() -> Bool {
        aim(&one, windows: 2, longest: 5)
        guard aimSecond() else { return false }
        return pair() && tryBoth()
    }
}
