import Foundation

/// Holds every row against the header, and passes on those that fit.
struct RowSink {
    typealias Body = (_ header: [String], _ row: SheetRow) throws -> Void

    private let limits: SheetLimits
    private let body: Body
    private var hasHeader = false
    private(set) var summary = SheetSummary()

    init(limits: SheetLimits, body: @escaping Body) {
        self.limits = limits
        self.body = body
    }

    /// Takes a row; the first one that is not blank becomes the header.
    mutating func take(_ row: SheetRow) throws {
        if row.cells.allSatisfy(\.isEmpty) { return }
        if hasHeader { try takeData(row) } else { try takeHeader(row) }
    }

    /// Leaves a row out and remembers why.
    mutating func note(_ fault: SheetFault) {
        if summary.faults.count < limits.faults { summary.faults.append(fault) }
        summary.faultCount += 1
    }

    /// Refuses a table without even a header.
    func finish() throws -> SheetSummary {
        guard hasHeader else { throw SheetFault(.empty) }
        return summary
    }

    private mutating func takeHeader(_ row: SheetRow) throws {
        var names = row.cells.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
        while names.last?.isEmpty == true { names.removeLast() }
        if names.isEmpty { return }
        var seen: Set<String> = []
        for (index, name) in names.enumerated() where !name.isEmpty {
            guard seen.insert(name).inserted else {
                let shown = String(String.UnicodeScalarView(name.unicodeScalars.prefix(40)))
                throw SheetFault(.duplicateColumn(shown), row: row.number, column: index + 1)
            }
        }
        hasHeader = true
        summary.header = names
    }

    private mutating func takeData(_ row: SheetRow) throws {
        let header = summary.header
        for (index, cell) in row.cells.enumerated() where !cell.isEmpty {
            guard index < header.count, !header[index].isEmpty else {
                return note(SheetFault(.cellWithoutHeader, row: row.number, column: index + 1))
            }
        }
        guard summary.rowCount < limits.rows else {
            throw SheetFault(.tooManyRows(limits.rows), row: row.number)
        }
        summary.rowCount += 1
        var cells = row.cells
        if cells.count > header.count { cells.removeLast(cells.count - header.count) }
        while cells.count < header.count { cells.append("") }
        try body(header, SheetRow(number: row.number, cells: cells))
    }
}
