import Testing
import Values

@testable import Methods

/// What holds of the rules whatever the poll.
@Suite struct SharePropertyTests {
    private static let kinds = BallotKind.allCases

    @Test(arguments: kinds) func theOrderOfTheFileIsOfNoConsequence(_ kind: BallotKind) throws {
        for seed in 0..<60 {
            let poll = try SmallPolls.poll(kind, seed: UInt64(seed), projects: 8, voters: 16)
            var dice = Dice(seed: UInt64(seed), for: "order")
            let order = dice.shuffled(Array(poll.projects.indices))
            let places = order.indices.reduce(into: [Int: Int]()) { $0[order[$1]] = $1 }
            let voters = dice.shuffled(Array(0..<poll.ballots.count))
            let ballots = voters.map { voter in
                let moved = poll.ballots[voter].map { Choice(places[$0.project] ?? 0, points: $0.points) }
                // The order within a ballot says something only where it ranks.
                return kind == .ordinal ? moved : dice.shuffled(moved)
            }
            let other = try BudgetPoll(
                budget: poll.budget, projects: order.map { poll.projects[$0] }, kind: kind, ballots: ballots)
            for rule in SmallPolls.rules(for: kind) {
                let here = try poll.outcome(by: rule).winners.map { poll.projects[$0].id }
                let there = try other.outcome(by: rule).winners.map { other.projects[$0].id }
                #expect(here == there, "\(rule.name), seed \(seed)")
            }
        }
    }

    /// Long ballots are sorted otherwise than short ones.
    @Test(arguments: BallotKind.allCases) func longBallotsCountLikeShortOnes(_ kind: BallotKind) throws {
        var dice = Dice(seed: 3, for: kind.rawValue)
        let projects = (0..<50).map { PollProject(id: "\($0)", cost: Rational(dice.within(1...9))) }
        let ballots = (0..<6).map { _ in
            dice.shuffled(Array(0..<50)).prefix(dice.within(20...50)).map {
                Choice($0, points: Rational(kind.hasPoints ? dice.within(0...3) : 1))
            }
        }
        let poll = try BudgetPoll(budget: Rational(90), projects: projects, kind: kind, ballots: ballots)
        for rule in SmallPolls.rules(for: kind) where !rule.name.contains("add1") {
            #expect(try poll.outcome(by: rule).winners == PlainShares.winners(poll, rule), "\(rule.name)")
        }
    }

    /// Money in other units: everything but Add1, whose step is one unit.
    @Test(arguments: kinds, [Rational(7), Rational(Whole(1), over: Whole(8)) ?? .one])
    func theUnitOfMoneyIsOfNoConsequence(_ kind: BallotKind, _ factor: Rational) throws {
        for seed in 0..<60 {
            let poll = try SmallPolls.poll(kind, seed: UInt64(seed))
            let other = try BudgetPoll(
                budget: poll.budget * factor,
                projects: poll.projects.map { PollProject(id: $0.id, cost: $0.cost * factor) }, kind: kind,
                ballots: (0..<poll.ballots.count).map { poll.ballots[$0] })
            for rule in SmallPolls.rules(for: kind) where !rule.name.contains("add1") {
                let here = try poll.outcome(by: rule), there = try other.outcome(by: rule)
                #expect(here.winners == there.winners, "\(rule.name), seed \(seed)")
                #expect(here.cost * factor == there.cost)
            }
        }
    }

    /// Everybody twice: shares halve and so does what each pays, so all but Add1 choose alike.
    @Test(arguments: kinds) func aDoubledPollChoosesAlike(_ kind: BallotKind) throws {
        for seed in 0..<60 {
            let poll = try SmallPolls.poll(kind, seed: UInt64(seed))
            let ballots = (0..<poll.ballots.count).map { poll.ballots[$0] }
            let other = try BudgetPoll(
                budget: poll.budget, projects: poll.projects, kind: kind, ballots: ballots + ballots)
            for rule in SmallPolls.rules(for: kind) where !rule.name.contains("add1") {
                #expect(try poll.outcome(by: rule).winners == other.outcome(by: rule).winners)
            }
        }
    }

    @Test(arguments: kinds) func theBudgetIsKept(_ kind: BallotKind) throws {
        for seed in 0..<80 {
            let poll = try SmallPolls.poll(kind, seed: UInt64(seed), finest: 4)
            for rule in SmallPolls.rules(for: kind) {
                let outcome = try poll.outcome(by: rule)
                #expect(outcome.cost <= poll.budget)
                #expect(outcome.cost == outcome.winners.reduce(.zero) { $0 + poll.projects[$1].cost })
                #expect(Set(outcome.winners).count == outcome.winners.count)
            }
        }
    }

    /// Where every project fits alone, Phragmén's purchases under a budget begin those under a larger one.
    @Test func phragmenKeepsWhatASmallerBudgetBought() throws {
        for seed in 0..<80 {
            let poll = try SmallPolls.poll(.approval, seed: UInt64(seed), projects: 8)
            let dearest = poll.projects.map(\.cost).max() ?? .zero
            var before: [Int] = []
            for more in 0..<6 {
                let larger = try BudgetPoll(
                    budget: dearest + Rational(more * 4), projects: poll.projects, kind: .approval,
                    ballots: (0..<poll.ballots.count).map { poll.ballots[$0] })
                let winners = try larger.outcome(by: ShareRule(.phragmen(completed: false))).winners
                #expect(winners.starts(with: before))
                before = winners
            }
        }
    }

    /// A completion only adds, and leaves nothing that would fit.
    @Test(arguments: kinds) func completionsAddUntilNothingFits(_ kind: BallotKind) throws {
        for seed in 0..<60 {
            let poll = try SmallPolls.poll(kind, seed: UInt64(seed))
            for rule in SmallPolls.rules(for: kind) {
                guard case .equalShares(let worth, let completion) = rule.method else { continue }
                let bare: ShareRule.Completion
                switch completion {
                case .greedy: bare = .none
                case .raisedThenGreedy: bare = .raised
                case .none, .raised: continue
                }
                let first = try poll.outcome(by: ShareRule(.equalShares(worth, bare)))
                let outcome = try poll.outcome(by: rule)
                #expect(outcome.winners.starts(with: first.winners))
                #expect(outcome.chosenByRule == first.winners.count)
                for project in poll.projects.indices where !outcome.winners.contains(project) {
                    #expect(outcome.cost + poll.projects[project].cost > poll.budget)
                }
            }
        }
    }
}
