public import Actions
public import Values

/// Every expected no of places, accounts and signing in.
public enum PeopleRefusal: Refusal, CaseIterable {
    case placeNotFound, wrongParent, codeTaken, tooManyPlaces, placeHasChildren, placeIsRoot, movesIntoItself
    case placeClosed, slugTaken, slugMalformed, noHome
    case accountNotFound, phoneTaken, accountDisabled, grantNotFound, grantedAlready
    case grantsBeyond, grantsSelf, lastAdministrator, touchesHigher
    case wrongProof, tryLater, wrongCode, codeGone, codesAreOff, codeJustSent, secondFactorWrong
    case secondFactorGone, linkGone, tokenWrong, tokenBeyond, sessionNotFound, notDemo
    case draftTooLong, attachmentGone, passwordsDiffer, samePhone, needsPassword

    public var name: String { "people.\(Self.dashed("\(self)"))" }

    public var status: Int {
        switch self {
        case .placeNotFound, .accountNotFound, .grantNotFound, .sessionNotFound,
            .attachmentGone, .notDemo, .noHome:
            404
        case .tokenWrong: 401
        case .grantsBeyond, .grantsSelf, .touchesHigher, .tokenBeyond, .codesAreOff: 403
        case .tryLater, .codeJustSent: 429
        case .draftTooLong: 413
        case .codeTaken, .slugTaken, .phoneTaken, .placeHasChildren, .placeIsRoot, .placeClosed,
            .accountDisabled, .grantedAlready, .lastAdministrator, .linkGone, .movesIntoItself:
            409
        default: 422
        }
    }

    public var field: String? {
        switch self {
        case .codeTaken, .wrongCode, .secondFactorWrong: "code"
        case .slugTaken, .slugMalformed: "slug"
        case .phoneTaken, .samePhone: "phone"
        case .passwordsDiffer: "again"
        case .wrongParent, .movesIntoItself: "parent"
        case .grantedAlready, .grantsBeyond: "role"
        case .tokenBeyond: "rights"
        default: nil
        }
    }

    public var text: Text { placeText ?? accountText ?? entryText }

    /// `wrongParent` as `wrong-parent`.
    private static func dashed(_ name: String) -> String {
        name.unicodeScalars.reduce(into: "") { dashed, scalar in
            if ("A"..."Z").contains(scalar) { dashed += "-" }
            dashed += String(scalar).lowercased()
        }
    }
}

extension PeopleRefusal {
    private var placeText: Text? {
        switch self {
        case .placeNotFound: Text("没找到这个地方。", "There is no such place.")
        case .wrongParent:
            Text(
                "这样的地方不能放在它下面，请换一个上级。",
                "This kind of place cannot stand there; choose another above it.")
        case .codeTaken: Text("这个代号已经有地方在用，请换一个。", "Another place has this code; choose another.")
        case .tooManyPlaces: Text("一次最多加5000处，请分几次。", "At most 5,000 places at once; do it in parts.")
        case .placeHasChildren:
            Text(
                "它下面还有地方，请先把下面的合上。",
                "There are places below it; close those first.")
        case .placeIsRoot: Text("社区本身不能挪，也不能合上。", "The community itself is neither moved nor closed.")
        case .movesIntoItself: Text("不能挪到它自己下面。", "A place cannot move below itself.")
        case .placeClosed: Text("这个地方已经合上了。", "This place is closed.")
        case .slugTaken: Text("这个网址代号有社区在用，请换一个。", "Another community has this short name.")
        case .slugMalformed:
            Text(
                "网址代号请用小写字母、数字和短横，最多40个。",
                "The short name takes small letters, digits and hyphens, at most 40.")
        case .noHome: Text("这里还没有社区。", "There is no community here yet.")
        default: nil
        }
    }

    private var accountText: Text? {
        switch self {
        case .accountNotFound: Text("没找到这个人。", "There is no such person.")
        case .phoneTaken: Text("这个号码已经有人在用。", "Somebody has this number already.")
        case .accountDisabled: Text("这个账户已经停用。", "This account is disabled.")
        case .grantNotFound: Text("没找到这个身份，也许已经收回了。", "No such role; it may have ended.")
        case .grantedAlready: Text("这个人在这里已经有这个身份。", "This person has the role here already.")
        case .grantsBeyond:
            Text(
                "这个身份比您自己能做的多，请找站长或管理员来给。",
                "This role may do more than you; ask the station head or the administrator.")
        case .grantsSelf: Text("身份要由别人给，不能给自己。", "A role comes from somebody else, never from oneself.")
        case .lastAdministrator:
            Text(
                "这是最后一位管理员，请先请一位接手。",
                "This is the last administrator; name another first.")
        case .touchesHigher:
            Text(
                "这个人的身份有的不归您管，请找管理员。",
                "Some of this person's roles are not yours to end; ask the administrator.")
        case .sessionNotFound: Text("没找到这次登录，也许已经退出。", "No such sign-in; it may have ended.")
        case .samePhone: Text("这就是现在的号码。", "This is the present number already.")
        case .needsPassword: Text("请先设一个密码。", "Set a password first.")
        default: nil
        }
    }

    private var entryText: Text {
        switch self {
        case .wrongProof: Text("号码或密码不对，请再看一看。", "The number or the password is not right.")
        case .tryLater: Text("试得太多了，请过一会儿再试。", "Too many tries; please wait a little.")
        case .wrongCode: Text("数字不对，请再看一看。", "The digits are not right; please look again.")
        case .codeGone:
            Text(
                "这串数字用过了，或者过了时间。再要一串就好。",
                "The code was used or is too old; just ask for another.")
        case .codesAreOff:
            Text(
                "这里还不能发短信。请用密码，或找社工拿一张入户条。",
                "No messages can be sent here. Use a password, or ask a worker for a slip.")
        case .codeJustSent: Text("刚发过一串，请等一分钟。", "A code was just sent; please wait a minute.")
        case .secondFactorWrong:
            Text(
                "手机上的六位数字不对，等它换了再试。",
                "The six digits are not right; try again when they change.")
        case .secondFactorGone: Text("等得太久了，请重新登录。", "That took too long; please sign in again.")
        case .linkGone:
            Text(
                "这张条用过了、过期了或收回了。请找社工再要一张。",
                "This slip was used, expired or was taken back; ask a worker for another.")
        case .tokenWrong: Text("令牌不对，或者过期了。", "The token is wrong or has expired.")
        case .tokenBeyond: Text("令牌能做的，不能比您自己多。", "A token cannot do more than you.")
        case .notDemo: Text("这一页只在演示里有。", "This page is only in the demo.")
        case .draftTooLong: Text("草稿太长了。", "The draft is too long.")
        case .attachmentGone: Text("这张图不在了。", "This picture is gone.")
        case .passwordsDiffer: Text("两次写的不一样。", "The two are not the same.")
        default: Text("没办成。", "Not done.")
        }
    }
}
