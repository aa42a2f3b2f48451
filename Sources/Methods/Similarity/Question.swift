/// A text to find others like: its features, as the index knows and weighs them.
struct Question {
    /// Features that some text had, with their impacts, each once.
    private(set) var known: [(feature: UInt32, impact: UInt32)] = []
    /// The impacts of all its features together, the unknown ones included.
    private(set) var norm: UInt32 = 0

    init(_ text: String, _ table: FeatureTable, _ postings: Postings, _ waiting: WaitingTexts) {
        let commonness = Commonness(texts: postings.count)
        for key in Features.distinct(text) {
            guard let feature = table.number(of: key) else {
                norm += commonness.impact(of: key, in: 0)
                continue
            }
            let index = Int(feature) - postings.impacts.count
            let impact = index < 0 ? postings.impacts[Int(feature)] : waiting.newImpacts[index]
            known.append((feature, impact))
            norm += impact
        }
    }

    /// The cosine, from the impacts that are shared and the norms of both texts.
    static func score(_ product: UInt32, _ norm: UInt32, _ other: UInt32) -> Double {
        product == 0 ? 0 : Double(product) / (Double(norm) * Double(other)).squareRoot()
    }
}
