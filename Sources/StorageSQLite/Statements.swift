import Foundation
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
    private var byText: [Text: Prepared] = [:]
    private var uses = 0
    private static let most = 400

    init(_ connection: OpaquePointer?, _ tables: Tables) {
        self.connection = connection
        self.tables = tables
    }

    /// The kept statement of the text, or a fresh one where that is being walked further out.
    func prepared(_ sql: SQL) throws -> Prepared {
        uses &+= 1
        let text = Text(sql.bytes)
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

    /// A statement's text as a key: hashed eight bytes at a time, for the longest have more than a thousand.
    private struct Text: Hashable {
        let bytes: [UInt8]
        let mixed: UInt64

        init(_ bytes: [UInt8]) {
            self.bytes = bytes
            mixed = bytes.withUnsafeBytes { raw in
                var mixed = UInt64(raw.count), at = 0
                while at + 8 <= raw.count {
                    mixed = Self.mix(mixed, raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
                    at += 8
                }
                var rest: UInt64 = 0
                while at < raw.count {
                    rest = rest << 8 | UInt64(raw[at])
                    at += 1
                }
                return Self.mix(mixed, rest)
            }
        }

        private static func mix(_ mixed: UInt64, _ word: UInt64) -> UInt64 {
            let product = (mixed ^ word) &* 0x9E37_79B9_7F4A_7C15
            return product ^ product >> 32
        }

        static func == (a: Text, b: Text) -> Bool {
            guard a.mixed == b.mixed, a.bytes.count == b.bytes.count else { return false }
            return a.bytes.withUnsafeBytes { left in
                b.bytes.withUnsafeBytes { right in
                    guard let left = left.baseAddress, let right = right.baseAddress else { return true }
                    return memcmp(left, right, a.bytes.count) == 0
                }
            }
        }

        func hash(into hasher: inout Hasher) { hasher.combine(mixed) }
    }
}
