import Actions
import Needs
import People

/// What stands in buildings goes along when the grids are redrawn.
struct AdoptedGridsMoveNeeds: Flow {
    func carry(_ fact: GridsAdopted, in work: Work) throws {
        for move in fact.moves { try ResourcesMoved.carry(from: move.old, to: move.new, in: work) }
        for end in fact.absorbed { try ResourcesMoved.absorb(end, in: work) }
        try NeedsMoved.carry(fact.moves.map { ($0.old, $0.new) }, absorbed: fact.absorbed, in: work)
    }
}
