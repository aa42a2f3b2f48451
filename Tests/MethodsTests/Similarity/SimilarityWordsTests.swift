import Methods
import Testing
import Values

@Suite struct SimilarityWordsTests {
    @Test func looksUpTheTellingOnesFirst() {
        let words = SimilarityWords.lookup("我们的鹦鹉飞了")
        #expect(words.first?.word.tokens == ["鹦鹉"])
        #expect(Set(words.suffix(2).map(\.word.tokens)) == [["我们"], ["们的"]])
        #expect(words.map(\.weight) == words.map(\.weight).sorted(by: >))
        #expect(SimilarityWords.lookup("我们的鹦鹉飞了", limit: 2).count == 2)
        #expect(SimilarityWords.lookup("灯").map(\.word.phrase) == ["\"灯\"*"])
        #expect(SimilarityWords.lookup("路灯").anyMatch == "\"路灯\"")
        #expect(SimilarityWords.lookup("鹦鹉，鹦鹉灯").anyMatch == "\"鹦鹉\" OR \"鹉灯\"")
        #expect(SimilarityWords.lookup("，").anyMatch == nil)
    }

    /// Nothing typed leaves its quotes.
    @Test(arguments: ["\"灯 OR *", "a\" OR \"b", "NEAR(灯)", "灯'; DROP", "\u{0}灯", "words : x"])
    func holdsLettersAndDigitsOnly(text: String) {
        for word in SimilarityWords.lookup(text) {
            #expect(
                word.word.tokens.allSatisfy {
                    $0.unicodeScalars.allSatisfy(\.properties.isAlphabetic)
                })
        }
    }

    /// Of texts that share a pair or a word, every one is looked up.
    @Test func missesNoSharedWord() {
        var source = TextDice(seed: 4)
        for _ in 0..<500 {
            let one = source.text(), other = source.text()
            let stored = Set(Bigrams.document(other).split(separator: " ").map(String.init))
            let asked = SimilarityWords.lookup(one, limit: 100).flatMap(\.word.tokens).filter {
                $0.count > 1
            }
            let hasPair = !Set(Bigrams.document(one).split(separator: " ").map(String.init))
                .intersection(stored).filter { $0.count > 1 }.isEmpty
            #expect(asked.contains(where: stored.contains) == hasPair)
        }
    }

    @Test func scorerIsACosineOfItsOwn() {
        let scorer = SimilarityScorer("三号楼的路灯坏了")
        #expect(scorer.score("3号樓的路燈壞了") == 1)
        #expect(scorer.score("") == 0 && SimilarityScorer("").score("") == 0)
        let near = scorer.score("三号楼路灯不亮"), far = scorer.score("物业费涨价的事")
        #expect(near > SimilarityIndex.offered && far < SimilarityIndex.offered / 2)
        #expect(SimilarityScorer("三号楼路灯不亮").score("三号楼的路灯坏了") == near)
    }

    @Test func scorerOrdersWhatCameBack() {
        let texts = [(9, "路灯坏了"), (4, "路灯坏了"), (6, "电梯坏了"), (2, "物业")]
        let scorer = SimilarityScorer("路灯坏了")
        #expect(scorer.candidates(among: texts).map(\.number) == [4, 9, 6])
        #expect(scorer.candidates(among: texts, order: .newest).map(\.number) == [9, 6, 4])
        #expect(scorer.candidates(among: texts, limit: 1, atLeast: 0.9, order: .newest).map(\.number) == [9])
        #expect(scorer.candidates(among: texts.reversed()) == scorer.candidates(among: texts))
    }
}

@Suite struct TextLinesTests {
    @Test(arguments: [
        ("a\nb", ["a", "b"]), ("a\nb\n", ["a", "b"]), ("\n\n", ["", ""]), ("", []),
        ("a\r\n\r\nb", ["a", "", "b"]),
        ("\u{FEFF}灯\n", ["灯"]), ("a\u{2028}b", ["a\u{2028}b"]),
    ])
    func reads(text: String, lines: [String]) throws {
        #expect(try TextLines.read(Array(text.utf8)) == lines)
    }

    @Test func namesTheLineThatIsNotUTF8() {
        #expect(throws: InputFault("expected UTF-8", line: 2)) {
            try TextLines.read([0x61, 0x0A, 0xFF, 0x0A])
        }
        #expect(throws: InputFault("expected UTF-8", line: 1)) { try TextLines.read([0xED, 0xA0, 0x80]) }
    }

    /// Any bytes are read or refused by a line that is there, and what is read can be searched.
    @Test func anyBytesAreReadOrRefused() {
        var dice = Dice(seed: 8)
        for _ in 0..<2000 {
            let bytes = (0..<dice.below(40)).map { _ in
                dice.chance(30) ? UInt8(dice.below(256)) : Array("灯\n了".utf8)[dice.below(7)]
            }
            do {
                let lines = try TextLines.read(bytes)
                #expect(
                    lines.count == bytes.split(separator: 10, omittingEmptySubsequences: false).count
                        - (bytes.last == 10 || bytes.isEmpty ? 1 : 0))
                #expect(SimilarityIndex(lines).count == lines.count)
            } catch {
                #expect((1...bytes.count).contains(error.line ?? 0))
            }
        }
    }
}
