import Foundation
import Methods
import Testing
import Values

/// PAWS-X, Chinese development set (Yang et al. 2019), as it lies beside the project.
@Suite(.enabled(if: SharedData.folder != nil)) struct SimilarityDataTests {
    private let folder = SharedData.folder?.appendingPathComponent("similarity") ?? URL(fileURLWithPath: "/")

    private func lines(_ name: String) throws -> [String] {
        try TextLines.read(Array(Data(contentsOf: folder.appendingPathComponent(name))))
    }

    private func relevant() throws -> [Set<Int>] {
        let data = try Data(contentsOf: folder.appendingPathComponent("relevant.json"))
        return try JSONDecoder().decode([[Int]].self, from: data).map(Set.init)
    }

    private func recall(_ found: [[SimilarityCandidate]]) throws -> Double {
        let sought = try relevant()
        let hits = zip(sought, found).reduce(0) { $0 + $1.0.intersection($1.1.map(\.number)).count }
        return Double(hits) / Double(sought.reduce(0) { $0 + $1.count })
    }

    @Test func tenCandidatesHoldNearlyAllThatIsRelevant() throws {
        let index = SimilarityIndex(try lines("corpus.txt"))
        let found = try lines("queries.txt").map { index.candidates(for: $0) }
        #expect(try recall(found) >= 0.987)
    }

    /// The storable way: a full-text index gives back two hundred by the words they share, then they are
    /// weighed.
    @Test func theStorableFormFindsAsMuch() throws {
        let corpus = try lines("corpus.txt")
        var rows: [String: [Int]] = [:]
        for (number, text) in corpus.enumerated() {
            for word in Set(Bigrams.document(text).split(separator: " ")) {
                rows[String(word), default: []].append(number)
            }
        }
        let found = try lines("queries.txt").map { query -> [SimilarityCandidate] in
            var ranks: [Int: Double] = [:]
            for word in SimilarityWords.lookup(query) {
                for number in rows[word.word.tokens[0]] ?? [] { ranks[number, default: 0] += word.weight }
            }
            let best = ranks.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(200)
            return SimilarityScorer(query).candidates(among: best.map { ($0.key, corpus[$0.key]) })
        }
        #expect(try recall(found) >= 0.987)
    }

    /// Pairs of sentences drawn apart seldom reach what is offered; paraphrases nearly always do.
    @Test func unrelatedTextsStayBelowWhatIsOffered() throws {
        struct Set: Decodable { let pairs: [Pair] }
        struct Pair: Decodable {
            let texts: [String], isSame: Bool
            init(from decoder: any Decoder) throws {
                var list = try decoder.unkeyedContainer()
                texts = [try list.decode(String.self), try list.decode(String.self)]
                isSame = try list.decode(Int.self) == 1
            }
        }
        let data = try Data(contentsOf: folder.appendingPathComponent("pawsx_zh_dev.json"))
        let pairs = try JSONDecoder().decode(Set.self, from: data).pairs
        let texts = pairs.map { $0.texts[1] }
        let index = SimilarityIndex(texts)
        var apart = 0, compared = 0, same = 0, offered = 0
        for (number, pair) in pairs.enumerated().filter({ $0.offset % 10 == 0 }) {
            let found = index.candidates(
                for: pair.texts[0], limit: texts.count, atLeast: SimilarityIndex.offered)
            // The neighbours in the file are often versions of the same sentence: none of them is counted.
            apart += found.count { abs($0.number - number) > 0 && texts[$0.number] != pair.texts[1] }
            compared += texts.count - 1
            guard pair.isSame else { continue }
            same += 1
            if found.contains(where: { $0.number == number }) { offered += 1 }
        }
        #expect(Double(apart) < 0.002 * Double(compared))
        #expect(Double(offered) > 0.93 * Double(same))
    }
}
