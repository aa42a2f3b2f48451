public import Actions
public import Values

/// Writes one more person into a household: a newborn, or somebody who moves in and was not known here.
public struct AddToHousehold: Action {
    public static let name = "register.add-person"
    public static let right = RegisterRights.change

    let household: Identifier
    let person: NewPerson

    public init(_ person: NewPerson, to household: Identifier) {
        self.person = person
        self.household = household
    }

    public func subject(in work: Work) throws -> Household { try work.openHousehold(household) }

    public func run(on household: Household, in work: Work) throws -> Identifier {
        let intake = try RegisterIntake(work)
        let id = try intake.add(person, to: household)
        try intake.finish()
        return id
    }

    public func object(of subject: Household, _ answer: Identifier, in work: Work) -> Identifier { answer }
}

/// Somebody moves away from the community.
public struct MoveOut: PersonAction {
    public static let name = "register.move-out"
    public static let right = RegisterRights.change

    public let person: Identifier
    let day: Day

    public init(_ person: Identifier, on day: Day) {
        self.person = person
        self.day = day
    }

    public func run(on person: RegisteredPerson, in work: Work) throws -> Done {
        let intake = try RegisterIntake(work)
        try intake.leaveAll(person, on: day, .moved)
        try intake.finish()
        return Done()
    }
}

/// Somebody died: their stays, facts and memberships end on that day.
public struct RecordDeath: PersonAction {
    public static let name = "register.record-death"
    public static let right = RegisterRights.change

    public let person: Identifier
    let day: Day

    public init(_ person: Identifier, on day: Day) {
        self.person = person
        self.day = day
    }

    public func run(on person: RegisteredPerson, in work: Work) throws -> Done {
        let intake = try RegisterIntake(work)
        if try !work.presentStays(of: person.id).isEmpty { try intake.leaveAll(person, on: day, .died) }
        guard day <= intake.today else { throw RegisterRefusal.dayAhead }
        guard day >= person.born else { throw RegisterRefusal.endsBeforeStart }
        try PersonStore.end(person.id, on: day, in: work)
        for fact in try FactStore.facts(of: person.id, in: work.community, work.keys, work.database)
        where fact.period.until == nil && fact.period.since < day {
            try FactStore.end(fact.id, on: day, in: work)
        }
        let groups = try GroupStore.groups(in: work.community, work.database)
        for membership in try GroupStore.memberships(
            of: person.id, among: groups, in: work.community, work.keys, work.database)
        where membership.period.until == nil && membership.period.since < day {
            try GroupStore.end(membership.id, on: day, in: work)
        }
        try intake.finish()
        return Done()
    }
}

/// Some or all of a household move to another home, or join another household.
///
/// All of it to an empty home is a move; a few is a split; into a household that is there, a merge.
public struct MoveWithin: Action {
    public static let name = "register.move-within"
    public static let right = RegisterRights.change

    /// Where they go.
    public enum Target: Sendable {
        /// A household of their own at a home.
        case home(Identifier)
        case household(Identifier)
    }

    let people: [Identifier]
    let target: Target
    let day: Day
    let source: FactSource

    public init(_ people: [Identifier], to target: Target, on day: Day, source: FactSource) {
        self.people = people
        self.target = target
        self.day = day
        self.source = source
    }

    /// Where they go must be the actor's to change; where they are is checked for each.
    public func subject(in work: Work) throws -> PlacePath {
        switch target {
        case .home(let place): try work.place(place).path
        case .household(let id): try work.openHousehold(id).path
        }
    }

    public func run(on path: PlacePath, in work: Work) throws -> Identifier {
        guard !people.isEmpty else { throw RegisterRefusal.noMembers }
        let intake = try RegisterIntake(work)
        let household: Household
        switch target {
        case .home(let place): household = try intake.form(at: place, Period(since: day), source)
        case .household(let id): household = try work.openHousehold(id)
        }
        for (index, id) in people.enumerated() {
            let person = try work.living(id)
            try work.require(RegisterRights.change, on: person)
            let stays = try work.presentStays(of: id)
            guard let last = stays.first else { throw RegisterRefusal.notLiving }
            guard !stays.contains(where: { $0.household == household.id }) else {
                throw RegisterRefusal.livesThere
            }
            try intake.leaveAll(person, on: day, .within)
            let relation = relation(index, last.relation)
            try intake.settle(person, in: household, relation, last.standing, Period(since: day), source)
        }
        try intake.finish()
        return household.id
    }

    /// In a household of their own the first is its head; with others they are what they were, or kin.
    private func relation(_ index: Int, _ before: Relation) -> Relation {
        switch target {
        case .home: index == 0 ? .head : before == .head ? .otherKin : before
        case .household: before == .head ? .otherKin : before
        }
    }

    public func object(of subject: PlacePath, _ answer: Identifier, in work: Work) -> Identifier { answer }
}
