import Values

/// The whole search for one level: starts, annealings, and what is done where loads do not come right.
///
/// Several starts are annealed from hot to cold. Then the best is warmed up and cooled down again, several
/// times. If no division inside the window turned up, the nearest that can be found is sought first, and the
/// least spread at that nearness after. The work is bounded by counted steps, never by a clock.
struct RegridSearch: ~Copyable {
    /// How much is done.
    struct Effort: Hashable, Sendable {
        var starts = 18, warmings = 6
        /// Rounds of an annealing, each of as many steps as there are units.
        var rounds = 1_900

        /// Rounds for few units are more, so that small maps are searched through; for very many, fewer.
        init(units: Int) {
            rounds = max(rounds, min(6_000, 250_000 / units))
            let bound = 400_000_000
            let runs = max(4, min(starts + warmings, bound / (rounds * units)))
            starts = (runs * 3 + 3) / 4
            warmings = runs - starts
            rounds = min(rounds, max(20, bound / (runs * units)))
        }
    }

    private let units: RegridUnits
    private let groups: Int
    private let effort: Effort
    private var start: RegridStart
    private var annealing: RegridAnnealing
    private var dice: Dice

    init(_ units: RegridUnits, anchors: RegridAnchors, parts: RegridParts, dice: Dice) {
        self.units = units
        groups = parts.groups.reduce(0, +)
        effort = Effort(units: units.count)
        start = RegridStart(units, anchors: anchors, parts: parts)
        annealing = RegridAnnealing(
            units, groups: groups, window: RegridWindow(units, groups: groups, tolerance: 1))
        self.dice = dice
    }

    /// The group of every unit: inside the window if any such division was found, else the nearest found.
    mutating func run(tolerance: Double) -> [Int32] {
        settleScale()
        let window = RegridWindow(units, groups: groups, tolerance: tolerance)
        if let best = anneal(window, from: nil) { return best }
        approach(from: tolerance)
        let reached = loads(of: annealing.nearest)
        let reach = RegridWindow(units, groups: groups, reached: reached)
        return anneal(reach, from: annealing.nearest) ?? annealing.nearest
    }

    private func loads(of labels: [Int32]) -> [Double] {
        var loads = [Double](repeating: 0, count: groups)
        for (unit, label) in zip(units.units, labels) { loads[Int(label)] += unit.load }
        return loads
    }

    private mutating func settleScale() {
        annealing.begin(start.draw(&dice))
        annealing.measureScale(isSettled: false)
        annealing.run(rounds: 30, hot: 0, cold: 0, isPriced: false, dice: &dice)
        annealing.measureScale(isSettled: true)
    }

    /// Starts, then warmings of the best; the best division inside the window, nil where there is none.
    private mutating func anneal(_ window: RegridWindow, from given: [Int32]?) -> [Int32]? {
        annealing.partition.window = window
        var best = given
        var bestSpread = Double.infinity
        for run in 0..<effort.starts + effort.warmings {
            let isFresh = best == nil || (run < effort.starts && given == nil)
            annealing.price = isFresh ? 0.6 : annealing.price
            annealing.begin(isFresh ? start.draw(&dice) : best ?? [])
            annealing.run(
                rounds: effort.rounds, hot: isFresh ? 0.5 : 0.35, cold: 0.08, isPriced: true, dice: &dice)
            guard annealing.bestSpread < bestSpread else { continue }
            bestSpread = annealing.bestSpread
            best = annealing.best
            annealing.keepsNearest = false
        }
        return bestSpread < .infinity ? best : nil
    }

    /// Comes as near to even loads as it can: halves the distance while that succeeds, and a quarter where it
    /// does not.
    private mutating func approach(from tolerance: Double) {
        annealing.keepsNearest = true
        let even = units.totalLoad / Double(groups)
        var failed = tolerance
        for _ in 0..<8 {
            let reached = annealing.nearestReach / even
            guard reached > failed * 1.001 else { return }
            let target = (failed + reached) / 2
            annealing.partition.window = RegridWindow(units, groups: groups, tolerance: target)
            for run in 0..<4 {
                annealing.price = 3
                annealing.begin(run % 2 == 0 ? annealing.nearest : start.draw(&dice))
                annealing.run(rounds: effort.rounds, hot: 1, cold: 0.05, isPriced: true, dice: &dice)
                if annealing.nearestReach / even <= target { break }
            }
            if annealing.nearestReach / even > target { failed = target }
        }
    }
}
