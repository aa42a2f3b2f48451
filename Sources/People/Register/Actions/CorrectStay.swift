public import Actions
import Storage
public import Values

/// Writes down otherwise what somebody is to the head of the household, or where they are registered, from
/// today on; what stood there before is kept with its period.
public struct CorrectStay: PersonAction {
    public static let name = "register.correct-stay"
    public static let right = RegisterRights.change

    public let person: Identifier
    let relation: Relation
    let standing: Standing
    let source: FactSource

    public init(_ person: Identifier, _ relation: Relation, _ standing: Standing, source: FactSource) {
        self.person = person
        self.relation = relation
        self.standing = standing
        self.source = source
    }

    public func run(on person: RegisteredPerson, in work: Work) throws -> Done {
        guard let stay = try work.presentStays(of: person.id).first else { throw RegisterRefusal.notLiving }
        let household = try work.household(stay.household)
        let intake = try RegisterIntake(work)
        if stay.period.since < intake.today {
            try intake.leave(stay, of: person, household.path, on: intake.today, .within)
            try intake.settle(
                person, in: household, relation, standing, Period(since: intake.today), source)
        } else {
            // What was written today was never true otherwise.
            intake.countPerson(-1, person.sex, stay.standing, at: household.path)
            intake.countPerson(1, person.sex, standing, at: household.path)
            try ResidenceStore.set(relation, standing, of: stay.id, in: work)
        }
        try intake.finish()
        return Done()
    }
}
