import People
import Values

/// An elder who was written into the register, with what was written.
struct RegisteredElder {
    let id: Identifier
    let person: NewPerson
}

extension Stage {
    /// How many of those noted as dependent nobody has assessed yet.
    private static let notYet = 4

    /// The ability of those noted as dependent, and of some of the very old, is assessed; some are due again.
    func assess(_ elders: [RegisteredElder]) async throws {
        guard
            let worker = players.values.filter({ $0.grants.contains { $0.role == .socialWorker } })
                .min(by: { $0.key < $1.key })
        else { throw TellingFault(description: "no social worker to assess anybody") }
        var writing = AbilityWriting(today: calendar.lastDay, screener: worker.name, dice: dice("ability"))
        let dependent = elders.filter { writing.isDependent($0.person) }.dropLast(Self.notYet)
        let old = elders.filter { writing.isTaken($0.person) }
        for elder in dependent + old {
            for new in try writing.written(elder.person) {
                try await perform(AssessAbility(elder.id, new), by: worker.actor, "ability of \(elder.id)")
            }
        }
    }
}

/// Invents the results of ability assessments that fit the groups somebody is in.
struct AbilityWriting {
    let today: Day
    /// Who screens at the station.
    let screener: String
    var dice: Dice

    private static let groups: Set = ["elder-dependent", "elder-partly", "elder-dementia"]

    func isDependent(_ person: NewPerson) -> Bool {
        person.stay.until == nil && person.groups.contains { Self.groups.contains($0.code) }
    }

    /// One in eight of the very old who are noted in no group of care.
    mutating func isTaken(_ person: NewPerson) -> Bool {
        guard person.stay.until == nil, !isDependent(person), person.born.years(to: today) >= 80 else {
            return false
        }
        return dice.chance(12)
    }

    /// The results of an elder, one or two.
    mutating func written(_ person: NewPerson) throws -> [NewAbility] {
        let codes = Set(person.groups.map(\.code))
        let range =
            codes.contains("elder-dependent")
            ? 8...44 : codes.contains("elder-partly") || codes.contains("elder-dementia") ? 47...64 : 62...90
        let sum = dice.within(range)
        let last = today.adding(days: -12 - dice.below(780))
        let diagnoses: [AbilityFindings.Diagnosis] = codes.contains("elder-dementia") ? [.dementia] : []
        let risks = dice.chance(15) ? 1 + dice.below(2) : 0
        let findings = AbilityFindings(diagnoses: diagnoses, risks: risks)
        let isSecond = !codes.isDisjoint(with: Self.groups) && dice.chance(40)
        var results = [try result(sum, on: last, findings, isSecond ? .immediate : .first)]
        if isSecond {
            let before = last.adding(days: -200 - dice.below(300))
            results.insert(
                try result(min(90, sum + 9 + dice.below(12)), on: before, AbilityFindings(), .first), at: 0)
        }
        return results
    }

    private mutating func result(
        _ sum: Int, on day: Day, _ findings: AbilityFindings, _ reason: AbilityReason
    ) throws -> NewAbility {
        let isScreened = dice.chance(20)
        let assessor =
            isScreened
            ? NewAbility.Assessor(screener, .screened)
            : NewAbility.Assessor("卞如松、蔺采薇", of: "湖滨区安和评估中心")
        return NewAbility(on: day, try parts(sum), findings, by: assessor, reason)
    }

    /// Scores of all items that make the total.
    private mutating func parts(_ sum: Int) throws -> [AbilityPart] {
        var scores = AbilityItem.allCases.map(\.most)
        var left = AbilityLevel.most - sum
        while left > 0 {
            let index = dice.below(scores.count)
            if scores[index] > 0 { (scores[index], left) = (scores[index] - 1, left - 1) }
        }
        let byItem = Dictionary(zip(AbilityItem.allCases, scores)) { first, _ in first }
        return try AbilityDomain.allCases.map { domain in
            try AbilityPart(domain, items: domain.items.map { byItem[$0] })
        }
    }
}

/// Invents how badly, on what basis and looked at by whom somebody is in a group: with dice of its own, so
/// that it changes nobody's name.
struct GroupWriting {
    var dice: Dice
    let reviewers: [String]

    mutating func details(_ code: String) -> GroupDetails {
        let (levels, basis): ([String], String) =
            switch code {
            case _ where code.hasPrefix("disabled-"): (["一级", "二级", "三级", "四级"], "残疾证")
            case "elder-dependent": (["重度失能", "完全失能"], "能力评估")
            case "elder-partly": (["中度失能"], "能力评估")
            case "elder-dementia": ([], "诊断书")
            case "mental-illness": (["0级", "1级", "2级"], "诊断书")
            case "low-income": (["全额", "差额"], "低保证")
            case "elder-alone", "elder-empty-nest", "elder-no-kin": ([], "走访")
            default: ([], "名册")
            }
        return GroupDetails(
            level: dice.pick(levels) ?? "", basis: basis, reviewer: dice.pick(reviewers) ?? "",
            source: .department)
    }
}
