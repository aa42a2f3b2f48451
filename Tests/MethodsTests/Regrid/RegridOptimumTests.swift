import Methods
import Testing
import Values

/// The search against every division there is.
@Suite struct RegridOptimumTests {
    @Test(arguments: 0..<12)
    func findsTheBestOfAllDivisions(_ seed: UInt64) throws {
        var dice = Dice(seed: seed, for: "small maps")
        let map = try RegridMaps.small(&dice, rows: 3, columns: 3, gaps: 10)
        for groups in 1...4 {
            let all = try RegridByHand(map: map, groups: groups).divisions()
            for tolerance in [0.05, 0.25] {
                var request = RegridRequest(grids: groups)
                request.tolerance = tolerance
                request.seed = seed
                guard let best = RegridByHand.best(all, tolerance: tolerance) else {
                    #expect(throws: InputFault.self) { try Regridding.propose(map, request) }
                    continue
                }
                let proposal = try Regridding.propose(map, request)
                #expect(proposal.figures.isContiguous)
                #expect(abs(proposal.figures.ssd - best.ssd) < 1e-9)
                #expect(proposal.isWithinTolerance == (best.deviation <= tolerance))
                #expect(proposal.figures.maxLoadDeviation <= max(tolerance, best.deviation) + 1e-12)
            }
        }
    }

    @Test(arguments: 0..<40)
    func provesNothingThatIsNotSo(_ seed: UInt64) throws {
        var dice = Dice(seed: seed, for: "sparse maps")
        let map = try RegridMaps.small(&dice, rows: 2, columns: 4, gaps: 35)
        for groups in 2...3 {
            let all = try RegridByHand(map: map, groups: groups).divisions()
            var request = RegridRequest(grids: groups)
            request.tolerance = 0.02
            guard let nearest = all.map(\.deviation).min() else {
                #expect(throws: InputFault.self) { try Regridding.propose(map, request) }
                continue
            }
            let proposal = try Regridding.propose(map, request)
            #expect(abs(proposal.figures.maxLoadDeviation - nearest) < 1e-12 || nearest <= 0.02)
            for proved in proposal.obstacles.compactMap(\.provedDeviation) {
                #expect(proved <= nearest + 1e-12)
            }
        }
    }

    @Test(arguments: 0..<12)
    func findsTheBestThatKeepsWhatIsFixed(_ seed: UInt64) throws {
        var dice = Dice(seed: seed, for: "fixed")
        let map = try RegridMaps.small(&dice, rows: 3, columns: 3, gaps: 0)
        var request = RegridRequest(grids: 3)
        request.tolerance = 0.3
        request.fixed = [0: 2, 8: 0]
        request.together = [[0, 1], [4, 7]]
        let all = try RegridByHand(map: map, groups: 3).divisions {
            $0[0] != $0[8] && $0[0] == $0[1] && $0[4] == $0[7]
        }
        let best = try #require(RegridByHand.best(all, tolerance: 0.3))
        let proposal = try Regridding.propose(map, request)
        #expect(abs(proposal.figures.ssd - best.ssd) < 1e-9)
        #expect(proposal.labels[0] == 2 && proposal.labels[1] == 2 && proposal.labels[8] == 0)
        #expect(proposal.labels[4] == proposal.labels[7])
    }

    /// The grids' numbers on a map of three rows, by hand: two far corners fixed to one grid must be joined.
    @Test func joinsWhatIsFixedToOneGridFarApart() throws {
        let map = try RegridMaps.lattice(rows: 3, columns: 3, seed: 5)
        var request = RegridRequest(grids: 2)
        request.tolerance = 0.6
        request.fixed = [0: 1, 2: 1, 7: 0]
        let all = try RegridByHand(map: map, groups: 2).divisions { $0[0] == $0[2] && $0[0] != $0[7] }
        let best = try #require(RegridByHand.best(all, tolerance: 0.6))
        let proposal = try Regridding.propose(map, request)
        #expect(abs(proposal.figures.ssd - best.ssd) < 1e-9)
        #expect([0, 2, 7].map { proposal.labels[$0] } == [1, 1, 0])
    }

    @Test(arguments: 0..<4)
    func gathersGridsIntoTheBestAreas(_ seed: UInt64) throws {
        let map = try RegridMaps.lattice(rows: 5, columns: 6, seed: seed)
        var request = RegridRequest(grids: 8)
        request.areas = 3
        request.tolerance = 0.2
        let proposal = try Regridding.propose(map, request)
        let areas = try #require(proposal.areas)
        #expect(areas.figures.isContiguous)
        for (building, grid) in proposal.labels.enumerated() {
            #expect(areas.labels[building] == areas.ofGrids[grid])
        }
        let best = try #require(try bestAreas(of: proposal.labels, map: map, areas: 3, tolerance: 0.2))
        #expect(abs(areas.figures.ssd - best) < 1e-9)
    }

    /// The least spread of buildings in areas, over every way to gather eight grids.
    private func bestAreas(of grids: [Int], map: BuildingMap, areas: Int, tolerance: Double) throws -> Double?
    {
        let count = (grids.max() ?? 0) + 1
        var borders = [[Int]](repeating: [], count: count), loads = [Double](repeating: 0, count: count)
        for (building, grid) in grids.enumerated() {
            loads[grid] += map.loads[building]
            borders[grid] += map.neighbors[building].map { grids[$0] }
        }
        let coarse = try BuildingMap(
            features: loads.map { [$0] }, loads: loads, neighbors: borders)
        let all = try RegridByHand(map: coarse, groups: areas).divisions().map { division in
            let labels = grids.map { division.labels[$0] }
            let ssd = try RegridFigures(labels: labels, of: map).ssd
            return RegridByHand.Division(labels: labels, ssd: ssd, deviation: division.deviation)
        }
        return RegridByHand.best(all, tolerance: tolerance)?.ssd
    }
}
