public import Actions
public import Values

/// The need's side of a recommendation: what resources are measured against.
public struct RecommendedFor: Sendable, Codable, Hashable {
    public var classKey: String
    /// The area of service that the class belongs to.
    public var area: String
    /// Kinds of resource that answer the class, likeliest first.
    public var answeredBy: [String]
    public var group: String
    public var path: PlacePath
    public var gridName: String
    public var quantity: Int64
    public var day: Day

    public init(
        classKey: String, area: String, answeredBy: [String] = [], group: String = "", path: PlacePath,
        gridName: String = "", quantity: Int64 = 1, day: Day
    ) {
        self.classKey = classKey
        self.area = area
        self.answeredBy = answeredBy
        self.group = group
        self.path = path
        self.gridName = gridName
        self.quantity = quantity
        self.day = day
    }
}

/// Everything known of one resource that might answer the need.
public struct Candidate: Sendable {
    public var resource: Resource
    public var sortKey: String
    /// The areas of service of the classes that it answers.
    public var areas: Set<String>
    /// What the period of the wanted day holds.
    public var count = PeriodCount()
    /// The community that shares it; nil for one's own.
    public var sharedBy: String?
    /// Uses in the last 90 days: by the same household, in the same grid, and in all.
    public var householdUses: Int64 = 0
    public var gridUses: Int64 = 0
    public var allUses: Int64 = 0

    public init(resource: Resource, sortKey: String, areas: Set<String>) {
        self.resource = resource
        self.sortKey = sortKey
        self.areas = areas
    }
}

/// One resource for one need: a score, and in words what speaks for it and against it.
public struct Recommendation: Sendable {
    public let candidate: Candidate
    public let score: Int
    public let reasons: [RecommendationReason]

    public var pros: [RecommendationReason] { reasons.filter { $0.points > 0 } }
    public var cons: [RecommendationReason] { reasons.filter { $0.points < 0 } }
}

extension Recommendation {
    /// Ranks resources for one need: the highest score first, ties by name, then id. A person decides.
    ///
    /// Shape: the score is the sum of the points of its reasons (see ``RecommendationReason/points``); what
    /// answers
    /// neither class nor area nor is of a kind that answers the class is left out, and so is what is paused.
    public static func rank(
        _ candidates: [Candidate], for need: RecommendedFor, now: Instant
    ) -> [Recommendation] {
        candidates.compactMap { candidate in
            guard candidate.resource.isActive, let match = matching(candidate, need) else { return nil }
            let reasons =
                [match] + reaching(candidate, need) + serving(candidate, need) + holding(candidate, need)
                + opening(candidate, need) + results(candidate) + fairness(candidate, need)
                + verification(candidate, now) + charge(candidate)
            return Recommendation(
                candidate: candidate, score: reasons.reduce(0) { $0 + $1.points }, reasons: reasons)
        }
        .sorted { a, b in
            if a.score != b.score { return a.score > b.score }
            let mine = a.candidate, its = b.candidate
            if mine.sortKey != its.sortKey { return mine.sortKey < its.sortKey }
            return mine.resource.id < its.resource.id
        }
    }

    private static func matching(_ candidate: Candidate, _ need: RecommendedFor) -> RecommendationReason? {
        let content = candidate.resource.content
        if content.classes.contains(need.classKey) { return .sameClass }
        if candidate.areas.contains(need.area), !need.area.isEmpty { return .sameArea }
        return need.answeredBy.contains(content.kind) ? .sameKind : nil
    }

    private static func reaching(_ candidate: Candidate, _ need: RecommendedFor) -> [RecommendationReason] {
        let resource = candidate.resource
        let steps = resource.path.distance(to: need.path)
        if let name = candidate.sharedBy { return [.shared(by: name), .distance(steps)] }
        guard resource.content.reach.contains(need.path) else {
            return [.outOfReach(resource.reachName), .distance(steps)]
        }
        return [.reaches(resource.reachName), .distance(steps)]
    }

    private static func serving(_ candidate: Candidate, _ need: RecommendedFor) -> [RecommendationReason] {
        let groups = candidate.resource.content.groups
        if groups.isEmpty { return [.everybody] }
        if need.group.isEmpty { return [] }
        return [groups.contains(need.group) ? .sameGroup : .otherGroup]
    }

    private static func holding(_ candidate: Candidate, _ need: RecommendedFor) -> [RecommendationReason] {
        let resource = candidate.resource
        guard let left = candidate.count.left(of: resource.capacity) else { return [.notCounted] }
        if left >= need.quantity { return [.left(left, unit: resource.unit)] }
        if left > 0 { return [.tooLittle(left, wanted: need.quantity, unit: resource.unit)] }
        return [.full]
    }

    private static func opening(_ candidate: Candidate, _ need: RecommendedFor) -> [RecommendationReason] {
        let days = candidate.resource.content.weekdays
        if days.isEmpty { return [] }
        return [days.contains(need.day.weekday.rawValue) ? .open(need.day.weekday) : .shut(need.day.weekday)]
    }

    private static func results(_ candidate: Candidate) -> [RecommendationReason] {
        let results = candidate.resource.results
        var reasons: [RecommendationReason] = []
        if results.judged > 0 {
            reasons.append(.judged(good: results.good, of: results.judged))
        } else if results.uses == 0 {
            reasons.append(.untried)
        }
        if results.uses > 0, results.lateDays > 0 {
            reasons.append(.late(days: results.lateDays, uses: results.uses))
        }
        if results.declines > 0 { reasons.append(.declines(results.declines)) }
        return reasons
    }

    private static func fairness(_ candidate: Candidate, _ need: RecommendedFor) -> [RecommendationReason] {
        var reasons: [RecommendationReason] = []
        if candidate.householdUses > 0 { reasons.append(.householdHad(candidate.householdUses)) }
        if candidate.allUses >= 3, candidate.gridUses == 0 { reasons.append(.gridHadNone(need.gridName)) }
        if candidate.allUses >= 3, candidate.gridUses * 2 > candidate.allUses {
            reasons.append(.gridHadMost(need.gridName, candidate.gridUses, of: candidate.allUses))
        }
        return reasons
    }

    private static func verification(_ candidate: Candidate, _ now: Instant) -> [RecommendationReason] {
        guard let verified = candidate.resource.verified else { return [.neverVerified] }
        return [.verified(daysAgo: max(0, now.day(in: .shanghai) - verified.at.day(in: .shanghai)))]
    }

    private static func charge(_ candidate: Candidate) -> [RecommendationReason] {
        let content = candidate.resource.content
        var reasons: [RecommendationReason] =
            content.charge == .cost ? [] : [content.charge == .free ? .free : .paid]
        if content.agreement != nil { reasons.append(.agreed) }
        return reasons
    }
}
