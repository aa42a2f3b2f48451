import Values

/// A field of service, the upper of the two levels of need classes.
///
/// The first eleven are those of the station standard DB3701/T 36-2023 of Jinan; the last two gather what
/// residents report most and no list of services names. Defaults, to be edited.
public struct DefaultServiceArea: Sendable, Hashable {
    public let term: DefaultTerm
    /// Whether the standard names it.
    public let inStandard: Bool

    public var key: String { term.key }
    public var name: Text { term.name }

    public static let all: [DefaultServiceArea] = {
        let standard: [(String, String, String)] = [
            ("policy", "政策咨询", "Policy advice"),
            ("relief", "社会救助", "Social relief"),
            ("comfort", "精神慰藉", "Comfort and company"),
            ("ability", "能力提升", "Learning and skills"),
            ("support", "社会支持", "Care and support"),
            ("crisis", "危机干预", "Crisis intervention"),
            ("rights", "权益维护", "Rights and redress"),
            ("inclusion", "社会融入", "Inclusion"),
            ("participation", "社区参与", "Taking part"),
            ("health", "文体健康", "Health, culture and sport"),
            ("environment", "环境保护", "Environment"),
        ]
        let reported: [(String, String, String)] = [
            ("housing", "居住安全", "Safe homes and ways"),
            ("neighbours", "邻里秩序", "Neighbours and order"),
        ]
        return DefaultTerm.list(standard + reported).enumerated().map { index, term in
            DefaultServiceArea(term: term, inStandard: index < standard.count)
        }
    }()
}

/// One of the plain first choices of a resident's form, at most eight, so that they fit one screen.
///
/// A choice leads to an area and to the classes offered first; staff may set another class later. Defaults.
public struct DefaultFirstChoice: Sendable, Hashable {
    public let term: DefaultTerm
    /// The key of the service area that the need is put in when the resident says no more.
    public let area: String
    /// Keys of the classes offered next, likeliest first; they may lie in other areas.
    public let classes: [String]

    public var key: String { term.key }
    public var name: Text { term.name }

    public static let all: [DefaultFirstChoice] = [
        choice(
            10, "lamps-lifts-paths", Text("灯、电梯、路面", "Lamps, lifts, paths"), "housing",
            ["housing-lamp", "housing-lift", "housing-path", "housing-access", "housing-drain"]),
        choice(
            20, "clean-green", Text("卫生、绿化", "Cleanliness and greenery"), "environment",
            ["environment-litter", "environment-greenery", "environment-pests", "environment-river"]),
        choice(
            30, "parking-noise", Text("停车、吵闹、邻里", "Parking, noise, neighbours"), "neighbours",
            ["neighbours-parking", "neighbours-noise", "neighbours-dispute", "neighbours-pets"]),
        choice(
            40, "elders", Text("老人照料、陪伴", "Care and company for elders"), "support",
            ["support-care", "comfort-company", "support-meals", "support-errands"]),
        choice(
            50, "children", Text("孩子", "Children"), "ability",
            ["support-afterschool", "ability-study", "health-reading", "policy-schooling"]),
        choice(
            60, "illness-mood", Text("看病、心里不好受", "Illness, a heavy heart"), "health",
            ["health-clinic", "comfort-counselling", "support-errands", "policy-insurance"]),
        choice(
            70, "hardship-papers", Text("生活困难、办手续", "Hardship, papers"), "policy",
            ["relief-living", "policy-papers", "policy-benefits", "ability-jobs"]),
        choice(
            80, "other", Text("别的，说不清", "Something else"), "participation",
            ["participation-suggestion", "participation-group", "rights-legal"]),
    ]

    private static func choice(
        _ sort: Int, _ key: String, _ name: Text, _ area: String, _ classes: [String]
    ) -> DefaultFirstChoice {
        DefaultFirstChoice(term: DefaultTerm(key, name, sort), area: area, classes: classes)
    }
}
