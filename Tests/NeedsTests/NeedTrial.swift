import Actions
import Foundation
import People
import Sealing
import Storage
import Testing
import Trials
import Values
import Web

@testable import Needs

/// A small village for the tests of needs: two areas, four grids, and those who work there.
struct NeedTrial: Sendable {
    let steward: Steward
    let clock: HandClock
    let community = Identifier.trial(1)
    /// Places by their code.
    let places: [String: Place]
    let staff: [Role: Actor]
    let second: Actor
    let resident: Actor
    let keys: KeyRing

    /// A Wednesday, 10:00 in Shanghai, with an ordinary week around it.
    static let start = Day(year: 2026, month: 11, day: 18)?.start(in: .shanghai) ?? Instant(seconds: 0)

    var worker: Actor { staff[.socialWorker] ?? .anyone }
    var database: any Database { steward.database }

    /// Runs `body` in a fresh village on the engine.
    static func run(
        _ engine: Engine, _ body: @escaping @Sendable (NeedTrial) async throws -> Void
    ) async throws {
        let migrations = GroundSchema.migrations + People.capability.migrations + Needs.capability.migrations
        try await engine.withDatabase(migrations) { database in
            try await body(try await NeedTrial(database))
        }
    }

    private init(_ database: any Database) async throws {
        clock = HandClock(Self.start + .hours(10))
        keys = try KeyRing(master: Array(repeating: 9, count: 32))
        let rights = Rights(People.capability.rights + Needs.capability.rights)
        steward = Steward(
            database: database, keys: keys, rights: rights, clock: clock, flows: [CarryNeeds(), FindOwners()])
        let found = FoundLocality(.community, name: "水秀里社区", slug: "shuixiuli", foot: .init(line: "荷溪路88号"))
        _ = try await steward.perform(found, by: .house, in: community)
        places = try await Self.plant(steward, community)
        var staff: [Role: Actor] = [:]
        for role in Role.allCases {
            staff[role] = try await Self.hire("\(role.title.chinese)甲", role, steward, community)
        }
        self.staff = staff
        second = try await Self.hire("社工乙", .socialWorker, steward, community)
        let one = try await Self.hire("潘先生", .resident, steward, community)
        resident = Actor(
            kind: .person, account: one.account, name: one.name, grants: one.grants, phoneIsProved: true)
    }

    private static func plant(_ steward: Steward, _ community: Identifier) async throws -> [String: Place] {
        var list: [NewPlace] = []
        for area in 1...2 {
            list.append(NewPlace(.area, "第\(area)片", code: "p\(area)"))
            let areaIndex = list.count - 1
            for grid in 1...2 {
                list.append(
                    NewPlace(.grid, "第\(area * 2 - 2 + grid)网格", code: "g\(area)\(grid)", below: areaIndex))
                let gridIndex = list.count - 1
                list.append(NewPlace(.building, "\(area)\(grid)栋", code: "b\(area)\(grid)", below: gridIndex))
                list.append(NewPlace(.stairwell, "1单元", code: "s\(area)\(grid)", below: list.count - 1))
            }
        }
        _ = try await steward.perform(AddPlaces(below: community, list), by: .house, in: community)
        let codes = list.compactMap(\.code)
        return try await steward.database.read { reading in
            var found: [String: Place] = [:]
            for code in codes {
                found[code] = try PlaceStore.place(code: code, in: community, reading)
            }
            found["all"] = try PlaceStore.place(community, in: community, reading)
            return found
        }
    }

    private static func hire(
        _ name: String, _ role: Role, _ steward: Steward, _ community: Identifier
    ) async throws -> Actor {
        let account = try await steward.perform(AddAccount(name: name, phone: nil), by: .house, in: community)
        let ground = try await steward.database.read { reading in
            let isLeader = role == .gridLeader || role == .stairwellHead
            return try PlaceStore.place(code: isLeader ? "g11" : "shuixiuli", in: community, reading)
        }
        let place = try #require(ground)
        let grant = GrantRole(account: account, role: role, place: place.id)
        _ = try await steward.perform(grant, by: .house, in: community)
        return Actor(
            kind: .person, account: account, name: name, grants: [Grant(role: role, place: place.path)])
    }
}

/// What the house's flows do, here without them.
private struct CarryNeeds: Flow {
    func carry(_ fact: PlaceMoved, in work: Work) throws {
        try NeedsMoved.carry(from: fact.old, to: fact.new, in: work)
    }
}

private struct FindOwners: Flow {
    func carry(_ fact: RolesEnded, in work: Work) throws {
        try NeedOwners.handOver(from: fact.account, in: work)
    }
}

extension NeedTrial {
    func draft(_ words: String = "楼道灯坏了，老人扶墙下楼。", at code: String = "s11") -> NeedDraft {
        var draft = NeedDraft(words, at: .code(code))
        draft.classKey = "housing-lamp"
        return draft
    }

    @discardableResult
    func perform<A: Action>(
        _ action: A, by actor: Actor? = nil, mark: Identifier? = nil
    ) async throws -> A.Answer {
        try await steward.perform(action, by: actor ?? worker, in: community, mark: mark)
    }

    func report(_ words: String = "楼道灯坏了，老人扶墙下楼。", at code: String = "s11") async throws -> Need {
        try await need(perform(ReportNeed(draft(words, at: code)), by: .anyone).id)
    }

    func need(_ id: Identifier) async throws -> Need {
        let community = self.community
        let found = try await database.read { try NeedStore.need(id, in: community, $0) }
        return try #require(found)
    }

    func events(_ id: Identifier) async throws -> [NeedEvent] {
        let community = self.community
        return try await database.read { try NeedStore.events(of: id, in: community, $0) }
    }

    func list(_ filter: NeedFilter) async throws -> NeedPage<NeedSummary> {
        let community = self.community, now = clock.now
        return try await database.read { try NeedStore.list(filter, in: community, $0, now: now) }
    }

    func figure(_ name: String, at code: String = "all") async throws -> Int64 {
        let community = self.community
        let path = try #require(places[code]).path
        return try await database.read {
            try $0.number(
                """
                SELECT number FROM figure WHERE community = \(community) AND path = \(path) AND name = \(name)
                """
            )
        }
    }

    /// A guest who opened a need with its number and secret.
    func holder(of need: Identifier) -> Actor { Actor(kind: .anyone, opened: [need]) }

    /// Takes a need on to where its feedback is asked.
    func serve(_ id: Identifier) async throws {
        try await perform(AcceptNeed(id))
        for state in [NeedState.linked, .using, .answered] {
            clock.move(by: .minutes(5))
            try await advance(id, state)
        }
        clock.move(by: .minutes(5))
    }

    /// As the room of links does it.
    func advance(_ id: Identifier, _ state: NeedState) async throws {
        try await perform(Advance(need: id, state: state))
    }

    /// What breaks any invariant of needs.
    func breaks() async throws -> [String] {
        try await database.read { reading in try NeedsInvariants.all.flatMap { try $0.breaks(reading) } }
    }

    /// Kinds and openings of what waits to be told, oldest first.
    func outbox() async throws -> [Notice] {
        let community = self.community, keys = self.keys
        return try await database.read { reading in
            let rows = try reading.all(
                "SELECT id, subject, sealed FROM outbox WHERE community = \(community) ORDER BY id LIMIT 1000"
            ) { (try $0.identifier(0), try $0.identifier(1), $0.bytes(2)) }
            return try rows.compactMap { id, subject, sealed in
                let key = try reading.key(of: subject, in: community, keys)
                return try key?.openText(sealed, context: "notice \(id)").notice
            }
        }
    }
}

/// A step that the room of links takes.
private struct Advance: NeedAction {
    static let name = "trial.advance"
    static let right = NeedsRights.handle
    let need: Identifier
    let state: NeedState

    func run(on need: Need, in work: Work) throws -> Done {
        try NeedCourse.advance(need, to: state, in: work)
        return Done()
    }
}

extension String {
    fileprivate var notice: Notice? { try? JSONDecoder().decode(Notice.self, from: Data(utf8)) }
}
