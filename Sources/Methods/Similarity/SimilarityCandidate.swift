/// A text that may say the same, for a person to look at.
///
/// It is never a finding: texts that share their words can mean the opposite ("A gave B" and "B gave A" score
/// 1), and texts that mean the same can share none. Nothing may be merged on a score alone.
public struct SimilarityCandidate: Hashable, Sendable {
    /// The number under which the text was given.
    public let number: Int
    /// From 0, nothing in common, to 1, the same features.
    public let score: Double

    public init(number: Int, score: Double) {
        self.number = number
        self.score = score
    }
}

/// In which order candidates come.
public enum SimilarityOrder: Sendable {
    /// The most similar first; of equals the one inserted first.
    case score
    /// Of all that reach the least score, the ones inserted last, latest first.
    case newest
}

/// Keeps the candidates that come first in their order, while texts are offered by ascending position.
struct BestCandidates {
    let limit: Int
    let atLeast: Double
    let order: SimilarityOrder
    private(set) var found: [(position: Int, score: Double)] = []

    init(limit: Int, atLeast: Double, order: SimilarityOrder) {
        self.limit = min(max(0, limit), Int(Int32.max))
        self.atLeast = max(0, atLeast)
        self.order = order
    }

    /// What a score must reach to be of interest.
    var floor: Double {
        guard order == .score, found.count == limit, let last = found.last else { return atLeast }
        return last.score
    }

    mutating func offer(_ position: Int, score: Double) {
        guard score > 0, score >= atLeast, limit > 0 else { return }
        switch order {
        case .newest:
            found.append((position, score))
            if found.count > 2 * limit { found.removeFirst(found.count - limit) }
        case .score:
            if found.count == limit {
                guard let last = found.last, score > last.score else { return }
                found.removeLast()
            }
            var low = 0, high = found.count
            while low < high {
                let middle = (low + high) / 2
                if found[middle].score >= score { low = middle + 1 } else { high = middle }
            }
            found.insert((position, score), at: low)
        }
    }

    /// What was kept, in its order.
    var inOrder: [(position: Int, score: Double)] {
        order == .score ? found : Array(found.suffix(limit).reversed())
    }
}
