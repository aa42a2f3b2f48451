import Sealing
import Storage
import Values

/// The words under which somebody of the register is found: those of every name (``NameWords``).
///
/// A child's are keyed hashes of the runs of the name and of its first letters, so that the index tells
/// nobody's name.
enum PersonWords {
    /// Runs of a name that are kept as words of their own.
    private static let longest = 6

    /// What stands in the word index for a name.
    static func document(_ name: String, isChild: Bool, _ keys: KeyRing) -> String {
        guard isChild else { return NameWords.document(name) }
        let letters = Array(Pinyin.initials(ofName: name).unicodeScalars)
        return (runs(plain(name)) + runs(letters)).map {
            keyed(keys.token(.register, Array("name \($0)".utf8)))
        }
        .joined(separator: " ")
    }

    /// The searches that together find a name: among the open names, and among the children's.
    static func searches(
        _ text: String, in community: Identifier, _ keys: KeyRing, limit: Int
    ) -> [WordSearch] {
        let whole = plain(text)
        guard !whole.isEmpty else { return [] }
        let open = NameWords.query(text)
        var all = [WordSearch(community: community, kind: "person", words: open, limit: limit)]
        if whole.count <= longest {
            for hash in keys.tokens(.register, Array("name \(String(String.UnicodeScalarView(whole)))".utf8))
            {
                let word = SearchWord(tokens: [keyed(hash)])
                all.append(
                    WordSearch(community: community, kind: "person", words: [word], limit: limit))
            }
        }
        return all
    }

    /// Letters and digits without case and gaps.
    private static func plain(_ text: String) -> [Unicode.Scalar] {
        text.lowercased().unicodeScalars.prefix(60).filter { !$0.properties.isWhitespace && $0 != "·" }
    }

    private static func runs(_ scalars: [Unicode.Scalar]) -> [String] {
        scalars.indices.flatMap { start in
            (start..<min(scalars.count, start + longest)).map { end in
                String(String.UnicodeScalarView(scalars[start...end]))
            }
        }
    }

    /// Begins with a letter that no bigram begins with, and is long enough never to be typed by chance.
    private static func keyed(_ hash: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".unicodeScalars)
        var text = "q"
        for byte in hash.prefix(10) {
            text.unicodeScalars.append(digits[Int(byte >> 4)])
            text.unicodeScalars.append(digits[Int(byte & 15)])
        }
        return text
    }
}
