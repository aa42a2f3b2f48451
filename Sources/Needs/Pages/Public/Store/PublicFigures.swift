import Values

/// The figures of one place that anybody may see.
struct PublicFigures: Codable, Sendable, Hashable {
    var saidThisYear = 0
    var doneThisYear = 0
    var openWishes = 0
    /// How many stand in each open state now.
    var states: [String: Int] = [:]

    /// How many stand at a step now.
    func at(_ step: NeedStep) -> Int { step.states.reduce(0) { $0 + (states[$1.rawValue] ?? 0) } }

    /// How many are under way.
    var open: Int { NeedStep.allCases.reduce(0) { $0 + at($1) } }

    func adding(_ other: PublicFigures) -> PublicFigures {
        var sum = self
        sum.saidThisYear += other.saidThisYear
        sum.doneThisYear += other.doneThisYear
        sum.openWishes += other.openWishes
        sum.states.merge(other.states, uniquingKeysWith: +)
        return sum
    }
}

/// A place with its figures.
struct PlaceFigures: Codable, Sendable {
    let name: String
    let code: String
    /// The path of its own front page, where it has one.
    let front: String?
    var figures = PublicFigures()
}
