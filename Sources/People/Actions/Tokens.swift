public import Actions
public import Sealing
import Storage
public import Values

/// Makes a personal token: some of one's own rights, for a while.
public struct MakeToken: Action {
    public static let name = "people.make-token"
    public static let right = PeopleRights.own

    let account: Identifier
    let title: String
    let chosen: [String]
    let expires: Instant
    let hash: [UInt8]

    public init(_ account: Identifier, title: String, rights: [String], expires: Instant, token: RandomToken)
    {
        self.account = account
        self.title = title
        chosen = rights
        self.expires = expires
        hash = token.stored
    }

    public func subject(in work: Work) throws -> Account { try work.account(account) }

    public func run(on account: Account, in work: Work) throws -> Identifier {
        for name in chosen {
            guard let row = work.rights[name], work.rights.allowAnywhere(work.actor, row.right) else {
                throw PeopleRefusal.tokenBeyond
            }
        }
        let id = work.newIdentifier()
        try work.database.run(
            """
            INSERT INTO personal_token (community, id, account, hash, title, rights, made, expires)
            VALUES (\(work.community), \(id), \(account.id), \(hash), \(title),
            \(chosen.sorted().joined(separator: " ")), \(work.now), \(expires))
            """)
        return id
    }

    public func object(of subject: Account, _ answer: Identifier, in work: Work) -> Identifier { answer }
}

/// Ends a personal token.
public struct EndToken: Action {
    public static let name = "people.end-token"
    public static let right = PeopleRights.own

    let token: Identifier
    let account: Identifier

    public init(_ token: Identifier, of account: Identifier) {
        self.token = token
        self.account = account
    }

    public func subject(in work: Work) throws -> Account { try work.account(account) }

    public func run(on account: Account, in work: Work) throws -> Done {
        try work.database.run(
            """
            UPDATE personal_token SET ended = \(work.now) WHERE community = \(work.community)
            AND id = \(token) AND account = \(account.id) AND ended IS NULL
            """)
        return Done()
    }

    public func object(of subject: Account, _ answer: Done, in work: Work) -> Identifier { token }
}
