import Values

/// What the pages of resources say.
enum ResourcePhrase: Phrase {
    case directory, directoryLead(Int64), directoryLeadStaff(Int64), none, noneFound, words, kind, ownerKind,
        layer
    case stage, classKey, reaching, anything, add, stale, staleTally, name, whoOwns, left, verified,
        neverVerified
    case shown(Int), exportList, paused, pausedOnly, shared(String), full, notCounted
    case leftOf(Int64, Int64, String), leftTitle

    var text: Text {
        switch self {
        case .directory: Text("资源", "Resources")
        case .directoryLead(let count):
            Text(
                "邻里有\(count)样能帮上忙的：地方、东西、手艺、时间。看看有没有您用得上的。",
                "\(count) things in the neighbourhood can help: rooms, goods, skills, time.")
        case .directoryLeadStaff(let count):
            Text(
                "在册\(count)样。余量按本期算，核实过半年的请再问一遍。",
                "\(count) on the list. What is left is of this period; ask again after half a year.")
        case .none: Text("还没有登记资源。谁家有手艺、哪里有地方，先记一样。", "Nothing is registered yet. Begin with one.")
        case .noneFound: Text("没有合这些条件的。少选一样再看看。", "Nothing fits. Choose less and look again.")
        case .words: Text("找什么", "Words")
        case .kind: Text("种类", "Kind")
        case .ownerKind: Text("谁的", "Whose")
        case .layer: Text("层级", "Layer")
        case .stage: Text("来往深浅", "Stage")
        case .classKey: Text("能帮哪类事", "Answers")
        case .reaching: Text("哪里用得上", "Reaches")
        case .anything: Text("都看", "All")
        case .add: Text("登记一样资源", "Register a resource")
        case .stale: Text("该核实了", "To be verified")
        case .staleTally: Text("样该核实", "to verify")
        case .name: Text("名称", "Name")
        case .whoOwns: Text("归谁", "Owner")
        case .left: Text("本期还剩", "Left now")
        case .verified: Text("核实", "Verified")
        case .neverVerified: Text("还没核实", "Never")
        case .shown(let count): Text("这里\(count)样", "\(count) here")
        case .exportList: Text("资源目录", "Resources")
        case .paused: Text("停着", "Paused")
        case .pausedOnly: Text("只看停着的", "Paused only")
        case .shared(let name): Text("\(name)分给我们用", "Shared by \(name)")
        case .full: Text("约满了", "Full")
        case .notCounted: Text("不限", "Not limited")
        case .leftOf(let left, let all, let unit): Text("\(left)/\(all)\(unit)", "\(left) of \(all) \(unit)")
        case .leftTitle: Text("还剩", "Left")
        }
    }
}

/// What the page of one resource says.
enum OneResourcePhrase: Phrase {
    case owner, place, reach, answers, groups, everybody, hours, conditions, charge, agreement, contact,
        number
    case periods, period, asked, promised, delivered, overbooked(Int64), noPeriods, uses, noUses, requests,
        noRequests
    case verifyHead, how, verifyNote, verifyNow, lastVerified(String, String), neverVerified, edited(String)
    case shares, shareTo, shareNow, endShare, noShares, edit, pause, resume, results, good(Int64, Int64),
        late(Int64)
    case declined(Int64), useLine(String, String), notJudged, checks, days, inAll
    case shareHint

    var text: Text {
        switch self {
        case .owner: Text("归谁", "Owner")
        case .place: Text("在哪儿", "Where")
        case .reach: Text("管到哪儿", "Reaches")
        case .answers: Text("能帮", "Answers")
        case .groups: Text("帮谁", "For")
        case .everybody: Text("谁都行", "Everybody")
        case .hours: Text("什么时候", "Hours")
        case .conditions: Text("要什么条件", "Conditions")
        case .charge: Text("要不要钱", "Cost")
        case .agreement: Text("签约", "Agreement")
        case .contact: Text("找谁", "Contact")
        case .number: Text("编号", "Number")
        case .periods: Text("要了多少，答应多少，给了多少", "Asked, promised, delivered")
        case .period: Text("时间", "Period")
        case .asked: Text("要了", "Asked")
        case .promised: Text("答应", "Promised")
        case .delivered: Text("给了", "Delivered")
        case .overbooked(let over): Text("超\(over)", "\(over) over")
        case .noPeriods: Text("还没有人约过。", "Nobody has asked for it yet.")
        case .uses: Text("用过的", "Uses")
        case .noUses: Text("还没有用过。", "Not used yet.")
        case .requests: Text("谁在约", "Who asks")
        case .noRequests: Text("现在没有人约。", "Nobody asks just now.")
        case .verifyHead: Text("核实", "Verify")
        case .how: Text("怎么核实的", "How")
        case .verifyNote: Text("看到什么", "What was found")
        case .verifyNow: Text("核实过了，没变", "Verified, as written")
        case .lastVerified(let day, let who): Text("\(day)，\(who)", "\(day), \(who)")
        case .neverVerified: Text("登记了，还没人去看过。", "Registered, and nobody has looked yet.")
        case .edited(let day): Text("\(day)改过写法。改过不等于核实过。", "Edited \(day). Edited is not verified.")
        default: laterText
        }
    }

    private var laterText: Text {
        switch self {
        case .shares: Text("分给哪里用", "Shared with")
        case .shareTo: Text("再分给", "Share with")
        case .shareNow: Text("分给那里", "Share")
        case .endShare: Text("收回", "End")
        case .noShares: Text("只在这里用。", "Used here only.")
        case .edit: Text("改一改", "Edit")
        case .pause: Text("先停一停", "Pause")
        case .resume: Text("接着开", "Resume")
        case .results: Text("用下来怎么样", "How it went")
        case .good(let good, let all): Text("问过\(all)次，说好的\(good)次", "\(good) of \(all) receivers said well")
        case .late(let days): Text("一共迟过\(days)天", "\(days) days late in all")
        case .declined(let times): Text("推掉过\(times)次", "Declined \(times) times")
        case .useLine(let amount, let who): Text("\(amount)，\(who)记", "\(amount), recorded by \(who)")
        case .notJudged: Text("还没说好不好", "No word yet")
        case .checks: Text("看过几次", "Looks")
        case .days: Text("开哪几天", "Days")
        case .inAll: Text("总共", "In all")
        default: Text("可以分给上面的街道、区，也可以分给别的社区", "A street or district above, or another community")
        }
    }
}

/// What the form of a resource asks.
enum ResourceFormPhrase: Phrase {
    case new, editTitle(String), lead, name, nameHint, description, descriptionHint, ownerName, ownerPhone
    case ownerPhoneHint, hours, hoursHint, weekdays, weekdaysHint, conditions, unit, unitHint, period,
        capacity
    case capacityHint, contact, contactHint, contactKept, isPublic, isPublicHint, save, mayOverbook,
        groupsHint
    case noAgreement, stay

    var text: Text {
        switch self {
        case .new: Text("登记一样资源", "Register a resource")
        case .editTitle(let name): Text("改“\(name)”", "Edit “\(name)”")
        case .lead:
            Text("写清楚能帮什么、帮多少，约的人就不会白跑。", "Say what it can do and how much, so that nobody asks in vain.")
        case .name: Text("叫什么", "Name")
        case .nameHint: Text("一看就懂，例如：楼上理发师傅上门理发", "Plain to everybody: a barber who comes to the home")
        case .description: Text("能帮什么", "What it can do")
        case .descriptionHint: Text("像跟邻居说话一样写就行", "In your own words")
        case .ownerName: Text("归谁", "Whose it is")
        case .ownerPhone: Text("由谁来回话（登录用的手机号）", "Who answers (the phone they sign in with)")
        case .ownerPhoneHint:
            Text("填了，有人约的时候他自己就能回话；不填，由社工代回", "With it they answer themselves; without, staff do")
        case .hours: Text("什么时候行", "When")
        case .hoursHint: Text("例如：周二、周四下午2点到5点", "For instance: Tuesday and Thursday, 2 to 5 p.m.")
        case .weekdays: Text("开哪几天", "Days of the week")
        case .weekdaysHint: Text("一天都不选，就是哪天都行", "None chosen means any day")
        case .conditions: Text("有什么条件", "Conditions")
        case .unit: Text("按什么算", "Counted in")
        case .unitHint: Text("例如：次、个、小时、人", "For instance: times, pieces, hours, people")
        case .period: Text("多久算一期", "Counted each")
        case .capacity: Text("一期能帮多少", "How much each")
        case .capacityHint: Text("空着就是不限", "Leave it empty where there is no limit")
        case .contact: Text("怎么找到人", "How to reach them")
        case .contactHint: Text("只有社工看得到", "Seen by staff only")
        case .contactKept: Text("已经留了。要换就重新写，不换就空着", "One is kept. Write anew to change it")
        case .isPublic: Text("让大家都看得到", "Show it to everybody")
        case .isPublicHint: Text("不选，就只有社工看得到", "Otherwise only staff see it")
        case .save: Text("记下", "Keep")
        case .mayOverbook: Text("约出去的比这多也认", "It may be less than what is taken already")
        case .groupsHint: Text("一群都不选，就是谁都行", "None chosen means everybody")
        case .noAgreement: Text("没有签约", "None")
        case .stay: Text("退回", "Back")
        }
    }
}
