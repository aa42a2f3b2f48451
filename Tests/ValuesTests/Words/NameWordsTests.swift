import Testing

@testable import Values

@Suite struct NameWordsTests {
    @Test(arguments: [
        ("曾国藩", "曾国 国藩 藩 zengguofan zgf guofan gf fan f"), ("单红", "单红 红 shanhong sh hong h"),
        ("Anna Wang", "anna wang annawang aw wang w"), ("", ""),
    ])
    func storesCharactersSoundsAndLetters(name: String, words: String) {
        #expect(NameWords.document(name) == words)
    }

    @Test(arguments: [
        (
            "曾国藩",
            ["曾", "国藩", "曾國藩", "藩", "zeng", "ZENG", "zengguofan", "zeng guofan", "zg", "gf", "guof", "ｚｇｆ"]
        ),
        ("單雄信", ["单", "單雄信", "雄信", "shan", "sxx", "xin"]), ("欧阳修", ["欧阳", "歐陽", "oyx", "yangxiu"]),
        ("Anna Wang", ["ann", "wang", "aw"]),
    ])
    func isFoundBy(name: String, typed: [String]) {
        for text in typed { #expect(Self.finds(text, name), "\(text) finds \(name)") }
    }

    @Test(arguments: [
        ("曾国藩", ["ceng", "engguo", "国曾", "zf", "曾藩", "3"]), ("单红", ["dan", "dh", "红单"]), ("王芳", ["", "，"]),
    ])
    func isNotFoundBy(name: String, typed: [String]) {
        for text in typed { #expect(!Self.finds(text, name), "\(text) finds \(name)") }
    }

    @Test func isBounded() {
        #expect(NameWords.document(String(repeating: "王", count: 10_000)).utf8.count < 100_000)
    }

    /// As the engines find it: every condition, its tokens next to one another.
    private static func finds(_ typed: String, _ name: String) -> Bool {
        let words = NameWords.document(name).split(separator: " ").map(String.init)
        let query = NameWords.query(typed)
        return !query.isEmpty
            && query.allSatisfy { word in
                words.indices.contains { start in
                    word.tokens.enumerated().allSatisfy { offset, token in
                        guard start + offset < words.count else { return false }
                        let isLast = offset == word.tokens.count - 1
                        return isLast && word.isPrefix
                            ? words[start + offset].hasPrefix(token) : words[start + offset] == token
                    }
                }
            }
    }
}
