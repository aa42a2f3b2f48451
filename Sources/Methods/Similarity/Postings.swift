/// For each feature the texts that have it, in flat arrays: made once, then only read.
struct Postings: Sendable {
    /// Texts that were weighed, the gone ones left out.
    private(set) var count = 0
    /// Where each feature's texts begin; the last entry is where all end.
    private(set) var starts = [0]
    /// Positions of texts, ascending within a feature.
    private(set) var texts: [UInt32] = []
    /// By feature, what it adds to the product of two texts that share it.
    private(set) var impacts: [UInt32] = []
    /// By text, the sum of its features' impacts; 0 for a text that has none or is gone.
    private(set) var norms: [UInt32] = []
    /// The norms' square roots, infinite for norm 0, filled up with infinity to whole blocks.
    private(set) var roots: [Float] = []

    /// Texts looked at together when the roots are read.
    static let block = 8

    init() {}

    /// The texts of a feature, as a range of `texts`.
    func range(of feature: UInt32) -> Range<Int> {
        let index = Int(feature)
        return index + 1 < starts.count ? starts[index]..<starts[index + 1] : 0..<0
    }

    /// Takes a text out of every answer; its postings stay until the next merge.
    mutating func bury(_ text: Int) {
        norms[text] = 0
        roots[text] = .infinity
    }
}

extension Postings {
    /// The postings of a merge, every feature weighed anew. The table is made anew without the features that
    /// nothing has any more.
    init(_ merge: PostingMerge, table: inout FeatureTable) {
        let counts = merge.counts(features: table.keys.count)
        let places = Self.compact(&table, counts)
        count = merge.kept.reduce(0) { $0 + ($1 == PostingMerge.gone ? 0 : 1) }
        starts = Self.starts(counts, places, features: table.keys.count)
        // The library's empty array is shared by all threads and must not be filled, not even with nothing.
        if starts[starts.count - 1] > 0 {
            texts = [UInt32](unsafeUninitializedCapacity: starts[starts.count - 1]) { room, filled in
                merge.fill(room, places, from: starts)
                filled = room.count
            }
        }
        weigh(table.keys)
    }

    /// Where each feature goes: the ones that no text has leave the table.
    private static func compact(_ table: inout FeatureTable, _ counts: [UInt32]) -> [UInt32] {
        guard counts.contains(0) else { return Array(0..<UInt32(counts.count)) }
        var smaller = FeatureTable(room: counts.count)
        let places = zip(table.keys, counts).map { key, count in
            count == 0 ? PostingMerge.gone : smaller.number(adding: key)
        }
        table = smaller
        return places
    }

    private static func starts(_ counts: [UInt32], _ places: [UInt32], features: Int) -> [Int] {
        var starts = [Int](repeating: 0, count: features + 1)
        for (count, place) in zip(counts, places) where place != PostingMerge.gone {
            starts[Int(place) + 1] = Int(count)
        }
        for index in 0..<features { starts[index + 1] += starts[index] }
        return starts
    }

    private mutating func weigh(_ keys: [UInt64]) {
        let commonness = Commonness(texts: count)
        impacts = keys.indices.map { commonness.impact(of: keys[$0], in: starts[$0 + 1] - starts[$0]) }
        norms = [UInt32](repeating: 0, count: count)
        for feature in keys.indices {
            for index in starts[feature]..<starts[feature + 1] {
                norms[Int(texts[index])] += impacts[feature]
            }
        }
        roots = norms.map { $0 == 0 ? .infinity : Float($0).squareRoot() }
        while roots.count % Self.block != 0 { roots.append(.infinity) }
    }
}
