public import Actions
public import Values

/// What somebody asks about their own data, for staff to decide by a day.
public struct PersonRequest: Sendable, Codable, Placed {
    public enum Kind: String, Sendable, CaseIterable, Codable {
        /// That the account is theirs.
        case link
        case correct, erase

        public var title: Text {
            switch self {
            case .link: Text("和登记对上", "Be known as oneself")
            case .correct: Text("改一处", "Correct something")
            case .erase: Text("删除", "Erase")
            }
        }
    }

    public enum Outcome: String, Sendable, CaseIterable, Codable {
        case agreed, refused

        public var title: Text {
            switch self {
            case .agreed: Text("照办了", "Done as asked")
            case .refused: Text("没有照办", "Not done")
            }
        }
    }

    /// What of the register is to be corrected.
    public enum Part: String, Sendable, CaseIterable, Codable {
        case name, born, phone, other

        public var title: Text {
            switch self {
            case .name: Text("姓名", "Name")
            case .born: Text("生日", "Birthday")
            case .phone: Text("电话", "Telephone")
            case .other: Text("别的", "Something else")
            }
        }
    }

    /// What was typed, kept as it was.
    public struct Typed: Sendable, Codable, Hashable {
        public var part: Part?
        /// What would be right; for a link the name.
        public var value = ""
        public var born: Day?
        public var words = ""

        public init(part: Part? = nil, value: String = "", born: Day? = nil, words: String = "") {
            self.part = part
            self.value = value
            self.born = born
            self.words = words
        }
    }

    public let id: Identifier
    public let account: Identifier
    public let accountName: String
    public let person: Identifier?
    public let kind: Kind
    public let typed: Typed
    public let answer: String?
    public let outcome: Outcome?
    public let made: Instant
    public let due: Day
    public let decided: Instant?
    /// The home of the account.
    public let path: PlacePath

    public func isOwn(of actor: Actor) -> Bool { actor.account == account }
}

/// Periods that a community may set for itself, in days.
public struct PrivacyPeriod: Sendable, Codable, Hashable {
    public let name: String
    public let days: Int

    /// Working days until a request is answered. The law says "in time" (article 50) and names no number.
    public static let answer = PrivacyPeriod(name: "answer", days: 15)

    public init(name: String, days: Int) {
        self.name = name
        self.days = days
    }
}
