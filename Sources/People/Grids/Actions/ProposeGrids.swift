public import Actions
import Storage
public import Values

/// Saves a division that was worked out, as a draft to be talked over.
///
/// It was worked out outside the transaction, for that takes some tenths of a second; what it rests on is
/// looked at again when it is adopted.
public struct ProposeGrids: Action {
    public static let name = "grids.propose"
    public static let right = GridsRights.propose

    let proposal: NewProposal

    public init(_ proposal: NewProposal) { self.proposal = proposal }

    public func subject(in work: Work) throws -> Place { try work.place(work.community) }

    /// The number of the proposal.
    public func run(on root: Place, in work: Work) throws -> Int64 {
        let number = try work.nextNumber("grid-proposal")
        try ProposalStore.insert(proposal, work.newIdentifier(), number: number, in: work)
        return number
    }

    public func object(of subject: Place, _ answer: Int64, in work: Work) -> Identifier { subject.id }
}

/// Puts a building of a draft into another of its grids, by hand.
struct ShiftBuilding: Action {
    static let name = "grids.shift-building"
    static let right = GridsRights.propose

    let proposal: Int64
    let building: Identifier
    let grid: Int

    init(_ building: Identifier, into grid: Int, of proposal: Int64) {
        self.proposal = proposal
        self.building = building
        self.grid = grid
    }

    func subject(in work: Work) throws -> GridProposal { try work.draft(proposal) }

    func run(on draft: GridProposal, in work: Work) throws -> Done {
        let plan = try ProposalStore.plan(of: proposal, in: work.community, work.database)
        guard let now = plan.buildings.first(where: { $0.place == building })?.grid,
            plan.grids.contains(where: { $0.number == grid })
        else { throw GridsRefusal.noSuchGrid }
        guard now != grid else { throw GridsRefusal.isThere }
        guard plan.buildings.count(where: { $0.grid == now }) > 1 else { throw GridsRefusal.lastBuilding }
        try ProposalStore.put(building, into: grid, of: proposal, in: work)
        return Done()
    }

    func object(of subject: GridProposal, _ answer: Done, in work: Work) -> Identifier { subject.id }
}

/// Puts a draft away; it can still be read.
struct DropProposal: Action {
    static let name = "grids.drop"
    static let right = GridsRights.propose

    let proposal: Int64

    init(_ proposal: Int64) { self.proposal = proposal }

    func subject(in work: Work) throws -> GridProposal { try work.draft(proposal) }

    func run(on draft: GridProposal, in work: Work) throws -> Done {
        try ProposalStore.decide(.dropped, proposal, in: work)
        return Done()
    }

    func object(of subject: GridProposal, _ answer: Done, in work: Work) -> Identifier { subject.id }
}

extension Work {
    func proposal(_ number: Int64) throws -> GridProposal {
        guard let found = try ProposalStore.proposal(number, in: community, database) else {
            throw GridsRefusal.proposalNotFound
        }
        return found
    }

    /// A proposal that may still be changed.
    func draft(_ number: Int64) throws -> GridProposal {
        let found = try proposal(number)
        guard found.state == .draft else { throw GridsRefusal.isDecided }
        return found
    }

    /// Refuses while a proposal is being carried out: for some seconds no building comes, goes or is moved.
    func requireGridsAtRest() throws {
        if try ProposalStore.decided(in: community, database)?.state == .moving {
            throw GridsRefusal.gridsMoving
        }
    }
}
