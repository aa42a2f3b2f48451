import Actions
import Needs
import People

/// What stands in buildings goes along while the grids are redrawn.
struct MovingGridsMoveNeeds: Flow {
    func carry(_ fact: GridsMoving, in work: Work) throws {
        for move in fact.moves { try ResourcesMoved.carry(from: move.old, to: move.new, in: work) }
        try NeedsMoved.carry(fact.moves.map { ($0.old, $0.new) }, in: work)
    }
}

/// What stood right in a grid that is no more goes on in another, when all stands where it belongs.
struct AdoptedGridsMoveNeeds: Flow {
    func carry(_ fact: GridsAdopted, in work: Work) throws {
        for end in fact.absorbed { try ResourcesMoved.absorb(end, in: work) }
        try NeedsMoved.settle(fact.absorbed, below: fact.grids, in: work)
    }
}
