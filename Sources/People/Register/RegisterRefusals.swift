public import Actions
public import Values

/// Every expected no of the register.
public enum RegisterRefusal: Refusal, CaseIterable {
    case personNotFound, householdNotFound, notAHome, tooManyHouseholds, noMembers
    case bornLater, staysBeforeBirth, endsBeforeStart, dayAhead, identityTaken, identityDiffers
    case isDead, livesThere, notLiving, noSuchGroup, inGroup, notInGroup, notKept
    case sameOne, sexesDiffer, notMerged, isMerged, whyMissing, nothingThere, publishedAlready
    case changedMeanwhile, areaOutOfRange, noOwners, sharesNotWhole, ownsTwice, holderUnnamed, rentsAlready

    public var name: String {
        let dashed = "\(self)".unicodeScalars.reduce(into: "") { dashed, scalar in
            if ("A"..."Z").contains(scalar) { dashed += "-" }
            dashed += String(scalar).lowercased()
        }
        return "register.\(dashed)"
    }

    public var status: Int {
        switch self {
        case .personNotFound, .householdNotFound, .notInGroup, .nothingThere: 404
        case .identityTaken, .isDead, .livesThere, .notLiving, .inGroup, .isMerged, .notMerged,
            .publishedAlready, .changedMeanwhile, .rentsAlready:
            409
        default: 422
        }
    }

    public var field: String? {
        switch self {
        case .bornLater: "born"
        case .staysBeforeBirth, .dayAhead: "since"
        case .endsBeforeStart: "until"
        case .identityTaken, .identityDiffers: "identity"
        case .noSuchGroup, .inGroup: "group"
        case .whyMissing: "why"
        case .notAHome: "place"
        case .areaOutOfRange: "area"
        case .sharesNotWhole: "share1"
        case .noOwners, .ownsTwice, .holderUnnamed: "name1"
        default: nil
        }
    }

    public var text: Text { personText ?? homeText ?? otherText }

    private var personText: Text? {
        switch self {
        case .personNotFound: Text("登记里没有这个人。", "There is no such person in the register.")
        case .bornLater: Text("生日还没到，请对一下。", "The day of birth is still to come; please check it.")
        case .staysBeforeBirth: Text("住进来的日子比生日还早。", "The stay begins before the birth.")
        case .endsBeforeStart: Text("结束的日子要比开始晚。", "The end must be later than the beginning.")
        case .dayAhead: Text("这一天还没到，请到时再记。", "That day is still to come; note it then.")
        case .identityTaken:
            Text("这个身份证号已经登记在另一个人名下。", "Somebody else is registered under this identity number.")
        case .identityDiffers:
            Text("身份证号里的生日或性别和填的不一样。", "The number tells another birthday or sex than was written.")
        case .isDead: Text("这个人已经过世，不能再改。", "This person has died; nothing more is changed.")
        case .livesThere: Text("这个人已经住在这一户。", "This person lives in that household already.")
        case .notLiving: Text("这个人现在没有住在这里。", "This person does not live here now.")
        case .sameOne: Text("这是同一行，不用合并。", "These are one and the same row.")
        case .sexesDiffer: Text("两行的性别不一样，不像一个人。", "The sexes differ: these are hardly one person.")
        case .notMerged: Text("这一行没有合并过，或者已经分开了。", "This row was not merged, or was taken apart again.")
        case .isMerged: Text("这一行已经并到另一行里。", "This row was merged into another already.")
        case .notKept: Text("这件事不能这样改。", "This cannot be changed in this way.")
        default: nil
        }
    }

    private var homeText: Text? {
        switch self {
        case .areaOutOfRange: Text("面积要在1到10000平方米之间。", "The area lies between 1 and 10,000 square metres.")
        case .noOwners: Text("请写上产权人，最多20位。", "Name the owners, at most 20.")
        case .sharesNotWhole: Text("各人的份额加起来要正好是一整份。", "The shares must make exactly one whole.")
        case .ownsTwice: Text("同一个人写了两次。", "Somebody is named twice.")
        case .holderUnnamed: Text("请写上名字。", "Please write the name.")
        case .rentsAlready: Text("这个人已经租着这里。", "This person rents the home already.")
        default: nil
        }
    }

    private var otherText: Text {
        switch self {
        case .householdNotFound: Text("没找到这一户。", "There is no such household.")
        case .notAHome: Text("这里不是一户人家的门牌，请写到门牌号。", "This is no home; write the place down to the door.")
        case .tooManyHouseholds: Text("一次最多记200户。", "At most 200 households at a time.")
        case .noMembers: Text("一户里至少要有一个人。", "A household has at least one person.")
        case .noSuchGroup: Text("没有这种群体。", "There is no such group.")
        case .inGroup: Text("这个人已经在这一类里。", "This person is in the group already.")
        case .notInGroup: Text("这个人不在这一类里。", "This person is not in the group.")
        case .whyMissing: Text("请写一句为什么要看。", "Please say in a few words why you need to see it.")
        case .changedMeanwhile:
            Text("这里刚有人改过，请再看一眼。", "Somebody has just changed this; please look again.")
        case .nothingThere: Text("这里没有记。", "Nothing is written here.")
        case .publishedAlready: Text("这个季度的已经公布，不再改。", "This quarter is published and stays as it is.")
        default: Text("没办成。", "Not done.")
        }
    }
}
