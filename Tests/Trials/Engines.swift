import Foundation
public import Storage
import StoragePostgres
import StorageSQLite
public import Values

/// An engine that the store, action and journey tests run on.
public struct Engine: Sendable, CustomStringConvertible {
    public let description: String
    /// Makes an empty place for one database.
    let place: @Sendable (URL) async throws -> Place
    /// Every byte of a database as it would be carried away.
    let bytes: @Sendable (any Database) async throws -> [UInt8]

    /// Every engine that this run tries, the first for what one engine shows as well as another.
    ///
    /// SQLite always, PostgreSQL where `LINLI_POSTGRES` names a server; `LINLI_ENGINE` chooses one of them.
    public static let all: [Engine] = {
        let there = [sqlite] + (TrialServer.isThere ? [postgres] : [])
        guard let chosen = ProcessInfo.processInfo.environment["LINLI_ENGINE"] else { return there }
        let found = there.filter { $0.description == chosen }
        precondition(!found.isEmpty, "LINLI_ENGINE: this machine opens no \(chosen)")
        return found
    }()

    /// A place that several programs may open.
    struct Place {
        let open: () async throws -> any Database
        /// Once all have closed it.
        let takeAway: () async throws -> Void
    }

    public static let sqlite = Engine(description: "SQLite") { folder in
        let path = folder.appendingPathComponent("trial.sqlite").path
        return Place(open: { try SQLiteDatabase(path: path) }, takeAway: {})
    } bytes: { database in
        try await withFolder { folder in
            let path = folder.appendingPathComponent("copy.sqlite").path
            try await database.copy(to: path)
            return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        }
    }

    /// A schema of its own for each test.
    static let postgres = Engine(description: "PostgreSQL") { _ in
        let schema = try await TrialServer.makeSchema()
        return Place(
            open: { try await TrialServer.open(schema) }, takeAway: { try await TrialServer.drop(schema) })
    } bytes: { database in
        try await database.read(TrialServer.everyValue)
    }

    /// Runs `body` on an empty database with the migrations, and takes it away afterwards.
    @discardableResult
    public func withDatabase<T>(
        _ migrations: [Migration], _ body: (any Database) async throws -> T
    ) async throws -> T {
        try await withPrograms(1, migrations) { try await body($0[0]) }
    }

    /// Runs `body` with a database that so many programs have open at once.
    @discardableResult
    public func withPrograms<T>(
        _ count: Int, _ migrations: [Migration], _ body: ([any Database]) async throws -> T
    ) async throws -> T {
        guard description == Engine.postgres.description else {
            return try await open(count, migrations, body)
        }
        return try await TrialServer.withRoom { try await open(count, migrations, body) }
    }

    private func open<T>(
        _ count: Int, _ migrations: [Migration], _ body: ([any Database]) async throws -> T
    ) async throws -> T {
        try await withFolder { folder in
            let place = try await place(folder)
            var databases: [any Database] = []
            let result: Result<T, any Error>
            do {
                for _ in 0..<count { databases.append(try await place.open()) }
                for database in databases { try await database.migrate(migrations) }
                result = .success(try await body(databases))
            } catch { result = .failure(error) }
            databases.forEach { $0.close() }
            try await place.takeAway()
            return try result.get()
        }
    }
}

extension Database {
    /// Every byte of it as it would be carried away, whichever engine of the list it is of.
    public func everyByte() async throws -> [UInt8] {
        try await (self is PostgresDatabase ? Engine.postgres : Engine.sqlite).bytes(self)
    }
}

/// Runs `body` with a folder of its own, and takes it away afterwards.
@discardableResult
public func withFolder<T>(_ body: (URL) async throws -> T) async throws -> T {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "linli-trial-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
}

extension Identifier {
    /// A made-up identifier for tests.
    public static func trial(_ number: UInt64) -> Identifier { Identifier(high: 7 << 12, low: number) }
}
