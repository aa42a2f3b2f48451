/// A text as it is stored for search, asked for and compared with others: without width, case and traditional
/// forms, its numerals as digits.
///
/// 「三號樓」, "3号楼" and "３號樓" are one. What is neither letter nor digit is a gap. Only the first `limit` scalars
/// count: the method is for short texts. Nobody is shown the plain form; it may read oddly (乾隆 becomes 干隆).
/// Source: UAX #15 (NFKC), ICU's transliterator `Traditional-Simplified`.
public enum PlainText {
    /// Scalars of a text that are looked at.
    public static let limit = 4096

    /// The plain form, gaps as single spaces.
    public static func string(_ text: String) -> String {
        var plain: [Folded] = []
        fold(text, into: &plain)
        var result = String.UnicodeScalarView()
        for folded in plain {
            guard let scalar = Unicode.Scalar(folded.scalar) else { continue }
            if scalar != " " || (result.last ?? " ") != " " { result.append(scalar) }
        }
        if result.last == " " { result.removeLast() }
        return String(result)
    }

    /// Writes the folded scalars of a text over `plain`.
    public static func fold(_ text: String, into plain: inout [Folded]) {
        if unspelled(text, limit: limit, into: &plain) { plain = ChineseNumerals.spelled(plain[...]) }
    }

    /// Writes the folded scalars over `plain`, numerals as they stand; whether there may be any.
    static func unspelled(_ text: String, limit: Int, into plain: inout [Folded]) -> Bool {
        plain.removeAll(keepingCapacity: true)
        let table = FoldTable.shared
        var count = 0, hasNumerals = false
        for scalar in text.unicodeScalars {
            count += 1
            if count > limit { break }
            let folded = table[scalar]
            if folded.isEntangled {
                foldWhole(text, limit: limit, into: &plain)
                return true
            }
            if folded.isSkipped { continue }
            hasNumerals = hasNumerals || folded.isNumeral
            plain.append(folded)
        }
        return hasNumerals
    }

    /// The slow way, for texts with marks to compose or signs that stand for several, such as ㎡ and ①.
    private static func foldWhole(_ text: String, limit: Int, into plain: inout [Folded]) {
        plain.removeAll(keepingCapacity: true)
        let bounded = String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit)))
        for scalar in bounded.widthAndCaseFolded.unicodeScalars.prefix(limit) {
            let folded = FoldTable.shared[scalar]
            let certain = folded.isEntangled ? FoldTable.classified(scalar) : folded
            if !certain.isSkipped { plain.append(certain) }
        }
    }
}
