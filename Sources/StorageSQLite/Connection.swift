import GRDB
import GRDBSQLite
import Storage
import Values

/// One SQLite connection on the thread that holds it: binds, steps and reads by hand on GRDB's cached
/// statements.
final class Connection: Writing {
    private let database: GRDB.Database
    /// Words waiting for the end of the group; see ``SQLiteDatabase``.
    var waiting: [WordDocument] = []

    init(_ database: GRDB.Database) { self.database = database }

    func each(_ sql: SQL, _ body: (any Storage.Row) throws -> Void) throws {
        try step(sql) { statement in
            let row = StatementRow(statement: statement)
            while true {
                switch sqlite3_step(statement) {
                case SQLITE_ROW: try body(row)
                case SQLITE_DONE: return
                default: throw fault()
                }
            }
        }
    }

    @discardableResult
    func run(_ sql: SQL) throws -> Int {
        try step(sql) { statement in
            var code = sqlite3_step(statement)
            while code == SQLITE_ROW { code = sqlite3_step(statement) }
            guard code == SQLITE_DONE else { throw fault() }
        }
        return Int(sqlite3_changes(database.sqliteConnection))
    }

    func index(_ document: WordDocument) { waiting.append(document) }

    /// Several statements of a migration or a pragma.
    func execute(_ text: String) throws {
        guard sqlite3_exec(database.sqliteConnection, text, nil, nil, nil) == SQLITE_OK else { throw fault() }
    }

    var isInTransaction: Bool { sqlite3_get_autocommit(database.sqliteConnection) == 0 }

    private func step(_ sql: SQL, _ body: (OpaquePointer) throws -> Void) throws {
        let statement = try prepared(sql.text)
        defer {
            sqlite3_reset(statement.sqliteStatement)
            sqlite3_clear_bindings(statement.sqliteStatement)
        }
        try bind(sql.values, to: statement.sqliteStatement)
        try body(statement.sqliteStatement)
    }

    /// The cached statement of the text, or a fresh one where the cached one is being walked further out.
    private func prepared(_ text: String) throws -> Statement {
        do {
            let cached = try database.cachedStatement(sql: text)
            return sqlite3_stmt_busy(cached.sqliteStatement) == 0
                ? cached : try database.makeStatement(sql: text)
        } catch let error as DatabaseError {
            throw StorageFault(error)
        }
    }

    private func bind(_ values: [Value], to statement: OpaquePointer) throws {
        // SQLITE_TRANSIENT: SQLite copies, for the Swift buffer is gone after the call.
        let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        for (index, value) in values.enumerated() {
            let place = Int32(index + 1)
            let code =
                switch value {
                case .null: sqlite3_bind_null(statement, place)
                case .integer(let number): sqlite3_bind_int64(statement, place, number)
                case .text(var text):
                    text.withUTF8 { bytes in
                        bytes.withMemoryRebound(to: CChar.self) {
                            sqlite3_bind_text(statement, place, $0.baseAddress, Int32($0.count), copies)
                        }
                    }
                case .bytes(let bytes):
                    bytes.isEmpty
                        ? sqlite3_bind_zeroblob(statement, place, 0)
                        : sqlite3_bind_blob(statement, place, bytes, Int32(bytes.count), copies)
                }
            guard code == SQLITE_OK else { throw fault() }
        }
    }

    private func fault() -> StorageFault {
        StorageFault(
            code: sqlite3_extended_errcode(database.sqliteConnection),
            message: String(cString: sqlite3_errmsg(database.sqliteConnection)))
    }
}

/// The row that a statement stands on.
struct StatementRow: Storage.Row {
    let statement: OpaquePointer

    func isNull(_ column: Int) -> Bool { sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL }
    func integer(_ column: Int) -> Int64 { sqlite3_column_int64(statement, Int32(column)) }

    func text(_ column: Int) -> String {
        guard let start = sqlite3_column_text(statement, Int32(column)) else { return "" }
        let count = Int(sqlite3_column_bytes(statement, Int32(column)))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func bytes(_ column: Int) -> [UInt8] {
        guard let start = sqlite3_column_blob(statement, Int32(column)) else { return [] }
        return Array(
            UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, Int32(column)))))
    }

    func identifier(_ column: Int) throws -> Identifier {
        guard sqlite3_column_bytes(statement, Int32(column)) == 16,
            let start = sqlite3_column_blob(statement, Int32(column))
        else { throw StorageFault.unreadable("identifier in column \(column)") }
        let high = start.loadUnaligned(as: UInt64.self),
            low = start.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
        return Identifier(high: UInt64(bigEndian: high), low: UInt64(bigEndian: low))
    }
}

extension StorageFault {
    init(_ error: DatabaseError) {
        self.init(code: error.extendedResultCode.rawValue, message: error.message ?? "")
    }

    init(code: Int32, message: String) {
        self =
            switch code & 0xff {
            case SQLITE_BUSY, SQLITE_LOCKED: .busy
            case SQLITE_FULL: .full
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN: .readOnly
            case SQLITE_CORRUPT, SQLITE_NOTADB: .corrupt(message)
            case SQLITE_CONSTRAINT: .constraint(message)
            default: .other("\(code): \(message)")
            }
    }
}
