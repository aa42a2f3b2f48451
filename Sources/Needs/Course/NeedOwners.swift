public import Actions
import People
import Storage
public import Values

/// Who sees to a need: by the most special rule of place and class, else whoever stands nearest.
public enum NeedOwners {
    /// An account that may own needs.
    struct Owner {
        let account: Identifier
        let name: String
    }

    /// The owner of a new need: the longest path wins, then class over area over all; nil where nobody may.
    static func owner(
        of classKey: String, at path: PlacePath, _ vocabulary: Vocabulary, _ work: Work
    ) throws -> Owner? {
        let area = vocabulary.term(.need, classKey)?.parent ?? ""
        for rule in try OwnerRuleStore.rules(for: classKey, area: area, at: path, work) {
            if let owner = try permitted(rule.account, at: path, in: work) { return owner }
        }
        return try nearest(to: path, work)
    }

    /// Whoever handles needs nearest to the place; those who lead the station come last.
    private static func nearest(to path: PlacePath, _ work: Work) throws -> Owner? {
        for roles in [[Role.socialWorker, .communityWorker], [.supervisor, .stationHead]] {
            let holders = try GrantStore.holders(of: roles, over: path, in: work.community, work.database)
            for holder in holders {
                let account = try AccountStore.account(holder.account, in: work.community, work.database)
                if let account, account.state == .active {
                    return Owner(account: account.id, name: account.name)
                }
            }
        }
        return nil
    }

    /// The account as an owner; nil where it may not own needs there.
    static func permitted(_ id: Identifier, at path: PlacePath, in work: Work) throws -> Owner? {
        do { return try enabled(id, at: path, in: work) } catch is NeedRefusal { return nil }
    }

    /// The account as an owner.
    ///
    /// - Throws: ``NeedRefusal/ownerNotEnabled``, ``NeedRefusal/ownerWithoutRight``.
    static func enabled(_ id: Identifier, at path: PlacePath, in work: Work) throws -> Owner {
        guard let person = try person(id, in: work) else { throw NeedRefusal.ownerNotEnabled }
        guard work.rights.allow(person, NeedsRights.handle, on: path) else {
            throw NeedRefusal.ownerWithoutRight
        }
        return Owner(account: id, name: person.name)
    }

    /// The account with the roles it has now; nil where it is closed.
    static func person(_ id: Identifier, in work: Work) throws -> Actor? {
        guard let account = try AccountStore.account(id, in: work.community, work.database),
            account.state == .active
        else { return nil }
        let grants = try GrantStore.grants(of: id, in: work.community, work.database)
        return Actor(kind: .person, account: id, name: account.name, grants: grants)
    }
}
