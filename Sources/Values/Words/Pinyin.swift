/// The sounds of Chinese names, for finding people by what is typed of them: `zengguofan`, `zgf`.
///
/// Syllables are written in small letters without tones, ü as v. A name's first character, or its first two,
/// are read as the surname they are: 曾 zeng, 单 shan, 仇 qiu, 尉迟 yu chi. Letters and digits among the
/// characters stand as words (numbers without leading zeros); a character without a known sound stands for
/// itself.
///
/// The readings are those of ``SortKey``, so that people are found by the sound they are listed under. A
/// character in a given name gets its commonest sound: 重阳 may be meant as chong, and is read zhong. Limit:
/// the first 60 scalars. Keep the result beside the name: it costs a transform of the whole name.
public enum Pinyin {
    /// The syllables of a person's name, surname first as it stands.
    public static func reading(ofName name: String) -> [String] { words(SortKey.person(name)) }

    /// The syllables of any text, read character by character.
    public static func reading(of text: String) -> [String] { words(SortKey.title(text)) }

    /// The first letters of a person's name: 曾国藩 zgf, 欧阳修 oyx. A syllable without a letter gives none.
    public static func initials(ofName name: String) -> String { initials(reading(ofName: name)) }

    /// The first letters of any text.
    public static func initials(of text: String) -> String { initials(reading(of: text)) }

    static func initials(_ syllables: some Sequence<String>) -> String {
        String(scalars: syllables.compactMap(\.unicodeScalars.first))
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
}
