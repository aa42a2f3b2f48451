public import Values

/// A group of people whom the community looks after more closely: data, not code.
public struct SpecialGroup: Sendable, Codable, Hashable {
    public enum Family: String, Sendable, CaseIterable, Codable {
        case elders, disabled, hardship, children, service, health, order
    }

    /// Stable, as `elder-alone`.
    public let code: String
    public let name: Name
    public let family: Family
    /// Seen only by those who may open sensitive groups, and named on no list of the public.
    public let isSensitive: Bool
    /// Somebody looks again after so many months; 0 never.
    public let reviewMonths: Int

    public struct Name: Sendable, Codable, Hashable {
        public let chinese: String
        public let english: String
        public var text: Text { Text(chinese, english) }
    }

    public init(
        _ code: String, _ chinese: String, _ english: String, _ family: Family, sensitive: Bool = false,
        review: Int = 12
    ) {
        self.code = code
        name = Name(chinese: chinese, english: english)
        self.family = family
        isSensitive = sensitive
        reviewMonths = review
    }

    /// Those with which a community begins.
    public static let shipped: [SpecialGroup] = elders + disabled + others

    private static let elders = [
        SpecialGroup("elder-empty-nest", "空巢老人", "Elders in empty nests", .elders),
        SpecialGroup("elder-alone", "独居老人", "Elders living alone", .elders, review: 3),
        SpecialGroup("elder-no-kin", "孤寡老人", "Elders without kin", .elders, review: 3),
        SpecialGroup("elder-dependent", "失能老人", "Care-dependent elders", .elders, sensitive: true, review: 6),
        SpecialGroup("elder-partly", "半失能老人", "Partly dependent elders", .elders, sensitive: true, review: 6),
        SpecialGroup("elder-dementia", "失智老人", "Elders with dementia", .elders, sensitive: true, review: 6),
    ]

    private static let disabled = [
        SpecialGroup("disabled-hearing", "听力残疾", "Hearing", .disabled, sensitive: true),
        SpecialGroup("disabled-intellectual", "智力残疾", "Intellectual", .disabled, sensitive: true),
        SpecialGroup("disabled-mental", "精神残疾", "Mental", .disabled, sensitive: true, review: 6),
        SpecialGroup("disabled-physical", "肢体残疾", "Physical", .disabled, sensitive: true),
        SpecialGroup("disabled-sight", "视力残疾", "Sight", .disabled, sensitive: true),
        SpecialGroup("disabled-speech", "言语残疾", "Speech", .disabled, sensitive: true),
    ]

    private static let others = [
        SpecialGroup("low-income", "低保", "Minimum living allowance", .hardship, sensitive: true),
        SpecialGroup("low-income-edge", "低保边缘", "On the edge of it", .hardship, sensitive: true),
        SpecialGroup("destitute", "特困供养", "Supported in destitution", .hardship, sensitive: true),
        SpecialGroup("heavy-cost", "刚性支出困难", "Burdened by unavoidable costs", .hardship, sensitive: true),
        SpecialGroup(
            "one-child-lost", "失独家庭", "Lost their only child", .hardship, sensitive: true, review: 6),
        SpecialGroup("child-hardship", "困境儿童", "Children in hardship", .children, sensitive: true, review: 3),
        SpecialGroup("child-migrant", "流动儿童", "Migrant children", .children),
        SpecialGroup("child-left", "留守儿童", "Children left behind", .children, sensitive: true, review: 3),
        SpecialGroup("served", "优抚对象", "Entitled to preferential care", .service),
        SpecialGroup("veteran", "退役军人", "Veterans", .service),
        SpecialGroup("mental-illness", "精神障碍", "Severe mental illness", .health, sensitive: true, review: 1),
        SpecialGroup("long-illness", "长期慢病", "Long illness", .health, sensitive: true),
        SpecialGroup("correction", "社区矫正", "Community correction", .order, sensitive: true, review: 1),
        SpecialGroup("recovery", "社区戒毒康复", "Recovery from drugs", .order, sensitive: true, review: 1),
    ]
}

/// That somebody is in a group: how badly, on what basis, known how.
public struct GroupDetails: Sendable, Codable, Hashable {
    public var level: String
    public var basis: String
    public var reviewer: String
    public let source: FactSource

    /// The most characters of each.
    public static let (level, basis) = (20, 40)

    public init(level: String = "", basis: String = "", reviewer: String = "", source: FactSource) {
        self.level = level
        self.basis = basis
        self.reviewer = reviewer
        self.source = source
    }
}

/// A membership, opened.
public struct GroupMembership: Sendable, Codable {
    public let id: Identifier
    public let group: SpecialGroup
    public let period: Period
    public let reviewDue: Day?
    /// Nil where the person's key was destroyed.
    public let details: GroupDetails?
}
