public import Actions
public import Sealing
import Storage
public import Values

/// Makes a slip for each of some households: single use, for a while. It enrols and never votes.
public struct MakeSlips: Action {
    public static let name = "people.make-slips"
    public static let right = PeopleRights.printSlips
    public static let most = 500

    let top: Identifier
    let places: [Identifier]
    let days: Int64

    /// - Parameters: `top`: a place that all the households stand below.
    public init(below top: Identifier, _ places: [Identifier], days: Int64 = 30) {
        self.top = top
        self.places = places
        self.days = days
    }

    public func subject(in work: Work) throws -> Place { try work.place(top) }

    public func run(on top: Place, in work: Work) throws -> [Identifier] {
        guard (1...Self.most).contains(places.count) else { throw PeopleRefusal.tooManyPlaces }
        return try places.map { id in
            let place = try work.place(id)
            guard top.path.contains(place.path) else { throw PeopleRefusal.wrongParent }
            let slip = work.newIdentifier()
            guard let secret = SlipStore.secret(of: slip, work.keys) else { throw PeopleRefusal.linkGone }
            try work.insertSlip(slip, secret, .household, place, expires: work.now + .days(days))
            return slip
        }
    }

    public func object(of subject: Place, _ answer: [Identifier], in work: Work) -> Identifier { top }
}

/// Takes a slip back before it was used.
public struct EndSlip: Action {
    public static let name = "people.end-slip"
    public static let right = PeopleRights.printSlips

    let slip: Identifier

    public init(_ slip: Identifier) { self.slip = slip }

    public func subject(in work: Work) throws -> PlacePath {
        guard let found = try SlipStore.slip(slip, in: work.community, work.database) else {
            throw PeopleRefusal.linkGone
        }
        return found.path
    }

    public func run(on path: PlacePath, in work: Work) throws -> Done {
        try work.database.run(
            """
            UPDATE slip SET ended = \(work.now)
            WHERE community = \(work.community) AND id = \(slip) AND used IS NULL AND ended IS NULL
            """)
        return Done()
    }

    public func object(of subject: PlacePath, _ answer: Done, in work: Work) -> Identifier { slip }
}

/// Makes an account out of a slip: a resident of the household.
public struct UseSlip: Action {
    public static let name = "people.use-slip"
    public static let right = PeopleRights.enter

    let token: RandomToken
    let personName: String

    public init(_ token: RandomToken, name: String) {
        self.token = token
        personName = name
    }

    public func subject(in work: Work) throws -> Slip { try work.goodSlip(token, .household) }

    public func run(on slip: Slip, in work: Work) throws -> Identifier {
        let place = try work.place(slip.place)
        let account = try work.enrol(personName, nil, isProved: false, home: place)
        try work.use(slip, by: account)
        return account
    }

    public func object(of subject: Slip, _ answer: Identifier, in work: Work) -> Identifier { answer }
}

extension Work {
    func insertSlip(
        _ id: Identifier, _ secret: RandomToken, _ purpose: Slip.Purpose, _ place: Place, expires: Instant,
        account: Identifier? = nil
    ) throws {
        try database.run(
            """
            INSERT INTO slip (community, id, hash, purpose, place, path, account, made, made_by, expires)
            VALUES (\(community), \(id), \(secret.stored), \(purpose.rawValue), \(place.id), \(place.path),
            \(account), \(now), \(actor.account), \(expires))
            """)
    }

    func goodSlip(_ token: RandomToken, _ purpose: Slip.Purpose) throws -> Slip {
        guard let slip = try SlipStore.good(token, purpose, in: community, at: now, database) else {
            throw PeopleRefusal.linkGone
        }
        return slip
    }

    /// Marks a slip as used; refuses where somebody was quicker.
    func use(_ slip: Slip, by account: Identifier) throws {
        let used = try database.run(
            """
            UPDATE slip SET used = \(now), used_by = \(account)
            WHERE community = \(community) AND id = \(slip.id) AND used IS NULL AND ended IS NULL
            """)
        guard used == 1 else { throw PeopleRefusal.linkGone }
    }

    /// A new account that is a resident at its home.
    func enrol(_ name: String, _ phone: Phone?, isProved: Bool, home: Place) throws -> Identifier {
        let adding = AddAccount(name: name, phone: phone, home: home.id, phoneIsProved: isProved)
        let account = try adding.run(on: home, in: self)
        _ = try insertGrant(.resident, at: home, to: account)
        record(["name": name], about: account)
        return account
    }
}
