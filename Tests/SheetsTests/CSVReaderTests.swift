import Testing
import Values

@testable import Sheets

@Suite struct CSVReaderTests {
    struct Readable: Sendable, CustomTestStringConvertible {
        let name: String, text: String, header: [String], rows: [[String]]
        var testDescription: String { name }
    }

    @Test(arguments: [
        Readable(name: "LF", text: "a,b\n1,2\n", header: ["a", "b"], rows: [["1", "2"]]),
        Readable(name: "CRLF", text: "a,b\r\n1,2\r\n", header: ["a", "b"], rows: [["1", "2"]]),
        Readable(name: "CR", text: "a,b\r1,2\r3,4", header: ["a", "b"], rows: [["1", "2"], ["3", "4"]]),
        Readable(name: "no last break", text: "a,b\n1,2", header: ["a", "b"], rows: [["1", "2"]]),
        Readable(name: "mark", text: "\u{FEFF}姓名,电话\n王,1\n", header: ["姓名", "电话"], rows: [["王", "1"]]),
        Readable(name: "semicolon", text: "a;b\n1,5;2\n", header: ["a", "b"], rows: [["1,5", "2"]]),
        Readable(name: "tab", text: "a\tb\n1,2;3\t4\n", header: ["a", "b"], rows: [["1,2;3", "4"]]),
        Readable(
            name: "delimiter outside quotes", text: "\"a,b,c\";d\n1;2\n", header: ["a,b,c", "d"],
            rows: [["1", "2"]]),
        Readable(
            name: "sep line", text: "sep=;\r\na;b,c\r\n1;2\r\n", header: ["a", "b,c"], rows: [["1", "2"]]),
        Readable(
            name: "quotes", text: "a,b\n\"x\"\"y\",\"1,2\"\n\"\",\"\"\"\"\n", header: ["a", "b"],
            rows: [["x\"y", "1,2"], ["", "\""]]),
        Readable(
            name: "breaks in quotes", text: "a,b\r\n\"1\r\n2\n3\r4\",x\r\n", header: ["a", "b"],
            rows: [["1\n2\n3\n4", "x"]]),
        Readable(
            name: "blank lines", text: "\n\na,b\n\n1,2\n,\n\"\",\n3,4\n\n", header: ["a", "b"],
            rows: [["1", "2"], ["3", "4"]]),
        Readable(name: "short row", text: "a,b,c\n1\n", header: ["a", "b", "c"], rows: [["1", "", ""]]),
        Readable(
            name: "empty extra cells", text: "a,b,,\n1,2,,,\n", header: ["a", "b"], rows: [["1", "2"]]),
        Readable(
            name: "space kept, heading trimmed", text: " a ,b\n 1 ,2\n", header: ["a", "b"],
            rows: [[" 1 ", "2"]]),
        Readable(
            name: "combining mark", text: "a,b\n\"x\"\"\u{301}\",\u{301}2\n", header: ["a", "b"],
            rows: [["x\"\u{301}", "\u{301}2"]]),
        Readable(
            name: "guard off", text: "a,b\n'=1,'x\n'+86,''-1\n", header: ["a", "b"],
            rows: [["=1", "'x"], ["+86", "'-1"]]),
        Readable(name: "header alone", text: "a", header: ["a"], rows: []),
    ])
    func reads(_ sample: Readable) throws {
        let table = try CSVReader().table(Array(sample.text.utf8))
        #expect(table.header == sample.header)
        #expect(table.texts == sample.rows)
        #expect(table.faults.isEmpty)
    }

    @Test func tellsTheLineWhereARowBegins() throws {
        let table = try CSVReader().table(Array("a,b\n\n\"1\n2\",3\n4,5\n".utf8))
        #expect(table.rows.map(\.number) == [3, 5])
    }

    @Test(arguments: [
        ("a,b\n1,\"2\n3,4\n", SheetFault(.unterminatedQuote, row: 2, column: 2)),
        ("a,b\n\"1\"x,2\n", SheetFault(.textAfterQuote, row: 2, column: 1)),
        ("a,b\n\"1\" ,2\n", SheetFault(.textAfterQuote, row: 2, column: 1)),
        ("a,b\n\"1\"\u{301},2\n", SheetFault(.textAfterQuote, row: 2, column: 1)),
        ("a,b\n1,2\"\n", SheetFault(.strayQuote, row: 2, column: 2)),
        ("a,b\n1,2\u{0}\n", SheetFault(.controlCharacter, row: 2, column: 2)),
        ("a,b\n\"1\n\u{1B}\",2\n", SheetFault(.controlCharacter, row: 3, column: 1)),
        ("a,b\n1,\u{85}\n", SheetFault(.controlCharacter, row: 2, column: 2)),
        ("a,b,a\n1,2,3\n", SheetFault(.duplicateColumn("a"), row: 1, column: 3)),
        ("a,b, a\n1,2,3\n", SheetFault(.duplicateColumn("a"), row: 1, column: 3)),
        ("", SheetFault(.empty)),
        ("\u{FEFF}", SheetFault(.empty)),
        ("\n\n,,\n", SheetFault(.empty)),
        ("\"", SheetFault(.unterminatedQuote, row: 1, column: 1)),
    ])
    func refuses(_ text: String, _ fault: SheetFault) {
        #expect(throws: fault) { try CSVReader().table(Array(text.utf8)) }
    }

    @Test func leavesOutRowsWithCellsBeyondTheHeader() throws {
        let table = try CSVReader().table(Array("a,,c\n1,2,3\n4,,5,6\n7,,8\n".utf8))
        #expect(table.texts == [["7", "", "8"]])
        #expect(
            table.faults == [
                SheetFault(.cellWithoutHeader, row: 2, column: 2),
                SheetFault(.cellWithoutHeader, row: 3, column: 4),
            ])
    }

    @Test func countsFaultsBeyondThoseItKeeps() throws {
        let text = "a\n" + String(repeating: "1,2\n", count: 500)
        let table = try CSVReader().table(Array(text.utf8))
        #expect(table.faults.count == 200)
        #expect(table.faultCount == 500)
    }

    @Test func holdsItsLimits() {
        var limits = SheetLimits()
        limits.rows = 2
        limits.columns = 3
        limits.cellLength = 4
        limits.fileBytes = 1 << 20
        let reader = CSVReader(limits: limits)
        #expect(throws: SheetFault(.tooManyRows(2), row: 4)) { try reader.table(Array("a\n1\n2\n3\n".utf8)) }
        #expect(throws: SheetFault(.tooManyColumns(3), row: 2, column: 4)) {
            try reader.table(Array("a,b\n,,,\n".utf8))
        }
        #expect(throws: SheetFault(.cellTooLong(4), row: 2, column: 1)) {
            try reader.table(Array("a\n一二三四五\n".utf8))
        }
        #expect(throws: Never.self) { try reader.table(Array("a\n一二三四\n".utf8)) }
        #expect(throws: SheetFault(.fileTooBig(megabytes: 1))) {
            try reader.table([UInt8](repeating: 0x61, count: 1 << 20 + 1))
        }
    }

    @Test func saysWhereAndWhatInBothLanguages() {
        let fault = SheetFault(.unterminatedQuote, row: 7, column: 3)
        #expect(fault.text == Text("第7行第3列：引号没有合上", "Row 7, column 3: the quotation mark is never closed"))
    }
}

@Suite struct CharsetTests {
    /// GB18030 with characters of two bytes and of four, then the marked encodings.
    @Test(arguments: [
        ([0xD0, 0xD5, 0xC3, 0xFB, 0x0A, 0xCD, 0xF5, 0x0A] as [UInt8], "姓名", "王"),
        ([0x61, 0x0A, 0x95, 0x34, 0xB2, 0x35], "a", "𠮷"),
        ([0x61, 0x0A, 0x81, 0x39, 0xEF, 0x31], "a", "㐂"),
        ([0x61, 0x0A, 0xA2, 0xE3, 0x82, 0x35, 0xBF, 0x35], "a", "€ꆈ"),
        ([0xFF, 0xFE, 0x61, 0, 0x0A, 0, 0x42, 0xD8, 0xB7, 0xDF], "a", "𠮷"),
        ([0xFE, 0xFF, 0, 0x61, 0, 0x0A, 0xD8, 0x42, 0xDF, 0xB7], "a", "𠮷"),
        ([0xEF, 0xBB, 0xBF, 0x61, 0x0A, 0xF0, 0xA0, 0xAE, 0xB7], "a", "𠮷"),
    ])
    func decodes(_ bytes: [UInt8], _ header: String, _ cell: String) throws {
        let table = try CSVReader().table(bytes)
        #expect(table.header == [header])
        #expect(table.texts == [[cell]])
    }

    @Test(arguments: [
        ([0x61, 0x0A, 0x62, 0x0A, 0xFF, 0x0A] as [UInt8], 3),
        ([0x61, 0x0A, 0xD0], 2),
        ([0x61, 0x0A, 0x95, 0x34, 0xB2], 2),
        ([0xEF, 0xBB, 0xBF, 0x61, 0x0A, 0xC3, 0x28], 2),
        ([0xEF, 0xBB, 0xBF, 0x61, 0x0A, 0xE5, 0x8D], 2),
        ([0xFF, 0xFE, 0x61, 0, 0x0A, 0, 0x42, 0xD8, 0x41, 0x00], 2),
        ([0xFF, 0xFE, 0x61, 0, 0x0A, 0, 0x42], 2),
    ])
    func refuses(_ bytes: [UInt8], _ line: Int) {
        #expect(throws: SheetFault(.encoding, row: line)) { try CSVReader().table(bytes) }
    }

    /// Read as GB18030, a damaged UTF-8 file would come out as other characters.
    @Test func takesDamagedUTF8ForWhatItIs() {
        var bytes = Array(("姓名,地址\n" + String(repeating: "王,历下区文化东路\n", count: 20)).utf8)
        bytes[bytes.count - 3] = 0x41
        #expect(throws: SheetFault(.encoding, row: 21)) { try CSVReader().table(bytes) }
    }

    @Test func agreesWithTheStandardLibraryOnUTF8() {
        var generator = Dice(seed: 8)
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
                [
                    0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xE0, 0xE5, 0xED, 0xF0, 0xF3,
                    0xF4, 0xF5,
                ]
                .randomElement(using: &generator) ?? UInt8(0)
            }
            var scan = UTF8Scan()
            let accepted = bytes.allSatisfy { scan.accepts($0) } && !scan.isOpen
            #expect(accepted == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
        }
    }
}
