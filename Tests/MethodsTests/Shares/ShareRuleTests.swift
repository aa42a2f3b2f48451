import Foundation
import Testing
import Values

@testable import Methods

/// The rules against their plain definitions, on small polls that are solved voter by voter.
@Suite struct ShareRuleTests {
    @Test(arguments: BallotKind.allCases, [1, 10])
    func choosesWhatTheDefinitionSays(_ kind: BallotKind, _ finest: Int) throws {
        for seed in 0..<120 {
            let poll = try SmallPolls.poll(kind, seed: UInt64(seed), finest: finest)
            for rule in SmallPolls.rules(for: kind) {
                let plain = PlainShares.winners(poll, rule)
                let outcome = try poll.outcome(by: rule)
                #expect(outcome.winners == plain, "\(kind.rawValue), seed \(seed), \(rule.name)")
            }
        }
    }

    /// With few bits the bounds decide little, and nearly every decision falls to exact arithmetic.
    @Test(arguments: [BallotKind.approval, .cumulative], [4, 9, 16, 30])
    func coarseBoundsDecideAlike(_ kind: BallotKind, _ bits: Int) throws {
        for seed in 0..<150 {
            let poll = try SmallPolls.poll(kind, seed: UInt64(1000 + seed), projects: 9, voters: 14)
            for worth in kind == .approval ? [ShareRule.Worth.cost, .card] : [.points, .card] {
                let support = Support(poll, worth: worth)
                var fine = EqualShares(support), coarse = EqualShares(support, bits: bits)
                for round in 0..<4 {
                    let start = Int128(poll.money.budget) + Int128(round * poll.ballots.count)
                    fine.run(from: start)
                    coarse.run(from: start)
                    #expect(fine.chosen == coarse.chosen, "seed \(seed), \(worth.rawValue), round \(round)")
                    fine.settle()
                    coarse.settle()
                    #expect(
                        (0..<fine.chain.count).map(fine.chain.value)
                            == (0..<coarse.chain.count).map(coarse.chain.value))
                }
            }
        }
    }

    @Test func reportsHowFarAdd1Went() throws {
        for seed in 0..<60 {
            let poll = try SmallPolls.poll(.approval, seed: UInt64(seed))
            let rule = try #require(ShareRule(name: "mes_card_add1e"))
            let plain = PlainShares(poll: poll, worth: .card).raised()
            #expect(try poll.outcome(by: rule).raised == Whole(max(0, plain.rounds)))
        }
    }

    /// Rounds that are passed over have the outcome that they are said to have.
    @Test(arguments: [BallotKind.approval, .cumulative, .ordinal]) func passesOverRoundsThatAreAlike(
        _ kind: BallotKind
    ) throws {
        var passed = 0
        for seed in 0..<60 {
            let small = try SmallPolls.poll(kind, seed: UInt64(seed), projects: 10, voters: 25)
            let poll = try BudgetPoll(
                budget: small.budget * Rational(97),
                projects: small.projects.map { PollProject(id: $0.id, cost: $0.cost * Rational(100)) },
                kind: kind, ballots: (0..<small.ballots.count).map { small.ballots[$0] })
            let step = Int128(poll.ballots.count)
            for worth in SmallPolls.worths(for: kind) {
                var shares = EqualShares(Support(poll, worth: worth))
                for round in [0, 11, 57, 200] {
                    let start = Int128(poll.money.budget) + Int128(round) * step
                    let alike = shares.runSteadily(from: start, step: step)
                    let chosen = shares.chosen
                    passed += Int(clamping: min(alike, 100))
                    for more in Set([1, 2, 3, alike / 2, alike - 1, alike])
                    where more > 0 && more <= min(alike, 1 << 40) {
                        shares.run(from: start + more * step)
                        #expect(
                            shares.chosen == chosen, "seed \(seed), \(worth.rawValue), \(round) and \(more)")
                    }
                }
            }
        }
        #expect(passed > 1000)
    }

    /// Add1 by steps alone, beside the one that passes over rounds.
    @Test(arguments: [BallotKind.approval, .cumulative]) func add1IsThatOfSingleSteps(
        _ kind: BallotKind
    ) throws {
        for seed in 0..<40 {
            let small = try SmallPolls.poll(kind, seed: UInt64(seed), projects: 8, voters: 20)
            let poll = try BudgetPoll(
                budget: small.budget * Rational(53),
                projects: small.projects.map { PollProject(id: $0.id, cost: $0.cost * Rational(60)) },
                kind: kind, ballots: (0..<small.ballots.count).map { small.ballots[$0] })
            for worth in SmallPolls.worths(for: kind) {
                let outcome = try poll.outcome(by: ShareRule(.equalShares(worth, .raised)))
                let (projects, rounds) = Self.stepped(poll, worth)
                #expect(outcome.winners == projects, "seed \(seed), \(worth.rawValue)")
                #expect(outcome.raised == Whole(rounds), "seed \(seed), \(worth.rawValue)")
            }
        }
    }

    private static func stepped(_ poll: BudgetPoll, _ worth: ShareRule.Worth) -> ([Int], Int) {
        let support = Support(poll, worth: worth)
        var shares = EqualShares(support)
        var last = (shares.free, 0)
        for round in 0... {
            shares.run(from: Int128(poll.money.budget) + Int128(round * poll.ballots.count))
            if shares.spent > Int128(poll.money.budget) { break }
            last = (shares.chosen, round)
            let left = Int128(poll.money.budget) - shares.spent
            if !shares.candidates.contains(where: {
                shares.purchaseOf[$0] < 0 && Int128(support.costs[$0]) <= left
            }) {
                break
            }
        }
        return (last.0.map { support.places[$0] }, last.1)
    }

    /// Two prices that no floating number can tell apart.
    @Test(arguments: ["mes_card", "phragmen", "greedy_card"])
    func tellsPricesApartThatFloatsCannot(_ name: String) throws {
        // 300000000000001/3 is above 100000000000000 by a third, 10^-15 of it; the later id is the cheaper
        // one.
        let projects = [
            PollProject(id: "a", cost: Rational(300_000_000_000_001)),
            PollProject(id: "b", cost: Rational(300_000_000_000_000)),
        ]
        let ballots = (0..<6).map { [Choice($0 < 3 ? 0 : 1)] }
        let poll = try BudgetPoll(
            budget: Rational(600_000_000_000_002), projects: projects, kind: .approval, ballots: ballots)
        let rule = try #require(ShareRule(name: name))
        #expect(try poll.outcome(by: rule).winners == [1, 0])
    }

    /// The largest amounts and the finest parts that are taken: nothing traps, and nothing is rounded.
    @Test(arguments: [Int128(1), 1_000_000_000_000]) func takesTheLargestAmounts(_ parts: Int128) throws {
        let part = try #require(Rational(.one, over: Whole(parts)))
        let most = Rational(Whole(Int128(PollLimits.money))) * part
        for seed in 0..<30 {
            let small = try SmallPolls.poll(.approval, seed: UInt64(seed), projects: 8, voters: 12)
            let dearest = small.projects.map(\.cost).max() ?? .zero
            // Costs that differ by single parts below the most.
            let projects = small.projects.map {
                PollProject(id: $0.id, cost: most - (dearest - $0.cost) * part)
            }
            let poll = try BudgetPoll(
                budget: most, projects: projects, kind: .approval,
                ballots: (0..<small.ballots.count).map { small.ballots[$0] })
            for rule in SmallPolls.rules(for: .approval) where !rule.name.contains("add1") {
                #expect(try poll.outcome(by: rule).winners == PlainShares.winners(poll, rule), "\(rule.name)")
            }
            // So many rounds could not be stepped through one by one.
            let raised = try poll.outcome(by: ShareRule(.equalShares(.card, .raised)))
            #expect(raised.cost <= poll.budget)
        }
    }

    @Test func namesItsRules() {
        #expect(Set(ShareRule.all.map(\.name)).count == 22)
        for rule in ShareRule.all { #expect(ShareRule(name: rule.name) == rule) }
        #expect(ShareRule(name: "mes") == nil)
    }

    @Test(arguments: [
        ("phragmen", BallotKind.ordinal), ("mes_points", .approval), ("greedy_borda", .cumulative),
        ("phragmen_greedy", .scoring),
    ])
    func refusesRulesThatAreForOtherBallots(_ name: String, _ kind: BallotKind) throws {
        let poll = try SmallPolls.poll(kind, seed: 1)
        let rule = try #require(ShareRule(name: name))
        #expect(throws: InputFault.self) { try poll.outcome(by: rule) }
        #expect(throws: InputFault.self) { try poll.account(by: rule) }
    }

    @Test func nothingComesOfNothing() throws {
        let poll = try BudgetPoll(budget: .zero, projects: [], kind: .approval, ballots: [])
        for rule in SmallPolls.rules(for: .approval) { #expect(try poll.outcome(by: rule).winners == []) }
        let lonely = try BudgetPoll(
            budget: Rational(5), projects: [PollProject(id: "x", cost: Rational(4))], kind: .approval,
            ballots: [])
        #expect(try lonely.outcome(by: ShareRule(.equalShares(.cost, .raised))).winners == [])
        #expect(try lonely.outcome(by: ShareRule(.greedy(.cost))).winners == [0])
    }
}
