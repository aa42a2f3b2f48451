import Testing

@testable import Values

@Suite struct PinyinTests {
    @Test(arguments: [
        ("曾国藩", "zeng guo fan", "zgf"), ("單雄信", "shan xiong xin", "sxx"), ("仇英", "qiu ying", "qy"),
        ("解缙", "xie jin", "xj"), ("查良镛", "zha liang yong", "zly"), ("朴正熙", "piao zheng xi", "pzx"),
        ("區家麟", "ou jia lin", "ojl"), ("任盈盈", "ren ying ying", "ryy"), ("盖叫天", "ge jiao tian", "gjt"),
        ("尉迟恭", "yu chi gong", "ycg"), ("尉遲恭", "yu chi gong", "ycg"), ("万俟卨", "mo qi xie", "mqx"),
        ("萬俟卨", "mo qi xie", "mqx"), ("长孙无忌", "zhang sun wu ji", "zswj"), ("欧阳修", "ou yang xiu", "oyx"),
        ("覃军", "qin jun", "qj"), ("翟天临", "zhai tian lin", "ztl"), ("卜算子", "bu suan zi", "bsz"),
        ("秘书", "bi shu", "bs"), ("吕布", "lv bu", "lb"), ("乐毅", "yue yi", "yy"), ("员半千", "yun ban qian", "ybq"),
        ("种师道", "chong shi dao", "csd"), ("冼星海", "xian xing hai", "xxh"), ("洗耳恭", "xian er gong", "xeg"),
        ("李长春", "li chang chun", "lcc"), ("乾隆", "qian long", "ql"), ("单于", "shan yu", "sy"),
        ("单于夫", "chan yu fu", "cyf"), ("王小二", "wang xiao er", "wxe"), ("", "", ""),
    ])
    func readsNames(name: String, reading: String, initials: String) {
        #expect(Pinyin.reading(ofName: name) == reading.split(separator: " ").map(String.init))
        #expect(Pinyin.initials(ofName: name) == initials)
    }

    @Test(arguments: [
        ("单位", "dan wei"), ("3号楼", "3 hao lou"), ("A座007室", "a zuo 7 shi"), ("0", "0"), ("曾经", "ceng jing"),
        ("，。", ""), ("Wi-Fi", "wi fi"),
    ])
    func readsTextsAsTheyStand(text: String, reading: String) {
        #expect(Pinyin.reading(of: text) == reading.split(separator: " ").map(String.init))
    }

    /// Any text has a reading: what is strange in it stands for itself or is left out.
    @Test func readsWhateverIsGiven() {
        var dice = Dice(seed: 6)
        for _ in 0..<500 {
            let scalars = (0..<dice.below(6)).compactMap { _ in
                Unicode.Scalar(
                    dice.chance(50) ? UInt32(0x4E00 + dice.below(0x5200)) : UInt32(dice.below(0x3_0000)))
            }
            let name = String(String.UnicodeScalarView(scalars))
            let reading = Pinyin.reading(ofName: name)
            #expect(
                reading.allSatisfy { !$0.isEmpty }
                    && Pinyin.initials(ofName: name).unicodeScalars.count == reading.count)
        }
    }

    @Test func staysWithinItsLimit() {
        #expect(Pinyin.reading(ofName: String(repeating: "王", count: 10_000)).count == 60)
    }
}
