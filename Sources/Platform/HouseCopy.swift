import Dispatch
import Foundation
public import Logging
import People
import Storage
import StorageSQLite
import Synchronization
import Values

/// A copy of a house into one file, of one moment, while it serves: of either engine a file that the embedded
/// one opens, so that a backup of any house comes back on any engine.
public struct HouseCopy: Sendable {
    /// Copies an open house into the new file.
    ///
    /// - Throws: ``MoveFault/unlike`` where the file does not hold what was read; a ``StorageFault``.
    public static func write(_ open: OpenHouse, to path: String) async throws {
        let database = open.house.database
        guard case .server = open.directory.place else { return try await database.copy(to: path) }
        let target = try SQLiteDatabase(path: path)
        defer { target.close() }
        try await HouseCopy(source: database, target: target, tables: try Rooms.tables).run()
    }

    /// Brings a copy into the empty place of a directory.
    ///
    /// - Parameters: `path`: the file, of a program as old as it may be; a server takes its rows, and the file
    /// is spent.
    /// - Throws: ``MoveFault``, a ``StorageFault``.
    public static func bring(
        _ path: String, into directory: DataDirectory, log: Logger, tell: @escaping @Sendable (String) -> Void
    ) async throws {
        switch directory.place {
        case .file(let place): try FileManager.default.moveItem(atPath: path, toPath: place)
        case .server:
            try await Move.run(from: .file(path), to: directory.place, log: log, tell: tell)
            try remove(path)
        }
    }

    /// Takes a file of the embedded engine away, with what may lie beside it.
    public static func remove(_ path: String) throws {
        let files = FileManager.default
        for file in ["", "-wal", "-shm"].map({ path + $0 }) where files.fileExists(atPath: file) {
            try files.removeItem(atPath: file)
        }
    }

    let source: any Database
    let target: any Database
    let tables: [TableShape]

    func run() async throws {
        try await target.migrate(Rooms.migrations)
        // Until it is whole it opens for nobody.
        try await target.write(in: Move.everywhere) { try HouseMarks.set(HouseMarks.moving, "", $0) }
        let tables = tables, target = target, isBegun = Mutex(false)
        let sums = try await source.read { reading in
            // A connection that was lost would begin another moment behind the rows of this one.
            guard isBegun.withLock({ begun in
                defer { begun = true }
                return !begun
            }) else { throw StorageFault.unsure }
            return try tables.map { try carry($0, reading, to: target) }
        }
        for (table, sum) in zip(tables, sums) {
            let copied = try await TableSum.of(table, in: target)
            guard copied == sum else { throw MoveFault.unlike(table.name, sum.rows, copied.rows) }
        }
        try await target.write(in: Move.everywhere) { try HouseMarks.remove(HouseMarks.moving, $0) }
    }

    /// On the reader's own thread, which stands on one moment until all is read.
    private func carry(
        _ table: TableShape, _ reading: any Reading, to target: any Database
    ) throws -> TableSum {
        var sum = TableSum(), last: [Value]?
        while let page = try table.page(after: last, reading) {
            sum.add(page.rows)
            last = page.end
            try waiting { try await target.write(in: Move.everywhere) { try table.write(page.rows, $0) } }
        }
        return sum
    }
}

/// Holds a thread of our own until what tasks do is done.
private func waiting(_ work: @escaping @Sendable () async throws -> Void) throws {
    let done = DispatchSemaphore(value: 0), fault = Mutex<(any Error)?>(nil)
    Task.detached {
        do { try await work() } catch { fault.withLock { $0 = error } }
        done.signal()
    }
    done.wait()
    if let fault = fault.withLock({ $0 }) { throw fault }
}
