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

    private static let gate = Gate(24)

    /// Runs `body` when the server has room for the connections of another test.
    public static func withRoom<T>(_ body: () async throws -> T) async throws -> T {
        try await gate.within(body)
    }

    public static func open(
        _ schema: String, readers: Int = 2, writers: Int = 2
    ) async throws -> PostgresDatabase {
        var plan = PostgresDatabase.Plan()
        (plan.readers, plan.writers) = (readers, writers)
        return try await PostgresDatabase.open(address(of: schema), plan, log: log)
    }

    /// A schema that is nobody else's.
    public static func makeSchema() async throws -> String {
        let name = "trial_" + UUID().uuidString.lowercased().filter { $0 != "-" }
        try await tell("CREATE SCHEMA \(name)")
        return name
    }

    public static func drop(_ schema: String) async throws {
        try await tell("DROP SCHEMA IF EXISTS \(schema) CASCADE")
    }

    /// Every column of every row of the schema, one behind another.
    static func everyValue(_ reading: any Reading) throws -> [UInt8] {
        let columns = try reading.all(
            """
            SELECT CAST(table_name AS TEXT), CAST(column_name AS TEXT) FROM information_schema.columns
            WHERE table_schema = current_schema() AND data_type <> 'tsvector'
            ORDER BY table_name, ordinal_position LIMIT 10000
            """
        ) { ($0.text(0), $0.text(1)) }
        return try columns.flatMap { table, column in
            try reading.all(SQL(trusted: "SELECT \"\(column)\" FROM \"\(table)\"")) { $0.bytes(0) }.joined()
        }
    }

    /// Where a house in a folder keeps its rows: nil for a file in it, else a schema of the folder's name.
    public static func houseAddress(in folder: URL) async throws -> String? {
        guard Engine.all[0].description == Engine.postgres.description else { return nil }
        let schema = schema(of: folder)
        try await tell("CREATE SCHEMA IF NOT EXISTS \(schema)")
        return try address(of: schema)
    }

    /// Takes away what a house in a folder left on the server.
    public static func dropHouse(in folder: URL) async throws {
        guard Engine.all[0].description == Engine.postgres.description else { return }
        try await drop(schema(of: folder))
    }

    private static func schema(of folder: URL) -> String {
        "house_" + folder.lastPathComponent.lowercased().filter { $0.isLetter || $0.isNumber }
    }

    /// One statement for the server itself, over one connection for the whole run.
    public static func tell(_ statement: String) async throws {
        let database = try await shared.value
        try await database.write(in: Identifier.trial(UInt64.random(in: 0...UInt64.max))) { writing in
            _ = try writing.run(SQL(trusted: statement))
        }
    }

    private static let shared = Task {
        guard let address else { throw StorageFault.other("LINLI_POSTGRES names no server") }
        var plan = PostgresDatabase.Plan()
        (plan.readers, plan.writers) = (1, 2)
        return try await PostgresDatabase.open(address, plan, log: log)
    }
}
