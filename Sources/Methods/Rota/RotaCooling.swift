import Foundation

/// How the search cools down, and what it costs meanwhile to be beyond a rule of amount.
///
/// It starts where a place left empty is easily taken back, and ends where the smallest weights count. Each
/// person's price for being beyond a rule of amount rises while they are, and falls while they are not, so
/// that about a twentieth of the people are beyond at the start, and nobody is drawn there from the middle
/// on.
struct RotaCooling {
    private(set) var hot: Double
    let cold: Double
    /// A usual weight of what matters most: an empty place, or a wish where there is no cover.
    let scale: Double

    init(_ problem: RotaProblem) {
        let under = problem.cover.map(\.under).filter { $0 > 0 }, wishes = problem.wishes.map(\.weight)
        let all = (under + wishes + problem.cover.map(\.over)).filter { $0 > 0 }.sorted()
        let mean = { (weights: [Int]) in
            weights.isEmpty ? 1 : Double(weights.reduce(0, +)) / Double(weights.count)
        }
        scale = max(1, mean(under), mean(wishes))
        let shares = [problem.fairness?.nights, problem.fairness?.weekends].compactMap { $0 }.filter {
            $0 > 0
        }
        let small = Double(min(all.isEmpty ? 1 : all[all.count / 10], shares.min() ?? .max))
        hot = 0.3 * scale
        cold = min(hot, 0.4 * small)
    }

    var firstPrice: Double { 1.5 * scale }
    /// While the roster is filled for the first time, nothing is worth being beyond a rule.
    var fillingPrice: Double { 100 * scale }

    /// Starts less hot where filling the roster took a large part of the budget: heat that there is no time
    /// to cool down from only undoes what filling did.
    mutating func start(afterFilling part: Double) {
        if part > 0 { hot = max(cold, hot * min(1, (0.004 / part).squareRoot())) }
    }

    func apply(to search: RotaSearch, spent: Double) {
        search.now.pointee.temperature = hot * pow(cold / hot, spent)
        let beyond = 0.05 * max(0, 1 - 2 * spent)
        let unit = Double(search.desk.unit)
        search.movePrices(
            within: 0.3 * scale / unit...4 * scale / unit, up: 1 + 0.01 * (1 - beyond),
            down: 1 - 0.01 * beyond)
    }
}
