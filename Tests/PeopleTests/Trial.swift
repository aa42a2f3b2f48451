import Actions
import Foundation
import Logging
import Sealing
import Storage
import Testing
import Trials
import Values
import Web

@testable import People

/// A house with one community for a test: three grids with two buildings each, two households a building.
struct Trial {
    let database: any Database
    let steward: Steward
    let clock: HandClock
    let site: Site
    let community: Identifier
    let root: PlacePath

    static let password = "荷花池边第三棵柳"

    /// Runs `body` in such a house, once for each engine.
    static func run(
        on engines: [Engine] = Engine.all, demo: Bool = false, _ body: (Trial) async throws -> Void
    ) async throws {
        let contents = People.contents(passwords: PasswordCheck(limits: .least))
        for engine in engines {
            try await engine.withDatabase(GroundSchema.migrations + contents.migrations) { database in
                try await body(try await Trial(database, contents, demo: demo))
            }
        }
    }

    private init(_ database: any Database, _ contents: Capability, demo: Bool) async throws {
        self.database = database
        let keys = try KeyRing(master: Array(repeating: 7, count: 32))
        clock = HandClock()
        steward = Steward(
            database: database, keys: keys, rights: Rights(contents.rights), clock: clock,
            random: RandomSource(seed: 7))
        var settings = Settings()
        settings.isDemo = demo
        let log = Logger(label: "trial") { _ in SwiftLogNoOpLogHandler() }
        let keeper = PeopleDoorkeeper(
            database: database, keys: keys, idleLimit: settings.idleLimit, log: log)
        let house = House(steward: steward, settings: settings, doorkeeper: keeper, log: log)
        site = try Site(house: house, capabilities: [contents])
        community = .trial(1)
        root = try await steward.perform(
            FoundLocality(.community, name: "水秀里社区", slug: "shuixiuli", foot: .init(line: "荷塘街1号")),
            by: .house, in: community)
        if demo {
            try await database.write(in: community) { try HouseMarks.set(HouseMarks.demo, "1", $0) }
        }
        var places: [NewPlace] = []
        for grid in 0..<3 {
            places.append(NewPlace(.grid, "第\(grid + 1)网格"))
            let above = places.count - 1
            for number in 1...2 {
                places.append(NewPlace(.building, "\(number)号楼", below: above))
                let building = places.count - 1
                places += [101, 102].map { NewPlace(.household, "\($0)", below: building) }
            }
        }
        _ = try await steward.perform(AddPlaces(below: community, places), by: .house, in: community)
    }

    // MARK: People

    /// An account with a role at a place (a code; nil is the whole community) and the trial's password.
    func person(
        _ name: String, _ phone: String, _ role: Role? = nil, at code: String? = nil
    ) async throws -> Identifier {
        let hash = try await PasswordCheck(limits: .least).hash(Password(Self.password))
        let account = try await perform(AddAccount(name: name, phone: Phone(phone), password: hash))
        if let role {
            let place = try await place(code)
            _ = try await perform(GrantRole(account: account, role: role, place: place.id))
        }
        return account
    }

    func place(_ code: String?) async throws -> Place {
        let community = community
        let place = try await database.read { reading in
            try code.map { try PlaceStore.place(code: $0, in: community, reading) }
                ?? PlaceStore.place(community, in: community, reading)
        }
        return try #require(place)
    }

    func perform<A: Action>(_ action: A, by actor: Actor = .house) async throws -> A.Answer {
        try await steward.perform(action, by: actor, in: community)
    }

    /// The account as it acts, with its roles.
    func actor(_ account: Identifier) async throws -> Actor {
        let community = community
        let grants = try await database.read { try GrantStore.grants(of: account, in: community, $0) }
        return Actor(kind: .person, account: account, grants: grants)
    }

    func breaks() async throws -> [String] {
        try await database.read { reading in
            try (PeopleInvariants.all + RegisterInvariants.all).flatMap { try $0.breaks(reading) }
        }
    }
}

/// A browser before the trial's site: it keeps its cookies.
final class Browser {
    let site: Site
    private(set) var cookies: [String: String] = [:]
    var address = "127.0.0.1"

    init(_ trial: Trial) { site = trial.site }

    func get(_ path: String) async -> Reply { await send(Ask(.get, path)) }

    /// Sends a form as a page of the site would; JSON comes back.
    func post(_ path: String, _ fields: [String: String] = [:]) async throws -> Reply {
        var ask = Ask(
            .post, path, headers: ["content-type": "application/json", "accept": "application/json"])
        ask.body = Array(try JSONEncoder().encode(fields))
        return await send(ask)
    }

    /// Sends a form as a browser does: with the page's token; a page comes back.
    func form(_ path: String, _ fields: [String: String]) async -> Reply {
        let page = await get("/map").text
        let token = page.firstMatch(of: /data-csrf="([0-9a-f]+)"/).map { String($0.1) } ?? ""
        var ask = Ask(
            .post, path,
            headers: ["content-type": "application/x-www-form-urlencoded", "accept": "text/html"])
        let pairs = fields.merging(["csrf": token]) { $1 }
            .map { Percent.encode($0.key) + "=" + Percent.encode($0.value) }
        ask.body = Array(pairs.joined(separator: "&").utf8)
        return await send(ask)
    }

    func send(_ ask: Ask) async -> Reply {
        var ask = ask
        let parts = ask.path.split(separator: "?", maxSplits: 1).map(String.init)
        ask.path = parts[0]
        if parts.count > 1 {
            ask.query = parts[1].split(separator: "&").map { pair in
                let halves = pair.split(separator: "=", maxSplits: 1).map(String.init)
                return (halves[0], halves.count > 1 ? halves[1] : "")
            }
        }
        ask.remote = address
        ask.headers["cookie"] = cookies.map { "\($0)=\($1)" }.joined(separator: "; ")
        let reply = await site.respond(to: ask)
        for header in reply.headers where header.name == "Set-Cookie" {
            let pair = header.value.prefix { $0 != ";" }.split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let isGone = header.value.contains("Max-Age=0")
            cookies[String(pair[0])] = isGone ? nil : String(pair[1])
        }
        return reply
    }

    func signIn(_ phone: String, _ password: String = Trial.password) async throws -> Reply {
        try await post("/sign-in", ["phone": phone, "password": password])
    }
}

extension Reply {
    var text: String { String(decoding: body, as: UTF8.self) }

    /// The name of the refusal that the answer is.
    var refusal: String? {
        struct Problem: Decodable { let name: String }
        return (try? JSONDecoder().decode(Problem.self, from: Data(body)))?.name
    }

    func decoded<T: Decodable>(_ type: T.Type) throws -> T {
        try JSONDecoder().decode(type, from: Data(body))
    }
}
