import Foundation
import GRDB
import Glibc
import Storage
import Synchronization

/// Whether the file takes changes, as the last of them found.
final class Health: Sendable {
    private struct State {
        var trouble: StorageFault?
        var isClosing = false
    }

    private let state = Mutex(State())

    /// What keeps changes from being taken; nil where nothing does.
    var trouble: StorageFault? { state.withLock { $0.trouble } }

    var isClosing: Bool { state.withLock { $0.isClosing } }

    /// A lock that was not had in time says nothing of the disk.
    func note(_ error: any Error) {
        let fault = error as? StorageFault ?? (error as? DatabaseError).map { StorageFault($0) }
        if fault == .busy { return }
        state.withLock { $0.trouble = fault ?? .failing("\(error)") }
    }

    func recover() { state.withLock { $0.trouble = nil } }

    /// Closes a connection. What it cannot finish is finished by the next start.
    func closing(_ queue: DatabaseQueue) {
        do { try queue.close() } catch { note(error) }
    }

    func close() { state.withLock { $0.isClosing = true } }
}

extension DatabaseQueue {
    /// Writes once, syncs, and copies the log into the file: only what has just worked is believed.
    func prove() throws {
        try writeWithoutTransaction { database in
            let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
            try database.execute(sql: "PRAGMA user_version = \(version)")
            // Where a long reading holds the log, it is copied later: what counts of it is synced already.
            try database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        }
    }
}

/// How much must be free before a disk that was full counts as well again: a burst of photos fits.
enum FreeRoom {
    static let least: UInt64 = 16 << 20

    /// Whether so much is free where the file lies; true where the machine does not say.
    static func isEnough(at path: String) -> Bool {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { return true }
        return UInt64(status.f_bavail) * UInt64(status.f_frsize) >= least
    }
}
