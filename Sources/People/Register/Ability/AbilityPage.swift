import Actions
import Storage
import Values
import Web

/// The ability assessments of one elder: the last one, those before, and the form of a new one.
struct AbilityPage: Page {
    struct Model: Codable, Sendable {
        let person: Identifier
        /// Masked.
        let name: String
        let sex: Sex
        let age: Int
        let assessments: [AbilityAssessment]
        /// The groups of care that they are in now.
        let groups: [GroupMembership]
        /// Those that they are not in.
        let others: [SpecialGroup]
        let mayAssess: Bool
        let mayChange: Bool
        let today: Day
    }

    /// The groups that speak of how far somebody can look after themselves.
    static let groups = ["elder-dependent", "elder-partly", "elder-dementia"]

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let id = try visit.identifier("id"), keys = visit.house.keys, community = visit.community
        let person = try PersonStore.shown(id, in: community, keys, reading)
        try visit.require(RegisterRights.sensitive, on: person)
        let today = visit.now.day(in: .shanghai)
        let kinds = try GroupStore.groups(in: community, reading).filter { Self.groups.contains($0.code) }
        let groups = try GroupStore.memberships(of: id, among: kinds, in: community, keys, reading)
            .filter { $0.period.until == nil }
        let isOpen = person.died == nil && person.mergedInto == nil
        return Model(
            person: id, name: MaskedName.of(person.name), sex: person.sex, age: person.age(on: today),
            assessments: try AbilityStore.assessments(of: id, in: community, keys, reading),
            groups: groups,
            others: kinds.filter { kind in !groups.contains { $0.group.code == kind.code } },
            mayAssess: isOpen && visit.allows(RegisterRights.assess, on: person)
                && person.age(on: today) >= AssessAbility.age,
            mayChange: isOpen && visit.allows(RegisterRights.change, on: person), today: today)
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(AbilityPhrase.title) }

    func view(_ model: Model, _ scene: Scene) -> HTML { AbilityView(model: model, scene: scene).whole }
}

/// An assessment in a line: the level, the total, who and why.
struct AbilityLine {
    let assessment: AbilityAssessment
    let language: Language

    /// 中度失能，52分
    var result: String {
        guard let reckoning = assessment.reckoning else { return AbilityPhrase.erased(language) }
        let comma = language == .chinese ? "，" : ", "
        return reckoning.level.title[language] + comma + AbilityPhrase.total(reckoning.sum)(language)
    }

    /// When, by whom and why.
    var when: String {
        let result = assessment.result
        let who = [result?.assessor, result?.agency].compactMap { $0 }.filter { !$0.isEmpty }
        var parts = [assessment.day.full(language)]
        if !who.isEmpty { parts.append(AbilityPhrase.by(who.joined(separator: " "))(language)) }
        if let result { parts += [result.kind.title[language], result.reason.title[language]] }
        if assessment.isStruck { parts.append(AbilityPhrase.struck(language)) }
        return parts.joined(separator: "　")
    }

    /// By when again, or since when it is late.
    func due(on today: Day) -> AbilityPhrase {
        let day = assessment.due.full(language)
        return assessment.due < today ? .dueSince(day) : .dueBy(day)
    }

    /// What changed the level that the total gives; nil where nothing did.
    var change: String? {
        guard let reckoning = assessment.reckoning, let findings = assessment.result?.findings,
            reckoning.level != reckoning.first
        else { return nil }
        var why: [String] = []
        if findings.isComatose { why.append(AbilityPhrase.coma(language)) }
        why += findings.diagnoses.map { $0.title[language] }
        if findings.risks >= AbilityFindings.risksThatCount {
            why.append(AbilityPhrase.riskCount(findings.risks)(language))
        }
        return AbilityPhrase.bySum(reckoning.first.title[language])(language)
            + why.joined(separator: AbilityPhrase.joined(language))
    }
}
