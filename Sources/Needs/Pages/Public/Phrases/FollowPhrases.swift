import Values

/// What the pages say on which one follows what one said.
enum FollowPhrase: Phrase {
    case title, openHint, number, numberHint, secret, secretHint, open, opened, openedNote, lost
    case pageTitle(String), head(String, String, String)
    case asking(String), useIt, howWasIt, found, identified, linked, used, closedDone, closedNot(String),
        returned
    case withdrawn, merged(String), held
    case feedbackTitle, feedbackWhy, feedbackLead, almostHint, more, tell, called
    case courseTitle, youSaid, now, waitingForYou, ended(String)
    case whoTitle, notOwned, reach(String), dueBy(String), late(String), keepTitle, keepNote, print
    case wordTitle, wordHint, wordLabel, addWord
    case consentTitle, consentQuestion, consentYes, consentTake, consentGiven(String)
    case withdrawTitle, withdrawNote, withdraw, reason, thanked(String), photos, photo(Int)
    case secretWrong, openFirst, tryLater

    var text: Text { doorText ?? stateText ?? courseText ?? furtherText }

    private var doorText: Text? {
        switch self {
        case .title: Text("看进展", "See how it goes")
        case .openHint:
            Text(
                "凭编号和查询码就能看，不用登录。它们在您说完那一页上，也在纸条上。",
                "Number and code are enough. They stood on the page after sending, and on the slip."
            )
        case .number: Text("编号", "Number")
        case .numberHint: Text("像X-1041这样", "such as X-1041")
        case .secret: Text("查询码", "Code")
        case .secretHint: Text("八个字母和数字，大小写都行", "eight letters and digits, in any case")
        case .open: Text("打开", "Open")
        case .opened: Text("您打开过的", "What you have opened")
        case .openedNote: Text("在这台手机上再留两个小时。", "They stay open on this device for two hours.")
        case .lost:
            Text(
                "查询码找不到了？打电话给社区，或到服务台，社工核对后替您看。",
                "Code lost? Call the community or come to the desk; a worker looks with you.")
        case .secretWrong:
            Text(
                "编号和查询码对不上，请再看一看。0和O、1和I写哪个都行。",
                "Number and code do not match; please look again. 0 or O, 1 or I make no difference.")
        case .openFirst:
            Text("这件事要凭编号和查询码打开。", "This one opens with its number and code.")
        case .tryLater:
            Text("试得太多了，请过一刻钟再试，或打电话给社区。", "Too many tries; wait a quarter of an hour, or call us.")
        default: nil
        }
    }

    private var stateText: Text? {
        switch self {
        case .pageTitle(let number): Text("\(number)办到哪一步了", "\(number): how it goes")
        case .head(let number, let day, let place):
            Text("编号\(number)，\(day)说的　\(place)", "Number \(number), said on \(day)　\(place)")
        case .asking(let title): Text("\(title)，办了。", "\(title): it was seen to. ")
        case .useIt: Text("您用着", "For you, ")
        case .howWasIt: Text("行不行", "is it good")
        case .found: Text("听到了，社工正在看。", "We heard you; a worker is reading it.")
        case .identified: Text("接下了，在找谁能帮。", "Taken on; we are looking for who can help.")
        case .linked: Text("说好了，在安排。", "Agreed; it is being arranged.")
        case .used: Text("正在办。", "It is under way.")
        case .closedDone: Text("办成了。", "It is done.")
        case .closedNot(let outcome): Text("办结了：\(outcome)。", "Closed: \(outcome).")
        case .returned: Text("退回来了，要请您再说一句。", "It came back; we need a word from you.")
        case .withdrawn: Text("您撤回了这件事。", "You took this back.")
        case .merged(let number): Text("并到\(number)一起办了。", "It goes on together with \(number).")
        case .held: Text("收到了，社工看过就接着办。", "We have it; a worker looks at it first.")
        default: nil
        }
    }

    private var courseText: Text? {
        switch self {
        case .feedbackTitle: Text("就差您一句话", "One word from you")
        case .feedbackWhy:
            Text("您说行，这件事才算办完；不行，我们接着办。", "Only when you say yes is it done; if not, we go on.")
        case .feedbackLead: Text("您用着行不行", "How is it for you")
        case .almostHint: Text("差在哪儿，下面写一句", "tell us below what is missing")
        case .more: Text("想多说一句的话", "Anything more to say")
        case .tell: Text("告诉社区", "Tell us")
        case .called: Text("几天没收到，社工会打电话问您。", "If we do not hear from you, a worker calls.")
        case .courseTitle: Text("一步一步是这么过来的", "How it came here")
        case .youSaid: Text("您说的", "said by you")
        case .now: Text("现在", "now")
        case .waitingForYou: Text("您说一句行不行。", "Tell us how it is.")
        case .ended(let outcome): Text("结果：\(outcome)", "Outcome: \(outcome)")
        case .whoTitle: Text("谁在负责", "Who is in charge")
        case .notOwned: Text("正在定由谁负责，先找服务台。", "Being settled; ask at the desk.")
        case .reach(let line): Text("找得到的地方：\(line)", "Where to reach us: \(line)")
        case .dueBy(let day): Text("\(day)前要有答复。", "An answer is due by \(day).")
        case .late(let late): Text("答复\(late)，已经告诉督导。", "The answer is \(late); the supervisor knows.")
        default: nil
        }
    }

    private var furtherText: Text {
        switch self {
        case .keepTitle: Text("留着这个编号", "Keep this number")
        case .keepNote: Text("不用登录，凭编号和查询码就能看。", "Number and code are enough, no account.")
        case .print: Text("打印这一页留着", "Print this page to keep")
        case .wordTitle: Text("想起什么，再说一句", "Something to add")
        case .wordLabel: Text("再说一句", "What you would add")
        case .wordHint: Text("负责的社工会看到。", "The worker in charge reads it.")
        case .addWord: Text("加上", "Add")
        case .consentTitle: Text("能告诉来帮忙的人您是谁吗？", "May the one who helps know who you are?")
        case .consentQuestion:
            Text(
                "不说也一样办，由社工传话。说了，对方能直接联系您。随时可以收回。",
                "It goes on either way. If you agree they can reach you. You may take it back any time."
            )
        case .consentYes: Text("可以告诉他们", "Yes, tell them")
        case .consentTake: Text("收回，还是别告诉", "No longer; do not tell")
        case .consentGiven(let day): Text("\(day)您同意了。", "You agreed on \(day).")
        case .withdrawTitle: Text("不用办了？", "No longer needed?")
        case .withdrawNote: Text("撤回以后还能再说。", "You can say it again later.")
        case .withdraw: Text("撤回这件事", "Take it back")
        case .reason: Text("为什么", "Why")
        case .thanked(let word): Text("您说了：\(word)", "You said: \(word)")
        case .photos: Text("您的照片", "Your photos")
        case .photo(let number): Text("第\(number)张照片", "Photo \(number)")
        default: Text("—", "—")
        }
    }
}
