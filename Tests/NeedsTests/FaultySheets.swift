import Foundation

/// Sheets and archives that are broken on purpose.
extension FaultyFile {
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let names = ["姓名", "住址", "性别", "生日", "身份证号"]

    private static func text(_ words: String) -> String { "<c t=\"inlineStr\"><is><t>\(words)</t></is></c>" }

    private static func rows(_ body: String) -> String {
        "<sheetData><row>\(names.map(text).joined())</row>\(body)</sheetData>"
    }

    /// The parts of a workbook of one sheet.
    private static func parts(_ sheet: String, head: String = "") -> [Zip.Part] {
        func relations(_ all: [(String, String)]) -> String {
            let lines = all.enumerated().map { index, relation in
                "<Relationship Id=\"r\(index)\" Type=\"\(office)/\(relation.0)\" Target=\"\(relation.1)\"/>"
            }
            let space = "http://schemas.openxmlformats.org/package/2006/relationships"
            return "<Relationships xmlns=\"\(space)\">\(lines.joined())</Relationships>"
        }
        return [
            Zip.Part("_rels/.rels", relations([("officeDocument", "xl/workbook.xml")])),
            Zip.Part(
                "xl/workbook.xml",
                """
                <workbook xmlns="\(main)" xmlns:r="\(office)"><sheets><sheet name="一" sheetId="1" r:id="r0"/>\
                </sheets></workbook>
                """),
            Zip.Part("xl/_rels/workbook.xml.rels", relations([("worksheet", "worksheets/sheet1.xml")])),
            Zip.Part("xl/worksheets/sheet1.xml", "\(head)<worksheet xmlns=\"\(main)\">\(sheet)</worksheet>"),
        ]
    }

    private static func sheet(
        _ name: String, _ row: String, _ report: Report, head: String = ""
    ) -> FaultyFile {
        let body = "<row>\(row)</row>"
        return FaultyFile("XLSX, \(name)", Zip.file(parts(rows(body), head: head)), report)
    }

    private static let good = text("王建国") + text("甲楼101") + text("男")

    static let sheets: [FaultyFile] = [
        sheet("an error of a formula", good + "<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>", .refused("公式出错")),
        sheet("a formula without a result", good + "<c><f>TODAY()</f></c>", .refused("公式还没有算出")),
        sheet(
            "a formula's result that is no day", good + "<c t=\"str\"><f>A2</f><v>王</v></c>",
            .row(2, "born")),
        sheet(
            "an identity number as a number", good + text("1950-1-1") + "<c><v>990101194912310028</v></c>",
            .refused("末几位已经丢了")),
        sheet("a number that is none", good + "<c><v>12abc</v></c>", .refused("数字读不懂")),
        sheet("a string that is not there", "<c t=\"s\"><v>99</v></c>", .refused("文件坏了")),
        sheet("a cell in another row", "<c r=\"A9\"><v>1</v></c>", .refused("文件坏了")),
        sheet("a column beyond all", good + "<c r=\"ZZZ2\"><v>1</v></c>", .refused("文件坏了")),
        sheet("a control character", text("王_x0001_国"), .refused("控制字符")),
        sheet(
            "a heading that is not there", good + text("1950-1-1") + text("") + text("多"), .refused("没有表头")),
        sheet("tags that do not close", "<c><v>1</c></v>", .refused("文件坏了")),
        sheet("an entity that is not there", text("&xxe;"), .refused("文件坏了")),
        sheet(
            "an entity from outside", text("&xxe;"), .refused("不该有的声明"),
            head: "<!DOCTYPE a [<!ENTITY xxe SYSTEM \"file:///etc/passwd\">]>"),
        sheet(
            "a billion laughs", text("&b;"), .refused("不该有的声明"),
            head: "<!DOCTYPE a [<!ENTITY a \"haha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"),
        sheet(
            "another encoding", good, .refused("文件坏了"), head: "<?xml version=\"1.0\" encoding=\"UTF-16\"?>"),
        sheet("nested cells", "<c><c><c>\(text("王"))</c></c></c>", .row(2, "name")),
        sheet("a huge cell", text(String(repeating: "长", count: 33_000)), .refused("一格超过")),
        FaultyFile(
            "XLSX, 2 million rows declared",
            Zip.file(
                parts("<dimension ref=\"A1:L2000000\"/>" + rows("<row r=\"2000000\">\(good)</row>"))),
            .refused("文件坏了")),
        FaultyFile(
            "XLSX, 60,000 rows",
            Zip.file(parts(rows(String(repeating: "<row>\(good)</row>", count: 60_000)))),
            .refused("超过50000行")),
        FaultyFile(
            "XLSX, rows that run backwards",
            Zip.file(parts(rows("<row r=\"9\">\(good)</row><row r=\"3\">\(good)</row>"))), .refused("文件坏了")),
        FaultyFile("XLSX, no sheet", Zip.file(Array(parts("").dropLast())), .refused("文件坏了")),
        FaultyFile("XLSX, an empty sheet", Zip.file(parts("<sheetData/>")), .refused("没有内容")),
        FaultyFile(
            "XLSX, 60,000 merges",
            Zip.file(
                parts(
                    rows("<row>\(good)</row>") + "<mergeCells>"
                        + (1...60_000).map { "<mergeCell ref=\"A\($0):B\($0)\"/>" }.joined() + "</mergeCells>"
                )),
            .refused("太大")),
    ]

    static let archives: [FaultyFile] = [
        FaultyFile("a zip of a letter", Zip.file([Zip.Part("letter.txt", "您好")]), .refused("不是表格")),
        FaultyFile("a zip of nothing", Zip.file([]), .refused("不是表格")),
        FaultyFile("a zip cut in half", Array(whole.prefix(whole.count / 2)), .refused("文件坏了")),
        FaultyFile("a zip without its end", Array(whole.dropLast(10)), .refused("文件坏了")),
        FaultyFile("a zip's first bytes alone", [0x50, 0x4B, 0x03, 0x04], .refused("文件坏了")),
        FaultyFile("a zip with a broken part", broken, .refused("文件坏了")),
        FaultyFile("a zip of 3,000 files", Zip.file(parts(rows("")) + many), .refused("太大")),
        FaultyFile(
            "a zip bomb: a sheet of 1 GB of zeros", bomb("xl/worksheets/sheet1.xml", 1 << 30),
            .refused("太大")),
        FaultyFile("a zip bomb: strings of 1 GB of zeros", bomb("xl/workbook.xml", 1 << 30), .refused("太大")),
        FaultyFile("a zip bomb that says it is small", liar, .refused("太大")),
    ]

    private static let whole = Zip.file(parts(rows("<row>\(good)</row>")))
    private static let many = (0..<3000).map { Zip.Part("x/\($0)", "") }

    private static var broken: [UInt8] {
        var parts = parts(rows("<row>\(good)</row>"))
        parts[3].checksum ^= 1
        return Zip.file(parts)
    }

    private static func bomb(_ name: String, _ size: Int) -> [UInt8] {
        var all = parts(rows("<row>\(good)</row>"))
        all.removeAll { $0.name == name }
        return Zip.file(all + [Zip.Part(zeros: size, name)])
    }

    private static var liar: [UInt8] {
        var all = parts(rows(""))
        var bomb = Zip.Part(zeros: 300 << 20, "xl/worksheets/sheet1.xml")
        bomb.size = 1000
        all[3] = bomb
        return Zip.file(all)
    }
}

/// A zip file by hand: what stands in its records may be a lie.
enum Zip {
    struct Part {
        let name: String
        var bytes: [UInt8]
        /// What the records say of the unpacked size and its checksum.
        var size: Int
        var checksum: UInt32
        let isPacked: Bool

        init(_ name: String, _ text: String) {
            self.name = name
            bytes = Array(text.utf8)
            (size, checksum, isPacked) = (bytes.count, Zip.checksum(bytes), false)
        }

        /// Zeros packed to a two hundredth: a literal, then copies of 258 bytes from one byte back.
        /// Source: RFC 1951, fixed codes.
        init(zeros: Int, _ name: String) {
            self.name = name
            var bits = Bits()
            bits.add(0b011, 3)
            bits.add(Bits.reversed(0x30, 8), 8)
            for _ in 0..<(zeros / 258) {
                bits.add(Bits.reversed(0xC5, 8), 8)
                bits.add(0, 5)
            }
            bits.add(0, 7)
            bytes = bits.finished
            (size, checksum, isPacked) = (zeros / 258 * 258 + 1, 0, true)
        }
    }

    private struct Bits {
        private var bytes: [UInt8] = [], held: UInt64 = 0, count = 0

        mutating func add(_ value: UInt64, _ width: Int) {
            held |= value << UInt64(count)
            count += width
            while count >= 8 {
                bytes.append(UInt8(truncatingIfNeeded: held))
                held >>= 8
                count -= 8
            }
        }

        var finished: [UInt8] { count > 0 ? bytes + [UInt8(truncatingIfNeeded: held)] : bytes }

        /// Codes stand with their first bit first.
        static func reversed(_ code: UInt64, _ width: Int) -> UInt64 {
            (0..<width).reduce(0) { $0 << 1 | (code >> UInt64($1) & 1) }
        }
    }

    static func file(_ parts: [Part]) -> [UInt8] {
        var bytes: [UInt8] = [], directory: [UInt8] = []
        for part in parts {
            let method = part.isPacked ? 8 : 0, name = Array(part.name.utf8)
            let about =
                little(method, 2) + little(0, 4) + little(Int(part.checksum), 4) + little(part.bytes.count, 4)
                + little(part.size, 4) + little(name.count, 2) + little(0, 2)
            directory += [0x50, 0x4B, 1, 2] + little(20, 2) + little(20, 2) + little(0, 2) + about
            directory +=
                little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4) + little(bytes.count, 4) + name
            bytes += [0x50, 0x4B, 3, 4] + little(20, 2) + little(0, 2) + about + name + part.bytes
        }
        let start = bytes.count, count = little(parts.count, 2)
        return bytes + directory + [0x50, 0x4B, 5, 6] + little(0, 4) + count + count
            + little(directory.count, 4) + little(start, 4) + little(0, 2)
    }

    private static func little(_ value: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ ($0 >> 8) }
    }

    private static let table: [UInt32] = (0..<256).map { start in
        (0..<8).reduce(UInt32(start)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }
}
