import ArgumentParser
import Foundation
import Methods

/// Makes a rota, or checks one.
struct RotaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rota",
        abstract: "Make a rota within so many seconds of one processor, or check one.",
        discussion: "The instance is a text file in the format of schedulingbenchmarks.org.")

    @Argument(help: "The instance, and with --check the roster as JSON.")
    var files: [String]

    @Option(help: "Processor seconds to spend, starting and reading included.")
    var seconds: Double = 10

    @Option(help: "The seed: another one searches another way.")
    var seed: UInt64 = 1

    @Flag(help: "Check the roster that is given instead of making one.")
    var check = false

    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws {
        guard files.count == (check ? 2 : 1) else {
            throw ValidationError(check ? "Give an instance and a roster." : "Give one instance.")
        }
        guard seconds > 0, seconds <= 86_400 else {
            throw ValidationError("--seconds is above 0, up to 86400.")
        }
    }

    func run() throws {
        let problem = try RotaProblem(reading: [UInt8](RotaCommand.contents(files[0])))
        let roster =
            if check {
                try RosterFile(RotaCommand.contents(files[1])).roster(for: problem)
            } else {
                RotaSolver.solve(problem, seed: seed) { RotaCommand.processorSeconds / seconds }
            }
        let report = RotaReport(roster: roster, problem: problem, count: try RotaCheck(roster, of: problem))
        tell(json ? try report.json() : report.table())
        if check, !report.count.violations.isEmpty { throw ExitCode(1) }
    }

    private static func contents(_ path: String) throws -> Data {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ValidationError("There is no readable file \(path).")
        }
        return data
    }

    /// Seconds of user and system time that this process has used.
    static var processorSeconds: Double {
        var time = timespec()
        guard clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) == 0 else { return .infinity }
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// A roster as JSON: rows by name, bare or under `roster` or `sol`.
struct RosterFile {
    let rows: [String: [String]]

    init(_ data: Data) throws {
        struct Wrapped: Decodable {
            let roster: [String: [String]]?
            let sol: [String: [String]]?
        }
        let decoder = JSONDecoder()
        if let bare = try? decoder.decode([String: [String]].self, from: data) {
            rows = bare
        } else if let wrapped = try? decoder.decode(Wrapped.self, from: data),
            let found = wrapped.roster ?? wrapped.sol
        {
            rows = found
        } else {
            throw ValidationError(
                "The roster is no JSON object of rows by name, such as {\"A\":[\"\",\"D\"]}.")
        }
    }

    func roster(for problem: RotaProblem) throws -> Roster { try Roster(named: rows, for: problem) }
}

/// What is said of a roster.
struct RotaReport {
    let roster: Roster
    let problem: RotaProblem
    let count: RotaCheck

    func json() throws -> String {
        func spell(_ value: some Encodable) throws -> String {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .withoutEscapingSlashes
            return String(decoding: try encoder.encode(value), as: UTF8.self)
        }
        let rows = try problem.people.enumerated()
            .map { "\(try spell($1.name)):\(try spell(roster.names(of: $0, in: problem)))" }
        return
            "{\"penalty\":\(count.penalty),\"violations\":\(try spell(count.violations.map(\.description))),"
            + "\"roster\":{\(rows.joined(separator: ","))},"
            + "\"short\":\(count.short),\"spare\":\(count.spare),\"unmetWishes\":\(count.unmetWishes)}"
    }

    func table() -> String {
        let width = 1 + (problem.shifts.map { $0.name.count }.max() ?? 1)
        let margin = 1 + (problem.people.map { $0.name.count }.max() ?? 1)
        var lines = problem.people.enumerated().map { index, person in
            let cells = roster.names(of: index, in: problem).map { padded($0.isEmpty ? "." : $0, width) }
            return padded(person.name, margin) + cells.joined()
        }
        lines.append(
            "penalty \(count.penalty): \(count.short) places empty, \(count.spare) too many, "
                + "\(count.unmetWishes) wishes not met")
        lines.append(count.violations.isEmpty ? "no hard rule broken" : "hard rules broken:")
        return (lines + count.violations.map { "  \($0)" }).joined(separator: "\n")
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
