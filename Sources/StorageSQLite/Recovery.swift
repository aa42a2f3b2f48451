import GRDBSQLite
import Glibc
import Storage

/// What a fall left in the log is written anew and brought into the file, before anything builds on it.
///
/// After a failed sync the kernel may hold pages for clean that never reached the disk. Who reads the log
/// then sees more than the disk has, and a later sync would not help: commits laid behind such pages would
/// be lost with them. Written once more, the same bytes are the disk's own when the sync returns.
enum Recovery {
    /// Leaves the file alone where another program has it open: that one did this when it started.
    ///
    /// - Throws: ``StorageFault`` where the log cannot be made safe; then nothing must be served.
    static func run(at path: String) throws {
        let log = path + "-wal"
        // A log without a file was never synced, nor was anything in it; the engine takes it away.
        guard size(path) > 0, size(log) > 0 else { return }
        var handle: OpaquePointer?
        defer { sqlite3_close_v2(handle) }
        try check(sqlite3_open_v2(path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil), handle)
        // Held from the first look on, so that nobody writes the log meanwhile.
        try check(sqlite3_exec(handle, "PRAGMA locking_mode = EXCLUSIVE", nil, nil, nil), handle)
        let code = sqlite3_exec(handle, "PRAGMA synchronous = FULL; BEGIN IMMEDIATE; COMMIT", nil, nil, nil)
        if code & 0xff == SQLITE_BUSY { return }
        try check(code, handle)
        try writeAnew(log)
        try check(sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil), handle)
    }

    private static func size(_ path: String) -> off_t {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_size : 0
    }

    private static func check(_ code: Int32, _ handle: OpaquePointer?) throws {
        guard code == SQLITE_OK else { throw StorageFault(handle) }
    }

    /// Writes every byte of the file over itself, and syncs.
    private static func writeAnew(_ path: String) throws {
        let file = Glibc.open(path, O_RDWR | O_CLOEXEC)
        guard file >= 0 else { throw StorageFault(number: errno) }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20), at: off_t = 0
        while true {
            let count = pread(file, &bytes, bytes.count, at)
            guard count >= 0 else { throw StorageFault(number: errno) }
            if count == 0 { break }
            guard pwrite(file, bytes, count, at) == count else { throw StorageFault(number: errno) }
            at += off_t(count)
        }
        guard fsync(file) == 0 else { throw StorageFault(number: errno) }
    }
}

extension StorageFault {
    /// What the machine says of a call that failed.
    init(number: Int32) {
        self =
            switch number {
            case ENOSPC, EDQUOT: .full
            case EROFS, EACCES, EPERM: .readOnly
            default: .failing("error \(number)")
            }
    }
}
