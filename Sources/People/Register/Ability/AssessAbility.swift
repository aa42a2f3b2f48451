public import Actions
import Storage
public import Values

/// Writes down the result of an ability assessment of an elder.
///
/// Refuses: who was not sixty on the day, scores that contradict one another, and a level that the scores do
/// not give. Source: GB/T 42195-2022; Law on the Rights of the Elderly, article 2, for the age.
public struct AssessAbility: PersonAction {
    public static let name = "register.assess-ability"
    public static let right = RegisterRights.assess
    public static let age = 60

    public let person: Identifier
    let new: NewAbility
    /// The level as the report has it; nil where it is to be worked out.
    let written: AbilityLevel?

    public init(_ person: Identifier, _ new: NewAbility, level written: AbilityLevel? = nil) {
        self.person = person
        self.new = new
        self.written = written
    }

    public func run(on person: RegisteredPerson, in work: Work) throws -> Done {
        guard new.day <= work.now.day(in: .shanghai) else { throw AbilityRefusal.dayAhead }
        guard person.age(on: new.day) >= Self.age else { throw AbilityRefusal.notAnElder }
        guard !new.assessor.isEmpty else { throw AbilityRefusal.assessorMissing }
        let reckoned = try AbilityReckoning(new.parts, new.findings)
        if let written, written != reckoned.level {
            throw AbilityRefusal.levelDiffers(written, reckoned)
        }
        guard try !AbilityStore.isAssessed(person.id, on: new.day, in: work) else {
            throw AbilityRefusal.assessedThatDay
        }
        let days = try AbilityStore.days(in: work.community, work.database)
        try AbilityStore.insert(new, of: person.id, due: new.day.adding(days: days), in: work)
        return Done()
    }
}

/// A result was written by mistake: it counts no longer, and stays to be seen.
public struct StrikeAbility: PersonAction {
    public static let name = "register.strike-ability"
    public static let right = RegisterRights.assess

    public let person: Identifier
    let assessment: Identifier

    public init(_ assessment: Identifier, of person: Identifier) {
        self.assessment = assessment
        self.person = person
    }

    public func run(on person: RegisteredPerson, in work: Work) throws -> Done {
        guard try AbilityStore.strike(assessment, of: person.id, in: work) else {
            throw AbilityRefusal.notAssessed
        }
        return Done()
    }
}
