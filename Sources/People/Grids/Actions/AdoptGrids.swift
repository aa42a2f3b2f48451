public import Actions
import Storage
public import Values

/// Decides that a proposal is in force from a day on, today or later. ``GridAdoption`` carries it out, in
/// small steps between other people's work.
public struct AdoptGrids: Action {
    public static let name = "grids.adopt"
    public static let right = GridsRights.adopt
    /// So many days ahead at most.
    static let mostAhead = 366

    let proposal: Int64
    let day: Day?

    /// - Parameters: `day`: the first day on which it holds; nil is today.
    public init(_ proposal: Int64, from day: Day? = nil) {
        self.proposal = proposal
        self.day = day
    }

    public func subject(in work: Work) throws -> Place {
        _ = try work.draft(proposal)
        return try work.place(work.community)
    }

    public func run(on community: Place, in work: Work) throws -> Done {
        let today = work.now.day(in: .shanghai), from = day ?? today
        guard from >= today else { throw GridsRefusal.dayPast }
        guard from - today <= Self.mostAhead else { throw GridsRefusal.dayFar }
        guard try ProposalStore.decided(in: work.community, work.database) == nil else {
            throw GridsRefusal.anotherDecided
        }
        try GridsTaking(proposal, from: from, in: work).requireFits()
        try ProposalStore.decide(from == today ? .moving : .awaited, proposal, from: from, in: work)
        return Done()
    }

    public func object(of subject: Place, _ answer: Done, in work: Work) -> Identifier {
        (try? work.proposal(proposal).id) ?? subject.id
    }
}

/// Calls a proposal back whose day has not come; it can be talked over again.
struct CallBackGrids: Action {
    static let name = "grids.call-back"
    static let right = GridsRights.adopt

    let proposal: Int64

    init(_ proposal: Int64) { self.proposal = proposal }

    func subject(in work: Work) throws -> GridProposal {
        let found = try work.proposal(proposal)
        guard found.state == .awaited else { throw GridsRefusal.notAwaited }
        return found
    }

    func run(on awaited: GridProposal, in work: Work) throws -> Done {
        try ProposalStore.decide(.draft, proposal, in: work)
        return Done()
    }

    func object(of subject: GridProposal, _ answer: Done, in work: Work) -> Identifier { subject.id }
}

/// The day of an awaited proposal has come: it is carried out from now on, or goes back to be talked over
/// with what stands against it.
struct BeginGrids: Action {
    static let name = "grids.begin"
    static let right = GridsRights.adopt

    let proposal: Int64

    init(_ proposal: Int64) { self.proposal = proposal }

    func subject(in work: Work) throws -> GridProposal { try work.proposal(proposal) }

    func run(on awaited: GridProposal, in work: Work) throws -> Done {
        let today = work.now.day(in: .shanghai)
        guard awaited.state == .awaited, let from = awaited.from, from <= today else {
            throw GridsRefusal.notAwaited
        }
        do {
            try GridsTaking(proposal, from: today, in: work).requireFits()
            try ProposalStore.decide(.moving, proposal, from: today, in: work)
        } catch let refusal as GridsRefusal {
            try ProposalStore.decide(.draft, proposal, hindrance: refusal.name, in: work)
        }
        return Done()
    }

    func object(of subject: GridProposal, _ answer: Done, in work: Work) -> Identifier { subject.id }
}
