import Actions
import Sheets
import Values
import Web

/// In which form a list is taken away.
enum ListFormat: String, Sendable, CaseIterable {
    case csv, xlsx

    /// The rows as a file of this form.
    ///
    /// - Throws: `SheetFault` where the disk refuses.
    func reply(_ title: String, _ columns: [SheetColumn], _ rows: [[Cell]], at now: Instant) throws -> Reply {
        let name = "\(title) \(now.day(in: .shanghai))"
        switch self {
        case .csv:
            var writer = CSVWriter(header: columns.map(\.title))
            for row in rows { writer.append(row) }
            return .file(writer.bytes, type: "text/csv; charset=utf-8", name: name + ".csv")
        case .xlsx:
            let book = try Workbook(sheet: String(title.prefix(31)), columns: columns, made: now)
            for row in rows { try book.append(row) }
            return .workbook(try book.finish(), name: name)
        }
    }
}
