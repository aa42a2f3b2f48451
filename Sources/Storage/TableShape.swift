/// A table as a schema makes it: its columns, and the key that its rows are told apart by.
public struct TableShape: Sendable, Hashable {
    public struct Column: Sendable, Hashable {
        public enum Kind: String, Sendable {
            case bytes = "BYTES"
            case text = "TEXT"
            case integer = "BIGINT"
        }

        public let name: String
        public let kind: Kind
    }

    public let name: String
    public let columns: [Column]
    public let key: [String]

    /// The tables that migrations make, in their order, with the columns that later ones add.
    ///
    /// - Throws: ``StorageFault/other(_:)`` where a statement is not written as the house writes its schema.
    public static func all(in migrations: [Migration]) throws -> [TableShape] {
        var shapes: [TableShape] = []
        for statement in migrations.flatMap(\.statements) {
            if let rest = statement.rest(after: "CREATE TABLE ") {
                shapes.append(try TableShape(statement: rest))
            } else if let rest = statement.rest(after: "ALTER TABLE ") {
                let words = rest.split { $0 == " " || $0 == "\n" }
                guard words.count > 3, words[1] == "ADD", words[2] == "COLUMN",
                    let index = shapes.firstIndex(where: { $0.name == words[0] })
                else { throw unreadable(rest) }
                let column = try column(words[3...].joined(separator: " "))
                let shape = shapes[index]
                shapes[index] = TableShape(
                    name: shape.name, columns: shape.columns + [column], key: shape.key)
            }
        }
        return shapes
    }

    private init(name: String, columns: [Column], key: [String]) {
        (self.name, self.columns, self.key) = (name, columns, key)
    }

    private static func column(_ part: String) throws -> Column {
        let words = part.split { $0 == " " || $0 == "\n" }
        guard words.count > 1, let kind = Column.Kind(rawValue: String(words[1])) else {
            throw unreadable(part[...])
        }
        return Column(name: String(words[0]), kind: kind)
    }

    private init(statement: Substring) throws {
        guard let open = statement.firstIndex(of: "("), let close = statement.lastIndex(of: ")") else {
            throw Self.unreadable(statement)
        }
        name = statement[..<open].trimmed
        var columns: [Column] = []
        var key: [String] = []
        for part in Self.parts(statement[statement.index(after: open)..<close]) {
            if let names = part.rest(after: "PRIMARY KEY") {
                key = names.split { "(), ".contains($0) }.map(String.init)
                continue
            }
            let column = try Self.column(part)
            columns.append(column)
            if part.contains("PRIMARY KEY") { key = [column.name] }
        }
        guard !key.isEmpty, key.allSatisfy({ name in columns.contains { $0.name == name } }) else {
            throw Self.unreadable(statement)
        }
        (self.columns, self.key) = (columns, key)
    }

    /// What stands between the commas that are in no further parentheses.
    private static func parts(_ text: Substring) -> [String] {
        var parts = [""], depth = 0
        for scalar in text.unicodeScalars {
            if scalar == "(" { depth += 1 }
            if scalar == ")" { depth -= 1 }
            if scalar == ",", depth == 0 {
                parts.append("")
            } else {
                parts[parts.count - 1].unicodeScalars.append(scalar)
            }
        }
        return parts.map { $0[...].trimmed }
    }

    private static func unreadable(_ text: Substring) -> StorageFault {
        .other("the schema says what cannot be read: \(text.prefix(60))")
    }

    /// Where each column of the key stands among the columns.
    public var keyPlaces: [Int] { key.compactMap { name in columns.firstIndex { $0.name == name } } }
}

extension StringProtocol {
    /// What follows these words at the beginning; nil where it begins otherwise.
    fileprivate func rest(after words: String) -> SubSequence? {
        utf8.starts(with: words.utf8) ? self[utf8.index(startIndex, offsetBy: words.utf8.count)...] : nil
    }
}

extension TableShape {
    /// Rows after a key in the order of keys, every column as it is.
    ///
    /// - Parameters:
    ///   - last: the values of the key after which to begin; nil begins at the first row.
    ///   - enough: bytes after which no further row is taken, so that large ones do not pile up.
    public func rows(
        after last: [Value]?, limit: Int, enough: Int = .max, where condition: SQL? = nil,
        _ reading: any Reading
    ) throws -> [[Value]] {
        let names = SQL(trusted: key.joined(separator: ", "))
        var sql: SQL = "SELECT \(every) FROM \(SQL(trusted: name))"
        if let last { sql += " WHERE (\(names)) > \(list: last)" }
        if let condition { sql += (last == nil ? " WHERE " : " AND ") + condition }
        sql += " ORDER BY \(names) LIMIT \(limit)"
        var rows: [[Value]] = [], bytes = 0
        do {
            try reading.each(sql) { row in
                let values = value(of: row)
                bytes += values.reduce(0) { $0 + $1.size }
                rows.append(values)
                if bytes > enough { throw Enough() }
            }
        } catch is Enough { return rows }
        return rows
    }

    private struct Enough: Error {}

    /// How many rows there are.
    public func count(_ reading: any Reading) throws -> Int64 {
        try reading.number("SELECT COUNT(*) FROM \(SQL(trusted: name))")
    }

    /// The key of the last row in the order of keys; nil where there is none.
    public func lastKey(where condition: SQL? = nil, _ reading: any Reading) throws -> [Value]? {
        var sql: SQL = "SELECT \(SQL(trusted: key.joined(separator: ", "))) FROM \(SQL(trusted: name))"
        if let condition { sql += " WHERE " + condition }
        let backwards = key.map { $0 + " DESC" }.joined(separator: ", ")
        sql += " ORDER BY \(SQL(trusted: backwards)) LIMIT 1"
        return try reading.first(sql) { row in
            keyPlaces.enumerated().map { place, column in value(of: row, place, columns[column].kind) }
        }
    }

    private var every: SQL { SQL(trusted: columns.map(\.name).joined(separator: ", ")) }

    private func value(of row: any Row) -> [Value] {
        columns.enumerated().map { place, column in value(of: row, place, column.kind) }
    }

    private func value(of row: any Row, _ place: Int, _ kind: Column.Kind) -> Value {
        if row.isNull(place) { return .null }
        return switch kind {
        case .bytes: .bytes(row.bytes(place))
        case .text: .text(row.text(place))
        case .integer: .integer(row.integer(place))
        }
    }

    /// The statement that writes rows; several at once take one way to a server.
    public func insert(_ rows: some Collection<[Value]>) -> SQL {
        var sql: SQL = "INSERT INTO \(SQL(trusted: name)) (\(every)) VALUES "
        for (index, row) in rows.enumerated() { sql += index == 0 ? "\(list: row)" : ", \(list: row)" }
        return sql
    }

    /// The key of a row, in the order of the key.
    public func key(of row: [Value]) -> [Value] { keyPlaces.map { row[$0] } }
}

extension Value {
    fileprivate var size: Int {
        switch self {
        case .null: 1
        case .integer: 8
        case .identifier: 16
        case .text(let text): text.utf8.count
        case .bytes(let bytes): bytes.count
        }
    }
}
