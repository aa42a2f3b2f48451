import Testing

@testable import Methods

@Suite struct ShareAccountTests {
    @Test(arguments: BallotKind.allCases) func paymentsAddUp(_ kind: BallotKind) throws {
        for seed in 0..<60 {
            let poll = try SmallPolls.poll(kind, seed: UInt64(seed), projects: 8, voters: 14, finest: 4)
            for rule in SmallPolls.rules(for: kind) {
                let account = try poll.account(by: rule)
                #expect(account.outcome == (try poll.outcome(by: rule)))
                #expect(account.winners.map(\.project) == account.outcome.winners)
                for winner in account.winners {
                    #expect(winner.paid == winner.cost, "\(rule.name), seed \(seed)")
                    if winner.source == .budget { continue }
                    #expect(winner.payments.reduce(0) { $0 + $1.voters } == winner.supporters)
                }
                #expect(Set(account.losers.map(\.project)).isDisjoint(with: account.outcome.winners))
                #expect(account.losers.count + account.winners.count == poll.projects.count)
            }
        }
    }

    /// Nobody pays more than everybody began with, nobody pays for what they do not support, and who gave all
    /// they had has nothing left.
    @Test(arguments: [BallotKind.approval, .cumulative]) func nobodyPaysMoreThanTheirShare(
        _ kind: BallotKind
    ) throws {
        for seed in 0..<60 {
            let poll = try SmallPolls.poll(kind, seed: UInt64(seed), projects: 8, voters: 14)
            let worth = kind == .approval ? ShareRule.Worth.cost : .points
            let account = try poll.account(by: ShareRule(.equalShares(worth, .raised)))
            let start = try #require(account.start)
            let plain = PlainShares(poll: poll, worth: worth)
            for voter in 0..<poll.ballots.count {
                let payments = account.payments(by: voter)
                let paid = payments.reduce(Rational.zero) { $0 + $1.paid }
                #expect(paid <= start)
                for payment in payments { #expect(plain.worth(voter, payment.project) > .zero) }
            }
            let all = (0..<poll.ballots.count).reduce(Rational.zero) { sum, voter in
                account.payments(by: voter).reduce(sum) { $0 + $1.paid }
            }
            #expect(all == account.winners.filter { $0.source == .shares }.reduce(.zero) { $0 + $1.cost })
        }
    }

    /// What a loser lacked is above zero, and with it the project could have been bought.
    @Test func losersLackSomething() throws {
        for seed in 0..<80 {
            let poll = try SmallPolls.poll(.approval, seed: UInt64(seed), projects: 8, voters: 14)
            for name in ["greedy_card", "mes_cost", "mes_cost_greedy", "mes_card_add1eu", "phragmen_greedy"] {
                let rule = try #require(ShareRule(name: name))
                for loser in try poll.account(by: rule).losers where loser.cost > .zero {
                    #expect(!loser.lacks.isEmpty)
                    for lack in loser.lacks {
                        #expect(lack.missing > .zero, "\(name), seed \(seed)")
                        if lack.source != .loads { #expect(lack.had + lack.missing == loser.cost) }
                    }
                }
            }
        }
    }

    @Test func tellsWhoPaidWhat() throws {
        // Three share a; b's two supporters have 4 each left of their 10, and c asks for more than that.
        let projects = [("a", 18), ("b", 6), ("c", 12)].map { PollProject(id: $0.0, cost: Rational($0.1)) }
        let ballots = [[0], [0, 1], [0, 1, 2], []].map { $0.map { Choice($0) } }
        let poll = try BudgetPoll(budget: Rational(40), projects: projects, kind: .approval, ballots: ballots)
        let account = try poll.account(by: ShareRule(.equalShares(.cost, .none)))
        #expect(account.start == Rational(10))
        #expect(account.outcome.winners == [0, 1])
        #expect(account.winners[0].payments.map(\.each) == [Rational(6)])
        #expect(account.winners[0].perHead == Rational(6))
        #expect(account.winners[1].payments.map(\.voters) == [2])
        #expect(account.winners[1].payments.map(\.each) == [Rational(3)])
        #expect(account.losers.map(\.project) == [2])
        #expect(account.losers[0].lacks[0].had == Rational(1))
        #expect(account.losers[0].lacks[0].missing == Rational(11))
        #expect(account.votersWithWinner == 3)
        #expect(account.shareWithWinner == Rational(Whole(3), over: Whole(4)))
        #expect(account.payments(by: 2).map(\.paid) == [Rational(6), Rational(3)])
        #expect(account.payments(by: 3).isEmpty)
    }
}
