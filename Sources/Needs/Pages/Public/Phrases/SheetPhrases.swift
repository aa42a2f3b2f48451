import Values

/// What the three lists say.
enum ListsPhrase: Phrase {
    case title, note, needs, services, resources, gaps, gapsNote, noGaps, field, print, none, counts(
        Int, Int, Int)
    case privateMatters, untold
    case open(Int), empty, asOf(String), more(Int), askHelp

    var text: Text {
        switch self {
        case .title: Text("三张清单", "The three lists")
        case .note:
            Text(
                "邻居们要什么，社工做什么，谁能帮什么，一行一行对着看。",
                "What neighbours need, what workers do, who can help: side by side.")
        case .needs: Text("群众需求", "Needs")
        case .services: Text("社工服务", "Social work")
        case .resources: Text("社会资源", "Resources")
        case .field: Text("哪一方面", "Field")
        case .gaps: Text("还没有人能帮上的", "What nothing answers yet")
        case .gapsNote: Text("您能帮、认识能帮的人，请说一声。", "If you can, or know who can, please say so.")
        case .noGaps: Text("眼下每一类事都找得到能帮的。", "Every sort of need has somebody who can help.")
        case .print: Text("打印清单", "Print the lists")
        case .none: Text("—", "—")
        case .privateMatters: Text("私事", "Private matters")
        case .untold: Text("不说是哪类事、在哪里", "Neither what nor where is told")
        case .counts(let needs, let services, let resources):
            Text(
                "在办\(needs)件，社工服务\(services)项，社会资源\(resources)项。",
                "\(needs) under way, \(services) services, \(resources) resources.")
        case .open(let count): Text("\(count)件", "\(count)")
        case .empty: Text("清单还是空的。说一件事，或登记一样能帮的，就有了。", "The lists are empty. Say a need, or offer a hand.")
        case .asOf(let day): Text("\(day)", "as of \(day)")
        case .more(let count): Text("等\(count)项", "and more, \(count) in all")
        case .askHelp: Text("我能帮", "I can help")
        }
    }
}

/// What the printed sheets say.
enum PaperPhrase: Phrase {
    case title, note, needForm, needFormNote, offerForm, offerFormNote, slip, slipNote, lists, posters,
        postersNote
    case pickArea, noStairs, poster(String), printThis
    case posterHead, posterLead, posterSteps1, posterSteps2, posterSteps3, posterPhone(String), scan
    case formHow, name, phone, way, whose, place, what, photoNote, whenSaid, takenBy, officeUse
    case canDo, hours, conditions, kind, sign, agree
    case slipNumber, slipSecret, slipLook(String), writeAddress(String)

    var text: Text { indexText ?? posterText ?? formText }

    private var indexText: Text? {
        switch self {
        case .title: Text("纸质表格", "Paper forms")
        case .note:
            Text(
                "不用手机也行。打印出来填好，交到服务台、楼门长或网格员。",
                "No phone needed: print, fill in, and hand in at the desk or to your stairwell's head.")
        case .needForm: Text("说一件事（纸）", "Say a need, on paper")
        case .needFormNote:
            Text("一张A4，字大，社工收到后录入并给您编号。", "One sheet of A4; a worker enters it and gives you its number.")
        case .offerForm: Text("我能帮（纸）", "What I can offer, on paper")
        case .offerFormNote: Text("居民、商户、单位都能填。", "For residents, shops and institutions.")
        case .slip: Text("编号纸条", "Number slips")
        case .slipNote: Text("一张印八条，写上编号和查询码交给说事的人。", "Eight on a sheet, to write number and code on.")
        case .lists: Text("三张清单（打印）", "The three lists, to print")
        case .posters: Text("楼门海报", "Stairwell posters")
        case .postersNote:
            Text("贴在单元门口，扫一下就能说，地方已经填好。", "Hang it by the door: one scan, and the place is filled in.")
        case .pickArea: Text("先选片区，再挑楼门", "Choose an area, then a stairwell")
        case .noStairs: Text("这一片还没有登记楼门。", "No stairwells are on record here.")
        case .poster(let place): Text("\(place)的海报", "Poster of \(place)")
        case .printThis: Text("用浏览器的打印，选A4。", "Print with the browser, on A4.")
        default: nil
        }
    }

    private var posterText: Text? {
        switch self {
        case .posterHead: Text("有事，说一声", "Something the matter? Say so")
        case .posterLead:
            Text(
                "灯不亮、路不平、老人没人陪，都可以说。不用注册，替别人说也行。",
                "A lamp out, a broken path, an elder alone. No account; for others too.")
        case .posterSteps1: Text("手机扫一扫，地方已经替您填好", "Scan it: the place is filled in")
        case .posterSteps2: Text("写一句话，点“送出”", "Write a sentence, press “Send”")
        case .posterSteps3: Text("记下编号和查询码，随时看进展", "Note number and code, and see how it goes")
        case .posterPhone(let line): Text("不方便用手机：\(line)", "Without a phone: \(line)")
        case .scan: Text("扫码说一件事", "Scan to say a need")
        default: nil
        }
    }

    private var formText: Text {
        switch self {
        case .formHow:
            Text(
                "填好交到服务台、楼门长或网格员。写不下写背面，不会写请人代写。",
                "Hand in at the desk. Write on the back if you need; somebody may write for you.")
        case .name: Text("怎么称呼您（不写也行）", "Your name (may stay empty)")
        case .phone: Text("电话（不写也行，就凭编号自己看）", "Telephone (may stay empty; you then look by number)")
        case .way: Text("办好了怎么告诉您", "How shall we tell you")
        case .whose: Text("这是谁的事", "Whose matter is it")
        case .place: Text("在哪里（楼、单元、楼层，或什么旁边）", "Where (building, stairwell, floor, or near what)")
        case .what: Text("什么事", "What it is")
        case .photoNote:
            Text("有照片可以带到服务台，或扫右上角的码来说。", "Photos: bring them to the desk, or scan the code above.")
        case .whenSaid: Text("哪天说的", "Day")
        case .takenBy: Text("谁收的", "Taken by")
        case .officeUse: Text("社区填写", "For the office")
        case .canDo: Text("能帮什么、有什么", "What you can do or give")
        case .hours: Text("什么时候、每月多少", "When, and how much a month")
        case .conditions: Text("有什么条件", "On what conditions")
        case .kind: Text("是哪一样", "What sort")
        case .sign: Text("签名", "Signature")
        case .agree:
            Text(
                "同意社区登记，对外只写能帮什么，不写姓名电话。",
                "I agree that it is registered; name and telephone are not published.")
        case .slipNumber: Text("编号", "Number")
        case .slipSecret: Text("查询码", "Code")
        case .slipLook(let address): Text("看进展：\(address)", "See how it goes: \(address)")
        case .writeAddress(let address): Text("手机上说：\(address)", "By phone: \(address)")
        default: Text("—", "—")
        }
    }
}
