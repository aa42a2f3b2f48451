public import Values

/// Why a resource is recommended, or what speaks against it: each with its points and its sentence.
public enum RecommendationReason: Sendable, Hashable, Phrase {
    case sameClass, sameArea, sameKind
    case reaches(String), outOfReach(String), shared(by: String)
    /// Steps between the two places through the tree.
    case distance(Int)
    case everybody, sameGroup, otherGroup
    case left(Int64, unit: String), tooLittle(Int64, wanted: Int64, unit: String), full, notCounted
    case open(Weekday), shut(Weekday)
    case judged(good: Int64, of: Int64), untried
    case late(days: Int64, uses: Int64), declines(Int64)
    case householdHad(Int64), gridHadNone(String), gridHadMost(String, Int64, of: Int64)
    case verified(daysAgo: Int), neverVerified
    case free, paid, agreed

    /// The table of the score.
    ///
    /// | matter | points |
    /// | --- | --- |
    /// | class, its area, a kind that answers it | 40, 15, 5 |
    /// | reaches the place, shared by another community, out of reach | 12, 4, −40 |
    /// | distance by the tree | 10 less 2 a step, not below 0 |
    /// | for this group, for everybody, for others | 12, 4, −15 |
    /// | enough left, not counted, too little, nothing | 15, 8, −15, −60 |
    /// | open, shut on the day | 5, −10 |
    /// | past results | between −10 and 20, drawn to the middle while few have judged |
    /// | late days a use, refusals | −2 each up to −10; −2 each up to −8 |
    /// | this household had it in 90 days | −5 each up to −15 |
    /// | this grid had none of it, had more than half | 5, −5 |
    /// | verified within 90 days, within 180, longer ago, never | 6, 3, −6, −8 |
    /// | free, paid; by agreement | 5, −5; 5 |
    public var points: Int {
        switch self {
        case .sameClass: 40
        case .sameArea: 15
        case .sameKind: 5
        case .reaches: 12
        case .outOfReach: -40
        case .shared: 4
        case .distance(let steps): max(0, 10 - 2 * min(max(steps, 0), 5))
        case .everybody: 4
        case .sameGroup: 12
        case .otherGroup: -15
        case .left: 15
        case .tooLittle: -15
        case .full: -60
        case .notCounted: 8
        case .open: 5
        case .shut: -10
        default: historyPoints
        }
    }

    private var historyPoints: Int {
        switch self {
        case .judged(let good, let all):
            Int(30 * (min(good, 1_000_000) + 1) / (min(max(all, good), 1_000_000) + 2)) - 10
        case .untried: 0
        case .late(let days, let uses): -Int(min(10, 2 * max(1, min(days, 1_000_000) / max(1, uses))))
        case .declines(let times): -Int(2 * min(4, times))
        case .householdHad(let times): -Int(5 * min(3, times))
        case .gridHadNone: 5
        case .gridHadMost: -5
        case .verified(let days): days <= 90 ? 6 : days <= Verification.staleAfterDays ? 3 : -6
        case .neverVerified: -8
        case .free: 5
        case .paid: -5
        case .agreed: 5
        default: 0
        }
    }

    public var text: Text {
        switch self {
        case .sameClass: Text("正好管这一类", "Answers this class of need")
        case .sameArea: Text("同一个领域，不是正好这一类", "Same field, not exactly this class")
        case .sameKind: Text("这种资源常能帮上这类事", "Resources of this kind often answer such needs")
        case .reaches(let name): Text("\(name)都管到", "Serves all of \(name)")
        case .outOfReach(let name): Text("只管\(name)，这里不在内", "Serves only \(name); this place lies outside")
        case .shared(let name): Text("\(name)分给我们用，要等他们登记", "Shared by \(name), who must register it first")
        case .distance(let steps):
            steps == 0
                ? Text("就在这里", "On the spot")
                : Text("隔\(steps)层", "\(steps) steps away through the tree of places")
        case .everybody: Text("谁都能用", "For everybody")
        case .sameGroup: Text("专门帮这群人", "Meant for this group")
        case .otherGroup: Text("本来是帮别的人群的", "Meant for other groups")
        case .left(let left, let unit): Text("还剩\(left)\(unit)", "\(left) \(unit) left")
        case .tooLittle(let left, let wanted, let unit):
            Text("只剩\(left)\(unit)，要\(wanted)\(unit)", "Only \(left) \(unit) left, \(wanted) wanted")
        case .full: Text("这段时间约满了", "Nothing left in this period")
        case .notCounted: Text("不限量", "Not limited")
        case .open(let day): Text("\(day.name(.chinese))有空", "Open on \(day.name(.english))")
        case .shut(let day): Text("\(day.name(.chinese))不开", "Shut on \(day.name(.english))")
        default: historyText
        }
    }

    private var historyText: Text {
        switch self {
        case .judged(let good, let all):
            Text("用过后说好的\(good)次，共问过\(all)次", "\(good) of \(all) receivers said it went well")
        case .untried: Text("还没用过", "Not tried yet")
        case .late(let days, let uses):
            days >= uses
                ? Text("平均迟\(days / max(1, uses))天", "\(days / max(1, uses)) days late on average")
                : Text("\(uses)次里迟过，共\(days)天", "\(days) days late over \(uses) uses")
        case .declines(let times): Text("推掉过\(times)次", "Declined \(times) times")
        case .householdHad(let times):
            Text("这家90天里用过\(times)次，让让别家", "This household had it \(times) times in 90 days")
        case .gridHadNone(let grid): Text("\(grid)90天里还没用过", "\(grid) has had none of it in 90 days")
        case .gridHadMost(let grid, let uses, let all):
            Text("90天里\(all)次有\(uses)次给了\(grid)", "\(grid) had \(uses) of \(all) uses in 90 days")
        case .verified(let days):
            days == 0
                ? Text("今天核实过", "Verified today")
                : Text("\(days)天前核实过", "Verified \(days) days ago")
        case .neverVerified: Text("还没核实过", "Never verified")
        case .free: Text("不要钱", "Free")
        case .paid: Text("要收费", "Paid")
        default: Text("签了约", "Under an agreement")
        }
    }
}
