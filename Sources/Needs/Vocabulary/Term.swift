public import Values

/// The lists of a community's vocabulary. Their entries are data; the lists themselves are the program's.
public enum TermList: String, Sendable, CaseIterable, Codable {
    case area, need = "class", group, urgency, source, outcome
    case firstChoice = "first-choice"
    case returnReason = "return-reason"
    case declineReason = "decline-reason"
    case resourceKind = "resource-kind"
    case layer
    case ownerKind = "owner-kind"
    case stage

    public var title: Text {
        switch self {
        case .area: Text("服务领域", "Areas of service")
        case .need: Text("需求类别", "Classes of need")
        case .group: Text("人群", "Groups")
        case .urgency: Text("急不急", "Urgencies")
        case .source: Text("从哪里听来", "Sources")
        case .outcome: Text("结果", "Outcomes")
        case .firstChoice: Text("居民先看到的几样", "A resident's first choices")
        case .returnReason: Text("退回的原因", "Reasons to return")
        case .declineReason: Text("不接的原因", "Reasons to decline")
        case .resourceKind: Text("资源种类", "Kinds of resource")
        case .layer: Text("资源层级", "Layers of resources")
        case .ownerKind: Text("谁的资源", "Owners of resources")
        case .stage: Text("来往深浅", "Stages of a tie")
        }
    }
}

/// An entry of the vocabulary: a key that stays, names that may change, and what the rules read of it.
public struct Term: Sendable, Hashable, Codable {
    public let list: TermList
    public let key: String
    public let chinese: String
    public let english: String
    public let hintChinese: String
    public let hintEnglish: String
    /// For a class, the key of its area of service.
    public let parent: String?
    public let sort: Int64
    public let details: TermDetails
    /// A closed entry keeps its name for old rows and is offered no more.
    public let isClosed: Bool

    public var name: Text { Text(chinese, english.isEmpty ? chinese : english) }
    public var hint: Text { Text(hintChinese, hintEnglish.isEmpty ? hintChinese : hintEnglish) }
}

/// What the rules read of an entry; each list uses a few.
public struct TermDetails: Sendable, Hashable, Codable {
    /// A class: the urgency it starts with.
    public var urgency: String?
    /// A class: it lies in a place open to all and names nobody; only such are shown by Open311.
    public var publicSpace: Bool?
    /// A class: to be known to have such a need would endanger or shame a household. Until a worker releases
    /// a sentence, the public sees neither class nor place.
    public var isQuiet: Bool?
    /// A class: kinds of resource that answer it, likeliest first.
    public var answeredBy: [String]?
    /// An urgency: hours by the clock within which it is due; 0 is at once.
    public var hours: Int?
    /// An urgency: working days within which it is due.
    public var workingDays: Int?
    /// A first choice: the classes offered next.
    public var classes: [String]?

    public init() {}
}
