import Actions
import Foundation
import Logging
import People
import Sealing
import Storage
import Testing
import Trials
import Values
import Web

@testable import Needs

/// Two communities of one street, each with two grids, a worker, a supervisor and an owner of resources.
struct ResourceTrial: Sendable {
    let steward: Steward
    let clock: HandClock
    let keys: KeyRing
    let street: PlacePath
    let here: Village
    let there: Village

    struct Village: Sendable {
        let id: Identifier
        let path: PlacePath
        let grids: [Place]
        let worker: Actor
        let supervisor: Actor
        let owner: Actor
    }

    static let today = NeedTrial.start.day(in: .shanghai)
    var today: Day { clock.now.day(in: .shanghai) }

    static func run(
        _ engine: Engine = Engine.all[0], _ body: @escaping @Sendable (ResourceTrial) async throws -> Void
    ) async throws {
        let migrations = GroundSchema.migrations + People.capability.migrations + Needs.capability.migrations
        try await engine.withDatabase(migrations) { try await body(try await ResourceTrial($0)) }
    }

    private init(_ database: any Database) async throws {
        clock = HandClock(NeedTrial.start + .hours(10))
        keys = try KeyRing(master: Array(repeating: 9, count: 32))
        steward = Steward(
            database: database, keys: keys,
            rights: Rights(People.capability.rights + Needs.capability.rights),
            clock: clock, flows: Needs.capability.flows)
        let found = FoundLocality(.street, name: "荷塘街道", slug: "hetang", foot: .init(line: "荷溪路1号"))
        street = try await steward.perform(found, by: .house, in: .trial(10))
        here = try await Self.found("水秀里社区", "shuixiuli", .trial(1), below: street, steward)
        there = try await Self.found("荷风苑社区", "hefengyuan", .trial(2), below: street, steward)
    }

    private static func found(
        _ name: String, _ slug: String, _ id: Identifier, below street: PlacePath, _ steward: Steward
    ) async throws -> Village {
        let action = FoundLocality(
            .community, name: name, slug: slug, parent: street, foot: .init(line: "荷溪路88号"))
        let path = try await steward.perform(action, by: .house, in: id)
        let list = [
            NewPlace(.grid, "第1网格", code: slug + "-g1"), NewPlace(.grid, "第2网格", code: slug + "-g2"),
        ]
        _ = try await steward.perform(AddPlaces(below: id, list), by: .house, in: id)
        let grids = try await steward.database.read { try PlaceStore.places(.grid, below: path, $0) }
        return Village(
            id: id, path: path, grids: grids, worker: try await hire("陆小满", .socialWorker, id, path, steward),
            supervisor: try await hire("许念慈", .supervisor, id, path, steward),
            owner: try await hire("吴阿根", .organisationLeader, id, path, steward))
    }

    private static func hire(
        _ name: String, _ role: Role, _ id: Identifier, _ path: PlacePath, _ steward: Steward
    ) async throws -> Actor {
        let account = try await steward.perform(AddAccount(name: name, phone: nil), by: .house, in: id)
        _ = try await steward.perform(GrantRole(account: account, role: role, place: id), by: .house, in: id)
        return Actor(kind: .person, account: account, name: name, grants: [Grant(role: role, place: path)])
    }
}

extension ResourceTrial {
    func content(
        in village: Village, capacity: Int64? = 5, _ change: (inout ResourceContent) -> Void = { _ in }
    )
        -> ResourceContent
    {
        var content = ResourceContent(place: village.id, reach: village.path)
        content.name = "平安电工组"
        content.kind = "skill"
        content.ownerKind = "organisation"
        content.ownerName = "平安365"
        content.ownerAccount = village.owner.account
        content.layer = "community"
        content.stage = "steady"
        content.classes = ["housing-lamp"]
        content.unit = "次"
        content.capacity = capacity
        change(&content)
        return content
    }

    @discardableResult
    func perform<A: Action>(
        _ action: A, by actor: Actor? = nil, in village: Village? = nil, mark: Identifier? = nil
    ) async throws -> A.Answer {
        let village = village ?? here
        return try await steward.perform(action, by: actor ?? village.worker, in: village.id, mark: mark)
    }

    func add(
        in village: Village? = nil, capacity: Int64? = 5, _ change: (inout ResourceContent) -> Void = { _ in }
    ) async throws -> Resource {
        let village = village ?? here
        let content = content(in: village, capacity: capacity, change)
        let made = try await perform(AddResource(content: content), in: village)
        return try await resource(made.id, in: village)
    }

    func resource(_ id: Identifier, in village: Village? = nil) async throws -> Resource {
        let community = (village ?? here).id
        return try #require(
            try await steward.database.read { try ResourceStore.resource(id, in: community, $0) })
    }

    /// A need that was accepted, at the first grid unless said.
    func need(grid: Int = 0, in village: Village? = nil, phone: String? = nil) async throws -> Need {
        let village = village ?? here
        var draft = NeedDraft("楼道灯坏了，老人扶墙下楼。", at: .code(village.grids[grid].code))
        draft.classKey = "housing-lamp"
        if let phone {
            draft.contact = Contact(name: "蒋女士", phone: phone)
        }
        let id = try await perform(ReportNeed(draft), by: .anyone, in: village).id
        try await perform(AcceptNeed(id), in: village)
        return try await need(id, in: village)
    }

    func need(_ id: Identifier, in village: Village? = nil) async throws -> Need {
        let community = (village ?? here).id
        return try #require(try await steward.database.read { try NeedStore.need(id, in: community, $0) })
    }

    func link(_ id: Identifier, in village: Village? = nil) async throws -> ResourceLink {
        let community = (village ?? here).id
        return try #require(try await steward.database.read { try LinkStore.link(id, in: community, $0) })
    }

    func reservation(_ id: Identifier, in village: Village? = nil) async throws -> Reservation {
        let community = (village ?? here).id
        return try #require(
            try await steward.database.read { try ReservationStore.reservation(id, in: community, $0) })
    }

    func count(_ resource: Resource, day: Day? = nil) async throws -> PeriodCount {
        let period = resource.period(of: day ?? today)
        return try await steward.database.read {
            try PeriodStore.count(of: resource.id, period, in: resource.community, $0)
        }
    }

    /// Proposes and lets the owner accept.
    func accepted(_ need: Need, _ resource: Resource, _ quantity: Int64 = 1) async throws -> Identifier {
        let link = try await perform(
            ProposeLink(need: need.id, resource: resource.id, of: resource.community, quantity: quantity))
        try await perform(AnswerLink(reservation: link, answer: .accept(quantity: nil)), by: here.owner)
        return link
    }

    func figure(_ name: String, in village: Village? = nil) async throws -> Int64 {
        let village = village ?? here
        return try await steward.database.read {
            try FigureReading.number(name, at: village.path, village.id, $0)
        }
    }

    /// What breaks any invariant of the room.
    func breaks() async throws -> [String] {
        try await steward.database.read { reading in
            try Needs.capability.invariants.flatMap { try $0.breaks(reading) }
        }
    }

    func carrier(_ kinds: [any LetterKind] = ResourceLetters.kinds) -> LetterCarrier {
        var log = Logger(label: "trial")
        log.logLevel = .critical
        return LetterCarrier(steward: steward, kinds: kinds, log: log)
    }
}

/// Whether the refusal that `body` meets is the one of this name.
func expectRefusal(
    _ name: String, at place: SourceLocation = #_sourceLocation, _ body: () async throws -> Void
) async {
    do {
        try await body()
        Issue.record("nothing was refused", sourceLocation: place)
    } catch let refusal as any Refusal {
        #expect(refusal.name == name, sourceLocation: place)
        #expect(!refusal.text.chinese.isEmpty && !refusal.text.english.isEmpty, sourceLocation: place)
    } catch {
        Issue.record("\(error)", sourceLocation: place)
    }
}
