public import Actions
public import Sealing
import Storage
public import Values

/// Changes how one is called and told.
public struct ChangeProfile: Action {
    public static let name = "people.change-profile"
    public static let right = PeopleRights.own

    let account: Identifier
    let personName: String
    let channels: [Channel]

    public init(_ account: Identifier, name: String, channels: [Channel]) {
        self.account = account
        personName = name
        self.channels = channels
    }

    public func subject(in work: Work) throws -> Account { try work.account(account) }

    public func run(on account: Account, in work: Work) throws -> Done {
        let channels = channels.map(\.rawValue).joined(separator: " ")
        try work.database.run(
            """
            UPDATE account SET name = \(personName), sort_key = \(SortKey.person(personName)),
            channels = \(channels) WHERE community = \(work.community) AND id = \(account.id)
            """)
        AccountStore.index(account.id, named: personName, in: work)
        work.record(["name": personName, "channels": channels], about: account.id)
        return Done()
    }

    public func object(of subject: Account, _ answer: Done, in work: Work) -> Identifier { account }
}

/// Sets another password, after the old one was proved; every other session ends.
public struct ChangePassword: Action {
    public static let name = "people.change-password"
    public static let right = PeopleRights.own

    let account: Identifier
    let hash: PasswordHash

    public init(_ account: Identifier, to hash: PasswordHash) {
        self.account = account
        self.hash = hash
    }

    public func subject(in work: Work) throws -> Account { try work.account(account) }

    public func run(on account: Account, in work: Work) throws -> Done {
        try work.database.run(
            """
            UPDATE account SET password = \(hash.stored)
            WHERE community = \(work.community) AND id = \(account.id)
            """)
        try SessionStore.endAll(
            of: account.id, in: work.community, but: nil, at: work.now, work.database)
        return Done()
    }

    public func object(of subject: Account, _ answer: Done, in work: Work) -> Identifier { account }
}

/// Moves an account to another telephone number, after the password was proved.
public struct ChangePhone: Action {
    public static let name = "people.change-phone"
    public static let right = PeopleRights.own

    let account: Identifier
    let phone: Phone
    let isProved: Bool

    /// - Parameters: `isProved`: a code sent to the new number came back.
    public init(_ account: Identifier, to phone: Phone, isProved: Bool) {
        self.account = account
        self.phone = phone
        self.isProved = isProved
    }

    public func subject(in work: Work) throws -> Account { try work.account(account) }

    public func run(on account: Account, in work: Work) throws -> Done {
        let token = AccountStore.phoneToken(phone, work.keys)
        if try AccountStore.phone(of: account.id, in: work.community, work.keys, work.database) == phone {
            throw PeopleRefusal.samePhone
        }
        try work.requireFree(token)
        let contact = try work.key(of: account.id).seal(
            phone.digits, context: AccountStore.contactContext(account.id))
        try work.database.run(
            """
            UPDATE account SET phone_token = \(token), contact = \(contact), phone_proved = \(isProved)
            WHERE community = \(work.community) AND id = \(account.id)
            """)
        work.record(["phone": phone.masked], about: account.id)
        return Done()
    }

    public func object(of subject: Account, _ answer: Done, in work: Work) -> Identifier { account }
}

/// Turns the second factor on with a secret whose code was shown, or off where the secret is nil.
public struct SetSecondFactor: Action {
    public static let name = "people.set-second-factor"
    public static let right = PeopleRights.own

    let account: Identifier
    let secret: [UInt8]?
    let counter: Int64

    /// - Parameters: `counter`: that of the code just shown, which so is spent.
    public init(_ account: Identifier, secret: [UInt8]?, counter: Int64 = 0) {
        self.account = account
        self.secret = secret
        self.counter = counter
    }

    public func subject(in work: Work) throws -> Account { try work.account(account) }

    public func run(on account: Account, in work: Work) throws -> Done {
        let sealed = try secret.map {
            try work.key(of: account.id).seal($0, context: AccountStore.factorContext(account.id))
        }
        try work.database.run(
            """
            UPDATE account SET totp = \(sealed), totp_last = \(counter)
            WHERE community = \(work.community) AND id = \(account.id)
            """)
        return Done()
    }

    public func object(of subject: Account, _ answer: Done, in work: Work) -> Identifier { account }
}
