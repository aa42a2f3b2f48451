import Values

/// What the pages of links say.
enum LinkPhrase: Phrase {
    case whoCanHelp, nobody, pickOne, askThem, queue, how, howTitle, howLead, others(Int), quantity,
        wantedDay, day
    case note, noteHint, ask, overbook, kind, links, noLinks, numbers(String, String, String), wanted(String)
    case offered(String), reason(String), takeOtherDay, use, howMuch, mayExceed, record, end, endWhy, endNow
    case askFeedback, tellOwner, points, proposedBy(String), needTitle(String), crumbNeeds,
        score(Int)

    var text: Text {
        switch self {
        case .whoCanHelp: Text("谁能帮上", "Who can help")
        case .nobody:
            Text(
                "册子里还没有能帮上的。到街道问问，或登记一样新的。",
                "Nothing on the list can help yet. Ask the street, or register something new.")
        case .pickOne: Text("次序照下面写的理由排，定哪一家由您。", "Ranked by the reasons given. You decide.")
        case .askThem: Text("请他们帮", "Ask them")
        case .queue: Text("约满了也排上", "Ask all the same")
        case .how: Text("怎么排的", "How they are ranked")
        case .howTitle: Text("次序怎么来", "Where the order comes from")
        case .howLead:
            Text(
                "每条理由有分，加起来高的排前面；一样高按名字排。事情变了，次序和理由跟着变。",
                "Each reason has points; the sum decides, then the name. A changed fact changes both."
            )
        case .others(let count): Text("另有\(count)家", "\(count) more")
        case .quantity: Text("要多少", "How much")
        case .wantedDay: Text("想哪天", "On which day")
        case .day: Text("哪天", "Day")
        case .note: Text("捎句话", "A word for them")
        case .noteHint: Text("对方看得到。不写是谁", "They read it. Do not say who it is")
        case .ask: Text("送出去", "Send")
        case .overbook: Text("超了也约", "Book over capacity")
        case .kind: Text("怎么帮", "How")
        case .links: Text("请过谁", "Who was asked")
        case .noLinks: Text("还没有请过谁。", "Nobody was asked yet.")
        case .numbers(let asked, let promised, let delivered):
            Text(
                "要\(asked)，答应\(promised)，给了\(delivered)",
                "Asked \(asked), promised \(promised), delivered \(delivered)")
        case .wanted(let day): Text("想要\(day)", "Wanted for \(day)")
        case .offered(let day): Text("对方说\(day)行", "They offer \(day)")
        case .reason(let words): Text("“\(words)”", "“\(words)”")
        case .takeOtherDay: Text("就这天", "Take that day")
        default: laterText
        }
    }

    private var laterText: Text {
        switch self {
        case .use: Text("记一次用了多少", "Record a use")
        case .howMuch: Text("用了多少", "How much")
        case .mayExceed: Text("比答应的多", "More than promised")
        case .record: Text("记下", "Record")
        case .end: Text("到此为止", "End it")
        case .endWhy: Text("为什么", "Why")
        case .endNow: Text("到此为止", "End")
        case .askFeedback: Text("都办好了，问一声好不好", "All done: ask how it went")
        case .tellOwner: Text("本人同意了，告诉对方是谁", "Agreed: tell them who it is")
        case .points: Text("分", "Points")
        case .proposedBy(let name): Text("\(name)请的", "asked by \(name)")
        case .needTitle(let serial): Text("\(serial) 谁能帮上", "\(serial): who can help")
        case .score(let points): Text("\(points)分", "\(points) points")
        default: Text("需求台账", "Needs")
        }
    }
}

/// What the desk of a resource's owner says.
enum DeskPhrase: Phrase {
    case desk, lead(Int), leadNone, mine, none, asks(String, String), from(String), accept, acceptPart,
        decline
    case declineWhy, otherDay, otherDayWhen, send, who(String), whoLater, promised(String), left(
        String)
    case answerHead

    var text: Text {
        switch self {
        case .desk: Text("请我帮忙的", "Asked of me")
        case .lead(let count): Text("有\(count)件等您一句话。", "\(count) wait for your word.")
        case .leadNone: Text("没有等您回话的。谢谢您一直在。", "Nothing waits for you. Thank you for being there.")
        case .mine: Text("我的资源", "My resources")
        case .none:
            Text(
                "还没有登记在您名下的。想帮忙，跟社工说一声。",
                "Nothing is registered in your name yet. Tell a social worker if you wish to help.")
        case .asks(let what, let amount): Text("\(what)，要\(amount)", "\(what), \(amount) wanted")
        case .from(let name): Text("从\(name)来", "from \(name)")
        case .accept: Text("行，我们来", "Yes, we will")
        case .acceptPart: Text("能帮多少", "How much of it")
        case .decline: Text("这回不行", "Not this time")
        case .declineWhy: Text("为什么不行", "Why not")
        case .otherDay: Text("换一天行", "Another day")
        case .otherDayWhen: Text("哪天行", "Which day")
        case .send: Text("回话", "Answer")
        case .who(let words): Text("是\(words)", "It is \(words)")
        case .whoLater: Text("是谁，等本人同意了再告诉您。", "Who it is you hear once they agree.")
        case .promised(let amount): Text("答应了\(amount)", "\(amount) promised")
        case .left(let words): Text("还剩\(words)", "\(words) left")
        case .answerHead: Text("您怎么说", "Your answer")
        }
    }
}
