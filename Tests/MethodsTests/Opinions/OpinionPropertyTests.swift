import Methods
import Testing
import Values

/// What must hold for every conversation.
@Suite struct OpinionPropertyTests {
    @Test(arguments: 0..<6 as Range<UInt64>)
    func theOrderOfVotesMeansNothing(_ seed: UInt64) throws {
        let votes = OpinionModel.conversation(people: 30, statements: 14, seed: seed)
        let map = OpinionMap(of: try OpinionVotes(votes), moderated: [4])
        var dice = Dice(seed: seed + 100)
        for _ in 0..<3 {
            let again = OpinionMap(of: try OpinionVotes(dice.shuffled(votes)), moderated: [4])
            #expect(again.participants == map.participants)
            #expect(again.statements == map.statements)
            #expect(again.groups == map.groups)
            #expect(again.silhouettes == map.silhouettes)
        }
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func onlyTheOrderOfNumbersMatters(_ seed: UInt64) throws {
        let votes = OpinionModel.conversation(people: 30, statements: 14, seed: seed)
        let map = OpinionMap(of: try OpinionVotes(votes))
        // Numbers far apart take the other way through the index.
        let far = OpinionMap(
            of: try OpinionVotes(
                votes.map {
                    OpinionVote(
                        participant: $0.participant * 1_000_000_007,
                        statement: $0.statement * 987_654_321_987,
                        opinion: $0.opinion)
                }))
        #expect(far.participants.map(\.id) == map.participants.map { $0.id * 1_000_000_007 })
        #expect(far.participants.map(\.x) == map.participants.map(\.x))
        #expect(far.participants.map(\.group) == map.participants.map(\.group))
        #expect(far.statements.map(\.component2) == map.statements.map(\.component2))
        #expect(far.silhouette == map.silhouette)
    }

    /// Everybody twice: the same map, the same groups of double size, each person beside the double.
    @Test(arguments: 0..<6 as Range<UInt64>)
    func everybodyTwiceIsTheSameMap(_ seed: UInt64) throws {
        let votes = OpinionModel.conversation(people: 30, statements: 14, seed: seed)
        let twice =
            votes
            + votes.map {
                OpinionVote(participant: $0.participant + 1000, statement: $0.statement, opinion: $0.opinion)
            }
        let map = OpinionMap(of: try OpinionVotes(votes))
        let double = OpinionMap(of: try OpinionVotes(twice))
        #expect(double.statements.map(\.mean) == map.statements.map(\.mean))
        for (one, other) in zip(double.statements, map.statements) {
            #expect(abs(one.component1 - other.component1) < 1e-11)
            #expect(abs(one.component2 - other.component2) < 1e-11)
        }
        let half = double.participants.count / 2
        let doubles = double.participants.suffix(half)
        #expect(
            zip(double.participants, doubles).allSatisfy {
                $0.x == $1.x && $0.y == $1.y && $0.group == $1.group
            })
        // The number of groups may differ, for in a silhouette one does not count oneself; where it is the
        // same, so are they.
        if double.groups.count == map.groups.count {
            #expect(double.participants.prefix(half).map(\.group) == map.participants.map(\.group))
            #expect(double.groups.map(\.size) == map.groups.map { 2 * $0.size })
        }
    }

    /// Where everybody says the opposite, the components stay and the means turn.
    @Test(arguments: 0..<6 as Range<UInt64>)
    func theOppositeOfEveryVoteTurnsTheMap(_ seed: UInt64) throws {
        let votes = OpinionModel.conversation(people: 30, statements: 14, seed: seed)
        let opposite = votes.map {
            OpinionVote(
                participant: $0.participant, statement: $0.statement,
                opinion: Opinion(rawValue: -$0.opinion.rawValue) ?? .pass)
        }
        let map = OpinionMap(of: try OpinionVotes(votes))
        let turned = OpinionMap(of: try OpinionVotes(opposite))
        for (one, other) in zip(map.statements, turned.statements) {
            #expect(one.mean == -other.mean)
            #expect(abs(one.component1 - other.component1) < 1e-11)
        }
        for (one, other) in zip(map.participants, turned.participants) {
            #expect(abs(one.x + other.x) < 1e-10)
            #expect(abs(one.y + other.y) < 1e-10)
        }
    }

    @Test func theLatestVoteStands() throws {
        let votes = OpinionModel.conversation(people: 20, statements: 10, seed: 3)
        var dice = Dice(seed: 3)
        let earlier = votes.map {
            OpinionVote(
                participant: $0.participant, statement: $0.statement,
                opinion: dice.pick(Opinion.allCases) ?? .pass)
        }
        let all = try OpinionVotes(earlier + earlier.reversed() + votes)
        #expect(all.overtaken == 2 * votes.count)
        #expect(all.count == votes.count)
        let (map, plain) = (OpinionMap(of: all), OpinionMap(of: try OpinionVotes(votes)))
        #expect(map.participants == plain.participants)
        #expect(map.groups == plain.groups)
    }

    @Test func whatIsModeratedOutHasNoWeight() throws {
        let votes = OpinionModel.conversation(people: 20, statements: 12, seen: 100, seed: 4)
        let map = OpinionMap(of: try OpinionVotes(votes), moderated: [0, 6, 999])
        for statement in map.statements {
            #expect(statement.isModerated == (statement.id == 0 || statement.id == 6))
            #expect((statement.component1 == 0 && statement.mean == 0) == statement.isModerated)
        }
        let named = map.groups.flatMap(\.representative).map(\.statement)
        #expect(!named.isEmpty && !named.contains(0) && !named.contains(6))
        // How they were voted on changes nobody's point.
        let other = votes.map {
            $0.statement == 6 ? OpinionVote(participant: $0.participant, statement: 6, opinion: .pass) : $0
        }
        let again = OpinionMap(of: try OpinionVotes(other), moderated: [0, 6])
        #expect(again.participants == map.participants)
        // Everything moderated out leaves nothing to tell anybody apart.
        let nothing = OpinionMap(of: try OpinionVotes(votes), moderated: Set((0..<12).map { 2 * $0 }))
        #expect(nothing.noGroups == .tooAlike(points: 1, needed: 2))
    }
}
