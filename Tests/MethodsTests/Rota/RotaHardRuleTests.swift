import Foundation
import Testing
import Values

@testable import Methods

/// No hard rule is broken where a roster within the rules exists.
@Suite struct RotaHardRuleTests {
    static let planted: [(days: Int, kinds: Int, people: Int, slack: Int)] = [
        (14, 1, 6, 0), (28, 2, 6, 0), (28, 3, 8, 0), (56, 4, 6, 0), (182, 3, 4, 0), (364, 6, 3, 0),
        (28, 3, 8, 5), (56, 6, 8, 5), (182, 8, 6, 5), (364, 12, 4, 5),
    ]

    @Test(arguments: planted, UInt64(1)...2) func rulesDrawnAroundARosterAreKept(
        _ shape: (days: Int, kinds: Int, people: Int, slack: Int), _ seed: UInt64
    ) throws {
        var dice = Dice(seed: seed)
        let planted = RotaPlanted(days: shape.days, kinds: shape.kinds, slack: shape.slack, &dice)
        let problem = try planted.problem(people: shape.people, &dice)
        let check = try RotaCheck(RotaCases.solve(problem, seed: seed, rounds: 800), of: problem)
        #expect(check.violations.isEmpty, "\(check.violations.count): \(check.violations.prefix(3))")
    }

    /// Minutes without a large divisor: 455, 480 and 607 have none but 1.
    @Test(arguments: [28, 56, 182], UInt64(1)...2) func rulesInOddMinutesAreKept(
        _ days: Int, _ seed: UInt64
    ) throws {
        var dice = Dice(seed: seed)
        let planted = RotaPlanted(days: days, kinds: 4, slack: 5, minutes: [455, 480, 607], &dice)
        let problem = try planted.problem(people: 4, &dice)
        let check = try RotaCheck(RotaCases.solve(problem, seed: seed, rounds: 1500), of: problem)
        #expect(check.violations.isEmpty, "\(check.violations.count): \(check.violations.prefix(3))")
    }

    @Test(arguments: [7, 28, 182, 364]) func aPlanOfAnyLengthKeepsThem(_ days: Int) throws {
        let problem = try RotaCases.month(days: days)
        let check = try RotaCheck(RotaCases.solve(problem, rounds: 200), of: problem)
        #expect(check.violations.isEmpty, "\(check.violations.count): \(check.violations.prefix(3))")
    }

    /// Runs without a greatest length, and rules of one day, are rules too.
    @Test(arguments: [1...364, 1...1, 3...364, 9...9]) func runsOfAnyLengthAreKept(
        _ inARow: ClosedRange<Int>
    ) throws {
        let problem = try RotaCases.month(days: 56, inARow: inARow)
        let check = try RotaCheck(RotaCases.solve(problem, rounds: 200), of: problem)
        let broken = Set(check.violations.map(\.rule))
        // Work on every third day at most cannot reach the least minutes.
        #expect(broken == (inARow == 1...1 ? [.minMinutes] : []), "\(check.violations.prefix(3))")
    }

    /// Filling keeps them, or the search does soon after: what is kept from then on is never worse.
    @Test(.enabled(if: SharedData.folder != nil)) func noHardRuleIsBrokenOnPublishedInstances() throws {
        for file in SharedData.files(in: "rota", withExtension: "txt") {
            let problem = try RotaProblem(reading: [UInt8](Data(contentsOf: file)))
            let search = RotaSearch(problem, seed: 1)
            let cooling = RotaCooling(problem), unit = Double(search.desk.unit)
            search.setPrices(to: cooling.fillingPrice / unit)
            search.fill { 0 }
            search.setPrices(to: cooling.firstPrice / unit)
            var rounds = 0
            while search.now.pointee.bestBroken > 0, rounds < 4000 {
                cooling.apply(to: search, spent: 0.5)
                for _ in 0..<512 { _ = search.step() }
                search.reworkSomebody()
                rounds += 1
            }
            let check = try RotaCheck(search.result(), of: problem)
            #expect(check.violations.isEmpty, "\(file.lastPathComponent): \(check.violations.prefix(3))")
        }
    }

    /// Months, made within a second or two each, are within a twentieth of what a constraint solver found in
    /// half a minute, or below.
    @Test(.enabled(if: SharedData.folder != nil)) func publishedMonthsAreMade() throws {
        struct Reference: Decodable { let obj: Int }
        let files = SharedData.files(in: "rota", withExtension: "cpsat.json")
        #expect(files.count >= 9)
        for file in files {
            let reference = try JSONDecoder().decode(Reference.self, from: Data(contentsOf: file)).obj
            let instance = file.path.replacingOccurrences(of: ".cpsat.json", with: ".txt")
            let bytes = try #require(FileManager.default.contents(atPath: instance))
            let problem = try RotaProblem(reading: [UInt8](bytes))
            let check = try RotaCheck(RotaCases.solve(problem, rounds: 1500), of: problem)
            #expect(check.violations.isEmpty, "\(file.lastPathComponent): \(check.violations.prefix(3))")
            #expect(check.penalty <= reference + reference / 20, "\(file.lastPathComponent)")
        }
    }
}
