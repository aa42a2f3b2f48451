import Values

/// The sounds of Chinese names, for finding people by what is typed of them: `zengguofan`, `zgf`.
///
/// Syllables are written in small letters without tones, ü as v. A name's first character, or its first two,
/// are read as the surname they are: 曾 zeng, 单 shan, 仇 qiu, 尉迟 yu chi. Letters and digits among the
/// characters stand as words (numbers without leading zeros); a character without a known sound stands for
/// itself.
///
/// Readings come from ICU's `Han-Latin` and the surnames of `SortKey`; those it lacks are listed here, after
/// *Xiandai Hanyu Cidian*. A character in a given name gets its commonest sound: 重阳 may be meant as chong,
/// and is read zhong. Limit: the first 60 scalars. Keep the result beside the name: it costs a transform of
/// the whole name.
public enum Pinyin {
    /// The syllables of a person's name, surname first as it stands.
    public static func reading(ofName name: String) -> [String] {
        var syllables = reading(of: name)
        let start = simplifiedStart(name)
        let isSimplified = name.unicodeScalars.starts(with: start.unicodeScalars)
        let asText = isSimplified ? Array(syllables.prefix(3)) : words(SortKey.title(start))
        let asName = words(SortKey.person(start))
        for (index, pair) in zip(asName, asText).enumerated()
        where pair.0 != pair.1 && index < syllables.count {
            syllables[index] = pair.0
        }
        if let first = start.unicodeScalars.first, asName.first == asText.first, let other = surnames[first] {
            syllables[0] = other
        }
        for (index, scalar) in name.unicodeScalars.enumerated().dropFirst() {
            guard index < syllables.count, syllables.count == name.unicodeScalars.count else { break }
            if let other = givenNames[scalar] { syllables[index] = other }
        }
        return syllables
    }

    /// The syllables of any text, read character by character.
    public static func reading(of text: String) -> [String] { words(SortKey.title(text)) }

    /// The first letters of a person's name: 曾国藩 zgf, 欧阳修 oyx. A syllable without a letter gives none.
    public static func initials(ofName name: String) -> String { initials(reading(ofName: name)) }

    /// The first letters of any text.
    public static func initials(of text: String) -> String { initials(reading(of: text)) }

    private static func initials(_ syllables: [String]) -> String {
        var letters = String.UnicodeScalarView()
        for syllable in syllables {
            if let first = syllable.unicodeScalars.first { letters.append(first) }
        }
        return String(letters)
    }

    /// The first three characters, in which a surname shows; traditional ones as their simplified forms.
    private static func simplifiedStart(_ name: String) -> String {
        var start = String.UnicodeScalarView()
        for scalar in name.unicodeScalars.prefix(3) {
            let folded = FoldTable.shared[scalar]
            guard folded.isHan, let plain = Unicode.Scalar(folded.scalar) else { break }
            start.append(plain)
        }
        return String(start)
    }

    /// The syllables in a sort key, whose words are a sound, a tone and a character, or a word in itself.
    private static func words(_ key: String) -> [String] {
        key.split(separator: " ").map { word in
            let scalars = Array(word.unicodeScalars)
            guard let last = scalars.last, last.properties.isIdeographic else {
                let bare = word.drop { $0 == "0" }
                return String(bare.isEmpty ? word.suffix(1) : bare)
            }
            let sound = word.utf8.prefix { (0x61...0x7A).contains($0) }
            return sound.isEmpty ? String(last) : String(decoding: sound, as: UTF8.self)
        }
    }

    /// Surnames with a sound of their own that `SortKey` does not list.
    private static let surnames: [Unicode.Scalar: String] = [
        "卜": "bu", "秘": "bi", "粘": "nian", "么": "yao", "适": "kuo", "祭": "zhai", "句": "gou", "郇": "xun",
        "乜": "nie", "都": "du", "薄": "bo", "藏": "zang", "繁": "po", "炅": "gui",
    ]

    /// Characters read otherwise in given names than alone.
    private static let givenNames: [Unicode.Scalar: String] = ["长": "chang", "長": "chang", "晟": "sheng"]
}
