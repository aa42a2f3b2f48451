import Methods
import Testing

/// Maps that do not allow what is asked, and requests that make no sense.
@Suite struct RegridLimitTests {
    /// A row of buildings, each touching the next.
    private func row(_ loads: [Double], gapsAfter: Set<Int> = []) throws -> BuildingMap {
        let neighbors = loads.indices.map { building in
            [building - 1, building + 1].filter {
                loads.indices.contains($0) && !gapsAfter.contains(min($0, building))
            }
        }
        return try BuildingMap(
            features: loads.indices.map { [Double($0)] }, loads: loads, neighbors: neighbors)
    }

    private func propose(_ map: BuildingMap, _ grids: Int, tolerance: Double = 0.1) throws -> RegridProposal {
        var request = RegridRequest(grids: grids)
        request.tolerance = tolerance
        return try Regridding.propose(map, request)
    }

    @Test func namesABuildingThatIsTooHeavy() throws {
        let proposal = try propose(row([1, 1, 10, 1, 1, 1]), 3)
        #expect(!proposal.isWithinTolerance && proposal.figures.isContiguous)
        #expect(proposal.obstacles.first == .heavy(building: 2, share: 2))
        #expect(proposal.labels == [0, 0, 1, 2, 2, 2])
    }

    @Test func namesAPartThatIsTooLight() throws {
        let proposal = try propose(row([1, 1, 5, 5, 5, 5], gapsAfter: [1]), 3)
        #expect(proposal.labels == [0, 0, 1, 1, 2, 2])
        guard case .part(building: 0, let share, let nearest)? = proposal.obstacles.first else {
            Issue.record("expected the part of building 0, found \(proposal.obstacles)")
            return
        }
        #expect(abs(share - 3.0 / 11) < 1e-9 && abs(nearest - 8.0 / 11) < 1e-9)
    }

    /// Three arms of 4 at a centre of 4, in two grids: one arm alone has 4 of 8, the centre with the rest 12.
    @Test func namesAPocketBehindABuilding() throws {
        let map = try BuildingMap(
            features: [[0], [1], [2], [3]], loads: [4, 4, 4, 4], neighbors: [[1, 2, 3], [], [], []])
        #expect(map.oneSidedBorders == 3)
        let proposal = try propose(map, 2)
        guard case .pocket(behind: 0, _, let nearest)? = proposal.obstacles.first else {
            Issue.record("expected the pockets behind building 0, found \(proposal.obstacles)")
            return
        }
        #expect(abs(nearest - 0.5) < 1e-9)
        #expect(proposal.figures.maxLoadDeviation == 0.5)
        #expect(proposal.labels == [0, 0, 0, 1])
    }

    /// Seven buildings of 20 in three grids are 40, 40 and 60 at best: 60 is 28.6 per cent above even.
    @Test func namesLoadsThatDoNotDivide() throws {
        let proposal = try propose(row([20, 20, 20, 20, 20, 20, 20]), 3)
        guard case .steps(of: 20, let nearest)? = proposal.obstacles.first else {
            Issue.record("expected steps of 20, found \(proposal.obstacles)")
            return
        }
        #expect(abs(nearest - 2.0 / 7) < 1e-9)
        #expect(abs(proposal.figures.maxLoadDeviation - nearest) < 1e-9)
        #expect(!proposal.obstacles.contains { $0.provedDeviation == nil })
    }

    @Test func islandsAreGridsOfTheirOwn() throws {
        let proposal = try propose(row([5, 5, 5], gapsAfter: [0, 1]), 3)
        #expect(proposal.labels == [0, 1, 2] && proposal.isWithinTolerance)
    }

    @Test func loadsOfNothingAreEven() throws {
        let proposal = try propose(row([0, 0, 0, 0]), 2)
        #expect(proposal.isWithinTolerance && proposal.figures.maxLoadDeviation == 0)
        #expect(proposal.labels == [0, 0, 1, 1])
    }

    @Test func emptyBuildingsGoWithTheirLike() throws {
        let proposal = try propose(row([0, 7, 0, 0, 7, 0]), 2)
        #expect(proposal.labels == [0, 0, 0, 1, 1, 1] && proposal.isWithinTolerance)
    }

    @Test func loadsThatAreNotWholeStayWithinTheTolerance() throws {
        let proposal = try propose(row([0.1, 0.2, 0.3, 0.15, 0.15, 0.3]), 2, tolerance: 0)
        #expect(proposal.labels == [0, 0, 0, 1, 1, 1])
        #expect(proposal.isWithinTolerance)
    }

    @Test(arguments: [
        (0, "there must be at least 1 grid, not 0"), (-4, "there must be at least 1 grid, not -4"),
        (5, "4 buildings cannot be divided into 5 grids"),
        (
            1,
            "the map falls into 2 parts without a border between them: "
                + "1 contiguous groups cannot cover it, at least 2 are needed"
        ),
    ])
    func refusesGrids(_ grids: Int, _ sentence: String) throws {
        let map = try row([1, 2, 3, 4], gapsAfter: [1])
        #expect(throws: InputFault(sentence)) { try propose(map, grids) }
    }

    @Test(
        arguments: [
            ([7: 0], [], "building 7, which is to be fixed, does not exist"),
            ([0: 2], [], "building 0 is fixed to grid 2; grids go from 0 to 1"),
            ([:], [[0, 9]], "building 9, which is to be kept together with others, does not exist"),
            ([0: 0, 1: 1], [[0, 1]], "building 0 is kept together with what is fixed to grids 0 and 1"),
            (
                [0: 0, 1: 1, 2: 0], [],
                "what is fixed to grid 0 cannot be joined without passing through buildings held elsewhere"
            ),
            ([0: 0], [[1, 3], [2]], "building 0"),
            (
                [:], [[0, 2], [1, 3]],
                "what is kept together with building 0 cannot be joined without passing "
                    + "through buildings held elsewhere"
            ),
            (
                [:], [[0, 1, 2, 3]],
                "with what is fixed and kept together there can be from 1 to 1 groups, not 2"
            ),
        ] as [([Int: Int], [[Int]], String)])
    func refusesWhatCannotBeHeld(_ fixed: [Int: Int], _ together: [[Int]], _ sentence: String) throws {
        var request = RegridRequest(grids: 2)
        request.fixed = fixed
        request.together = together
        request.tolerance = 1
        let map = try row([1, 2, 3, 4])
        if sentence == "building 0" {
            #expect(try Regridding.propose(map, request).labels == [0, 1, 1, 1])
        } else {
            #expect(throws: InputFault(sentence)) { try Regridding.propose(map, request) }
        }
    }

    @Test(arguments: [-0.1, 1.5, .nan, .infinity])
    func refusesTolerances(_ tolerance: Double) throws {
        let map = try row([1, 2])
        #expect(throws: InputFault("the tolerance is a share from 0 to 1: 0.1 is ten per cent")) {
            try propose(map, 2, tolerance: tolerance)
        }
    }

    @Test(
        arguments: [
            ([], [], [], "there are no buildings"),
            ([[1]], [1, 2], [[], []], "features are given for 1 buildings, loads for 2"),
            ([[1], [1, 2]], [1, 2], [[], []], "building 1 has 2 features, building 0 has 1"),
            ([[1], [.nan]], [1, 2], [[], []], "a feature of building 1 is not a number of at most 1e12"),
            ([[1], [1]], [1, -2], [[], []], "the load of building 1 is not a number from 0 to 1e12"),
            (
                [[1], [1]], [1, .infinity], [[], []], "the load of building 1 is not a number from 0 to 1e12"
            ),
            ([[1], [1]], [1, 2], [[]], "neighbours are given for 1 buildings, loads for 2"),
            ([[1], [1]], [1, 2], [[2], []], "building 0 touches 2, which does not exist"),
        ] as [([[Double]], [Double], [[Int]], String)])
    func refusesMaps(_ features: [[Double]], _ loads: [Double], _ neighbors: [[Int]], _ sentence: String) {
        #expect(throws: InputFault(sentence)) {
            try BuildingMap(features: features, loads: loads, neighbors: neighbors)
        }
    }

    @Test func extremesAreTakenAsTheyAre() throws {
        let map = try BuildingMap(
            features: [[1e12], [-1e12], [5e-324], [0]], loads: [1e12, 5e-324, 0, 1e12],
            neighbors: [[1], [2], [3], []])
        let proposal = try propose(map, 2)
        #expect(proposal.figures.isContiguous && proposal.isWithinTolerance)
    }
}
