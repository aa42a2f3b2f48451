import Methods
import Testing
import Values

@Suite struct OpinionReaderTests {
    private static let header = "participant,statement,vote\n"

    @Test(arguments: [
        ("", 0), ("0,0,1", 1), ("0,0,1\n", 1), ("0,0,1\r\n1,0,-1\r\n", 2), ("7,3,0\n7,3,1\n", 1),
        ("999999999999999999,0,1\n0,999999999999999999,-1\n", 2), ("00,0,1\n0,0,0\n", 1),
    ])
    func readsVotes(_ lines: String, _ count: Int) throws {
        #expect(try OpinionVotes(csv: Array((Self.header + lines).utf8)).count == count)
        #expect(try OpinionVotes(csv: [0xef, 0xbb, 0xbf] + Array((Self.header + lines).utf8)).count == count)
    }

    @Test func readsWhatIsWritten() throws {
        let votes = OpinionModel.conversation(people: 15, statements: 9, seed: 2)
        let lines = votes.map { "\($0.participant),\($0.statement),\($0.opinion.rawValue)\n" }.joined()
        let read = try OpinionVotes(csv: Array((Self.header + lines).utf8))
        #expect(read.count == votes.count && read.overtaken == 0)
        #expect(OpinionMap(of: read).participants == OpinionMap(of: try OpinionVotes(votes)).participants)
    }

    @Test(arguments: [
        ("", "line 1: expected the header participant,statement,vote"),
        ("participant,statement\n", "line 1: expected the header participant,statement,vote"),
        ("participant,statement,votes\n", "line 1: expected the end of the line after the header"),
        (header + "\n", "line 2: expected a participant's number, digits only"),
        (header + "0,0,1\n\n", "line 3: expected a participant's number, digits only"),
        (header + "0,0,1\n0,,1\n", "line 3: expected a statement's number, digits only"),
        (header + "-1,0,1\n", "line 2: expected a participant's number, digits only"),
        (header + "0;0;1\n", "line 2: expected a comma: participant,statement,vote"),
        (header + "0,0\n", "line 2: expected a comma: participant,statement,vote"),
        (header + "0,0,\n", "line 2: a vote is 1, 0 or -1"),
        (header + "0,0,2\n", "line 2: a vote is 1, 0 or -1"),
        (header + "0,0,-0\n", "line 2: a vote is 1, 0 or -1"),
        (header + "0,0,-", "line 2: a vote is 1, 0 or -1"),
        (header + "0,0,11\n", "line 2: expected the end of the line after the vote"),
        (header + "0,0,1,5\n", "line 2: expected the end of the line after the vote"),
        (header + "0,0,1\r", "line 2: expected the end of the line after the vote"),
        (header + "\"0\",0,1\n", "line 2: expected a participant's number, digits only"),
        (header + "1000000000000000000,0,1\n", "line 2: a participant's number has at most 18 digits"),
        (header + "0,1000000000000000000,1\n", "line 2: a statement's number has at most 18 digits"),
    ])
    func refuses(_ text: String, _ sentence: String) {
        let fault = #expect(throws: InputFault.self) { try OpinionVotes(csv: Array(text.utf8)) }
        #expect(fault?.description == sentence)
    }

    @Test func readsWhatWasModerated() throws {
        #expect(try OpinionVotes.moderated(in: []) == [])
        #expect(try OpinionVotes.moderated(in: Array("3\n\n12\r\n3".utf8)) == [3, 12])
        for (text, sentence) in [
            ("3\nx\n", "line 2: expected a statement's number, digits only"),
            ("3 4\n", "line 1: expected the end of the line after the number"),
            ("1\n\n-2\n", "line 3: expected a statement's number, digits only"),
        ] {
            let fault = #expect(throws: InputFault.self) { try OpinionVotes.moderated(in: Array(text.utf8)) }
            #expect(fault?.description == sentence)
        }
    }

    @Test func refusesNegativeNumbers() {
        for vote in [
            OpinionVote(participant: -1, statement: 0, opinion: .agree),
            OpinionVote(participant: 0, statement: .min, opinion: .agree),
        ] {
            #expect(throws: InputFault.self) { try OpinionVotes([vote]) }
        }
    }

    @Test func refusesTooManyStatements() {
        let votes = (0...OpinionVotes.Limits.statements).map {
            OpinionVote(participant: 0, statement: $0, opinion: .agree)
        }
        #expect(throws: InputFault.self) { try OpinionVotes(votes) }
        #expect(throws: Never.self) { try OpinionVotes(Array(votes.dropLast())) }
    }

    /// Whatever the bytes: votes that can be mapped, or a fault with its line; never more lines than there
    /// are.
    @Test func noBytesTrap() throws {
        var dice = Dice(seed: 11)
        let good = Array((Self.header + "0,0,1\n1,0,-1\r\n2,1,0\n3,77,1\n4,1,1\n5,2,-1\n6,2,0\n7,1,1\n").utf8)
        let alphabet = Array("0123456789-,\r\n\"x \u{feff}".utf8)
        var outcomes = (read: 0, refused: 0)
        for _ in 0..<6000 {
            var bytes = good
            for _ in 0..<dice.below(4) {
                let place = dice.below(bytes.count)
                switch dice.below(4) {
                case 0: bytes[place] = dice.pick(alphabet) ?? 0
                case 1: bytes[place] = UInt8(truncatingIfNeeded: dice.next())
                case 2: bytes.remove(at: place)
                default: bytes.insert(dice.pick(alphabet) ?? 0, at: place)
                }
            }
            if dice.chance(10) { bytes.removeLast(dice.below(bytes.count)) }
            do {
                let map = OpinionMap(of: try OpinionVotes(csv: bytes))
                #expect(map.participants.allSatisfy { $0.x.isFinite && $0.y.isFinite })
                outcomes.read += 1
            } catch {
                #expect((1...bytes.count { $0 == 0x0a } + 1).contains(error.line ?? 0))
                outcomes.refused += 1
            }
            if let left = try? OpinionVotes.moderated(in: bytes) { #expect(left.allSatisfy { $0 >= 0 }) }
        }
        #expect(outcomes.read > 1000)
        #expect(outcomes.refused > 1000)
    }
}
