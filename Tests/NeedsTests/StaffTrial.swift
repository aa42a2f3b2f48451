import Actions
import Logging
import People
import Storage
import Testing
import Trials
import Values
import Web

@testable import Needs

/// The staff's pages of a small village, each opened as somebody with a role there.
struct StaffTrial: Sendable {
    let needs: NeedTrial
    let site: Site

    static func run(
        _ engine: Engine, _ body: @escaping @Sendable (StaffTrial) async throws -> Void
    ) async throws {
        try await NeedTrial.run(engine) { needs in
            let log = Logger(label: "trial") { _ in SwiftLogNoOpLogHandler() }
            let actors = Dictionary(
                uniqueKeysWithValues: needs.staff.map { ($0.key.rawValue, $0.value) })
            let door = RoleDoor(actors: actors, community: needs.community)
            let house = House(steward: needs.steward, settings: Settings(), doorkeeper: door, log: log)
            let capabilities = [People.capability, Needs.capability]
            try await body(StaffTrial(needs: needs, site: try Site(house: house, capabilities: capabilities)))
        }
    }

    /// Opens an address as a role; nobody where it is nil.
    func open(
        _ path: String, _ query: [(String, String)] = [], as role: Role? = .socialWorker, json: Bool = false,
        language: Language = .chinese
    ) async -> PublicAnswer {
        var ask = Ask(.get, path, query: query.map { (name: $0.0, value: $0.1) })
        ask.headers["accept"] = json ? "application/json" : "text/html"
        ask.headers["accept-language"] = language == .english ? "en" : "zh"
        ask.headers["cookie"] = role.map { "role=\($0.rawValue)" }
        return PublicAnswer(await site.respond(to: ask))
    }

    /// Sends JSON to an address, which needs no token of a form.
    func send(_ path: String, _ json: String, as role: Role? = .socialWorker) async -> PublicAnswer {
        var ask = Ask(.post, path, body: Array(json.utf8))
        ask.headers["content-type"] = "application/json"
        ask.headers["accept"] = "application/json"
        ask.headers["cookie"] = role.map { "role=\($0.rawValue)" }
        return PublicAnswer(await site.respond(to: ask))
    }

    func importing(as role: Role = .socialWorker) -> ImportRun {
        ImportRun(needs.steward, by: needs.staff[role] ?? .anyone, in: needs.community)
    }
}

/// Lets everybody in as the role that a cookie names.
private struct RoleDoor: Doorkeeper {
    let actors: [String: Actor]
    let community: Identifier

    func admit(_ ask: Ask, code: String?, in reading: any Reading, at now: Instant) throws -> Admission {
        guard let locality = try LocalityStore.locality(community, reading) else {
            throw GroundRefusal.notFound
        }
        return Admission(actor: actors[ask.cookie("role") ?? ""] ?? .anyone, locality: locality)
    }
}
