import Actions
import Foundation
public import Logging
import People
import Storage
import StoragePostgres
import Values
public import Village
public import Web

/// Fills an empty directory, or an empty database of a server, with the invented community.
///
/// It is told in a directory beside and takes its name at the end, so that a broken filling leaves nothing
/// half-made. On a server a mark says that it is not whole yet: such a half is emptied by the next filling.
public struct DemoFilling: Sendable {
    let directory: DataDirectory
    let size: VillageSize
    let seed: UInt64
    let today: Instant?
    let log: Logger

    /// - Parameters: `today`: the day on which it is told; now, where nothing is said.
    public init(
        directory: DataDirectory, size: VillageSize, seed: UInt64, today: Instant? = nil, log: Logger
    ) {
        self.directory = directory
        self.size = size
        self.seed = seed
        self.today = today
        self.log = log
    }

    /// Fills it.
    ///
    /// - Throws: a ``DemoFillingFault`` where the directory has files or the server a house already, a
    /// ``TellingFault``, a ``StorageFault``.
    public func run(settings: Settings, tell: @escaping @Sendable (String) -> Void) async throws {
        let files = FileManager.default
        let isThere = files.fileExists(atPath: directory.path)
        if isThere, try !files.contentsOfDirectory(atPath: directory.path).isEmpty {
            throw DemoFillingFault(path: directory.path)
        }
        guard try await !directory.holdsData(log) else { throw DemoFillingFault(path: "the database") }
        let beside = DataDirectory(directory.path + ".filling", database: directory.elsewhere?.beside)
        try await clear(beside)
        do {
            try await fill(beside, settings, tell)
            if isThere { try files.removeItem(atPath: directory.path) }
            try files.moveItem(atPath: beside.path, toPath: directory.path)
            if case (.file(let filled), .file(let path)) = (beside.elsewhere, directory.elsewhere) {
                for part in Self.parts where files.fileExists(atPath: filled + part) {
                    try files.moveItem(atPath: filled + part, toPath: path + part)
                }
            }
        } catch {
            try await clear(beside)
            throw error
        }
    }

    /// A file of SQLite, and what may lie beside it with rows that are not in it yet.
    private static let parts = ["-wal", "-shm", ""]

    /// Takes away what a broken filling left, in files or on a server.
    private func clear(_ beside: DataDirectory) async throws {
        let files = FileManager.default
        if files.fileExists(atPath: beside.path) { try files.removeItem(atPath: beside.path) }
        switch beside.elsewhere {
        case nil: return
        case .file(let path):
            for part in Self.parts where files.fileExists(atPath: path + part) {
                try files.removeItem(atPath: path + part)
            }
        case .server(let address):
            guard try await beside.place.contents(log) == .halfADemo else { return }
            let database = try await PostgresDatabase.open(address, .small, log: log)
            defer { database.close() }
            try await database.dropTables()
        }
    }

    private func fill(
        _ beside: DataDirectory, _ settings: Settings, _ tell: @escaping @Sendable (String) -> Void
    ) async throws {
        let today = today ?? SystemClock().now, clock = SettableClock(today)
        var settings = settings
        settings.keysDirectory = beside.keys
        let open = try await OpenHouse.open(
            beside, settings: settings, clock: clock, random: RandomSource(seed: seed), log: log)
        defer { open.close() }
        try await mark(open) { try HouseMarks.set(HouseMarks.filling, "", $0) }
        let telling = Telling(
            steward: open.steward, clock: clock, size: size, seed: seed, today: today, log: log, tell: tell)
        try await telling.run()
        try await mark(open) { writing in
            try HouseMarks.set(HouseMarks.demo, "\(size.rawValue) \(seed)", writing)
            try HouseMarks.remove(HouseMarks.filling, writing)
        }
        try await open.house.database.weigh()
    }

    private func mark(
        _ open: OpenHouse, _ body: @escaping @Sendable (any Writing) throws -> Void
    ) async throws {
        try await open.house.database.write(in: Identifier(high: 0, low: 0), body)
    }
}

/// The directory that was to be filled is not empty.
public struct DemoFillingFault: Error, CustomStringConvertible {
    let path: String
    public var description: String {
        "\(path) is not empty: give an empty directory, or one that holds the demo"
    }
}
