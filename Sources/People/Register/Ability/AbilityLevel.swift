public import Values

/// How far somebody can look after themselves, the best first.
/// Source: GB/T 42195-2022.
public enum AbilityLevel: String, Sendable, CaseIterable, Codable, Comparable {
    case full, mild, moderate, severe, lost

    /// The best total.
    public static let most = AbilityDomain.allCases.reduce(0) { $0 + $1.most }

    /// By the total alone; nil where no total is so large or so small.
    public init?(sum: Int) {
        switch sum {
        case 90: self = .full
        case 66...89: self = .mild
        case 46...65: self = .moderate
        case 30...45: self = .severe
        case 0...29: self = .lost
        default: return nil
        }
    }

    /// 0 for full ability, up to 4.
    public var grade: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// One level further down; the last stays.
    var worse: AbilityLevel { Self.allCases[min(grade + 1, Self.allCases.count - 1)] }

    public static func < (a: AbilityLevel, b: AbilityLevel) -> Bool { a.grade < b.grade }

    public var title: Text {
        switch self {
        case .full: Text("能力完好", "Full ability")
        case .mild: Text("轻度失能", "Mildly impaired")
        case .moderate: Text("中度失能", "Moderately impaired")
        case .severe: Text("重度失能", "Severely impaired")
        case .lost: Text("完全失能", "Ability lost")
        }
    }
}

/// What an assessor found beside the scores, and what changes the level that they give.
/// Source: GB/T 42195-2022.
public struct AbilityFindings: Sendable, Codable, Hashable {
    /// Diagnosed by a physician.
    public enum Diagnosis: String, Sendable, CaseIterable, Codable {
        case dementia, mental

        public var title: Text {
            switch self {
            case .dementia: Text("确诊认知障碍、痴呆（F00至F03）", "Dementia, diagnosed (F00 to F03)")
            case .mental: Text("确诊别的精神和行为障碍（F04至F99）", "Another mental disorder, diagnosed (F04 to F99)")
            }
        }
    }

    public let isComatose: Bool
    public let diagnoses: [Diagnosis]
    /// Falls, losing the way, choking, harm to oneself and the like within thirty days.
    public let risks: Int

    public init(isComatose: Bool = false, diagnoses: [Diagnosis] = [], risks: Int = 0) {
        self.isComatose = isComatose
        self.diagnoses = Diagnosis.allCases.filter(diagnoses.contains)
        self.risks = max(0, risks)
    }

    /// From so many events of risk on the level is one worse.
    public static let risksThatCount = 2

    var worsen: Bool { !diagnoses.isEmpty || risks >= Self.risksThatCount }
}

/// The total of an assessment and the level that follows from it.
public struct AbilityReckoning: Sendable, Codable, Hashable {
    public let sum: Int
    /// By the total alone.
    public let first: AbilityLevel
    /// After what else was found: coma is the last level at once, a diagnosis or repeated risks one level
    /// worse, however many of them there are.
    public let level: AbilityLevel

    /// - Throws: ``AbilityRefusal/partMissing(_:)`` unless each domain stands there once.
    public init(_ parts: [AbilityPart], _ findings: AbilityFindings) throws {
        for domain in AbilityDomain.allCases where parts.count(where: { $0.domain == domain }) != 1 {
            throw AbilityRefusal.partMissing(domain)
        }
        sum = parts.reduce(0) { $0 + $1.sum }
        guard let first = AbilityLevel(sum: sum) else { throw AbilityRefusal.outOfRange(.selfCare) }
        self.first = first
        level = findings.isComatose ? .lost : findings.worsen ? first.worse : first
    }
}
