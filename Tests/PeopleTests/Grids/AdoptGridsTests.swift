import Actions
import Storage
import Testing
import Trials
import Values

@testable import People

/// Grids adopted from a day on: the figures follow, and the past stays as it was.
@Suite struct AdoptGridsTests {
    @Test func figuresFollowAndThePastStays() async throws {
        try await Trial.run { trial in
            try await trial.placeBuildings()
            try await trial.settle()
            trial.clock.move(by: .days(3))
            let yesterday = trial.day(1)
            let codes: [String?] = [nil, "1", "2", "3"]
            var before: [Profile] = []
            for code in codes {
                before.append(try await trial.profile(on: yesterday, of: try await trial.place(code)))
            }
            #expect(before[0].grids.map { $0.values[0] } == [4, 4, 4])
            let number = try await trial.propose(GridRequest(grids: 2))
            try await trial.adopt(number)
            for (code, old) in zip(codes, before) {
                #expect(
                    try await trial.profile(on: yesterday, of: try await trial.place(code)) == old,
                    "\(code ?? "all")")
            }
            let today = try await trial.profile()
            #expect(today.grids.map { $0.values[0] } == [6, 6])
            #expect(today[.people] == before[0][.people] && today[.buildings] == 6)
            let figures = try await trial.figures(at: trial.root)
            #expect(figures["places.grid"] == 2 && figures["people.here"] == 18)
            #expect(try await trial.allBreaks() == [])
        }
    }

    /// Redrawn again and again by hand and by proposal: each day is counted as it was, whatever came later.
    @Test(arguments: [1, 2, 3] as [UInt64])
    func everyDayIsCountedAsItWas(_ seed: UInt64) async throws {
        try await Trial.run { trial in
            var dice = Dice(seed: seed)
            try await trial.placeBuildings()
            try await trial.settle()
            var known: [Day: Profile] = [:]
            for step in 0..<8 {
                trial.clock.move(by: .days(1))
                known[trial.day(1)] = try await trial.profile(on: trial.day(1))
                let open = try await trial.database.read {
                    try PlaceStore.places(.grid, below: trial.root, $0)
                }
                if dice.chance(50) {
                    let request = GridRequest(
                        grids: 1 + dice.below(4), areas: dice.chance(40) ? 1 : nil, seed: UInt64(step))
                    try await trial.adopt(try await trial.propose(request))
                } else {
                    let code = dice.pick(Trial.buildings) ?? "1-1"
                    let picked = dice.pick(open), target = try #require(picked)
                    _ = try await trial.perform(MovePlace(try await trial.place(code).id, below: target.id))
                }
                for (day, profile) in known {
                    #expect(try await trial.profile(on: day) == profile, "step \(step): \(day)")
                }
                #expect(try await trial.allBreaks() == [], "step \(step)")
            }
        }
    }

    @Test func keepersPassOnAndAreasAreMade() async throws {
        try await Trial.run { trial in
            try await trial.placeBuildings()
            try await trial.settle()
            for (index, code) in ["1", "2", "3"].enumerated() {
                _ = try await trial.person("网格长\(index)", "1390000000\(index)", .gridLeader, at: code)
            }
            let number = try await trial.propose(GridRequest(grids: 2, areas: 1))
            let plan = try await trial.plan(number)
            #expect(plan.areas.map(\.keeps) == [nil] && plan.areas.map(\.name) == ["第1片区"])
            #expect(Set(plan.grids.compactMap(\.keeps)).count == 2)
            try await trial.adopt(number)
            let community = trial.community
            let keepers = try await trial.database.read { try GrantStore.keepers(in: community, $0) }
            let open = try await trial.database.read { try PlaceStore.places(.grid, below: trial.root, $0) }
            #expect(open.count == 2 && open.allSatisfy { $0.path.depth == trial.root.depth + 2 })
            #expect(keepers.count == 3 && Set(keepers.map(\.place)) == Set(open.map(\.id)))
            #expect(try await trial.allBreaks() == [])
        }
    }

    /// What the method gives depends on the buildings and the seed alone.
    @Test func theSameIsProposedAgain() async throws {
        try await Trial.run(on: [.sqlite]) { trial in
            try await trial.placeBuildings()
            try await trial.settle()
            let first = try await trial.plan(try await trial.propose(GridRequest(grids: 3)))
            let second = try await trial.plan(try await trial.propose(GridRequest(grids: 3)))
            #expect(first.buildings.map(\.grid) == second.buildings.map(\.grid))
            #expect(first.grids.allSatisfy { $0.keeps != nil })
        }
    }

    @Test func aBuildingIsPutElsewhereByHand() async throws {
        try await Trial.run { trial in
            try await trial.placeBuildings()
            try await trial.settle()
            let number = try await trial.propose(GridRequest(grids: 2))
            let plan = try await trial.plan(number)
            let building = try #require(plan.buildings.first { $0.grid == 1 })
            _ = try await trial.perform(ShiftBuilding(building.place, into: 2, of: number))
            let after = try #require(
                try await trial.plan(number).buildings.first { $0.place == building.place })
            #expect(after.grid == 2 && after.isByHand)
            await #expect(throws: GridsRefusal.isThere) {
                try await trial.perform(ShiftBuilding(building.place, into: 2, of: number))
            }
            for other in plan.buildings where other.grid == 1 && other.place != building.place {
                do {
                    _ = try await trial.perform(ShiftBuilding(other.place, into: 2, of: number))
                } catch let refusal as GridsRefusal { #expect(refusal == .lastBuilding) }
            }
            #expect(try await trial.plan(number).buildings.count { $0.grid == 1 } == 1)
            _ = try await trial.perform(DropProposal(number))
            await #expect(throws: GridsRefusal.isDecided) { try await trial.perform(AdoptGrids(number)) }
        }
    }
}
