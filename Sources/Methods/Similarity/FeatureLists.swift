/// The features of texts, text after text: what waits to be turned into postings.
struct FeatureLists: Sendable {
    private(set) var features: [UInt32] = []
    /// Where each text's features begin; the last entry is where all end.
    private(set) var starts = [0]
    /// By feature, the text that had it last, counted from 1: so a repeated feature is seen at once.
    private var lastText: [UInt32] = []

    var count: Int { starts.count - 1 }

    func range(of text: Int) -> Range<Int> { starts[text]..<starts[text + 1] }

    /// Appends a text's distinct features, numbered by the table.
    mutating func append(_ keys: [UInt64], numbering table: inout FeatureTable) {
        let stamp = UInt32(starts.count)
        for key in keys {
            let number = table.number(adding: key)
            let index = Int(number)
            if index >= lastText.count {
                lastText.append(contentsOf: repeatElement(0, count: index + 1 - lastText.count))
            }
            if lastText[index] != stamp {
                lastText[index] = stamp
                features.append(number)
            }
        }
        starts.append(features.count)
    }
}
