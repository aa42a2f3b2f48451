public import Actions
public import Sealing
import Storage
public import Values

/// Adds a person who can sign in. Without a password they come in by a code to their telephone or by a slip.
public struct AddAccount: Action {
    public static let name = "people.add-account"
    public static let right = PeopleRights.addPeople

    let personName: String
    let phone: Phone?
    let home: Identifier?
    let password: PasswordHash?
    let phoneIsProved: Bool

    /// - Parameters: `home`: the household where the person lives; nil for the community itself.
    public init(
        name: String, phone: Phone?, home: Identifier? = nil, password: PasswordHash? = nil,
        phoneIsProved: Bool = false
    ) {
        personName = name
        self.phone = phone
        self.home = home
        self.password = password
        self.phoneIsProved = phoneIsProved
    }

    public func subject(in work: Work) throws -> Place { try work.place(home ?? work.community) }

    public func run(on home: Place, in work: Work) throws -> Identifier {
        let id = work.newIdentifier()
        let token = phone.map { AccountStore.phoneToken($0, work.keys) }
        if let token { try work.requireFree(token) }
        let contact = try phone.map {
            try work.key(of: id).seal($0.digits, context: AccountStore.contactContext(id))
        }
        try work.database.run(
            """
            INSERT INTO account (community, id, name, sort_key, phone_token, contact, password, totp,
            totp_last, phone_proved, state, made, home, channels)
            VALUES (\(work.community), \(id), \(personName), \(SortKey.person(personName)), \(token),
            \(contact), \(password?.stored), NULL, 0, \(phoneIsProved), 'active', \(work.now), \(home.id),
            \(Channel.page.rawValue))
            """)
        AccountStore.index(id, named: personName, in: work)
        work.record(["name": personName], about: id)
        return id
    }

    public func object(of subject: Place, _ answer: Identifier, in work: Work) -> Identifier { answer }
}

extension Work {
    /// A place that is there and open.
    func place(_ id: Identifier) throws -> Place {
        guard let place = try PlaceStore.place(id, in: community, database) else {
            throw PeopleRefusal.placeNotFound
        }
        return place
    }

    /// An account that is there.
    func account(_ id: Identifier) throws -> Account {
        guard let account = try AccountStore.account(id, in: community, database) else {
            throw PeopleRefusal.accountNotFound
        }
        return account
    }

    /// Refuses a telephone number that an account has already.
    func requireFree(_ phoneToken: [UInt8]) throws {
        let isTaken = try database.exists(
            "SELECT 1 FROM account WHERE community = \(community) AND phone_token = \(phoneToken)")
        if isTaken { throw PeopleRefusal.phoneTaken }
    }
}
