extension RotaPath {
    /// A state at the end of a stretch or within it: the run, and the place in its table.
    struct Place {
        var node: Int
        var grains: Int
        var weekends: Int
    }

    /// The cheapest state after the last day that fits what follows, with the price of the rules of amount;
    /// nil where none fits.
    func finish(_ desk: RotaDesk, _ frame: Frame, price: Float) -> Place? {
        let next = Following(desk, frame, kinds), reach = frame.reach(frame.length, kinds.longest)
        var best = Float.infinity
        var place: Place?
        for node in 0..<frame.nodes where reached[frame.length * frame.nodes + node] {
            guard fits(frame, node, next) else { continue }
            let table = table(frame, frame.length, node)
            for weekends in 0..<reach.weekends {
                for grains in 0..<reach.grains where table[weekends * frame.grains + grains] < best {
                    let beyond = desk.overrun(
                        frame.person, minutes: frame.minutesOutside + grains * kinds.grain,
                        weekends: frame.weekendsOutside + weekends)
                    let value = table[weekends * frame.grains + grains] + price * Float(beyond)
                    if value < best {
                        best = value
                        place = Place(node: node, grains: grains, weekends: weekends)
                    }
                }
            }
        }
        return place
    }

    /// The run that begins on the day after the stretch.
    private struct Following {
        let isNone: Bool
        let isWork: Bool
        let length: Int
        let touchesEnd: Bool
        /// The classes that its first shift may follow.
        let after: UInt64

        init(_ desk: RotaDesk, _ frame: Frame, _ kinds: RotaKinds) {
            let row = desk.cells + frame.person * desk.stride + RotaDesk.margin
            let end = frame.first + frame.length, days = desk.tables.days
            var day = end
            while day < days, (row[day] != 0) == (row[end] != 0), day - end <= max(frame.maxRun, frame.off) {
                day += 1
            }
            isNone = end == days
            isWork = !isNone && row[end] != 0
            length = day - end
            touchesEnd = day == days
            after = isWork ? kinds.kindAfter[kinds.kindOf[Int(row[end])]] : 0
        }
    }

    private func fits(_ frame: Frame, _ node: Int, _ next: Following) -> Bool {
        if next.isNone { return true }
        if node < frame.off {
            let rested = node == frame.off - 1
            if next.isWork { return rested && (next.length >= frame.minRun || next.touchesEnd) }
            return rested || node + 1 + next.length >= frame.off || next.touchesEnd
        }
        let (last, run, enough) = work(frame, node)
        guard next.isWork else { return enough && (next.length >= frame.off || next.touchesEnd) }
        return (frame.isEndless || run + next.length <= frame.maxRun) && next.after >> UInt64(last) & 1 == 1
            && (enough || run + next.length >= frame.minRun || next.touchesEnd)
    }

    /// What a node at work stands for.
    private func work(_ frame: Frame, _ node: Int) -> (last: Int, run: Int, enough: Bool) {
        let lengths = frame.maxRun + frame.minRun - 1
        let last = (node - frame.off) / lengths, within = (node - frame.off) % lengths
        let enough = within >= frame.minRun - 1
        return (last, enough ? within - frame.minRun + 2 : within + 1, enough)
    }

    /// Follows the cheapest row back from its end, and writes its cells.
    func trace(_ frame: Frame, _ end: Place, _ fresh: UnsafeMutablePointer<UInt8>) {
        var place = end
        for day in stride(from: frame.length - 1, through: 0, by: -1) {
            fresh[day] = stepBack(frame, day, &place)
        }
    }

    /// Moves `place` to the day before, and says which cell led from there.
    private func stepBack(_ frame: Frame, _ day: Int, _ place: inout Place) -> UInt8 {
        let slots = kinds.count + 1
        if place.node < frame.off {
            let added = cost[day * slots + kinds.count]
            for from in before(frame, off: place.node) {
                if leads(frame, day, from, place, added, grains: 0, weekends: 0) {
                    place.node = from
                    return 0
                }
            }
            return 0
        }
        let (last, run, enough) = work(frame, place.node)
        for kind in 0..<kinds.count where kinds.kindClass[kind] == last {
            let added = cost[day * slots + kind]
            guard added < .infinity else { continue }
            for from in before(frame, day, run, enough, kind) {
                let weekends = weekendAdded(frame, day, fromOff: from < frame.off)
                let grains = kinds.kindGrains[kind]
                if leads(frame, day, from, place, added, grains: grains, weekends: weekends) {
                    place = Place(
                        node: from, grains: place.grains - grains, weekends: place.weekends - weekends)
                    return cell[day * slots + kind]
                }
            }
        }
        return 0
    }

    private func leads(
        _ frame: Frame, _ day: Int, _ from: Int, _ place: Place, _ added: Float, grains: Int, weekends: Int
    ) -> Bool {
        let grainsBefore = place.grains - grains, weekendsBefore = place.weekends - weekends
        let reach = frame.reach(day, kinds.longest)
        guard reached[day * frame.nodes + from], (0..<reach.grains).contains(grainsBefore),
            (0..<reach.weekends).contains(weekendsBefore)
        else { return false }
        let source = table(frame, day, from)[weekendsBefore * frame.grains + grainsBefore]
        let target = table(frame, day + 1, place.node)[place.weekends * frame.grains + place.grains]
        return source < .infinity && source + added == target
    }

    /// The nodes from which a day off leads to `off`.
    private func before(_ frame: Frame, off: Int) -> [Int] {
        var nodes: [Int] = []
        if off > 0 { nodes.append(off - 1) }
        if off == frame.off - 1 { nodes.append(off) }
        guard off == 0 else { return nodes }
        for last in 0..<kinds.classes {
            for run in 1...frame.maxRun { nodes.append(node(frame, run, true, last)) }
        }
        return nodes
    }

    /// The nodes from which a shift of a kind leads to a run.
    private func before(_ frame: Frame, _ day: Int, _ run: Int, _ enough: Bool, _ kind: Int) -> [Int] {
        var nodes: [Int] = []
        if run == 1, (frame.minRun == 1 || frame.first + day == 0) == enough { nodes.append(frame.off - 1) }
        for last in 0..<kinds.classes where kinds.kindAfter[kind] >> UInt64(last) & 1 == 1 {
            if enough, frame.isEndless, run == frame.maxRun { nodes.append(node(frame, run, true, last)) }
            guard run > 1 else { continue }
            if enough { nodes.append(node(frame, run - 1, true, last)) }
            if run - 1 < frame.minRun, (run >= frame.minRun) == enough {
                nodes.append(node(frame, run - 1, false, last))
            }
        }
        return nodes
    }
}
