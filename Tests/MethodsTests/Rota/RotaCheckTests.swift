import Foundation
import Methods
import Testing
import Values

@Suite struct RotaCheckTests {
    /// One person, a row each, on days that begin on a Monday: what the check must say of it.
    struct Case: Sendable, CustomTestStringConvertible {
        let row: String
        let person: RotaPerson
        let broken: [RotaViolation.Rule]
        var testDescription: String { "\(row) breaks \(broken.map(\.rawValue))" }
    }

    static let cases: [Case] = [
        Case(row: "........", person: RotaCases.person("A", shifts: 2), broken: []),
        Case(row: "ELLL....", person: RotaCases.person("A", shifts: 2), broken: []),
        Case(row: "LE......", person: RotaCases.person("A", shifts: 2), broken: [.succession]),
        Case(row: "L.E.....", person: RotaCases.person("A", shifts: 2), broken: []),
        Case(row: "EE......", person: RotaCases.person("A", shifts: 2, daysOff: [1]), broken: [.dayOff]),
        Case(
            row: "ELE..L..", person: RotaCases.person("A", shifts: 2, maxOfShift: [9, 1]),
            broken: [.succession, .maxOfShift]),
        Case(
            row: "EE......", person: RotaCases.person("A", shifts: 2, minutes: 961...2000),
            broken: [.minMinutes]),
        Case(row: "EE......", person: RotaCases.person("A", shifts: 2, minutes: 960...960), broken: []),
        Case(
            row: "EE......", person: RotaCases.person("A", shifts: 2, minutes: 0...959), broken: [.maxMinutes]
        ),
        // The longest run holds at the edges too; the shortest does not.
        Case(row: "EEE.....", person: RotaCases.person("A", shifts: 2, inARow: 1...2), broken: [.maxInARow]),
        Case(row: ".....EEE", person: RotaCases.person("A", shifts: 2, inARow: 1...2), broken: [.maxInARow]),
        Case(row: "E......E", person: RotaCases.person("A", shifts: 2, inARow: 3...4), broken: []),
        Case(row: ".EE.....", person: RotaCases.person("A", shifts: 2, inARow: 3...4), broken: [.minInARow]),
        Case(row: ".EE.EEE.", person: RotaCases.person("A", shifts: 2, minDaysOff: 2), broken: [.minDaysOff]),
        Case(row: ".EE..EE.", person: RotaCases.person("A", shifts: 2, minDaysOff: 2), broken: []),
        Case(
            row: "....EEE.", person: RotaCases.person("A", shifts: 2, maxWeekends: 0),
            broken: [.maxWeekends]),
        Case(
            row: "......E.", person: RotaCases.person("A", shifts: 2, maxWeekends: 0),
            broken: [.maxWeekends]),
        Case(row: ".......E", person: RotaCases.person("A", shifts: 2, maxWeekends: 0), broken: []),
    ]

    static func problem(_ person: RotaPerson, first: Weekday = .monday) throws -> RotaProblem {
        let shifts = [
            RotaShift(name: "E", minutes: 480), RotaShift(name: "L", minutes: 480, refusedNext: [0]),
        ]
        return try RotaProblem(days: 8, shifts: shifts, people: [person], firstWeekday: first)
    }

    static func roster(_ rows: String..., of problem: RotaProblem) throws -> Roster {
        let named = zip(problem.people, rows).map { ($0.name, $1.map { $0 == "." ? "" : String($0) }) }
        return try Roster(named: Dictionary(uniqueKeysWithValues: named), for: problem)
    }

    @Test(arguments: cases) func namesTheRulesBroken(_ one: Case) throws {
        let problem = try Self.problem(one.person)
        let check = try RotaCheck(Self.roster(one.row, of: problem), of: problem)
        #expect(check.violations.map(\.rule) == one.broken)
    }

    @Test func aSundayOnTheFirstDayIsAWeekend() throws {
        let problem = try Self.problem(RotaCases.person("A", shifts: 2, maxWeekends: 1), first: .sunday)
        #expect(try RotaCheck(Self.roster("E.......", of: problem), of: problem).weekends == [1])
        #expect(try RotaCheck(Self.roster("E.....EE", of: problem), of: problem).weekends == [2])
    }

    @Test func countsWishesAndCover() throws {
        let shifts = [RotaShift(name: "D", minutes: 1), RotaShift(name: "N", minutes: 1, isNight: true)]
        let problem = try RotaProblem(
            days: 3, shifts: shifts, people: ["A", "B"].map { RotaCases.person($0, shifts: 2) },
            wishes: [
                RotaWish(person: 0, day: 0, shift: 0, weight: 3, wanted: true),
                RotaWish(person: 0, day: 1, shift: 1, weight: 5, wanted: false),
                RotaWish(person: 1, day: 2, shift: 0, weight: 7, wanted: true),
            ],
            cover: [
                RotaCover(day: 0, shift: 0, needed: 2, under: 100, over: 1),
                RotaCover(day: 1, shift: 1, needed: 0, under: 100, over: 10),
                RotaCover(day: 2, shift: 0, needed: -1, under: 100, over: 1000),
            ])
        let check = try RotaCheck(Self.roster("DN.", "...", of: problem), of: problem)
        #expect(check.penalty == 5 + 7 + 100 + 10 + 1000)
        #expect(check.unmetWishes == 2 && check.short == 1 && check.spare == 2)
        #expect(check.nights == [1, 0])
    }

    /// People in another order, with their rows, are the same rota.
    @Test(arguments: UInt64(1)...20) func theOrderOfPeopleChangesNothing(_ seed: UInt64) throws {
        let problem = try RotaCases.month()
        var dice = Dice(seed: seed)
        let order = dice.shuffled(Array(problem.people.indices))
        var roster = Roster(people: order.count, days: problem.days), turned = roster
        for person in order.indices {
            for day in 0..<problem.days where dice.chance(60) { roster[person, day] = dice.below(3) }
        }
        for (place, person) in order.enumerated() {
            for day in 0..<problem.days { turned[place, day] = roster[person, day] }
        }
        let other = try RotaProblem(
            days: problem.days, shifts: problem.shifts, people: order.map { problem.people[$0] },
            wishes: problem.wishes.map { wish in
                RotaWish(
                    person: order.firstIndex(of: wish.person) ?? 0, day: wish.day, shift: wish.shift,
                    weight: wish.weight, wanted: wish.wanted)
            }, cover: problem.cover)
        let a = try RotaCheck(roster, of: problem), b = try RotaCheck(turned, of: other)
        #expect(a.penalty == b.penalty && a.unmetWishes == b.unmetWishes && a.short == b.short)
        #expect(!a.violations.isEmpty && Set(a.violations) == Set(b.violations))
        #expect(order.map { a.nights[$0] } == b.nights && order.map { a.weekends[$0] } == b.weekends)
    }

    @Test func aRosterOfAnotherShapeIsRefused() throws {
        let problem = try Self.problem(RotaCases.person("A", shifts: 2))
        #expect(throws: InputFault.self) { try RotaCheck(Roster(people: 2, days: 8), of: problem) }
        for rows in [["A": ["E"]], ["B": [String](repeating: "", count: 8)], [:]] {
            #expect(throws: InputFault.self) { try Roster(named: rows, for: problem) }
        }
        let strange = ["A": ["X"] + [String](repeating: "", count: 7)]
        #expect(throws: InputFault("A has an unknown shift on day 0: X")) {
            try Roster(named: strange, for: problem)
        }
    }

    struct Reference: Decodable {
        let obj: Int
        let sol: [String: [String]]
    }

    @Test(.enabled(if: SharedData.folder != nil)) func theReferenceRostersCountAsTheyAreSaidTo() throws {
        let files = SharedData.files(in: "rota", withExtension: "cpsat.json")
        #expect(files.count >= 9)
        for file in files {
            let reference = try JSONDecoder().decode(Reference.self, from: Data(contentsOf: file))
            let instance = file.path.replacingOccurrences(of: ".cpsat.json", with: ".txt")
            let bytes = try #require(FileManager.default.contents(atPath: instance))
            let problem = try RotaProblem(reading: [UInt8](bytes))
            let check = try RotaCheck(Roster(named: reference.sol, for: problem), of: problem)
            #expect(check.penalty == reference.obj && check.violations.isEmpty, "\(file.lastPathComponent)")
        }
    }
}
