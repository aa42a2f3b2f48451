/// A row of the cast that cannot be read: which table, which line of it, and why.
public struct CastFault: Error, Sendable, Hashable, CustomStringConvertible {
    public let table: String
    /// The line within the table, from 1.
    public let line: Int
    public let reason: String

    public var description: String { "\(table), line \(line): \(reason)" }
}

/// A table written as text: a row a line, fields between bars.
///
/// A line that starts with `+` goes on with the row above. Empty lines and lines that start with `#` are
/// passed over. A lone hyphen is an empty field. Every row must have as many fields as the table has columns.
struct CastTable: Sendable {
    /// One row, its fields trimmed, with its line for faults.
    struct Row: Sendable {
        let table: String
        let line: Int
        var fields: [String]

        func fault(_ reason: String) -> CastFault { CastFault(table: table, line: line, reason: reason) }

        /// The field's text; empty where the field is a hyphen.
        func text(_ column: Int) -> String { fields[column] == "-" ? "" : fields[column] }

        /// The field as a whole number.
        func number(_ column: Int) throws -> Int {
            guard let number = Int(fields[column]) else { throw fault("no number: \(fields[column])") }
            return number
        }

        /// The field as one of the words of an enum.
        func word<Word: RawRepresentable<String>>(_ column: Int) throws -> Word {
            guard let word = Word(rawValue: fields[column]) else {
                throw fault("no such word: \(fields[column])")
            }
            return word
        }

        /// The field's words, parted by spaces.
        func words(_ column: Int) -> [String] { text(column).split(separator: " ").map(String.init) }
    }

    let rows: [Row]

    init(_ name: String, columns: Int, _ text: String) throws {
        var rows: [Row] = []
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let line = Self.trimmed(line)
            if line.isEmpty || line.utf8.first == UInt8(ascii: "#") { continue }
            if line.utf8.first == UInt8(ascii: "+") {
                guard !rows.isEmpty else {
                    throw CastFault(table: name, line: index + 1, reason: "goes on with no row")
                }
                rows[rows.count - 1].fields += Self.fields(line.dropFirst())
            } else {
                rows.append(Row(table: name, line: index + 1, fields: Self.fields(line)))
            }
        }
        for row in rows where row.fields.count != columns {
            throw row.fault("\(row.fields.count) fields, not \(columns)")
        }
        self.rows = rows
    }

    static func fields(_ line: Substring) -> [String] {
        line.split(separator: "|", omittingEmptySubsequences: false).map { String(trimmed($0)) }
    }

    static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while text.utf8.first == UInt8(ascii: " ") { text = text.dropFirst() }
        while text.utf8.last == UInt8(ascii: " ") { text = text.dropLast() }
        return text
    }
}
