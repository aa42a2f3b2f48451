public import Values

/// Somebody to be written into the register, with what is known of them.
public struct NewPerson: Sendable {
    public var name: String
    public var sex: Sex
    public var born: Day
    public var died: Day?
    public var identity: IdentityNumber?
    public var phone: Phone?
    public var relation: Relation
    public var standing: Standing
    /// The stay in the household.
    public var stay: Period
    public var facts: [NewFact] = []
    public var groups: [NewMembership] = []
    public var source: FactSource

    public init(
        name: String, sex: Sex, born: Day, relation: Relation, standing: Standing, stay: Period,
        source: FactSource
    ) {
        self.name = name
        self.sex = sex
        self.born = born
        self.relation = relation
        self.standing = standing
        self.stay = stay
        self.source = source
    }
}

/// A fact to be written down.
public struct NewFact: Sendable {
    public let kind: FactKind
    public let value: String
    public let period: Period

    public init(_ kind: FactKind, _ value: String = "", _ period: Period) {
        self.kind = kind
        self.value = value
        self.period = period
    }
}

/// A membership of a special group to be written down.
public struct NewMembership: Sendable {
    public let code: String
    public let period: Period
    public let details: GroupDetails
    public let reviewDue: Day?

    /// - Parameters: `reviewDue`: nil takes the group's own rhythm from the first day.
    public init(_ code: String, _ period: Period, _ details: GroupDetails, reviewDue: Day? = nil) {
        self.code = code
        self.period = period
        self.details = details
        self.reviewDue = reviewDue
    }
}

/// A household to be written down at a home.
public struct NewHousehold: Sendable {
    /// The place of kind `household`.
    public let place: Identifier
    public let period: Period
    public let members: [NewPerson]
    public let source: FactSource
    /// The home's floor area, where it is known.
    public let area: Area?
    public let floor: Int

    public init(
        at place: Identifier, _ period: Period, _ members: [NewPerson], source: FactSource, area: Area? = nil,
        floor: Int = 0
    ) {
        self.place = place
        self.period = period
        self.members = members
        self.source = source
        self.area = area
        self.floor = floor
    }
}
