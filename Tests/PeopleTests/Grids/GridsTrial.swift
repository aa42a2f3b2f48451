import Actions
import Storage
import Testing
import Values

@testable import People

extension Trial {
    /// Puts the six buildings of the trial in a row, 40 metres apart, in the order of their grids.
    func placeBuildings() async throws {
        var positions: [Identifier: PlanPosition] = [:]
        for (index, code) in Self.buildings.enumerated() {
            positions[try await place(code).id] = PlanPosition(east: Int64(index) * 40, north: 0)
        }
        _ = try await perform(SetPositions(positions))
    }

    static let buildings = ["1-1", "1-2", "2-1", "2-2", "3-1", "3-2"]

    /// One household in every home, the first of them an elder living alone.
    func settle() async throws {
        for (index, code) in Self.buildings.enumerated() {
            try await household(at: "\(code)-1", [newPerson("王建国", .male, age: 70 + index)])
            try await household(
                at: "\(code)-2",
                [newPerson("李秀英", .female, age: 35), newPerson("李小禾", .female, age: 4, .child)])
        }
    }

    func material() async throws -> GridMaterial {
        let (community, keys, today) = (community, steward.keys, today)
        return try await database.read { try GridMaterial(of: community, on: today, keys, $0) }
    }

    /// Works a proposal out and saves it; answers its number.
    func propose(_ request: GridRequest, by actor: Actor = .house) async throws -> Int64 {
        try await perform(ProposeGrids(try await material().proposal(request)), by: actor)
    }

    /// Decides that a proposal holds from today on, and carries it out.
    func adopt(_ number: Int64) async throws {
        _ = try await perform(AdoptGrids(number))
        try await adoption.run(number)
    }

    var adoption: GridAdoption { GridAdoption(steward, by: .house, in: community) }

    func proposal(_ number: Int64) async throws -> GridProposal {
        let community = community
        return try #require(
            try await database.read { try ProposalStore.proposal(number, in: community, $0) })
    }

    /// What the clock's run does of a day: whatever is due is carried out.
    func carryOutWhatIsDue() async throws {
        let today = today
        for (_, number) in try await database.read({ try ProposalStore.due(by: today, $0) }) {
            try await adoption.run(number)
        }
    }

    func plan(_ number: Int64) async throws -> GridPlan {
        let community = community
        return try await database.read { try ProposalStore.plan(of: number, in: community, $0) }
    }

    func profile(on day: Day, of place: Place) async throws -> Profile {
        let keys = steward.keys
        return try await database.read { try Profile(on: day, of: place, keys, $0) }
    }

    func allBreaks() async throws -> [String] {
        let own = try await breaks()
        return own
            + (try await database.read { reading in try GridsInvariants.all.flatMap { try $0.breaks(reading) }
            })
    }
}
