import Foundation
import Methods
import Testing
import Values

@Suite struct RotaReaderTests {
    static let sound = """
        # A comment
        SECTION_HORIZON
        7

        SECTION_SHIFTS
        E,480,
        L, 600 ,E|L
        SECTION_STAFF
        A,E=7|L=2,4320,3360,5,2,3,1
        B,L=0,4320,0,5,1,1,0
        SECTION_DAYS_OFF
        A,0,6
        SECTION_SHIFT_ON_REQUESTS
        A,2,L,2
        SECTION_SHIFT_OFF_REQUESTS
        B,5,E,3
        SECTION_COVER
        0,E,5,100,1
        6,L,-0,100,1
        """

    static func read(_ text: String) throws -> RotaProblem { try RotaProblem(reading: [UInt8](text.utf8)) }

    @Test(arguments: ["\n", "\r\n"]) func readsEverySection(_ ending: String) throws {
        let problem = try Self.read(Self.sound.replacing("\n", with: ending))
        #expect(problem.days == 7 && problem.shifts.map(\.name) == ["E", "L"])
        #expect(problem.shifts[1].minutes == 600 && problem.shifts[1].refusedNext == [0, 1])
        let (a, b) = (problem.people[0], problem.people[1])
        #expect(a.maxOfShift == [7, 2] && a.minutes == 3360...4320 && a.inARow == 2...5)
        #expect(a.minDaysOff == 3 && a.maxWeekends == 1 && a.daysOff == [0, 6])
        #expect(b.maxOfShift == [7, 0] && b.daysOff.isEmpty)
        #expect(problem.wishes.map(\.wanted) == [true, false] && problem.wishes[1].weight == 3)
        #expect(problem.cover.map(\.needed) == [5, 0] && problem.cover[0].under == 100)
    }

    /// A line put in the place of another, and the line at fault.
    static let faults: [(line: Int, text: String, at: Int)] = [
        (2, "HORIZON", 2), (2, "SECTION_HORIZONS", 2), (3, "0", 3), (3, "-1", 3), (3, "2001", 3),
        (3, "7.0", 3),
        (3, "99999999999999999999", 3), (3, "7,7", 3), (4, "8", 4), (6, "E,480", 6), (6, "E,1441,", 6),
        (6, ",480,", 6), (7, "E,600,", 7), (7, "L,600,X", 7), (7, "L,600,,", 7), (8, "SECTION_SHIFTS", 8),
        (8, "SECTION_COVER", 8), (9, "A,E=7|L=2,4320,3360,5,2,3", 9), (9, "A,E=7|E=2,4320,3360,5,2,3,1", 9),
        (9, "A,E=7|X=2,4320,3360,5,2,3,1", 9), (9, "A,E=7|L,4320,3360,5,2,3,1", 9),
        (9, "A,E=7|L=2,3360,4320,5,2,3,1", 9), (9, "A,E=7|L=2,4320,3360,2,5,3,1", 9),
        (9, "A,E=7|L=2,4320,3360,5,2,3,1,1", 9), (10, "A,L=0,4320,0,5,1,1,0", 10), (12, "C,0", 12),
        (12, "A", 12), (12, "A,7", 12), (14, "A,2,L", 14), (14, "A,2,X,2", 14), (14, "X,2,L,2", 14),
        (14, "A,7,L,2", 14), (14, "A,2,L,1000001", 14), (16, "B,5,E,3,1", 16), (18, "0,E,5,100", 18),
        (18, "0,E,five,100,1", 18), (19, "0,E,1,100,1", 19), (19, "7,E,1,100,1", 19),
    ]

    @Test(arguments: faults) func refusesWithTheLine(_ fault: (line: Int, text: String, at: Int)) {
        var lines = Self.sound.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        lines[fault.line - 1] = fault.text
        let error = #expect(throws: InputFault.self) { try Self.read(lines.joined(separator: "\n")) }
        #expect(error?.line == fault.at)
    }

    @Test func refusesWhatIsNotWhole() {
        for text in ["", "# nothing", "SECTION_HORIZON\n7", "SECTION_HORIZON\n7\nSECTION_SHIFTS\nE,480,"] {
            #expect(throws: InputFault.self) { try Self.read(text) }
        }
        #expect(throws: InputFault.self) { try RotaProblem(reading: [0x53, 0xFF, 0x0A]) }
    }

    @Test func aCaseBeyondTheLimitsIsRefusedNotTried() throws {
        let many = (0..<2000).map { "P\($0),E=7,4320,0,5,1,1,1" }.joined(separator: "\n")
        let shifts = (0..<62).map { "S\($0),480," }.joined(separator: "\n")
        let text = "SECTION_HORIZON\n2000\nSECTION_SHIFTS\nE,480,\n\(shifts)\nSECTION_STAFF\n\(many)"
        #expect(throws: InputFault.self) { try Self.read(text) }
        let heavy = (0..<2000).map { _ in "A,2,L,1000000" }.joined(separator: "\n")
        #expect(throws: InputFault.self) { try Self.read(Self.sound.replacing("A,2,L,2", with: heavy)) }
    }

    /// Bytes changed, left out and doubled at random: a problem or a fault, never a trap.
    @Test func fuzzedTextIsReadOrRefused() {
        var dice = Dice(seed: 20_261)
        let bytes = [UInt8](Self.sound.utf8)
        var read = 0, refused = 0
        for _ in 0..<4000 {
            var text = bytes
            for _ in 0..<dice.within(1...3) where !text.isEmpty {
                let place = dice.below(text.count)
                switch dice.below(4) {
                case 0: text[place] = UInt8(dice.below(256))
                case 1: text.remove(at: place)
                case 2: text.insert(Array(",|=-0123456789\n#".utf8)[dice.below(16)], at: place)
                default: text.insert(contentsOf: text[place..<min(text.count, place + 9)], at: place)
                }
            }
            do {
                let problem = try RotaProblem(reading: text)
                _ = RotaCases.solve(problem, rounds: 1)
                read += 1
            } catch {
                #expect(!error.sentence.isEmpty)
                refused += 1
            }
        }
        #expect(read > 100 && refused > 1000)
    }

    @Test(.enabled(if: SharedData.folder != nil)) func readsEveryPublishedInstance() throws {
        let files = SharedData.files(in: "rota", withExtension: "txt")
        #expect(files.count >= 16)
        for file in files {
            let problem = try RotaProblem(reading: [UInt8](Data(contentsOf: file)))
            #expect(problem.cover.count == problem.days * problem.shifts.count, "\(file.lastPathComponent)")
            #expect(!problem.wishes.isEmpty && problem.people.allSatisfy { !$0.daysOff.isEmpty })
        }
    }
}
