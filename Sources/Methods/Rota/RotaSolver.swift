import Values

/// Makes rosters: no hard rule broken where that can be had, then the least penalty found within a budget.
///
/// Everyone's row is first laid by dynamic programming against what the others leave open; then simulated
/// annealing changes windows of days, and lays whole stretches of a row anew. One thread; the budget is the
/// caller's, so that this stays without a clock.
/// Sources: Kirkpatrick, Gelatt and Vecchi, Science 220 (1983); Burke and Curtois, EJOR 237 (2014).
public enum RotaSolver {
    /// The best roster found by the time `share`, the part of the budget that is spent, reaches 1.
    ///
    /// `share` is asked about every hundredth of a millisecond to every few milliseconds; the same seed with
    /// the same answers gives the same roster. Where some rule cannot be kept, the roster that breaks rules
    /// least comes back: `RotaCheck` names them.
    public static func solve(_ problem: RotaProblem, seed: UInt64, share: () -> Double) -> Roster {
        let search = RotaSearch(problem, seed: seed), unit = Double(search.desk.unit)
        var cooling = RotaCooling(problem)
        search.setPrices(to: cooling.fillingPrice / unit)
        let begun = share()
        search.fill(share: share)
        cooling.start(afterFilling: share() - begun)
        search.setPrices(to: cooling.firstPrice / unit)
        let filled = search.work
        var steps = 0
        while true {
            let spent = max(0, share())
            guard spent < 1 else { return search.result() }
            cooling.apply(to: search, spent: spent)
            for _ in 0..<stepsARound { _ = search.step() }
            steps += stepsARound
            if search.work - filled < workAStep * steps { search.reworkSomebody() }
        }
    }

    private static let stepsARound = 512
    /// Values that dynamic programming may weigh for each small step: a third to two thirds of the time are
    /// its.
    private static let workAStep = 1500
}
