/// What is kept of older postings, with the texts that came since.
struct PostingMerge {
    let old: Postings
    let waiting: FeatureLists
    /// For each older text and then each waiting one its new position, or `gone`.
    let kept: [UInt32]

    /// Stands for the new place of a text or a feature that has none.
    static let gone = UInt32.max

    private var oldFeatures: Range<Int> { 0..<max(0, old.starts.count - 1) }

    /// How many of the kept texts have each feature.
    func counts(features: Int) -> [UInt32] {
        var counts = [UInt32](repeating: 0, count: features)
        let isWhole = kept.prefix(old.norms.count).allSatisfy { $0 != Self.gone }
        for feature in oldFeatures {
            let range = old.starts[feature]..<old.starts[feature + 1]
            if isWhole {
                counts[feature] = UInt32(range.count)
            } else {
                for index in range where kept[Int(old.texts[index])] != Self.gone { counts[feature] += 1 }
            }
        }
        for text in 0..<waiting.count where kept[old.norms.count + text] != Self.gone {
            for index in waiting.range(of: text) { counts[Int(waiting.features[index])] += 1 }
        }
        return counts
    }

    /// Writes at each feature's new place the positions of the older texts that are kept, then those of the
    /// waiting ones.
    func fill(_ room: UnsafeMutableBufferPointer<UInt32>, _ places: [UInt32], from starts: [Int]) {
        var next = starts
        for feature in oldFeatures where places[feature] != Self.gone {
            let place = Int(places[feature])
            for index in old.starts[feature]..<old.starts[feature + 1] {
                let position = kept[Int(old.texts[index])]
                guard position != Self.gone else { continue }
                room[next[place]] = position
                next[place] += 1
            }
        }
        for text in 0..<waiting.count {
            let position = kept[old.norms.count + text]
            guard position != Self.gone else { continue }
            for index in waiting.range(of: text) {
                let place = Int(places[Int(waiting.features[index])])
                room[next[place]] = position
                next[place] += 1
            }
        }
    }
}
