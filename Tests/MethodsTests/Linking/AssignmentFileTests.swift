import Testing
import Values

@testable import Methods

@Suite struct AssignmentFileTests {
    static let small = """
        {"name":"small \\u6c34","skills":["水电","木工"],
         "instance":{
          "V":[{"id":7,"building":0,"skills":[1,0],"slots":[4,2],"cap":2,"past":1},
               {"id":3,"building":16,"skills":[0],"slots":[2],"cap":1,"past":0}],
          "T":[{"id":5,"building":1,"skill":0,"slot":2,"need":2,"priority":2},
               {"id":2,"building":15,"skill":0,"slot":2,"need":1,"priority":1}],
          "maxdist":120},
         "edges":null,"rule":{"a":[1.5e3,-0.25,true,false,null]}}
        """

    private static func answer(_ text: String, oneTaskPerSlot: Bool = false) throws -> AssignmentAnswer {
        try AssignmentFile.read([UInt8](text.utf8)).solve(oneTaskPerSlot: oneTaskPerSlot)
    }

    private static func pairs(_ answer: AssignmentAnswer) -> [[Int]] {
        answer.pairs.map { [$0.left, $0.right] }
    }

    @Test func volunteersGoWhereTheyArePermitted() throws {
        let answer = try Self.answer(Self.small)
        #expect(Self.pairs(answer) == [[7, 2], [3, 5], [7, 5]])
        #expect(answer.objective == (6 + 3) + 6 + (6 + 3))
        #expect(answer.unserved.isEmpty)
        let single = try Self.answer(Self.small, oneTaskPerSlot: true)
        #expect(Self.pairs(single) == [[3, 5], [7, 5]])
        #expect(single.objective == 6 + (6 + 3) + 1000)
        #expect(single.unserved == [.init(id: 2, units: 1, why: .allTaken)])
    }

    @Test func pairsNamedByTheFileTakeThePlaceOfTheRules() throws {
        let text = Self.small.replacing("\"edges\":null", with: "\"edges\":[[7,5,40],[3,2,-1]]")
        let answer = try Self.answer(text)
        #expect(Self.pairs(answer) == [[3, 2], [7, 5]])
        #expect(answer.objective == 40 - 1 + 2000)
        #expect(answer.unserved == [.init(id: 5, units: 1, why: .tooFewPermitted)])
    }

    @Test func leavingMayCostLess() throws {
        let text = Self.small.replacing("\"edges\":null", with: "\"edges\":[[7,5,4000],[7,2,1000]]")
        let answer = try Self.answer(text)
        #expect(Self.pairs(answer) == [])
        #expect(answer.unserved.map(\.why) == [.costsMoreThanLeaving, .costsMoreThanLeaving])
    }

    @Test(arguments: [
        ("[[1,2],[2,4]]", 4 + 0, [[0, 1], [1, 0]], [Int]()),
        ("[[9,9,-5],[9,9,-4]]", 4, [[0, 2], [1, 0]], []),
        ("[[4],[2],[3]]", 2, [[1, 0]], [0, 2]),
        ("[]", 0, [], []),
    ])
    func rowsFindTheirColumns(_ costs: String, _ cost: Int, _ pairs: [[Int]], _ unserved: [Int]) throws {
        let answer = try Self.answer("{\"n\":2,\"cost\":\(costs)}")
        #expect(answer.objective == cost)
        #expect(Self.pairs(answer) == pairs)
        #expect(answer.unserved.map(\.id) == unserved)
    }

    @Test(arguments: [
        ("", "line 1: expected an object"),
        ("{}", "expected a member \"cost\" or \"instance\""),
        ("{\"cost\":[[1]],\n\"cost\":[[1]]}", "line 2: \"cost\" is given twice"),
        ("{\"cost\":[[1,2],\n[3]]}", "line 2: a row of 1 costs, expected 2"),
        ("{\"cost\":[[1.5]]}", "line 1: expected a whole number"),
        ("{\"cost\":[[1e2]]}", "line 1: expected a whole number"),
        ("{\"cost\":[[01]]}", "line 1: a number begins with 0"),
        ("{\"cost\":[[-]]}", "line 1: expected a whole number"),
        ("{\"cost\":[[1234567890123456789]]}", "line 1: a number of more than 18 digits"),
        ("{\"cost\":[[123456789012345678]]}", "line 1: a cost must be from"),
        ("{\"cost\":[[1],]}", "line 1: expected an array"),
        ("{\"cost\":[[1] [2]]}", "line 1: expected a comma or the end of the array"),
        ("{\"cost\":[[1]]} x", "line 1: something follows the end"),
        ("{\"cost\":[[1]]", "line 1: expected a comma or the end of the object"),
        ("{\"a\":\"x", "line 1: a text without an end"),
        ("{\"a\":\"\\x\"}", "line 1: a broken escape in a text"),
        ("{\"a\":\"\\u12g4\"}", "line 1: expected four hexadecimal digits"),
        ("{\"a\":\"\t\"}", "line 1: a control character in a text"),
        ("{\"a\":tru}", "line 1: expected a value"),
        ("{\"a\":-}", "line 1: expected a value"),
        ("{\"a\":00}", "line 1: a number begins with 0"),
        ("{\"a\":1.}", "line 1: expected a value"),
        ("{\"a\" 1}", "line 1: expected a colon"),
        ("{a:1}", "line 1: expected a text"),
        ("{\"instance\":{\"V\":[],\"T\":[]}}", "line 1: \"maxdist\" is missing"),
        (small.replacing("\"cap\":2,", with: ""), "line 3: \"cap\" is missing"),
        (small.replacing("\"cap\":2", with: "\"cap\":-2"), "line 3: cap must be from 0"),
        (small.replacing("\"id\":3", with: "\"id\":7"), "volunteer 7 is listed twice"),
        (small.replacing("\"id\":2", with: "\"id\":5"), "task 5 is listed twice"),
        (small.replacing("null,\"rule", with: "[[7,5]],\"rule"), "line 8: expected a volunteer"),
        (small.replacing("null,\"rule", with: "[[7,5,1,1]],\"rule"), "line 8: expected a volunteer"),
        (small.replacing("null,\"rule", with: "[[8,5,1]],\"rule"), "an edge names volunteer 8"),
        (small.replacing("null,\"rule", with: "[[7,6,1]],\"rule"), "an edge names task 6"),
        (
            small.replacing("null,\"rule", with: "[[7,5,1],[7,5,2]],\"rule"),
            "the edge of volunteer 7 and task 5 is given twice"
        ),
        (small.replacing("\"rule\":", with: "\"cost\":[],\"rule\":"), "both \"cost\" and \"instance\""),
    ])
    func refuses(_ text: String, _ sentence: String) {
        let fault = #expect(throws: InputFault.self) { try Self.answer(text) }
        #expect(fault?.description.hasPrefix(sentence) == true, "\(fault?.description ?? "accepted")")
    }

    @Test func nestingIsBounded() {
        let deep = String(repeating: "[", count: 70)
        let fault = #expect(throws: InputFault.self) { try Self.answer("{\"a\":" + deep) }
        #expect(fault?.sentence == "nested deeper than 64")
    }

    @Test func textsAreUTF8() {
        var bytes = [UInt8](Self.small.utf8)
        bytes[bytes.firstIndex { $0 >= 0x80 } ?? 0] = 0xff
        #expect(throws: InputFault("a text is not UTF-8", line: 1)) { try AssignmentFile.read(bytes) }
    }

    /// Whatever a file is turned into, it is read or refused: nothing traps, and what is read can be solved.
    @Test(arguments: 0..<6) func noFileBreaksTheReader(_ seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let sources = [Self.small, "{\"cost\":[[3,1,2],[5,5,5],[0,9,-7]]}"].map { [UInt8]($0.utf8) }
        let spice = [UInt8]("{}[]\",:0123456789-+.eEtfn\\u \n".utf8) + [0, 0x7f, 0x80, 0xff]
        var read = 0
        for _ in 0..<1500 {
            var bytes = dice.pick(sources) ?? []
            for _ in 0..<dice.within(1...3) where !bytes.isEmpty {
                let place = dice.below(bytes.count)
                switch dice.below(4) {
                case 0: bytes[place] = dice.pick(spice) ?? 0
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(dice.pick(spice) ?? 0, at: place)
                default: bytes.removeSubrange(place..<min(bytes.count, place + dice.below(9)))
                }
            }
            guard let file = try? AssignmentFile.read(bytes) else { continue }
            read += 1
            for oneTaskPerSlot in [false, true] { _ = try? file.solve(oneTaskPerSlot: oneTaskPerSlot) }
        }
        #expect(read > 20)
    }

    @Test func aLongRowIsReadAsItComes() throws {
        let row = Array(repeating: "3", count: 100_000).joined(separator: ",")
        #expect(try Self.answer("{\"cost\":[[\(row)]]}").objective == 3)
    }

    /// A file at the edge of what is permitted is weighed, or refused: nothing overflows.
    @Test func theLargestNumbersAreHeld() throws {
        let most = 1 << 40
        let text = Self.small
            .replacing("\"past\":1", with: "\"past\":\(most)").replacing(
                "\"past\":0", with: "\"past\":\(most)"
            )
            .replacing("\"priority\":2", with: "\"priority\":\(most)")
            .replacing("\"building\":16", with: "\"building\":\(1 << 30)")
            .replacing("\"maxdist\":120", with: "\"maxdist\":999999999999999999")
        let answer = try Self.answer(text)
        #expect(answer.pairs.count == 2)
        let many = text.replacing("\"need\":2", with: "\"need\":\(1 << 31)")
        #expect(throws: InputFault("the objective is beyond 64 bits")) { try Self.answer(many) }
    }
}
