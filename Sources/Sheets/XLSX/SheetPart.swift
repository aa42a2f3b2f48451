import Foundation

/// What a sheet's cells refer to in the other parts of the file.
struct SheetContext {
    let strings: [String]
    let formats: [NumberFormat]
    let from1904: Bool
    let merges: Merges
    let limits: SheetLimits
}

/// Reads one sheet's XML, row by row, into a layout that knows header and merged cells.
final class SheetPart: PartReader {
    private let context: SheetContext
    private var layout: SheetLayout
    private var row = 0, column = 0
    private var cells: [String] = []
    private var faults: [SheetFault] = []
    private var type = "", style = 0, hasFormula = false, hasValue = false
    private var isInCell = false
    private var gatherer: TextGatherer

    init(_ context: SheetContext, body: @escaping RowSink.Body) {
        self.context = context
        layout = SheetLayout(context, body: body)
        gatherer = TextGatherer(limits: context.limits)
    }

    func finish() throws -> SheetSummary { try layout.finish() }

    override func start(_ name: Substring, _ attributes: [String: String]) throws {
        switch name {
        case "row": try startRow(attributes["r"])
        case "c": try startCell(attributes)
        case "v" where isInCell, "t" where isInCell && type == "inlineStr":
            gatherer.isOpen = true
            hasValue = true
        case "f": hasFormula = true
        case "rPh": gatherer.phonetic += 1
        default: break
        }
    }

    override func end(_ name: Substring) throws {
        switch name {
        case "row": try layout.take(SheetRow(number: row, cells: cells), faults: faults)
        case "c": try endCell()
        case "v", "t": gatherer.isOpen = false
        case "rPh": gatherer.phonetic -= 1
        default: break
        }
    }

    override func text(_ text: String) throws { try gatherer.add(text) }

    /// Rows come in order; one without a number follows the one before.
    private func startRow(_ name: String?) throws {
        let number = name.map { Int($0) ?? 0 } ?? row + 1
        guard number > row, number <= 1_048_576 else { throw SheetFault(.damaged) }
        row = number
        column = 0
        cells.removeAll(keepingCapacity: true)
        faults.removeAll()
    }

    private func startCell(_ attributes: [String: String]) throws {
        if let name = attributes["r"] {
            guard let place = CellPlace(name.utf8), place.row == row else {
                throw SheetFault(.damaged, row: row)
            }
            column = place.column
        } else {
            column += 1
        }
        type = attributes["t"] ?? "n"
        style = attributes["s"].flatMap { Int($0) } ?? 0
        hasFormula = false
        hasValue = false
        isInCell = true
        gatherer.reset()
    }

    private func endCell() throws {
        isInCell = false
        do throws(SheetFault) {
            let text = try value()
            if text.isEmpty { return }
            guard column <= context.limits.columns else {
                throw SheetFault(.tooManyColumns(context.limits.columns))
            }
            while cells.count < column { cells.append("") }
            cells[column - 1] = text
        } catch {
            let placed = SheetFault(error.kind, row: row, column: column)
            switch error.kind {
            case .digitsLost, .notADate, .notANumber, .errorValue, .formulaWithoutValue, .controlCharacter:
                faults.append(placed)
            default: throw placed
            }
        }
    }

    private func value() throws(SheetFault) -> String {
        let raw = gatherer.text
        if !hasValue || (raw.isEmpty && type != "str") {
            if hasFormula { throw SheetFault(.formulaWithoutValue) }
            return ""
        }
        switch type {
        case "s":
            guard let index = Int(raw), context.strings.indices.contains(index) else {
                throw SheetFault(.damaged)
            }
            return try checked(context.strings[index])
        case "str", "inlineStr": return try checked(CellText.clean(raw))
        case "b": return raw == "1" || raw == "true" ? "TRUE" : "FALSE"
        case "e": throw SheetFault(.errorValue(String(raw.prefix(20))))
        case "d": return try CellText.date(raw)
        default: return try number(raw)
        }
    }

    private func number(_ raw: String) throws(SheetFault) -> String {
        let format = context.formats.indices.contains(style) ? context.formats[style] : .number
        if case .number = format { return try CellText.number(raw) }
        let days = try CellText.double(raw)
        guard let text = format.text(ofDays: days, from1904: context.from1904) else {
            throw SheetFault(.notADate)
        }
        return text
    }

    private func checked(_ text: String) throws(SheetFault) -> String {
        let limit = context.limits.cellLength
        if text.utf8.count > limit, text.utf16.count > limit { throw SheetFault(.cellTooLong(limit)) }
        if CellText.hasControlCharacter(text) { throw SheetFault(.controlCharacter) }
        return text
    }
}
