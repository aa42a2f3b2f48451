import GRDB
import GRDBSQLite
import Storage
import Values

/// One SQLite connection on the thread that holds it: binds, steps and reads by hand.
final class Connection: Writing {
    private let handle: OpaquePointer?
    private let statements: Statements
    private let room = BindingRoom()
    private let tables: Tables
    /// How many commits the transaction sees, once it was asked for.
    private var seen: (all: Int64, settled: Int64)?
    private var isWriting = false
    private var rowsBefore: Int64 = 0
    /// Whether the transaction changed settled tables, be it undone or not.
    private(set) var changedSettled = false
    private var isOnlySettled = false
    /// Words and figures waiting for the end of the group; see ``GroupWriter``.
    var waitingWords: [WordDocument] = []
    var waitingFigures = WaitingFigures()

    init(_ database: GRDB.Database, _ tables: Tables) {
        handle = database.sqliteConnection
        statements = Statements(handle, tables)
        self.tables = tables
    }

    func begin(writing: Bool) throws {
        (seen, changedSettled, isWriting) = (nil, false, writing)
        rowsBefore = sqlite3_total_changes64(handle)
        try run(writing ? "BEGIN IMMEDIATE" : "BEGIN DEFERRED")
    }

    func each(_ sql: SQL, _ body: (any Storage.Row) throws -> Void) throws {
        try step(sql) { statement in
            let row = StatementRow(statement: statement)
            while true {
                switch sqlite3_step(statement) {
                case SQLITE_ROW: try body(row)
                case SQLITE_DONE: return
                default: throw StorageFault(handle)
                }
            }
        }
    }

    @discardableResult
    func run(_ sql: SQL) throws -> Int {
        let statement = try ready(sql)
        return try run(statement, sql.values)
    }

    private func run(_ statement: Statements.Prepared, _ values: [Value]) throws -> Int {
        try room.withBound(values, to: statement.handle) {
            var code = sqlite3_step(statement.handle)
            while code == SQLITE_ROW { code = sqlite3_step(statement.handle) }
            guard code == SQLITE_DONE else { throw StorageFault(handle) }
        }
        return Int(sqlite3_changes(handle))
    }

    func index(_ document: WordDocument) { waitingWords.append(document) }

    func add(_ difference: Int64, to figure: FigureKey) { waitingFigures.add(difference, to: figure) }

    /// Writes the figures that wait, each once.
    func writeWaitingFigures() throws {
        for (figure, number) in waitingFigures.take() {
            let sql = SQL.adding(number, to: figure)
            _ = try run(statements.prepared(sql), sql.values)
        }
    }

    /// Several statements of a migration or a pragma.
    func execute(_ text: String) throws {
        guard sqlite3_exec(handle, text, nil, nil, nil) == SQLITE_OK else { throw StorageFault(handle) }
    }

    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    private func step(_ sql: SQL, _ body: (OpaquePointer) throws -> Void) throws {
        let statement = try ready(sql)
        try room.withBound(sql.values, to: statement.handle) { try body(statement.handle) }
    }

    /// The statement, with what it is about to read already written.
    private func ready(_ sql: SQL) throws -> Statements.Prepared {
        let statement = try statements.prepared(sql)
        if statement.words.changesSettled { changedSettled = true }
        if isOnlySettled, statement.words.namesOthers {
            throw StorageFault.other("what is kept was to be made of a table that is not settled")
        }
        if statement.words.namesFigures, !waitingFigures.isEmpty { try writeWaitingFigures() }
        return statement
    }
}

extension Connection {
    /// Counts the commits, and those that changed settled tables: in the database, so that every program that
    /// writes here is counted, and a reading sees the count of its own moment.
    static let countSchema = """
        CREATE TABLE IF NOT EXISTS commit_count (
          one INTEGER PRIMARY KEY CHECK (one = 1), everything INTEGER NOT NULL, settled INTEGER NOT NULL);
        INSERT OR IGNORE INTO commit_count (one, everything, settled) VALUES (1, 0, 0);
        """

    func state(of ground: Ground) throws -> GroundState? {
        // What a change made is not yet what others see.
        if changedSettled || (isWriting && ground != .settled) { return nil }
        if ground == .lately { return GroundState(database: tables.database, change: 0) }
        let seen = try self.seen ?? counts()
        self.seen = seen
        return GroundState(
            database: tables.database, change: ground == .settled ? seen.settled : seen.all)
    }

    private func counts() throws -> (all: Int64, settled: Int64) {
        try first("SELECT everything, settled FROM commit_count WHERE one = 1") {
            ($0.integer(0), $0.integer(1))
        } ?? (0, 0)
    }

    /// Before the commit: what others keep is old from now on. A commit that changed no row is none.
    func countCommit() throws {
        guard sqlite3_total_changes64(handle) > rowsBefore else { return }
        try run(
            """
            UPDATE commit_count SET everything = everything + 1, settled = settled + \(changedSettled)
            WHERE one = 1
            """)
    }

    func only<T>(_ ground: Ground, _ body: () throws -> T) throws -> T {
        let before = isOnlySettled
        isOnlySettled = before || ground == .settled
        defer { isOnlySettled = before }
        return try body()
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

    func append(_ column: Int, to bytes: inout [UInt8]) -> Int {
        guard let start = sqlite3_column_blob(statement, Int32(column)) else { return 0 }
        let count = Int(sqlite3_column_bytes(statement, Int32(column)))
        bytes.append(contentsOf: UnsafeRawBufferPointer(start: start, count: count))
        return count
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

    /// Failed readings: one broken place, while the rest of the disk may take changes.
    private static let readings: Set<Int32> = [266, 522, 8202, 8458]

    /// What the connection says of the call that just failed.
    init(_ connection: OpaquePointer?) {
        self.init(
            code: sqlite3_extended_errcode(connection), message: String(cString: sqlite3_errmsg(connection)))
    }

    init(code: Int32, message: String) {
        self =
            switch code & 0xff {
            case SQLITE_BUSY, SQLITE_LOCKED: .busy
            case SQLITE_FULL: .full
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN: .readOnly
            case SQLITE_CORRUPT, SQLITE_NOTADB: .corrupt(message)
            case SQLITE_CONSTRAINT: .constraint(message)
            case SQLITE_IOERR where !Self.readings.contains(code): .failing("\(code): \(message)")
            default: .other("\(code): \(message)")
            }
    }
}
