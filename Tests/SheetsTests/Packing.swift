import Cunzip
import Foundation

@testable import Sheets

/// Makes XLSX files by hand, so that a test says exactly what stands in each part.
struct Packing {
    var parts: [(name: String, bytes: [UInt8])] = []

    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// A file with one sheet; `strings` and `styles` are the inner XML of their parts.
    init(
        sheet: String, strings: String? = nil, styles: String? = nil, workbook: String = "",
        name: String = "表一"
    ) {
        self[parts: "_rels/.rels"] = Self.relations([("rId1", "officeDocument", "xl/workbook.xml")])
        self[parts: "xl/workbook.xml"] = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <workbook xmlns="\(Self.main)" xmlns:r="\(Self.office)">\(workbook)<sheets>\
            <sheet name="\(name)" sheetId="1" r:id="rId1"/></sheets></workbook>
            """
        var relations = [("rId1", "worksheet", "worksheets/sheet1.xml")]
        if let strings {
            relations.append(("rId2", "sharedStrings", "/xl/sharedStrings.xml"))
            self[parts: "xl/sharedStrings.xml"] = "<sst xmlns=\"\(Self.main)\">\(strings)</sst>"
        }
        if let styles {
            relations.append(("rId3", "styles", "./styles.xml"))
            self[parts: "xl/styles.xml"] = "<styleSheet xmlns=\"\(Self.main)\">\(styles)</styleSheet>"
        }
        self[parts: "xl/_rels/workbook.xml.rels"] = Self.relations(relations)
        self[parts: "xl/worksheets/sheet1.xml"] = "<worksheet xmlns=\"\(Self.main)\">\(sheet)</worksheet>"
    }

    /// A file with the rows of a sheet and nothing else.
    init(
        rows: String, strings: String? = nil, styles: String? = nil, workbook: String = "", after: String = ""
    ) {
        self.init(
            sheet: "<sheetData>\(rows)</sheetData>\(after)", strings: strings, styles: styles,
            workbook: workbook)
    }

    subscript(parts name: String) -> String {
        get { parts.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? "" }
        set {
            parts.removeAll { $0.name == name }
            parts.append((name, Array(newValue.utf8)))
        }
    }

    static func relations(_ all: [(String, String, String)]) -> String {
        let lines = all.map { "<Relationship Id=\"\($0.0)\" Type=\"\(office)/\($0.1)\" Target=\"\($0.2)\"/>" }
        let space = "http://schemas.openxmlformats.org/package/2006/relationships"
        return "<Relationships xmlns=\"\(space)\">\(lines.joined())</Relationships>"
    }

    /// The parts in a zip file, packed by libzip.
    func zipped() throws -> [UInt8] {
        var failure = zip_error_t()
        guard let target = zip_source_buffer_create(nil, 0, 0, &failure) else {
            throw SheetFault(.cannotWrite)
        }
        zip_source_keep(target)
        defer { zip_source_free(target) }
        guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, &failure) else {
            throw SheetFault(.cannotWrite)
        }
        for part in parts {
            // The copy is the library's to free.
            guard let copy = malloc(max(1, part.bytes.count)) else { throw SheetFault(.cannotWrite) }
            part.bytes.withUnsafeBytes { if let from = $0.baseAddress { memcpy(copy, from, $0.count) } }
            let source = zip_source_buffer(archive, copy, zip_uint64_t(part.bytes.count), 1)
            guard zip_file_add(archive, part.name, source, 0) >= 0 else { throw SheetFault(.cannotWrite) }
        }
        guard zip_close(archive) == 0, zip_source_open(target) == 0 else { throw SheetFault(.cannotWrite) }
        defer { zip_source_close(target) }
        zip_source_seek(target, 0, SEEK_END)
        var bytes = [UInt8](repeating: 0, count: Int(zip_source_tell(target)))
        zip_source_seek(target, 0, SEEK_SET)
        let read = zip_source_read(target, &bytes, zip_uint64_t(bytes.count))
        guard read == bytes.count else { throw SheetFault(.cannotWrite) }
        return bytes
    }

    /// The zip with some bytes of one part's central record set otherwise, to lie about it.
    func zipped(_ part: String, at offset: Int, _ lie: [UInt8]) throws -> [UInt8] {
        var bytes = try zipped()
        let record: [UInt8] = [0x50, 0x4B, 0x01, 0x02]
        for start in bytes.indices.dropLast(46 + part.utf8.count) where bytes[start...].starts(with: record) {
            guard bytes[(start + 46)...].starts(with: part.utf8) else { continue }
            bytes.replaceSubrange((start + offset)..<(start + offset + lie.count), with: lie)
        }
        return bytes
    }
}

/// Rows without their numbers, for comparing.
extension Table {
    var texts: [[String]] { rows.map(\.cells) }
}
