public import Actions
public import Sealing
import Storage
public import Values

/// Sends a code to a telephone; an earlier one for the same purpose is void.
public struct SendCode: Action {
    public static let name = "people.send-code"
    public static let right = PeopleRights.enter

    let phone: Phone
    let purpose: CodePurpose
    let code: OneTimeCode
    let message: String?

    /// - Parameters: `message`: the whole text to be sent, with the digits in it; nil sends nothing.
    public init(to phone: Phone, for purpose: CodePurpose, _ code: OneTimeCode, message: String?) {
        self.phone = phone
        self.purpose = purpose
        self.code = code
        self.message = message
    }

    public func subject(in work: Work) throws -> Place { try work.place(work.community) }

    public func run(on place: Place, in work: Work) throws -> Done {
        let token = AccountStore.phoneToken(phone, work.keys)
        let last = try CodeStore.made(token, purpose, in: work.community, work.database)
        if let last, work.now < last + CodeStore.pause { throw PeopleRefusal.codeJustSent }
        let sealed = try work.keys.seal(
            Array(phone.digits.utf8), .oneTimeCode, context: CodeStore.context(work.community, token))
        let stored = code.stored(for: token, work.keys)
        let expires = work.now + CodeStore.lifetime
        try work.database.run(
            """
            INSERT INTO phone_code (community, phone_token, purpose, code, sealed_phone, made, expires, tries)
            VALUES (\(work.community), \(token), \(purpose.rawValue), \(stored), \(sealed), \(work.now),
            \(expires), 0)
            ON CONFLICT (community, phone_token, purpose) DO UPDATE SET code = \(stored),
            sealed_phone = \(sealed), made = \(work.now), expires = \(expires), tries = 0
            """)
        guard let message else { return Done() }
        // Each message has a key of its own, so that it can be destroyed alone.
        try work.send(
            Notice(to: phone.digits, text: message, kind: "people.code"), by: .sms,
            about: work.newIdentifier())
        return Done()
    }

    public func object(of subject: Place, _ answer: Done, in work: Work) -> Identifier { work.community }
}

/// Comes in by a code that was typed rightly just before; an unknown telephone becomes a resident's account.
public struct EnterByCode: Action {
    public static let name = "people.enter-by-code"
    public static let right = PeopleRights.enter

    let phone: Phone
    let personName: String

    /// - Parameters: `name`: how a new account is called until its owner says otherwise.
    public init(_ phone: Phone, name: String) {
        self.phone = phone
        personName = name
    }

    public func subject(in work: Work) throws -> Place { try work.place(work.community) }

    public func run(on place: Place, in work: Work) throws -> Identifier {
        let token = AccountStore.phoneToken(phone, work.keys)
        guard try CodeStore.spend(token, .enter, in: work.community, work.database) else {
            throw PeopleRefusal.codeGone
        }
        let known = try AccountStore.account(
            phone: phone, in: work.community, work.keys, work.database)
        guard let known else { return try work.enrol(personName, phone, isProved: true, home: place) }
        guard known.state == .active else { throw PeopleRefusal.accountDisabled }
        try work.database.run(
            "UPDATE account SET phone_proved = 1 WHERE community = \(work.community) AND id = \(known.id)")
        return known.id
    }

    public func object(of subject: Place, _ answer: Identifier, in work: Work) -> Identifier { answer }
}
