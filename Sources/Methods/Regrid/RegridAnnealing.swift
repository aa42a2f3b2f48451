import Values

/// Simulated annealing on a division (Kirkpatrick, Gelatt and Vecchi, 1983), with contiguity held at every
/// step.
///
/// A step moves a unit over a border into its neighbour's group. Where that is refused for the loads' sake
/// alone, the receiving group sends on another unit at once (an ejection chain of two). Loads outside the
/// window are allowed for a price, which rises while there are any and falls while there are none: the search
/// goes along the border between what is allowed and what is not, where the best divisions lie.
struct RegridAnnealing: ~Copyable {
    var partition: RegridPartition
    /// The typical rise of the spread when a unit crosses a border that lies well; temperatures are parts of
    /// it.
    var scale = 1.0
    /// What a mean unit's load outside the window costs, in scales.
    var price = 0.6
    /// The best division inside the window since `begin`, and its spread.
    private(set) var best: [Int32] = []
    private(set) var bestSpread = Double.infinity
    /// The nearest to even of all runs, by how far its furthest load is off; kept while asked for.
    private(set) var nearest: [Int32] = []
    private(set) var nearestReach = Double.infinity
    private var nearestSpread = Double.infinity
    var keepsNearest = true

    private let even: Double
    private var spread = 0.0
    private var outside = 0
    /// The units that moved since `best` was written; when they are too many it is copied whole next time.
    private var changed: [Int32] = []
    private var isWhole = true
    private let thresholds = ExponentialTable.shared
    private var recombination: RegridRecombination
    /// Steps until the next recombination.
    private var wait = 0

    init(_ units: RegridUnits, groups: Int, window: RegridWindow) {
        partition = RegridPartition(units, groups: groups, window: window)
        even = units.totalLoad / Double(groups)
        recombination = RegridRecombination(partition)
        changed.reserveCapacity(units.count)
    }

    /// Steps from a recombination to the next, for every unit that was looked at; never fewer than
    /// `leastWait`.
    private static let waitPerUnit = 10
    private static let leastWait = 100
    /// Of 1,024 steps that loads alone forbid, how many are tried as chains.
    private static let chains: UInt64 = 307

    /// Begins anew from a division.
    mutating func begin(_ labels: [Int32]) {
        partition.adopt(labels)
        best = []
        bestSpread = .infinity
        isWhole = true
        changed.removeAll(keepingCapacity: true)
        spread = partition.spread
        outside = partition.outside
        note()
        noteNearest()
    }

    /// Where contiguity takes longer to see than this on average, a round counts for several, so that the
    /// work is bounded on any map.
    private static let visitsPerStep = 32

    /// One annealing of so many rounds, each of as many steps as there are units.
    ///
    /// - Parameters:
    ///   - hot, cold: the temperatures at the beginning and at the end, in scales.
    ///   - isPriced: whether the price of loads follows what it does; if not it stays as it is.
    mutating func run(rounds: Int, hot: Double, cold: Double, isPriced: Bool, dice: inout Dice) {
        guard partition.borderCount > 0, rounds > 0 else { return }
        var temperature = hot * scale
        let cooling = hot > 0 && cold > 0 ? 1 - ExponentialTable.logarithm(hot / cold) / Double(rounds) : 1
        var done = 0
        while done < rounds {
            let visits = partition.visits
            for _ in 0..<partition.count {
                step(temperature, price * scale, &dice)
                wait -= 1
                guard wait <= 0 else { continue }
                recombine(temperature, price * scale, &dice)
            }
            let counted = 1 + (partition.visits - visits) / (Self.visitsPerStep * partition.count)
            for _ in 0..<counted { temperature *= max(0.5, cooling) }
            done += counted
            spread = partition.spread
            if keepsNearest { noteNearest() }
            guard isPriced else { continue }
            price = outside > 0 ? min(price * 1.03, 100) : max(price / 1.03, 0.1)
        }
    }

    @inline(__always)
    private mutating func step(_ temperature: Double, _ price: Double, _ dice: inout Dice) {
        let throwOf = dice.next()
        let border = partition.borders[Int(((throwOf >> 32) &* UInt64(partition.borderCount)) >> 32)]
        let unit = Int(border.unit)
        let from = Int(partition.labels[unit]), to = Int(partition.labels[Int(border.neighbor)])
        guard from != to, partition.tallies[from].units > 1 else { return }
        let threshold = temperature * thresholds[Int(throwOf & 4_095)]
        let gain = partition.gain(unit, from, to), strain = partition.strain(unit, from, to)
        if gain + price * strain <= threshold {
            guard partition.mayLeave(unit) else { return }
            make(unit, from, to)
            spread += gain
            note()
        } else if strain > 0, gain <= threshold + 2 * scale, (throwOf >> 12) & 1_023 < Self.chains {
            guard partition.mayLeave(unit) else { return }
            chain(unit, from, to, threshold: threshold - gain - price * strain, price, &dice)
        }
    }

    /// Moves the unit, and lets its new group send on another; undoes it where that is not enough.
    private mutating func chain(
        _ unit: Int, _ from: Int, _ to: Int, threshold: Double, _ price: Double, _ dice: inout Dice
    ) {
        var throwOf = dice.next()
        let wasOutside = outside
        let gain = partition.gain(unit, from, to)
        make(unit, from, to)
        let second = wander(from: unit, in: to, &throwOf)
        let onward = Int(partition.labels[neighbor(of: second, dice.next() >> 48)])
        if second != unit, !partition.isAnchored[second], onward != to, partition.tallies[to].units > 1 {
            let secondGain = partition.gain(second, to, onward)
            if secondGain + price * partition.strain(second, to, onward) <= threshold,
                partition.mayLeave(second)
            {
                make(second, to, onward)
                spread += gain + secondGain
                note()
                return
            }
        }
        partition.move(unit, to, from)
        outside = wasOutside
        if !isWhole { changed.removeLast() }
    }

    /// Lets two groups that touch be divided anew, by the best cut of a random tree of both.
    private mutating func recombine(_ temperature: Double, _ price: Double, _ dice: inout Dice) {
        let border = partition.borders[dice.below(partition.borderCount)]
        let from = Int(partition.labels[Int(border.unit)]), to = Int(partition.labels[Int(border.neighbor)])
        let one = partition.tallies[from], other = partition.tallies[to]
        wait = 0
        guard from != to, one.anchors + other.anchors == 0 else { return }
        wait = max(Self.leastWait, Self.waitPerUnit * Int(one.units + other.units))
        let now =
            price * (partition.excess(one.load) + partition.excess(other.load))
            - one.weight - other.weight
        recombination.grow(from: Int(border.unit), with: Int(border.neighbor), partition, &dice)
        let threshold = temperature * thresholds[Int(dice.next() & 4_095)]
        guard let cut = recombination.bestCut(partition, price), cut.cost - now <= threshold else { return }
        recombination.apply(cut.place, partition, Int32(from), Int32(to), changed: &changed)
        if isWhole { changed.removeAll(keepingCapacity: true) }
        spread += one.weight + other.weight - partition.tallies[from].weight - partition.tallies[to].weight
        outside += held(one) + held(other) - held(partition.tallies[from]) - held(partition.tallies[to])
        note()
    }

    /// A few random steps inside a group.
    @inline(__always)
    private func wander(from unit: Int, in group: Int, _ throwOf: inout UInt64) -> Int {
        let steps = 2 + throwOf & 1
        throwOf >>= 1
        var unit = unit
        for _ in 0..<steps {
            let next = neighbor(of: unit, throwOf & 0xffff)
            throwOf >>= 16
            if partition.labels[next] == group { unit = next }
        }
        return unit
    }

    /// One of a unit's neighbours, by sixteen random bits.
    @inline(__always)
    private func neighbor(of unit: Int, _ bits: UInt64) -> Int {
        let first = Int(partition.offsets[unit]), degree = Int(partition.offsets[unit + 1]) - first
        return Int(partition.around[first + (Int(bits) &* degree) >> 16])
    }

    @inline(__always)
    private mutating func make(_ unit: Int, _ from: Int, _ to: Int) {
        outside += held(partition.tallies[from]) + held(partition.tallies[to])
        partition.move(unit, from, to)
        outside -= held(partition.tallies[from]) + held(partition.tallies[to])
        if !isWhole { changed.append(Int32(unit)) }
    }

    /// 1 for a group whose load lies inside the window, else 0.
    @inline(__always)
    private func held(_ tally: RegridPartition.Tally) -> Int { partition.window.holds(tally.load) ? 1 : 0 }

    /// Keeps the division if it is the best so far: what changed since the last time is copied, not the
    /// whole.
    @inline(__always)
    private mutating func note() {
        if outside == 0, spread < bestSpread - 1e-9 * scale {
            keep()
        } else if changed.count > partition.count {
            isWhole = true
            changed.removeAll(keepingCapacity: true)
        }
    }

    private mutating func keep() {
        bestSpread = spread
        if isWhole {
            best = partition.labelList
        } else {
            for unit in changed { best[Int(unit)] = partition.labels[Int(unit)] }
        }
        isWhole = false
        changed.removeAll(keepingCapacity: true)
    }

    private mutating func noteNearest() {
        let reach = (0..<partition.groups).reduce(0) { max($0, abs(partition.tallies[$1].load - even)) }
        guard (reach, spread) < (nearestReach, nearestSpread) else { return }
        nearestReach = reach
        nearestSpread = spread
        nearest = partition.labelList
    }

    /// Sets the scale by the division as it stands: the median of the rises over borders, of any size where
    /// none rises.
    ///
    /// - Parameter isSettled: whether the division was made good already; if not, falls count as rises do.
    mutating func measureScale(isSettled: Bool) {
        var rises: [Double] = []
        for border in 0..<partition.borderCount {
            let unit = Int(partition.borders[border].unit), other = Int(partition.borders[border].neighbor)
            let from = Int(partition.labels[unit]), to = Int(partition.labels[other])
            guard from != to, partition.tallies[from].units > 1 else { continue }
            let gain = partition.gain(unit, from, to)
            if gain > 0 || !isSettled { rises.append(abs(gain)) }
        }
        rises.sort()
        let median = rises.isEmpty ? 0 : rises[rises.count / 2]
        if median > 0 { scale = median }
    }
}
