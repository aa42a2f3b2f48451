public import Actions
public import Sealing
import Storage
public import Values

/// Makes the one-time link by which the first administrator comes in; an earlier one ends.
struct MakeWelcome: Action {
    static let name = "people.make-welcome"
    static let right = PeopleRights.grant

    let token: RandomToken

    func subject(in work: Work) throws -> Place { try work.place(work.community) }

    func run(on place: Place, in work: Work) throws -> Done {
        try work.database.run(
            """
            UPDATE slip SET ended = \(work.now) WHERE community = \(work.community)
            AND purpose = \(Slip.Purpose.welcome.rawValue) AND used IS NULL AND ended IS NULL
            """)
        try work.insertSlip(
            work.newIdentifier(), token, .welcome, place, expires: work.now + FirstLink.lifetime)
        return Done()
    }

    func object(of subject: Place, _ answer: Done, in work: Work) -> Identifier { work.community }
}

/// Makes the first administrator out of the one-time link.
public struct UseWelcome: Action {
    public static let name = "people.use-welcome"
    public static let right = PeopleRights.enter

    let token: RandomToken
    let personName: String
    let phone: Phone
    let password: PasswordHash

    public init(_ token: RandomToken, name: String, phone: Phone, password: PasswordHash) {
        self.token = token
        personName = name
        self.phone = phone
        self.password = password
    }

    public func subject(in work: Work) throws -> Slip { try work.goodSlip(token, .welcome) }

    public func run(on slip: Slip, in work: Work) throws -> Identifier {
        let place = try work.place(slip.place)
        let adding = AddAccount(name: personName, phone: phone, password: password)
        let account = try adding.run(on: place, in: work)
        _ = try work.insertGrant(.administrator, at: place, to: account)
        try work.use(slip, by: account)
        return account
    }

    public func object(of subject: Slip, _ answer: Identifier, in work: Work) -> Identifier { answer }
}
