import Actions
import Needs
import Storage
import Testing
import Trials
import Values

@testable import People
@testable import Village

/// The city's communities: drawn around published sizes, dealt their needs, told within every rule.
@Suite struct CityTests {
    private static func plans(_ count: Int) -> [TownPlan] {
        (0..<count).map { index in
            var dice = Dice(seed: 1, for: "town \(index)")
            return TownPlan(&dice)
        }
    }

    @Test func aTownIsAWholeTree() {
        let plans = Self.plans(700)
        #expect(plans.contains { $0.buildings.count == 1 && $0.households == 12 })
        #expect(plans.contains { $0.buildings.count > 200 })
        for plan in plans {
            #expect(plan.places.reduce(0) { $0 + $1.households } == plan.households)
            #expect(plan.places.count { $0.kind == .building } == plan.buildings.count)
            #expect(Set(plan.places.compactMap(\.code)).count == plan.places.count)
            for (index, place) in plan.places.enumerated() {
                let above = place.parent.map { plan.places[$0].kind }
                let wanted: PlaceKind? =
                    place.kind == .building ? .grid : place.kind == .grid ? .area : nil
                #expect(above == wanted && (place.parent ?? -1) < index)
            }
        }
    }

    @Test(arguments: [0, 1, 699, 700, 12_345, 1_000_000])
    func allNeedsAreDealtOut(_ whole: Int) {
        let plans = Self.plans(700), shares = CityFilling.shares(whole, of: plans)
        #expect(shares.reduce(0, +) == whole && shares.allSatisfy { $0 >= 0 })
    }

    @Test(arguments: Engine.all)
    func threeTownsAreToldWithinEveryRule(_ engine: Engine) async throws {
        try await engine.withDatabase(Told.migrations) { database in
            let told = try await Told(database)
            let stage = Stage(told.telling(), cast: try Cast())
            try await stage.found()
            let street = try stage.locality(.street).path
            let planned = ["荷溪社区", "菱塘社区", "莲桥社区"].enumerated().map {
                Stage.Planned(name: Text($1, "Town \($0)"), slug: "t\($0)", above: street)
            }
            try await stage.fill(try await stage.found(planned, .community), needs: 400)
            try await told.database.read { reading in
                #expect(try reading.number("SELECT COUNT(*) FROM need") == 400)
                let states = try reading.all("SELECT state FROM need GROUP BY state ORDER BY state") {
                    $0.text(0)
                }
                #expect(states.count >= 4 && states.contains("closed"))
                #expect(try reading.number("SELECT COUNT(*) FROM resource_use") > 50)
                for invariant in told.capabilities.flatMap(\.invariants) {
                    #expect(try invariant.breaks(reading) == [], "\(invariant.name)")
                }
                for locality in try LocalityStore.below(.root, reading) {
                    let chain = try RecordChain(of: locality.id, in: reading, keys: told.keys)
                    #expect(chain.breaks == [], "\(locality.name)")
                }
            }
        }
    }
}
