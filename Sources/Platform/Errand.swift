import Actions
import People
import Storage
public import Values
public import Web

/// The house's own errands at one community: what the command does goes through the same routes and actions
/// as a page.
public struct Errand: Sendable {
    public let site: Site
    public let community: Identifier
    private let open: OpenHouse

    /// - Parameters: `slug`: the community's short name; nil takes the house's own.
    /// - Throws: ``GroundRefusal/notFound`` for an unknown community.
    public init(_ open: OpenHouse, at slug: String?) async throws {
        let inner = open.house.doorkeeper
        let now = open.house.clock.now
        let admission = try await open.house.database.read { reading in
            try inner.admit(Ask(.get, "/"), code: slug, in: reading, at: now)
        }
        let keeper = HouseKeeper(locality: admission.locality)
        let house = House(
            steward: open.steward, settings: open.house.settings, doorkeeper: keeper, log: open.house.log)
        self.open = open
        site = try Site(house: house, capabilities: open.capabilities)
        community = admission.locality.id
    }

    public var steward: Steward { open.steward }

    /// The answer to a request that the house itself makes.
    public func get(_ path: String, query: [(name: String, value: String)] = []) async -> Reply {
        await site.respond(to: Ask(.get, path, query: query))
    }
}

/// Lets in the house itself, at one community.
private struct HouseKeeper: Doorkeeper {
    let locality: Locality

    func admit(_ ask: Ask, code: String?, in reading: any Reading, at now: Instant) throws -> Admission {
        Admission(actor: .house, locality: locality)
    }
}
