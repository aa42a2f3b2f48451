import Values

/// What is said on the pages of people, slips and places.
enum StaffPhrase: Phrase {
    case people, peopleNote(Int), noPeople, person, role, roleAny, phone, name, find
    case addPerson, addPersonLead, placeCode, placeCodeHint, add, active, disabled, state
    case roles, noRoles, give, giveLead, takeBack, disable, disableLead, enable, isDisabled
    case passwordLink, passwordLinkLead, makeLink, linkOnce, setPassword, setPasswordLead
    case next
    case slips, slipsLead, slipPlace, slipDays, makeSlips, openSlips(Int), noSlips, printThem
    case slipFor(String), slipWords, slipUntil(String), endSlip, slipPlaceHint
    case places, placeNote(String, String), below, noPlaces, code, kind, rename, move
    case moveLead, newParent, close, closeLead, addPlaces, addLead, names, namesHint, english, keep
    case nameHere, yes

    var text: Text { peopleText ?? personText ?? slipText ?? placeText }

    private var peopleText: Text? {
        switch self {
        case .people: Text("谁在这里", "People")
        case .peopleNote(let count):
            Text("这一页\(count)位", count == 1 ? "one on this page" : "\(count) on this page")
        case .noPeople: Text("没有这样的人。下面可以加一位。", "Nobody like that. You may add somebody below.")
        case .person: Text("姓名", "Name")
        case .role: Text("身份", "Role")
        case .roleAny: Text("哪种都行", "Any")
        case .phone: Text("手机号", "Telephone")
        case .name: Text("姓名", "Name")
        case .find: Text("名字、拼音或首字母", "Name, pinyin or initials")
        case .addPerson: Text("加一位", "Add somebody")
        case .addPersonLead: Text("加好以后，给这位做一个设密码的链接。", "Then make a link with which they set a password.")
        case .placeCode: Text("地方的代号", "The place's code")
        case .placeCodeHint:
            Text(
                "空着就是整个社区；片区、网格、楼的代号在“地方”那一页",
                "Empty means the whole community; codes stand on the page of places")
        case .add: Text("加上", "Add")
        case .active: Text("在用", "In use")
        case .disabled: Text("停用的", "Disabled")
        case .state: Text("状态", "State")
        case .next: Text("往后", "Next")
        default: nil
        }
    }

    private var personText: Text? {
        switch self {
        case .roles: Text("身份", "Roles")
        case .noRoles: Text("还没有身份。", "No role yet.")
        case .give: Text("给身份", "Give the role")
        case .giveLead:
            Text(
                "只能给您自己也能做的，或站长、管理员名下的身份。",
                "Only what you may do yourself, or what your own role may give.")
        case .takeBack: Text("收回", "Take back")
        case .disable: Text("停用这个账户", "Disable this account")
        case .disableLead:
            Text(
                "停用后进不来，手上的事会转给别人。身份都会收回。",
                "It can no longer sign in; its work passes to others and all roles end.")
        case .enable: Text("重新启用", "Enable again")
        case .isDisabled: Text("停用了", "disabled")
        case .passwordLink: Text("设密码的链接", "A link to set a password")
        case .passwordLinkLead:
            Text(
                "三天内用一次。手机丢了也用它，第二道会一起关掉。",
                "Good once, for three days. Also for a lost phone: it turns the second factor off.")
        case .makeLink: Text("做一个链接", "Make a link")
        case .linkOnce: Text("只显示这一次，请当面交给本人", "Shown once; hand it over in person")
        case .setPassword: Text("设一个密码", "Set a password")
        case .setPasswordLead: Text("这个链接只能用一次。设好就进来。", "This link works once; then you are in.")
        case .yes: Text("是的，停用", "Yes, disable")
        default: nil
        }
    }

    private var slipText: Text? {
        switch self {
        case .slips: Text("入户条", "Household slips")
        case .slipsLead:
            Text(
                "一户一张，扫一下就有账户，只能用一次。它让人进来，不能拿来表决。",
                "One a household: scan it once to get an account. It enrols and never votes.")
        case .slipPlace: Text("给哪里的住户", "For the households of")
        case .slipPlaceHint: Text("楼、单元或一户的代号", "The code of a building, stairwell or household")
        case .slipDays: Text("用多少天", "Good for days")
        case .makeSlips: Text("做条", "Make slips")
        case .openSlips(let count): Text("还没用的\(count)张", count == 1 ? "one unused" : "\(count) unused")
        case .noSlips: Text("这里没有还没用的条。", "No unused slips here.")
        case .printThem: Text("打印", "Print")
        case .slipFor(let place): Text("给\(place)的邻居", "To the neighbours at \(place)")
        case .slipWords:
            Text(
                "扫一扫，在网上说事、看进度、参加活动。不用密码。",
                "Scan to tell us what you need, follow it and join in. No password.")
        case .slipUntil(let day): Text("到\(day)有用，只能用一次", "Good once, until \(day)")
        case .endSlip: Text("收回", "Take back")
        default: nil
        }
    }

    private var placeText: Text {
        switch self {
        case .places: Text("地方", "Places")
        case .placeNote(let kind, let code): Text("\(kind)，代号\(code)", "\(kind), code \(code)")
        case .below: Text("下面的地方", "Below it")
        case .noPlaces: Text("下面还没有地方。", "Nothing below it yet.")
        case .code: Text("代号", "Code")
        case .kind: Text("是什么", "Kind")
        case .rename: Text("改名", "Rename")
        case .move: Text("挪到别处", "Move")
        case .moveLead: Text("下面的一起挪，数目跟着走。", "All below it moves along, and the figures with it.")
        case .newParent: Text("新上级的代号", "The code of the new place above")
        case .close: Text("合上", "Close")
        case .closeLead: Text("不再用的地方。过去的事还在。", "For a place no longer used; what happened there stays.")
        case .addPlaces: Text("在下面加地方", "Add places below")
        case .addLead: Text("一行一处，一次可以加很多。", "One a line, many at once.")
        case .names: Text("名字", "Names")
        case .namesHint: Text("例如：5号楼", "Such as: Building 5")
        case .english: Text("英文名", "English name")
        case .keep: Text("记下", "Keep")
        case .nameHere: Text("名字", "Name")
        default: Text("地方", "Places")
        }
    }
}
