import People

extension Stage {
    /// The station head has new grids worked out, as the community it is modelled on redrew its own: eighteen
    /// in four areas. They are talked over still.
    func proposeGrids() async throws {
        guard let head = cast.staff.first(where: { $0.role == .stationHead }) else {
            throw TellingFault(description: "there is no station head")
        }
        let community = try locality(.community).id, today = calendar.lastDay, keys = telling.steward.keys
        let material = try await telling.steward.database.read {
            try GridMaterial(of: community, on: today, keys, $0)
        }
        let proposal = try material.proposal(GridRequest(grids: 18, areas: 4))
        try await perform(ProposeGrids(proposal), by: try player(head.key).actor, "new grids")
    }
}
