import Foundation
import GRDBSQLite
import Synchronization

/// SQLite's own way to the disk with failures put into it: of files below one folder, while the fault lasts.
enum FailingDisk {
    enum Fault { case write(Int32), sync }

    private typealias Open =
        @convention(c) (
            UnsafeMutablePointer<sqlite3_vfs>?, sqlite3_filename?, UnsafeMutablePointer<sqlite3_file>?, Int32,
            UnsafeMutablePointer<Int32>?
        ) -> Int32
    private typealias Methods = UnsafePointer<sqlite3_io_methods>

    private static let fault = Mutex<Fault?>(nil)
    private static let lock = NSLock()
    // Held by the lock; the pointers live as long as the program.
    nonisolated(unsafe) private static var folder = ""
    nonisolated(unsafe) private static var open: Open?
    /// Files with locks and files without have other methods, but write and sync alike.
    nonisolated(unsafe) private static var usual: Methods?
    nonisolated(unsafe) private static var failing: [Methods: Methods] = [:]

    /// Makes the default way to the disk one that can fail below `path`.
    static func stand(below path: String) {
        lock.withLock {
            folder = path
            guard open == nil, let usual = sqlite3_vfs_find(nil) else { return }
            open = usual.pointee.xOpen
            let vfs = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
            vfs.initialize(to: usual.pointee)
            vfs.pointee.zName = UnsafePointer(strdup("failing"))
            vfs.pointee.xOpen = { FailingDisk.openFile($0, $1, $2, $3, $4) }
            sqlite3_vfs_register(vfs, 1)
        }
    }

    static func fail(_ wanted: Fault?) { fault.withLock { $0 = wanted } }

    private static func openFile(
        _ vfs: UnsafeMutablePointer<sqlite3_vfs>?, _ name: sqlite3_filename?,
        _ file: UnsafeMutablePointer<sqlite3_file>?, _ flags: Int32, _ out: UnsafeMutablePointer<Int32>?
    ) -> Int32 {
        lock.withLock {
            let code = open?(vfs, name, file, flags, out) ?? SQLITE_CANTOPEN
            let isOurs = name.map { String(cString: $0).hasPrefix(folder) } ?? false
            if code == SQLITE_OK, isOurs, let file, let methods = file.pointee.pMethods {
                file.pointee.pMethods = failing[methods] ?? failing(like: methods)
            }
            return code
        }
    }

    /// The usual methods of a file, with the two that fail.
    private static func failing(like methods: Methods) -> Methods {
        let made = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
        made.initialize(to: methods.pointee)
        made.pointee.xWrite = { file, bytes, count, offset in
            if case .write(let code) = FailingDisk.fault.withLock({ $0 }) { return code }
            return FailingDisk.usual?.pointee.xWrite?(file, bytes, count, offset) ?? SQLITE_IOERR
        }
        made.pointee.xSync = { file, flags in
            if case .sync = FailingDisk.fault.withLock({ $0 }) { return SQLITE_IOERR | 4 << 8 }
            return FailingDisk.usual?.pointee.xSync?(file, flags) ?? SQLITE_IOERR
        }
        usual = methods
        failing[methods] = UnsafePointer(made)
        return UnsafePointer(made)
    }
}
