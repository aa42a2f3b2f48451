import Foundation
import Testing
import Values

@testable import Sheets

@Suite struct CSVWriterTests {
    private static func written(_ cells: Cell...) -> String {
        var writer = CSVWriter(header: ["a"])
        _ = writer.drain()
        writer.append(cells)
        return String(decoding: writer.drain(), as: UTF8.self)
    }

    @Test func beginsWithAMark() {
        #expect(CSVWriter(header: ["姓名", "电话"]).bytes == [0xEF, 0xBB, 0xBF] + Array("姓名,电话\r\n".utf8))
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+86", "'+86"), ("-1", "'-1"), ("@x", "'@x"), ("\tx", "\"'\tx\""),
        ("\rx", "\"'\rx\""),
        ("＝1", "'＝1"), ("＋1", "'＋1"), ("－1", "'－1"), ("＠1", "'＠1"), ("=\u{301}1", "'=\u{301}1"),
        ("'=1", "''=1"),
        ("'x", "'x"), ("x=1", "x=1"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""),
        ("a\"\u{301}b", "\"a\"\"\u{301}b\""),
        ("a,\u{301}b", "\"a,\u{301}b\""), ("a\nb", "\"a\nb\""), ("a;b", "\"a;b\""), ("王", "王"), ("", "\"\""),
    ])
    func writes(_ text: String, _ line: String) {
        // Compared as bytes: a mark that joins a quote makes another Character of it.
        #expect(Array(Self.written(.text(text)).utf8) == Array((line + "\r\n").utf8))
    }

    @Test func writesNumbersAndDatesAsTheyAre() throws {
        let day = try #require(CivilTime(year: 2024, month: 2, day: 29))
        let time = try #require(CivilTime(year: 2024, month: 2, day: 29, minute: 510))
        let line = Self.written(
            .integer(-5), .decimal(-5, places: 2), .decimal(123_456, places: 2), .decimal(7, places: 0),
            .date(day),
            .date(time), .blank, .moment(Instant(seconds: 1_709_164_800)))
        #expect(line == "-5,-0.05,1234.56,7,2024-02-29,2024-02-29 08:30,,2024-02-29 08:00\r\n")
    }

    @Test func comesBackAsItWent() throws {
        let texts = [
            "=1", "'=1", "''@", "a,b", "a\"b", "\"", "a\nb", "  x ", "王\u{301}", "'", "\tx", "－－", "𠮷㐂",
        ]
        var writer = CSVWriter(header: ["a", "b"])
        for text in texts { writer.append([.text(text), .text("x")]) }
        #expect(try CSVReader().table(writer.bytes).texts == texts.map { [$0, "x"] })
    }
}

@Suite struct WorkbookTests {
    private static func book(_ columns: [SheetColumn], _ rows: [[Cell]]) throws -> [UInt8] {
        let book = try Workbook(sheet: "表", columns: columns, made: Instant(seconds: 1_700_000_000))
        for row in rows { try book.append(row) }
        return try book.finish()
    }

    @Test func comesBackAsItWent() throws {
        let texts = [
            "=1+1", "+86", "@x", "王𠮷㐂", "a\nb", " x ", "<b>&\"'", "_x0041_", "_x005F_x0041_", "0012", "]]>",
            "q\u{301}",
            "_xZZZZ_", "tab\tx", "370102199001011234",
        ]
        let bytes = try Self.book(
            [SheetColumn("文"), SheetColumn("数")], texts.map { [.text($0), .integer(1)] })
        #expect(try Table(reading: bytes).texts == texts.map { [$0, "1"] })
        let unprintable = try Self.book([SheetColumn("a")], [[.text("a\u{0}b\u{7}\u{FFFE}c")]])
        #expect(try Table(reading: unprintable).texts == [["a\u{FFFD}b\u{FFFD}\u{FFFD}c"]])
    }

    @Test func keepsKindsOfCells() throws {
        let day = try #require(CivilTime(year: 2024, month: 2, day: 29))
        let old = try #require(CivilTime(year: 1899, month: 12, day: 31))
        let cells: [(Cell, String)] = [
            (.integer(-42), "-42"), (.integer(Int64.max), "9223372036854775807"),
            (.decimal(1_050, places: 2), "10.5"),
            (.decimal(Int64.min, places: 2), "-92233720368547758.08"), (.date(day), "2024-02-29"),
            (.date(old), "1899-12-31"),
            (.moment(Instant(seconds: 1_709_164_800)), "2024-02-29 08:00"), (.text("x"), "x"),
        ]
        let bytes = try Self.book([SheetColumn("a")], cells.map { [$0.0] })
        #expect(try Table(reading: bytes).texts == cells.map { [$0.1] })
    }

    @Test func isTheSameBytesForTheSameRows() throws {
        let first = try Self.book([SheetColumn("a")], [[.text("x")]])
        #expect(try Self.book([SheetColumn("a")], [[.text("x")]]) == first)
    }

    @Test func marksAndFreezesTheHeader() throws {
        let archive = try Archive(
            Self.book([SheetColumn("名", width: 33)], [[.text("=1")]]), limits: .standard)
        let sheet = try #require(try Self.part("xl/worksheets/sheet1.xml", archive))
        #expect(sheet.contains("state=\"frozen\""))
        #expect(sheet.contains("<c r=\"A1\" s=\"1\""))
        #expect(sheet.contains("width=\"33."))
        #expect(!sheet.contains("<f>"))
        #expect(try #require(try Self.part("xl/styles.xml", archive)).contains("<b/>"))
    }

    private static func part(_ path: String, _ archive: Archive) throws -> String? {
        guard let entry = try archive.open(path) else { return nil }
        var all: [UInt8] = [], piece = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = try piece.withUnsafeMutableBytes { try entry.read(into: $0) }
            if count == 0 { return String(decoding: all, as: UTF8.self) }
            all += piece.prefix(count)
        }
    }

    @Test func holdsSeveralSheets() throws {
        let book = try Workbook(sheet: "一", columns: [SheetColumn("a")], made: Instant(seconds: 0))
        try book.append([.text("1")])
        try book.addSheet("二", columns: [SheetColumn("b")])
        try book.append([.text("2")])
        let bytes = try book.finish()
        #expect(try XLSXReader().sheetNames(bytes) == ["一", "二"])
        #expect(try XLSXReader(sheet: "二").table(bytes).texts == [["2"]])
    }

    @Test(arguments: ["", "a/b", "a[b", String(repeating: "长", count: 32), "'x", "a:b", "x\u{0}"])
    func refusesSheetNames(_ name: String) {
        #expect(throws: SheetFault(.sheetName(String(name.prefix(40))))) {
            try Workbook(sheet: name, columns: [], made: Instant(seconds: 0))
        }
    }

    @Test func refusesASheetNameTwice() throws {
        let book = try Workbook(sheet: "a", columns: [], made: Instant(seconds: 0))
        #expect(throws: SheetFault(.sheetName("A"))) { try book.addSheet("A", columns: []) }
    }

    @Test func refusesTextsTooLongForACell() throws {
        let book = try Workbook(sheet: "表", columns: [SheetColumn("a")], made: Instant(seconds: 0))
        try book.append([.text(String(repeating: "长", count: 32_767))])
        #expect(throws: SheetFault(.cellTooLong(32_767), row: 3, column: 1)) {
            try book.append([.text(String(repeating: "长", count: 32_768))])
        }
    }

    @Test func leavesNoFileBehind() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "sheets-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func make(finished: Bool) throws {
            let book = try Workbook(
                sheet: "表", columns: [SheetColumn("a")], made: Instant(seconds: 0), in: folder)
            try book.append([.text("x")])
            if finished { #expect(try book.finish().count > 1_000) }
            #expect(throws: Never.self) { if !finished { try book.append([.text("y")]) } }
        }
        try make(finished: true)
        try make(finished: false)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        #expect(throws: SheetFault(.cannotWrite)) {
            try Workbook(
                sheet: "表", columns: [], made: Instant(seconds: 0),
                in: folder.appendingPathComponent("nowhere"))
        }
    }

    @Test func refusesAfterTheEnd() throws {
        let book = try Workbook(sheet: "表", columns: [SheetColumn("a")], made: Instant(seconds: 0))
        _ = try book.finish()
        #expect(throws: SheetFault(.cannotWrite)) { try book.append([.text("x")]) }
        #expect(throws: SheetFault(.cannotWrite)) { try book.finish() }
    }
}

@Suite struct CivilTimeTests {
    @Test func agreesWithACalendarCountedDayByDay() throws {
        var (year, month, day) = (1600, 1, 1)
        let start = try #require(CivilTime(year: year, month: month, day: day)).daysSince1970
        #expect(start == -135_140)
        for offset in 0..<300_000 {
            let time = CivilTime(daysSince1970: start + offset, minute: nil)
            try #require(time == CivilTime(year: year, month: month, day: day))
            try #require(time.daysSince1970 == start + offset)
            day += 1
            if CivilTime(year: year, month: month, day: day) == nil { (month, day) = (month + 1, 1) }
            if month == 13 { (year, month) = (year + 1, 1) }
        }
    }

    @Test(arguments: [
        (2023, 2, 29), (1900, 2, 29), (2024, 13, 1), (2024, 0, 1), (2024, 4, 31), (0, 1, 1), (10_000, 1, 1),
    ])
    func knowsWhichDaysThereAre(_ year: Int, _ month: Int, _ day: Int) {
        #expect(CivilTime(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: [Int64.min, -1, 0, Int64.max])
    func takesAnyInstant(_ microseconds: Int64) {
        let cell = Cell.moment(Instant(microseconds: microseconds))
        #expect(!cell.plainText.isEmpty)
    }
}
