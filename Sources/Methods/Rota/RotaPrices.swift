/// What the cells of a stretch cost one person, the others' rows as they are.
extension RotaPath {
    /// Lays down, for each day and kind, the cheapest cell and what it costs with the person's own cells
    /// taken away.
    func price(_ desk: RotaDesk, _ frame: Frame, quota: Int, _ noise: () -> Float) {
        let width = tables.width, person = frame.person, slots = kinds.count + 1
        let row = desk.cells + person * desk.stride + RotaDesk.margin
        var full: UInt64 = 0
        if tables.limited[person] != 0 { full = spentLimits(desk, frame, quota: quota) }
        for offset in 0..<frame.length {
            let day = frame.first + offset, now = Int(row[day])
            let able = tables.able[person * tables.days + day] & ~full
            let wish = tables.wish + (person * tables.days + day) * width
            let cells = cell + offset * slots, costs = cost + offset * slots
            for kind in 0..<kinds.count {
                cells[kind] = 0
                costs[kind] = .infinity
            }
            costs[kinds.count] = Float(wish[0]) + noise()
            var rest = able & ~1
            while rest != 0 {
                let one = rest.trailingZeroBitCount
                rest &= rest - 1
                let cover = one == now ? -desk.removing[day * width + one] : desk.adding[day * width + one]
                let value = Float(wish[one] + cover) + toll[person * width + one] + noise()
                let kind = kinds.kindOf[one]
                if value < costs[kind] {
                    costs[kind] = value
                    cells[kind] = UInt8(one)
                }
            }
        }
    }

    /// A bit for each cell whose greatest number is used up outside the stretch.
    func spentLimits(_ desk: RotaDesk, _ frame: Frame, quota: Int) -> UInt64 {
        let base = frame.person * tables.width
        var full: UInt64 = 0, rest = tables.limited[frame.person]
        while rest != 0 {
            let one = rest.trailingZeroBitCount
            rest &= rest - 1
            let limit = (Int(tables.limit[base + one]) * quota + 65_535) >> 16
            if outside(desk, frame, one) >= limit { full |= 1 << UInt64(one) }
        }
        return full
    }

    /// How often a person has a cell outside the stretch.
    func outside(_ desk: RotaDesk, _ frame: Frame, _ cell: Int) -> Int {
        let row = desk.cells + frame.person * desk.stride + RotaDesk.margin + frame.first
        var sum = Int(desk.count[frame.person * tables.width + cell])
        for offset in 0..<frame.length where Int(row[offset]) == cell { sum -= 1 }
        return sum
    }

    /// Raises the toll of the shifts that the row found has too many of, and lowers that of the others;
    /// whether any was.
    func setTolls(
        _ desk: RotaDesk, _ frame: Frame, _ fresh: UnsafeMutablePointer<UInt8>, _ step: Float
    ) -> Bool {
        var passed = false
        let base = frame.person * tables.width
        var rest = tables.limited[frame.person]
        while rest != 0 {
            let one = rest.trailingZeroBitCount
            rest &= rest - 1
            var sum = outside(desk, frame, one)
            for offset in 0..<frame.length where Int(fresh[offset]) == one { sum += 1 }
            let over = sum - Int(tables.limit[base + one])
            toll[base + one] = over > 0 ? toll[base + one] + step : toll[base + one] * 0.95
            passed = passed || over > 0
        }
        return passed
    }
}
