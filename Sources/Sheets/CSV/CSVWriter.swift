/// Writes comma-separated values that open well in spreadsheet programs: UTF-8 with a byte order mark, CRLF.
///
/// A text that a program could take for a formula gets an apostrophe in front; `CSVReader` takes it off
/// again.
/// Source: RFC 4180.
public struct CSVWriter: Sendable {
    public private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

    public init(header: [String]) { append(header.map(Cell.text)) }

    public mutating func append(_ cells: [Cell]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            switch cell {
            case .text(let text): append(FormulaGuard.wrap(text))
            // Numbers and dates come from values, so their minus is no formula.
            default: bytes.append(contentsOf: cell.plainText.utf8)
            }
        }
        // A row of one empty cell would read as a blank line.
        if cells.count == 1, cells[0].plainText.isEmpty { bytes.append(contentsOf: "\"\"".utf8) }
        bytes.append(contentsOf: "\r\n".utf8)
    }

    /// Hands over what has been written since the last time, so that a long list can be sent in pieces.
    public mutating func drain() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private mutating func append(_ text: String) {
        let wantsQuotes = text.utf8.contains { byte in
            switch byte {
            case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\""), UInt8(ascii: "\t"), 0x0A, 0x0D:
                true
            default: false
            }
        }
        guard wantsQuotes else { return bytes.append(contentsOf: text.utf8) }
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

/// Keeps spreadsheet programs from running a resident's text.
enum FormulaGuard {
    /// Whether a program may take a text with this first scalar for a formula or a command.
    static func isDangerous(_ first: Unicode.Scalar?) -> Bool {
        switch first {
        case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": true
        default: false
        }
    }

    /// Puts an apostrophe before a dangerous text, and before one that already looks guarded.
    static func wrap(_ text: String) -> String {
        let scalars = text.unicodeScalars
        return isDangerous(scalars.first) || isGuarded(scalars) ? "'" + text : text
    }

    /// Undoes `wrap`.
    static func unwrap(_ text: String) -> String {
        guard isGuarded(text.unicodeScalars) else { return text }
        return String(text.unicodeScalars.dropFirst())
    }

    /// One or more apostrophes with a dangerous scalar behind them.
    private static func isGuarded(_ scalars: String.UnicodeScalarView) -> Bool {
        guard scalars.first == "'" else { return false }
        return isDangerous(scalars.first { $0 != "'" })
    }
}
