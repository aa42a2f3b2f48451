import Actions
import People
import Testing
import Trials
import Values

@testable import Needs

/// Figures kept by difference equal a recount, whatever happens.
@Suite struct NeedFigureTests {
    @Test(arguments: [1, 20_261_121] as [UInt64])
    func figuresEqualARecountAfterRandomActions(_ seed: UInt64) async throws {
        try await NeedTrial.run(Engine.all[0]) { trial in
            var luck = Luck(seed: seed)
            var needs: [Identifier] = []
            var done = 0
            for turn in 1...500 {
                do {
                    try await Self.act(&luck, &needs, trial)
                    done += 1
                } catch is any Refusal {
                    // An expected no changes nothing; the next turn tries another.
                }
                trial.clock.move(by: .minutes(Int64(luck.below(400))))
                if turn % 10 == 0 { #expect(try await trial.breaks() == [], "after \(turn) turns") }
            }
            #expect(done > 200)
            #expect(try await trial.figure("needs.all") > 50)
        }
    }

    private static func act(_ luck: inout Luck, _ needs: inout [Identifier], _ trial: NeedTrial) async throws
    {
        let codes = ["s11", "s12", "s21", "b22", "g21", "p1", "shuixiuli"]
        let classes = ["housing-lamp", "support-care", "neighbours-noise", "crisis-violence"]
        guard needs.count > 4, luck.below(4) > 0 else {
            var draft = trial.draft(at: luck.pick(codes))
            draft.classKey = luck.pick(classes)
            let remote = luck.below(3) == 0 ? "10.0.0.9" : nil
            needs.append(
                try await trial.perform(ReportNeed(draft, by: .page(remote: remote)), by: .anyone).id)
            return
        }
        try await change(luck.pick(needs), &luck, needs, trial)
    }

    private static func change(
        _ id: Identifier, _ luck: inout Luck, _ needs: [Identifier], _ trial: NeedTrial
    ) async throws {
        switch luck.below(20) {
        case 0, 1: try await trial.perform(AcceptNeed(id))
        case 2: try await trial.perform(IdentifyResource(id))
        case 3, 4: try await trial.advance(id, luck.pick([.linked, .using, .answered]))
        case 5, 6: try await trial.perform(GiveFeedback(id, luck.pick(Satisfaction.allCases), heard: "上门问的"))
        case 7:
            try await trial.perform(
                CloseNeed(id, outcome: luck.pick(["done", "partly", "explained"]), reason: "办了"))
        case 8: try await trial.perform(ReturnNeed(id, reason: "unclear"))
        case 9: try await trial.perform(WithdrawNeed(id, reason: "不要了"))
        case 10: try await trial.perform(ReopenNeed(id, note: "还要"))
        case 11: try await trial.perform(MergeNeeds([luck.pick(needs)], into: id))
        case 12: try await trial.perform(ReleaseHeld(id))
        case 13:
            var edit = EditNeed(id)
            edit.classKey = luck.pick(["housing-lamp", "comfort-company", "crisis-despair"])
            try await trial.perform(edit)
        case 14: try await NeedsJobs.late(trial.steward)
        case 15, 16: try await trial.perform(ReleaseSentence(id, sentence: "有一件事在办"))
        case 17: try await trial.perform(TakeSentenceBack(id))
        case 18:
            try await trial.mark(luck.pick(["housing-lamp", "crisis-despair"]), isQuiet: luck.below(2) == 0)
        default: try await move(&luck, trial)
        }
    }

    private static func move(_ luck: inout Luck, _ trial: NeedTrial) async throws {
        let what = luck.pick(["b11", "b12", "g12", "g21"])
        let under = what.hasPrefix("b") ? luck.pick(["g11", "g22"]) : luck.pick(["p1", "p2"])
        let place = try #require(trial.places[what]).id, parent = try #require(trial.places[under]).id
        try await trial.perform(MovePlace(place, below: parent), by: .house)
    }

    @Test(arguments: Engine.all) func aMovedBuildingTakesItsNeedsAlong(_ engine: Engine) async throws {
        try await NeedTrial.run(engine) { trial in
            let id = try await trial.report().id
            let building = try #require(trial.places["b11"]).id, grid = try #require(trial.places["g22"]).id
            try await trial.perform(MovePlace(building, below: grid), by: .house)
            let need = try await trial.need(id)
            #expect(need.gridName == "第4网格")
            #expect(try #require(trial.places["g22"]).path.contains(need.path))
            #expect(try await trial.figure("needs.all", at: "g11") == 0)
            #expect(try await trial.figure("needs.all", at: "g22") == 1)
            #expect(try await trial.breaks() == [])
        }
    }
}

/// A generator with a seed, so that a failing turn can be walked again.
struct Luck {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(max(1, bound)))
    }

    mutating func pick<T>(_ all: [T]) -> T { all[below(all.count)] }
}
