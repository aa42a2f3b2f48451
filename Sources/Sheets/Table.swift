/// One row of a table, padded to the width of its header.
public struct SheetRow: Sendable, Hashable {
    /// Counts from 1 as the sheet shows it; in CSV the line where the row begins.
    public let number: Int
    public let cells: [String]

    public init(number: Int, cells: [String]) {
        self.number = number
        self.cells = cells
    }
}

/// What a reading tells beside the rows it has handed over.
public struct SheetSummary: Sendable, Hashable {
    public var header: [String] = []
    public var rowCount = 0
    /// Faults of single rows, which were left out; the first ones in the order of the sheet.
    public var faults: [SheetFault] = []
    /// All such faults, also those beyond the limit of `faults`.
    public var faultCount = 0
}

/// A sheet read whole: a header, and the rows below it that are not blank.
public struct Table: Sendable, Hashable {
    public let header: [String]
    public let rows: [SheetRow]
    /// Faults of single rows, which are not among `rows`. Import nothing while there are any.
    public let faults: [SheetFault]
    public let faultCount: Int

    public init(header: [String], rows: [SheetRow], faults: [SheetFault] = [], faultCount: Int = 0) {
        self.header = header
        self.rows = rows
        self.faults = faults
        self.faultCount = max(faultCount, faults.count)
    }

    /// Reads XLSX or CSV, told apart by the bytes and never by the name of the file.
    ///
    /// Throws: `SheetFault` where nothing can be relied on.
    public init(reading bytes: [UInt8], limits: SheetLimits = .standard) throws {
        if XLSXReader.claims(bytes) {
            self = try XLSXReader(limits: limits).table(bytes)
        } else {
            self = try CSVReader(limits: limits).table(bytes)
        }
    }

    /// Gathers what a reader hands over row by row.
    init(
        gathering read: ((_ header: [String], _ row: SheetRow) throws -> Void) throws -> SheetSummary
    ) rethrows {
        var rows: [SheetRow] = []
        let summary = try read { _, row in rows.append(row) }
        self.init(
            header: summary.header, rows: rows, faults: summary.faults, faultCount: summary.faultCount)
    }
}
