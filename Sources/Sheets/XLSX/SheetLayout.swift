import Foundation

/// Finds the header among the rows of a sheet and gives merged cells their meaning, before rows reach the
/// sink.
///
/// A first line with one cell merged over several columns is the sheet's title and is passed over. A header
/// whose cells are merged downward is as many rows high; each column is then called by its lowest heading,
/// with the one above in front where two would be the same. Below it, what is merged downward counts for
/// each of its rows.
struct SheetLayout {
    private enum Stage {
        case seeking
        case header(last: Int)
        case data
    }

    private let merges: Merges
    private var sink: RowSink
    private var stage = Stage.seeking
    private var headerRows: [SheetRow] = []
    /// By column, counted from 0: the text that goes on downward, and its last row.
    private var running: [Int: (text: String, last: Int)] = [:]

    /// More rows than this are no header any more.
    private static let tallestHeader = 4

    init(_ context: SheetContext, body: @escaping RowSink.Body) {
        merges = context.merges
        sink = RowSink(limits: context.limits, body: body)
    }

    /// Takes the next row; with faults of its own it is noted and left out.
    mutating func take(_ row: SheetRow, faults: [SheetFault]) throws {
        if case .header(let last) = stage, row.number > last { try endHeader() }
        switch stage {
        case .seeking:
            // A heading that cannot be read leaves nothing to go by.
            if let fault = faults.first { throw fault }
            if isBlank(row) || isTitle(row) { return }
            stage = .header(last: headerEnd(from: row.number))
            headerRows = [row]
        case .header:
            if let fault = faults.first { throw fault }
            headerRows.append(row)
        case .data: try takeData(row, faults)
        }
    }

    mutating func finish() throws -> SheetSummary {
        if case .header = stage { try endHeader() }
        return try sink.finish()
    }

    private mutating func takeData(_ row: SheetRow, _ faults: [SheetFault]) throws {
        let filled = fill(row)
        if faults.isEmpty { return try sink.take(filled) }
        faults.forEach { sink.note($0) }
    }

    private func isBlank(_ row: SheetRow) -> Bool { row.cells.allSatisfy(\.isEmpty) }

    private func isTitle(_ row: SheetRow) -> Bool {
        let texts = row.cells.indices.filter { !row.cells[$0].isEmpty }
        guard texts.count == 1, let only = texts.first else { return false }
        return merges.startingAt[row.number, default: []].contains {
            $0.first.column == only + 1 && $0.last.column > $0.first.column
        }
    }

    private func headerEnd(from row: Int) -> Int {
        let lowest = merges.startingAt[row, default: []].map(\.last.row).max() ?? row
        return min(lowest, row + Self.tallestHeader - 1)
    }

    /// Names each column by the headings that stand over it.
    private mutating func endHeader() throws {
        stage = .data
        guard let first = headerRows.first else { return }
        if headerRows.count == 1 { return try sink.take(first) }
        let width = headerRows.map(\.cells.count).max() ?? 0
        var paths = [[String]](repeating: [], count: width)
        for row in headerRows {
            for column in 0..<width {
                let text = heading(row, column)
                if !text.isEmpty, paths[column].last != text { paths[column].append(text) }
            }
        }
        var uses: [String: Int] = [:]
        for path in paths { uses[path.last ?? "", default: 0] += 1 }
        let names = paths.map { path in
            let leaf = path.last ?? ""
            return uses[leaf] == 1 ? leaf : path.joined(separator: " ")
        }
        headerRows = []
        try sink.take(SheetRow(number: first.number, cells: names))
    }

    /// The heading of a column in one row, also where it is merged from the left.
    private func heading(_ row: SheetRow, _ column: Int) -> String {
        func text(_ index: Int) -> String {
            let cell = index < row.cells.count ? row.cells[index] : ""
            return cell.trimmingCharacters(in: .whitespacesAndNewlines)
        }
        if !text(column).isEmpty { return text(column) }
        let range = merges.startingAt[row.number, default: []].first {
            $0.first.column <= column + 1 && column + 1 <= $0.last.column
        }
        return range.map { text($0.first.column - 1) } ?? ""
    }

    /// Carries merged texts downward into a row that has something of its own.
    private mutating func fill(_ row: SheetRow) -> SheetRow {
        if running.isEmpty, merges.startingAt[row.number] == nil { return row }
        running = running.filter { $0.value.last >= row.number }
        var cells = row.cells
        if !isBlank(row) {
            for (column, run) in running {
                while cells.count <= column { cells.append("") }
                if cells[column].isEmpty { cells[column] = run.text }
            }
        }
        for range in merges.startingAt[row.number, default: []] where range.last.row > row.number {
            let column = range.first.column - 1
            guard column < cells.count, !cells[column].isEmpty else { continue }
            running[column] = (cells[column], range.last.row)
        }
        return SheetRow(number: row.number, cells: cells)
    }
}
