import Values

/// The figures of one place that anybody may see.
struct PublicFigures: Codable, Sendable, Hashable {
    /// How often somebody spoke up.
    var saidThisYear = 0
    /// How much of it was the same as another's word, or taken back.
    var asideThisYear = 0
    var doneThisYear = 0
    var openWishes = 0
    /// How many stand in each open state now.
    var states: [String: Int] = [:]

    /// How many matters were told, each counted once.
    var toldThisYear: Int { saidThisYear - asideThisYear }

    /// How many stand at a step now.
    func at(_ step: NeedStep) -> Int { step.states.reduce(0) { $0 + (states[$1.rawValue] ?? 0) } }

    /// How many are under way.
    var open: Int { NeedStep.allCases.reduce(0) { $0 + at($1) } }

    func adding(_ other: PublicFigures) -> PublicFigures {
        var sum = self
        sum.saidThisYear += other.saidThisYear
        sum.asideThisYear += other.asideThisYear
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
