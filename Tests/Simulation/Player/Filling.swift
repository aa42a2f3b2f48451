import Values
import Web

/// Fills in forms as many people would: mostly well, sometimes empty, too long, or with malice.
struct Filling {
    var dice: Dice
    let today: Day
    var novelty = Novelty()

    /// One of the list, rather one whose kind of address was asked for seldom.
    mutating func seldom<T>(_ list: [T], _ address: (T) -> String) -> T? {
        let some = (0..<3).compactMap { _ in dice.pick(list) }
        return some.min { novelty.count(of: address($0)) < novelty.count(of: address($1)) }
    }

    /// The names and values that would be sent.
    mutating func fill(_ form: PageForm) -> [(name: String, value: String)] {
        var sent: [(name: String, value: String)] = []
        for entry in form.entries where entry.kind != .file {
            switch entry.kind {
            case .tick: if dice.chance(40) { sent.append((entry.name, entry.value)) }
            case .one(let choices):
                if let value = one(choices, entry.value) { sent.append((entry.name, value)) }
            default: sent.append((entry.name, value(for: entry)))
            }
        }
        if let button = dice.pick(form.buttons) { sent.append(button) }
        return sent
    }

    private mutating func one(_ choices: [String], _ standing: String) -> String? {
        if dice.chance(3) { return dice.chance(50) ? nil : "no-such-choice" }
        return dice.chance(20) ? standing : dice.pick(choices)
    }

    private mutating func value(for entry: PageForm.Entry) -> String {
        if entry.kind == .hidden { return entry.value }
        if !entry.value.isEmpty, dice.chance(50) { return entry.value }
        if dice.chance(6) { return "" }
        if dice.chance(4) { return dice.pick(Self.hostile) ?? "" }
        switch entry.kind {
        case .telephone: return "139\(10_000_000 + dice.below(400))"
        case .number: return dice.chance(5) ? "-7" : String(dice.within(1...12))
        case .date: return today.adding(days: dice.within(-40...40)).description
        case .time: return "\(10 + dice.below(10)):30"
        case .password: return "correct horse battery \(dice.below(9))"
        default: return dice.pick(Self.sentences) ?? ""
        }
    }

    /// A file for an upload field; nil leaves it empty.
    mutating func file(accepting kinds: String) -> (name: String, type: String, bytes: [UInt8])? {
        guard dice.chance(60) else { return nil }
        if kinds.contains("image") { return ("照片.png", "image/png", Self.picture) }
        let rows = (0..<dice.within(1...40)).map { _ in
            let place = dice.pick(["1栋", "2栋1单元", "", "没有的楼"]) ?? ""
            return "\(dice.pick(Self.sentences) ?? ""),\(place),2026-11-0\(dice.within(1...9))"
        }
        return ("台账.csv", "text/csv", Array((["需求,地点,日期"] + rows).joined(separator: "\n").utf8))
    }

    static let sentences = [
        "楼道灯坏了，老人扶墙下楼。", "想找人每周二陪我去医院", "电梯又停了", "已经联系物业，明天上午来", "谢谢，办得很好",
        "还没有办好，请再看看", "垃圾桶边上味道大", "有一辆轮椅可以借", "可以教孩子们写毛笔字", "3", "王阿姨", "荷溪路88号",
        "周三下午两点", "单元门的锁坏了两回", "希望装一个扶手", "1", "社区活动室", "下雨天一楼进水", "不用了", "同意",
    ]
    static let hostile = [
        "\"><script>alert(1)</script>", "'; DROP TABLE need; --", "\"\u{301}>\u{0}", "\u{202E}反过来",
        "９９９９９９９９９９９９９９９９９９９９",
        String(repeating: "长", count: 6000), "%00%0d%0aSet-Cookie: a=b", "🀄️👨‍👩‍👧‍👦", "../../etc/passwd",
        "-9223372036854775808",
    ]
    /// One white dot.
    static let picture: [UInt8] = [
        0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0,
        0, 0, 1,
        8, 2, 0, 0, 0, 0x90, 0x77, 0x53, 0xde, 0, 0, 0, 0x0c, 0x49, 0x44, 0x41, 0x54, 0x08, 0xd7, 0x63, 0xf8,
        0xff,
        0xff, 0x3f, 0, 0x05, 0xfe, 0x02, 0xfe, 0xdc, 0xcc, 0x59, 0xe7, 0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44,
        0xae, 0x42,
        0x60, 0x82,
    ]
}
