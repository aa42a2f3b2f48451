import Foundation
public import Storage
import StorageSQLite
public import Values

/// An engine that the store, action and journey tests run on. A second engine is one more line in ``all``.
public struct Engine: Sendable, CustomStringConvertible {
    public let description: String
    let open: @Sendable (URL) throws -> any Database

    /// Every engine that this machine can open.
    public static let all: [Engine] = [
        Engine(description: "SQLite") { folder in
            try SQLiteDatabase(path: folder.appendingPathComponent("trial.sqlite").path)
        }
    ]

    /// Runs `body` on an empty database with the migrations, and takes it away afterwards.
    @discardableResult
    public func withDatabase<T>(
        _ migrations: [Migration], _ body: (any Database) async throws -> T
    ) async throws -> T {
        try await withFolder { folder in
            let database = try open(folder)
            defer { database.close() }
            try await database.migrate(migrations)
            return try await body(database)
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
