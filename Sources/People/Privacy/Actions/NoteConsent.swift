public import Actions
import Storage
public import Values

/// Somebody agrees to a use of their data: written down by staff who heard it, or said by themselves.
///
/// Refuses: a guardian missing for a child under fourteen, and a child who agrees alone.
public struct NoteConsent: Action {
    public static let name = "privacy.note-consent"
    public static let right = PrivacyRights.consent

    let person: Identifier
    let purpose: String
    let form: ConsentForm
    let guardian: Consent.Guardian?
    /// Nil is today.
    let given: Day?

    /// - Parameters: `guardian`: nil where the person speaks for themselves.
    public init(
        _ purpose: String, of person: Identifier, _ form: ConsentForm, guardian: Consent.Guardian? = nil,
        given: Day? = nil
    ) {
        self.person = person
        self.purpose = purpose
        self.form = form
        self.guardian = guardian
        self.given = given
    }

    public func subject(in work: Work) throws -> LinkedPerson { try work.linked(person) }

    public func run(on linked: LinkedPerson, in work: Work) throws -> Done {
        let today = work.now.day(in: .shanghai), day = given ?? today
        guard day <= today, day >= linked.person.born else { throw RegisterRefusal.dayAhead }
        guard linked.person.died == nil else { throw RegisterRefusal.isDead }
        guard let purpose = try PurposeStore.purpose(purpose, in: work.community, work.database) else {
            throw PrivacyRefusal.noSuchPurpose
        }
        if linked.person.age(on: day) < RegisteredPerson.openFrom, guardian == nil {
            throw PrivacyRefusal.guardianMissing
        }
        let known = try ConsentStore.consents(of: person, in: work.community, work.keys, work.database)
        guard
            !known.contains(where: { $0.holds && $0.purpose == purpose.code && $0.version == purpose.version }
            )
        else { throw PrivacyRefusal.consentedAlready }
        let consent = Consent(
            id: work.newIdentifier(), purpose: purpose.code, version: purpose.version, given: day,
            giver: guardian == nil ? .themselves : .guardian, form: form, guardian: guardian, withdrawn: nil)
        try ConsentStore.insert(consent, of: person, in: work)
        work.record(
            ["purpose": purpose.code, "version": "\(purpose.version)", "form": form.rawValue], about: person)
        return Done()
    }

    public func object(of subject: LinkedPerson, _ answer: Done, in work: Work) -> Identifier { person }
}

/// Somebody takes a consent back: what rested on it ends in the same transaction.
public struct WithdrawConsent: Action {
    public static let name = "privacy.withdraw-consent"
    public static let right = PrivacyRights.consent

    let person: Identifier
    let purpose: String
    let form: ConsentForm

    public init(_ purpose: String, of person: Identifier, _ form: ConsentForm) {
        self.person = person
        self.purpose = purpose
        self.form = form
    }

    public func subject(in work: Work) throws -> LinkedPerson { try work.linked(person) }

    public func run(on linked: LinkedPerson, in work: Work) throws -> Done {
        guard try end(on: work.now.day(in: .shanghai), in: work) else { throw PrivacyRefusal.notConsented }
        work.record(["purpose": purpose, "form": form.rawValue], about: person)
        return Done()
    }

    /// Ends the consent and what rested on it; false where there was none.
    func end(on today: Day, in work: Work) throws -> Bool {
        guard try ConsentStore.withdraw(purpose, of: person, on: today, form, in: work) > 0 else {
            return false
        }
        switch purpose {
        case Purpose.faith.code: try FactStore.remove([.faith], of: person, in: work)
        case Purpose.care.code:
            try endToldGroups(of: person, on: today, in: work)
            try AbilityStore.remove(of: person, told: true, in: work)
        default: break
        }
        let accounts = try LinkStore.accounts(of: person, in: work.community, work.database)
        let phone = try PersonStore.phone(of: person, in: work.community, work.keys, work.database)
        work.tell(
            ConsentWithdrawn(
                community: work.community, person: person, purpose: purpose, accounts: accounts, phone: phone)
        )
        return true
    }

    /// Sensitive groups known from the person themselves or a visit end; what a department or a booklet says
    /// rests on the law and not on consent. Source: Personal Information Protection Law, article 13.
    private func endToldGroups(of person: Identifier, on day: Day, in work: Work) throws {
        let groups = try GroupStore.groups(in: work.community, work.database).filter(\.isSensitive)
        for membership in try GroupStore.memberships(
            of: person, among: groups, in: work.community, work.keys, work.database)
        where membership.details?.source.restsOnConsent ?? false {
            if membership.period.until == nil, membership.period.since < day {
                try GroupStore.end(membership.id, on: day, in: work)
            } else if membership.period.until == nil {
                try GroupStore.remove(membership.id, in: work)
            }
            try GroupStore.empty(membership, of: person, in: work)
        }
    }

    public func object(of subject: LinkedPerson, _ answer: Done, in work: Work) -> Identifier { person }
}

extension FactSource {
    /// Whether what is known so rests on the person's consent and on no law.
    var restsOnConsent: Bool { self == .person || self == .visit }
}

/// Says what a purpose is, in new words: the next version. Consents to an older text say so.
public struct WordPurpose: Action {
    public static let name = "privacy.word-purpose"
    public static let right = PrivacyRights.rules

    let code: String
    let title: Purpose.Wording
    let words: Purpose.Wording
    let isClosed: Bool

    /// - Parameters: `isClosed`: nobody is asked for it any more.
    public init(_ code: String, _ title: Purpose.Wording, _ words: Purpose.Wording, isClosed: Bool = false) {
        self.code = code
        self.title = title
        self.words = words
        self.isClosed = isClosed
    }

    public func subject(in work: Work) throws -> Place { try work.place(work.community) }

    public func run(on place: Place, in work: Work) throws -> Done {
        let isPlain = code.utf8.allSatisfy { (0x61...0x7a).contains($0) || $0 == 0x2d }
        guard isPlain, (2...30).contains(code.utf8.count) else { throw PrivacyRefusal.codeUnfit }
        let known = try PurposeStore.purpose(code, in: work.community, work.database)
        let last = try work.database.number(
            """
            SELECT COALESCE(MAX(version), 0) FROM purpose
            WHERE community = \(work.community) AND code = \(code)
            """
        )
        let version = max(Int(last), known?.version ?? 0) + 1
        try PurposeStore.insert(Purpose(code, version: version, title, words), isClosed: isClosed, in: work)
        return Done()
    }

    public func object(of subject: Place, _ answer: Done, in work: Work) -> Identifier { work.community }
}
