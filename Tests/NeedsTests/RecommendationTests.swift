import Actions
import Testing
import Trials
import Values

@testable import Needs

/// The order of resources for one need: a changed fact changes rank and reason.
@Suite struct RecommendationTests {
    private static let now = NeedTrial.start + .hours(10)
    private static let here = PlacePath(text: "/1/2/3/")

    private static let need = RecommendedFor(
        classKey: "housing-lamp", area: "housing", answeredBy: ["skill"], group: "elders",
        path: PlacePath(text: "/1/2/3/4/"), gridName: "第4网格", quantity: 2, day: now.day(in: .shanghai))

    /// A candidate that answers the class, reaches the place, has room, was verified lately.
    private static func candidate(
        _ number: UInt64, _ change: (inout ResourceContent) -> Void = { _ in }
    ) -> Candidate {
        var content = ResourceContent(place: .trial(1), reach: here)
        content.name = "资源\(number)"
        content.kind = "skill"
        content.classes = ["housing-lamp"]
        content.unit = "次"
        content.capacity = 10
        change(&content)
        return made(number, content)
    }

    private static func made(
        _ number: UInt64, _ content: ResourceContent, results: ResourceResults = ResourceResults(),
        verifiedDaysAgo: Int64? = 10
    ) -> Candidate {
        let verified = verifiedDaysAgo.map { Verification(at: now - .days($0), by: "陆小满", how: .visit) }
        let resource = Resource(
            id: .trial(number), community: .trial(1), number: Int64(number), content: content,
            placeName: "水秀里",
            path: here, reachName: "水秀里社区", verified: verified, isActive: true, results: results,
            contact: nil,
            made: now, changed: now)
        return Candidate(resource: resource, sortKey: "r\(number)", areas: ["housing"])
    }

    private func rank(_ candidates: Candidate...) -> [Recommendation] {
        Recommendation.rank(candidates, for: Self.need, now: Self.now)
    }

    /// Each fact by itself takes the first place from a resource that was ahead by its name alone.
    @Test(arguments: Fact.allCases) private func aFactChangesRankAndReason(_ fact: Fact) {
        let plain = Self.candidate(1), other = Self.candidate(2)
        #expect(rank(plain, other).map(\.candidate.resource.number) == [1, 2])
        let ranked = rank(fact.worsen(plain), other)
        #expect(ranked.map(\.candidate.resource.number) == [2, 1])
        #expect(ranked[1].reasons.contains(fact.reason))
        #expect(ranked[0].score > ranked[1].score)
        #expect(!fact.reason.text.chinese.isEmpty && !fact.reason.text.english.isEmpty)
    }

    enum Fact: CaseIterable {
        case otherClass, outOfReach, otherGroup, tooLittle, full, shut, badResults, late, declines, household,
            grid
        case neverVerified, longAgo, paid

        func worsen(_ candidate: Candidate) -> Candidate {
            var content = candidate.resource.content, changed = candidate
            switch self {
            case .otherClass: content.classes = ["housing-lift"]
            case .outOfReach: content.reach = PlacePath(text: "/1/2/3/9/")
            case .otherGroup: content.groups = ["children"]
            case .tooLittle: changed.count.taken = 9
            case .full: changed.count.taken = 10
            case .shut: content.weekdays = [6, 7]
            case .badResults: return results(content, ResourceResults(uses: 4, judged: 4, good: 0))
            case .late: return results(content, ResourceResults(uses: 2, lateDays: 12))
            case .declines: return results(content, ResourceResults(declines: 2))
            case .household: (changed.householdUses, changed.allUses) = (2, 2)
            case .grid: (changed.gridUses, changed.allUses) = (3, 4)
            case .neverVerified: return made(content, nil)
            case .longAgo: return made(content, 200)
            case .paid: content.charge = .paid
            }
            let resource = RecommendationTests.made(1, content)
            changed.resource = resource.resource
            return changed
        }

        private func results(_ content: ResourceContent, _ results: ResourceResults) -> Candidate {
            RecommendationTests.made(1, content, results: results)
        }

        private func made(_ content: ResourceContent, _ days: Int64?) -> Candidate {
            RecommendationTests.made(1, content, verifiedDaysAgo: days)
        }

        var reason: RecommendationReason {
            switch self {
            case .otherClass: .sameArea
            case .outOfReach: .outOfReach("水秀里社区")
            case .otherGroup: .otherGroup
            case .tooLittle: .tooLittle(1, wanted: 2, unit: "次")
            case .full: .full
            case .shut: .shut(.wednesday)
            case .badResults: .judged(good: 0, of: 4)
            case .late: .late(days: 12, uses: 2)
            case .declines: .declines(2)
            case .household: .householdHad(2)
            case .grid: .gridHadMost("第4网格", 3, of: 4)
            case .neverVerified: .neverVerified
            case .longAgo: .verified(daysAgo: 200)
            case .paid: .paid
            }
        }
    }

    @Test func whatAnswersNothingIsLeftOutAndTiesGoByNameThenId() {
        var stranger = Self.candidate(3) {
            $0.classes = ["comfort-company"]
            $0.kind = "money"
        }
        stranger.areas = ["comfort"]
        var twin = Self.candidate(5)
        twin.sortKey = "r1"
        let ranked = rank(stranger, twin, Self.candidate(1))
        #expect(ranked.map(\.candidate.resource.number) == [1, 5])
    }

    @Test(arguments: [
        (RecommendationReason.judged(good: 0, of: 1), 0), (.judged(good: 1, of: 1), 10),
        (.judged(good: 40, of: 40), 19), (.judged(good: 0, of: 40), -10), (.distance(0), 10),
        (.distance(9), 0),
        (.late(days: 1, uses: 9), -2), (.late(days: .max, uses: 1), -10), (.declines(.max), -8),
        (.householdHad(.max), -15), (.judged(good: .max, of: .max), 19),
    ])
    func thePointsAreThoseOfTheTable(_ reason: RecommendationReason, _ points: Int) {
        #expect(reason.points == points)
    }

    @Test func aUseThatWentWellBringsTheResourceForward() async throws {
        try await ResourceTrial.run { trial in
            let first = try await trial.add { $0.name = "甲组" }
            let second = try await trial.add { $0.name = "乙组" }
            _ = first
            func ranking() async throws -> [Recommendation] {
                let need = try await trial.need(grid: 1)
                let now = trial.clock.now, day = trial.today
                return try await trial.steward.database.read {
                    try CandidateStore.recommendations(for: need, on: day, at: now, $0)
                }
            }
            let before = try await ranking()
            #expect(before.map(\.candidate.resource.name) == ["甲组", "乙组"])
            let need = try await trial.need()
            let link = try await trial.accepted(need, second)
            try await trial.perform(RecordUse(link: link, day: trial.today, quantity: 1))
            try await trial.perform(AskFeedback(need: need.id))
            try await trial.perform(GiveFeedback(need.id, .yes, heard: "上门问的"))
            let after = try await ranking()
            #expect(after.map(\.candidate.resource.name) == ["乙组", "甲组"])
            #expect(after[0].reasons.contains(.judged(good: 1, of: 1)))
            #expect(after[0].reasons.contains(.left(4, unit: "次")))
        }
    }

    @Test func sharedResourcesOfOtherCommunitiesAreAmongThem() async throws {
        try await ResourceTrial.run { trial in
            let resource = try await trial.add(in: trial.there)
            try await trial.perform(
                ShareResource(resource: resource.id, to: trial.street), by: trial.there.supervisor,
                in: trial.there)
            let need = try await trial.need(), now = trial.clock.now, day = trial.today
            let ranked = try await trial.steward.database.read {
                try CandidateStore.recommendations(for: need, on: day, at: now, $0)
            }
            #expect(ranked.count == 1)
            #expect(ranked.first?.reasons.contains(.shared(by: "荷风苑社区")) == true)
        }
    }
}
