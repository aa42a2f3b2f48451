import Actions
import Foundation
import Storage
import Testing
import Trials
import Values

@testable import Needs
@testable import People

/// A hundred files that must not come in: each is reported in words, nothing is half imported, and none takes
/// the memory of the machine.
@Suite(.serialized) struct FaultyFileTests {
    @Test func thereAreAHundred() {
        #expect(FaultyFile.all.count >= 100)
        #expect(Set(FaultyFile.all.map(\.name)).count == FaultyFile.all.count)
    }

    @Test(.timeLimit(.minutes(5))) func eachIsReportedAndNothingComesIn() async throws {
        try await StaffTrial.run(Engine.all[0]) { trial in
            let community = trial.needs.community
            let grid = try await trial.needs.database.read {
                try PlaceStore.place(code: "g11", in: community, $0)
            }
            let places = [
                NewPlace(.building, "甲楼", code: "jia"),
                NewPlace(.household, "101", code: "jia-101", below: 0),
            ]
            _ = try await trial.needs.perform(AddPlaces(below: try #require(grid).id, places), by: .house)
            for file in FaultyFile.all {
                let before = Self.memory()
                try await Self.check(file, trial)
                let grown = Self.memory() - before
                #expect(grown < 250 << 20, "\(file.name) took \(grown >> 20) MB")
            }
        }
    }

    private static func check(_ file: FaultyFile, _ trial: StaffTrial) async throws {
        let run = trial.importing()
        var staged: Identifier?
        var said = ""
        do { staged = try await run.stage(.people, fileName: "\(file.name).xlsx", file.bytes) } catch {
            said = Self.words(error)
        }
        switch file.report {
        case .refused(let words):
            #expect(staged == nil, "\(file.name) was taken")
            #expect(!said.isEmpty && said.contains(words), "\(file.name): \(said)")
        case .unmatched:
            #expect(try await run.batch(#require(staged, "\(said)")).isMatched == false, "\(file.name)")
        case .row(let line, let column):
            let faults = try await run.faults(#require(staged, "\(file.name): \(said)"))
            #expect(
                faults.contains { $0.line == line && $0.faults.contains { $0.column == column } },
                "\(file.name): \(faults.map { ($0.line, $0.faults) })")
        }
        if let staged {
            guard try await run.batch(staged).mayBeAdopted == false else {
                Issue.record("\(file.name) could come in")
                return try await run.discard(staged)
            }
            await #expect(throws: (any Error).self, "\(file.name)") { try await run.adopt(staged) }
            try await run.discard(staged)
        }
        for table in ["person", "household", "import_row", "import_mark", "import_place"] as [SQL] {
            let left = try await trial.needs.database.read { try $0.number("SELECT COUNT(*) FROM \(table)") }
            #expect(left == 0, "\(file.name) left \(left) in \(table.text)")
        }
    }

    /// What a person would read.
    private static func words(_ error: any Error) -> String {
        if let refusals = error as? Refusals {
            return refusals.all.map { $0.text.chinese }.joined(separator: "；")
        }
        return (error as? any Refusal)?.text.chinese ?? ""
    }

    /// The most memory that this process has had, in bytes.
    private static func memory() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
        return (Int(line.filter(\.isNumber)) ?? 0) << 10
    }
}
