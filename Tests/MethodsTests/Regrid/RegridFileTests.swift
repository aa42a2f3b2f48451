import Methods
import Testing
import Values

@Suite struct RegridFileTests {
    private static let whole = """
        {"X": [[0, 1.5], [1, 2], [2, 3]], "loadv": [3, 4.25, 5], 
         "neighbors": {"0": [1], "1": [0, 2], "2": [1]}, "k": 2, "fixed": {"2": 1}, "together": [[0, 1]],
         "today": [0, 1, 1],
         "results": {"ward": {"labels": [1, 1, 0], "ssd": 3.5}, "none": {"err": "nothing"}}, "more": null}
        """

    @Test func readsAMap() throws {
        let file = try RegridFile(Self.whole.utf8)
        #expect(file.map.features == [[0, 1.5], [1, 2], [2, 3]])
        #expect(file.map.loads == [3, 4.25, 5])
        #expect(file.map.neighbors == [[1], [0, 2], [1]])
        #expect(file.request.grids == 2 && file.request.fixed == [2: 1] && file.request.together == [[0, 1]])
        #expect(file.divisions == ["ward": [1, 1, 0], "today": [0, 1, 1]])
        #expect(try Regridding.propose(file.map, file.request).labels == [0, 0, 1])
    }

    @Test func readsNeighboursAsAList() throws {
        let text = #"{"X": [[0], [1]], "loadv": [3, 4], "neighbors": [[1], [0]]}"#
        #expect(try RegridFile(text.utf8).map.neighbors == [[1], [0]])
    }

    @Test func readsLabelsOfTheirOwn() throws {
        #expect(try RegridFile.labels("[1, 2, 1]".utf8) == [1, 2, 1])
        #expect(try RegridFile.labels(#"{"labels": [1, 2]}"#.utf8) == [1, 2])
        #expect(throws: InputFault("labels: missing")) { try RegridFile.labels("{}".utf8) }
    }

    @Test(
        arguments: [
            (#"{"loadv": [1], "neighbors": [[]]}"#, nil, "X: missing"),
            (#"{"X": [[0]], "neighbors": [[]]}"#, nil, "loadv: missing"),
            (#"{"X": [[0]], "loadv": [1]}"#, nil, "neighbors: missing"),
            ("{\"X\": [[0],\n [\"a\"]]}", 2, "X[1][0]: expected a number"),
            (#"{"X": [[0]], "loadv": {}}"#, 1, "loadv: expected an array"),
            (#"{"X": [[0]], "loadv": [1e999]}"#, 1, "loadv[0]: a number larger than can be held"),
            (#"{"X": [[0]], "loadv": [01]}"#, 1, "loadv[0]: a number begins with 0"),
            (#"{"X": [[0]], "loadv": [1.]}"#, 1, "loadv[0]: expected a number"),
            (#"{"X": [[0]], "loadv": [-]}"#, 1, "loadv[0]: expected a number"),
            (#"{"X": [[0]], "loadv": [NaN]}"#, 1, "loadv[0]: expected a number"),
            (#"{"neighbors": 5}"#, 1, "neighbors: expected an array"),
            (#"{"neighbors": {"a": []}}"#, 1, #"neighbors: "a" is not a building's number"#),
            (
                #"{"X": [[0]], "loadv": [1], "neighbors": {"1": []}}"#, nil,
                "neighbors: building 1 does not exist, there are 1"
            ),
            (#"{"neighbors": {"0": [], "+0": []}}"#, 1, "neighbors: building 0 stands twice"),
            (#"{"k": 1.5}"#, 1, "k: expected a whole number"),
            (#"{"k": 99999999999999999999}"#, 1, "k: a number of more than 18 digits"),
            (#"{"fixed": {"2": 0, "2": 1}}"#, 1, "fixed: building 2 stands twice"),
            ("{\"k\": 1,\n\"k\": 2}", 2, "\"k\" is given twice"),
            (#"{"results": {"a": {"labels": [1]}, "a": {}}}"#, 1, #"results: "a" is given twice"#),
            (#"{"fixed": {"x": 0}}"#, 1, #"fixed: "x" is not a building's number"#),
            (#"{"k" 1}"#, 1, "expected a colon"),
            (#"{k: 1}"#, 1, "expected a text"),
            ("{\n\n\"X\": [1 2]}", 3, "X[0]: expected an array"),
            ("{\n\"today\": [1 2]}", 2, "expected a comma or the end of the array"),
            ("{\"other\": [1,, 2]}", 1, "expected a value"),
            ("{\"other\": {\"a\": tru}}", 1, "expected a value"),
            ("{\"other\": \"\\x\"}", 1, "a broken escape in a text"),
            ("{\"other\": \"\n\"}", 1, "a control character in a text"),
            ("{\"other\": \"", 1, "a text without an end"),
            ("{\"other\": " + String(repeating: "[", count: 100), 1, "nested deeper than 64"),
            ("{\"k\": 1", 1, "expected a comma or the end of the object"),
            ("{}\n{}", 2, "something follows the end"),
            ("[]", 1, "the file: expected an object"), ("", 1, "the file: expected an object"),
        ] as [(String, Int?, String)])
    func namesWhatIsAmissAndWhere(_ text: String, _ line: Int?, _ sentence: String) {
        #expect(throws: InputFault(sentence, line: line)) { try RegridFile(text.utf8) }
    }

    @Test func passesOverWhatItDoesNotKnow() throws {
        let text =
            #"{"a": [true, false, null, -0.5e+3, "\u00e9\"\\"], "X": [], "k": null, "results": {"b": 1}}"#
        #expect(throws: InputFault("loadv: missing")) { try RegridFile(text.utf8) }
    }

    /// Bytes changed, left out and doubled at random: each file is taken or refused by name.
    @Test func anythingIsTakenOrRefused() {
        var dice = Dice(seed: 11)
        let bytes = Array(Self.whole.utf8)
        var refused = 0
        for _ in 0..<3_000 {
            var bytes = bytes
            for _ in 0...dice.below(3) {
                let place = dice.below(bytes.count)
                switch dice.below(4) {
                case 0: bytes[place] = UInt8(dice.below(256))
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(bytes[dice.below(bytes.count)], at: place)
                default: bytes.removeSubrange(place..<min(bytes.count, place + dice.below(40)))
                }
                if bytes.isEmpty { bytes = [0x7b] }
            }
            do throws(InputFault) {
                let file = try RegridFile(bytes)
                #expect(file.map.count > 0)
            } catch {
                #expect(!error.sentence.isEmpty)
                refused += 1
            }
        }
        #expect(refused > 1_000 && refused < 3_000)
    }
}
