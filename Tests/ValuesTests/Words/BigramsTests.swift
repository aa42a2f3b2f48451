import Testing

@testable import Values

@Suite struct BigramsTests {
    @Test(arguments: [
        ("路灯坏了3次", "路灯 灯坏 坏了 了 3 次"), ("灯", "灯"), ("19栋3单元", "19 栋 3 单元 元"),
        ("X-1041，Ｗi-Fi", "x 1041 wi fi"), ("", ""), ("！？、", ""), ("電梯", "电梯 梯"), ("Café", "café"),
        ("ｶﾞｽ", "ガス ス"), ("12㎡", "12m2"), ("路\u{200B}灯", "路灯 灯"), ("\"* OR 灯\"", "or 灯"),
        ("\u{F900}", "岂"), ("𠮷野家", "𠮷野 野家 家"), ("１２號樓", "12 号楼 楼"),
        // Numerals stand as digits and as they were written, each stretch once.
        ("二〇二六", "2026 二〇 〇二 二六 六"), ("三號樓路燈", "3 号楼 楼路 路灯 灯 三号 号楼 楼路 路灯 灯"),
        ("一起修，第二次", "一起 起修 修 第 2 次 第二 二次 次"), ("万一", "万一 一"),
    ])
    func documents(text: String, words: String) { #expect(Bigrams.document(text) == words) }

    @Test(arguments: [
        ("灯", ["\"灯\"*"]), ("路灯", ["\"路灯\""]), ("路灯坏", ["\"路灯 灯坏\""]), ("路灯 坏了", ["\"路灯\"", "\"坏了\""]),
        ("3栋", ["\"3 栋\"*"]), ("一栋3单元", ["\"1 栋 3 单元\""]), ("X-1041", ["\"x 1041\""]),
        ("Ｘ－１０４１", ["\"x 1041\""]), ("電梯", ["\"电梯\""]),
        ("十二號樓", ["\"12 号楼\""]), ("三", ["\"三\"*"]),
        ("路灯，坏", ["\"路灯\"", "\"坏\"*"]), ("\"; DROP", ["\"drop\""]), ("***", []),
        ("NEAR(a b)", ["\"near\"", "\"a\"", "\"b\""]),
    ])
    func queries(text: String, phrases: [String]) {
        #expect(Bigrams.query(text).map(\.phrase) == phrases)
    }

    @Test func matches() {
        #expect(Bigrams.query("路灯 修").match == "\"路灯\" AND \"修\"*")
        #expect(Bigrams.query("，").match == nil)
    }

    /// A sign that stands for several has the whole text folded; without one, it is folded scalar by scalar.
    @Test func bothWaysOfFoldingAgree() {
        var source = Dice(seed: 5)
        let common = Array("路燈坏了三號3次xX-1041，。！：；（）“”〇々《》é…ｶ 　\n_./#Ｚ".unicodeScalars)
        for _ in 0..<3000 {
            let scalars = (0..<Int.random(in: 0...9, using: &source)).map { _ in
                common[Int.random(in: common.indices, using: &source)]
            }
            let text = String(String.UnicodeScalarView(scalars))
            #expect(
                Bigrams.document(text + " ㎏").split(separator: " ").filter { $0 != "kg" }
                    == Bigrams.document(text).split(separator: " "))
        }
    }

    /// Whatever stands in a document is found by any piece of it.
    @Test(arguments: [
        "3号楼2单元门口的路灯坏了，X-1041说物业12日来修。", "三號樓電梯停了，在三楼等，一起修", "住在三楼的人说楼道里堆了杂物",
    ])
    func piecesAreFound(text: String) {
        let words = Bigrams.document(text).split(separator: " ").map(String.init)
        let scalars = Array(text.unicodeScalars)
        for start in scalars.indices {
            for end in start..<min(scalars.count, start + 7) {
                let piece = Array(scalars[start...end])
                // Numbers and Latin words are found whole only.
                if cuts(scalars, start - 1, start) || cuts(scalars, end, end + 1) { continue }
                for word in Bigrams.query(String(String.UnicodeScalarView(piece))) {
                    #expect(stands(word, in: words), "\(word.phrase)")
                }
            }
        }
    }

    private func cuts(_ scalars: [Unicode.Scalar], _ a: Int, _ b: Int) -> Bool {
        a >= 0 && b < scalars.count
            && [a, b].allSatisfy { scalars[$0].properties.isASCIIHexDigit || scalars[$0] == "X" }
    }

    private func stands(_ word: SearchWord, in words: [String]) -> Bool {
        words.indices.contains { start in
            word.tokens.enumerated().allSatisfy { offset, token in
                guard start + offset < words.count else { return false }
                let isLast = offset == word.tokens.count - 1
                return isLast && word.isPrefix
                    ? words[start + offset].hasPrefix(token) : words[start + offset] == token
            }
        }
    }

    @Test func bounded() {
        let long = String(repeating: "灯\u{FDFA}", count: 1_000_000)
        #expect(Bigrams.document(long).unicodeScalars.count < 200_000)
        #expect(Bigrams.query(String(repeating: "a ", count: 1000)).count == Bigrams.wordLimit)
    }

    @Test func onlyLettersAndDigits() {
        var source = Dice(seed: 11)
        for _ in 0..<3000 {
            let scalars = (0..<20).compactMap { _ in
                Unicode.Scalar(
                    UInt32.random(in: 0...(Bool.random(using: &source) ? 0x7F : 0x2FFFF), using: &source))
            }
            let text = String(String.UnicodeScalarView(scalars))
            let words =
                Bigrams.query(text).flatMap(\.tokens).joined(separator: " ") + " " + Bigrams.document(text)
            for scalar in words.unicodeScalars where scalar.value < 0x80 {
                #expect(
                    ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == " ", "\(scalar)"
                )
            }
        }
    }
}
