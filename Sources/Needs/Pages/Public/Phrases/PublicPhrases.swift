import Values

/// What several of the public pages say.
enum PublicPhrase: Phrase {
    case home, needs, wishes, resources, threeLists, help
    case what, place, state, when, number, kind, all, everywhere
    case count(Int), shown(Int), voices(Int)
    case sayOne, sayHint, alreadySaid, lookByNumber, print, back
    case notReleased(String), privateMatter, somewhere

    var text: Text { frameText ?? listText }

    private var frameText: Text? {
        switch self {
        case .home: Text("首页", "Home")
        case .needs: Text("需求", "Needs")
        case .wishes: Text("心愿", "Wishes")
        case .resources: Text("资源", "Resources")
        case .threeLists: Text("三张清单", "Three lists")
        case .help: Text("帮助", "Help")
        case .print: Text("打印这一页", "Print this page")
        case .back: Text("回上一步", "One step back")
        default: nil
        }
    }

    private var listText: Text {
        switch self {
        case .what: Text("什么事", "What")
        case .place: Text("在哪里", "Where")
        case .state: Text("到哪一步", "How far")
        case .when: Text("哪天说的", "Said on")
        case .number: Text("编号", "Number")
        case .kind: Text("哪一类", "Kind")
        case .all: Text("全部", "All")
        case .everywhere: Text("全社区", "Everywhere")
        case .count(let count): Text("一共\(count)件", count == 1 ? "One in all" : "\(count) in all")
        case .shown(let count): Text("这一页\(count)件", "\(count) on this page")
        case .voices(let count): Text("\(count)户都说了", "said by \(count) households")
        case .sayOne: Text("说一件事", "Say a need")
        case .sayHint:
            Text(
                "灯不亮、路不平、老人没人陪，都可以说。不用注册，一分钟说完，替别人说也行。",
                "A lamp out, a broken path, an elder alone. No account, one minute, for others too."
            )
        case .alreadySaid: Text("已经说过的，", "Already said it? ")
        case .lookByNumber: Text("凭编号看进展", "See how it goes, by its number")
        case .privateMatter: Text("一件私事", "A private matter")
        case .somewhere: Text("社区里", "In the community")
        case .notReleased(let kind): Text("\(kind)方面的一件事", "A matter of \(kind.lowercased())")
        default: Text("—", "—")
        }
    }
}

/// What the front page says.
enum FrontPhrase: Phrase {
    case sayAloud
    case toldNone, told(Int), voices(times: Int), done(Int), doneNone, seeTold(Int), seeDone(Int)
    case river(Int)
    case solved, solvedNote, solvedNone
    case helped(String), helpedPartly(String)
    case wishes, wishesNote, wishesNone, allWishes(Int), who, bestBy, claim
    case areas, areasNote, area(String), alsoPrivate(Int)
    case communities, communitiesNote, noCommunities, openNow, doneSoFar, saidSoFar, compare, total

    var text: Text { sentences ?? sections }

    private var sentences: Text? {
        switch self {
        case .sayAloud: Text("有事，说一声", "Something the matter? Say so")
        case .toldNone: Text("今年还没有人说过一件事。", "Nobody has told us anything this year.")
        case .voices(let times):
            Text(
                "几户说的同一件算一件；连收回的，一共开口\(times)次。",
                "Said by several, it counts once; in all neighbours spoke up \(times) times.")
        case .told(let count):
            Text(
                "今年，邻居们说了\(count)件事，",
                "This year neighbours told us \(things(count)); ")
        case .seeTold(let count):
            Text("\(count)件，一件一件看", "See \(things(count)), one by one")
        case .seeDone(let count):
            Text("看办成的\(count)件", "See the \(count) that \(count == 1 ? "is" : "are") done")
        case .done(let count): Text("\(count)件办成了", "\(count) \(count == 1 ? "is" : "are") done")
        case .doneNone: Text("都在办", "all are under way")
        case .river(let count):
            Text("正在办的\(count)件，心愿也算，走到哪一步了", "\(count) under way, wishes too, and how far they are")
        case .helped(let day): Text("\(day)办成", "done on \(day)")
        case .helpedPartly(let day): Text("\(day)办成了一部分", "partly done on \(day)")
        default: nil
        }
    }

    private func things(_ count: Int) -> String { count == 1 ? "one thing" : "\(count) things" }

    private var sections: Text {
        switch self {
        case .solved: Text("刚办成的", "Lately done")
        case .solvedNote:
            Text(
                "每一件，要么说的人自己说过行不行，要么社工写明了怎么办的。",
                "Each was judged by the one who asked, or a worker wrote down how it was done.")
        case .solvedNone: Text("办成的事会写在这里。", "What is done will be told here.")
        case .wishes: Text("微心愿，等人认领", "Small wishes to be granted")
        case .wishesNote:
            Text(
                "都是一个人、一件小事。认领后由社工陪您去送，名字不公开也可以。",
                "One person, one small thing each. A worker goes with you; your name may stay unsaid.")
        case .wishesNone: Text("眼下的心愿都有人认领了。", "Every wish has been taken up.")
        case .allWishes(let count): Text("看全部\(count)个心愿", "See all \(count) wishes")
        case .who: Text("谁", "Who")
        case .bestBy: Text("最好在", "Best by")
        case .claim: Text("认领", "I will")
        case .areas: Text("各片区正在办的", "Under way, by area")
        case .areasNote: Text("点开看那里的每一件。", "Open an area to see each of them.")
        case .alsoPrivate(let count):
            Text(
                "另有\(count)件私事，不说在哪一片",
                "And \(things(count)) more, private: where is not told")
        case .area(let title): Text("\(title)：在办", "\(title): under way")
        case .communities: Text("各社区", "The communities")
        case .communitiesNote: Text("同样的数，一处一处看。点名字进去。", "The same figures, place by place.")
        case .noCommunities: Text("这里还没有社区。", "There is no community here yet.")
        case .saidSoFar: Text("说的", "Told")
        case .doneSoFar: Text("办成", "Done")
        case .openNow: Text("在办", "Under way")
        case .compare: Text("一层一层看下去", "Look from level to level")
        case .total: Text("合计", "In all")
        default: Text("—", "—")
        }
    }
}
