import Methods
import Testing

/// What a group stands for.
@Suite struct OpinionStatementTests {
    /// Two camps of ten who answer statements 0 to 6 against each other, and 7 together; 8 is seen by few.
    private static func twoCamps() throws -> OpinionMap {
        var votes: [OpinionVote] = []
        func add(_ person: Int, _ statement: Int, _ opinion: Opinion) {
            votes.append(OpinionVote(participant: person, statement: statement, opinion: opinion))
        }
        for person in 0..<20 {
            let left = person < 10
            for statement in 0..<7 {
                let wavers = person % 10 < statement
                add(person, statement, wavers ? .pass : left == (statement % 2 == 0) ? .agree : .disagree)
            }
            add(person, 7, .agree)
        }
        add(0, 8, .agree)
        return OpinionMap(of: try OpinionVotes(votes))
    }

    @Test func figuresAreThoseOfThePaper() throws {
        let map = try Self.twoCamps()
        try #require(map.groups.map(\.size) == [10, 10])
        let group = try #require(map.participants.first?.group)
        let entry = try #require(map.groups[group].representative.first { $0.statement == 0 })
        #expect(entry.stance.opinion == .agree)
        #expect(entry.stance.saying == 10 && entry.stance.seen == 10)
        // (10+1)/(10+2); 2√11 (11/11 − ½); 11/12 over 1/12; pooled (11+1)/22.
        #expect(abs(entry.stance.probability - 11.0 / 12) < 1e-15)
        #expect(abs(entry.stance.probabilityTest - 11.0.squareRoot()) < 1e-14)
        #expect(abs(entry.stance.representativeness - 11) < 1e-14)
        let pooled = 12.0 / 22
        let error = (pooled * (1 - pooled) * (2.0 / 11)).squareRoot()
        let expected = (1 - 1.0 / 11) / error
        #expect(abs(entry.stance.representativenessTest - expected) < 1e-14)
        let together = try #require(map.statements.first { $0.id == 7 })
        let (agreed, against): (Double, Double) = (121.0 / 144.0, 1.0 / 144.0)
        let consensus = try #require(together.consensus)
        #expect(abs(consensus - agreed) < 1e-15)
        let opposed = try #require(together.consensusAgainst)
        #expect(abs(opposed - against) < 1e-15)
    }

    @Test func agreementsComeFirstAndByWeight() throws {
        let map = try Self.twoCamps()
        for group in map.groups {
            let entries = group.representative
            #expect(entries.count <= 5)
            #expect(entries.count { $0.isBestAgreed } == 1)
            #expect(entries.first?.isBestAgreed == true)
            let sides = entries.map { $0.stance.opinion == .agree }
            #expect(sides == sides.sorted { $0 && !$1 })
            #expect(Set(entries.map(\.statement)).count == entries.count)
            for entry in entries where !entry.isBestAgreed {
                #expect(entry.stance.probabilityTest > OpinionStance.significant)
                #expect(entry.stance.representativenessTest > OpinionStance.significant)
            }
            // All of them agree on 7, and so do the others: it sets nobody apart.
            #expect(!entries.contains { $0.statement == 7 })
        }
        // Of statement 4 six of ten are too few: 2√11 (7/11 − ½) is 0.9.
        let left = try #require(map.participants.first?.group)
        #expect(map.groups[left].representative.map(\.statement) == [0, 2, 1, 3])
        #expect(map.groups[1 - left].representative.map(\.statement) == [1, 3, 0, 2])
    }

    @Test func thePlacesAreLimited() throws {
        var votes: [OpinionVote] = []
        for person in 0..<20 {
            for statement in 0..<9 {
                votes.append(
                    OpinionVote(
                        participant: person, statement: statement, opinion: person < 10 ? .agree : .disagree))
            }
        }
        var rules = OpinionMap.Rules()
        for limit in [0, 1, 3, 50] {
            rules.representative = limit
            let map = OpinionMap(of: try OpinionVotes(votes), rules: rules)
            #expect(map.groups.map(\.representative.count) == [min(limit, 9), min(limit, 9)])
            // All weigh the same: the order of numbers decides.
            for group in map.groups {
                #expect(group.representative.map(\.statement) == Array(0..<min(limit, 9)))
            }
        }
    }

    /// The significance is one-tailed at 90%.
    @Test func theThresholdIsTheNormalDistributions() {
        // Φ(z) by Simpson's rule from 0.
        let steps = 2000
        let width = OpinionStance.significant / Double(steps)
        var sum = 0.0
        for step in 0...steps {
            let z = Double(step) * width
            var power = 1.0
            var term = 1.0
            for n in 1..<40 {
                term *= -z * z / 2 / Double(n)
                power += term
            }
            sum += power * (step == 0 || step == steps ? 1 : step % 2 == 1 ? 4 : 2)
        }
        let phi = 0.5 + sum * width / 3 / (2 * Double.pi).squareRoot()
        #expect(abs(phi - 0.9) < 1e-12)
    }
}
