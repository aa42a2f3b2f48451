/// Texts inserted since the last refresh, few enough to be looked at one by one.
struct WaitingTexts: Sendable {
    private(set) var lists = FeatureLists()
    private(set) var norms: [UInt32] = []
    /// Weights of features that the postings do not know yet, by number from theirs on.
    private(set) var newImpacts: [UInt32] = []

    mutating func append(_ keys: [UInt64], _ table: inout FeatureTable, _ postings: Postings) {
        lists.append(keys, numbering: &table)
        let commonness = Commonness(texts: postings.count)
        while postings.impacts.count + newImpacts.count < table.keys.count {
            let key = table.keys[postings.impacts.count + newImpacts.count]
            newImpacts.append(commonness.impact(of: key, in: 0))
        }
        let known = postings.impacts
        var norm: UInt32 = 0
        for index in lists.range(of: lists.count - 1) {
            let feature = Int(lists.features[index])
            norm += feature < known.count ? known[feature] : newImpacts[feature - known.count]
        }
        norms.append(norm)
    }

    mutating func bury(_ text: Int) { norms[text] = 0 }

    /// Offers every text that shares something with the question.
    func search(_ question: Question, from position: Int, into best: inout BestCandidates) {
        guard lists.count > 0, question.norm > 0 else { return }
        let shared = SharedImpacts(question)
        for text in 0..<lists.count where norms[text] > 0 {
            var product: UInt32 = 0
            for index in lists.range(of: text) { product += shared[lists.features[index]] }
            best.offer(position + text, score: Question.score(product, question.norm, norms[text]))
        }
    }
}

/// The impacts of a question's features by their number, for looking many up.
private struct SharedImpacts {
    private var slots: [(feature: UInt32, impact: UInt32)]

    init(_ question: Question) {
        var size = 64
        while size < question.known.count * 4 { size *= 2 }
        slots = Array(repeating: (0, 0), count: size)
        for (feature, impact) in question.known {
            var place = Int(feature) & (size - 1)
            while slots[place].impact != 0 { place = (place + 1) & (size - 1) }
            slots[place] = (feature, impact)
        }
    }

    subscript(feature: UInt32) -> UInt32 {
        var place = Int(feature) & (slots.count - 1)
        while slots[place].impact != 0 {
            if slots[place].feature == feature { return slots[place].impact }
            place = (place + 1) & (slots.count - 1)
        }
        return 0
    }
}
