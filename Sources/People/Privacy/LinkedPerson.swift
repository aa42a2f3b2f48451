public import Actions
import Storage
public import Values

/// Somebody of the register with the accounts that are known to be theirs.
public struct LinkedPerson: Placed {
    public let person: RegisteredPerson
    let accounts: Set<Identifier>

    public var path: PlacePath { person.path }
    public func isOwn(of actor: Actor) -> Bool { actor.account.map(accounts.contains) ?? false }
}

extension Work {
    /// Somebody of the register who was not merged away, with their accounts.
    func linked(_ id: Identifier) throws -> LinkedPerson {
        let person = try registered(id)
        guard person.mergedInto == nil else { throw RegisterRefusal.isMerged }
        return LinkedPerson(
            person: person, accounts: try LinkStore.accounts(of: id, in: community, database))
    }
}
