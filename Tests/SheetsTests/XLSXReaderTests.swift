import Testing
import Values

@testable import Sheets

@Suite struct XLSXReaderTests {
    static let header = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c></row>"

    /// The text that one cell under the heading `a` comes out as.
    static func cell(
        _ xml: String, strings: String? = nil, styles: String? = nil, workbook: String = ""
    ) throws -> Table {
        let rows = header + "<row r=\"2\">\(xml)</row>"
        return try Table(
            reading: Packing(rows: rows, strings: strings, styles: styles, workbook: workbook).zipped())
    }

    @Test(arguments: [
        ("<c t=\"inlineStr\"><is><t>王</t></is></c>", "王"),
        (
            "<c t=\"inlineStr\"><is><r><t>王</t></r><r><rPr/><t xml:space=\"preserve\"> 五</t></r></is></c>",
            "王 五"
        ),
        ("<c t=\"str\"><f>A1&amp;B1</f><v>x&amp;y</v></c>", "x&y"),
        ("<c t=\"str\"><f>A1</f><v></v></c>", ""),
        ("<c><v>42</v></c>", "42"),
        ("<c t=\"n\"><v>-7</v></c>", "-7"),
        ("<c><v>13800138000</v></c>", "13800138000"),
        ("<c><v>1.3800138E10</v></c>", "13800138000"),
        ("<c><v>0.30000000000000004</v></c>", "0.3"),
        ("<c><v>86.150000000000006</v></c>", "86.15"),
        ("<c><v>1.0</v></c>", "1"),
        ("<c><v>007</v></c>", "7"),
        ("<c><f>1+1</f><v>2</v></c>", "2"),
        ("<c t=\"b\"><v>1</v></c>", "TRUE"),
        ("<c t=\"b\"><v>0</v></c>", "FALSE"),
        ("<c t=\"d\"><v>2024-02-29</v></c>", "2024-02-29"),
        ("<c t=\"d\"><v>2024-02-29T08:30:00Z</v></c>", "2024-02-29 08:30"),
        ("<c t=\"inlineStr\"><is><t>a_x000D_&#10;b_x000D_c</t></is></c>", "a\nb\nc"),
        ("<c t=\"inlineStr\"><is><t>_x005F_x0041_ _x4E00_ _x12_</t></is></c>", "_x0041_ 一 _x12_"),
        ("<c t=\"inlineStr\"><is><t><![CDATA[<b>]]></t></is></c>", "<b>"),
        ("<c r=\"A2\"/><!-- a remark --><c r=\"B2\"/>", ""),
        ("<c t=\"inlineStr\"><is><t>=1+1</t></is></c>", "=1+1"),
    ])
    func reads(_ xml: String, _ text: String) throws {
        let table = try Self.cell(xml)
        #expect(table.texts == (text.isEmpty ? [] : [[text]]))
        #expect(table.faults.isEmpty)
    }

    @Test(arguments: [
        ("<c><v>370102199001011234</v></c>", SheetFault.Kind.digitsLost),
        ("<c><v>3.7010219900101E+17</v></c>", .digitsLost),
        ("<c><v>nan</v></c>", .notANumber),
        ("<c><v>0x10</v></c>", .notANumber),
        ("<c><v>1e999</v></c>", .notANumber),
        ("<c t=\"e\"><v>#N/A</v></c>", .errorValue("#N/A")),
        ("<c><f>SUM(B1:B9)</f></c>", .formulaWithoutValue),
        ("<c t=\"d\"><v>2023-02-29</v></c>", .notADate),
        ("<c t=\"d\"><v>yesterday</v></c>", .notADate),
        ("<c s=\"1\"><v>60</v></c>", .notADate),
        ("<c s=\"1\"><v>-1</v></c>", .notADate),
        ("<c s=\"1\"><v>9e9</v></c>", .notADate),
        ("<c t=\"inlineStr\"><is><t>_x0007_</t></is></c>", .controlCharacter),
    ])
    func notesTheFaultOfACell(_ xml: String, _ kind: SheetFault.Kind) throws {
        let table = try Self.cell(xml, styles: "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>")
        #expect(table.faults == [SheetFault(kind, row: 2, column: 1)])
        #expect(table.rows.isEmpty)
    }

    @Test func readsSharedAndRichStrings() throws {
        let strings = """
            <si><t>一</t></si><si><r><t>二</t></r><r><t xml:space="preserve"> 三</t></r></si>\
            <si><t>四</t><rPh sb="0" eb="1"><t>シ</t></rPh></si><si/>
            """
        let xml = (0..<4).map { "<c r=\"A\($0 + 2)\" t=\"s\"><v>\($0)</v></c>" }
        let rows = xml.enumerated().map { "<row r=\"\($0 + 2)\">\($1)</row>" }.joined()
        let table = try Table(reading: Packing(rows: Self.header + rows, strings: strings).zipped())
        #expect(table.texts == [["一"], ["二 三"], ["四"]])
        #expect(throws: SheetFault(.damaged, row: 2, column: 1)) {
            try Self.cell("<c t=\"s\"><v>4</v></c>", strings: strings)
        }
        #expect(throws: SheetFault(.damaged, row: 2, column: 1)) {
            try Self.cell("<c t=\"s\"><v>-1</v></c>", strings: strings)
        }
    }

    @Test(arguments: [
        (14, "", "1", "1900-01-01"), (14, "", "59", "1900-02-28"), (14, "", "61", "1900-03-01"),
        (14, "", "45351", "2024-02-29"), (22, "", "45351.354166666664", "2024-02-29 08:30"),
        (22, "", "45351.374999999997", "2024-02-29 09:00"), (14, "", "2958465", "9999-12-31"),
        (31, "", "45351", "2024-02-29"), (164, "m/d", "45351", "2024-02-29"), (164, "h:mm", "0.75", "18:00"),
        (164, "h:mm", "45351.75", "2024-02-29 18:00"), (164, "yyyy-mm-dd hh:mm", "45351", "2024-02-29"),
        (58, "", "45351", "2024-02-29"), (20, "", "0.5", "12:00"),
        (46, "", "1.5", "36:00"), (164, "yyyy\"年\"m\"月\"d\"日\";@", "45351", "2024-02-29"),
        (164, "[$-804]aaaa;@", "45351", "45351"), (164, "[$-804]yyyy/m/d", "45351", "2024-02-29"),
        (164, "[h]:mm", "1.25", "30:00"), (164, "0.00\"days\"", "1.5", "1.5"), (164, "[Red]0.00", "2", "2"),
        (164, "General", "3", "3"), (164, "0.00E+00", "5", "5"), (164, "\\d0", "6", "6"),
        (0, "", "45351", "45351"),
    ])
    func readsDatesByTheirFormat(_ id: Int, _ code: String, _ value: String, _ text: String) throws {
        let escaped = code.replacing("\"", with: "&quot;")
        let styles = """
            <numFmts><numFmt numFmtId="164" formatCode="\(escaped)"/></numFmts>\
            <cellStyleXfs><xf numFmtId="1"/></cellStyleXfs>\
            <cellXfs><xf numFmtId="0"/><xf numFmtId="\(id)"/></cellXfs>
            """
        #expect(try Self.cell("<c s=\"1\"><v>\(value)</v></c>", styles: styles).texts == [[text]])
    }

    @Test(arguments: [
        ("0", "1904-01-01"), ("1", "1904-01-02"), ("43889", "2024-02-29"), ("43889.75", "2024-02-29 18:00"),
    ])
    func countsFrom1904(_ value: String, _ text: String) throws {
        let styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"
        let table = try Self.cell(
            "<c s=\"1\"><v>\(value)</v></c>", styles: styles, workbook: "<workbookPr date1904=\"1\"/>")
        #expect(table.texts == [[text]])
    }

    @Test func tellsATimeOfDayFromTheFirstDayOf1904() throws {
        let styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"20\"/></cellXfs>"
        let table = try Self.cell(
            "<c s=\"1\"><v>0.5</v></c>", styles: styles, workbook: "<workbookPr date1904=\"1\"/>")
        #expect(table.texts == [["12:00"]])
    }

    @Test func placesCellsWithAndWithoutNames() throws {
        let rows = """
            <row><c t="inlineStr"><is><t>a</t></is></c><c/><c t="inlineStr"><is><t>c</t></is></c></row>\
            <row><c><v>1</v></c><c/><c><v>3</v></c></row><row/>\
            <row r="7"><c r="C7"><v>9</v></c></row><row><c><v>4</v></c></row>
            """
        let table = try Table(reading: Packing(rows: rows).zipped())
        #expect(table.header == ["a", "", "c"])
        #expect(
            table.rows == [
                SheetRow(number: 2, cells: ["1", "", "3"]), SheetRow(number: 7, cells: ["", "", "9"]),
                SheetRow(number: 8, cells: ["4", "", ""]),
            ])
    }

    @Test func readsElementsWithAPrefix() throws {
        var packing = Packing(rows: "")
        packing[parts: "xl/worksheets/sheet1.xml"] = """
            <x:worksheet xmlns:x="\(Packing.main)"><x:sheetData>\
            <x:row><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c>\
            </x:row><x:row><x:c><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>
            """
        #expect(try Table(reading: packing.zipped()).texts == [["5"]])
    }

    @Test func choosesTheSheet() throws {
        var packing = Packing(rows: Self.header)
        packing[parts: "xl/workbook.xml"] = """
            <workbook xmlns="\(Packing.main)" xmlns:r="\(Packing.office)"><sheets>\
            <sheet name="旧" state="hidden" r:id="rId1"/><sheet name="图" r:id="rId9"/>\
            <sheet name="一" r:id="rId1"/><sheet name="二" r:id="rId2"/></sheets></workbook>
            """
        packing[parts: "xl/_rels/workbook.xml.rels"] = Packing.relations([
            ("rId1", "worksheet", "worksheets/sheet1.xml"),
            ("rId2", "worksheet", "worksheets/../worksheets/b.xml"),
            ("rId9", "chartsheet", "chartsheets/sheet1.xml"),
        ])
        packing[parts: "xl/worksheets/b.xml"] =
            "<worksheet><sheetData><row><c t=\"str\"><v>b</v></c></row></sheetData></worksheet>"
        let bytes = try packing.zipped()
        #expect(try XLSXReader().sheetNames(bytes) == ["一", "二"])
        #expect(try XLSXReader().table(bytes).header == ["a"])
        #expect(try XLSXReader(sheet: "二").table(bytes).header == ["b"])
        #expect(throws: SheetFault(.sheetMissing("三"))) { try XLSXReader(sheet: "三").table(bytes) }
        #expect(throws: SheetFault(.sheetMissing("旧"))) { try XLSXReader(sheet: "旧").table(bytes) }
    }
}

@Suite struct SheetLayoutTests {
    private static func text(_ place: String, _ text: String) -> String {
        "<c r=\"\(place)\" t=\"str\"><v>\(text)</v></c>"
    }

    private static func merges(_ ranges: String...) -> String {
        "<mergeCells>" + ranges.map { "<mergeCell ref=\"\($0)\"/>" }.joined() + "</mergeCells>"
    }

    @Test func passesOverTheTitleAndJoinsATallHeader() throws {
        let t = Self.text
        let rows = """
            <row r="1">\(t("A1", "居民登记表"))</row>\
            <row r="3">\(t("A3", "姓名"))\(t("B3", "本人"))\(t("D3", "家人"))</row>\
            <row r="4">\(t("B4", "电话"))\(t("C4", "年龄"))\(t("D4", "电话"))</row>\
            <row r="5">\(t("A5", "王"))\(t("B5", "1"))\(t("C5", "2"))\(t("D5", "3"))</row>
            """
        let after = Self.merges("A1:D1", "A3:A4", "B3:C3")
        let table = try Table(reading: Packing(rows: rows, after: after).zipped())
        #expect(table.header == ["姓名", "本人 电话", "年龄", "家人 电话"])
        #expect(table.rows == [SheetRow(number: 5, cells: ["王", "1", "2", "3"])])
    }

    @Test func keepsAWideHeadingOverItsFirstColumn() throws {
        let t = Self.text
        let rows =
            "<row r=\"1\">\(t("A1", "名"))\(t("B1", "址"))</row>"
            + "<row r=\"2\">\(t("A2", "王"))\(t("B2", "3号"))</row>"
        let table = try Table(reading: Packing(rows: rows, after: Self.merges("B1:C1", "B2:C2")).zipped())
        #expect(table.header == ["名", "址"])
        #expect(table.texts == [["王", "3号"]])
    }

    @Test func carriesMergedTextsDown() throws {
        let t = Self.text
        let rows = """
            <row r="1">\(t("A1", "楼"))\(t("B1", "户"))</row>\
            <row r="2">\(t("A2", "1号楼"))\(t("B2", "101"))</row>\
            <row r="3">\(t("B3", "102"))</row><row r="4"/>\
            <row r="5">\(t("B5", "104"))</row><row r="6">\(t("B6", "105"))</row>
            """
        let table = try Table(reading: Packing(rows: rows, after: Self.merges("A2:A5")).zipped())
        #expect(table.texts == [["1号楼", "101"], ["1号楼", "102"], ["1号楼", "104"], ["", "105"]])
    }

    /// The ranges stand behind the rows, so they are looked for ahead of them, across the pieces of the
    /// stream.
    @Test func findsRangesWhereverTheStreamIsCut() throws {
        let count = 4_000
        let ranges = (0..<count).map { "<mergeCell  ref = 'A\($0 * 2 + 2):A\($0 * 2 + 3)' />" }.joined()
        let decoy = Self.text("A1", "mergeCell ref=&quot;A1:Z9&quot; mergeCell ref=\"A1:B9\">")
        let packing = Packing(
            rows: "<row r=\"1\">\(decoy)</row>", after: "<mergeCells>\(ranges)</mergeCells>")
        let merges = try Merges("xl/worksheets/sheet1.xml", of: Archive(packing.zipped(), limits: .standard))
        #expect(merges.startingAt.count == count)
        #expect(merges.startingAt.values.allSatisfy { $0.count == 1 })
    }
}

@Suite struct HostileXLSXTests {
    private static let sheet = "xl/worksheets/sheet1.xml"

    private static func damage(_ change: (inout Packing) -> Void) throws -> [UInt8] {
        var packing = Packing(rows: XLSXReaderTests.header, strings: "<si><t>x</t></si>")
        change(&packing)
        return try packing.zipped()
    }

    @Test(arguments: [
        "<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet><sheetData/></worksheet>",
        "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><worksheet/>",
        "<?xml version=\"1.0\"?>\n<!-- c --><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///x\">]><x>&a;</x>",
        "<worksheet><!ELEMENT x ANY></worksheet>",
    ])
    func refusesDeclarations(_ xml: String) throws {
        for part in [
            Self.sheet, "xl/sharedStrings.xml", "xl/workbook.xml", "_rels/.rels",
            "xl/_rels/workbook.xml.rels",
        ] {
            let bytes = try Self.damage { $0[parts: part] = xml }
            #expect(throws: SheetFault(.unsafeXML), "\(part)") { try Table(reading: bytes) }
        }
    }

    @Test(arguments: [
        "", "x", "<worksheet>", "<worksheet></sheet>", "<worksheet/><worksheet/>",
        "<worksheet>&a;</worksheet>",
        "<worksheet a='1' a='2'/>", "<worksheet>\u{0}</worksheet>",
        "<?xml version=\"1.0\" encoding=\"UTF-7\"?><worksheet/>",
        "<?xml version='1.0' encoding='utf-16'?><worksheet/>", "<worksheet>\u{1}</worksheet>",
        "<worksheet><sheetData><row r=\"2\"/><row r=\"2\"/></sheetData></worksheet>",
        "<worksheet><sheetData><row r=\"-1\"/></sheetData></worksheet>",
        "<worksheet><sheetData><row r=\"99999999999999999999\"/></sheetData></worksheet>",
    ])
    func refusesDamagedXML(_ xml: String) throws {
        let bytes = try Self.damage { $0[parts: Self.sheet] = xml }
        #expect(throws: SheetFault(.damaged)) { try Table(reading: bytes) }
    }

    @Test(arguments: [
        "B1", "A2", "1A", "XFE1", "A1048577", "A99999999999999999999", "AAAAAAAAAAAAAAAAAAAAAAAA1", "", "a1",
        "$A$1",
    ])
    func refusesMisplacedCells(_ name: String) throws {
        let row = "<row r=\"1\"><c r=\"\(name)\" t=\"str\"><v>x</v></c></row>"
        let bytes = try Packing(rows: row).zipped()
        if name == "B1" { return #expect(try Table(reading: bytes).header == ["", "x"]) }
        #expect(throws: SheetFault(.damaged, row: 1)) { try Table(reading: bytes) }
    }

    @Test func refusesInvalidUTF8() throws {
        let bytes = try Self.damage { packing in
            packing.parts.removeAll { $0.name == Self.sheet }
            packing.parts.append(
                (Self.sheet, Array("<worksheet><!--".utf8) + [0xFF, 0xC0] + Array("--></worksheet>".utf8)))
        }
        #expect(throws: SheetFault(.damaged)) { try Table(reading: bytes) }
    }

    @Test func refusesWhatIsNoSheet() throws {
        let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        let mark = "EncryptedPackage".utf8.flatMap { [$0, UInt8(0)] }
        #expect(throws: SheetFault(.oldFormat)) {
            try Table(reading: compound + [UInt8](repeating: 0, count: 600))
        }
        #expect(throws: SheetFault(.encrypted)) { try Table(reading: compound + [1, 2, 3] + mark) }
        #expect(throws: SheetFault(.damaged)) { try Table(reading: [0x50, 0x4B, 3, 4]) }
        #expect(throws: SheetFault(.notATable)) { try XLSXReader().table(Array("a,b\n".utf8)) }
        #expect(throws: SheetFault(.empty)) { try XLSXReader().table([]) }
        let document = try Self.damage { $0.parts = [("a.txt", [1])] }
        #expect(throws: SheetFault(.notATable)) { try Table(reading: document) }
        let sheetless = try Self.damage { $0[parts: "xl/workbook.xml"] = "<workbook><sheets/></workbook>" }
        #expect(throws: SheetFault(.noSheet)) { try Table(reading: sheetless) }
        let missing = try Self.damage { $0.parts.removeAll { $0.name == Self.sheet } }
        #expect(throws: SheetFault(.damaged)) { try Table(reading: missing) }
        #expect(throws: SheetFault(.empty)) { try Table(reading: Packing(rows: "").zipped()) }
    }

    @Test func refusesBombsByWhatTheyDeclareAndByWhatTheyAre() throws {
        let packing = Packing(rows: XLSXReaderTests.header)
        let huge: [UInt8] = [0, 0, 0, 0x40]
        #expect(throws: SheetFault(.unpacksTooBig)) {
            try Table(reading: packing.zipped(Self.sheet, at: 24, huge))
        }
        #expect(throws: SheetFault(.encrypted)) {
            try Table(reading: packing.zipped(Self.sheet, at: 8, [1, 0]))
        }
        let blown = try Self.damage {
            $0[parts: Self.sheet] = "<worksheet>" + String(repeating: " ", count: 4 << 20) + "</worksheet>"
        }
        #expect(throws: SheetFault(.unpacksTooBig)) { try Table(reading: blown) }
        // A small declared size does not open the door for more.
        let lying = try Self.damage {
            $0[parts: Self.sheet] = "<worksheet>" + String(repeating: " ", count: 100_000) + "</worksheet>"
        }
        var limits = SheetLimits()
        limits.partBytes = 50_000
        #expect(throws: SheetFault(.unpacksTooBig)) { try Table(reading: lying, limits: limits) }
        limits = SheetLimits()
        limits.entries = 3
        #expect(throws: SheetFault(.unpacksTooBig)) { try Table(reading: packing.zipped(), limits: limits) }
        limits.fileBytes = 100
        #expect(throws: SheetFault(.fileTooBig(megabytes: 0))) {
            try Table(reading: packing.zipped(), limits: limits)
        }
    }

    @Test func refusesADeclaredSizeThatIsTooSmall() throws {
        var packing = Packing(rows: "")
        packing[parts: Self.sheet] = "<worksheet>" + String(repeating: " ", count: 100_000) + "</worksheet>"
        let bytes = try packing.zipped(Self.sheet, at: 24, [100, 0, 0, 0])
        var limits = SheetLimits()
        limits.partBytes = 50_000
        #expect(throws: SheetFault.self) { try Table(reading: bytes, limits: limits) }
    }

    @Test func holdsItsLimits() throws {
        var limits = SheetLimits()
        limits.rows = 1
        limits.columns = 2
        limits.cellLength = 3
        func read(_ cells: String...) throws -> Table {
            let rows = cells.map { "<row>\($0)</row>" }.joined()
            return try Table(reading: Packing(rows: XLSXReaderTests.header + rows).zipped(), limits: limits)
        }
        #expect(throws: SheetFault(.tooManyRows(1), row: 3)) {
            try read("<c><v>1</v></c>", "<c><v>2</v></c>")
        }
        #expect(throws: SheetFault(.tooManyColumns(2), row: 2, column: 3)) {
            try read("<c r=\"C2\"><v>1</v></c>")
        }
        #expect(throws: SheetFault(.cellTooLong(3), row: 2, column: 1)) {
            try read("<c t=\"str\"><v>一二三四</v></c>")
        }
        #expect(try read("<c t=\"str\"><v>一二三</v></c>", "<c r=\"XFD3\" s=\"1\"/>").texts == [["一二三"]])
    }

    @Test func letsTheCallerStop() throws {
        struct Enough: Error {}
        let rows = XLSXReaderTests.header + String(repeating: "<row><c><v>1</v></c></row>", count: 5_000)
        let bytes = try Packing(rows: rows).zipped()
        var seen = 0
        #expect(throws: Enough.self) {
            try XLSXReader().forEachRow(in: bytes) { _, _ in
                seen += 1
                if seen == 3 { throw Enough() }
            }
        }
        #expect(seen == 3)
    }
}
