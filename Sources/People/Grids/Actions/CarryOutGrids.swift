public import Actions
import Storage
public import Values

/// An area or grid of a proposal that is being carried out is made, or put where it belongs.
struct PlaceDivision: Action {
    static let name = "grids.place-division"
    static let right = GridsRights.adopt

    let proposal: Int64
    let kind: PlaceKind
    let number: Int

    func subject(in work: Work) throws -> GridProposal { try work.moving(proposal) }

    func run(on moving: GridProposal, in work: Work) throws -> Done {
        let taking = try GridsTaking(moving, in: work)
        guard let division = taking.plan.divisions.first(where: { $0.kind == kind && $0.number == number })
        else { throw GridsRefusal.noSuchGrid }
        let (place, move) = try taking.stand(division)
        try ProposalStore.note(place, for: division, of: proposal, in: work)
        if let move { work.tell(GridsMoving(community: work.community, moves: [move])) }
        return Done()
    }

    func object(of subject: GridProposal, _ answer: Done, in work: Work) -> Identifier { subject.id }
}

/// A building goes to its grid, with all that stands in it.
struct PlaceBuilding: Action {
    static let name = "grids.place-building"
    static let right = GridsRights.adopt

    let proposal: Int64
    let building: Identifier

    func subject(in work: Work) throws -> GridProposal { try work.moving(proposal) }

    func run(on moving: GridProposal, in work: Work) throws -> Done {
        let taking = try GridsTaking(moving, in: work)
        guard let planned = taking.plan.buildings.first(where: { $0.place == building }) else {
            throw GridsRefusal.noSuchGrid
        }
        if let move = try taking.move(building, below: try taking.grid(planned.grid)) {
            work.tell(GridsMoving(community: work.community, moves: [move]))
        }
        return Done()
    }

    func object(of subject: GridProposal, _ answer: Done, in work: Work) -> Identifier { building }
}

/// Everything stands where the proposal has it: what it does not go on with is closed, and whoever kept such
/// a place keeps the one that took most of its homes.
struct FinishGrids: Action {
    static let name = "grids.finish"
    static let right = GridsRights.adopt

    let proposal: Int64

    func subject(in work: Work) throws -> GridProposal { try work.moving(proposal) }

    func run(on moving: GridProposal, in work: Work) throws -> Done {
        let taking = try GridsTaking(moving, in: work)
        let ending = try taking.absorbTheRest()
        let grids = try taking.plan.grids.map { try work.place(taking.grid($0.number)).path }
        // Told first: whoever loses a role below hands over needs that stand where they belong.
        work.tell(
            GridsAdopted(community: work.community, grids: grids, absorbed: ending.compactMap(\.into)))
        for end in ending { try end.close(in: work) }
        try ProposalStore.decide(.adopted, proposal, from: moving.from, in: work)
        return Done()
    }

    func object(of subject: GridProposal, _ answer: Done, in work: Work) -> Identifier { subject.id }
}

/// Places went elsewhere in the tree, in this order; more are to follow.
public struct GridsMoving: Fact {
    public let community: Identifier
    public let moves: [PlaceMoved]
}

/// The grids of a community have become others: everything stands where it belongs.
public struct GridsAdopted: Fact {
    public let community: Identifier
    /// The grids that there are now.
    public let grids: [PlacePath]
    /// Grids and areas that ended.
    public let absorbed: [PlaceAbsorbed]
}

/// A grid or area ended: what stood right in it, and in no building, goes on in another one.
public struct PlaceAbsorbed: Sendable {
    public let old: PlacePath
    public let place: Identifier
    public let new: PlacePath
    public let name: String
}

extension Work {
    /// A proposal that is being carried out.
    fileprivate func moving(_ number: Int64) throws -> GridProposal {
        let found = try proposal(number)
        guard found.state == .moving else { throw GridsRefusal.isDecided }
        return found
    }
}
