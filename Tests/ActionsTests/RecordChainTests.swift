import Foundation
import Sealing
import Storage
import Testing
import Trials
import Values

@testable import Actions

/// What a walk of the record finds where somebody changed it past the house.
@Suite struct RecordChainTests {
    private static let note = Right("note.write", Text("记", "Note"))

    private struct Write: Action {
        static let name = "note.write"
        static let right = RecordChainTests.note
        let subjectNumber: UInt64?

        func subject(in work: Work) throws -> PlacePath { PlacePath(text: "/1/") }

        func run(on subject: PlacePath, in work: Work) throws -> Done {
            work.record(reason: "told")
            if let subjectNumber { work.record(["word": "灯"], about: .trial(subjectNumber)) }
            return Done()
        }

        func object(of subject: PlacePath, _ answer: Done, in work: Work) -> Identifier { .trial(77) }
    }

    private static let here = Identifier.trial(1)
    private static let worker = Actor(
        kind: .person, account: .trial(9), name: "陆",
        grants: [Grant(role: .socialWorker, place: PlacePath(text: "/1/"))])

    /// Ten rows, every second one with sealed values of one of two people; then `spoil`, past the house.
    private func breaks(_ engine: Engine, _ spoil: SQL?, each: Int64) async throws -> [String] {
        try await engine.withDatabase(GroundSchema.migrations) { database in
            let keys = try KeyRing(master: Array(repeating: 7, count: 32))
            let steward = Steward(
                database: database, keys: keys, rights: Rights([RightRow(Self.note, [.socialWorker: .place])]),
                clock: HandClock())
            for number in 1...UInt64(10) {
                let subject = number.isMultiple(of: 2) ? 20 + number % 4 : nil
                _ = try await steward.perform(
                    Write(subjectNumber: subject), by: Self.worker, in: Self.here)
            }
            if let spoil { try await database.write(in: Self.here) { _ = try $0.run(spoil) } }
            return try await database.read { reading in
                let lengths = try reading.recordLengths()
                #expect(lengths.map(\.0) == [Self.here])
                return try RecordChain.Stretch.of(lengths[0].1, each: each).flatMap { stretch in
                    try RecordChain(of: Self.here, in: reading, keys: keys, stretch: stretch).breaks
                }
            }
        }
    }

    private static let spoilt: [(SQL?, String?)] = [
        (nil, nil),
        ("UPDATE record SET action = 'note.read' WHERE number = 4", "row 4 was changed"),
        ("UPDATE record SET reason = 'tolD' WHERE number = 9", "row 9 was changed"),
        ("UPDATE record SET at = at + 1 WHERE number = 5", "row 5 was changed"),
        ("UPDATE record SET proof = actor WHERE number = 3", "row 3 was changed"),
        ("UPDATE record SET actor = NULL WHERE number = 10", "row 10 was changed"),
        ("UPDATE record SET object = id WHERE number = 1", "row 1 was changed"),
        ("UPDATE record SET hash = before WHERE number = 3", "row 4 does not follow the row before"),
        ("UPDATE record SET before = hash WHERE number = 6", "row 6 does not follow the row before"),
        ("DELETE FROM record WHERE number = 6", "row 6 is missing"),
        ("DELETE FROM record WHERE number = 3", "row 3 is missing"),
        ("DELETE FROM record WHERE number <= 4", "row 1 is missing"),
        ("UPDATE record SET number = 12 WHERE number = 10", "row 10 is missing"),
        ("DELETE FROM record WHERE number = 10", "1 values belong to no row after"),
        (
            """
            UPDATE record_value SET sealed = (SELECT v.sealed FROM record_value v WHERE v.number = 2)
            WHERE number = 6
            """, "the values of row 6 are not those that were recorded"
        ),
        ("DELETE FROM subject_key", nil),
        (
            "UPDATE subject_key SET wrapped = community WHERE subject = \(Identifier.trial(20))",
            "the values of row 4 cannot be opened"
        ),
    ]

    /// However the walk is cut into stretches, it finds the same.
    @Test(arguments: Engine.all, [100, 3, 1])
    func everyWayOfSpoilingItIsFound(_ engine: Engine, _ each: Int64) async throws {
        for (sql, expected) in Self.spoilt {
            let found = try await breaks(engine, sql, each: each)
            guard let expected else {
                #expect(found == [], "\(sql?.text ?? "nothing spoilt")")
                continue
            }
            #expect(found.contains { $0.contains(expected) }, "\(sql?.text ?? "") found \(found)")
        }
    }

    @Test(arguments: [
        (Int64(0), Int64(5), 1), (5, 5, 1), (6, 5, 2), (11, 5, 3),
    ])
    func stretchesJoinToTheWhole(_ length: Int64, _ each: Int64, _ count: Int) {
        let stretches = RecordChain.Stretch.of(length, each: each)
        #expect(stretches.count == count)
        #expect(stretches.first?.after == 0 && stretches.last?.through == nil)
        for (one, next) in zip(stretches, stretches.dropFirst()) { #expect(one.through == next.after) }
    }

    /// The hash of a row is worked out here once more, by hand: what was written years ago must verify.
    @Test func theHashIsWhatItAlwaysWas() {
        let row = RecordRow(
            number: 1_204, id: .trial(3), at: Instant(microseconds: -1_700_000_000_000_001), actor: .trial(4),
            proof: nil, action: "needs.report", object: .trial(5), reason: "",
            commitment: Array(repeating: 9, count: 32), before: Array(repeating: 8, count: 32))
        var text: [UInt8] = []
        func add(_ part: [UInt8]) { text += [0, 0, 0, UInt8(part.count)] + part }
        add(Array(repeating: 8, count: 32))
        add(Array("1204".utf8))
        add(Identifier.trial(3).bytes)
        add(Array("-1700000000000001".utf8))
        add(Identifier.trial(4).bytes)
        add([])
        add(Array("needs.report".utf8))
        add(Identifier.trial(5).bytes)
        add([])
        add(Array(repeating: 9, count: 32))
        #expect(row.hash == Digest.sha256(text))
    }

    @Test(arguments: [Int64(0), 7, 10, -1, 1_204, .max, .min])
    func numbersAreSpelledAsPeopleWriteThem(_ number: Int64) {
        var text = RecordText()
        text.add(decimal: number)
        #expect(Array(text.bytes.dropFirst(4)) == Array("\(number)".utf8))
    }
}
