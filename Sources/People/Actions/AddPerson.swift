public import Actions
public import Sealing
import Storage
public import Values

/// Adds a person who works here, with the first role; both or none.
public struct AddPerson: Action {
    public static let name = "people.add-person"
    public static let right = PeopleRights.addPeople

    let personName: String
    let phone: Phone
    let role: Role
    let place: Identifier

    public init(name: String, phone: Phone, role: Role, place: Identifier) {
        personName = name
        self.phone = phone
        self.role = role
        self.place = place
    }

    public func subject(in work: Work) throws -> Place { try work.place(place) }

    public func run(on place: Place, in work: Work) throws -> Identifier {
        guard GrantingTable.allows(work.actor, role, at: place.path, work.rights) else {
            throw PeopleRefusal.grantsBeyond
        }
        let root = try work.place(work.community)
        let account = try AddAccount(name: personName, phone: phone).run(on: root, in: work)
        _ = try work.insertGrant(role, at: place, to: account)
        return account
    }

    public func object(of subject: Place, _ answer: Identifier, in work: Work) -> Identifier { answer }
}

/// Makes a one-time link by which a person sets a password; it also turns a lost second factor off.
public struct MakePasswordLink: Action {
    public static let name = "people.make-password-link"
    public static let right = PeopleRights.addPeople
    static let lifetime = Instant.Span.days(3)

    let account: Identifier
    let token: RandomToken

    public init(_ account: Identifier, token: RandomToken) {
        self.account = account
        self.token = token
    }

    public func subject(in work: Work) throws -> Account { try work.account(account) }

    public func run(on account: Account, in work: Work) throws -> Done {
        guard account.state == .active else { throw PeopleRefusal.accountDisabled }
        // Whoever sets a password can act as its owner: so only for roles that one may give.
        for given in try GrantStore.roles(of: account.id, in: work.community, work.database)
        where !GrantingTable.allows(work.actor, given.role, at: given.path, work.rights) {
            throw PeopleRefusal.touchesHigher
        }
        try work.database.run(
            """
            UPDATE slip SET ended = \(work.now) WHERE community = \(work.community)
            AND account = \(account.id) AND used IS NULL AND ended IS NULL
            """)
        try work.insertSlip(
            work.newIdentifier(), token, .password, try work.place(account.home),
            expires: work.now + Self.lifetime, account: account.id)
        return Done()
    }

    public func object(of subject: Account, _ answer: Done, in work: Work) -> Identifier { account }
}

/// Sets a password by the one-time link; every session ends.
public struct UsePasswordLink: Action {
    public static let name = "people.use-password-link"
    public static let right = PeopleRights.enter

    let token: RandomToken
    let hash: PasswordHash

    public init(_ token: RandomToken, password hash: PasswordHash) {
        self.token = token
        self.hash = hash
    }

    public func subject(in work: Work) throws -> Slip { try work.goodSlip(token, .password) }

    public func run(on slip: Slip, in work: Work) throws -> Identifier {
        guard let account = slip.account, try work.account(account).state == .active else {
            throw PeopleRefusal.linkGone
        }
        try work.use(slip, by: account)
        try work.database.run(
            """
            UPDATE account SET password = \(hash.stored), totp = NULL
            WHERE community = \(work.community) AND id = \(account)
            """)
        try SessionStore.endAll(of: account, in: work.community, but: nil, at: work.now, work.database)
        return account
    }

    public func object(of subject: Slip, _ answer: Identifier, in work: Work) -> Identifier { answer }
}
