import Values

/// What the pages of ability assessments say.
enum AbilityPhrase: Phrase {
    case title, note, none, last, history, seeAll, total(Int), of(Int, Int), dueBy(String), dueSince(String)
    case by(String), bySum(String), struck, strike, erased, eachItem, age(Int)
    case coma, comaHint, risks, risksHint, riskCount(Int), joined
    case formTitle, formNote, score(String, Int), scoreHint, noneScores, sumOf(String), sumHint(Int), day,
        kind, reason
    case assessor, assessorHint, agency, diagnoses, level, reckon, levelHint, count, keep, notYet, soFar
    case found, reckoned(Int, String)
    case groupsTitle, groupsNote, sameLevel, takeLevel(String), enter(String), basis(String)
    case periodTitle, periodNote, periodDays

    var text: Text { resultText ?? formText ?? otherText }

    private var resultText: Text? {
        switch self {
        case .title: Text("老年人能力评估", "Ability assessments")
        case .note:
            Text("照GB/T 42195-2022，满分90，分越高越好。是健康信息，只给能看的人看。", "By GB/T 42195-2022: of 90, more is better.")
        case .none: Text("还没有评过。", "Not assessed yet.")
        case .last: Text("最近一次", "The last one")
        case .history: Text("以前评过的", "Before")
        case .seeAll: Text("看全部，记一次", "See all, note one")
        case .total(let sum): Text("\(sum)分", "\(sum) points")
        case .of(let sum, let most): Text("\(sum)／\(most)分", "\(sum) of \(most)")
        case .dueBy(let day): Text("\(day)前再评", "again by \(day)")
        case .dueSince(let day): Text("\(day)就该再评了", "was due again on \(day)")
        case .by(let who): Text("\(who)评", "by \(who)")
        case .bySum(let level): Text("光照分数是\(level)，再加上：", "By the total \(level); then:")
        case .struck: Text("记错了，已划掉", "struck out")
        case .strike: Text("记错了，划掉", "A mistake: strike out")
        case .erased: Text("结果已删", "erased")
        case .eachItem: Text("看每一项", "Item by item")
        case .age(let age): Text("\(age)岁", "aged \(age)")
        case .joined: Text("、", ", ")
        default: nil
        }
    }

    private var formText: Text? {
        switch self {
        case .formTitle: Text("记一次评估", "Note an assessment")
        case .formNote: Text("照报告逐项选；报告上只有部分总分的，只写总分也行。", "Item by item, or the sums alone.")
        case .score(let item, let most): Text("\(item)（最高\(most)分）", "\(item) (at most \(most))")
        case .scoreHint: Text("分越高，自己能做的越多。", "The higher, the more they can do.")
        case .noneScores: Text("没有这种情况得1分", "1 where there is none")
        case .sumOf(let part): Text("\(part)的总分", "Sum of \(part)")
        case .sumHint(let most):
            Text("0到\(most)；上面都选了，可以不写", "0 to \(most); not needed where each item is chosen")
        case .day: Text("哪天评的", "Assessed on")
        case .kind: Text("是谁的结果", "Whose result")
        case .reason: Text("为什么评", "Why")
        case .assessor: Text("谁评的", "Who assessed")
        case .assessorHint: Text("两位以上都写上，用顿号隔开", "All names, parted by commas")
        case .agency: Text("哪个机构的", "Of which agency")
        case .diagnoses: Text("医生的诊断", "Diagnosed by a physician")
        case .level: Text("报告上写的等级", "The level in the report")
        case .reckon: Text("没写，照分数算", "None: work it out")
        case .levelHint: Text("写了就对一对，对不上不收", "Where it is chosen, it has to agree")
        case .count: Text("先算一算", "Add up first")
        case .keep: Text("记下", "Note")
        case .notYet: Text("还没选全", "not complete")
        case .soFar: Text("还没选全，现在是这样", "Not complete yet; so far")
        case .reckoned(let sum, let level): Text("总分\(sum)，\(level)", "\(sum) in all: \(level)")
        case .found: Text("还有没有这些", "Is any of this so")
        default: nil
        }
    }

    private var otherText: Text {
        switch self {
        case .coma: Text("昏迷", "In a coma")
        case .comaHint: Text("昏迷的，不论分数都是完全失能", "A coma is the last level, whatever the total")
        case .risks: Text("近30天出了几次意外", "Accidents within thirty days")
        case .risksHint: Text("跌倒、走失、噎食、自伤这些；两次以上重一级", "Falls, losing the way, choking, self-harm; two count")
        case .riskCount(let count): Text("近30天意外\(count)次", "\(count) accidents within thirty days")
        case .groupsTitle: Text("要不要跟着改类别", "Groups that may follow")
        case .groupsNote: Text("等级不会自己改类别，由您看过再定。", "No group changes by itself; you decide.")
        case .sameLevel: Text("程度已经一样", "the level is the same")
        case .takeLevel(let level): Text("程度改成“\(level)”", "Set the level to “\(level)”")
        case .enter(let group): Text("记入“\(group)”", "Note as “\(group)”")
        case .basis(let day): Text("能力评估\(day)", "Ability assessment \(day)")
        case .periodTitle: Text("多久再评一次", "How soon again")
        case .periodNote: Text("评过以后隔这么多天再评。常用两年，本社区可以自己定。", "Days until the next one. Two years are usual.")
        default: Text("天数", "Days")
        }
    }
}
