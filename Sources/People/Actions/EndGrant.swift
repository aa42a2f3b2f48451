public import Actions
import Storage
public import Values

/// Takes a role back; what its holder may no longer answer for finds another owner.
public struct EndGrant: Action {
    public static let name = "people.end-grant"
    public static let right = PeopleRights.grant

    let grant: Identifier

    public init(_ grant: Identifier) { self.grant = grant }

    public func subject(in work: Work) throws -> PlacePath {
        guard let given = try GrantStore.role(grant, in: work.community, work.database) else {
            throw PeopleRefusal.grantNotFound
        }
        return given.path
    }

    public func run(on path: PlacePath, in work: Work) throws -> Done {
        guard let given = try GrantStore.role(grant, in: work.community, work.database) else {
            throw PeopleRefusal.grantNotFound
        }
        guard GrantingTable.allows(work.actor, given.role, at: path, work.rights) else {
            throw PeopleRefusal.touchesHigher
        }
        try work.requireAnotherAdministrator(than: given.account, losing: [given])
        try work.database.run(
            """
            UPDATE role_grant SET ended = \(work.now)
            WHERE community = \(work.community) AND id = \(grant) AND ended IS NULL
            """)
        work.record(["role": given.role.rawValue], about: given.account)
        work.tell(RolesEnded(community: work.community, account: given.account))
        return Done()
    }

    public func object(of subject: PlacePath, _ answer: Done, in work: Work) -> Identifier { grant }
}

/// Closes an account: its sessions, tokens and roles end, and what it owned finds another owner.
public struct DisableAccount: Action {
    public static let name = "people.disable-account"
    public static let right = PeopleRights.disable

    let account: Identifier

    public init(_ account: Identifier) { self.account = account }

    public func subject(in work: Work) throws -> Account { try work.account(account) }

    public func run(on account: Account, in work: Work) throws -> Done {
        guard account.state == .active else { throw PeopleRefusal.accountDisabled }
        let roles = try GrantStore.roles(of: account.id, in: work.community, work.database)
        for given in roles where !GrantingTable.allows(work.actor, given.role, at: given.path, work.rights) {
            throw PeopleRefusal.touchesHigher
        }
        try work.requireAnotherAdministrator(than: account.id, losing: roles)
        try work.database.run(
            "UPDATE account SET state = 'disabled' WHERE community = \(work.community) AND id = \(account.id)"
        )
        try work.database.run(
            """
            UPDATE role_grant SET ended = \(work.now)
            WHERE community = \(work.community) AND account = \(account.id) AND ended IS NULL
            """)
        try work.database.run(
            """
            UPDATE personal_token SET ended = \(work.now)
            WHERE community = \(work.community) AND account = \(account.id) AND ended IS NULL
            """)
        try SessionStore.endAll(
            of: account.id, in: work.community, but: nil, at: work.now, work.database)
        work.tell(RolesEnded(community: work.community, account: account.id))
        return Done()
    }

    public func object(of subject: Account, _ answer: Done, in work: Work) -> Identifier { account }
}

/// Opens a closed account again; its roles have to be given anew.
public struct EnableAccount: Action {
    public static let name = "people.enable-account"
    public static let right = PeopleRights.disable

    let account: Identifier

    public init(_ account: Identifier) { self.account = account }

    public func subject(in work: Work) throws -> Account { try work.account(account) }

    public func run(on account: Account, in work: Work) throws -> Done {
        try work.database.run(
            "UPDATE account SET state = 'active' WHERE community = \(work.community) AND id = \(account.id)")
        return Done()
    }

    public func object(of subject: Account, _ answer: Done, in work: Work) -> Identifier { account }
}

extension Work {
    /// Refuses to leave a community that has an administrator without one.
    func requireAnotherAdministrator(than account: Identifier, losing roles: [GivenRole]) throws {
        guard roles.contains(where: { $0.role == .administrator }) else { return }
        if try GrantStore.count(.administrator, in: community, but: account, database) == 0 {
            throw PeopleRefusal.lastAdministrator
        }
    }
}
