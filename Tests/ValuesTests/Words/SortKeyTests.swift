import Testing

@testable import Values

@Suite struct SortKeyTests {
    @Test(arguments: [
        ("王芳", "wang2王 fang1芳"), ("单建国", "shan4单 jian4建 guo2国"), ("曾丽", "zeng1曾 li4丽"),
        ("吕娜", "lv3吕 na4娜"), ("欧阳明", "ou1欧 yang2阳 ming2明"), ("尉迟敬", "yu4尉 chi2迟 jing4敬"),
        ("Ａnna Wang", "anna wang"), ("", ""), ("🙂王", "wang2王"), ("單雄信", "shan4單 xiong2雄 xin4信"),
        ("卜算子", "bu3卜 suan4算 zi3子"), ("李长春", "li3李 chang2长 chun1春"), ("万俟卨", "mo4万 qi2俟 xie4卨"),
    ])
    func people(name: String, key: String) { #expect(SortKey.person(name) == key) }

    @Test func numbersByValue() {
        let titles = ["12栋", "2栋", "2栋10单元", "2栋9单元", "阿姨", "Z座", "a座"]
        let sorted = titles.sorted {
            bytes(SortKey.title($0)).lexicographicallyPrecedes(bytes(SortKey.title($1)))
        }
        #expect(sorted == ["2栋", "2栋9单元", "2栋10单元", "12栋", "a座", "阿姨", "Z座"])
    }

    @Test func surnamesStayTogether() {
        let names = ["汪刚", "王红", "王芳", "汪洋", "安宁", "张三", "陈静", "曾丽", "單雄", "单红", "仇英", "薄荷"]
        let sorted = names.sorted {
            bytes(SortKey.person($0)).lexicographicallyPrecedes(bytes(SortKey.person($1)))
        }
        #expect(sorted == ["安宁", "薄荷", "陈静", "仇英", "单红", "單雄", "汪刚", "汪洋", "王芳", "王红", "曾丽", "张三"])
    }

    private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    @Test func bounded() {
        #expect(SortKey.person(String(repeating: "王", count: 100_000)).unicodeScalars.count < 600)
    }

    @Test func holdsAcrossTasks() async {
        let keys = await withTaskGroup(of: String.self) { group in
            for _ in 0..<64 { group.addTask { SortKey.person("单雄信") } }
            return await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(keys == ["shan4单 xiong2雄 xin4信"])
    }
}
