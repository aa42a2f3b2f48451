public import Values

/// Why an assessment was made.
public enum AbilityReason: String, Sendable, CaseIterable, Codable {
    case first, regular, immediate, again, other

    public var title: Text {
        switch self {
        case .first: Text("第一次评", "First")
        case .regular: Text("到期再评", "Regular")
        case .immediate: Text("身体变了，马上评", "At once, after a change")
        case .again: Text("有疑问，复评", "Again, on doubt")
        case .other: Text("别的", "Other")
        }
    }
}

/// Whose result it is.
public enum AbilityKind: String, Sendable, CaseIterable, Codable {
    /// Of trained assessors: the station writes down what their report says.
    case assessed
    /// The station's own look, which decides no benefit.
    case screened

    public var title: Text {
        switch self {
        case .assessed: Text("评估机构评的", "Assessed by an agency")
        case .screened: Text("社区先筛查的", "Screened by the station")
        }
    }
}

/// A result to be written down.
public struct NewAbility: Sendable, Codable, Hashable {
    /// The day of the assessment.
    public let day: Day
    public let parts: [AbilityPart]
    public let findings: AbilityFindings
    public let kind: AbilityKind
    public let reason: AbilityReason
    /// The names of those who assessed.
    public let assessor: String
    /// Where they belong; empty where nobody said.
    public let agency: String

    public init(
        on day: Day, _ parts: [AbilityPart], _ findings: AbilityFindings, by assessor: Assessor,
        _ reason: AbilityReason
    ) {
        self.day = day
        self.parts = parts
        self.findings = findings
        (kind, self.assessor, agency) = (assessor.kind, assessor.name, assessor.agency)
        self.reason = reason
    }

    /// Who assessed.
    public struct Assessor: Sendable {
        let kind: AbilityKind
        let name: String
        let agency: String

        public init(_ name: String, of agency: String = "", _ kind: AbilityKind = .assessed) {
            (self.kind, self.name, self.agency) = (kind, name, agency)
        }
    }
}

/// A result as it is kept.
public struct AbilityAssessment: Sendable, Codable {
    public let id: Identifier
    public let day: Day
    /// By when somebody assesses again.
    public let due: Day
    /// Written by mistake; kept to be seen.
    public let isStruck: Bool
    /// Nil where the person's key was destroyed.
    public let result: NewAbility?
    public let reckoning: AbilityReckoning?
}

extension PrivacyPeriod {
    /// Days after which ability is assessed again. A community's own to set: two years are usual.
    public static let ability = PrivacyPeriod(name: "ability", days: 730)
}
