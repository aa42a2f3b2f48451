import Actions
import Storage
import Testing
import Trials
import Values

@testable import People

/// The tree of places: whatever is done to it, the figures equal a recount.
@Suite struct TreeTests {
    @Test func aWholeSubtreeIsPlantedAtOnce() async throws {
        try await Trial.run { trial in
            let grid = try await trial.place("2"), building = try await trial.place("2-1")
            #expect(building.parent == grid.id)
            #expect(building.path == grid.path.child(1))
            let figures = try await trial.figures(at: trial.root)
            #expect(figures["places.grid"] == 3)
            #expect(figures["places.building"] == 6)
            #expect(figures["places.household"] == 12)
            #expect(try await trial.breaks().isEmpty)
        }
    }

    /// A list that is cut short is cut in the order of the tree, and read along an index.
    @Test func whatIsCutShortBeginsWithTheFirst() async throws {
        try await Trial.run(on: [.sqlite]) { trial in
            let many = (4...12).map { NewPlace(.grid, "第\($0)网格") }
            _ = try await trial.perform(AddPlaces(below: trial.community, many))
            let root = trial.root
            let (names, plan) = try await trial.database.read { reading in
                let listener = PlanListener(reading)
                let places = try PlaceStore.places(.grid, below: root, listener, limit: 11)
                return (places.map(\.name), listener.plan)
            }
            #expect(names == (1...11).map { "第\($0)网格" })
            #expect(!plan.isEmpty && !plan.contains { $0.contains("TEMP B-TREE") || $0.hasPrefix("SCAN") })
        }
    }

    @Test(
        arguments: [
            (PlaceKind.grid, PeopleRefusal.wrongParent), (.community, .wrongParent), (.household, nil),
        ] as [(PlaceKind, PeopleRefusal?)])
    func aPlaceStandsBelowAWiderOne(_ kind: PlaceKind, _ refusal: PeopleRefusal?) async throws {
        try await Trial.run { trial in
            let building = try await trial.place("1-1")
            let adding = AddPlaces(below: building.id, [NewPlace(kind, "新的")])
            if let refusal {
                await #expect(throws: refusal) { try await trial.perform(adding) }
            } else {
                #expect(try await trial.perform(adding).count == 1)
            }
        }
    }

    @Test func aCodeIsGivenOnce() async throws {
        try await Trial.run { trial in
            let adding = AddPlaces(below: trial.community, [NewPlace(.area, "东片", code: "2-1")])
            await #expect(throws: PeopleRefusal.codeTaken) { try await trial.perform(adding) }
        }
    }

    /// Lists of places, slips and roles stand as people count: the second grid before the tenth.
    @Test func listsFollowTheTree() async throws {
        try await Trial.run { trial in
            let more = (4...12).map { NewPlace(.grid, "第\($0)网格") }
            let homes = (1...11).map { NewPlace(.household, "\($0)室", below: nil) }
            _ = try await trial.perform(AddPlaces(below: trial.community, more))
            let ninth = try await trial.place("9")
            _ = try await trial.perform(AddPlaces(below: ninth.id, homes))
            let account = try await trial.person("网格长", "13900000001")
            for code in ["10", "2"] {
                let grid = try await trial.place(code)
                _ = try await trial.perform(GrantRole(account: account, role: .gridLeader, place: grid.id))
            }
            let (community, root, now) = (trial.community, trial.root, trial.clock.now)
            let grids = try await trial.database.read { try PlaceStore.places(.grid, below: root, $0) }
            #expect(grids.map(\.code) == (1...12).map(String.init))
            let rooms = try await trial.database.read { reading in
                try PlaceStore.places(.household, below: ninth.path, reading)
            }
            #expect(rooms.map(\.name) == homes.map(\.name))
            _ = try await trial.perform(MakeSlips(below: ninth.id, rooms.map(\.id)))
            let slips = try await trial.database.read {
                try SlipStore.open(below: ninth.path, in: community, at: now, $0)
            }
            #expect(slips.map(\.place) == rooms.map(\.id))
            let roles = try await trial.database.read { try GrantStore.roles(of: account, in: community, $0) }
            #expect(roles.map(\.path) == [grids[1].path, grids[9].path])
        }
    }

    @Test func aMoveCarriesFiguresRolesAndSlips() async throws {
        try await Trial.run { trial in
            let building = try await trial.place("1-1"), target = try await trial.place("3")
            let head = try await trial.person("楼长", "13900000001", .gridLeader, at: "1-1")
            _ = try await trial.perform(
                MakeSlips(below: building.id, [try await trial.place("1-1-1").id]))
            _ = try await trial.perform(MovePlace(building.id, below: target.id))
            let moved = try await trial.place("1-1")
            #expect(moved.path == target.path.child(3))
            let actor = try await trial.actor(head)
            #expect(actor.grants.map(\.place) == [moved.path])
            let here = try await trial.figures(at: target.path), left = try await trial.place("1")
            #expect(here["places.building"] == 3)
            #expect(here["places.household"] == 6)
            #expect(try await trial.figures(at: left.path)["places.household"] == 2)
            let community = trial.community, now = trial.clock.now
            let slips = try await trial.database.read {
                try SlipStore.open(below: moved.path, in: community, at: now, $0)
            }
            #expect(slips.count == 1)
            #expect(try await trial.breaks().isEmpty)
        }
    }

    @Test func whatCannotMoveIsRefused() async throws {
        try await Trial.run { trial in
            let grid = try await trial.place("1"), building = try await trial.place("1-1")
            await #expect(throws: PeopleRefusal.placeIsRoot) {
                try await trial.perform(MovePlace(trial.community, below: building.id))
            }
            await #expect(throws: PeopleRefusal.movesIntoItself) {
                try await trial.perform(MovePlace(grid.id, below: building.id))
            }
            await #expect(throws: PeopleRefusal.placeHasChildren) {
                try await trial.perform(ClosePlace(grid.id))
            }
        }
    }

    /// Adds, moves and closes at random; the figures equal a recount after each step.
    @Test(arguments: [1, 2, 3] as [UInt64])
    func figuresEqualARecountWhateverHappens(_ seed: UInt64) async throws {
        try await Trial.run { trial in
            var random = Dice(seed: seed)
            let community = trial.community
            for step in 0..<60 {
                let all = try await trial.database.read { reading in
                    try PlaceKind.allCases.filter { !$0.holdsRows }.flatMap {
                        try PlaceStore.places($0, below: trial.root, reading)
                    }
                }
                guard let place = all.randomElement(using: &random),
                    let other = all.randomElement(using: &random)
                else { break }
                do {
                    switch Int.random(in: 0..<4, using: &random) {
                    case 0:
                        let kind: PlaceKind =
                            [.area, .grid, .building, .stairwell, .household]
                            .randomElement(using: &random) ?? .grid
                        _ = try await trial.perform(AddPlaces(below: place.id, [NewPlace(kind, "\(step)")]))
                    case 1: _ = try await trial.perform(ClosePlace(place.id))
                    case 2: _ = try await trial.perform(MovePlace(place.id, below: community))
                    default: _ = try await trial.perform(MovePlace(place.id, below: other.id))
                    }
                } catch is PeopleRefusal {
                    // A no changes nothing, which the recount shows.
                }
                let breaks = try await trial.breaks()
                try #require(breaks.isEmpty, "step \(step): \(breaks)")
            }
        }
    }

    @Test func aNameAboveIsCarriedByThoseBelow() async throws {
        try await Trial.run { trial in
            let city = Identifier.trial(20), district = Identifier.trial(21), other = Identifier.trial(22)
            let top = try await trial.steward.perform(
                FoundLocality(.city, name: "泉城", slug: "city", foot: .init(line: "")), by: .house, in: city)
            let middle = try await trial.steward.perform(
                FoundLocality(.district, name: "湖滨区", slug: "hubin", parent: top, foot: .init(line: "")),
                by: .house, in: district)
            _ = try await trial.steward.perform(
                FoundLocality(.community, name: "甸柳", slug: "dianliu", parent: middle, foot: .init(line: "")),
                by: .house, in: other)
            _ = try await trial.steward.perform(
                RenamePlace(district, name: "湖东区"), by: .house, in: district)
            let found = try await trial.database.read { try LocalityStore.locality(slug: "dianliu", $0) }
            #expect(found?.parents == "泉城 湖东区")
            await #expect(throws: PeopleRefusal.slugTaken) {
                try await trial.steward.perform(
                    FoundLocality(.community, name: "又一个", slug: "dianliu", foot: .init(line: "")),
                    by: .house,
                    in: .trial(23))
            }
            let home = try await trial.database.read { try LocalityStore.home($0) }
            #expect(home?.code == "shuixiuli")
        }
    }
}

extension Trial {
    func figures(at path: PlacePath) async throws -> [String: Int64] {
        let community = community,
            names = PlaceKind.allCases.map(\.figure) + RegisterFigure.allCases.map(\.rawValue)
        return try await database.read {
            try FigureStore.figures(names, at: [path], in: community, $0)[path] ?? [:]
        }
    }
}

/// Asks how the engine would run each statement, and runs it.
private final class PlanListener: Reading {
    let reading: any Reading
    var plan: [String] = []

    init(_ reading: any Reading) { self.reading = reading }

    func each(_ sql: SQL, _ body: (any Row) throws -> Void) throws {
        try reading.each(SQL(trusted: "EXPLAIN QUERY PLAN ") + sql) { plan.append($0.text(3)) }
        try reading.each(sql, body)
    }

    func search(_ search: WordSearch) throws -> [WordMatch] { try reading.search(search) }
    func holds(_ document: WordDocument) throws -> Bool { try reading.holds(document) }
}
