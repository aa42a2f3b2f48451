/// The best row for one person over a stretch of days, the others' rows as they are: by dynamic programming.
///
/// Shape: a state is the run so far (days off, or days at work with the class of the last shift), the minutes
/// worked and the weekends worked; a layer holds, for each run, a table over minutes and weekends. Every rule
/// is kept but the greatest numbers of shifts, which are only kept from being passed by what lies outside the
/// stretch.
/// Source: the pricing problem of nurse rostering as a shortest path with resources; Burke and Curtois, EJOR
/// 237 (2014).
final class RotaPath {
    let tables: RotaTables
    let kinds: RotaKinds
    private let tollStep: Float = 15
    /// [day of the stretch, kind]: the cheapest cell of the kind and its cost; 0 for none. Kind `count` is
    /// the day off.
    let cell: UnsafeMutablePointer<UInt8>
    let cost: UnsafeMutablePointer<Float>
    /// [layer, node, weekends, grains].
    let values: UnsafeMutablePointer<Float>
    /// [layer, node]: whether anything leads there.
    let reached: UnsafeMutablePointer<Bool>
    /// [person, cell]: added to the cost of a shift whose greatest number was passed before (a Lagrangian
    /// multiplier).
    let toll: UnsafeMutablePointer<Float>
    /// How many values have been weighed so far: the cost of a search, whatever its shape.
    private let weighed: UnsafeMutablePointer<Int>
    var work: Int { weighed.pointee }
    private static let capacity = 3_000_000
    private static let nodesAtMost = 8_000
    static let longest = 56

    /// How one person's runs are numbered, and what is left to them within the stretch.
    struct Frame {
        var person = 0
        var first = 0
        var length = 0
        var maxRun = 0
        var minRun = 0
        /// Days off up to the fewest in a row, at least 1: nodes 0..<off.
        var off = 1
        var nodes = 0
        /// What the person works outside the stretch, and what is left of the budget within.
        var minutesOutside = 0
        var weekendsOutside = 0
        /// Grains run from 0 to `grains - 1`, weekends from 0 to `weekends - 1`.
        var grains = 0
        var weekends = 0
        /// The day after the stretch is a day at work, so that a Saturday just before it adds no weekend.
        var isSundayWorked = false
        var table: Int { grains * weekends }
    }

    init(_ tables: RotaTables) {
        self.tables = tables
        kinds = RotaKinds(tables)
        let size = RotaPath.longest * (kinds.count + 1)
        cell = .allocate(capacity: size)
        cost = .allocate(capacity: size)
        values = .allocate(capacity: RotaPath.capacity)
        reached = .allocate(capacity: RotaPath.nodesAtMost)
        weighed = .allocate(capacity: 1)
        weighed.initialize(to: 0)
        toll = .allocate(capacity: tables.people * tables.width)
        toll.initialize(repeating: 0, count: tables.people * tables.width)
    }

    deinit {
        cell.deallocate()
        cost.deallocate()
        values.deallocate()
        reached.deallocate()
        toll.deallocate()
        weighed.deallocate()
    }

    /// One stretch of one person's row, and what part of the most minutes and weekends may be used up by its
    /// end.
    struct Stretch {
        let person: Int
        let first: Int
        let length: Int
        /// In 65536ths: less than the whole where later days are still to be filled.
        var quota = 65_536
        /// What one minute beyond the rules of amount costs.
        var price: Float
    }

    /// Writes the cells of the cheapest row of a stretch into `fresh`; false where no row keeps the rules of
    /// sequence.
    ///
    /// `noise` is added to every cost, so that a row near the cheapest can be had.
    func find(
        _ desk: RotaDesk, _ stretch: Stretch, into fresh: UnsafeMutablePointer<UInt8>, noise: () -> Float
    ) -> Bool {
        guard let frame = frame(desk, stretch) else { return false }
        var step = tollStep
        for _ in 0..<4 {
            price(desk, frame, quota: stretch.quota, noise)
            start(desk, frame)
            for day in 0..<frame.length { advance(frame, day) }
            guard let end = finish(desk, frame, price: stretch.price) else { return false }
            trace(frame, end, fresh)
            guard tables.limited[frame.person] != 0, setTolls(desk, frame, fresh, step) else { return true }
            step *= 2
        }
        return true
    }

    // MARK: Nodes

    /// Work for `run` days, its shortest length reached or not, ending in a shift of `kind`'s class.
    @inline(__always)
    func node(_ frame: Frame, _ run: Int, _ enough: Bool, _ last: Int) -> Int {
        let lengths = frame.maxRun + frame.minRun - 1
        return frame.off + last * lengths + (enough ? frame.minRun - 1 + run - 1 : run - 1)
    }

    private func frame(_ desk: RotaDesk, _ stretch: Stretch) -> Frame? {
        let person = stretch.person, rules = tables.rules[person]
        var frame = Frame(person: person, first: stretch.first, length: stretch.length)
        frame.maxRun = rules.maxRun
        frame.minRun = max(1, rules.minRun)
        frame.off = max(1, rules.minOff)
        let end = stretch.first + stretch.length
        frame.isSundayWorked = desk.cells[person * desk.stride + RotaDesk.margin + end] != 0
        guard frame.maxRun >= 1, frame.length <= RotaPath.longest else { return nil }
        frame.nodes = frame.off + kinds.classes * (frame.maxRun + frame.minRun - 1)
        let outside = outside(desk, frame)
        frame.minutesOutside = outside.minutes
        frame.weekendsOutside = outside.weekends
        let minutes = rules.maxMinutes * stretch.quota >> 16 - outside.minutes
        let weekends = (min(rules.maxWeekends, tables.days) * stretch.quota + 65_535) >> 16 - outside.weekends
        frame.grains = min(max(0, minutes) / kinds.grain, frame.length * kinds.longest) + 1
        frame.weekends = min(max(0, weekends), frame.length / 7 + 2) + 1
        let places = (frame.length + 1) * frame.nodes
        return places <= RotaPath.nodesAtMost && places * frame.table <= RotaPath.capacity ? frame : nil
    }

    /// Minutes and weekends that the person works whatever is done in the stretch.
    private func outside(_ desk: RotaDesk, _ frame: Frame) -> (minutes: Int, weekends: Int) {
        let row = desk.cells + frame.person * desk.stride + RotaDesk.margin
        var minutes = desk.minutes[frame.person], weekends = desk.weekends[frame.person]
        let end = frame.first + frame.length
        var day = frame.first
        while day < end {
            minutes -= tables.minutes[Int(row[day])]
            let weekday = (day + tables.firstWeekday) % 7
            if weekday == 5 {
                let sunday = row[day + 1] != 0
                // A Sunday outside keeps its weekend worked.
                if row[day] != 0 || sunday, !(sunday && day + 1 == end) { weekends -= 1 }
            } else if weekday == 6, day == frame.first, row[day] != 0, row[day - 1] == 0 {
                weekends -= 1
            }
            day += 1
        }
        return (minutes, weekends)
    }

    /// Lays down, for each day and kind, the cheapest cell and what it costs with the person's own cells
    /// taken away.
    private func price(_ desk: RotaDesk, _ frame: Frame, quota: Int, _ noise: () -> Float) {
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
    private func spentLimits(_ desk: RotaDesk, _ frame: Frame, quota: Int) -> UInt64 {
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
    private func outside(_ desk: RotaDesk, _ frame: Frame, _ cell: Int) -> Int {
        let row = desk.cells + frame.person * desk.stride + RotaDesk.margin + frame.first
        var sum = Int(desk.count[frame.person * tables.width + cell])
        for offset in 0..<frame.length where Int(row[offset]) == cell { sum -= 1 }
        return sum
    }

    /// Raises the toll of the shifts that the row found has too many of, and lowers that of the others;
    /// whether any was.
    private func setTolls(
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

    // MARK: Layers

    @inline(__always)
    func table(_ frame: Frame, _ layer: Int, _ node: Int) -> UnsafeMutablePointer<Float> {
        values + (layer * frame.nodes + node) * frame.table
    }

    private func start(_ desk: RotaDesk, _ frame: Frame) {
        (reached).initialize(repeating: false, count: (frame.length + 1) * frame.nodes)
        let row = desk.cells + frame.person * desk.stride + RotaDesk.margin
        var run = 0, day = frame.first - 1
        let atWork = day >= 0 && row[day] != 0
        while day >= 0, (row[day] != 0) == atWork, run < max(frame.off, frame.maxRun) {
            run += 1
            day -= 1
        }
        let node =
            if atWork {
                node(
                    frame, min(run, frame.maxRun), day < 0 || run >= frame.minRun,
                    kinds.classOf[Int(row[frame.first - 1])])
            } else {
                (day < 0 ? frame.off : min(run, frame.off)) - 1
            }
        table(frame, 0, node).initialize(repeating: .infinity, count: frame.table)
        table(frame, 0, node)[0] = 0
        reached[node] = true
    }

    private func advance(_ frame: Frame, _ day: Int) {
        for off in 0..<frame.off where reached[day * frame.nodes + off] {
            relaxOff(frame, day, off, min(off + 1, frame.off - 1))
            guard off == frame.off - 1 else { continue }
            let enough = frame.minRun == 1 || frame.first + day == 0
            for kind in 0..<kinds.count {
                relax(frame, day, off, node(frame, 1, enough, kinds.kindClass[kind]), kind, fromOff: true)
            }
        }
        for last in 0..<kinds.classes {
            for run in 1..<frame.minRun {
                let from = node(frame, run, false, last)
                guard reached[day * frame.nodes + from] else { continue }
                relaxWork(frame, day, from, run, run + 1 >= frame.minRun, last)
            }
            for run in 1...frame.maxRun {
                let from = node(frame, run, true, last)
                guard reached[day * frame.nodes + from] else { continue }
                relaxOff(frame, day, from, 0)
                relaxWork(frame, day, from, run, true, last)
            }
        }
    }

    @inline(__always)
    private func relaxWork(_ frame: Frame, _ day: Int, _ from: Int, _ run: Int, _ enough: Bool, _ last: Int) {
        guard run < frame.maxRun else { return }
        for kind in 0..<kinds.count where kinds.kindAfter[kind] >> UInt64(last) & 1 == 1 {
            relax(frame, day, from, node(frame, run + 1, enough, kinds.kindClass[kind]), kind, fromOff: false)
        }
    }

    private func relaxOff(_ frame: Frame, _ day: Int, _ from: Int, _ to: Int) {
        let added = cost[day * (kinds.count + 1) + kinds.count]
        lower(frame, day, from, to, added, grains: 0, weekends: 0)
    }

    @inline(__always)
    private func relax(_ frame: Frame, _ day: Int, _ from: Int, _ to: Int, _ kind: Int, fromOff: Bool) {
        let added = cost[day * (kinds.count + 1) + kind]
        guard added < .infinity else { return }
        lower(
            frame, day, from, to, added, grains: kinds.kindGrains[kind],
            weekends: weekendAdded(frame, day, fromOff: fromOff))
    }

    /// 1 where a shift on that day makes its weekend a worked one.
    @inline(__always)
    func weekendAdded(_ frame: Frame, _ day: Int, fromOff: Bool) -> Int {
        switch (frame.first + day + tables.firstWeekday) % 7 {
        case 5: day + 1 == frame.length && frame.isSundayWorked ? 0 : 1
        case 6: fromOff ? 1 : 0
        default: 0
        }
    }

    /// Every value of a node, with a cost, minutes and weekends added, where it is lower than what the next
    /// node has.
    @inline(__always)
    private func lower(
        _ frame: Frame, _ day: Int, _ from: Int, _ to: Int, _ added: Float, grains: Int, weekends: Int
    ) {
        let source = table(frame, day, from), target = table(frame, day + 1, to)
        let place = (day + 1) * frame.nodes + to
        if !reached[place] {
            reached[place] = true
            target.initialize(repeating: .infinity, count: frame.table)
        }
        let span = min(frame.grains - grains, day * kinds.longest + 1)
        guard span > 0, weekends < frame.weekends else { return }
        // A table costs a little whatever its size.
        weighed.pointee += (frame.weekends - weekends) * (span + 16)
        for weekend in 0..<frame.weekends - weekends {
            let a = source + weekend * frame.grains
            let b = target + (weekend + weekends) * frame.grains + grains
            for index in 0..<span {
                let value = a[index] + added
                b[index] = value < b[index] ? value : b[index]
            }
        }
    }
}
