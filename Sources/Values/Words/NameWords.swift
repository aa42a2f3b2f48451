/// The words by which a person's name is found: its characters, its sounds, their first letters.
///
/// 曾国藩 is found by 国藩, 曾國藩, `zengguofan`, `zeng guo`, `guof`, `zgf` and `gf`: sounds and first letters are
/// stored from every syllable on, and what is typed in letters need only begin one of them.
public enum NameWords {
    /// Syllables of a name from which its sounds are stored.
    public static let syllables = 8

    /// The words of a name to store, parted by spaces.
    public static func document(_ name: String) -> String {
        let reading = Pinyin.reading(ofName: name).prefix(syllables)
        let sounds = reading.indices.flatMap { start in
            [reading[start...].joined(), Pinyin.initials(reading[start...])]
        }
        return Bigrams.document(([name] + sounds).joined(separator: " "))
    }

    /// The words that a name must all have, what is typed in letters perhaps only a beginning.
    public static func query(_ typed: String) -> [SearchWord] {
        Bigrams.query(typed).map { word in
            let last = word.tokens.last?.utf8.last ?? 0
            let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(last)
            return SearchWord(tokens: word.tokens, isPrefix: word.isPrefix || isLetter)
        }
    }
}
