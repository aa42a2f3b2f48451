public import Actions
public import Values

/// Man or woman, as the identity card says.
public enum Sex: String, Sendable, CaseIterable, Codable {
    case male, female

    public var title: Text {
        switch self {
        case .male: Text("男", "Male")
        case .female: Text("女", "Female")
        }
    }
}

/// What somebody is to the head of their household.
public enum Relation: String, Sendable, CaseIterable, Codable {
    case head, spouse, child, childInLaw = "child-in-law", grandchild, parent, grandparent, sibling
    case otherKin = "other-kin", notKin = "not-kin"

    public var title: Text {
        switch self {
        case .head: Text("户主", "Head")
        case .spouse: Text("配偶", "Spouse")
        case .child: Text("子女", "Child")
        case .childInLaw: Text("儿媳、女婿", "Child-in-law")
        case .grandchild: Text("孙辈", "Grandchild")
        case .parent: Text("父母", "Parent")
        case .grandparent: Text("祖辈", "Grandparent")
        case .sibling: Text("兄弟姐妹", "Brother or sister")
        case .otherKin: Text("其他亲属", "Other kin")
        case .notKin: Text("同住，不是亲属", "Not kin")
        }
    }
}

/// Where somebody's registration (户口) is, and whether they are there.
public enum Standing: String, Sendable, CaseIterable, Codable {
    /// Registered here and here.
    case registered
    /// Registered elsewhere in the city, living here.
    case local
    /// Registered outside the city, living here.
    case migrant
    /// Registered here, living elsewhere.
    case away

    /// Whether they live here and so count among the population.
    public var isHere: Bool { self != .away }

    public var title: Text {
        switch self {
        case .registered: Text("户口在这里，人也在", "Registered and living here")
        case .local: Text("户口在本市别处，人在这里", "Registered elsewhere in the city, living here")
        case .migrant: Text("外来人口", "From outside the city")
        case .away: Text("户口在这里，人不在", "Registered here, living elsewhere")
        }
    }
}

/// How a fact came to be known.
public enum FactSource: String, Sendable, CaseIterable, Codable {
    case booklet, visit, person, department, table

    public var title: Text {
        switch self {
        case .booklet: Text("户口簿", "Household booklet")
        case .visit: Text("入户看到", "Seen at a visit")
        case .person: Text("本人或家人说的", "Told by the person or family")
        case .department: Text("部门来的名单", "A department's list")
        case .table: Text("导入的表格", "An imported table")
        }
    }
}

/// From a day up to, but not including, another; without an end it goes on.
public struct Period: Sendable, Codable, Hashable {
    public let since: Day
    public let until: Day?

    public init(since: Day, until: Day? = nil) {
        self.since = since
        self.until = until
    }

    public func contains(_ day: Day) -> Bool { since <= day && until.map { day < $0 } ?? true }
}

/// What is true of a person for a time.
public enum FactKind: String, Sendable, CaseIterable, Codable {
    case retired, party
    /// What stood here before somebody corrected it.
    case formerName = "former-name", formerBirth = "former-birth", formerSex = "former-sex"
    case language, certificate, faith

    /// Whether staff write it themselves; the former ones are left by a correction.
    public static let written: [FactKind] = [.retired, .party, .language, .certificate, .faith]

    /// Whether only those who may open sensitive things see it.
    public var isSensitive: Bool { self == .faith }

    public var title: Text {
        switch self {
        case .retired: Text("离退休", "Retired")
        case .party: Text("党员", "Party member")
        case .formerName: Text("从前写的名字", "Name as written before")
        case .formerBirth: Text("从前写的生日", "Birthday as written before")
        case .formerSex: Text("从前写的性别", "Sex as written before")
        case .language: Text("会说的话", "Language")
        case .certificate: Text("证书", "Certificate")
        case .faith: Text("信仰", "Faith")
        }
    }
}

/// Somebody in the register, where they live now. Telephone and identity number stay sealed.
public struct RegisteredPerson: Sendable, Placed, Codable {
    public let id: Identifier
    public let community: Identifier
    /// Opened for those who may read it; a child's is sealed where it is stored.
    public let name: String
    public let sex: Sex
    public let born: Day
    public let died: Day?
    public let source: FactSource
    public let hasPhone: Bool
    public let hasIdentity: Bool
    public let mergedInto: Identifier?
    /// The place of the household where they are or last were.
    public let path: PlacePath

    public func age(on day: Day) -> Int { born.years(to: day) }

    /// Under fourteen all data of a person are sensitive.
    /// Source: Personal Information Protection Law, article 28.
    public static let openFrom = 14
}

/// A stay in a household.
public struct Residence: Sendable, Codable {
    public let id: Identifier
    public let person: Identifier
    public let household: Identifier
    public let relation: Relation
    public let standing: Standing
    public let period: Period
    public let source: FactSource
}

/// People who live together at a home.
public struct Household: Sendable, Placed, Codable {
    public let id: Identifier
    public let community: Identifier
    public let place: Identifier
    public let path: PlacePath
    public let period: Period
    public let source: FactSource
}

/// A name that a passer-by may read: the surname, then a star for each further character. 欧阳春 is 欧阳＊.
public enum MaskedName {
    public static func of(_ name: String) -> String {
        let scalars = Array(name.unicodeScalars)
        let isDouble =
            scalars.count > 2 && doubles.contains(String(String.UnicodeScalarView(scalars.prefix(2))))
        let shown = min(isDouble ? 2 : 1, scalars.count)
        let dot = scalars.firstIndex { $0 == "·" || $0 == "・" }
        let hidden = max(1, min(dot.map { _ in 2 } ?? scalars.count - shown, 3))
        return String(String.UnicodeScalarView(scalars.prefix(shown))) + String(repeating: "＊", count: hidden)
    }

    private static let doubles: Set<String> = [
        "欧阳", "司徒", "上官", "诸葛", "司马", "皇甫", "尉迟", "慕容", "令狐", "端木", "夏侯", "东方", "公孙",
        "长孙", "宇文", "轩辕", "澹台", "南宫", "西门", "独孤", "万俟", "单于", "乐正", "宰父",
    ]
}
