import Testing

/// Every sentence is said somewhere, and in both languages.
@Suite struct PhraseTests {
    @Test func everySentenceIsWholeInBothLanguages() {
        var breaches: [Breach] = []
        for file in Tree.sources {
            for offset in file.code.offsets(of: "Text(") {
                guard let pair = file.pair(of: offset + 5) else { continue }
                let line = file.line(at: offset)
                if pair.chinese.allSatisfy(\.isWhitespace) || pair.english.allSatisfy(\.isWhitespace) {
                    breaches.append(Breach(file, line, "a language has no words: write them"))
                } else if pair.chinese == pair.english, pair.english.hasChinese {
                    breaches.append(Breach(file, line, "the English is the Chinese: translate it"))
                } else if pair.english.hasChinese, !pair.chinese.hasChinese, pair.chinese != "English" {
                    breaches.append(Breach(file, line, "the languages are in each other's place"))
                }
            }
        }
        expectNone(breaches)
    }

    @Test func everyPhraseIsSaidSomewhere() {
        var breaches: [Breach] = []
        for file in Tree.sources {
            for phrase in file.phrases
            where !Tree.sources.contains(where: { $0.says(phrase.name, not: file) }) {
                let mend = ".\(phrase.name) is said nowhere: say it, or take it out"
                breaches.append(Breach(file, phrase.line, mend))
            }
        }
        expectNone(breaches)
    }

    /// The words that Linli never says to a person, and what it says instead.
    @Test(arguments: [("提交", "送出、说一声"), ("用户", "您、居民"), ("操作", "说出是什么事")])
    func noPhraseSpeaksLikeAMachine(_ word: String, _ instead: String) {
        var breaches: [Breach] = []
        for file in Tree.sources {
            for offset in file.code.offsets(of: "Text(") {
                guard let pair = file.pair(of: offset + 5), pair.chinese.contains(word) else { continue }
                breaches.append(Breach(file, file.line(at: offset), "\(word): say \(instead)"))
            }
        }
        expectNone(breaches)
    }

    @Test(arguments: [
        (#"Text("好", "Fine")"#, "好", "Fine"),
        (#"Text("a\"b", "c")"#, #"a\"b"#, "c"),
        ("Text(\n    \"\",\n    \"x\\(1)\")", "", "x\\(1)"),
    ])
    func aPairIsRead(_ source: String, _ chinese: String, _ english: String) throws {
        let bytes = [UInt8](source.utf8)
        let file = SourceFile(path: "a", bytes: bytes, code: masked(bytes))
        let pair = try #require(file.pair(of: 5))
        #expect(pair.chinese == chinese && pair.english == english)
    }
}

extension StringProtocol {
    fileprivate var hasChinese: Bool { unicodeScalars.contains { (0x4e00...0x9fff).contains($0.value) } }
}

extension SourceFile {
    /// The two texts that stand as arguments from `offset`; nil where there are not two plain ones.
    fileprivate func pair(of offset: Int) -> (chinese: String, english: String)? {
        guard let first = literal(from: offset), bytes[first.end] == UInt8(ascii: ",") else { return nil }
        guard let second = literal(from: first.end + 1), bytes[second.end] == UInt8(ascii: ")") else {
            return nil
        }
        return (first.text, second.text)
    }

    /// The text that opens at `offset` after spaces, and where what follows it begins.
    private func literal(from offset: Int) -> (text: String, end: Int)? {
        var open = offset
        while open < bytes.count, isSpace(bytes[open]) { open += 1 }
        guard open < bytes.count, code[open] == UInt8(ascii: "\"") else { return nil }
        var close = open + 1
        var depth = 0
        // In the masked code a quote closes the text; those of interpolated code stand inside parentheses.
        while close < code.count, depth > 0 || code[close] != UInt8(ascii: "\"") {
            if code[close] == UInt8(ascii: "(") { depth += 1 }
            if code[close] == UInt8(ascii: ")") { depth -= 1 }
            close += 1
        }
        guard close < code.count else { return nil }
        var end = close + 1
        while end < code.count, isSpace(code[end]) { end += 1 }
        guard end < code.count else { return nil }
        return (String(decoding: bytes[(open + 1)..<close], as: UTF8.self), end)
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == newline }

    /// The cases of enums that are a `Phrase`, those of a `CaseIterable` set apart: a loop may say them.
    fileprivate var phrases: [EnumCase] {
        cases { kin in kin.contains("Phrase") && !kin.contains("CaseIterable") }
    }

    /// Whether the file says `.name`; in the file that defines it, the switch over its texts does not count.
    fileprivate func says(_ name: String, not home: SourceFile) -> Bool {
        for offset in code.offsets(of: "." + name) {
            if path != home.path { return true }
            var start = offset
            while start > 0, code[start - 1] != newline { start -= 1 }
            if code.word(at: start) != "case" { return true }
        }
        return false
    }
}
