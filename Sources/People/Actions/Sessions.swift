public import Actions
public import Sealing
import Storage
public import Values

/// Begins a session for an account whose proof was seen just before.
public struct StartSession: Action {
    public static let name = "people.start-session"
    public static let right = PeopleRights.enter

    let account: Identifier
    let hash: [UInt8]
    let agent: String
    let means: String
    /// The counter of the time code that was shown; it serves once.
    let counter: Int64?

    /// - Parameters: `means`: how the person proved who they are, as `password`.
    public init(
        _ account: Identifier, token: RandomToken, agent: String, means: String, counter: Int64? = nil
    ) {
        self.account = account
        hash = token.stored
        self.agent = agent
        self.means = means
        self.counter = counter
    }

    public func subject(in work: Work) throws -> Account { try work.account(account) }

    public func run(on account: Account, in work: Work) throws -> Done {
        guard account.state == .active else { throw PeopleRefusal.accountDisabled }
        if let counter { try work.spend(counter, of: account.id) }
        try work.database.run(
            """
            INSERT INTO session (community, id, account, hash, made, used, agent, means)
            VALUES (\(work.community), \(work.newIdentifier()), \(account.id), \(hash), \(work.now),
            \(work.now), \(agent), \(means))
            """)
        return Done()
    }

    public func object(of subject: Account, _ answer: Done, in work: Work) -> Identifier { account }
}

/// Ends one of one's own sessions: this one or another.
public struct EndSession: Action {
    public static let name = "people.end-session"
    public static let right = PeopleRights.own

    let session: Identifier
    let account: Identifier

    public init(_ session: Identifier, of account: Identifier) {
        self.session = session
        self.account = account
    }

    public func subject(in work: Work) throws -> Account { try work.account(account) }

    public func run(on account: Account, in work: Work) throws -> Done {
        let ended = try work.database.run(
            """
            UPDATE session SET ended = \(work.now) WHERE community = \(work.community) AND id = \(session)
            AND account = \(account.id) AND ended IS NULL
            """)
        guard ended == 1 else { throw PeopleRefusal.sessionNotFound }
        return Done()
    }

    public func object(of subject: Account, _ answer: Done, in work: Work) -> Identifier { session }
}

extension Work {
    /// Takes a time code's counter, once; a second use of the same digits is refused.
    func spend(_ counter: Int64, of account: Identifier) throws {
        let changed = try database.run(
            """
            UPDATE account SET totp_last = \(counter)
            WHERE community = \(community) AND id = \(account) AND totp_last < \(counter)
            """)
        guard changed == 1 else { throw PeopleRefusal.secondFactorWrong }
    }
}
