public import Values

/// One of the four first-level indicators of an ability assessment.
/// Source: GB/T 42195-2022.
public enum AbilityDomain: String, Sendable, CaseIterable, Codable {
    case selfCare = "self-care", movement, mind, senses

    public var title: Text {
        switch self {
        case .selfCare: Text("自理能力", "Self-care")
        case .movement: Text("基础运动能力", "Basic movement")
        case .mind: Text("精神状态", "State of mind")
        case .senses: Text("感知觉与社会参与", "Senses and taking part")
        }
    }

    /// Its second-level indicators, in the standard's order.
    public var items: [AbilityItem] { AbilityItem.allCases.filter { $0.domain == self } }

    /// The best that can be scored in it.
    public var most: Int { items.reduce(0) { $0 + $1.most } }
}

/// A second-level indicator: scored from 0 upwards, and more is better.
/// Source: GB/T 42195-2022.
public enum AbilityItem: String, Sendable, CaseIterable, Codable {
    case eating, grooming, bathing, upperDress = "upper-dress", lowerDress = "lower-dress", urine, stool,
        toilet
    case inBed = "in-bed", transfer, walking, stairs
    case time, space, people, memory, understanding, expression, aggression, depression, consciousness
    case sight, hearing, affairs, transport, company

    public var domain: AbilityDomain {
        switch self {
        case .eating, .grooming, .bathing, .upperDress, .lowerDress, .urine, .stool, .toilet: .selfCare
        case .inBed, .transfer, .walking, .stairs: .movement
        case .time, .space, .people, .memory, .understanding, .expression, .aggression, .depression,
            .consciousness:
            .mind
        case .sight, .hearing, .affairs, .transport, .company: .senses
        }
    }

    /// The best score.
    public var most: Int {
        switch self {
        case .aggression, .depression: 1
        case .consciousness, .sight, .hearing: 2
        case .stairs, .transport: 3
        default: 4
        }
    }

    public var title: Text { bodyTitle ?? mindTitle }

    private var bodyTitle: Text? {
        switch self {
        case .eating: Text("进食", "Eating")
        case .grooming: Text("修饰", "Grooming")
        case .bathing: Text("洗澡", "Bathing")
        case .upperDress: Text("穿、脱上衣", "Dressing above the waist")
        case .lowerDress: Text("穿、脱裤子和鞋袜", "Dressing below the waist, shoes and socks")
        case .urine: Text("小便控制", "Bladder control")
        case .stool: Text("大便控制", "Bowel control")
        case .toilet: Text("如厕", "Using the toilet")
        case .inBed: Text("床上体位转移", "Turning and sitting up in bed")
        case .transfer: Text("床椅转移", "From bed to chair")
        case .walking: Text("平地行走", "Walking on the level")
        case .stairs: Text("上、下楼梯", "Stairs")
        default: nil
        }
    }

    private var mindTitle: Text {
        switch self {
        case .time: Text("时间定向", "Knowing the time")
        case .space: Text("空间定向", "Knowing the place")
        case .people: Text("人物定向", "Knowing people")
        case .memory: Text("记忆", "Memory")
        case .understanding: Text("理解能力", "Understanding")
        case .expression: Text("表达能力", "Expression")
        case .aggression: Text("攻击行为", "Aggression")
        case .depression: Text("抑郁症状", "Depression")
        case .consciousness: Text("意识水平", "Consciousness")
        case .sight: Text("视力", "Sight")
        case .hearing: Text("听力", "Hearing")
        case .affairs: Text("执行日常事务", "Daily affairs")
        case .transport: Text("使用交通工具外出", "Going out by transport")
        default: Text("社会交往能力", "Company of others")
        }
    }
}

/// What was scored in one domain: item by item, or its sum alone as a report may give it.
public struct AbilityPart: Sendable, Codable, Hashable {
    public let domain: AbilityDomain
    /// In the standard's order; empty where the sum alone is known.
    public let items: [Int]
    public let sum: Int

    /// - Parameters: `items`: one score for each item, or none; `sum`: as it was written, nil where it is to
    ///   be added up.
    /// - Throws: ``AbilityRefusal`` where neither tells, or one contradicts the other.
    public init(_ domain: AbilityDomain, items: [Int?] = [], sum: Int? = nil) throws {
        let known = items.compactMap(\.self)
        self.domain = domain
        guard !known.isEmpty else {
            guard let sum else { throw AbilityRefusal.partMissing(domain) }
            guard (0...domain.most).contains(sum) else { throw AbilityRefusal.outOfRange(domain) }
            (self.items, self.sum) = ([], sum)
            return
        }
        guard known.count == domain.items.count, items.count == known.count else {
            throw AbilityRefusal.itemsMissing(domain)
        }
        guard zip(known, domain.items).allSatisfy({ (0...$1.most).contains($0) }) else {
            throw AbilityRefusal.outOfRange(domain)
        }
        let added = known.reduce(0, +)
        guard sum == nil || sum == added else { throw AbilityRefusal.sumDiffers(domain, added) }
        (self.items, self.sum) = (known, added)
    }
}
