import Values

/// What the pages of stale entries, circles and agreements say.
enum PledgePhrase: Phrase {
    case staleLead(Int), staleNone, never, verifyNow, staleDays, staleDaysSet
    case circles, circlesLead, noCircles, circle, purpose, lead, members(Int, Int), startCircle, circleName
    case inside, outside, member, pledgeWhat, pledged, delivered, missing, running, nothingShort, addMember
    case whereFrom, kind, amount, unit, due, add, leave, end, ended, place
    case agreements, agreementsLead, noAgreements, company, companyPhone, signed, starts, ends, sign,
        signTitle
    case expiring, noneExpiring, expires(String), pledges, deliver, deliverDay, deliverAmount, takings, note
    case record, entries, noEntries, reverse, reverseWhy, reversed, reversing, print, rate, base, share(
        String, String)
    case endWhy, progress(String, String, String), sheetTitle(String), sheetLead(String, String, String),
        signLine
    case number, amountHint, rateHint, addPledge, state

    var text: Text {
        switch self {
        case .staleLead(let count):
            Text(
                "有\(count)样好久没核实了。打个电话，或路过看一眼。",
                "\(count) have not been verified for long. Call, or look in.")
        case .staleNone: Text("都核实过了，最久的也不到期限。", "All are verified in time.")
        case .never: Text("从没核实过", "Never verified")
        case .verifyNow: Text("核实", "Verify")
        case .staleDays: Text("多少天没核实就上这里", "Days until it stands here")
        case .staleDaysSet: Text("就这样定", "Set")
        case .circles: Text("资源圈", "Circles")
        case .circlesLead:
            Text(
                "圈里圈外一起做一件事：谁答应了什么，到了多少，还缺什么。",
                "Inside and outside together: who pledged what, what has come, what is missing.")
        case .noCircles: Text("还没有资源圈。", "There is no circle yet.")
        case .circle: Text("圈子", "Circle")
        case .purpose: Text("为了什么", "Purpose")
        case .lead: Text("谁牵头", "Led by")
        case .members(let all, let inside): Text("\(all)家，社区里\(inside)家", "\(all) members, \(inside) inside")
        case .startCircle: Text("开一个圈", "Start a circle")
        case .circleName: Text("叫什么", "Name")
        case .inside: Text("社区里的", "Inside")
        case .outside: Text("社区外的", "Outside")
        case .member: Text("谁", "Member")
        case .pledgeWhat: Text("答应什么", "Pledge")
        case .pledged: Text("答应", "Pledged")
        case .delivered: Text("到了", "Delivered")
        case .missing: Text("还差", "Missing")
        case .running: Text("快不够的", "Running short")
        case .nothingShort: Text("眼下都跟得上。", "Nothing is short just now.")
        case .addMember: Text("添一家", "Add a member")
        case .whereFrom: Text("里外", "Inside or outside")
        case .kind: Text("是什么", "Kind")
        case .amount: Text("多少", "How much")
        case .unit: Text("单位", "Unit")
        case .due: Text("哪天前", "Due")
        case .add: Text("记下", "Keep")
        case .leave: Text("退出", "Leave")
        case .end: Text("结束", "End")
        case .ended: Text("结束了", "Ended")
        case .place: Text("在哪儿", "Where")
        default: agreementText
        }
    }

    private var agreementText: Text {
        switch self {
        case .agreements: Text("公益签约", "Agreements")
        case .agreementsLead: Text("答应了多少，到了多少，一笔一笔都在。", "What was pledged, what has come, entry by entry.")
        case .noAgreements: Text("还没有签约。", "There is no agreement yet.")
        case .company: Text("哪家", "Company")
        case .companyPhone: Text("那边谁看得到（登录用的手机号）", "Who may see it there (the phone they sign in with)")
        case .signed: Text("哪天签的", "Signed")
        case .starts: Text("从哪天", "From")
        case .ends: Text("到哪天", "To")
        case .sign: Text("签好了，记下", "Signed: keep it")
        case .signTitle: Text("记一份签约", "Record an agreement")
        case .expiring: Text("快到期的", "Ending soon")
        case .noneExpiring: Text("六十天里没有到期的。", "None ends within sixty days.")
        case .expires(let day): Text("\(day)到期", "ends \(day)")
        case .pledges: Text("答应的", "Pledges")
        case .deliver: Text("记一笔到位", "Record a delivery")
        case .deliverDay: Text("哪天到的", "Day")
        case .deliverAmount: Text("到了多少", "How much")
        case .takings: Text("营业额多少", "Takings")
        case .note: Text("说明", "Note")
        case .record: Text("记下", "Record")
        case .entries: Text("一笔一笔", "Entry by entry")
        case .noEntries: Text("还没有到位的。", "Nothing has come yet.")
        case .reverse: Text("冲掉", "Reverse")
        case .reverseWhy: Text("为什么冲", "Why")
        case .reversed: Text("冲过了", "Reversed")
        case .reversing: Text("冲账", "Reversal")
        case .print: Text("打印", "Print")
        case .rate: Text("比例（%）", "Rate (%)")
        case .base: Text("按什么算", "Taken of")
        default: laterText
        }
    }

    private var laterText: Text {
        switch self {
        case .share(let rate, let base): Text("\(base)的\(rate)%", "\(rate)% of \(base)")
        case .endWhy: Text("为什么结束", "Why it ends")
        case .progress(let what, let done, let all):
            Text("\(what)：到了\(done)，答应\(all)", "\(what): \(done) of \(all)")
        case .sheetTitle(let company): Text("\(company)公益签约", "Agreement with \(company)")
        case .sheetLead(let signed, let starts, let ends):
            Text("\(signed)签，\(starts)到\(ends)", "Signed \(signed), from \(starts) to \(ends)")
        case .signLine: Text("双方签字：", "Signatures:")
        case .number: Text("编号", "Number")
        case .amountHint: Text("钱写元，时间写小时，东西写个数", "Money in yuan, time in hours, goods in pieces")
        case .rateHint: Text("只有营业额里的一份要写，例如10", "Only for a share of takings, such as 10")
        case .addPledge: Text("再添一条", "Add a pledge")
        default: Text("到哪一步", "State")
        }
    }
}
