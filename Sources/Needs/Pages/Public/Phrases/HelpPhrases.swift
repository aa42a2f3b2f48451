import Values

/// What the pages of help and privacy say: questions with their answers.
enum HelpPhrase: Phrase {
    case title, note, contents, stillAsk, desk(String)
    case privacyTitle, privacyNote, privacyRights, privacyAsk(String)
    case kept, who, long, rightsNote, table

    var text: Text {
        switch self {
        case .title: Text("帮助", "Help")
        case .note:
            Text(
                "问得多的都在这里。找不到答案，打电话或到服务台，有人帮您。",
                "What is asked most. If your question is not here, call us or come to the desk.")
        case .contents: Text("这一页有", "On this page")
        case .stillAsk: Text("还是不清楚？", "Still unsure?")
        case .desk(let line): Text("来问我们：\(line)", "Ask us: \(line)")
        case .privacyTitle: Text("个人信息怎么用", "What we do with personal information")
        case .privacyNote:
            Text(
                "只记办事要用的，只给办事的人看，用完就抹去。",
                "Only what the matter needs, only for those who see to it, and erased afterwards.")
        case .table: Text("记什么、谁看得到、留多久", "What is kept, who sees it, how long")
        case .kept: Text("记什么", "What is kept")
        case .who: Text("谁看得到", "Who sees it")
        case .long: Text("留多久", "How long")
        case .privacyRights: Text("您可以要求的", "What you may ask for")
        case .rightsNote:
            Text(
                "看记了您什么、改错的、要一份、撤回同意、抹去。不愿说，也一样给您办事。",
                "To see, correct, copy or erase what is kept. Saying less costs nothing."
            )
        case .privacyAsk(let line): Text("要看、要改、要抹去，找：\(line)", "To see, correct or erase, ask: \(line)")
        }
    }
}

/// A question with its answer.
enum HelpQuestion: String, Phrase, CaseIterable {
    case say, unnamed, others, number, lost, long, done, unfair, wish, offer, paper, large, urgent

    var text: Text { question }

    private var question: Text {
        switch self {
        case .say: Text("怎么说一件事？", "How do I say a need?")
        case .unnamed: Text("不想留名字行不行？", "May I stay unnamed?")
        case .others: Text("能替别人说吗？", "May I speak for somebody else?")
        case .number: Text("编号和查询码做什么用？", "What are number and code for?")
        case .lost: Text("查询码丢了怎么办？", "What if I lose the code?")
        case .long: Text("多久有答复？", "How soon is there an answer?")
        case .done: Text("什么时候才算办完？", "When is it done?")
        case .unfair: Text("觉得不公道，找谁？", "What if it seems unfair?")
        case .wish: Text("怎么认领心愿？", "How do I grant a wish?")
        case .offer: Text("我也能帮忙，去哪儿说？", "I could help: where do I say so?")
        case .paper: Text("不用手机行不行？", "Can I do without a phone?")
        case .large: Text("字太小、太亮怎么办？", "The type is too small or too bright?")
        case .urgent: Text("很急怎么办？", "What if it is urgent?")
        }
    }

    var answer: Text { answerOnSaying ?? answerOnLiving }

    private var answerOnSaying: Text? {
        switch self {
        case .say:
            Text(
                "点“说一件事”，像跟邻居说话一样写一句，说说在哪里，送出。单元门口的海报扫一下，地方已经填好。",
                "Press “Say a need”, write a sentence, say where, send. A poster's code fills in the place."
            )
        case .unnamed:
            Text("行。名字、电话都可以不写，凭编号自己看进展。", "Yes. Name and telephone may stay empty; you look by number.")
        case .others:
            Text(
                "能。老人、孩子、不方便自己说的人，您替他们说一声就行。",
                "Yes: for elders, children, anybody who cannot say it themselves.")
        case .number:
            Text(
                "送出以后给您一个编号和一个查询码，凭它们看办到哪一步，不用登录。查询码只有您有，别给别人看。",
                "You get both when you send, and see with them how it goes. Keep the code to yourself."
            )
        case .lost:
            Text("打电话或到服务台，社工核对后替您看。", "Call or come to the desk; a worker checks and looks with you.")
        case .long:
            Text(
                "送出后的那一页写着哪天前答复。迟了，督导会知道。",
                "The page after sending names the day. If it is late, the supervisor hears of it."
            )
        default: nil
        }
    }

    private var answerOnLiving: Text {
        switch self {
        case .done: Text("您说行，才算办完。说不行，我们接着办。", "When you say it is. If not, we go on.")
        case .unfair:
            Text(
                "在那件事下面再说一句，督导看得到；也可以找站长，或打12345。",
                "Add a word to it, which the supervisor reads; or ask the station head, or call 12345.")
        case .wish:
            Text(
                "打开“心愿”，挑一件，用手机号登录认一下就行。社工会打电话约时间，陪您去送。",
                "Open “Wishes”, choose one, sign in with your number. A worker calls and goes with you.")
        case .offer:
            Text(
                "打开“三张清单”，点“我能帮”，写一句会什么、什么时候有空。",
                "Under “Three lists”, press “I can help”: a sentence on what you can do and when.")
        case .paper:
            Text(
                "行。表格可以打印来填，服务台也有，也可以打电话、跟网格员说。",
                "Yes: print a form, fill one in at the desk, call, or tell your grid leader.")
        case .large:
            Text(
                "每一页上头有“大字”和“夜间”，点一下就换，记得住。",
                "“Large type” and “Dark” stand at the head of each page and are remembered.")
        case .urgent:
            Text(
                "有人受伤打120，着火打119，有危险打110。别等网上。",
                "Call 120 for injuries, 119 for fire, 110 for danger. Do not wait for a page.")
        default: Text("—", "—")
        }
    }

    /// Where the answer leads, if anywhere.
    var path: StaticString? {
        switch self {
        case .say, .unnamed, .others: "/say"
        case .number: "/follow"
        case .wish: "/wishes"
        case .offer: "/offers"
        case .paper: "/paper"
        default: nil
        }
    }
}

/// What is kept of whom, who sees it and for how long.
enum PrivacyRow: String, CaseIterable, Sendable {
    case words, contact, photo, sentence, account, record, device

    var kept: Text {
        switch self {
        case .words: Text("您说的话、在哪里", "Your words and the place")
        case .contact: Text("称呼和电话（写了才有）", "Name and telephone, if you left them")
        case .photo: Text("照片（拍摄位置已抹去）", "Photos, their location erased")
        case .sentence: Text("给大家看的一句话、哪一类、哪个网格、到哪一步", "The public sentence, class, grid and step")
        case .account: Text("登录的手机号（只存加密的）", "The number you sign in with, encrypted")
        case .record: Text("谁在什么时候做了什么", "Who did what and when")
        case .device: Text("这台手机上：登录、大字、夜间的选择", "On this device: sign-in, type and dark")
        }
    }

    var who: Text {
        switch self {
        case .words:
            Text("负责的社工、督导、站长；您自己凭查询码", "The worker in charge, supervisor, station head; you with the code")
        case .contact:
            Text(
                "要用时才打开，看一次记一次，要写为什么；帮忙的人要您同意才知道",
                "Opened only when needed, each look recorded with its reason; helpers only if you agree")
        case .photo: Text("同上；放出前大家看不到", "The same; the public only if released")
        case .sentence: Text("大家。社工写的，没有名字、电话、门牌", "Everybody. A worker wrote it: no name, number or door")
        case .account: Text("您自己", "You")
        case .record: Text("督导、站长、审计", "Supervisor, station head, auditor")
        case .device: Text("只有您", "Only you")
        }
    }

    var long: Text {
        switch self {
        case .words: Text("办完后留作台账", "Kept in the ledger after it is done")
        case .contact: Text("办完90天后抹去", "Erased 90 days after it is done")
        case .photo: Text("跟着那件事", "As long as the need")
        case .sentence: Text("收回就不见", "Until it is taken back")
        case .account: Text("到您停用", "Until you close the account")
        case .record: Text("一直在，抹去的只剩“有过这件事”", "Always; what is erased leaves only that something was")
        case .device: Text("退出就没了；大字、夜间留一年", "Until you sign out; type and dark for a year")
        }
    }
}
