import Values

/// The words of a worker's page of one need.
enum NeedPhrase: Phrase {
    case wish, isPublic, said(String, String, String), course, inside, lasted(String)
    case days(Int64), hours(Int64), minutes(Int64)
    case photo, photos, photoPublic, photoPrivate, photoNumber(Int)
    case publicNotes, insideNotes, note, noteWords, noteVisible, writeDown
    case askHelp, askHelpHint, askUse, askUseHint, askWait, askWaitHint, askHeld, askHeldHint, takeIn,
        refuseWhy
    case refuse, askAccept, askAcceptHint, askAcceptOther(String), accept, askTransfer(String), takeOver,
        declineWhy
    case decline, howWasIt, theirWords, heard, heardHint, askFeedback, writeFeedback, mergedInto(String)
    case ended(String), reopenWhy, reopen
    case owner, due, kind, place, who, contactBy, consent, source, group, quantity, bestBy, alike, urgency
    case alikeCount(Int64), nobody, waitsFor(String), unnamed, openTenMinutes, sealed, lookWhy, lookHint,
        seePhone
    case open, consented(String), notConsented, askConsent, agreed, merged(Int), more, choose
    case release, sentence, sentenceHint, whoPublic, releasePhotos, letOut, takeBack
    case edit, titleWords, keepEdit, transfer, transferTo, transferWhy, askThem, refer, referTo, referWhy,
        referSend
    case assign, assignTo, assignSend, merge, mergeInto, mergeHint, mergeSend, noSuchNumber
    case close, outcome, closeWhy, closeHint, closeSend, returned, returnWhy, returnWords, returnSend
    case withdraw, withdrawWhy, withdrawSend

    var text: Text { courseText ?? askText ?? factText ?? tellText ?? passText ?? endText }

    private var courseText: Text? {
        switch self {
        case .wish: Text("微心愿", "Wish")
        case .isPublic: Text("已公开", "Public")
        case .said(let source, let when, let whom):
            Text("\(when)，\(source)，为\(whom)", "\(when), \(source.lowercased()), for: \(whom.lowercased())")
        case .course: Text("来龙去脉", "How it went")
        case .inside: Text("只有站里看得到", "For the station alone")
        case .lasted(let span): Text("之前停了\(span)", "after \(span)")
        case .days(let count): Text("\(count)天", count == 1 ? "1 day" : "\(count) days")
        case .hours(let count): Text("\(count)小时", count == 1 ? "1 hour" : "\(count) hours")
        case .minutes(let count): Text("\(count)分钟", count == 1 ? "1 minute" : "\(count) minutes")
        case .photo: Text("居民附的照片", "A photo that came with the need")
        case .photos: Text("照片", "Photos")
        case .photoPublic: Text("大家看得到", "Public")
        case .photoPrivate: Text("只有本人和站里看得到", "For the reporter and the station alone")
        case .photoNumber(let number): Text("第\(number)张", "Photo \(number)")
        case .publicNotes: Text("居民看得到的记录", "Notes the reporter reads")
        case .insideNotes: Text("站里的记录", "Notes of the station")
        case .note: Text("记一笔", "Note")
        case .noteWords: Text("做了什么，听到什么", "What was done or heard")
        case .noteVisible: Text("让说这件事的居民也看得到", "Let the reporter read it too")
        case .writeDown: Text("记下", "Write down")
        default: nil
        }
    }

    private var askText: Text? {
        switch self {
        case .askHelp: Text("该您了：找到能帮的人", "Your turn: find who can help")
        case .askHelpHint:
            Text(
                "下面按类别、距离、余量和以往结果排好了，选一家，替您发出去。",
                "Below, by class, distance, capacity and results: choose one and it is asked for you.")
        case .askUse: Text("该您了：办了以后记下来", "Your turn: record it when it is done")
        case .askUseHint:
            Text(
                "对方答应了。哪天办的、用了多少，办完记一下，再问居民好不好。",
                "They agreed. Record the day and how much, then ask how it went.")
        case .askWait: Text("正在办，看着点", "Under way: keep an eye on it")
        case .askWaitHint: Text("办完就在下面记下用了多少。", "When it is done, record the use below.")
        case .askHeld: Text("该您了：这件先放着，收不收", "Your turn: this report is held")
        case .askHeldHint:
            Text(
                "同一个号码或网络一下子说了很多件，所以先放着。",
                "Many came at once from one number or network, so it waits for a look.")
        case .takeIn: Text("收下", "Take it in")
        case .refuseWhy: Text("不收，为什么", "Why not")
        case .refuse: Text("不收", "Refuse")
        case .askAccept: Text("该您了：接不接", "Your turn: take it on")
        case .askAcceptHint:
            Text("接了就归您，居民会知道是谁在办。", "It becomes yours, and the reporter hears who sees to it.")
        case .askAcceptOther(let name):
            Text("按规则归\(name)，您也可以先替他接下。", "By rule it is \(name)'s; you may take it on for them.")
        case .accept: Text("接办", "Accept")
        case .askTransfer(let name): Text("\(name)请您接手这件", "\(name) asks you to take this over")
        case .takeOver: Text("接手", "Take it over")
        case .declineWhy: Text("不接，为什么", "Why not")
        case .decline: Text("不接手", "Decline")
        case .howWasIt: Text("居民说好不好", "How did it go, they say")
        case .theirWords: Text("原话", "Their words")
        case .heard: Text("怎么听到的", "How it was heard")
        case .heardHint: Text("例如：11月20日电话里说的", "For example: by telephone on 20 November")
        case .askFeedback: Text("该您了：问一句好不好", "Your turn: ask how it went")
        case .writeFeedback: Text("替居民记下", "Write it down for them")
        case .mergedInto(let number): Text("这件并入了\(number)", "This was merged into \(number)")
        case .ended(let words): Text("这件已经完了：\(words)", "This has ended: \(words)")
        case .reopenWhy: Text("要接着办，为什么", "Why take it up again")
        case .reopen: Text("重新办", "Reopen")
        default: nil
        }
    }

    private var factText: Text? {
        switch self {
        case .owner: Text("负责", "Owner")
        case .due: Text("期限", "Due")
        case .kind: Text("类别", "Class")
        case .place: Text("地方", "Place")
        case .who: Text("谁", "Who")
        case .contactBy: Text("怎么告诉", "Told")
        case .consent: Text("告诉对方", "Naming")
        case .source: Text("来源", "Source")
        case .group: Text("人群", "Group")
        case .quantity: Text("多少", "Quantity")
        case .bestBy: Text("什么时候方便", "Best time")
        case .alike: Text("同类", "Alike")
        case .urgency: Text("急不急", "Urgency")
        case .alikeCount(let count): Text("同类在办\(count)件", "\(count) open of this class")
        case .nobody: Text("还没人接", "Nobody yet")
        case .waitsFor(let name): Text("请\(name)接手，等他答复", "Waiting for \(name) to take it over")
        case .unnamed: Text("没留联系方式", "No contact was left")
        case .openTenMinutes: Text("这次查看已记下，十分钟后收起", "This look is recorded; it closes after ten minutes")
        case .sealed: Text("留了联系方式，您不用看", "A contact was left; it is not yours to see")
        case .lookWhy: Text("为什么要看", "Why you must see it")
        case .lookHint: Text("看一次记一次，要写为什么", "Each look is recorded with its reason")
        case .seePhone: Text("看电话", "See the telephone")
        case .open: Text("看", "Show")
        case .consented(let day): Text("\(day)同意了", "Agreed on \(day)")
        case .notConsented: Text("还没问过本人，对方不知道是谁", "Not asked yet; whoever helps does not hear who it is")
        case .askConsent: Text("本人同意了", "They agreed")
        case .agreed: Text("记下同意", "Record it")
        case .merged(let count): Text("并进来的\(count)件", "\(count) merged into this")
        case .more: Text("还可以", "More")
        case .choose: Text("请选", "Choose")
        default: nil
        }
    }

    private var tellText: Text? {
        switch self {
        case .release: Text("放出一句给大家看", "Release a sentence")
        case .sentence: Text("给大家看的一句话", "Sentence for the public")
        case .sentenceHint: Text("不写名字、门牌、病情和电话", "No name, door, illness or telephone")
        case .whoPublic: Text("怎么称呼", "How to call them")
        case .releasePhotos: Text("一起放出的照片", "Photos to release with it")
        case .letOut: Text("放出去", "Release")
        case .takeBack: Text("收回来", "Take it back")
        case .edit: Text("改类别、急不急", "Set class and urgency")
        case .titleWords: Text("事由", "Title")
        case .keepEdit: Text("改好了", "Keep")
        default: nil
        }
    }

    private var passText: Text? {
        switch self {
        case .transfer: Text("转给别人", "Pass it on")
        case .transferTo: Text("请谁接手", "To whom")
        case .transferWhy: Text("为什么转", "Why")
        case .askThem: Text("请他接手", "Ask them")
        case .refer: Text("请别处帮忙，还归这里负责", "Refer, and keep it")
        case .referTo: Text("请哪里", "Which body")
        case .referWhy: Text("请他们做什么", "What for")
        case .referSend: Text("转过去", "Refer")
        case .assign: Text("定下谁来办", "Set the owner")
        case .assignTo: Text("归谁", "Owner")
        case .assignSend: Text("定下", "Set")
        case .merge: Text("并入另一件", "Merge into another")
        case .mergeInto: Text("并入哪件，写编号", "Number of the other")
        case .mergeHint: Text("例如X-1041；这件的附议会算到那件里", "Such as X-1041; its voices are counted there")
        case .mergeSend: Text("并过去", "Merge")
        case .noSuchNumber: Text("没有这个编号", "There is no such number")
        default: nil
        }
    }

    private var endText: Text {
        switch self {
        case .close: Text("办结", "Close")
        case .outcome: Text("结果", "Outcome")
        case .closeWhy: Text("说给居民听的原因", "Reason, as told to the reporter")
        case .closeHint: Text("没有等到居民的回话就办结，要写为什么", "To close without a word from them, say why")
        case .closeSend: Text("办结这件", "Close it")
        case .returned: Text("退回", "Return")
        case .returnWhy: Text("为什么退", "Why")
        case .returnWords: Text("说明", "Words")
        case .returnSend: Text("退回去", "Return it")
        case .withdraw: Text("替居民撤回", "Withdraw for the reporter")
        case .withdrawWhy: Text("为什么撤回", "Why")
        case .withdrawSend: Text("撤回", "Withdraw")
        default: Text("—", "—")
        }
    }
}
