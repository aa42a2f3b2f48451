public import Actions
import Storage
public import Values

/// Somebody belongs to a special group from a day on.
public struct EnterGroup: PersonAction {
    public static let name = "register.enter-group"
    public static let right = RegisterRights.change

    public let person: Identifier
    let membership: NewMembership

    public init(_ membership: NewMembership, _ person: Identifier) {
        self.membership = membership
        self.person = person
    }

    public func run(on person: RegisteredPerson, in work: Work) throws -> Done {
        let group = try work.group(membership.code, of: person)
        guard try work.membership(of: person, in: group) == nil else { throw RegisterRefusal.inGroup }
        let intake = try RegisterIntake(work)
        try intake.add(membership, of: person.id)
        return Done()
    }
}

/// Somebody belongs to a group no longer.
public struct LeaveGroup: PersonAction {
    public static let name = "register.leave-group"
    public static let right = RegisterRights.change

    public let person: Identifier
    let code: String
    let day: Day

    public init(_ code: String, _ person: Identifier, on day: Day) {
        self.code = code
        self.person = person
        self.day = day
    }

    public func run(on person: RegisteredPerson, in work: Work) throws -> Done {
        let group = try work.group(code, of: person)
        guard let known = try work.membership(of: person, in: group) else { throw RegisterRefusal.notInGroup }
        let intake = try RegisterIntake(work)
        try intake.check(Period(since: known.period.since, until: day))
        try GroupStore.end(known.id, on: day, in: work)
        return Done()
    }
}

/// Somebody looked again: the membership stands, perhaps at another level, and is due again later.
public struct ReviewGroup: PersonAction {
    public static let name = "register.review-group"
    public static let right = RegisterRights.change

    public let person: Identifier
    let code: String
    let level: String

    public init(_ code: String, _ person: Identifier, level: String) {
        self.code = code
        self.person = person
        self.level = level
    }

    /// A new row from today on: what the level was before can still be read.
    public func run(on person: RegisteredPerson, in work: Work) throws -> Done {
        let group = try work.group(code, of: person)
        guard let known = try work.membership(of: person, in: group), var details = known.details else {
            throw RegisterRefusal.notInGroup
        }
        let intake = try RegisterIntake(work)
        let due = GroupStore.nextReview(of: group, after: intake.today)
        details.reviewer = work.actor.name
        guard details.level != level, known.period.since < intake.today else {
            return try GroupStore.putOff(known.id, to: due, details, of: person.id, in: work)
        }
        details.level = level
        try GroupStore.end(known.id, on: intake.today, in: work)
        try GroupStore.insert(
            NewMembership(code, Period(since: intake.today), details, reviewDue: due), in: group,
            of: person.id, in: work)
        return Done()
    }
}

extension Work {
    /// A group that the actor may touch.
    fileprivate func group(_ code: String, of person: RegisteredPerson) throws -> SpecialGroup {
        guard let group = try GroupStore.byCode(in: community, database)[code] else {
            throw RegisterRefusal.noSuchGroup
        }
        if group.isSensitive { try require(RegisterRights.sensitive, on: person) }
        return group
    }

    /// The membership that has not ended.
    fileprivate func membership(
        of person: RegisteredPerson, in group: SpecialGroup
    ) throws -> GroupMembership? {
        try GroupStore.memberships(of: person.id, among: [group], in: community, keys, database)
            .first { $0.period.until == nil }
    }
}
