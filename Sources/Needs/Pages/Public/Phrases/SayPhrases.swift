import Values

/// What the form says in which a need is told.
enum SayPhrase: Phrase {
    case title, step(Int), stepWhat, stepWhere, stepYou
    case words, wordsHint, wordsLabel, wish, first, firstHint, forWhom, forFamilyHint, forNeighbourHint,
        forAllHint
    case photo, photoHint, photoAgain, urgent
    case nextWhere, nextYou, send, back
    case whereTitle, whereHint, chosen, chooseAgain, finer, here, chooseArea, chooseGrid, chooseBuilding,
        chooseStair
    case spot, spotHint, wholeCommunity
    case youTitle, youNote, name, nameHint, phone, phoneHint, by, callHint, smsOff
    case summary, change, notSaid
    case quickTitle(String), quickNote, otherPlace, more
    case wordsMissing, chooseBy, phoneForBy, placeUnknown

    var text: Text { whatText ?? whereText ?? youText }

    private var whatText: Text? {
        switch self {
        case .title: Text("说一件事", "Say a need")
        case .step(let number): Text("第\(number)步，共3步", "step \(number) of 3")
        case .stepWhat: Text("什么事", "What")
        case .stepWhere: Text("在哪里", "Where")
        case .stepYou: Text("怎么找您", "You")
        case .words: Text("您想说什么事？", "What would you like to tell us?")
        case .wordsHint:
            Text("像跟邻居说话一样写就行。写错字没关系。", "As you would tell a neighbour. Spelling does not matter.")
        case .wordsLabel: Text("什么事", "What it is")
        case .wish: Text("说一个小小的心愿", "Tell us a small wish")
        case .first: Text("大概是哪一类？", "What sort of thing?")
        case .firstHint: Text("不选也行，社工会替您归好。", "You may skip this; a worker sorts it for you.")
        case .forWhom: Text("这是谁的事？", "Whose matter is it?")
        case .forFamilyHint: Text("老人、孩子、不方便自己说的人", "old, young, or unable to say it themselves")
        case .forNeighbourHint: Text("您看见了，替人说一声", "you saw it and speak up for them")
        case .forAllHint: Text("路、灯、绿化、停车", "paths, lamps, greenery, parking")
        case .photo: Text("有照片吗？", "A photo?")
        case .photoHint:
            Text(
                "没有也行。最多3张，每张8MB以内。照片里的位置会抹去，没放出前只有社工看得到。",
                "Not needed. Up to 3, each under 8 MB. Its location is erased, and only workers see it.")
        case .photoAgain: Text("照片要再选一次，别的都在。", "Choose the photos again, please; all else is kept.")
        case .urgent:
            Text(
                "着急的事请直接打电话：有人受伤打120，着火打119，有危险打110。",
                "If it cannot wait, call: 120 for injuries, 119 for fire, 110 for danger.")
        case .nextWhere: Text("下一步：在哪里", "Next: where")
        case .nextYou: Text("下一步：怎么找您", "Next: how to reach you")
        case .send: Text("送出", "Send")
        case .back: Text("回上一步", "One step back")
        default: nil
        }
    }

    private var whereText: Text? {
        switch self {
        case .whereTitle: Text("在哪里？", "Where is it?")
        case .whereHint: Text("说到哪儿都行，不清楚就直接下一步。", "As near as you know; if unsure, just go on.")
        case .chosen: Text("现在选的是", "Chosen so far")
        case .chooseAgain: Text("重新选", "Choose again")
        case .finer: Text("再选细一点", "Choose nearer")
        case .here: Text("就到这里", "No nearer than this")
        case .chooseArea: Text("哪个小区、哪一片", "Which estate or area")
        case .chooseGrid: Text("哪个网格", "Which grid")
        case .chooseBuilding: Text("几号楼", "Which building")
        case .chooseStair: Text("几单元", "Which stairwell")
        case .spot: Text("具体在什么地方", "Where exactly")
        case .spotHint: Text("比如：3楼到4楼之间，东门岗亭旁边", "such as: between floors 3 and 4, by the east gate")
        case .wholeCommunity: Text("全社区，没说哪一处", "The community, no place said")
        case .quickTitle(let place): Text("\(place)，有事说一声", "\(place): something the matter?")
        case .quickNote: Text("写一句就能送出，别的不填也行。", "One sentence is enough; the rest may stay empty.")
        case .otherPlace: Text("不是这里？换一处", "Not here? Choose another place")
        case .more: Text("还想说得细一点", "Say a little more")
        default: nil
        }
    }

    private var youText: Text {
        switch self {
        case .youTitle: Text("办好了，怎么告诉您？", "How shall we tell you?")
        case .youNote:
            Text(
                "号码只给负责这件事的社工看，办完90天后抹去。都不写也行，凭编号自己看。",
                "Only the worker in charge sees the number, erased 90 days after. All may stay empty."
            )
        case .name: Text("怎么称呼您", "What may we call you?")
        case .nameHint: Text("姓什么就行，不写也行。", "A surname is enough, or nothing.")
        case .phone: Text("手机号", "Mobile number")
        case .phoneHint: Text("手机号是11位。", "A mobile number has 11 digits.")
        case .by: Text("怎么告诉您", "How shall we tell you")
        case .callHint: Text("白天9点到17点", "between 9 and 17 o'clock")
        case .smsOff: Text("这里还不能发短信，社工会打给您", "no messages can be sent here yet: we call instead")
        case .summary: Text("您说的是", "What you are telling us")
        case .change: Text("改", "Change")
        case .notSaid: Text("没说", "not said")
        case .wordsMissing: Text("还没写是什么事，写一句就行", "Nothing is written yet; one sentence will do")
        case .chooseBy: Text("请选一样", "Please choose one")
        case .phoneForBy: Text("要告诉您，得留个号码", "To tell you we need a number")
        case .placeUnknown: Text("没找到这个地方，请再选一次", "No such place; please choose again")
        default: Text("—", "—")
        }
    }
}

/// What the page says once a need was taken in.
enum SaidPhrase: Phrase {
    case title, thanks, held, number, secret, keep, nextTitle
    case lookedAt, due(String), noDue, responsible(String), toldBy(ContactWay)
    case see, sayAnother, printHint, scan

    var text: Text {
        switch self {
        case .title: Text("收到了", "We have it")
        case .thanks: Text("收到了，谢谢您说出来。", "We have it. Thank you for telling us.")
        case .held:
            Text(
                "收到了。这里刚才说得有点多，社工看过就接着办。",
                "We have it. Many came at once, so a worker looks at it first.")
        case .number: Text("编号", "Number")
        case .secret: Text("查询码", "Code")
        case .keep:
            Text(
                "凭这两样看进展，不用登录。拍张照，或者打印下来。查询码只有您有，丢了就请社工帮忙。",
                "With these two you see how it goes. Take a picture or print it. Only you have the code."
            )
        case .nextTitle: Text("接下来", "What happens now")
        case .lookedAt: Text("社工先看一遍，该找谁就找谁。", "A worker reads it and finds who can help.")
        case .due(let day): Text("\(day)前，会有答复。", "You have an answer by \(day).")
        case .noDue: Text("有答复就写在这个编号下面。", "The answer will stand under this number.")
        case .responsible(let name): Text("这件事由\(name)负责。", "\(name) is in charge of it.")
        case .toldBy(.sms): Text("有进展，发短信给您。", "We send you a message when it moves.")
        case .toldBy(.call): Text("有进展，打电话给您。", "We call you when it moves.")
        case .toldBy(.number): Text("有进展，凭编号就能看到。", "You will see it move under this number.")
        case .see: Text("看这件事走到哪一步", "See how it goes")
        case .sayAnother: Text("再说一件", "Say another")
        case .printHint: Text("打印这一页留着", "Print this page to keep")
        case .scan: Text("凭编号看进展的地址", "Where to look by number")
        }
    }
}
