import Actions
import Sheets
import Values
import Web

/// In which form a list is taken away.
enum ListFormat: String, Sendable, CaseIterable {
    case csv, xlsx

    var type: String {
        switch self {
        case .csv: "text/csv; charset=utf-8"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        }
    }

    /// The rows as a file of this form.
    ///
    /// - Throws: `SheetFault` where the disk refuses.
    func reply(_ title: String, _ columns: [SheetColumn], _ rows: [[Cell]], at now: Instant) throws -> Reply {
        let name = "\(title) \(now.day(in: .shanghai)).\(rawValue)"
        switch self {
        case .csv:
            var writer = CSVWriter(header: columns.map(\.title))
            for row in rows { writer.append(row) }
            return .file(writer.bytes, type: type, name: name)
        case .xlsx:
            let book = try Workbook(sheet: String(title.prefix(31)), columns: columns, made: now)
            for row in rows { try book.append(row) }
            return .file(try book.finish(), type: type, name: name)
        }
    }
}
