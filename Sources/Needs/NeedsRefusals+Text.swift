public import Values

extension NeedRefusal {
    public var text: Text {
        switch self {
        case .noPlace: Text("请选一选在哪里。", "Please choose where it is.")
        case .noSuchClass: Text("没有这一类，请再选一次。", "There is no such class; please choose again.")
        case .noSuchGroup: Text("没有这个人群，请再选一次。", "There is no such group; please choose again.")
        case .noSuchUrgency: Text("请选一选急不急。", "Please choose how urgent it is.")
        case .noSuchSource: Text("请选一选从哪里听来的。", "Please choose where it was heard.")
        case .noSuchOutcome: Text("请选一选结果怎样。", "Please choose how it ended.")
        case .noSuchReason: Text("请选一个原因。", "Please choose a reason.")
        case .wordsMissing: Text("请写一句是什么事。", "Please write what it is about.")
        case .wordsTooLong: Text("最多写500个字。", "At most 500 characters, please.")
        case .dayAhead: Text("这一天还没到。", "That day is still to come.")
        case .dayPast: Text("这一天已经过去了。", "That day is past.")
        case .dayTooOld: Text("太久以前了，最早写到两年前。", "That is too long ago; two years at most.")
        case .phoneForMessages:
            Text("想收短信或电话，请留一个号码。", "To be told by text or telephone, please leave a number.")
        case .tooManyPhotos: Text("最多放3张照片。", "Three photos at most.")
        case .stateDoesNotFollow:
            Text("这件事还没走到这一步，请刷新看看。", "It has not come so far; reload to see where it stands.")
        case .alreadyClosed: Text("这件事已经办结了。要接着办，请先重新打开。", "This need is closed. Reopen it to go on.")
        case .stillOpen: Text("这件事还在办。", "This need is still being seen to.")
        case .closeNeedsFeedback:
            Text(
                "还没听到本人说好不好。没有回话就办结，要写原因。",
                "The one in need has not said how it went. To close without that, give a reason.")
        case .reasonMissing: Text("请写一句为什么。", "Please say why in a sentence.")
        case .notHeld: Text("这件事没有放着等看。", "This report is not being held.")
        case .isHeld: Text("这件事先放着，要先有人看过。", "This report is held; somebody must look at it first.")
        case .alreadyReleased: Text("这句话已经放出去了。", "This sentence is public already.")
        case .notReleased: Text("还没有放出去的话。", "No sentence was released yet.")
        default: furtherText
        }
    }

    private var furtherText: Text {
        switch self {
        case .ownerNotEnabled: Text("这个人现在不在岗，请换一位。", "This person is not at work now; choose another.")
        case .ownerWithoutRight:
            Text("这个人管不到这里，请换一位。", "This person does not reach this place; choose another.")
        case .nothingToAnswer: Text("没有等着答复的转交。", "Nothing waits to be taken over.")
        case .alreadyAsked: Text("已经请人接手，等他答复。", "Another was asked already; wait for the answer.")
        case .notAsked: Text("这次转交问的不是您。", "You were not the one asked.")
        case .mergeIntoItself: Text("不能并到自己里面。", "It cannot be merged into itself.")
        case .mergeTargetClosed: Text("要并入的那件已经不在办了。", "The other need is no longer open.")
        case .noContact: Text("这件事没有留联系方式。", "No contact was left for this need.")
        case .contactReason: Text("请写一句为什么要看。", "Please say why you must see it.")
        case .nothingUsedYet: Text("还没有办，等办了再说好不好。", "Nothing was done yet; say how it went afterwards.")
        case .notAWish: Text("这件不是微心愿。", "This is not a wish.")
        case .alreadyClaimed: Text("已经有人认领了，谢谢您。", "Somebody has claimed it already. Thank you.")
        case .notClaimed: Text("这个心愿还没人认领。", "Nobody has claimed this wish.")
        case .provePhoneFirst:
            Text("认领前请先登录，并用短信码证实手机号。", "Sign in and prove your phone by a code before claiming.")
        case .offerAlreadyAnswered: Text("这一条已经登记过了。", "This offer was registered already.")
        case .tooManyViews: Text("最多存20个，请先删掉一个。", "Twenty at most; remove one first.")
        case .noSuchTerm: Text("没有这一项。", "There is no such entry.")
        case .termHasNoName: Text("请写上名字。", "Please give it a name.")
        default: Text("这一步现在做不了。", "This cannot be done now.")
        }
    }
}
