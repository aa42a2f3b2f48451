import Actions
import Foundation
import Logging
import People
import Platform
import Sealing
import Storage
import Values
import Village
import Web

/// The house on its simulated disk and clock: told once, opened again after each cut.
final class World {
    let disk: SimulatedDisk
    let clock: SettableClock
    private let seed: UInt64
    private let directory: DataDirectory
    /// Where the simulated disk holds the rows.
    private let file: String
    private let log: Logger
    private var settings = Settings()
    private(set) var open: OpenHouse

    /// Tells the small community on a disk that does nothing wrong.
    ///
    /// - Parameters: `folder`: where keys and heads lie, which the simulated disk does not hold.
    init(seed: UInt64, folder: String, assets: String) async throws {
        self.seed = seed
        disk = SimulatedDisk(seed: seed)
        DiskInterface.install(disk)
        guard let today = Day(year: 2026, month: 11, day: 18) else { throw Broken("no such day") }
        clock = SettableClock(today.start(in: .shanghai) + .hours(10))
        file = folder + "/linli.sqlite"
        directory = DataDirectory(folder, database: DatabasePlace(file))
        var log = Logger(label: "simulation")
        log.logLevel = .critical
        self.log = log
        settings.assets = assets
        settings.keysDirectory = directory.keys
        settings.isDemo = true
        open = try await Self.open(directory, settings, clock, seed, log)
        let telling = Telling(
            steward: open.steward, clock: clock, size: .small, seed: 1, today: clock.now, log: log)
        try await telling.run()
        try await open.house.database.write(in: Identifier(high: 0, low: 0)) { writing in
            try HouseMarks.set(HouseMarks.demo, "small 1", writing)
        }
        open.close()
        open = try await Self.open(directory, settings, clock, seed &+ 1, log)
    }

    private static func open(
        _ directory: DataDirectory, _ settings: Settings, _ clock: SettableClock, _ seed: UInt64,
        _ log: Logger
    ) async throws -> OpenHouse {
        try await OpenHouse.open(
            directory, settings: settings, clock: clock, random: RandomSource(seed: seed), log: log)
    }

    var site: Site { open.site }
    var database: any Database { open.house.database }

    /// How often each action stands in the record.
    func actions() async throws -> [String: Int64] {
        try await database.read { reading in
            let counts = try reading.all("SELECT action, COUNT(*) FROM record GROUP BY action") {
                ($0.text(0), $0.integer(1))
            }
            return Dictionary(counts) { $1 }
        }
    }

    /// The house goes with the power, and comes back on what the disk still holds.
    func restart(_ dice: inout Dice) async throws {
        disk.cut()
        open.close()
        disk.powerOn()
        open = try await Self.open(directory, settings, clock, dice.next(), log)
    }

    /// Every job whose house is this one, once.
    func runJobs() async throws {
        for job in open.capabilities.flatMap(\.jobs) { try await job.run(open.house) }
    }

    /// What does not hold: the engine's own check, the chains of records, and every invariant.
    func breaks() async throws -> [String] { try await Proof.of(open).breaks }

    /// Which commit the house has come to.
    func state() async throws -> GroundState? {
        try await open.house.database.read { try $0.state(of: .everything) }
    }

    /// Every page, as readers see it now.
    func fingerprint() throws -> Fingerprint { try Fingerprint(of: file) }
}

/// Something that must never be.
struct Broken: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
