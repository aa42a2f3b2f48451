import Foundation

/// A file that must not come in, and what is to be said of it.
struct FaultyFile: Sendable {
    enum Report: Sendable {
        /// The file as a whole is refused, and the sentence holds these words.
        case refused(String)
        /// A row is named with a column.
        case row(Int, String)
        /// A column that is needed is asked for.
        case unmatched
    }

    let name: String
    let bytes: [UInt8]
    let report: Report

    init(_ name: String, _ bytes: [UInt8], _ report: Report) {
        (self.name, self.bytes, self.report) = (name, bytes, report)
    }

    init(_ name: String, _ text: String, _ report: Report) { self.init(name, Array(text.utf8), report) }

    static let all = cells + shapes + encodings + sheets + archives
}

// MARK: A cell is wrong

extension FaultyFile {
    static let columns = [
        "name", "identity", "sex", "born", "place", "relation", "standing", "phone", "since", "retired",
        "party",
        "groups",
    ]
    static let head = "姓名,身份证号,性别,出生日期,住址,与户主关系,人户情况,联系电话,入住日期,是否退休,是否党员,人群类别\n"
    private static let good = ["王建国", "", "男", "1950-1-1", "甲楼101", "户主", "常住", "", "", "", "", ""]

    /// A table whose second row has one cell otherwise.
    private static func cell(_ column: String, _ value: String, _ name: String) -> FaultyFile {
        var row = good
        if let index = columns.firstIndex(of: column) { row[index] = value }
        if column == "identity" { (row[2], row[3]) = ("", "") }
        let first = "李秀英,,女,1960-2-3,甲楼101,配偶,常住,,,,,\n"
        return FaultyFile(
            "\(column): \(name)", head + first + row.joined(separator: ",") + "\n", .row(3, column))
    }

    private static let cells: [FaultyFile] = [
        cell("name", "", "empty"), cell("name", String(repeating: "长", count: 41), "41 characters"),
        cell("identity", "990101194912310029", "check digit"),
        cell("identity", "990101194912310027", "another check digit"),
        cell("identity", "99010119491231002Y", "letter"),
        cell("identity", "990101194902300028", "30 February"),
        cell("identity", "990101194913010028", "month 13"), cell("identity", "990101491231002", "15 digits"),
        cell("identity", "99010119491231", "too short"), cell("identity", "9901011949123100280", "too long"),
        cell("identity", "👵👵👵", "emoji"), cell("identity", "九九零一", "words"),
        cell("identity", "9.90101E+17", "as a number"), cell("sex", "", "empty"), cell("sex", "2", "digit"),
        cell("sex", "👨", "emoji"), cell("sex", "未知", "unknown"), cell("born", "", "empty"),
        cell("born", "1990-2-30", "30 February"), cell("born", "1991-2-29", "29 February of 1991"),
        cell("born", "1990-13-1", "month 13"), cell("born", "1990-0-1", "month 0"),
        cell("born", "2990-1-1", "still to come"), cell("born", "十月一日", "words"),
        cell("born", "1990", "a year alone"), cell("born", "01/02/90", "American"),
        cell("born", "99999999999999999999-1-1", "endless year"), cell("place", "", "empty"),
        cell("place", "甲楼", "building alone"), cell("place", "火星基地", "nowhere"),
        cell("place", "甲楼999999999999", "endless door"), cell("place", "🏠🏠🏠", "emoji"),
        cell("place", "; DROP TABLE person", "SQL"), cell("relation", "远房", "unknown"),
        cell("relation", "=A1", "formula"), cell("standing", "在外地打工", "unknown"),
        cell("phone", "12345", "too short"), cell("phone", "1380013800O", "letter O"),
        cell("phone", "☎️13800138000", "emoji"), cell("phone", "+1 202 555 0100", "foreign"),
        cell("since", "2026-11-31", "31 November"), cell("since", "2199-1-1", "still to come"),
        cell("since", "去年", "words"), cell("retired", "也许", "perhaps"), cell("party", "🇨🇳", "emoji"),
        cell("groups", "没有的类", "unknown"), cell("groups", "独居、没有的类", "one of two"),
        more("等级", "一级", .row(2, "level")), more("认定依据", "残疾证；名册", .row(2, "basis")),
        more("残疾等级", String(repeating: "级", count: 21), .row(2, "level")),
    ]

    /// A column more, for somebody in one group or in none.
    private static func more(_ heading: String, _ value: String, _ report: Report) -> FaultyFile {
        let group = heading == "等级" ? "" : "肢体残疾"
        let row = "王建国,,男,1950-1-1,甲楼101,户主,常住,,,,,\(group),\(value)\n"
        return FaultyFile("\(heading): \(value)", head.dropLast() + ",\(heading)\n" + row, report)
    }
}

// MARK: The table is wrong

extension FaultyFile {
    private static let row = "王建国,990101194912310028,,,甲楼101,户主,常住,,,,,\n"
    private static let twin = "王建囯,990101194912310028,,,甲楼101,其他,常住,,,,,\n"

    private static let shapes: [FaultyFile] = [
        FaultyFile("nothing", "", .refused("没有内容")),
        FaultyFile("blank lines", "\n\n\n,,,\n", .refused("没有内容")),
        FaultyFile("a head alone", head, .refused("没有内容")),
        FaultyFile("two people with one number", head + row + twin, .row(3, "identity")),
        FaultyFile(
            "one person twice", head + "王建国,,男,1950-1-1,甲楼101,户主,,,,,,\n王建国,,男,1950-1-1,甲楼101,父亲,,,,,,\n",
            .row(3, "name")),
        FaultyFile("other columns", "菜名,价格\n红烧肉,30\n", .unmatched),
        FaultyFile("no column of homes", "姓名,性别,生日\n王建国,男,1950-1-1\n", .unmatched),
        FaultyFile("no column of names", "住址,性别,生日\n甲楼101,男,1950-1-1\n", .unmatched),
        FaultyFile("a heading twice", "姓名,住址,姓名\n王,甲楼101,王\n", .refused("出现了两次")),
        FaultyFile("a cell beside the table", head + row.dropLast() + ",多出来\n", .refused("没有表头")),
        FaultyFile("an open quotation mark", head + "\"王建国,没有合上\n", .refused("没有合上")),
        FaultyFile("text behind a quotation", head + "\"王\"建国,,,,,,,,,,,\n", .refused("引号")),
        FaultyFile("a stray quotation mark", head + "王\"建国,,,,,,,,,,,\n", .refused("引号")),
        FaultyFile("a control character", head + "王\u{1}建国,,,,,,,,,,,\n", .refused("控制字符")),
        FaultyFile("a bell", head + "王\u{7}建国,,,,,,,,,,,\n", .refused("控制字符")),
        FaultyFile(
            "a huge cell", head + String(repeating: "长", count: 40_000) + ",,,,,,,,,,,\n", .refused("一格超过")),
        FaultyFile(
            "300 columns", (1...300).map { "列\($0)" }.joined(separator: ",") + "\n1\n", .refused("超过")),
        FaultyFile(
            "60,000 rows", head + String(repeating: row, count: 60_000), .refused("超过50000行")),
        FaultyFile(
            "over 20 MB", head + String(repeating: "王建国,备注备注备注备注备注备注备注备注备注备注\n", count: 400_000),
            .refused("超过20MB")),
    ]

    private static let encodings: [FaultyFile] = [
        FaultyFile("broken UTF-8", Array(head.utf8) + [0xE7, 0x8E, 0x0A], .refused("编码")),
        FaultyFile("bytes of no encoding", Array(head.utf8) + [0xFF, 0xFF, 0x80, 0x0A], .refused("编码")),
        FaultyFile("UTF-16 cut off", [0xFF, 0xFE, 0x53], .refused("编码")),
        FaultyFile("NUL bytes", Array(head.utf8) + [0, 0, 0], .refused("控制字符")),
        FaultyFile(
            "an old xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + zeros(600), .refused("xls")),
        FaultyFile(
            "a file with a password",
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
                + "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, .refused("密码")),
        FaultyFile(
            "a picture", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + zeros(300), .refused("控制字符")),
        FaultyFile("a PDF", Array("%PDF-1.7\n1 0 obj << /Type /Catalog >>\n".utf8), .unmatched),
        FaultyFile("a web page", "<html><table><tr><td>王建国</td></tr></table></html>\n<p>\n", .unmatched),
        FaultyFile("JSON", "{\"姓名\":\n\"王建国\"}\n", .refused("引号")),
    ]

    static func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }
}
