import Foundation
import Values

/// Makes rosters: no hard rule broken where that can be had, then the least penalty found within a budget.
///
/// The search is simulated annealing over whole windows of days, in one thread; the budget is the caller's, so that
/// this stays without a clock. Source: Kirkpatrick, Gelatt and Vecchi, Science 220 (1983).
public enum RotaSolver {
    /// The best roster found by the time `share`, the part of the budget that is spent, reaches 1.
    ///
    /// `share` is asked every few hundred steps; the same seed with the same answers gives the same roster.
    public static func solve(_ problem: RotaProblem, seed: UInt64, share: () -> Double) -> Roster {
        let search = RotaSearch(problem, seed: seed)
        let hot = 60.0, cold = 0.4
        search.price = 200 / Double(search.desk.unit)
        while true {
            let spent = share()
            guard spent < 1 else { return search.result() }
            search.temperature = hot * pow(cold / hot, max(0, spent))
            for _ in 0..<512 { search.step() }
        }
    }
}
