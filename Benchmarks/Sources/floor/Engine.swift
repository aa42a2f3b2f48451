import Csqlite

/// A value of a row as SQLite keeps it.
enum Cell: Hashable {
    case null
    case integer(Int64)
    case text(String)
    case blob([UInt8])
}

/// One connection, with each statement prepared once.
final class Engine {
    private var connection: OpaquePointer?
    private var statements: [String: OpaquePointer] = [:]

    init(_ path: String) throws {
        let code = sqlite3_open_v2(path, &connection, SQLITE_OPEN_READWRITE, nil)
        guard code == SQLITE_OK else { throw fault(code) }
    }

    deinit {
        for statement in statements.values { sqlite3_finalize(statement) }
        sqlite3_close(connection)
    }

    func execute(_ text: String) throws {
        let code = sqlite3_exec(connection, text, nil, nil, nil)
        guard code == SQLITE_OK else { throw fault(code) }
    }

    func run(_ text: String, _ cells: [Cell] = []) throws { _ = try rows(text, cells) }

    func number(_ text: String, _ cells: [Cell] = []) throws -> Int64 {
        guard case .integer(let number) = try rows(text, cells).first?.first else { return 0 }
        return number
    }

    func rows(_ text: String, _ cells: [Cell] = []) throws -> [[Cell]] {
        let statement = try prepared(text)
        defer {
            sqlite3_reset(statement)
            sqlite3_clear_bindings(statement)
        }
        for (index, cell) in cells.enumerated() { bind(cell, Int32(index + 1), statement) }
        var rows: [[Cell]] = []
        while true {
            let code = sqlite3_step(statement)
            if code == SQLITE_DONE { return rows }
            guard code == SQLITE_ROW else { throw fault(code) }
            rows.append((0..<sqlite3_column_count(statement)).map { read(statement, $0) })
        }
    }

    private func prepared(_ text: String) throws -> OpaquePointer {
        if let known = statements[text] { return known }
        var statement: OpaquePointer?
        let code = sqlite3_prepare_v2(connection, text, -1, &statement, nil)
        guard code == SQLITE_OK, let statement else { throw fault(code) }
        statements[text] = statement
        return statement
    }

    private func bind(_ cell: Cell, _ place: Int32, _ statement: OpaquePointer) {
        // SQLITE_STATIC would do while the row stands, but a Swift buffer does not: SQLite copies.
        let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        switch cell {
        case .null: sqlite3_bind_null(statement, place)
        case .integer(let number): sqlite3_bind_int64(statement, place, number)
        case .text(let text): sqlite3_bind_text(statement, place, text, Int32(text.utf8.count), copies)
        case .blob(let bytes): sqlite3_bind_blob(statement, place, bytes, Int32(bytes.count), copies)
        }
    }

    private func read(_ statement: OpaquePointer, _ column: Int32) -> Cell {
        let count = Int(sqlite3_column_bytes(statement, column))
        switch sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, column))
        case SQLITE_TEXT:
            guard let start = sqlite3_column_text(statement, column) else { return .null }
            return .text(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
        case SQLITE_BLOB:
            guard let start = sqlite3_column_blob(statement, column) else { return .blob([]) }
            return .blob(Array(UnsafeRawBufferPointer(start: start, count: count)))
        default: return .null
        }
    }

    private func fault(_ code: Int32) -> Fault {
        Fault.engine(code, String(cString: sqlite3_errmsg(connection)))
    }
}
