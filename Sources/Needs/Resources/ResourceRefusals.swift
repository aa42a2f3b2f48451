public import Actions
public import Values

/// Every expected no about resources, links, circles and agreements.
public enum ResourceRefusal: Refusal {
    /// What a resource has left in a period is less than was asked; nil says the capacity itself is too
    /// small.
    case notEnough(name: String, left: Int64, unit: String)
    case paused(name: String)
    case noPlace, noReach, noSuchClass, noSuchTerm(field: String), noSuchAgreement, noOwner
    case capacityTooSmall(taken: Int64, period: String)
    case alreadyPaused, alreadyActive, shareWithItself, alreadyShared, notShared, shareEnded
    case needClosed, alreadyLinked(name: String)
    case linkClosed, notWaiting, notAccepted, noOtherDay, reasonMissing, dayPast, dayAhead
    case moreThanAsked(Int64), moreThanPromised(left: Int64, unit: String), nothingUsed
    case noConsent
    case circleEnded, memberEnded, agreementEnded, daysReversed, noPledge, alreadyReversed, cannotReverse
    case overflow

    public var name: String {
        switch self {
        case .notEnough: "links.not-enough"
        case .paused: "links.resource-paused"
        case .noPlace: "resources.no-place"
        case .noReach: "resources.no-reach"
        case .noSuchClass: "resources.no-such-class"
        case .noSuchTerm: "resources.no-such-term"
        case .noSuchAgreement: "resources.no-such-agreement"
        case .noOwner: "resources.no-owner"
        case .capacityTooSmall: "resources.capacity-too-small"
        case .alreadyPaused: "resources.already-paused"
        case .alreadyActive: "resources.already-active"
        case .shareWithItself: "resources.share-with-itself"
        case .alreadyShared: "resources.already-shared"
        case .notShared: "resources.not-shared"
        case .shareEnded: "resources.share-ended"
        default: laterName
        }
    }

    private var laterName: String {
        switch self {
        case .needClosed: "links.need-closed"
        case .alreadyLinked: "links.already-linked"
        case .linkClosed: "links.closed"
        case .notWaiting: "links.not-waiting"
        case .notAccepted: "links.not-accepted"
        case .noOtherDay: "links.no-other-day"
        case .reasonMissing: "links.reason-missing"
        case .dayPast: "links.day-past"
        case .dayAhead: "links.day-ahead"
        case .moreThanAsked: "links.more-than-asked"
        case .moreThanPromised: "links.more-than-promised"
        case .nothingUsed: "links.nothing-used"
        case .noConsent: "links.no-consent"
        case .circleEnded: "circles.ended"
        case .memberEnded: "circles.member-ended"
        case .agreementEnded: "agreements.ended"
        case .daysReversed: "agreements.days-reversed"
        case .noPledge: "agreements.no-pledge"
        case .alreadyReversed: "agreements.already-reversed"
        case .cannotReverse: "agreements.cannot-reverse"
        default: "resources.overflow"
        }
    }

    public var status: Int {
        switch self {
        case .notEnough, .paused, .alreadyPaused, .alreadyActive, .alreadyShared, .notShared, .shareEnded,
            .needClosed,
            .alreadyLinked, .linkClosed, .notWaiting, .notAccepted, .noOtherDay, .nothingUsed,
            .noConsent, .circleEnded, .memberEnded, .agreementEnded, .alreadyReversed, .cannotReverse:
            409
        default: 422
        }
    }

    public var field: String? {
        switch self {
        case .notEnough, .moreThanAsked, .moreThanPromised, .overflow: "quantity"
        case .noPlace: "place"
        case .noReach: "reach"
        case .noSuchClass: "classes"
        case .noSuchTerm(let field): field
        case .noSuchAgreement: "agreement"
        case .noOwner: "owner"
        case .capacityTooSmall: "capacity"
        case .shareWithItself, .alreadyShared: "to"
        case .reasonMissing: "reason"
        case .dayPast, .dayAhead: "day"
        case .daysReversed: "ends"
        case .noPledge: "pledged"
        default: nil
        }
    }
}

extension ResourceRefusal {
    public var text: Text {
        switch self {
        case .notEnough(let name, let left, let unit):
            left > 0
                ? Text(
                    "“\(name)”这段时间只剩\(left)\(unit)，不够。少约一些，或换一段时间。",
                    "“\(name)” has only \(left) \(unit) left in this period. Ask for less, or another time.")
                : Text(
                    "“\(name)”这段时间已经约满了。换一段时间，或换一家。",
                    "“\(name)” has nothing left in this period. Choose another time or another resource.")
        case .paused(let name): Text("“\(name)”现在停着，约不了。", "“\(name)” is paused and cannot be asked.")
        case .noPlace: Text("请选它在哪儿", "Choose where it stands")
        case .noReach: Text("请选它管到哪儿，要把它自己的地方包进去", "Choose how far it reaches; its own place must lie within")
        case .noSuchClass: Text("请从单子里选能帮哪几类事", "Choose from the list which classes it answers")
        case .noSuchTerm: Text("请从单子里选一样", "Choose one from the list")
        case .noSuchAgreement: Text("没有这份签约", "There is no such agreement")
        case .noOwner: Text("没有这个人，或者账号停用了", "There is no such person, or the account is disabled")
        case .capacityTooSmall(let taken, let period):
            Text(
                "\(period)已经约出去\(taken)，不能比这还少。要减，请先把约好的退掉几件，或勾上“超了也认”。",
                "\(taken) are already taken in \(period). End some links first, or tick that it may be over.")
        case .alreadyPaused: Text("它已经停着了。", "It is already paused.")
        case .alreadyActive: Text("它本来就开着。", "It is already active.")
        case .shareWithItself: Text("本来就是这里的，不用再分", "It stands here already")
        case .alreadyShared: Text("已经分给那里用了", "It is already shared there")
        case .notShared: Text("它没有分给您这里用。", "It is not shared with your place.")
        case .shareEnded: Text("这份已经收回了。", "This share has already ended.")
        default: linkText
        }
    }

    private var linkText: Text {
        switch self {
        case .needClosed:
            Text(
                "这件事已经了结，不能再对接。要接着办，请先重新打开。",
                "This need is closed. Reopen it first.")
        case .alreadyLinked(let name):
            Text(
                "已经请过“\(name)”了，等它回话或先收回。",
                "“\(name)” has already been asked; wait for the answer or withdraw first.")
        case .linkClosed: Text("这次对接已经结束了。", "This link has already ended.")
        case .notWaiting: Text("这次对接已经回过话了。", "This link has already been answered.")
        case .notAccepted: Text("对方还没答应，先等回话。", "It is not accepted yet; wait for the answer.")
        case .noOtherDay: Text("对方没有说换一天。", "No other day was proposed.")
        case .reasonMissing: Text("请写一句为什么", "Say why in a sentence")
        case .dayPast: Text("这一天已经过去了", "This day is past")
        case .dayAhead: Text("这一天还没到，用过了再记", "This day is still to come; record it afterwards")
        case .moreThanAsked(let asked): Text("要的只有\(asked)，答应的不能比它多", "Only \(asked) were asked for")
        case .moreThanPromised(let left, let unit):
            Text(
                "答应的只剩\(left)\(unit)没用。真的多给了，请勾上“比答应的多”。",
                "Only \(left) \(unit) of the promise are left. If more was really given, tick so.")
        case .nothingUsed: Text("还没有用过，等用过再问好不好。", "Nothing has been used yet.")
        case .noConsent: Text("本人还没同意告诉对方是谁。", "The person has not agreed to be named.")
        default: pledgeText
        }
    }

    private var pledgeText: Text {
        switch self {
        case .circleEnded: Text("这个圈已经散了。", "This circle has ended.")
        case .memberEnded: Text("这位已经退出了。", "This member has left.")
        case .agreementEnded: Text("这份签约已经结束。", "This agreement has ended.")
        case .daysReversed: Text("到期要在开始之后", "It must end after it starts")
        case .noPledge: Text("请写清楚答应多少", "Say how much is pledged")
        case .alreadyReversed: Text("这一笔已经冲过了。", "This entry has already been reversed.")
        case .cannotReverse: Text("冲账的那一笔不能再冲。", "A reversing entry cannot itself be reversed.")
        default: Text("数太大了，请对一下", "The number is too large; please check it")
        }
    }
}
