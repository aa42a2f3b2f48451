import Methods
import Testing
import Values

/// The map beside the plain model of it, on small conversations.
@Suite struct OpinionMapTests {
    private struct Shape {
        let people: Int
        let statements: Int
        let moderated: Int
        let seed: UInt64

        init(_ number: Int) {
            people = 12 + 3 * (number % 8)
            statements = 9 + number % 7
            moderated = number % 3
            seed = UInt64(number)
        }
    }

    @Test func isThePlainModels() throws {
        var determined = 0
        for shape in (0..<24).map({ Shape($0) }) {
            let votes = OpinionModel.conversation(
                people: shape.people, statements: shape.statements, seed: shape.seed)
            let moderated = Set((0..<shape.moderated).map { 4 * $0 })
            let model = OpinionModel(votes, moderated: moderated)
            let map = OpinionMap(of: try OpinionVotes(votes), moderated: moderated)
            #expect(map.participants.map(\.id) == model.participants)
            #expect(map.statements.map(\.id) == model.statements)
            #expect(close(map.statements.map(\.mean), model.means, 1e-14))
            guard model.isDetermined else { continue }
            determined += 1
            #expect(close(map.statements.map(\.component1), model.vectors[0], 1e-11))
            #expect(close(map.statements.map(\.component2), model.vectors[1], 1e-11))
            #expect(close(map.participants.map(\.x), model.points.map(\.x), 1e-10))
            #expect(close(map.participants.map(\.y), model.points.map(\.y), 1e-10))
            try groupsAreThePlainModels(map, model)
        }
        #expect(determined >= 18)
    }

    private func groupsAreThePlainModels(_ map: OpinionMap, _ model: OpinionModel) throws {
        let eligible = model.votes.indices.filter { model.votes[$0].compactMap { $0 }.count >= 7 }
        let people = eligible.map { model.points[$0] }
        var best = (k: 0, silhouette: -Double.infinity, labels: [Int]())
        for k in 2...5 {
            let labels = OpinionModel.group(people, k: k).labels
            let silhouette = OpinionModel.silhouette(people, labels)
            let found = try #require(map.silhouettes[k])
            #expect(abs(found - silhouette) < 1e-9, "\(k) groups")
            if silhouette > best.silhouette { best = (k, silhouette, labels) }
        }
        #expect(map.groups.count == best.k)
        #expect(eligible.map { map.participants[$0].group } == best.labels)
        #expect(map.participants.count { $0.group != nil } == eligible.count)
        #expect(abs(try #require(map.silhouette) - best.silhouette) < 1e-9)
        for group in map.groups { #expect(group.size == best.labels.count { $0 == group.id }) }
        for (column, statement) in map.statements.enumerated() {
            var product = (agree: 1.0, disagree: 1.0)
            for group in 0..<best.k {
                let own = eligible.indices.filter { best.labels[$0] == group }.map { eligible[$0] }
                let seen = own.compactMap { model.votes[$0][column] }
                product.agree *= Double(seen.count { $0 == 1 } + 1) / Double(seen.count + 2)
                product.disagree *= Double(seen.count { $0 == -1 } + 1) / Double(seen.count + 2)
            }
            #expect(abs(try #require(statement.consensus) - product.agree) < 1e-14)
            #expect(abs(try #require(statement.consensusAgainst) - product.disagree) < 1e-14)
        }
    }

    /// Long rows that are summed up to a matrix, and short ones that are passed over vote by vote.
    @Test(arguments: [(40, 30, 90), (25, 60, 12), (60, 60, 6)])
    func componentsAreEigenvectors(_ people: Int, _ statements: Int, _ seen: Int) throws {
        let votes = OpinionModel.conversation(
            people: people, statements: statements, seen: seen, seed: UInt64(people))
        let model = OpinionModel(votes)
        let map = OpinionMap(of: try OpinionVotes(votes))
        try #require(model.isDetermined)
        #expect(close(map.statements.map(\.component1), model.vectors[0], 1e-11))
        #expect(close(map.statements.map(\.component2), model.vectors[1], 1e-11))
        let total = model.values.reduce(0, +)
        #expect(close(map.explained, [model.values[0] / total, model.values[1] / total], 1e-12))
    }

    @Test func aValueThatOccursTwiceIsFoundTwice() throws {
        // Two statements, each voted on by people of its own: two equal values, whose vectors are not
        // determined.
        let votes = (0..<8).map { person in
            OpinionVote(
                participant: person, statement: person / 4, opinion: person % 2 == 0 ? .agree : .disagree)
        }
        let map = OpinionMap(of: try OpinionVotes(votes))
        #expect(close(map.explained, [0.5, 0.5], 1e-14))
        let first = map.statements.map(\.component1)
        let second = map.statements.map(\.component2)
        #expect(abs(first[0] * second[0] + first[1] * second[1]) < 1e-14)
        #expect(abs(second[0] * second[0] + second[1] * second[1] - 1) < 1e-14)
    }

    @Test func withoutVarianceThereIsNoComponent() throws {
        let alike = (0..<10).flatMap { person in
            (0..<8).map { OpinionVote(participant: person, statement: $0, opinion: .agree) }
        }
        let map = OpinionMap(of: try OpinionVotes(alike))
        #expect(map.statements.allSatisfy { $0.component1 == 0 && $0.component2 == 0 && $0.mean == 1 })
        #expect(map.participants.allSatisfy { $0.x == 0 && $0.y == 0 && $0.group == nil })
        #expect(map.noGroups == .tooAlike(points: 1, needed: 2))
        #expect(map.groups.isEmpty && map.silhouette == nil)
        #expect(map.explained == [0, 0])

        // One statement divides: the second component has nothing left.
        let divided = alike.map { vote in
            vote.statement == 3 && vote.participant < 5
                ? OpinionVote(participant: vote.participant, statement: 3, opinion: .disagree) : vote
        }
        let line = OpinionMap(of: try OpinionVotes(divided))
        #expect(close(line.explained, [1, 0], 1e-14))
        #expect(line.groups.map(\.size) == [5, 5])
        #expect(abs(try #require(line.silhouette) - 1) < 1e-12)
        #expect(line.silhouettes.keys.sorted() == [2])
    }

    @Test func tooFewAreNotGrouped() throws {
        let votes = OpinionModel.conversation(people: 6, statements: 12, seen: 100, seed: 5)
        let map = OpinionMap(of: try OpinionVotes(votes))
        #expect(map.noGroups == .tooFew(found: 6, needed: 7, votes: 7))
        #expect(map.noGroups?.description.contains("too few") == true)
        #expect(map.groups.isEmpty && map.silhouette == nil && map.silhouettes.isEmpty)
        #expect(map.statements.allSatisfy { $0.consensus == nil && $0.consensusAgainst == nil })
        #expect(map.participants.contains { $0.x != 0 })

        var rules = OpinionMap.Rules()
        rules.participants = 6
        #expect(OpinionMap(of: try OpinionVotes(votes), rules: rules).noGroups == nil)
        #expect(OpinionMap(of: try OpinionVotes([])).noGroups == .tooFew(found: 0, needed: 7, votes: 7))
    }

    @Test func onlyTwoToNineGroupsAreTried() throws {
        let votes = try OpinionVotes(
            OpinionModel.conversation(people: 40, statements: 12, seen: 100, seed: 6))
        var rules = OpinionMap.Rules()
        rules.groups = 0...50
        #expect(OpinionMap(of: votes, rules: rules).silhouettes.keys.sorted() == Array(2...9))
        rules.groups = 4...4
        let four = OpinionMap(of: votes, rules: rules)
        #expect(four.groups.count == 4 && four.silhouettes.keys.sorted() == [4])
        rules.groups = 12...20
        #expect(OpinionMap(of: votes, rules: rules).silhouettes.keys.sorted() == [9])
    }

    @Test func sixVotesAreTooFewToBeGrouped() throws {
        let votes = OpinionModel.conversation(people: 12, statements: 9, seen: 100, seed: 8)
        let sparing = votes.filter { $0.participant != 1 || $0.statement < 12 }
        let map = OpinionMap(of: try OpinionVotes(sparing))
        let first = try #require(map.participants.first)
        #expect(first.id == 1 && first.votes == 6 && first.group == nil)
        #expect(map.participants.dropFirst().allSatisfy { $0.group != nil })
    }

    private func close(_ some: [Double], _ others: [Double], _ tolerance: Double) -> Bool {
        some.count == others.count && zip(some, others).allSatisfy { abs($0 - $1) <= tolerance }
    }
}
