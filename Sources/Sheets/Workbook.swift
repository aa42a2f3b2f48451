import Cxlsxwriter
import Foundation
import Values

/// One column of a sheet to be written.
public struct SheetColumn: Sendable, Hashable {
    public let title: String
    /// In widths of a digit; a Chinese character takes two.
    public let width: Double

    /// Without a width the column is as wide as its title, and at least 10.
    public init(_ title: String, width: Double? = nil) {
        self.title = title
        let natural = title.unicodeScalars.reduce(4.0) { $0 + ($1.value > 0x2E7F ? 2 : 1) }
        self.width = min(255, max(0, width ?? max(10, natural)))
    }
}

/// Writes an XLSX file row by row; a row's memory is free again as soon as the next one comes.
///
/// The header is bold, stays in sight and is repeated on every printed page. Texts are never formulas.
public final class Workbook {
    private let handle: UnsafeMutablePointer<lxw_workbook>
    private let path: String
    private let bold: UnsafeMutablePointer<lxw_format>?
    private var formats: [String: UnsafeMutablePointer<lxw_format>] = [:]
    private var sheet: UnsafeMutablePointer<lxw_worksheet>?
    private var row: UInt32 = 0
    private var names: Set<String> = []
    private var isOpen = true

    /// Begins a file with its first sheet. `made` is the time that the file's properties tell.
    ///
    /// The file grows in `folder`, readable by nobody else, and is gone when the workbook is finished or
    /// dropped.
    /// Throws: `SheetFault` where the folder cannot be written or the name cannot be a sheet's.
    public init(
        sheet name: String, columns: [SheetColumn], made: Instant,
        in folder: URL = FileManager.default.temporaryDirectory
    ) throws {
        let file = try Self.makeFile(in: folder)
        guard let opened = Self.open(file, in: folder) else {
            unlink(file)
            throw SheetFault(.cannotWrite)
        }
        path = file
        handle = opened
        bold = workbook_add_format(opened)
        if let bold { format_set_bold(bold) }
        var properties = lxw_doc_properties()
        properties.created = time_t(max(1, made.seconds))
        workbook_set_properties(opened, &properties)
        try addSheet(name, columns: columns)
    }

    deinit {
        if isOpen { lxw_workbook_free(handle) }
        unlink(path)
    }

    /// Begins a further sheet; the rows that follow belong to it.
    ///
    /// Throws: `.sheetName` for a name that is empty, taken, over 31 characters or has one of `[]:*?/\`.
    public func addSheet(_ name: String, columns: [SheetColumn]) throws {
        guard isOpen, Self.isName(name), names.insert(name.lowercased()).inserted,
            let added = workbook_add_worksheet(handle, name)
        else { throw SheetFault(.sheetName(String(name.prefix(40)))) }
        sheet = added
        row = 0
        for (index, column) in columns.enumerated() {
            worksheet_set_column(added, UInt16(index), UInt16(index), column.width, nil)
        }
        worksheet_freeze_panes(added, 1, 0)
        worksheet_repeat_rows(added, 0, 0)
        worksheet_set_paper(added, 9)
        worksheet_fit_to_pages(added, 1, 0)
        for (index, column) in columns.enumerated() { try write(column.title, at: index, bold) }
    }

    /// Writes the next row.
    ///
    /// Throws: `SheetFault` with the place of a text over 32,767 characters, or a row over 1,048,576.
    public func append(_ cells: [Cell]) throws {
        guard isOpen else { throw SheetFault(.cannotWrite) }
        row += 1
        guard row < 1_048_576 else { throw SheetFault(.tooManyRows(1_048_575)) }
        for (index, cell) in cells.enumerated() { try write(cell, at: index) }
    }

    /// Closes the file and answers its bytes.
    ///
    /// Throws: `SheetFault` where the disk refuses.
    public func finish() throws -> [UInt8] {
        guard isOpen else { throw SheetFault(.cannotWrite) }
        isOpen = false
        guard workbook_close(handle) == LXW_NO_ERROR else { throw SheetFault(.cannotWrite) }
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else {
            throw SheetFault(.cannotWrite)
        }
        return [UInt8](data)
    }

    private func write(_ cell: Cell, at column: Int) throws {
        switch cell {
        case .blank: break
        case .text(let text): try write(text, at: column, nil)
        case .integer(let number):
            // A spreadsheet keeps 15 digits; a longer number is whole only as text.
            if number.magnitude < 1_000_000_000_000_000 {
                try check(
                    worksheet_write_number(sheet, row, UInt16(clamping: column), Double(number), nil), column)
            } else {
                try write(cell.plainText, at: column, nil)
            }
        case .decimal(let units, let places):
            guard units.magnitude < 1_000_000_000_000_000, (0...9).contains(places),
                let value = Double(cell.plainText)
            else { return try write(cell.plainText, at: column, nil) }
            let format = format(places == 0 ? "0" : "0." + String(repeating: "0", count: places))
            try check(worksheet_write_number(sheet, row, UInt16(clamping: column), value, format), column)
        case .date(let time): try write(time, at: column)
        }
    }

    private func write(_ time: CivilTime, at column: Int) throws {
        let serial = time.daysSince1970 + 25_569
        // Before March 1900 a spreadsheet's calendar is wrong by a day.
        guard serial > 60, time.year <= 9_999 else { return try write(time.description, at: column, nil) }
        let format = format(time.minute == nil ? "yyyy-mm-dd" : "yyyy-mm-dd hh:mm")
        let days = Double(serial) + Double(time.minute ?? 0) / 1_440
        try check(worksheet_write_number(sheet, row, UInt16(clamping: column), days, format), column)
    }

    private func write(_ text: String, at column: Int, _ format: UnsafeMutablePointer<lxw_format>?) throws {
        if text.isEmpty { return }
        guard text.utf16.count <= 32_767 else {
            throw SheetFault(.cellTooLong(32_767), row: Int(row) + 1, column: column + 1)
        }
        try check(
            worksheet_write_string(sheet, row, UInt16(clamping: column), CellText.escape(text), format),
            column)
    }

    private func check(_ result: lxw_error, _ column: Int) throws {
        guard result == LXW_NO_ERROR, column < 16_384 else {
            throw SheetFault(.cannotWrite, row: Int(row) + 1, column: column + 1)
        }
    }

    private func format(_ code: String) -> UnsafeMutablePointer<lxw_format>? {
        if let format = formats[code] { return format }
        let made = workbook_add_format(handle)
        if let made {
            format_set_num_format(made, code)
            formats[code] = made
        }
        return made
    }

    /// What no program takes for a sheet's name; the library would complain on standard error.
    private static func isName(_ name: String) -> Bool {
        let apostrophe = UInt8(ascii: "'")
        guard !name.isEmpty, name.utf16.count <= 31, ![name.utf8.first, name.utf8.last].contains(apostrophe)
        else { return false }
        return !name.unicodeScalars.contains { scalar in
            switch scalar {
            case "[", "]", ":", "*", "?", "/", "\\": true
            default: scalar.value < 0x20
            }
        }
    }

    private static func open(_ path: String, in folder: URL) -> UnsafeMutablePointer<lxw_workbook>? {
        folder.path.withCString { folder in
            var options = lxw_workbook_options()
            options.constant_memory = 1
            options.tmpdir = UnsafeMutablePointer(mutating: folder)
            return workbook_new_opt(path, &options)
        }
    }

    private static func makeFile(in folder: URL) throws -> String {
        var template = folder.appendingPathComponent("sheet-XXXXXX").path.utf8CString.map { $0 }
        let file = mkstemp(&template)
        guard file >= 0 else { throw SheetFault(.cannotWrite) }
        close(file)
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
