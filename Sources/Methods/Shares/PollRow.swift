/// A row of a file parted into its cells: by semicolons, with quotation marks around cells that hold one.
enum PollRow {
    static let semicolon = UInt8(ascii: ";"), quote = UInt8(ascii: "\""), space = UInt8(ascii: " ")

    /// The cells of a row, without spaces at their ends and without the quotation marks around them.
    ///
    /// A doubled quotation mark within quoted text is one. Text behind a closing mark belongs to the cell, as
    /// in the CSV readers that the format's files are written for. Throws where a mark is not closed on its
    /// line, or a cell holds a control character.
    static func cells(
        of bytes: UnsafeBufferPointer<UInt8>, _ row: Range<Int>, line: Int
    ) throws(InputFault) -> [String] {
        let cells = try parted(bytes, row, line: line)
        if cells.contains(where: { $0.contains(where: isControl) }) {
            throw InputFault("a control character stands in the row", line: line)
        }
        return cells.map { String(decoding: $0, as: UTF8.self) }
    }

    /// The same with whatever characters.
    static func parted(
        _ bytes: UnsafeBufferPointer<UInt8>, _ row: Range<Int>, line: Int
    ) throws(InputFault) -> [ArraySlice<UInt8>] {
        var cells: [ArraySlice<UInt8>] = []
        var at = row.lowerBound
        while true {
            let (cell, end) = try cell(of: bytes, from: at, to: row.upperBound, line: line)
            cells.append(trimmed(cell))
            if end >= row.upperBound { return cells }
            at = end + 1
        }
    }

    /// One cell's bytes without its marks, and where its semicolon or the row's end stands.
    static func cell(
        of bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, line: Int
    ) throws(InputFault) -> (cell: [UInt8], end: Int) {
        var at = start
        guard at < end, bytes[at] == quote else {
            while at < end, bytes[at] != semicolon { at += 1 }
            return (Array(bytes[start..<at]), at)
        }
        var cell: [UInt8] = []
        at += 1
        while true {
            guard at < end else { throw InputFault("a quotation mark is not closed", line: line) }
            if bytes[at] != quote {
                cell.append(bytes[at])
                at += 1
            } else if at + 1 < end, bytes[at + 1] == quote {
                cell.append(quote)
                at += 2
            } else {
                break
            }
        }
        at += 1
        while at < end, bytes[at] != semicolon {
            cell.append(bytes[at])
            at += 1
        }
        return (cell, at)
    }

    /// Without spaces and tabs at both ends.
    static func trimmed(_ text: [UInt8]) -> ArraySlice<UInt8> {
        var slice = text[...]
        while let last = slice.last, last == space || last == 0x09 { slice.removeLast() }
        while let first = slice.first, first == space || first == 0x09 { slice.removeFirst() }
        return slice
    }

    /// A cell as the format writes it: in quotation marks where it holds a semicolon or a mark, without the
    /// control characters that no cell may hold.
    static func written(_ text: String) -> String {
        if !text.utf8.contains(where: { $0 == semicolon || $0 == quote || isControl($0) }) { return text }
        var cell = "\""
        for scalar in text.unicodeScalars {
            let isControl = UInt8(exactly: scalar.value).map(isControl) ?? false
            cell.unicodeScalars.append(isControl ? " " : scalar)
            if scalar == "\"" { cell.unicodeScalars.append(scalar) }
        }
        return cell + "\""
    }

    /// Whether a byte is a control character that no cell may hold; a tab it may.
    private static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && byte != 0x09 || byte == 0x7f }
}
