import Methods
import Values

@testable import Methods

/// The index as its definition reads: every text weighed against every question, nothing skipped.
struct PlainIndex {
    private(set) var texts: [(number: Int, features: Set<UInt64>)] = []

    mutating func insert(_ text: String, number: Int) {
        remove(number)
        texts.append((number, Set(Features.distinct(text))))
    }

    mutating func remove(_ number: Int) { texts.removeAll { $0.number == number } }

    func candidates(
        for text: String, limit: Int = 10, atLeast: Double = 0, order: SimilarityOrder = .score
    ) -> [SimilarityCandidate] {
        var counts: [UInt64: Int] = [:]
        for text in texts { for feature in text.features { counts[feature, default: 0] += 1 } }
        let commonness = Commonness(texts: texts.count)
        func norm(_ features: Set<UInt64>) -> Double {
            features.reduce(0) { $0 + Double(commonness.impact(of: $1, in: counts[$1] ?? 0)) }
        }
        let asked = Set(Features.distinct(text))
        let all = texts.map { text in
            let shared = norm(text.features.intersection(asked))
            let both = (norm(asked) * norm(text.features)).squareRoot()
            return SimilarityCandidate(number: text.number, score: shared == 0 ? 0 : shared / both)
        }
        let found = all.filter { $0.score > 0 && $0.score >= atLeast }
        switch order {
        case .newest: return Array(found.suffix(limit).reversed())
        case .score:
            let places = found.indices.sorted {
                found[$0].score != found[$1].score ? found[$0].score > found[$1].score : $0 < $1
            }
            return places.prefix(limit).map { found[$0] }
        }
    }
}

/// Short texts of few characters, so that much is shared and much is equal; the first characters are the
/// commonest.
struct TextDice {
    private var dice: Dice
    private let letters: [Unicode.Scalar]

    init(seed: UInt64, _ letters: String = "的了是灯路坏门口水电梯楼3x，狗叫吵树停车位漏臭鼠网") {
        dice = Dice(seed: seed)
        self.letters = Array(letters.unicodeScalars)
    }

    mutating func below(_ bound: Int) -> Int { dice.below(bound) }

    mutating func text(_ longest: Int = 12) -> String {
        let scalars = (0..<dice.below(longest + 1)).map { _ in
            letters[min(dice.below(letters.count), dice.below(letters.count))]
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
