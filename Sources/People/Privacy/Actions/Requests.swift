public import Actions
import Storage
public import Values

/// Somebody asks about what is kept of them; staff decide by a day.
public struct AskAboutOneself: Action {
    public static let name = "privacy.ask"
    public static let right = PrivacyRights.own

    let account: Identifier
    let kind: PersonRequest.Kind
    let typed: PersonRequest.Typed

    public init(_ kind: PersonRequest.Kind, _ typed: PersonRequest.Typed, by account: Identifier) {
        self.account = account
        self.kind = kind
        self.typed = typed
    }

    public func subject(in work: Work) throws -> Account {
        guard let account = try AccountStore.account(account, in: work.community, work.database) else {
            throw PeopleRefusal.accountNotFound
        }
        return account
    }

    public func run(on account: Account, in work: Work) throws -> Identifier {
        let person = try LinkStore.person(of: account.id, in: work.community, work.database)
        if kind == .link, person != nil { throw PrivacyRefusal.linkedAlready }
        if kind != .link, person == nil { throw PrivacyRefusal.notLinked }
        if kind == .correct, typed.value.isEmpty { throw PrivacyRefusal.wordsMissing }
        let mine = try RequestStore.requests(of: account.id, in: work.community, work.keys, work.database)
        guard !mine.contains(where: { $0.kind == kind && $0.decided == nil && $0.typed.part == typed.part })
        else { throw PrivacyRefusal.requestWaits }
        let days =
            try PeriodStore.days(PrivacyPeriod.answer.name, in: work.community, work.database)
            ?? PrivacyPeriod.answer.days
        let due = try CalendarStore.calendar(work.database).workday(days, after: work.now.day(in: .shanghai))
        return try RequestStore.insert(kind, typed, of: account.id, person, due: due, in: work)
    }

    public func object(of subject: Account, _ answer: Identifier, in work: Work) -> Identifier { answer }
}

/// Staff decide a request, in words; what was agreed to is done in the same transaction.
public struct DecideRequest: Action {
    public static let name = "privacy.decide"
    public static let right = PrivacyRights.decide

    let request: Identifier
    let outcome: PersonRequest.Outcome
    let answer: String
    /// Whose account it is, for a link that is agreed to.
    let person: Identifier?

    public init(
        _ request: Identifier, _ outcome: PersonRequest.Outcome, _ answer: String, person: Identifier? = nil
    ) {
        self.request = request
        self.outcome = outcome
        self.answer = answer
        self.person = person
    }

    public func subject(in work: Work) throws -> PersonRequest {
        let found = try RequestStore.request(request, in: work.community, work.keys, work.database)
        guard let found else { throw PrivacyRefusal.noSuchRequest }
        return found
    }

    public func run(on request: PersonRequest, in work: Work) throws -> Done {
        guard request.decided == nil else { throw PrivacyRefusal.requestDecided }
        if outcome == .agreed {
            switch request.kind {
            case .link: try link(request, in: work)
            case .correct: try correct(request, in: work)
            case .erase: try work.perform(ErasePerson(try self.person(of: request)))
            }
        }
        try RequestStore.decide(request, outcome, answer, in: work)
        try work.tellOnPage(
            PrivacyPhrase.answered(request.kind.title.chinese, outcome.title.chinese).text.chinese,
            kind: "privacy", see: "/me/data", to: request.account)
        return Done()
    }

    private func person(of request: PersonRequest) throws -> Identifier {
        guard let person = request.person else { throw PrivacyRefusal.notLinked }
        return person
    }

    private func link(_ request: PersonRequest, in work: Work) throws {
        guard let person else { throw PrivacyRefusal.personMissing }
        try work.perform(LinkAccount(request.account, to: person))
    }

    /// What can be read as a value is written at once; the rest staff have corrected by hand.
    private func correct(_ request: PersonRequest, in work: Work) throws {
        let person = try person(of: request)
        let change: CorrectPerson.Correction? =
            switch request.typed.part {
            case .name: .name(request.typed.value)
            case .phone: .phone(try Phone(request.typed.value))
            case .born: Day(request.typed.value).map { .born($0) }
            case .other, nil: nil
            }
        if let change { try work.perform(CorrectPerson(person, change, source: .person)) }
    }

    public func object(of subject: PersonRequest, _ answer: Done, in work: Work) -> Identifier { request }
}

/// Staff confirm that an account is somebody's of the register.
public struct LinkAccount: Action {
    public static let name = "privacy.link-account"
    public static let right = PrivacyRights.link

    let account: Identifier
    let person: Identifier

    public init(_ account: Identifier, to person: Identifier) {
        self.account = account
        self.person = person
    }

    public func subject(in work: Work) throws -> RegisteredPerson { try work.living(person) }

    public func run(on person: RegisteredPerson, in work: Work) throws -> Done {
        guard try AccountStore.account(account, in: work.community, work.database) != nil else {
            throw PeopleRefusal.accountNotFound
        }
        guard try LinkStore.person(of: account, in: work.community, work.database) == nil else {
            throw PrivacyRefusal.linkedAlready
        }
        try LinkStore.link(account, to: person.id, in: work)
        return Done()
    }

    public func object(of subject: RegisteredPerson, _ answer: Done, in work: Work) -> Identifier { person }
}

/// An account is nobody's of the register any more.
public struct UnlinkAccount: Action {
    public static let name = "privacy.unlink-account"
    public static let right = PrivacyRights.link

    let account: Identifier
    let person: Identifier

    public init(_ account: Identifier, from person: Identifier) {
        self.account = account
        self.person = person
    }

    public func subject(in work: Work) throws -> RegisteredPerson { try work.registered(person) }

    public func run(on person: RegisteredPerson, in work: Work) throws -> Done {
        guard try LinkStore.person(of: account, in: work.community, work.database) == person.id else {
            throw PrivacyRefusal.notLinked
        }
        _ = try LinkStore.unlink(account, in: work)
        return Done()
    }

    public func object(of subject: RegisteredPerson, _ answer: Done, in work: Work) -> Identifier { person }
}

/// Takes one's own data along: the record says that it was done, and in which form.
public struct TakeAlong: Action {
    public static let name = "privacy.take-along"
    public static let right = PrivacyRights.own

    public enum Form: String, Sendable, CaseIterable, Codable { case json, xlsx }

    let account: Identifier
    let form: Form

    public init(_ form: Form, by account: Identifier) {
        self.account = account
        self.form = form
    }

    public func subject(in work: Work) throws -> LinkedPerson {
        guard let person = try LinkStore.person(of: account, in: work.community, work.database) else {
            throw PrivacyRefusal.notLinked
        }
        return try work.linked(person)
    }

    public func run(on linked: LinkedPerson, in work: Work) throws -> Done {
        work.record(["form": form.rawValue], about: linked.person.id)
        return Done()
    }

    public func object(of subject: LinkedPerson, _ answer: Done, in work: Work) -> Identifier {
        subject.person.id
    }
}
