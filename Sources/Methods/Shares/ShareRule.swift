/// A published way to choose projects under a budget, named as in the reference files: `mes_card_add1eu`.
public struct ShareRule: Hashable, Sendable {
    /// What a chosen project is worth to a voter who supports it.
    public enum Worth: String, Sendable, CaseIterable {
        /// What it costs.
        case cost
        /// One.
        case card
        /// The points the voter gave it; of ballots with points.
        case points
        /// The projects that the voter's ballot ranks behind it; of ordinal ballots.
        case borda
    }

    /// How equal shares go on where they leave money unspent.
    public enum Completion: String, Sendable, CaseIterable {
        case none = ""
        /// By greedy, with what is left.
        case greedy = "_greedy"
        /// Add1: everybody's start is raised by 1 a round, up to the last outcome before the budget would be
        /// passed, or the first that leaves no supported project affordable.
        case raised = "_add1e"
        /// Add1, and then greedy.
        case raisedThenGreedy = "_add1eu"
    }

    public enum Method: Hashable, Sendable {
        case greedy(Worth)
        case equalShares(Worth, Completion)
        case phragmen(completed: Bool)
    }

    public let method: Method

    public init(_ method: Method) { self.method = method }

    /// Every rule.
    public static let all: [ShareRule] =
        Worth.allCases.map { ShareRule(.greedy($0)) }
        + Worth.allCases.flatMap { worth in
            Completion.allCases.map { ShareRule(.equalShares(worth, $0)) }
        }
        + [ShareRule(.phragmen(completed: false)), ShareRule(.phragmen(completed: true))]

    /// The rule of a name; nil for a name that is none.
    public init?(name: String) {
        guard let rule = Self.all.first(where: { $0.name == name }) else { return nil }
        self = rule
    }

    public var name: String {
        switch method {
        case .greedy(let worth): "greedy_\(worth.rawValue)"
        case .equalShares(let worth, let completion): "mes_\(worth.rawValue)\(completion.rawValue)"
        case .phragmen(let completed): completed ? "phragmen_greedy" : "phragmen"
        }
    }

    /// What projects are worth under the rule; Phragmén's counts heads and is completed by cost.
    var worth: Worth {
        switch method {
        case .greedy(let worth), .equalShares(let worth, _): worth
        case .phragmen: .cost
        }
    }

    /// Why the rule is not for ballots of a kind; nil where it is.
    func fault(for kind: BallotKind) -> String? {
        switch (method, worth) {
        case (.phragmen, _) where kind != .approval:
            "\(name) is for approval ballots, not for \(kind.rawValue)"
        case (_, .points) where !kind.hasPoints:
            "\(name) needs points, which \(kind.rawValue) ballots have not"
        case (_, .borda) where kind != .ordinal: "\(name) is for ordinal ballots, not for \(kind.rawValue)"
        default: nil
        }
    }
}
