import GRDBSQLite
import Storage
import Values

/// Room for the bytes of bound values while their statements run: SQLite reads them there and copies none.
///
/// A statement inside another takes its room behind it and gives it back first, as on a stack.
final class BindingRoom {
    private let room: UnsafeMutableRawBufferPointer
    private var taken = 0
    private static let size = 64 << 10

    init() { room = .allocate(byteCount: Self.size, alignment: 8) }

    deinit { room.deallocate() }

    /// Binds the values and runs `body`; afterwards the statement is reset and holds none of them.
    func withBound<T>(_ values: [Value], to statement: OpaquePointer, _ body: () throws -> T) throws -> T {
        let before = taken
        defer {
            sqlite3_reset(statement)
            sqlite3_clear_bindings(statement)
            taken = before
        }
        for (index, value) in values.enumerated() {
            let code = bind(value, Int32(index + 1), statement)
            guard code == SQLITE_OK else { throw StorageFault(sqlite3_db_handle(statement)) }
        }
        return try body()
    }

    private func bind(_ value: Value, _ place: Int32, _ statement: OpaquePointer) -> Int32 {
        switch value {
        case .null: sqlite3_bind_null(statement, place)
        case .integer(let number): sqlite3_bind_int64(statement, place, number)
        case .text(var text):
            text.withUTF8 { bytes in
                keep(UnsafeRawBufferPointer(bytes)) { start, count, life in
                    sqlite3_bind_text(
                        statement, place, start?.assumingMemoryBound(to: CChar.self), count, life)
                }
            }
        case .bytes(let bytes):
            bytes.isEmpty
                ? sqlite3_bind_zeroblob(statement, place, 0)
                : bytes.withUnsafeBytes { bytes in
                    keep(bytes) { sqlite3_bind_blob(statement, place, $0, $1, $2) }
                }
        case .identifier(let id):
            withUnsafeBytes(of: (id.high.bigEndian, id.low.bigEndian)) { bytes in
                keep(bytes) { sqlite3_bind_blob(statement, place, $0, $1, $2) }
            }
        }
    }

    /// Hands over the bytes' copy in the room; where that is full, the bytes themselves, for SQLite to copy.
    private func keep(
        _ bytes: UnsafeRawBufferPointer,
        _ bind: (UnsafeRawPointer?, Int32, sqlite3_destructor_type?) -> Int32
    ) -> Int32 {
        // SQLITE_STATIC and SQLITE_TRANSIENT, which are casts in C.
        guard taken + bytes.count <= room.count, let start = room.baseAddress else {
            return bind(
                bytes.baseAddress, Int32(bytes.count), unsafeBitCast(-1, to: sqlite3_destructor_type.self))
        }
        let copy = UnsafeMutableRawBufferPointer(rebasing: room[taken..<taken + bytes.count])
        copy.copyMemory(from: bytes)
        defer { taken += bytes.count }
        return bind(UnsafeRawPointer(start + taken), Int32(bytes.count), nil)
    }
}
