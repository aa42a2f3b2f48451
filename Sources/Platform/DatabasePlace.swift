import Foundation
import Logging
import People
public import Sealing
import Storage
import StoragePostgres
import StorageSQLite
import Values

/// Where the rows are kept: a file of this machine, or a PostgreSQL at an address. One setting says which.
public enum DatabasePlace: Sendable, Hashable {
    case file(String)
    /// As libpq reads it; it may hold a password, so nothing prints it.
    case server(String)

    /// - Parameters: `text`: `postgresql://…`, or a path.
    public init(_ text: String) {
        let isServer = ["postgresql://", "postgres://"].contains { text.utf8.starts(with: $0.utf8) }
        self = isServer ? .server(text) : .file(text)
    }

    /// Where it is filled before it takes its name; a server has a mark for that.
    var beside: DatabasePlace {
        switch self {
        case .file(let path): .file(path + ".filling")
        case .server: self
        }
    }

    /// Opens the engine that the place asks for.
    ///
    /// - Parameters: `plan`: for a server, its connections and what stands beside it.
    func open(_ log: Logger, _ plan: PostgresDatabase.Plan = .init()) async throws -> any Database {
        switch self {
        case .file(let path): try SQLiteDatabase(path: path, readers: Machine.readers)
        case .server(let address): try await PostgresDatabase.open(address, plan, log: log)
        }
    }

    /// What is there already.
    func contents(_ log: Logger) async throws -> Contents {
        switch self {
        case .file(let path): return FileManager.default.fileExists(atPath: path) ? .house : .nothing
        case .server(let address):
            let database = try await PostgresDatabase.open(address, .small, log: log)
            defer { database.close() }
            guard try await database.holdsTables() else { return .nothing }
            return try await database.read { reading in
                if try HouseMarks.text(HouseMarks.filling, reading) != nil { return .halfADemo }
                return try reading.exists("SELECT 1 FROM record LIMIT 1") ? .house : .nothing
            }
        }
    }

    enum Contents {
        case nothing, house
        /// A demo whose filling was broken off.
        case halfADemo
    }
}

/// Where the house keeps its things.
public struct DataDirectory: Sendable {
    public let path: String
    /// Where the rows are kept instead of in the directory, if anywhere.
    let elsewhere: DatabasePlace?
    /// The address of servers that follow, for readings of what may be a few seconds old.
    let followers: String?

    /// - Parameters: `database`: where the rows are kept; a file of the directory where nothing is said.
    public init(_ path: String, database: DatabasePlace? = nil, followers: String? = nil) {
        self.path = path
        elsewhere = database
        self.followers = followers
    }

    public var place: DatabasePlace { elsewhere ?? .file(path + "/linli.sqlite") }

    /// What is sealed in the database, held against some keys, without opening it as a house.
    public func inventory(_ keys: KeyRing, _ log: Logger) async throws -> KeyInventory {
        let database = try await place.open(log)
        defer { database.close() }
        return try await database.read { try KeyInventory(keys, $0) }
    }

    public var keys: String { path + "/keys" }
    /// The daily heads of the record, outside the database.
    public var heads: String { path + "/heads" }

    /// Of a server: its connections, and the file that keeps the newest timeline seen.
    func plan(small: Bool = false) -> PostgresDatabase.Plan {
        var plan = small ? PostgresDatabase.Plan.small : PostgresDatabase.Plan()
        plan.followers = followers
        plan.memory = path + "/timeline"
        return plan
    }

    /// Whether a house is kept there, whole.
    public func holdsData(_ log: Logger) async throws -> Bool { try await place.contents(log) == .house }

    /// Whether a house may be put there: the place is empty, or a server into which one was being brought.
    public func takesAHouse(_ log: Logger) async throws -> Bool {
        guard try await holdsData(log) else { return true }
        guard case .server(let address) = place else { return false }
        let database = try await PostgresDatabase.open(address, .small, log: log)
        defer { database.close() }
        return try await database.read { try HouseMarks.text(HouseMarks.moving, $0) } != nil
    }

    /// Makes the folders, and closes them to everybody else also where they were there before.
    public func make() throws {
        for folder in [path, keys, heads] {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
        }
    }
}

extension PostgresDatabase.Plan {
    /// For one who only looks.
    static var small: Self {
        var plan = Self()
        (plan.readers, plan.writers) = (1, 1)
        return plan
    }
}
