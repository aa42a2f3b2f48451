import Actions
import Needs
import People

/// No open need has an owner who cannot sign in: whoever stands nearest takes them.
struct DisabledAccountHandsNeedsOver: Flow {
    func carry(_ fact: AccountDisabled, in work: Work) throws {
        try NeedOwners.reassign(from: fact.account, in: work)
    }
}
