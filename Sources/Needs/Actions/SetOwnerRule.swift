public import Actions
import People
public import Values

/// Sets who sees to new needs of a class, of an area of service, or of all, at a place.
///
/// Refuses: an owner who is not enabled or does not reach the place.
public struct SetOwnerRule: Action {
    public static let name = "owners.set"
    public static let right = NeedsRights.setOwners

    public let place: PlaceMark
    public let reach: OwnerReach
    public let account: Identifier

    public init(at place: PlaceMark, for reach: OwnerReach, account: Identifier) {
        self.place = place
        self.reach = reach
        self.account = account
    }

    public func subject(in work: Work) throws -> NeedSpot {
        try NeedSpot(place, in: work.community, work.database)
    }

    public func run(on spot: NeedSpot, in work: Work) throws -> OwnerRule {
        let vocabulary = try VocabularyStore.vocabulary(in: work.community, work.database)
        switch reach {
        case .every: break
        case .area(let key): if vocabulary.term(.area, key) == nil { throw NeedRefusal.noSuchClass }
        case .need(let key): if vocabulary.term(.need, key) == nil { throw NeedRefusal.noSuchClass }
        }
        let owner = try NeedOwners.enabled(account, at: spot.path, in: work)
        let rule = OwnerRule(id: work.newIdentifier(), path: spot.path, reach: reach, account: owner.account)
        try OwnerRuleStore.put(rule, work)
        return rule
    }

    public func object(of subject: NeedSpot, _ answer: OwnerRule, in work: Work) -> Identifier {
        subject.place.id
    }
}

/// Takes a rule of owners away; needs that have an owner keep theirs.
public struct RemoveOwnerRule: Action {
    public static let name = "owners.remove"
    public static let right = NeedsRights.setOwners

    public let rule: Identifier

    public init(_ rule: Identifier) { self.rule = rule }

    public func subject(in work: Work) throws -> OwnerRule {
        guard let found = try OwnerRuleStore.rule(rule, in: work.community, work.database) else {
            throw GroundRefusal.notFound
        }
        return found
    }

    public func run(on rule: OwnerRule, in work: Work) throws -> Done {
        try OwnerRuleStore.remove(rule.id, work)
        return Done()
    }

    public func object(of subject: OwnerRule, _ answer: Done, in work: Work) -> Identifier { rule }
}
