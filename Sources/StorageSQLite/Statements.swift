import GRDBSQLite
import Storage

/// The prepared statements of one connection, found again by their texts.
///
/// At most ``most`` are kept: a list of another length is another text, so their number has no end.
final class Statements {
    /// A statement ready to be bound and stepped.
    final class Prepared {
        let handle: OpaquePointer
        let words: StatementWords
        fileprivate var lastUsed = 0

        fileprivate init(_ handle: OpaquePointer, _ words: StatementWords) {
            self.handle = handle
            self.words = words
        }

        deinit { sqlite3_finalize(handle) }
    }

    private let connection: OpaquePointer?
    private let tables: Tables
    private var byText: [StatementText: Prepared] = [:]
    private var uses = 0
    private static let most = 400

    init(_ connection: OpaquePointer?, _ tables: Tables) {
        self.connection = connection
        self.tables = tables
    }

    /// The kept statement of the text, or a fresh one where that is being walked further out.
    func prepared(_ sql: SQL) throws -> Prepared {
        uses &+= 1
        let text = StatementText(sql.bytes)
        guard let known = byText[text] else {
            let made = try prepare(sql.bytes)
            if byText.count >= Self.most { forgetSome() }
            byText[text] = made
            made.lastUsed = uses
            return made
        }
        known.lastUsed = uses
        return sqlite3_stmt_busy(known.handle) == 0 ? known : try prepare(sql.bytes)
    }

    private func prepare(_ text: [UInt8]) throws -> Prepared {
        var handle: OpaquePointer?
        let code = text.withUnsafeBytes { bytes in
            sqlite3_prepare_v3(
                connection, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count),
                UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
        }
        guard code == SQLITE_OK, let handle else { throw StorageFault(connection) }
        return Prepared(handle, StatementWords(text, tables))
    }

    /// Lets go of the half that was not used for longest.
    private func forgetSome() {
        let oldest = byText.sorted { $0.value.lastUsed < $1.value.lastUsed }.prefix(Self.most / 2)
        for (text, _) in oldest { byText[text] = nil }
    }
}
