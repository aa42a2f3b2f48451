import Foundation
import Logging
import Storage
public import StoragePostgres
import Values

/// The PostgreSQL that tests may fill and empty, as `tools/with-postgres` starts one.
public enum TrialServer {
    /// Nil where no server is given: then its tests are skipped, and say so.
    public static let address = ProcessInfo.processInfo.environment["LINLI_POSTGRES"]

    public static let isThere = address != nil

    /// A quiet log: tests lose connections on purpose.
    public static let log = Logger(label: "trial") { _ in SwiftLogNoOpLogHandler() }

    /// The address of one schema, which everything is made in and looked for.
    public static func address(of schema: String) throws -> String {
        guard let address else { throw StorageFault.other("LINLI_POSTGRES names no server") }
        return address + (address.contains("?") ? "&" : "?") + "options=-csearch_path%3D\(schema)"
    }

    public static func open(
        _ schema: String, readers: Int = 2, writers: Int = 2
    ) async throws -> PostgresDatabase {
        try await PostgresDatabase.open(
            address(of: schema), readers: readers, writers: writers, log: log)
    }

    /// A schema that is nobody else's.
    public static func makeSchema() async throws -> String {
        let name = "trial_" + UUID().uuidString.lowercased().filter { $0 != "-" }
        try await tell("CREATE SCHEMA \(name)")
        return name
    }

    public static func drop(_ schema: String) async throws { try await tell("DROP SCHEMA \(schema) CASCADE") }

    /// One statement for the server itself, over one connection for the whole run.
    public static func tell(_ statement: String) async throws {
        let database = try await shared.value
        try await database.write(in: Identifier.trial(UInt64.random(in: 0...UInt64.max))) { writing in
            _ = try writing.run(SQL(trusted: statement))
        }
    }

    private static let shared = Task {
        guard let address else { throw StorageFault.other("LINLI_POSTGRES names no server") }
        return try await PostgresDatabase.open(address, readers: 1, writers: 2, log: log)
    }
}
