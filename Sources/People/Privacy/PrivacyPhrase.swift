import Values

/// What the pages about one's own data say.
enum PrivacyPhrase: Phrase {
    case consents, consentsNote, noConsents, missing(String), purpose, form, givenOn, guardian
    case guardianRelation, guardianHint, guardianNamed(String), note, withdraw, version(Int), olderText
    case givenLine(String), withdrawnOn(String)
    case accounts, accountsNote, noAccounts, isTheirs, unlink, sameHome
    case erase, erasesAll, erasesSome, stays(ErasureLimit)
    case mine, mineLead, whoAreYou, linkNote(Int), linkWaits, askLink, fullName, whatIsKept, notKept
    case whoLooked, whoLookedNote, nobodyLooked, looked(String, String, String), didSomething(String, String)
    case theHouse, changed, notedConsent, endedConsent, took, linkedYou
    case myConsents, agree, takeAlong, takeNote, asJSON, asSheet, until
    case correct, askNote(Int), ask, whatIsWrong, rightValue, rightValueHint, howKnown
    case eraseNote, askErase, myRequests, waits, late, answerLine(String), answerBy(String)
    case answered(String, String)
    case requests, requestsShort, requestsNote, noRequests, decided, outcome, answer, answerHint, whichOne,
        decide
    case purposes, purposesNote, wordTitle, wordNote, code, codeHint, nameChinese, nameEnglish
    case wordsChinese, wordsEnglish, closesPurpose, answerDays, workdays, keep
    case export, exportNote, exportWhy, exportWhyHint, passphrase, passphraseHint, exportOpen, exportOpenHint
    case exportSend, exportOpenNames

    var text: Text { consentText ?? ownText ?? askText ?? exportText ?? staffText }

    private var consentText: Text? {
        switch self {
        case .consents: Text("同意过什么", "Consents")
        case .consentsNote: Text("一件用途问一次，随时可以收回，收回当天就停。", "Asked for each use; taken back at any time.")
        case .noConsents: Text("还没有问过。", "Nothing was asked yet.")
        case .missing(let names):
            Text("现在用着、还没有同意的：\(names)。请先问一声。", "In use without consent: \(names). Please ask.")
        case .purpose: Text("用来做什么", "Purpose")
        case .form: Text("怎么同意的", "How they agreed")
        case .givenOn: Text("哪天同意的", "On which day")
        case .guardian: Text("监护人的名字", "The guardian's name")
        case .guardianRelation: Text("监护人是他的什么人", "What the guardian is to them")
        case .guardianHint: Text("不满14岁的，要监护人同意", "Under fourteen a guardian agrees")
        case .guardianNamed(let who): Text("监护人：\(who)", "Guardian: \(who)")
        case .note: Text("记下", "Note")
        case .withdraw: Text("收回", "Take back")
        case .version(let number): Text("第\(number)版说法", "wording \(number)")
        case .olderText: Text("说法后来改过", "the wording has changed since")
        case .givenLine(let day): Text("\(day)同意", "agreed \(day)")
        case .withdrawnOn(let day): Text("\(day)收回", "taken back \(day)")
        case .accounts: Text("本人的账户", "Their account")
        case .accountsNote:
            Text("对上以后，本人能在手机上看登记里自己的事。请先认准人。", "Once known, they read what is kept of them. Be sure first.")
        case .noAccounts: Text("还没有账户。可以给这一户一张入户条。", "None yet. Give the household a slip.")
        case .isTheirs: Text("就是本人", "This is theirs")
        case .unlink: Text("不是本人", "Not theirs")
        case .sameHome: Text("同一户的账户", "an account at the same home")
        default: nil
        }
    }

    private var ownText: Text? {
        switch self {
        case .mine: Text("社区记着我的事", "What is kept of me")
        case .mineLead:
            Text(
                "记了什么、谁看过，都在这里。不对的可以改，也可以带走。",
                "All that is kept, and who looked. Correct it, or take it along.")
        case .whoAreYou: Text("您是登记里的哪一位", "Who you are in the register")
        case .linkNote(let days):
            Text(
                "请写户口簿上的姓名和生日，社区当面或打电话对一下，\(days)个工作日内办好。",
                "Write name and birthday as in your booklet; it is checked within \(days) working days."
            )
        case .linkWaits: Text("已经送到社区，正在核对。", "Sent; the community is checking.")
        case .askLink: Text("请社区核对", "Ask the community to check")
        case .fullName: Text("姓名", "Full name")
        case .whatIsKept: Text("记了什么", "What is kept")
        case .notKept: Text("没有记", "not kept")
        case .whoLooked: Text("谁看过、动过", "Who looked or changed")
        case .whoLookedNote:
            Text("打开您的姓名、电话、证件号，都要写为什么。", "To open name, telephone or number they must say why.")
        case .nobodyLooked: Text("还没有人打开看过。", "Nobody has looked yet.")
        case .looked(let who, let what, let why):
            Text("\(who)看了您的\(what)：\(why)", "\(who) saw your \(what): \(why)")
        case .didSomething(let who, let what): Text("\(who)\(what)", "\(who) \(what)")
        case .theHouse: Text("邻里", "Linli")
        case .changed: Text("改了登记", "changed the register")
        case .notedConsent: Text("记下了同意", "noted a consent")
        case .endedConsent: Text("记下了收回同意", "noted that a consent was taken back")
        case .took: Text("取走了一份", "took a copy along")
        case .linkedYou: Text("核对了账户", "checked whose account it is")
        case .myConsents: Text("我同意过什么", "My consents")
        case .agree: Text("同意", "I agree")
        case .takeAlong: Text("带走一份", "Take a copy along")
        case .takeNote: Text("里面有完整的电话和证件号，请收好。", "Telephone and number stand in it in full: keep it safe.")
        case .asJSON: Text("给程序读的（JSON）", "For programs (JSON)")
        case .asSheet: Text("表格（XLSX）", "Spreadsheet (XLSX)")
        case .until: Text("到哪天", "Until")
        default: nil
        }
    }

    private var askText: Text? {
        switch self {
        case .correct: Text("有一处不对", "Something is wrong")
        case .askNote(let days): Text("社区\(days)个工作日内答复您。", "Answered within \(days) working days.")
        case .ask: Text("请社区改", "Ask for it")
        case .whatIsWrong: Text("哪里不对", "What is wrong")
        case .rightValue: Text("应该是", "What is right")
        case .rightValueHint: Text("生日写成2001-05-09", "A birthday as 2001-05-09")
        case .howKnown: Text("补一句", "Anything to add")
        case .erase: Text("删除", "Erase")
        case .eraseNote:
            Text(
                "能删的都删：电话、您自己说的事、同意记录里的话。依法要留的写在下面。",
                "All that may go goes. What the law has kept is named here.")
        case .askErase: Text("请社区删除", "Ask for erasure")
        case .myRequests: Text("我请社区办的", "What I asked for")
        case .waits: Text("等答复", "waits")
        case .late: Text("过期了", "late")
        case .answerLine(let words): Text("答复：\(words)", "Answer: \(words)")
        case .answerBy(let day): Text("\(day)前答复", "answered by \(day)")
        case .answered(let what, let outcome): Text("您请社区办的“\(what)”有答复了：\(outcome)", "“\(what)”: \(outcome)")
        default: nil
        }
    }

    private var exportText: Text? {
        switch self {
        case .export: Text("导出名单", "Export")
        case .exportNote:
            Text(
                "文件用口令锁着，WPS、Excel里输口令就能打开。谁导出、为什么，都记下来。",
                "The file is locked; WPS and Excel ask for the passphrase. Who took it and why is on record.")
        case .exportWhy: Text("导出来做什么", "What for")
        case .exportWhyHint: Text("比如：周五走访，给网格长打一份", "Such as: a list for Friday's round")
        case .passphrase: Text("给文件定个口令", "A passphrase for the file")
        case .passphraseHint: Text("至少12个字；别和文件一起发出去", "At least 12 characters; never send it with the file")
        case .exportOpen: Text("带上全名、电话、证件号", "With full names, telephones and numbers")
        case .exportOpenNames: Text("带上全名、电话", "With full names and telephones")
        case .exportOpenHint: Text("不勾就遮着；能遮就遮", "Else they are masked")
        case .exportSend: Text("锁好，导出", "Lock and export")
        default: nil
        }
    }

    private var staffText: Text {
        switch self {
        case .erasesAll:
            Text("这位居民已经离开：删除以后谁也看不到，只在总数里还算着。", "They have left: erased for everybody, and counted still.")
        case .erasesSome: Text("只删能删的；下面这些依法留着。", "Only what may go; the rest stays by law.")
        case .stays(.livesHere):
            Text(
                "住在这里或户口在这里：姓名、性别、生日、证件号、住址留着",
                "Lives or is registered here: name, sex, birthday, number, address stay")
        case .stays(.onAList): Text("在部门的名单上：这一项留着", "On a department's list: that stays")
        case .requests: Text("居民的请求", "Requests about one's own data")
        case .requestsShort: Text("居民请求", "Data requests")
        case .requestsNote: Text("要改、要删、要对上账户：照不照办，都写一句为什么。", "Done or not, say why in a few words.")
        case .noRequests: Text("现在没有等答复的。", "Nothing waits.")
        case .decided: Text("答复过的", "Answered")
        case .outcome: Text("怎么办", "What is done")
        case .answer: Text("答复一句", "Your answer")
        case .answerHint: Text("本人会看到这句话", "They will read it")
        case .whichOne: Text("是登记里的哪一位", "Who of the register")
        case .decide: Text("答复", "Answer")
        case .purposes: Text("用信息做什么", "What data are used for")
        case .purposesNote:
            Text(
                "同意是对着这些话给的。改了话就是新的一版，从前同意的还按从前的。",
                "People agree to these words. New words are a new wording.")
        case .wordTitle: Text("写一项、改一项", "Word a purpose")
        case .wordNote: Text("代号一样就是改，代号新就是加。", "The same code changes one, a new code adds one.")
        case .code: Text("代号", "Code")
        case .codeHint: Text("小写字母，比如 contact", "Small letters, as contact")
        case .nameChinese: Text("叫什么（中文）", "Its name (Chinese)")
        case .nameEnglish: Text("叫什么（英文）", "Its name (English)")
        case .wordsChinese: Text("说给居民的话（中文）", "What people agree to (Chinese)")
        case .wordsEnglish: Text("说给居民的话（英文）", "What people agree to (English)")
        case .closesPurpose: Text("不再问这一项", "No longer asked for")
        case .answerDays: Text("多少天内答复居民", "Days until an answer")
        case .workdays: Text("工作日", "Working days")
        case .keep: Text("记下", "Keep")
        default: .empty
        }
    }
}
