import Actions
public import Logging
import People
import Sealing
import Storage
public import Values
public import Web

/// A house opened on its data: the database, the keys and the site before them.
public struct OpenHouse: Sendable {
    public let house: House
    public let site: Site
    public let steward: Steward
    public let capabilities: [Capability]
    public let directory: DataDirectory

    /// Opens the data of a directory, makes what is missing, and brings the schema up to date.
    ///
    /// - Throws: ``StorageFault``, a fault of the key file, or of the assets.
    public static func open(
        _ directory: DataDirectory, settings: Settings, clock: any Clock = SystemClock(),
        random: RandomSource = RandomSource(), log: Logger
    ) async throws -> OpenHouse {
        try directory.make()
        // A lost key file beside a database is refused, never silently replaced.
        let holdsData = try await directory.place.contents(log) != .nothing
        let keys = try KeyRing(directory: directory.keys, creating: !holdsData)
        let database = try await directory.place.open(log, directory.plan())
        let capabilities = Rooms.all
        try await database.migrate(Rooms.migrations)
        if try await database.read({ try HouseMarks.text(HouseMarks.moving, $0) }) != nil {
            database.close()
            throw MoveFault.unfinished
        }
        try await WordUpkeep.begin(database)
        let steward = Steward(
            database: database, keys: keys, rights: Rights(capabilities.flatMap(\.rights)), clock: clock,
            flows: capabilities.flatMap(\.flows), random: random)
        var settings = settings
        let isMarked = try await database.read { try HouseMarks.text(HouseMarks.demo, $0) != nil }
        settings.isDemo = settings.isDemo && isMarked
        let doorkeeper = PeopleDoorkeeper(
            database: database, keys: keys, idleLimit: settings.idleLimit, log: log)
        let house = House(steward: steward, settings: settings, doorkeeper: doorkeeper, log: log)
        let site = try Site(house: house, capabilities: capabilities)
        return OpenHouse(
            house: house, site: site, steward: steward, capabilities: capabilities, directory: directory)
    }

    public func close() { house.database.close() }
}
