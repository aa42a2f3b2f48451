import Values

/// What is said on the pages of settings and of the record.
enum SettingsPhrase: Phrase {
    case settings, settingsLead, community, name, english, foot, footHint, phone, keep
    case more, vocabulary, placesLink, peopleLink, slipsLink
    case calendar(String), calendarLead, day, dayName, isWork, works, rests, follows, noDays, set, year
    case record, recordLead, action, who, whoHint, when, number, noRows, next, values, open, why, whyHint
    case openTitle(String), guest, noValues

    var text: Text { settingsText ?? recordText }

    private var settingsText: Text? {
        switch self {
        case .settings: Text("设置", "Settings")
        case .settingsLead: Text("改了马上用上，谁改的都记着。", "Changes hold at once; who made them is on record.")
        case .community: Text("社区", "The community")
        case .name: Text("名字", "Name")
        case .english: Text("英文名", "English name")
        case .foot: Text("页脚的一行", "The line at the foot")
        case .footHint: Text("地址、开门的时间、电话", "Address, hours and telephone")
        case .phone: Text("电话", "Telephone")
        case .keep: Text("记下", "Keep")
        case .more: Text("还有", "More")
        case .vocabulary: Text("事情的分类、急缓和期限", "Classes of needs, urgencies, due times")
        case .placesLink: Text("地方", "Places")
        case .peopleLink: Text("人和身份", "People and roles")
        case .slipsLink: Text("入户条", "Household slips")
        case .calendar(let year): Text("\(year)年的假日和补班", "Holidays and make-up workdays of \(year)")
        case .calendarLead: Text("期限按工作日算，以这里为准。", "Due times count working days by this list.")
        case .day: Text("哪一天", "Day")
        case .dayName: Text("叫什么", "Name")
        case .isWork: Text("这一天", "On that day")
        case .works: Text("上班", "is worked")
        case .rests: Text("放假", "is a holiday")
        case .follows: Text("照星期算", "follows the week")
        case .noDays:
            Text(
                "这一年的放假通知还没写进来，先按周一到周五算。",
                "This year's notice is not entered; Monday to Friday count.")
        case .set: Text("记下这一天", "Keep this day")
        case .year: Text("年", "Year")
        default: nil
        }
    }

    private var recordText: Text {
        switch self {
        case .record: Text("记录", "The record")
        case .recordLead: Text("每做一件事记一行，谁也改不了。", "One line for each thing done; nobody can change it.")
        case .action: Text("做了什么", "What")
        case .who: Text("谁", "Who")
        case .whoHint: Text("名字、拼音或首字母", "Name, pinyin or initials")
        case .when: Text("什么时候", "When")
        case .number: Text("第几行", "Line")
        case .noRows: Text("没有这样的记录。", "No such lines.")
        case .next: Text("再往前", "Earlier")
        case .values: Text("里面写了什么", "Contents")
        case .open: Text("打开看", "Open")
        case .why: Text("为什么要看", "Why")
        case .whyHint: Text("看一次记一次", "Each look is itself on record")
        case .openTitle(let number): Text("第\(number)行", "Line \(number)")
        case .guest: Text("没登录的人", "a guest")
        case .noValues: Text("这一行没有别的内容。", "This line has no further contents.")
        default: Text("记录", "The record")
        }
    }
}
