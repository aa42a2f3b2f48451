import Methods
import Testing
import Values

/// What holds of every proposal, whatever the map.
@Suite struct RegridPropertyTests {
    private func request(_ grids: Int, seed: UInt64 = 3) -> RegridRequest {
        var request = RegridRequest(grids: grids)
        request.seed = seed
        return request
    }

    @Test(arguments: 0..<3)
    func doesNotDependOnHowBuildingsAreNumbered(_ seed: UInt64) throws {
        let map = try RegridMaps.lattice(rows: 7, columns: 8, seed: seed)
        let proposal = try Regridding.propose(map, request(6))
        var dice = Dice(seed: seed)
        let order = dice.shuffled(Array(0..<map.count))
        let other = try Regridding.propose(RegridMaps.renumbered(map, order), request(6))
        var names: [Int: Int] = [:]
        for building in 0..<map.count {
            let label = other.labels[order[building]]
            #expect(names[proposal.labels[building], default: label] == label)
            names[proposal.labels[building]] = label
        }
        #expect(Set(names.values).count == 6)
    }

    @Test(arguments: [0.25, 1, 8.0])
    func doesNotDependOnTheUnits(_ factor: Double) throws {
        let map = try RegridMaps.lattice(rows: 6, columns: 6, seed: 9)
        let scaled = try BuildingMap(
            features: map.features.map { $0.map { $0 * factor + 16 } }, loads: map.loads.map { $0 * factor },
            neighbors: map.neighbors)
        let proposal = try Regridding.propose(map, request(5))
        let other = try Regridding.propose(scaled, request(5))
        #expect(proposal.labels == other.labels)
        #expect(abs(other.figures.ssd / proposal.figures.ssd - factor * factor) < 1e-9)
    }

    @Test func isTheSameForTheSameSeed() throws {
        let map = try RegridMaps.lattice(rows: 6, columns: 7, seed: 1)
        let once = try Regridding.propose(map, request(5))
        #expect(try Regridding.propose(map, request(5)) == once)
    }

    @Test(arguments: 0..<6)
    func keepsWhatIsPromised(_ seed: UInt64) throws {
        let map = try RegridMaps.lattice(rows: 8, columns: 9, seed: seed)
        let proposal = try Regridding.propose(map, request(7, seed: seed))
        #expect(proposal.figures.isContiguous)
        #expect(proposal.isWithinTolerance && proposal.obstacles.isEmpty)
        for group in proposal.figures.groups {
            #expect(abs(group.load / proposal.figures.evenLoad - 1) <= 0.1)
        }
        #expect(proposal.figures.groups.map(\.label) == Array(0..<7))
        // Numbered by the lowest building.
        let firsts = (0..<7).compactMap { proposal.labels.firstIndex(of: $0) }
        #expect(firsts == firsts.sorted())
    }

    @Test func keepsApartWhatIsFixedAndTogetherWhatDoesNotTouch() throws {
        let map = try RegridMaps.lattice(rows: 8, columns: 8, seed: 4)
        var request = request(6)
        request.fixed = [0: 5, 7: 5, 63: 1]
        request.together = [[16, 19], [40, 41, 48], [27, 36]]
        let proposal = try Regridding.propose(map, request)
        let labels = proposal.labels
        #expect(proposal.figures.isContiguous)
        #expect(labels[0] == 5 && labels[7] == 5 && labels[63] == 1)
        #expect(labels[16] == labels[19] && labels[27] == labels[36])
        #expect(labels[40] == labels[41] && labels[40] == labels[48])
    }

    @Test func dividesInTheOnlyWayThereIs() throws {
        let map = try RegridMaps.lattice(rows: 2, columns: 3, seed: 2)
        #expect(try Regridding.propose(map, request(1)).labels == [0, 0, 0, 0, 0, 0])
        let alone = try Regridding.propose(map, request(6))
        #expect(alone.labels == [0, 1, 2, 3, 4, 5])
        #expect(alone.figures.ssd == 0)
    }

    @Test func buildingsAllAlikeAreDividedByLoadAlone() throws {
        let map = try RegridMaps.lattice(rows: 5, columns: 5, seed: 6)
        let alike = try BuildingMap(
            features: map.loads.map { _ in [1, 2] }, loads: map.loads, neighbors: map.neighbors)
        let bare = try BuildingMap(
            features: map.loads.map { _ in [] }, loads: map.loads, neighbors: map.neighbors)
        for map in [alike, bare] {
            let proposal = try Regridding.propose(map, request(4))
            #expect(proposal.isWithinTolerance && proposal.figures.isContiguous)
            #expect(proposal.figures.ssd == 0)
        }
    }
}
