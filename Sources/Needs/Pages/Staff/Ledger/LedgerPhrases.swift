import Values

/// The words of the needs ledger.
enum LedgerPhrase: Phrase {
    case views, find, kind, group, place, step, urgency, source, owner, wish, needs, wishes
    case enter, table, pick, number, what, who, due, assignTo, nobody, assign, merge, print
    case emptyFilter, clear, address, viewTitle, keep, forget
    case news(open: Int64, answered: Int64, done: Int64)
    case view(NeedFilter.View), emptyView(NeedFilter.View), order(NeedFilter.Sort)
    case total(Int64), shown(Int)
    case printed(Int), outcome, satisfaction, reported, urgencyColumn, title, released

    var text: Text {
        switch self {
        case .view(let view): Self.title(view)
        case .emptyView(let view): Self.empty(view)
        case .order(let sort): Self.order(sort)
        case .news(let open, let answered, let done):
            Text(
                "在办\(open)件，\(answered)件等反馈，办成\(done)件",
                "\(open) open, \(answered) waiting for a word, \(done) done")
        case .total(let count): Text("\(count)件，", "\(count) needs, ")
        case .shown(let count): Text("这一页\(count)件", "\(count) on this page")
        default: filterText ?? listText
        }
    }

    private var filterText: Text? {
        switch self {
        case .views: Text("存好的看法", "Saved views")
        case .find: Text("找字、楼、编号", "Words, building, number")
        case .kind: Text("类别", "Class")
        case .group: Text("人群", "Group")
        case .place: Text("地方", "Place")
        case .step: Text("到哪一步", "Step")
        case .urgency: Text("急不急", "Urgency")
        case .source: Text("从哪里来", "Source")
        case .owner: Text("谁负责", "Owner")
        case .wish: Text("大小", "Kind")
        case .needs: Text("需求", "Needs")
        case .wishes: Text("微心愿", "Wishes")
        case .address: Text("。地址里就是筛选，发给同事，看到的一样。", ". The address is the filter: send it to a colleague.")
        case .viewTitle: Text("把现在的筛选存下，叫什么", "Keep these filters as")
        case .keep: Text("存下", "Keep")
        case .forget: Text("不再存着这个筛选", "Forget this view")
        case .clear: Text("看全部在办", "See all open")
        default: nil
        }
    }

    private var listText: Text {
        switch self {
        case .enter: Text("记一件", "Enter a need")
        case .table: Text("需求表", "Needs")
        case .pick: Text("选", "Select")
        case .number: Text("编号", "Number")
        case .what: Text("什么事", "What")
        case .who: Text("谁", "Who")
        case .due: Text("期限", "Due")
        case .assignTo: Text("选了的归谁", "Give the ticked to")
        case .nobody: Text("先选一位", "Choose somebody")
        case .assign: Text("交给这位", "Assign")
        case .merge: Text("并成一件", "Merge into one")
        case .print: Text("打印", "Print")
        case .emptyFilter: Text("没有这样的需求。筛选放宽一点试试。", "No need is like that. Try fewer filters.")
        case .printed(let count): Text("需求单，\(count)件", "Needs, \(count)")
        case .outcome: Text("结果", "Outcome")
        case .satisfaction: Text("满意", "Satisfaction")
        case .reported: Text("说的时间", "Reported")
        case .urgencyColumn: Text("急不急", "Urgency")
        case .title: Text("事由", "Title")
        case .released: Text("公开", "Public")
        default: Text("—", "—")
        }
    }

    private static func title(_ view: NeedFilter.View) -> Text {
        switch view {
        case .mine: Text("我手上", "Mine")
        case .open: Text("全部在办", "All open")
        case .late: Text("迟了", "Late")
        case .unowned: Text("没人接", "Nobody's")
        case .noResource: Text("还没有资源", "No resource yet")
        case .all: Text("全部", "All")
        case .closed: Text("不在办的", "No longer open")
        case .held: Text("先放着的", "Held")
        case .answered: Text("等反馈", "Waiting for a word")
        case .asked: Text("请我接手", "Offered to me")
        }
    }

    private static func empty(_ view: NeedFilter.View) -> Text {
        switch view {
        case .mine: Text("您手上没有在办的。看看没人接的。", "Nothing is in your hands. Look at those that nobody has.")
        case .late: Text("没有迟的。", "Nothing is late.")
        case .unowned: Text("都有人接了。", "Everything has an owner.")
        default: Text("这里还没有需求。听到一件，就记一件。", "No needs yet. When you hear one, enter it.")
        }
    }

    private static func order(_ sort: NeedFilter.Sort) -> Text {
        switch sort {
        case .newest: Text("先看新的", "newest first")
        case .oldest: Text("先看早的", "oldest first")
        case .due: Text("先看快到期的，没有期限的不在这里", "by due time; those without one are left out")
        }
    }
}
