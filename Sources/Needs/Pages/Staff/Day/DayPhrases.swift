import Values

/// The words of a worker's day.
enum DayPhrase: Phrase {
    case load(Int, String), late, due, fresh, answered, held, offers, asked, answers, lateOfAll
    case lateNote, dueNote, freshNote, answeredNote, askedNote, answersNote, lateOfAllNote
    case before(String), actAccept, actMerge, actLink, actNote, actFeedback, actUse
    case quick, quickHint, write, keep, whole, allDone, lists

    var text: Text {
        switch self {
        case .load(let mine, let mean):
            Text("手上在办\(mine)件，站里人均\(mean)件", "\(mine) open in your hands, \(mean) on average here")
        case .before(let clock): Text("\(clock)前", "by \(clock)")
        default: groupText ?? actText
        }
    }

    private var groupText: Text? {
        switch self {
        case .late: Text("迟了", "Late")
        case .due: Text("今天到期", "Due today")
        case .fresh: Text("新到", "New")
        case .answered: Text("等一句好不好", "Waiting for a word")
        case .held: Text("先放着的", "Held")
        case .offers: Text("居民的本事", "Offers")
        case .asked: Text("请您接手", "Offered to you")
        case .answers: Text("对方回话了", "Answers")
        case .lateOfAll: Text("全站迟了的", "Late in the station")
        case .lateNote: Text("先办这些", "these first")
        case .dueNote: Text("今天下班前", "before the day ends")
        case .freshNote: Text("还没接办的，24小时内要有人接", "not taken on yet; each wants somebody within a day")
        case .answeredNote: Text("打个电话问一句，就能办结", "one call, and they can be closed")
        case .askedNote: Text("接不接，回一句", "say yes or no")
        case .answersNote: Text("不行，或者要换日子，另想办法", "a no or another day: decide anew")
        case .lateOfAllNote: Text("看看是不是要换人、要帮忙", "see who needs help")
        case .allDone: Text("今天都做完了。", "Everything for today is done.")
        default: nil
        }
    }

    private var actText: Text {
        switch self {
        case .actAccept: Text("接办", "Accept")
        case .actMerge: Text("并入", "Merge")
        case .actLink: Text("找人帮", "Find help")
        case .actNote: Text("记录", "Note")
        case .actFeedback: Text("记下反馈", "Feedback")
        case .actUse: Text("记录使用", "Record use")
        case .quick: Text("一句话记下来", "In one sentence")
        case .quickHint: Text("谁，在哪里，什么事。先记一句，晚点再补。", "Who, where, what. One sentence now, the rest later.")
        case .write: Text("记一件", "Enter a need")
        case .keep: Text("记下", "Keep")
        case .lists: Text("每月名单：该再看的、生日、独居、选民", "The month's lists: reviews, birthdays, living alone, voters")
        case .whole: Text("写全一点", "The whole form")
        default: Text("—", "—")
        }
    }
}
