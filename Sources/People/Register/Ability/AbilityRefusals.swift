public import Actions
public import Values

/// Every expected no to an ability assessment.
public enum AbilityRefusal: Refusal, Equatable {
    case partMissing(AbilityDomain)
    case itemsMissing(AbilityDomain)
    case outOfRange(AbilityDomain)
    /// What was written is not what the items add up to.
    case sumDiffers(AbilityDomain, Int)
    /// What was written, and the total and level that follow from the scores.
    case levelDiffers(AbilityLevel, AbilityReckoning)
    case notAnElder, dayAhead, assessorMissing, assessedThatDay, notAssessed

    public var name: String {
        switch self {
        case .partMissing: "ability.part-missing"
        case .itemsMissing: "ability.items-missing"
        case .outOfRange: "ability.out-of-range"
        case .sumDiffers: "ability.sum-differs"
        case .levelDiffers: "ability.level-differs"
        case .notAnElder: "ability.not-an-elder"
        case .dayAhead: "ability.day-ahead"
        case .assessorMissing: "ability.assessor-missing"
        case .assessedThatDay: "ability.assessed-that-day"
        case .notAssessed: "ability.not-assessed"
        }
    }

    public var status: Int {
        switch self {
        case .notAssessed: 404
        case .assessedThatDay: 409
        default: 422
        }
    }

    public var field: String? {
        switch self {
        case .partMissing(let domain), .itemsMissing(let domain), .outOfRange(let domain),
            .sumDiffers(let domain, _):
            domain.rawValue
        case .levelDiffers: "level"
        case .notAnElder, .dayAhead, .assessedThatDay: "day"
        case .assessorMissing: "assessor"
        case .notAssessed: nil
        }
    }

    public var text: Text { scoreText ?? otherText }

    private var scoreText: Text? {
        switch self {
        case .partMissing(let domain):
            Text(
                "\(domain.title.chinese)还没有打分：每一项都选，或者只写这一部分的总分。",
                "\(domain.title.english) has no score: choose each item, or write the sum of the part.")
        case .itemsMissing(let domain):
            Text(
                "\(domain.title.chinese)还有没选的，请选全。",
                "Some items of \(domain.title.english) have no score yet.")
        case .outOfRange(let domain):
            Text(
                "\(domain.title.chinese)的分要在0到\(domain.most)之间，每一项不超过它的最高分。",
                "\(domain.title.english) scores from 0 to \(domain.most), and no item above its own best.")
        case .sumDiffers(let domain, let sum):
            Text(
                "\(domain.title.chinese)各项加起来是\(sum)分，和写的总分不一样，请对一下报告。",
                "The items of \(domain.title.english) make \(sum), not what was written; please check.")
        case .levelDiffers(let written, let reckoned):
            Text(
                "照分数算是\(reckoned.level.title.chinese)（\(reckoned.sum)分），写的是\(written.title.chinese)，"
                    + "请对一下报告。",
                "The scores give \(reckoned.level.title.english) (\(reckoned.sum)), not "
                    + "\(written.title.english); please check the report.")
        default: nil
        }
    }

    private var otherText: Text {
        switch self {
        case .notAnElder:
            Text("那一天还没满60岁，这套评估是给老年人的。", "They were not sixty on that day; this is for elders.")
        case .dayAhead: Text("这一天还没到，评过了再记。", "That day is still to come; note it then.")
        case .assessorMissing: Text("请写上是谁评的。", "Please say who assessed.")
        case .assessedThatDay:
            Text("这一天已经记了一次；写错了，先把那一次划掉。", "That day has a result; strike it out first if it is wrong.")
        default: Text("没有这一次评估，或者已经划掉了。", "There is no such result, or it was struck out.")
        }
    }
}
