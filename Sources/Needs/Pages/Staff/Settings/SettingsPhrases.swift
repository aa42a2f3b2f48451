import Values

/// The words of the vocabulary's and the owners' pages.
enum SettingsPhrase: Phrase {
    case terms, termsIntro, lists, closed, keep, atOnce, hours(Int), workingDays(Int), add, addSend
    case isQuiet, quiet, quietHint, quietOrPublic
    case chinese, english, area, urgency, publicSpace, dueHours, dueDays, close, oneDue
    case owners, ownersIntro, noRules, remove, everyClass, wholeCommunity, addRule, keepRule

    var text: Text {
        switch self {
        case .terms: Text("类别和期限", "Classes and due times")
        case .termsIntro:
            Text(
                "改名不影响以前的事；不用了就停用，旧的还看得到。",
                "Renaming leaves old needs as they are; a closed entry is offered no more.")
        case .lists: Text("各种单子", "Lists")
        case .closed: Text("已停用", "closed")
        case .keep: Text("改好了", "Keep")
        case .atOnce: Text("马上办", "at once")
        case .hours(let count): Text("\(count)小时内", "within \(count) hours")
        case .workingDays(let count): Text("\(count)个工作日内", "within \(count) working days")
        case .add: Text("加一项", "Add an entry")
        case .addSend: Text("加上", "Add")
        case .chinese: Text("中文名", "Chinese name")
        case .english: Text("英文名", "English name")
        case .area: Text("服务领域", "Area of service")
        case .urgency: Text("一开始算多急", "Urgency to start with")
        case .publicSpace: Text("公共地方的事，不牵涉哪一家", "Of public space, naming nobody")
        case .isQuiet: Text("私事", "private")
        case .quiet: Text("私事：大家看不到是哪类事、在哪里", "Private: the public sees neither class nor place")
        case .quietHint: Text("写了公开的一句话以后才看得到", "until a worker releases a sentence")
        case .quietOrPublic:
            Text("公共地方的事不能又是私事，只勾一样", "Of public space or private, not both: tick one")
        case .dueHours: Text("几小时内，0是马上", "Within so many hours, 0 for at once")
        case .dueDays: Text("几个工作日内", "Within so many working days")
        case .close: Text("停用", "Close it")
        case .oneDue: Text("小时和工作日只填一样", "Give hours or working days, not both")
        case .owners: Text("哪类事归谁", "Who sees to what")
        case .ownersIntro:
            Text(
                "地方越小、类别越细的那条算数；没有规则的，归离得最近的社工。",
                "The smallest place and finest class win; without a rule, the nearest worker.")
        case .noRules: Text("还没有规则。新来的事归离得最近的社工。", "No rules yet. New needs go to the nearest worker.")
        case .remove: Text("去掉", "Remove")
        case .everyClass: Text("所有类别", "Every class")
        case .wholeCommunity: Text("全社区", "The whole community")
        case .addRule: Text("定一条", "Add a rule")
        case .keepRule: Text("定下", "Set")
        }
    }
}
