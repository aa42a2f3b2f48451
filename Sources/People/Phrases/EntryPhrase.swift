import Values

/// What is said at the door.
enum EntryPhrase: Phrase {
    case signIn, signInLead, phone, phoneHint, password, enter
    case orCode, orCodeLead, sendCode, codesOff
    case codeTitle, codeSent(String), codeDemo(String), digits, digitsHint, otherNumber
    case secondTitle, secondLead
    case noAccount
    case mobileOnly, message(String, String), neighbour(String)
    case slipTitle, slipLead(String), slipGone, yourName, yourNameHint, comeIn
    case welcomeTitle, welcomeLead, newPassword, newPasswordHint, again
    case demoTitle, demoLead, demoAs(String), demoNobody

    var text: Text { doorText ?? codeText ?? linkText }

    private var doorText: Text? {
        switch self {
        case .signIn: Text("登录", "Sign in")
        case .signInLead:
            Text(
                "说事、看进度、认领心愿，都不用登录。", "Telling, following and claiming a wish need no account.")
        case .phone: Text("手机号", "Telephone")
        case .phoneHint: Text("11位，只用来认出是您", "11 digits, only to know it is you")
        case .password: Text("密码", "Password")
        case .enter: Text("进去", "Sign in")
        case .orCode: Text("没有密码？", "No password?")
        case .orCodeLead: Text("发一串数字到您手机上，照着填就行。", "We send digits to your phone; type them here.")
        case .sendCode: Text("发给我", "Send me the digits")
        case .codesOff:
            Text(
                "这里还不能发短信。居民请找社工要一张入户条，扫一下就进来。",
                "No messages can be sent here yet. Ask a worker for a household slip and scan it.")
        case .noAccount: Text("在这里工作的人，请站长替您加上。", "If you work here, your station head adds you.")
        default: nil
        }
    }

    private var codeText: Text? {
        switch self {
        case .codeTitle: Text("填上手机收到的数字", "Type the digits you received")
        case .codeSent(let phone): Text("发到了\(phone)，10分钟内有用。", "Sent to \(phone); good for 10 minutes.")
        case .codeDemo(let code):
            Text(
                "演示里不发短信，数字是\(code)。", "The demo sends nothing; the digits are \(code).")
        case .digits: Text("六位数字", "Six digits")
        case .digitsHint: Text("没收到就等一分钟，再要一次", "Nothing came? Wait a minute and ask again")
        case .otherNumber: Text("换一个号码", "Another number")
        case .secondTitle: Text("还要看一眼手机", "One more look at your phone")
        case .secondLead: Text("打开验证器，把现在的六位数字填进来。", "Open your code app and type the six digits shown now.")
        case .mobileOnly: Text("座机收不到短信，请写手机号。", "A landline gets no messages; give a mobile number.")
        case .message(let code, let place):
            Text(
                "\(code)是您在\(place)登录用的数字，10分钟内有用，别告诉别人。",
                "\(code) lets you in at \(place) for 10 minutes. Tell nobody.")
        case .neighbour(let digits): Text("邻居\(digits)", "Neighbour \(digits)")
        default: nil
        }
    }

    private var linkText: Text {
        switch self {
        case .slipTitle: Text("欢迎，邻居", "Welcome, neighbour")
        case .slipLead(let place): Text("这张条是给\(place)的，用一次就好。", "This slip is for \(place), once.")
        case .slipGone: Text("这张条用不了了", "This slip is no longer good")
        case .yourName: Text("怎么称呼您", "What shall we call you")
        case .yourNameHint: Text("写姓就行，例如王阿姨", "A surname will do, as Mrs Wang")
        case .comeIn: Text("进来", "Come in")
        case .welcomeTitle: Text("您是这里的第一位管理员", "You are the first administrator here")
        case .welcomeLead:
            Text(
                "这个链接只能用一次。管理员能加人、给身份、改设置，看不到居民的私事。",
                "This link works once. The administrator adds people, gives roles and changes settings, "
                    + "and sees no resident's private matter.")
        case .newPassword: Text("新密码", "New password")
        case .newPasswordHint: Text("至少8个字，别用生日和电话", "At least 8 characters, no birthday, no number")
        case .again: Text("再写一遍", "Once more")
        case .demoTitle: Text("换个人看看", "See it as somebody else")
        case .demoLead:
            Text(
                "这里的人和事都是编的，点一下就以这个身份进去。",
                "People and events here are invented; one click signs you in.")
        case .demoAs(let name): Text("以\(name)进去", "Sign in as \(name)")
        case .demoNobody: Text("这里还没有人有身份。", "Nobody has a role here yet.")
        default: Text("登录", "Sign in")
        }
    }
}
