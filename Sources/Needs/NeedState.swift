public import Values

/// How far a need has come. The outcome, whether it helped, is apart from this.
public enum NeedState: String, Sendable, CaseIterable, Codable {
    case found, accepted, identified, linked, using, answered, closed
    case returned, merged, withdrawn

    /// One of the five published steps (发现 识别 对接 使用 反馈); nil where the need has left them.
    public var step: NeedStep? {
        switch self {
        case .found: .found
        case .accepted, .identified: .identified
        case .linked: .linked
        case .using: .used
        case .answered: .answered
        case .closed, .returned, .merged, .withdrawn: nil
        }
    }

    public var isOpen: Bool { step != nil }

    /// What stands for no matter of its own any more: told together with another, or taken back.
    public static let aside: [NeedState] = [.merged, .withdrawn]

    /// The states that may follow, in law and on the screen: one table.
    public var next: Set<NeedState> {
        switch self {
        case .found: [.accepted, .returned, .merged, .withdrawn]
        case .accepted: [.identified, .linked, .answered, .closed, .returned, .merged, .withdrawn]
        case .identified: [.accepted, .linked, .using, .answered, .closed, .merged, .withdrawn]
        case .linked: [.accepted, .identified, .using, .closed, .withdrawn]
        case .using: [.linked, .identified, .answered, .closed, .withdrawn]
        case .answered: [.identified, .linked, .using, .closed, .withdrawn]
        case .closed, .returned, .withdrawn: [.accepted, .found]
        case .merged: []
        }
    }

    public var title: Text {
        switch self {
        case .found: Text("发现", "Found")
        case .accepted: Text("接办", "Accepted")
        case .identified: Text("识别", "Resource identified")
        case .linked: Text("对接", "Linked")
        case .using: Text("使用", "In use")
        case .answered: Text("反馈", "Fed back")
        case .closed: Text("办结", "Closed")
        case .returned: Text("退回", "Returned")
        case .merged: Text("并入", "Merged")
        case .withdrawn: Text("撤回", "Withdrawn")
        }
    }
}

/// The five steps as residents see them, in their order.
public enum NeedStep: String, Sendable, CaseIterable, Codable {
    case found, identified, linked, used, answered

    public var title: Text {
        switch self {
        case .found: Text("发现", "Found")
        case .identified: Text("识别", "Identified")
        case .linked: Text("对接", "Linked")
        case .used: Text("使用", "Used")
        case .answered: Text("反馈", "Answered")
        }
    }

    public var hint: Text {
        switch self {
        case .found: Text("听到了，在核实", "Heard, being looked into")
        case .identified: Text("在找谁能帮", "Looking for who can help")
        case .linked: Text("说好了，在安排", "Agreed, being arranged")
        case .used: Text("正在办", "Under way")
        case .answered: Text("等您说一句好不好", "Waiting for your word")
        }
    }

    /// The states that stand at this step.
    public var states: [NeedState] { NeedState.allCases.filter { $0.step == self } }
}

/// A need of many days' work, a small wish that anybody may claim.
public enum NeedKind: String, Sendable, CaseIterable, Codable {
    case need, wish
}

/// For whom it is said.
public enum ForWhom: String, Sendable, CaseIterable, Codable {
    case mine = "self"
    case family, neighbour, everybody

    public var title: Text {
        switch self {
        case .mine: Text("我自己", "Myself")
        case .family: Text("家里人", "My family")
        case .neighbour: Text("邻居", "A neighbour")
        case .everybody: Text("大家", "Everybody")
        }
    }
}

/// How the one who said it wants to hear of it.
public enum ContactWay: String, Sendable, CaseIterable, Codable {
    case sms, call, number

    public var title: Text {
        switch self {
        case .sms: Text("发短信", "By text message")
        case .call: Text("打电话", "By telephone")
        case .number: Text("不用告诉我，我凭编号自己看", "No need; I will look with my number")
        }
    }
}

/// What the one who received says of the service.
public enum Satisfaction: Int64, Sendable, CaseIterable, Codable {
    case no = 1
    case almost = 2
    case yes = 3

    public var title: Text {
        switch self {
        case .yes: Text("行，解决了", "Yes, it is solved")
        case .almost: Text("还差一点", "Almost")
        case .no: Text("不行，没解决", "No, it is not solved")
        }
    }
}
