import Values

/// The storable form of the index: which of the words that a full-text index holds are to be looked up there.
///
/// A database narrows millions of texts down to some hundred (`Bigrams.document` is what it stores for its
/// search box too, `lookup` what it is asked for, any of them), and a `SimilarityScorer` weighs those in
/// memory.
public enum SimilarityWords {
    /// The words to look up, any of which may stand in what is sought, the most telling first.
    ///
    /// Pairs and whole words; a single character only where there is nothing else. Of equals the first in the
    /// text comes first. Ask for texts with any of them, by the engine's rank or newest first, some 200 of
    /// them.
    public static func lookup(_ text: String, limit: Int = 24) -> [WeighedWord] {
        var seen: Set<String> = []
        let stored = Bigrams.document(PlainText.string(text))
        let all = stored.split(separator: " ").map(String.init).filter { seen.insert($0).inserted }
        let weighed = all.map { (word: $0, key: Features.distinct($0).last ?? 0) }
        let telling = weighed.filter { Features.kind(of: $0.key) != .character }
        let words = (telling.isEmpty ? weighed : telling).flatMap { word, key in
            Bigrams.query(word).map {
                WeighedWord(word: $0, weight: Commonness.everyday.weight(of: key, in: 0))
            }
        }
        // Sorting by offset as well keeps equals in the order of the text.
        let sorted = words.enumerated().sorted {
            ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
        }
        return sorted.prefix(max(0, limit)).map(\.element)
    }
}

/// A word to look up, with what it tells.
public struct WeighedWord: Hashable, Sendable {
    public let word: SearchWord
    /// As of everyday texts, from 0; about 7 for two seldom characters.
    public let weight: Double
}

extension Collection<WeighedWord> {
    /// The condition that any of the words stands there, in FTS5's language; nil where there is none.
    public var anyMatch: String? {
        isEmpty ? nil : map(\.word.phrase).joined(separator: " OR ")
    }
}

/// Weighs texts against one, without an index: for the candidates that a database gave back.
///
/// The same cosine as `SimilarityIndex`, its weights those of everyday texts alone, so a score depends on the
/// two texts and nothing else. Promises candidates for a person to look at, never a finding to merge on.
public struct SimilarityScorer: Sendable {
    private let impacts: [UInt64: UInt32]
    private let norm: UInt32

    public init(_ text: String) {
        let keys = Features.distinct(text)
        impacts = Dictionary(
            uniqueKeysWithValues: keys.map { ($0, Commonness.everyday.impact(of: $0, in: 0)) })
        norm = impacts.values.reduce(0, +)
    }

    /// How much another text shares, from 0 to 1.
    public func score(_ other: String) -> Double {
        var product: UInt32 = 0, theirs: UInt32 = 0
        for key in Features.distinct(other) {
            if let impact = impacts[key] {
                product += impact
                theirs += impact
            } else {
                theirs += Commonness.everyday.impact(of: key, in: 0)
            }
        }
        return Question.score(product, norm, theirs)
    }

    /// The texts most like it; the greater its number, the newer a text. Of equal scores the least number
    /// comes first.
    public func candidates(
        among texts: [(number: Int, text: String)], limit: Int = 10, atLeast: Double = 0,
        order: SimilarityOrder = .score
    ) -> [SimilarityCandidate] {
        let texts = texts.sorted { $0.number < $1.number }
        var best = BestCandidates(limit: limit, atLeast: atLeast, order: order)
        for (position, text) in texts.enumerated() { best.offer(position, score: score(text.text)) }
        return best.inOrder.map { SimilarityCandidate(number: texts[$0.position].number, score: $0.score) }
    }
}
