public import Actions
import Storage
public import Values

/// Corrects what was written of somebody; what stood there before is kept with its period.
public struct CorrectPerson: PersonAction {
    public static let name = "register.correct-person"
    public static let right = RegisterRights.change

    public let person: Identifier
    let change: Correction
    let source: FactSource

    public enum Correction: Sendable {
        case name(String), born(Day), sex(Sex), phone(Phone?), identity(IdentityNumber?)
    }

    public init(_ person: Identifier, _ change: Correction, source: FactSource) {
        self.person = person
        self.change = change
        self.source = source
    }

    public func run(on person: RegisteredPerson, in work: Work) throws -> Done {
        let intake = try RegisterIntake(work)
        switch change {
        case .name(let name):
            try keep(person.name, .formerName, of: person, intake)
            try PersonStore.rename(person, to: name, isChild: intake.isChild(person.born), in: work)
        case .born(let born):
            guard born <= intake.today else { throw RegisterRefusal.bornLater }
            try keep(person.born.description, .formerBirth, of: person, intake)
            try PersonStore.set(born: born, of: person, isChild: intake.isChild(born), in: work)
        case .sex(let sex): try correct(sex, of: person, intake)
        case .phone(let phone): try PersonStore.set(phone: phone, of: person.id, in: work)
        case .identity(let number):
            if let number { try intake.check(number, sex: person.sex, born: person.born, but: person.id) }
            try PersonStore.set(identity: number, of: person.id, in: work)
        }
        try intake.finish()
        return Done()
    }

    private func correct(_ sex: Sex, of person: RegisteredPerson, _ intake: RegisterIntake) throws {
        guard sex != person.sex else { throw RegisterRefusal.notKept }
        try keep(person.sex.rawValue, .formerSex, of: person, intake)
        for stay in try intake.work.presentStays(of: person.id) {
            let path = try intake.work.household(stay.household).path
            intake.countPerson(-1, person.sex, stay.standing, at: path)
            intake.countPerson(1, sex, stay.standing, at: path)
        }
        try PersonStore.set(sex: sex, of: person.id, in: intake.work)
    }

    /// What stood there held, as far as anybody knew, from the birth up to today.
    private func keep(
        _ value: String, _ kind: FactKind, of person: RegisteredPerson, _ intake: RegisterIntake
    ) throws {
        let since = min(person.born, intake.today.adding(days: -1))
        try FactStore.insert(
            NewFact(kind, value, Period(since: since, until: intake.today)), of: person.id, source,
            in: intake.work)
    }
}

/// Writes down that something is true of somebody for a time.
public struct NoteFact: PersonAction {
    public static let name = "register.note-fact"
    public static let right = RegisterRights.change

    public let person: Identifier
    let fact: NewFact
    let source: FactSource

    public init(_ fact: NewFact, of person: Identifier, source: FactSource) {
        self.fact = fact
        self.person = person
        self.source = source
    }

    public func run(on person: RegisteredPerson, in work: Work) throws -> Done {
        guard FactKind.written.contains(fact.kind) else { throw RegisterRefusal.notKept }
        if fact.kind.isSensitive { try work.require(RegisterRights.sensitive, on: person) }
        if fact.kind == .faith {
            let agreed = try ConsentStore.holds(
                Purpose.faith.code, of: person.id, in: work.community, work.database)
            guard agreed else { throw PrivacyRefusal.consentMissing }
        }
        let intake = try RegisterIntake(work)
        try intake.add(fact, of: person.id, source)
        return Done()
    }
}

/// A fact is true no longer, from a day on.
public struct EndFact: PersonAction {
    public static let name = "register.end-fact"
    public static let right = RegisterRights.change

    public let person: Identifier
    let fact: Identifier
    let day: Day

    public init(_ fact: Identifier, of person: Identifier, on day: Day) {
        self.fact = fact
        self.person = person
        self.day = day
    }

    public func run(on person: RegisteredPerson, in work: Work) throws -> Done {
        let facts = try FactStore.facts(of: person.id, in: work.community, work.keys, work.database)
        guard let known = facts.first(where: { $0.id == fact && $0.period.until == nil }) else {
            throw RegisterRefusal.nothingThere
        }
        let intake = try RegisterIntake(work)
        try intake.check(Period(since: known.period.since, until: day))
        try FactStore.end(fact, on: day, in: work)
        return Done()
    }
}
