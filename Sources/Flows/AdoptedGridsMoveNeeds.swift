import Actions
import Needs
import People

/// What stands in buildings goes along when the grids are redrawn.
struct AdoptedGridsMoveNeeds: Flow {
    func carry(_ fact: GridsAdopted, in work: Work) throws {
        try NeedsMoved.carry(fact.moves.map { ($0.old, $0.new) }, in: work)
        for move in fact.moves { try ResourcesMoved.carry(from: move.old, to: move.new, in: work) }
    }
}
