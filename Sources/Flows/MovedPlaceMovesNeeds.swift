import Actions
import Needs
import People

/// What stands at a place goes along when the place gets another path.
struct MovedPlaceMovesNeeds: Flow {
    func carry(_ fact: PlaceMoved, in work: Work) throws {
        try NeedsMoved.carry(from: fact.old, to: fact.new, in: work)
        try ResourcesMoved.carry(from: fact.old, to: fact.new, in: work)
    }
}
