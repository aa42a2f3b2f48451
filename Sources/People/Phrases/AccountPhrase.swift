import Actions
import Values

/// What is said about one's own account.
enum AccountPhrase: Phrase {
    case mine, mineLead(String), profile, name, channels, channelsHint, keep, phone, noPhone, proved,
        notProved
    case language, languageHint
    case password, noPassword, oldPassword, changePassword, passwordNote
    case changePhone, newPhone, phoneCode, phoneCodeHint, sendPhoneCode, phoneCodeDemo(String)
    case factor, factorOn, factorOff, factorBegin, factorEnd, factorTitle, factorLead, factorSecret(String)
    case tokens, tokensLead, tokenTitle, tokenRights, tokenDays, makeToken, tokenOnce, noTokens
    case tokenLine(Int, String), end
    case sessions, sessionsLead, thisOne, sessionLine(String, String), endSession, noSessions
    case notices, seen, roles, noRoles, roleAt(String, String), channel(Channel), means(String), leave

    var text: Text { profileText ?? proofText ?? tokenText ?? sessionText }

    private var profileText: Text? {
        switch self {
        case .mine: Text("我的", "Mine")
        case .mineLead(let place):
            Text("您在\(place)的资料，只有您能改。", "Your account at \(place); only you change it.")
        case .profile: Text("怎么称呼、怎么告诉您", "Your name, and how we reach you")
        case .name: Text("称呼", "Name")
        case .channels: Text("有消息，怎么告诉您", "How to tell you")
        case .channelsHint: Text("选几样都行", "Any of these")
        case .keep: Text("记下", "Keep")
        case .phone: Text("手机号", "Telephone")
        case .noPhone: Text("还没有留号码", "No number yet")
        case .proved: Text("号码核对过", "proved")
        case .notProved: Text("号码还没核对", "not proved yet")
        case .language: Text("语言", "Language")
        case .languageHint: Text("用页头的English换成英文", "Change it at the head of any page")
        case .roles: Text("您的身份", "Your roles")
        case .noRoles: Text("还没有身份", "No role yet")
        case .roleAt(let role, let place): Text("\(role)，\(place)", "\(role), \(place)")
        case .channel(let channel): Self.channel(channel)
        default: nil
        }
    }

    private static func channel(_ channel: Channel) -> Text {
        switch channel {
        case .sms: Text("短信", "Text message")
        case .mail: Text("电子邮件", "Mail")
        case .webhook: Text("发到别的程序", "To another program")
        case .page: Text("下次打开页面时", "On the next page I open")
        }
    }

    private var proofText: Text? {
        switch self {
        case .password: Text("密码", "Password")
        case .noPassword: Text("还没有密码。设一个，下次不用等短信。", "No password yet; with one you need not wait for codes.")
        case .oldPassword: Text("现在的密码", "Present password")
        case .changePassword: Text("换密码", "Change the password")
        case .passwordNote: Text("换了以后，别的手机和电脑上要重新登录。", "All other devices will have to sign in again.")
        case .changePhone: Text("换号码", "Change the number")
        case .newPhone: Text("新号码", "New number")
        case .phoneCode: Text("新号码收到的数字", "The digits sent to the new number")
        case .phoneCodeHint: Text("先要一串数字，再填在这里", "First ask for them, then type them here")
        case .sendPhoneCode: Text("发到新号码", "Send digits to it")
        case .phoneCodeDemo(let code):
            Text("演示里不发短信，数字是\(code)。", "The demo sends nothing; the digits are \(code).")
        case .factor: Text("第二道", "Second factor")
        case .factorOn: Text("开着：登录时还要看一眼验证器。", "On: signing in also asks for your code app.")
        case .factorOff: Text("没开。开了以后，光知道密码进不来。", "Off. With it on, a password alone is not enough.")
        case .factorBegin: Text("打开第二道", "Turn it on")
        case .factorEnd: Text("关掉第二道", "Turn it off")
        case .factorTitle: Text("用验证器扫一扫", "Scan with your code app")
        case .factorLead: Text("扫好以后，把它现在显示的六位数字填进来。", "Then type the six digits that it shows now.")
        case .factorSecret(let secret): Text("扫不了就手输：\(secret)", "Or type this in: \(secret)")
        default: nil
        }
    }

    private var tokenText: Text? {
        switch self {
        case .tokens: Text("给别的程序的令牌", "Tokens for other programs")
        case .tokensLead:
            Text(
                "让别的程序替您做事。选它能做的，最多跟您一样，到期就没用。",
                "A program may act for you: choose what it may do, at most what you may, until it expires.")
        case .tokenTitle: Text("叫什么", "Its name")
        case .tokenRights: Text("它能做什么", "What it may do")
        case .tokenDays: Text("用多少天", "For how many days")
        case .makeToken: Text("做一个令牌", "Make a token")
        case .tokenOnce: Text("这一串只显示这一次，请现在抄下", "Shown this once; copy it now")
        case .noTokens: Text("还没有令牌。", "No tokens yet.")
        case .tokenLine(let count, let until):
            Text(
                "能做\(count)样，到\(until)",
                count == 1 ? "one right, until \(until)" : "\(count) rights, until \(until)")
        case .end: Text("收回", "End it")
        default: nil
        }
    }

    private var sessionText: Text {
        switch self {
        case .sessions: Text("在哪里登录着", "Where you are signed in")
        case .sessionsLead:
            Text("不认识的，点一下退出，再换密码。", "End any that you do not know, then change the password.")
        case .thisOne: Text("现在这里", "This one")
        case .sessionLine(let made, let used): Text("\(made)登录，\(used)用过", "since \(made), last used \(used)")
        case .endSession: Text("退出", "End")
        case .noSessions: Text("没有登录着的地方。", "You are signed in nowhere.")
        case .notices: Text("告诉您的事", "News for you")
        case .seen: Text("知道了", "Seen")
        case .means(let means): Self.means(means)
        case .leave: Text("从这里退出", "Sign out here")
        default: Text("我的", "Mine")
        }
    }

    private static func means(_ means: String) -> Text {
        switch means {
        case "password": Text("用密码", "by password")
        case "code": Text("用短信数字", "by code")
        case "slip": Text("用入户条", "by slip")
        case "welcome": Text("用第一个链接", "by the first link")
        default: Text("在演示里", "in the demo")
        }
    }
}
