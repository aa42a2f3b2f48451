public import Actions
public import Values

/// Gives an account a role at a place, for all that stands at or below it.
public struct GrantRole: Action {
    public static let name = "people.grant-role"
    public static let right = PeopleRights.grant

    let account: Identifier
    let role: Role
    let place: Identifier

    public init(account: Identifier, role: Role, place: Identifier) {
        self.account = account
        self.role = role
        self.place = place
    }

    public func subject(in work: Work) throws -> Place { try work.place(place) }

    public func run(on place: Place, in work: Work) throws -> Identifier {
        let account = try work.account(account)
        guard account.state == .active else { throw PeopleRefusal.accountDisabled }
        if work.actor.account == account.id { throw PeopleRefusal.grantsSelf }
        guard GrantingTable.allows(work.actor, role, at: place.path, work.rights) else {
            throw PeopleRefusal.grantsBeyond
        }
        let given = try GrantStore.roles(of: account.id, in: work.community, work.database)
        if given.contains(where: { $0.role == role && $0.place == place.id }) {
            throw PeopleRefusal.grantedAlready
        }
        return try work.insertGrant(role, at: place, to: account.id)
    }

    public func object(of subject: Place, _ answer: Identifier, in work: Work) -> Identifier { account }
}

extension Work {
    /// Writes a role down; whether it may be given was asked before.
    func insertGrant(_ role: Role, at place: Place, to account: Identifier) throws -> Identifier {
        let id = newIdentifier()
        try database.run(
            """
            INSERT INTO role_grant (community, id, account, role, place, path, since, granted_by)
            VALUES (\(community), \(id), \(account), \(role.rawValue), \(place.id), \(place.path), \(now),
            \(actor.account))
            """)
        record(["role": role.rawValue, "place": place.code], about: account)
        return id
    }
}
