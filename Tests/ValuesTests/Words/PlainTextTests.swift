import Testing

@testable import Values

@Suite struct PlainTextTests {
    @Test(arguments: [
        ("三號樓", "3号楼"), ("３號楼", "3号楼"), ("ＷｉＦｉ信號", "wifi信号"), ("路灯坏了！！修？", "路灯坏了 修"),
        ("臺灣檯燈", "台湾台灯"), ("乾隆", "干隆"), ("著名", "着名"), ("㎡①", "m21"), ("", ""), ("，。！", ""),
        ("Cafe\u{301}", "café"), ("路\u{200B}灯\u{FEFF}", "路灯"), ("ｶﾞｽ", "ガス"),
        ("\u{1112}\u{1161}\u{11AB}", "한"),
        ("灯\u{20DD}坏", "灯坏"), ("🙂灯🙂", "灯"), ("X-1041", "x 1041"), ("𠮷野家", "𠮷野家"),
    ])
    func folds(text: String, plain: String) { #expect(PlainText.string(text) == plain) }

    @Test(arguments: [
        ("三号楼", "3号楼"), ("第十二届", "第12届"), ("二十三栋", "23栋"), ("一百零五室", "105室"), ("两个人", "2个人"),
        ("二〇二六年", "2026年"), ("一九九八", "1998"), ("一百二十", "120"), ("十楼", "10楼"), ("三千零五十米", "3050米"),
        ("十万块", "100000块"), ("一万零三元", "10003元"), ("两亿三千万", "230000000"), ("第一", "第1"), ("一层", "1层"),
        ("一起", "一起"), ("一个", "一个"), ("万一", "万一"), ("千万", "千万"), ("三四个", "三四个"), ("三千五", "三千五"),
        ("二三十", "二三十"), ("三三两两", "三三两两"), ("十分", "十分"), ("百货", "百货"), ("一百零", "一百零"), ("零百", "零百"),
        ("十十", "十十"), ("百万", "百万"), ("五万亿", "五万亿"), ("王五", "王五"),
    ])
    func spellsNumeralsWhereSafe(text: String, plain: String) { #expect(PlainText.string(text) == plain) }

    /// Every number written as it is said comes back as its digits.
    @Test func readsEveryNumberItIsSaid() {
        for number in Array(10...12_000) + stride(from: 12_001, to: 99_999_999, by: 777_773) {
            #expect(PlainText.string("第" + said(number)) == "第\(number)")
        }
    }

    /// Plain texts stay plain.
    @Test func foldingTwiceIsFoldingOnce() {
        var dice = Dice(seed: 3)
        let odd = Array(
            "路燈壞了3次x-1041，。Ａé\u{301}㎡①ｶﾞ\u{FF9E}\u{200D}🙂臺灣二十三第一个 \n\u{1112}\u{1161}ﷺẞİ".unicodeScalars)
        for _ in 0..<3000 {
            let text = String(
                String.UnicodeScalarView((0..<dice.below(12)).map { _ in odd[dice.below(odd.count)] }))
            let plain = PlainText.string(text)
            #expect(PlainText.string(plain) == plain, "\(text.debugDescription)")
        }
    }

    /// Threads that meet a scalar for the first time together agree on it.
    @Test func isFoldedFromManyThreads() async {
        let texts = (0..<64).map { place in
            String(
                String.UnicodeScalarView(
                    (0..<200).compactMap { Unicode.Scalar(0x7000 + UInt32($0 * 50 + place % 8)) }))
        }
        let plains = await withTaskGroup(of: (Int, String).self) { group in
            for (place, text) in texts.enumerated() { group.addTask { (place, PlainText.string(text)) } }
            return await group.reduce(into: [Int: String]()) { $0[$1.0] = $1.1 }
        }
        for (place, text) in texts.enumerated() { #expect(plains[place] == PlainText.string(text)) }
    }

    @Test func looksAtNoMoreThanItsLimit() {
        let long = String(repeating: "灯", count: PlainText.limit + 100)
        #expect(PlainText.string(long).unicodeScalars.count == PlainText.limit)
        let unfolding = String(repeating: "\u{FDFA}", count: PlainText.limit)
        #expect(PlainText.string(unfolding).unicodeScalars.count <= PlainText.limit)
    }

    private func said(_ number: Int) -> String {
        let big = number / 10_000, rest = number % 10_000
        guard big > 0 else { return section(rest, isFirst: true) }
        let zero = rest > 0 && rest < 1000 ? "零" : ""
        return section(big, isFirst: true) + "万" + (rest > 0 ? zero + section(rest, isFirst: false) : "")
    }

    private func section(_ number: Int, isFirst: Bool) -> String {
        let names = Array("零一二三四五六七八九")
        var text = "", hasGap = false
        for (place, sign) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = number / place % 10
            if digit == 0 {
                hasGap = !text.isEmpty
                continue
            }
            if hasGap { text += "零" }
            hasGap = false
            let isBareTen = isFirst && place == 10 && digit == 1 && text.isEmpty
            text += (isBareTen ? "" : String(names[digit])) + sign
        }
        return text
    }
}
