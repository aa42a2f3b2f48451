import Values

/// What the pages of wishes and offers say.
enum WishPhrase: Phrase {
    case title, note, waiting, taken, granted, tellOne, none, noneTaken, noneGranted
    case wish, claim(String), claimThis, claimedAlready, claimNote, signInFirst, provePhone, prove
    case mine, mineNote, giveUp, closed, back, number(String)
    case offers, offersNote, offersNone, tellOffer, offerWords, offerHint, hours, hoursHint, offerPhone
    case offerPhoneHint, sendOffer, offerThanks(String), offerNext, when, able

    var text: Text { wishText ?? claimText ?? offerText }

    private var wishText: Text? {
        switch self {
        case .title: Text("微心愿", "Small wishes")
        case .note:
            Text(
                "都是一个人、一件小事。认领后由社工陪您去送，名字不公开也可以。",
                "One person, one small thing each. A worker goes with you; your name may stay unsaid.")
        case .waiting: Text("等人认领", "To be granted")
        case .taken: Text("有人认领了", "Taken up")
        case .granted: Text("已经圆了", "Granted")
        case .tellOne: Text("说一个心愿", "Tell a wish")
        case .none: Text("眼下的心愿都有人认领了。", "Every wish has been taken up.")
        case .noneTaken: Text("还没有认领中的心愿。", "None is taken up just now.")
        case .noneGranted: Text("圆了的心愿会写在这里。", "Wishes that came true will stand here.")
        case .wish: Text("心愿", "Wish")
        case .number(let number): Text("心愿\(number)", "Wish \(number)")
        case .back: Text("看别的心愿", "Other wishes")
        default: nil
        }
    }

    private var claimText: Text? {
        switch self {
        case .claim(let wish): Text("认领：\(wish)", "Grant: \(wish)")
        case .claimThis: Text("我来圆这个心愿", "I will grant it")
        case .claimedAlready: Text("已经有人认领了，谢谢您。", "Somebody has taken it up already. Thank you.")
        case .claimNote:
            Text(
                "认领后，社工会打电话跟您约时间。是谁家，由社工告诉您；您是谁，也先问过您再说。",
                "A worker then calls you and tells you whose wish it is; who you are, only if you agree."
            )
        case .signInFirst:
            Text("认领要先用手机号登录，好找得到您。", "Sign in with your number first, so that we can reach you.")
        case .provePhone: Text("登录了，还差一步：认一下手机号。", "One step left: prove your number.")
        case .prove: Text("去认手机号", "Prove my number")
        case .mine: Text("您认领了，谢谢您。", "You took it up. Thank you.")
        case .mineNote: Text("社工会打电话跟您约时间。", "A worker calls you to agree on a time.")
        case .giveUp: Text("去不了了，放下给别人", "I cannot; leave it to somebody else")
        case .closed: Text("这个心愿已经圆了，或者收回了。", "This wish has come true or was taken back.")
        default: nil
        }
    }

    private var offerText: Text {
        switch self {
        case .offers: Text("民生智库：邻居们会什么", "What neighbours can do")
        case .offersNote:
            Text(
                "会修伞、会下棋、会写字、能陪人说话，都是本事。社工登记过的才写在这里，联系也经社工。",
                "To mend, to play chess, to keep company: all counts. Workers register it and pass word on."
            )
        case .offersNone: Text("还没有登记的。您可以做第一个。", "None yet. Be the first.")
        case .tellOffer: Text("说说您会什么", "What can you do?")
        case .offerWords: Text("您会什么、愿意帮什么", "What you can do and would")
        case .offerHint: Text("比如：会修自行车，周末能教", "such as: I mend bicycles and can teach it at weekends")
        case .hours: Text("什么时候有空", "When you have time")
        case .hoursHint: Text("比如：周末下午", "such as: weekend afternoons")
        case .offerPhone: Text("手机号", "Mobile number")
        case .offerPhoneHint: Text("只给社工，好跟您说一声。", "Only for the worker, to call you.")
        case .sendOffer: Text("告诉社区", "Tell us")
        case .offerThanks(let number): Text("记下了，编号\(number)。谢谢您。", "Noted as \(number). Thank you.")
        case .offerNext: Text("社工会打电话跟您聊一聊，登记好就写在这一页。", "A worker calls you; once registered it stands here.")
        case .when: Text("有空的时候", "When")
        case .able: Text("会什么", "What")
        default: Text("—", "—")
        }
    }
}
