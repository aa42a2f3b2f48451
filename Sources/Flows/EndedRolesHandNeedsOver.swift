import Actions
import Needs
import People

/// No open need has an owner who may not own it: whoever stands nearest takes over what they no longer may.
struct EndedRolesHandNeedsOver: Flow {
    func carry(_ fact: RolesEnded, in work: Work) throws {
        try NeedOwners.handOver(from: fact.account, in: work)
    }
}
