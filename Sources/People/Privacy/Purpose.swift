public import Actions
public import Values

/// What people's data are used for, in the words they agree to: data, not code.
public struct Purpose: Sendable, Codable, Hashable {
    /// Stable, as `contact`.
    public let code: String
    /// A changed text is the next version, so that each consent says what was agreed to.
    public let version: Int
    public let name: Wording
    public let words: Wording

    /// A sentence in both languages.
    public struct Wording: Sendable, Codable, Hashable {
        public let chinese: String
        public let english: String
        public var text: Text { Text(chinese, english) }

        public init(_ chinese: String, _ english: String) {
            self.chinese = chinese
            self.english = english
        }
    }

    public init(_ code: String, version: Int = 1, _ name: Wording, _ words: Wording) {
        self.code = code
        self.version = version
        self.name = name
        self.words = words
    }

    /// To tell a helper who it is; taken back, every helper's page forgets at once.
    public static let contact = Purpose(
        "contact", Wording("把姓名和电话告诉来帮忙的人", "Tell the helper name and telephone"),
        Wording(
            "有人来帮您时，社区把您的姓名和电话告诉他，只用来联系这一件事。您随时可以收回，收回后他就看不到了。",
            "When somebody helps you, the community tells them your name and telephone, for this alone. "
                + "Take it back at any time: they no longer see it."))

    /// To write down what is known of health and hardship from the person themselves.
    public static let care = Purpose(
        "care", Wording("记下健康和困难，好上门照应", "Note health and hardship, to look after you"),
        Wording(
            "社区记下您自己说的身体和生活上的困难，只给照应您的社区工作者看。不同意，也不影响您该得的服务；"
                + "法律要求登记的（如低保、残疾证）不在此列。",
            "The community notes what you tell of your health and hardship, for those who look after you. "
                + "To refuse costs you no service. What the law has registered, as allowances, is apart."))

    /// To write down a faith.
    public static let faith = Purpose(
        "faith", Wording("记下信仰", "Note a faith"),
        Wording(
            "社区记下您的信仰，只为红白事、饮食和节日时照顾到您。收回后，记下的当天就清掉。",
            "The community notes your faith, to mind it at meals, feasts and funerals. Taken back, it is "
                + "removed that same day."))

    /// To show name or picture in what the community publishes.
    public static let publish = Purpose(
        "publish", Wording("在公告、照片里出现", "Appear in notices and pictures"),
        Wording(
            "社区的公告、简报里可以出现您的名字或照片。收回后，新的不再登，旧的尽快撤下。",
            "Your name or picture may appear in what the community publishes. Taken back, nothing new shows "
                + "them, and what stands is taken down soon."))

    /// Those with which a community begins.
    public static let shipped = [contact, care, faith, publish]
}

/// How somebody agreed, or took it back.
public enum ConsentForm: String, Sendable, CaseIterable, Codable {
    case paper, inPerson = "in-person", ownPhone = "own-phone"

    /// Those that staff may write down; the third is the person's own.
    static let heard: [ConsentForm] = [.paper, .inPerson]

    public var title: Text {
        switch self {
        case .paper: Text("签了纸", "On paper")
        case .inPerson: Text("当面说的", "In person")
        case .ownPhone: Text("自己在手机上", "On their own phone")
        }
    }
}

/// Who agreed: the person, or whoever answers for them. Under fourteen a guardian alone can.
/// Source: Personal Information Protection Law, article 31.
public enum ConsentGiver: String, Sendable, CaseIterable, Codable {
    case themselves = "self", guardian

    public var title: Text {
        switch self {
        case .themselves: Text("本人", "Themselves")
        case .guardian: Text("监护人", "Guardian")
        }
    }
}

/// That somebody agreed to a use of their data.
public struct Consent: Sendable, Codable {
    public let id: Identifier
    public let purpose: String
    public let version: Int
    public let given: Day
    public let giver: ConsentGiver
    public let form: ConsentForm
    /// Nil for the person's own, and where the person's key was destroyed.
    public let guardian: Guardian?
    public let withdrawn: Day?

    public var holds: Bool { withdrawn == nil }

    /// Who spoke for somebody.
    public struct Guardian: Sendable, Codable, Hashable {
        public let name: String
        /// What they are to the person, in words: 妈妈.
        public let relation: String

        public init(name: String, relation: String) {
            self.name = name
            self.relation = relation
        }
    }
}

/// Somebody took a consent back: what rested on it ends in the same transaction.
public struct ConsentWithdrawn: Fact {
    public let community: Identifier
    public let person: Identifier
    public let purpose: String
    /// The accounts that are theirs, and the telephone under which staff wrote for them.
    public let accounts: Set<Identifier>
    public let phone: Phone?
}
