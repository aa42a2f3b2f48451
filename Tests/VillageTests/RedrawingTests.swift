import Actions
import Needs
import Storage
import Testing
import Trials
import Values
import Web

@testable import People
@testable import Village

/// The told community gets new grids, eighteen in four areas: all rules hold, and the past is as it was.
@Suite(.serialized) struct RedrawingTests {
    @Test(arguments: Engine.all)
    func everythingFollowsItsBuilding(_ engine: Engine) async throws {
        try await engine.withDatabase(Told.migrations) { database in
            let told = try await Told(database), telling = told.telling()
            _ = try await telling.run()
            let home = try #require(try await database.read { try LocalityStore.home($0) })
            let today = TellingTests.today.day(in: .shanghai), keys = told.keys
            let days = [1, 40, 365].map { today.adding(days: -$0) }
            func profiles() async throws -> [Profile] {
                try await database.read { reading in
                    let top = try #require(try PlaceStore.top(of: home.id, reading))
                    let first = try #require(try PlaceStore.place(code: "g2", in: home.id, reading))
                    return try days.flatMap { day in
                        try [top, first].map { try Profile(on: day, of: $0, keys, reading) }
                    }
                }
            }
            let before = try await profiles()
            let request = GridRequest(grids: 18, areas: 4)
            let material = try await database.read {
                try GridMaterial(of: home.id, on: today, keys, $0)
            }
            let number = try await telling.steward.perform(
                ProposeGrids(try material.proposal(request)), by: .house, in: home.id)
            let began = ContinuousClock.now
            _ = try await telling.steward.perform(AdoptGrids(number), by: .house, in: home.id)
            try await GridAdoption(telling.steward, by: .house, in: home.id).run(number)
            #expect(ContinuousClock.now - began < .seconds(60))
            #expect(try await profiles() == before)
            try await database.read { try isRedrawn(home, told, $0) }
        }
    }

    private func isRedrawn(_ home: Locality, _ told: Told, _ reading: any Reading) throws {
        let top = try #require(try PlaceStore.top(of: home.id, reading))
        let grids = try PlaceStore.places(.grid, below: top.path, reading)
        #expect(grids.count == 18)
        #expect(try PlaceStore.places(.area, below: top.path, reading).count == 4)
        for invariant in told.capabilities.flatMap(\.invariants) {
            #expect(try invariant.breaks(reading) == [], "\(invariant.name)")
        }
        let chain = try RecordChain(of: home.id, in: reading, keys: told.keys)
        #expect(chain.breaks == [])
        // The map's open needs are those of the ledger, and each grid counts its own.
        let today = TellingTests.today.day(in: .shanghai)
        let loads = try PlaceLoads.loads(of: grids.map(\.path), in: home.id, on: today, reading)
        let open = try reading.number(
            "SELECT COUNT(*) FROM need WHERE community = \(home.id) AND is_open = 1 AND held = 0")
        let outside = try reading.number(
            """
            SELECT COUNT(*) FROM need n JOIN place p ON p.community = n.community AND p.id = n.place
            WHERE n.community = \(home.id) AND n.is_open = 1 AND n.held = 0
            AND p.kind IN \(list: ["community", "area"])
            """)
        #expect(loads.values.reduce(0) { $0 + $1.needs } == open - outside)
        #expect(loads.values.reduce(0) { $0 + $1.people } == 11_458)
        #expect(
            loads.values.reduce(0) { $0 + $1.elders }
                == (try Profile(on: today, of: top, told.keys, reading)[.over60]))
        for need in try reading.all(
            "SELECT path, grid_name FROM need WHERE community = \(home.id) ORDER BY id",
            { (PlacePath(text: $0.text(0)), $0.text(1)) })
        {
            if let grid = grids.first(where: { $0.path.contains(need.0) }) { #expect(grid.name == need.1) }
        }
    }
}
