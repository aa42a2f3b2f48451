import Foundation
public import Storage
import StorageSQLite
public import Values

/// An engine that the store, action and journey tests run on.
public struct Engine: Sendable, CustomStringConvertible {
    public let description: String
    /// Opens an empty database of its own, and says how it is taken away once it is closed.
    let open: @Sendable (URL) async throws -> (any Database, takeAway: @Sendable () async throws -> Void)

    public static let sqlite = Engine(description: "SQLite") { folder in
        (try SQLiteDatabase(path: folder.appendingPathComponent("trial.sqlite").path), {})
    }

    /// Where `LINLI_POSTGRES` names a server: a schema of its own for each test.
    public static let postgres: Engine? = TrialServer.address.map { _ in
        Engine(description: "PostgreSQL") { _ in
            let schema = try await TrialServer.makeSchema()
            let database = try await TrialServer.open(schema, readers: 2, writers: 2)
            return (database, { try await TrialServer.drop(schema) })
        }
    }

    /// Every engine that this machine can open.
    public static let all: [Engine] = [sqlite] + (postgres.map { [$0] } ?? [])

    /// Runs `body` on an empty database with the migrations, and takes it away afterwards.
    @discardableResult
    public func withDatabase<T>(
        _ migrations: [Migration], _ body: (any Database) async throws -> T
    ) async throws -> T {
        try await withFolder { folder in
            let (database, takeAway) = try await open(folder)
            let result: Result<T, any Error>
            do {
                try await database.migrate(migrations)
                result = .success(try await body(database))
            } catch { result = .failure(error) }
            database.close()
            try await takeAway()
            return try result.get()
        }
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
