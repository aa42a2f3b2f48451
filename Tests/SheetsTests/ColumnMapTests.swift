import Testing
import Values

@testable import Sheets

@Suite struct ColumnMapTests {
    static let wanted = [
        WantedColumn("name", Text("姓名", "Name"), synonyms: ["居民姓名", "名字"], isRequired: true),
        WantedColumn(
            "phone", Text("电话", "Phone"), synonyms: ["联系电话", "手机", "手机号", "mobile"], isRequired: true),
        WantedColumn("address", Text("地址", "Address"), synonyms: ["住址", "门牌"]),
    ]

    @Test(arguments: [
        ("姓名", ColumnMap.Ground.exact), ("Name", .exact), ("name", .exact), (" 姓 名 ", .alike),
        ("NAME", .alike),
        ("Ｎａｍｅ", .alike), ("姓名*", .alike), ("*姓名：", .alike), ("姓名（必填）", .alike), ("姓名(必填)", .alike),
        ("姓\u{3000}名", .alike), ("居民姓名", .synonym), ("名字（必填）", .synonym), ("居民_姓名", .synonym),
    ])
    func proposes(_ title: String, _ ground: ColumnMap.Ground) {
        let map = ColumnMap(Self.wanted, in: ["x", title])
        #expect(map.matches["name"] == ColumnMap.Match(column: 1, ground: ground))
        #expect(map.unused == [0])
    }

    @Test(arguments: ["姓", "姓名2", "曾用名", "", "（姓名）的", "*"])
    func leaves(_ title: String) {
        #expect(ColumnMap(Self.wanted, in: [title]).matches["name"] == nil)
    }

    @Test func givesTheSurestGroundFirst() {
        let map = ColumnMap(Self.wanted, in: ["手机", "联系电话", "电话 ", "电话"])
        #expect(map.matches["phone"] == ColumnMap.Match(column: 3, ground: .exact))
        #expect(map.unused == [0, 1, 2])
    }

    @Test func saysWhatIsMissing() {
        let map = ColumnMap(Self.wanted, in: ["地址"])
        #expect(
            map.faults == [
                SheetFault(.missingColumn(Text("姓名", "Name"))),
                SheetFault(.missingColumn(Text("电话", "Phone"))),
            ])
        #expect(map.faults[0].text.chinese == "缺少“姓名”这一列")
    }

    @Test func letsAPersonChoose() {
        var map = ColumnMap(Self.wanted, in: ["姓名", "号码"])
        let rightly = [map.choose(1, for: "phone"), map.choose(0, for: "address")]
        #expect(rightly == [true, true])
        #expect(map.matches["name"] == nil)
        #expect(map.faults == [SheetFault(.missingColumn(Text("姓名", "Name")))])
        let wrongly = [map.choose(2, for: "name"), map.choose(-1, for: "name"), map.choose(0, for: "age")]
        #expect(wrongly == [false, false, false])
        map.choose(nil, for: "address")
        #expect(map.matches == ["phone": ColumnMap.Match(column: 1, ground: .chosen)])
    }

    @Test func readsCellsByTheirMeaning() {
        let map = ColumnMap(Self.wanted, in: ["电话", "姓名"])
        let row = SheetRow(number: 2, cells: ["\u{3000} 138 ", " "])
        #expect(map.cell("phone", in: row) == "138")
        #expect(map.cell("name", in: row) == nil)
        #expect(map.cell("address", in: row) == nil)
        #expect(map.cell("name", in: SheetRow(number: 3, cells: ["1"])) == nil)
    }
}
