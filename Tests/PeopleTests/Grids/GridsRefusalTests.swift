import Actions
import Testing
import Trials
import Values

@testable import People

/// Every no of the map and of grids, each by what provokes it.
@Suite struct GridsRefusalTests {
    @Test func positionsAreOfBuildingsAndTheirOwn() async throws {
        try await Trial.run { trial in
            let grid = try await trial.place("1"), one = try await trial.place("1-1")
            let two = try await trial.place("1-2"), here = PlanPosition(east: 5, north: 7)
            await #expect(throws: GridsRefusal.notABuilding) {
                try await trial.perform(SetPositions([grid.id: here]))
            }
            await #expect(throws: GridsRefusal.samePosition) {
                try await trial.perform(SetPositions([one.id: here, two.id: here]))
            }
            #expect(try await trial.perform(SetPositions([one.id: here])) == 1)
            #expect(try await trial.perform(SetPositions([one.id: here])) == 0)
            await #expect(throws: GridsRefusal.samePosition) {
                try await trial.perform(SetPositions([two.id: here]))
            }
            let many = (0...SetPositions.most).map {
                (Identifier.trial(UInt64(1000 + $0)), PlanPosition(east: Int64($0), north: 1))
            }
            await #expect(throws: GridsRefusal.tooManyPositions) {
                try await trial.perform(SetPositions(Dictionary(uniqueKeysWithValues: many)))
            }
            await #expect(throws: GridsRefusal.positionsMissing) { try await trial.material() }
            #expect(try await trial.allBreaks() == [])
        }
    }

    @Test(
        arguments: [
            (0, nil, GridsRefusal.fewerThanAreas), (7, nil, .tooManyGrids), (7, 1, .tooManyGrids),
            (2, 3, .moreAreasThanGrids),
        ] as [(Int, Int?, GridsRefusal)])
    func whatCannotBeDividedIsRefused(_ grids: Int, _ areas: Int?, _ refusal: GridsRefusal) async throws {
        try await Trial.run(on: [.sqlite]) { trial in
            try await trial.placeBuildings()
            await #expect(throws: refusal) {
                try await trial.propose(GridRequest(grids: grids, areas: areas))
            }
        }
    }

    @Test func aProposalHasABound() async throws {
        try await Trial.run(on: [.sqlite]) { trial in
            let grid = try await trial.place("1")
            let many = (0..<GridMaterial.most).map { NewPlace(.building, "\($0 + 3)号楼") }
            _ = try await trial.perform(AddPlaces(below: grid.id, many))
            await #expect(throws: GridsRefusal.tooManyBuildings) { try await trial.material() }
        }
    }

    @Test func whatDoesNotExistIsNotChanged() async throws {
        try await Trial.run { trial in
            try await trial.placeBuildings()
            let building = try await trial.place("1-1"),
                number = try await trial.propose(GridRequest(grids: 2))
            await #expect(throws: GridsRefusal.proposalNotFound) { try await trial.perform(AdoptGrids(99)) }
            await #expect(throws: GridsRefusal.noSuchGrid) {
                try await trial.perform(ShiftBuilding(building.id, into: 3, of: number))
            }
            await #expect(throws: GridsRefusal.noSuchGrid) {
                try await trial.perform(ShiftBuilding(.trial(9), into: 1, of: number))
            }
        }
    }

    /// Nothing is adopted by half: what stands in the way is said, and everything is as before.
    @Test func aProposalThatIsNoLongerTrueIsRefused() async throws {
        try await Trial.run { trial in
            try await trial.placeBuildings()
            try await trial.settle()
            let number = try await trial.propose(GridRequest(grids: 2))
            let ends = try #require(
                Set(try await trial.plan(number).buildings.compactMap(\.today))
                    .subtracting(try await trial.plan(number).grids.compactMap(\.keeps)).first)
            let loose = try await trial.perform(AddPlaces(below: ends, [NewPlace(.household, "门卫室")]))[0]
            let before = try await trial.figures(at: trial.root)
            await #expect(throws: GridsRefusal.looseHomes) { try await trial.perform(AdoptGrids(number)) }
            #expect(try await trial.figures(at: trial.root) == before)
            _ = try await trial.perform(ClosePlace(loose))
            _ = try await trial.perform(AddPlaces(below: ends, [NewPlace(.building, "3号楼")]))
            await #expect(throws: GridsRefusal.outdated) { try await trial.perform(AdoptGrids(number)) }
            #expect(try await trial.allBreaks() == [])
        }
    }

    @Test func whoMayNotIsRefused() async throws {
        try await Trial.run { trial in
            try await trial.placeBuildings()
            let worker = try await trial.actor(try await trial.person("社工", "13900000001", .socialWorker))
            let leader = try await trial.actor(
                try await trial.person("网格长", "13900000002", .gridLeader, at: "1"))
            let number = try await trial.propose(GridRequest(grids: 2), by: worker)
            await #expect(throws: GroundRefusal.self) {
                try await trial.perform(AdoptGrids(number), by: worker)
            }
            await #expect(throws: GroundRefusal.self) {
                try await trial.propose(GridRequest(grids: 2), by: leader)
            }
            await #expect(throws: GroundRefusal.self) {
                try await trial.perform(SetPositions([:]), by: leader)
            }
        }
    }
}
