import Foundation
import Testing
import Values

@testable import Methods

@Suite struct PollReaderTests {
    /// A file with every kind of oddness that may be read.
    static let whole = #"""
        META
        key;value
        description;"Spielplätze; ""neu"""
        budget;100,50
        vote_type;approval
        num_projects;3
        num_votes;4

        PROJECTS
        project_id;cost;name
        A/1;10;"Brücke; alt"
        2;25/2;甲
        10;40.25
        VOTES
        voter_id;vote;age
        x;A/1,10;7
        y;;8
        z;"2,10"
        w;none;
        """#

    private static func poll(_ text: String) throws -> BudgetPoll {
        try BudgetPoll(pabulib: [UInt8](text.utf8))
    }

    @Test(arguments: ["\n", "\r\n"]) func readsWhatTheFormatAllows(_ end: String) throws {
        let text = "\u{feff}" + Self.whole.replacingOccurrences(of: "\n", with: end)
        let poll = try Self.poll(text)
        #expect(poll.budget == Rational(Whole(201), over: Whole(2)))
        #expect(poll.projects.map(\.id) == ["A/1", "2", "10"])
        #expect(poll.projects.map { $0.cost.description } == ["10", "25/2", "161/4"])
        #expect(poll.projects.map(\.fields) == [["Brücke; alt"], ["甲"], [""]])
        #expect(poll.remarks[0] == BudgetPoll.Remark("description", "Spielplätze; \"neu\""))
        #expect((0..<4).map { poll.ballots[$0].map(\.project) } == [[0, 2], [], [1, 2], []])
        #expect(poll.voters.columns == ["voter_id", "age"])
        #expect((0..<4).map { poll.voters[$0] } == [["x", "7"], ["y", "8"], ["z", ""], ["w", ""]])
        #expect(try Self.poll(poll.pabulib).pabulib == poll.pabulib)
    }

    @Test func readsPoints() throws {
        let text = """
            META
            vote_type;cumulative
            budget;5
            PROJECTS
            cost;project_id
            1;a
            2;b
            VOTES
            points;voter_id;vote
            1.5,2;1;a, b
            -3,0;2;b,a
            ;3;
            """
        let poll = try Self.poll(text)
        let points = (0..<3).map { poll.ballots[$0].map { $0.points.description } }
        #expect(points == [["3/2", "2"], ["-3", "0"], []])
        #expect(poll.voters.columns == ["voter_id"])
        #expect(try Self.poll(poll.pabulib).ballots == poll.ballots)
    }

    private struct Bad: CustomTestStringConvertible, Sendable {
        let name: String
        let from: String
        let to: String
        let line: Int?
        var testDescription: String { name }

        init(_ name: String, _ from: String, _ to: String, _ line: Int?) {
            (self.name, self.from, self.to, self.line) = (name, from, to, line)
        }
    }

    private static let bad = [
        Bad("no head", "META", "HEAD", 1),
        Bad("a line of the head without a value", "num_votes;4", "num_votes", 7),
        Bad("an open mark", "neu\"\"\"", "neu\"\"", 3),
        Bad("a budget that is no amount", "100,50", "1e5", 4),
        Bad("a budget below zero", "100,50", "-5", 4),
        Bad("a budget too large", "100,50", "9999999999999999", 4),
        Bad("a kind of vote unknown", "approval", "lottery", 5),
        Bad("points without their column", "approval", "cumulative", 15),
        Bad("projects counted otherwise", "num_projects;3", "num_projects;4", 6),
        Bad("votes counted otherwise", "num_votes;4", "num_votes;5", 7),
        Bad("a key twice", "num_votes;4", "budget;5", 7),
        Bad("no cost", "project_id;cost", "project_id;price", 10),
        Bad("a column twice", "cost;name", "cost;cost", 10),
        Bad("a cost that is no amount", "A/1;10;", "A/1;ten;", 11),
        Bad("a cost over nothing", "25/2", "25/0", 12),
        Bad("a cost below zero", "A/1;10;", "A/1;-10;", 11),
        Bad("a project without its id", "A/1;10;", ";10;", 11),
        Bad("a comma in an id", "A/1;10;", "A,1;10;", 11),
        Bad("a project twice", "2;25/2", "A/1;25/2", 12),
        Bad("too many cells", "甲", "甲;5", 12),
        Bad("no section of votes", "VOTES", "votes;1", 15),
        Bad("no column of votes", "voter_id;vote;age", "voter_id;choice;age", 15),
        Bad("a project unknown", "x;A/1,10", "x;A/1,11", 16),
        Bad("a project twice on a ballot", "x;A/1,10", "x;A/1,A/1", 16),
        Bad("a project without a name on a ballot", "x;A/1,10", "x;A/1,,10", 16),
        Bad("a comma at the end of a ballot", "\"2,10\"", "\"2,10,\"", 18),
        Bad("a voter's cells too many", "x;A/1,10;7", "x;A/1,10;7;8", 16),
        Bad("a voter's cells too few", "y;;8", "y", 17),
        Bad("a mark left open by a voter", "\"2,10\"", "\"2,10", 18),
        Bad("a section twice", "w;none;", "PROJECTS", 19),
        Bad("a control character", "Brücke", "Br\u{1}cke", 11),
    ]

    @Test(arguments: bad) private func refusesWithTheLine(_ bad: Bad) throws {
        #expect(Self.whole.contains(bad.from))
        let range = try #require(Self.whole.range(of: bad.from))
        let text = Self.whole.replacingCharacters(in: range, with: bad.to)
        let fault = #expect(throws: InputFault.self) { try Self.poll(text) }
        #expect(fault?.line == bad.line, "\(fault?.description ?? "")")
    }

    @Test(arguments: [
        ("1,2;a,b", "1,2,3;a,b"), ("1,2;a,b", "1;a,b"), ("1,2;a,b", "1,x;a,b"),
        ("1,2;a,b", "1,2000000000;a,b"),
        ("1,2;a,b", ";a,b"), ("1,2;a,b", "1/999999999999999,2/7;a,b"), ("1,2;a,b", "1,0.0000001;a,b"),
        ("1,2;a,b", "1,2;"),
    ])
    func refusesPointsThatDoNotFit(_ from: String, _ to: String) throws {
        let lines = [
            "META", "key;value", "vote_type;cumulative", "budget;5", "PROJECTS", "project_id;cost", "a;1",
            "b;2",
            "VOTES", "points;vote", "1,2;a,b",
        ]
        let text = lines.joined(separator: "\n")
        #expect(try Self.poll(text).ballots.count == 1)
        let fault = #expect(throws: InputFault.self) {
            try Self.poll(text.replacingOccurrences(of: from, with: to))
        }
        #expect(fault?.line == 11)
    }

    /// Cut off anywhere, a file is refused; only behind its last vote's row is nothing missing.
    @Test func refusesFilesCutOff() throws {
        let bytes = [UInt8](Self.whole.utf8)
        let least = try #require(Self.whole.range(of: "\nw")).lowerBound
        for count in 0..<Self.whole.utf8.distance(from: Self.whole.startIndex, to: least) {
            #expect(throws: InputFault.self, "\(count)") {
                try BudgetPoll(pabulib: Array(bytes.prefix(count)))
            }
        }
    }

    @Test func refusesBytesThatAreNoText() {
        var bytes = [UInt8](Self.whole.utf8)
        bytes.insert(0xff, at: 20)
        let fault = #expect(throws: InputFault.self) { try BudgetPoll(pabulib: bytes) }
        #expect(fault?.line == 3)
    }

    @Test func everyLimitRefuses() throws {
        let bytes = [UInt8](Self.whole.utf8)
        let changes: [(inout PollLimits) -> Void] = [
            { $0.bytes = 100 }, { $0.projects = 2 }, { $0.voters = 3 }, { $0.line = 20 }, { $0.remarks = 3 },
        ]
        for change in changes {
            var limits = PollLimits()
            change(&limits)
            #expect(throws: InputFault.self) { try BudgetPoll(pabulib: bytes, limits: limits) }
        }
    }

    /// Bytes changed, dropped, doubled and moved: the reader reads or refuses, and what it read it writes and
    /// reads.
    @Test(arguments: 0..<8) func neverTrapsOnDamagedFiles(_ part: Int) throws {
        var dice = Dice(seed: UInt64(part), for: "damage")
        let telling = Array(";,\"\n\r\u{0} \tMPVnone-./0123456789AB".utf8) + [0x80, 0xc3, 0xff]
        var read = 0
        for _ in 0..<1500 {
            var bytes = [UInt8](Self.whole.utf8)
            for _ in 0..<dice.within(1...4) {
                let place = dice.below(bytes.count)
                switch dice.below(4) {
                case 0: bytes[place] = dice.pick(telling) ?? 0
                case 1: bytes.insert(dice.pick(telling) ?? 0, at: place)
                case 2: bytes.removeSubrange(place..<min(bytes.count, place + dice.within(1...9)))
                default:
                    bytes.insert(
                        contentsOf: bytes[place..<min(bytes.count, place + 12)], at: dice.below(bytes.count))
                }
                if bytes.isEmpty { break }
            }
            guard let poll = try? BudgetPoll(pabulib: bytes) else { continue }
            read += 1
            let again = try BudgetPoll(pabulib: [UInt8](poll.pabulib.utf8))
            #expect(again.ballots == poll.ballots)
            #expect(again.projects == poll.projects)
            for rule in SmallPolls.rules(for: poll.ballots.kind).prefix(3) { _ = try poll.outcome(by: rule) }
        }
        #expect(read > 100)
    }

    /// Names that fall on one place of the table are found by the sorted list.
    @Test func findsNamesThatCollide() {
        let ids = (0..<3000).map { "project \($0 % 7) of \($0)" }
        let index = ProjectIndex(ids), sorted = ProjectIndex(ids, longestProbe: 0)
        for (place, id) in ids.enumerated() {
            let bytes = Array(id.utf8)
            #expect(bytes.withUnsafeBufferPointer { index.place(of: $0) } == place)
            #expect(bytes.withUnsafeBufferPointer { sorted.place(of: $0) } == place)
        }
        let other = Array("project".utf8)
        #expect(other.withUnsafeBufferPointer { index.place(of: $0) } == nil)
        #expect(other.withUnsafeBufferPointer { sorted.place(of: $0) } == nil)
    }
}
