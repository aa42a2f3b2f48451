/// Layer after layer of the dynamic programme: the cheapest way to every run, with its minutes and weekends.
///
/// Of a table only what the days so far can reach is laid down: see `Frame.reach`.
extension RotaPath {
    @inline(__always)
    func table(_ frame: Frame, _ layer: Int, _ node: Int) -> UnsafeMutablePointer<Float> {
        values + (layer * frame.nodes + node) * frame.table
    }

    /// Lays down the run that the day before the stretch is part of.
    func start(_ desk: RotaDesk, _ frame: Frame) {
        reached.initialize(repeating: false, count: (frame.length + 1) * frame.nodes)
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
        table(frame, 0, node)[0] = 0
        reached[node] = true
    }

    /// Goes on from every run that can be had before a day to those that can be had after it.
    func advance(_ frame: Frame, _ day: Int) {
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
        guard run < frame.maxRun || frame.isEndless else { return }
        let next = min(run + 1, frame.maxRun)
        for kind in 0..<kinds.count where kinds.kindAfter[kind] >> UInt64(last) & 1 == 1 {
            relax(frame, day, from, node(frame, next, enough, kinds.kindClass[kind]), kind, fromOff: false)
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
        let place = (day + 1) * frame.nodes + to, ahead = frame.reach(day + 1, kinds.longest)
        if !reached[place] {
            reached[place] = true
            for weekend in 0..<ahead.weekends {
                (target + weekend * frame.grains).initialize(repeating: .infinity, count: ahead.grains)
            }
        }
        let reach = frame.reach(day, kinds.longest)
        let span = min(frame.grains - grains, reach.grains)
        let rows = min(ahead.weekends - weekends, reach.weekends)
        guard span > 0, rows > 0 else { return }
        // A table costs a little whatever its size.
        weighed.pointee += rows * (span + 16)
        for weekend in 0..<rows {
            let a = source + weekend * frame.grains
            let b = target + (weekend + weekends) * frame.grains + grains
            for index in 0..<span {
                let value = a[index] + added
                b[index] = value < b[index] ? value : b[index]
            }
        }
    }
}
