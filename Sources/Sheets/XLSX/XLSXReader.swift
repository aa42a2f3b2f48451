import Foundation

/// Reads spreadsheets in the XLSX format out of memory, within limits.
///
/// Shape: the first visible sheet, or one by name; text as it stands, numbers in at most 15 digits, dates as
/// yyyy-MM-dd with HH:mm where there is a time of day, TRUE and FALSE, formulas by their last result.
/// Hidden rows count. Source: ECMA-376 part 1.
public struct XLSXReader: Sendable {
    public let sheet: String?
    public let limits: SheetLimits

    public init(sheet: String? = nil, limits: SheetLimits = .standard) {
        self.sheet = sheet
        self.limits = limits
    }

    /// Whether bytes begin like a spreadsheet program's file, an old or encrypted one included.
    public static func claims(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x50, 0x4B]) || bytes.starts(with: compound)
    }

    /// Reads the whole table.
    ///
    /// Throws: `SheetFault`.
    public func table(_ bytes: [UInt8]) throws -> Table {
        try Table { try forEachRow(in: bytes, $0) }
    }

    /// The names of the visible sheets, in their order.
    ///
    /// Throws: `SheetFault`.
    public func sheetNames(_ bytes: [UInt8]) throws -> [String] {
        try SpreadsheetFile(try open(bytes)).sheets.map(\.name)
    }

    /// Hands over row by row; what was handed over before a throw is not to be kept.
    ///
    /// Throws: `SheetFault`, and what `body` throws.
    @discardableResult
    public func forEachRow(
        in bytes: [UInt8], _ body: (_ header: [String], _ row: SheetRow) throws -> Void
    ) throws -> SheetSummary {
        let file = try SpreadsheetFile(try open(bytes))
        let path = try file.path(of: sheet)
        let context = try file.context(path)
        return try withoutActuallyEscaping(body) { body in
            let part = SheetPart(context, body: body)
            try part.read(path, of: file.archive)
            return try part.finish()
        }
    }

    /// The compound files of before 2007, which today's encrypted files also are.
    private static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    private func open(_ bytes: [UInt8]) throws -> Archive {
        guard bytes.count <= limits.fileBytes else {
            throw SheetFault(.fileTooBig(megabytes: limits.fileBytes >> 20))
        }
        if bytes.starts(with: Self.compound) {
            let mark = Data("EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
            throw SheetFault(Data(bytes).range(of: mark) == nil ? .oldFormat : .encrypted)
        }
        guard bytes.starts(with: [0x50, 0x4B]) else { throw SheetFault(bytes.isEmpty ? .empty : .notATable) }
        return try Archive(bytes, limits: limits)
    }
}

/// The parts of an opened file and how they hang together.
struct SpreadsheetFile {
    let archive: Archive
    private let workbook: WorkbookPart
    private let relations: Relationships

    init(_ archive: Archive) throws {
        self.archive = archive
        // A zip of anything else has no such part: it is no table rather than a damaged one.
        guard try archive.open("_rels/.rels") != nil else { throw SheetFault(.notATable) }
        guard let path = try Relationships(of: "", in: archive).first("officeDocument") else {
            throw SheetFault(.notATable)
        }
        workbook = WorkbookPart()
        try workbook.read(path, of: archive)
        relations = try Relationships(of: path, in: archive)
    }

    /// The visible sheets of cells; a chart's sheet is none.
    var sheets: [WorkbookPart.Sheet] {
        workbook.sheets.filter { !$0.isHidden && relations.targets[$0.relation]?.kind == "worksheet" }
    }

    func path(of name: String?) throws -> String {
        let found = name.map { name in sheets.first { $0.name == name } } ?? sheets.first
        guard let found, let target = relations.targets[found.relation] else {
            throw SheetFault(name.map { .sheetMissing(String($0.prefix(40))) } ?? .noSheet)
        }
        return target.path
    }

    /// Reads what the cells of a sheet refer to.
    func context(_ path: String) throws -> SheetContext {
        let strings = SharedStrings(limits: archive.limits), styles = Styles()
        if let part = relations.first("sharedStrings") { try strings.read(part, of: archive) }
        if let part = relations.first("styles") { try styles.read(part, of: archive) }
        return SheetContext(
            strings: strings.strings, formats: styles.formats, from1904: workbook.countsFrom1904,
            merges: try Merges(path, of: archive), limits: archive.limits)
    }
}
