public import Actions
import Storage
public import Values

/// Carries a decided proposal out, step by step, each a short transaction: an area or a grid is made or
/// moved, then building after building, at the end what is no more is closed.
///
/// Between two steps the tree is whole and all figures are right, for some buildings in their new grids, for
/// others in their old ones. It only goes forward: where the program stops in between, the clock's next run
/// goes on. All steps take effect on one day, whenever the last is done.
public struct GridAdoption: Sendable {
    let steward: Steward
    let actor: Actor
    let community: Identifier

    public init(_ steward: Steward, by actor: Actor, in community: Identifier) {
        self.steward = steward
        self.actor = actor
        self.community = community
    }

    /// Carries a proposal out to its end; one whose day has come begins.
    public func run(_ proposal: Int64) async throws {
        if try await state(proposal) == .awaited { _ = try await perform(BeginGrids(proposal)) }
        guard try await state(proposal) == .moving else { return }
        do {
            while try await step(proposal) {}
        } catch GridsRefusal.isDecided {
            // Another copy of the program may have done the last steps meanwhile.
            guard try await state(proposal) == .adopted else { throw GridsRefusal.isDecided }
        }
    }

    /// One further step; whether any was left.
    func step(_ proposal: Int64) async throws -> Bool {
        let (plan, parents) = try await standing(proposal)
        // Areas before the grids that are to stand in them.
        if let next = (plan.areas + plan.grids).first(where: { $0.became == nil }) {
            _ = try await perform(PlaceDivision(proposal: proposal, kind: next.kind, number: next.number))
            return true
        }
        let grids = Dictionary(plan.grids.map { ($0.number, $0.became) }) { first, _ in first }
        if let next = plan.buildings.first(where: { parents[$0.place] != grids[$0.grid] }) {
            _ = try await perform(PlaceBuilding(proposal: proposal, building: next.place))
            return true
        }
        _ = try await perform(FinishGrids(proposal: proposal))
        return false
    }

    private func standing(
        _ proposal: Int64
    ) async throws -> (plan: GridPlan, parents: [Identifier: Identifier]) {
        let community = community
        return try await steward.database.read { reading in
            let plan = try ProposalStore.plan(of: proposal, in: community, reading)
            let places = try PlaceStore.places(plan.buildings.map(\.place), in: community, reading)
            return (plan, places.compactMapValues(\.parent))
        }
    }

    private func state(_ proposal: Int64) async throws -> GridProposal.State? {
        let community = community
        return try await steward.database.read { reading in
            try ProposalStore.proposal(proposal, in: community, reading)?.state
        }
    }

    private func perform<A: Action>(_ action: A) async throws -> A.Answer {
        try await steward.perform(action, by: actor, in: community)
    }
}
