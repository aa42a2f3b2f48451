import Testing
import Values

@testable import People

/// The scale of GB/T 42195-2022: its items, totals, levels, and what changes a level.
@Suite struct AbilityScaleTests {
    @Test(arguments: [
        (AbilityDomain.selfCare, 8, 32), (.movement, 4, 15), (.mind, 9, 28), (.senses, 5, 15),
    ])
    func aDomainHasItsItems(_ domain: AbilityDomain, _ items: Int, _ most: Int) {
        #expect(domain.items.count == items && domain.most == most)
    }

    @Test func allTogetherMakeNinety() {
        #expect(AbilityItem.allCases.count == 26 && AbilityLevel.most == 90)
        #expect(Set(AbilityItem.allCases.map(\.title.chinese)).count == 26)
        let bests = Dictionary(grouping: AbilityItem.allCases, by: \.most).mapValues(\.count)
        #expect(bests == [1: 2, 2: 3, 3: 2, 4: 19])
    }

    /// Both ends of every level, and what lies beyond the scale.
    @Test(
        arguments: [
            (-1, nil), (0, .lost), (29, .lost), (30, .severe), (45, .severe), (46, .moderate),
            (65, .moderate),
            (66, .mild), (89, .mild), (90, .full), (91, nil),
        ] as [(Int, AbilityLevel?)])
    func aTotalGivesALevel(_ sum: Int, _ level: AbilityLevel?) {
        #expect(AbilityLevel(sum: sum) == level)
    }

    @Test func everyTotalHasOneLevelAndMoreIsNeverWorse() {
        let levels = (0...90).map { AbilityLevel(sum: $0) }
        #expect(!levels.contains(nil))
        for (less, more) in zip(levels, levels.dropFirst()) {
            #expect((less?.grade ?? -1) >= (more?.grade ?? 9))
        }
        #expect(AbilityLevel.allCases.map(\.grade) == [0, 1, 2, 3, 4])
    }

    /// The four sums that make a total.
    static func parts(_ total: Int) throws -> [AbilityPart] {
        var left = total
        return try AbilityDomain.allCases.map { domain in
            let sum = min(left, domain.most)
            left -= sum
            return try AbilityPart(domain, sum: sum)
        }
    }

    @Test(
        arguments: [
            // A coma is the last level at once, from wherever.
            (90, true, [], 0, .lost), (66, true, [], 0, .lost), (0, true, [.dementia], 5, .lost),
            // A diagnosis: one level worse, from each level; two are no more than one.
            (90, false, [.dementia], 0, .mild), (89, false, [.dementia], 0, .moderate),
            (66, false, [.mental], 0, .moderate), (65, false, [.mental], 0, .severe),
            (46, false, [.dementia, .mental], 0, .severe), (45, false, [.dementia], 0, .lost),
            (30, false, [.mental], 0, .lost), (29, false, [.dementia], 0, .lost),
            (0, false, [.dementia, .mental], 9, .lost),
            // Risks count from two on, and no more beside a diagnosis.
            (90, false, [], 1, .full), (90, false, [], 2, .mild), (66, false, [], 2, .moderate),
            (46, false, [], 99, .severe), (66, false, [.dementia], 3, .moderate),
            (50, false, [], 0, .moderate),
        ] as [(Int, Bool, [AbilityFindings.Diagnosis], Int, AbilityLevel)])
    func whatElseWasFoundChangesTheLevel(
        _ sum: Int, _ coma: Bool, _ diagnoses: [AbilityFindings.Diagnosis], _ risks: Int,
        _ level: AbilityLevel
    ) throws {
        let findings = AbilityFindings(isComatose: coma, diagnoses: diagnoses, risks: risks)
        let reckoning = try AbilityReckoning(try Self.parts(sum), findings)
        #expect(reckoning.sum == sum && reckoning.level == level)
        #expect(reckoning.first == AbilityLevel(sum: sum))
    }

    private static let best = AbilityDomain.movement.items.map { Int?($0.most) }

    @Test(
        arguments: [
            ([], 15, 15), (best, nil, 15), (best, 15, 15), ([0, 0, 0, 0], nil, 0), ([4, 3, 2, 1], nil, 10),
            ([], 0, 0),
        ] as [([Int?], Int?, Int)])
    func aPartIsAddedUp(_ items: [Int?], _ written: Int?, _ sum: Int) throws {
        #expect(try AbilityPart(.movement, items: items, sum: written).sum == sum)
    }

    @Test(
        arguments: [
            ([], nil, .partMissing(.movement)), ([nil, nil, nil, nil], nil, .partMissing(.movement)),
            ([4, 4, nil, 3], nil, .itemsMissing(.movement)), ([4, 4, nil, 3], 11, .itemsMissing(.movement)),
            ([4, 4, 4], nil, .itemsMissing(.movement)), ([4, 4, 4, 3, 4], nil, .itemsMissing(.movement)),
            // Stairs give at most three.
            ([4, 4, 4, 4], nil, .outOfRange(.movement)), ([4, 4, 4, -1], nil, .outOfRange(.movement)),
            ([], 16, .outOfRange(.movement)), ([], -1, .outOfRange(.movement)),
            (best, 14, .sumDiffers(.movement, 15)),
        ] as [([Int?], Int?, AbilityRefusal)])
    func whatContradictsItselfIsRefused(_ items: [Int?], _ written: Int?, _ refusal: AbilityRefusal) {
        #expect(throws: refusal) { try AbilityPart(.movement, items: items, sum: written) }
    }

    @Test func eachPartStandsThereOnce() throws {
        let parts = try Self.parts(60)
        #expect(throws: AbilityRefusal.partMissing(.senses)) {
            try AbilityReckoning(Array(parts.dropLast()), AbilityFindings())
        }
        #expect(throws: AbilityRefusal.partMissing(.selfCare)) {
            try AbilityReckoning([parts[0]] + parts, AbilityFindings())
        }
    }

    @Test func aRefusalSaysWhatTheScoresGive() throws {
        let reckoned = try AbilityReckoning(try Self.parts(52), AbilityFindings())
        let text = AbilityRefusal.levelDiffers(.mild, reckoned).text
        #expect(text.chinese.contains("中度失能（52分）") && text.chinese.contains("轻度失能"))
        #expect(text.english.contains("Moderately impaired (52)"))
    }
}
