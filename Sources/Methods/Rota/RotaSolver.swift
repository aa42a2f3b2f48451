import Foundation
import Values

/// Makes rosters: no hard rule broken where that can be had, then the least penalty found within a budget.
///
/// The search is simulated annealing over whole windows of days, with whole stretches of one row reworked by
/// dynamic programming now and then; one thread. The budget is the caller's, so that this stays without a
/// clock. Source: Kirkpatrick, Gelatt and Vecchi, Science 220 (1983).
public enum RotaSolver {
    /// The best roster found by the time `share`, the part of the budget that is spent, reaches 1.
    ///
    /// `share` is asked every few hundred steps; the same seed with the same answers gives the same roster.
    public static func solve(_ problem: RotaProblem, seed: UInt64, share: () -> Double) -> Roster {
        let search = RotaSearch(problem, seed: seed)
        let cooling = RotaCooling(problem)
        search.setPrices(to: cooling.firstPrice / Double(search.desk.unit))
        var round = 0
        while true {
            let spent = max(0, share())
            guard spent < 1 else { return search.result() }
            cooling.apply(to: search, spent: spent)
            for _ in 0..<512 { _ = search.step() }
            round += 1
            if round % 2 == 0 { search.reworkSomebody() }
        }
    }
}

/// How the search cools down, and what it costs meanwhile to be beyond a rule of amount.
///
/// Each person's price for that rises while they are beyond, and falls while they are not, so that about a
/// twentieth of the people are beyond at the start, and nobody from the middle on.
struct RotaCooling {
    let hot: Double
    let cold: Double
    let scale: Double

    init(_ problem: RotaProblem) {
        scale = 100
        hot = 60
        cold = 0.4
    }

    var firstPrice: Double { scale * 1.5 }

    func apply(to search: RotaSearch, spent: Double) {
        search.now.pointee.temperature = hot * pow(cold / hot, spent)
        let beyond = 0.05 * max(0, 1 - 2 * spent)
        let unit = Double(search.desk.unit)
        search.movePrices(
            within: 0.3 * scale / unit...4 * scale / unit, up: 1 + 0.01 * (1 - beyond),
            down: 1 - 0.01 * beyond)
    }
}
