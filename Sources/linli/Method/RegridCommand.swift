import ArgumentParser
import Foundation
import Methods

/// Grids that hang together, about even in load and alike within.
struct RegridCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "regrid",
        abstract: "Divide buildings into contiguous grids of about even load, like with like.",
        discussion: """
            FILE is a JSON object: X (features of each building), loadv (households or another load), \
            neighbors, k (number of grids); optionally fixed {building: grid}, \
            together [[building, …], …], today [grid, …].
            """)

    @Argument(help: "The map.") var file: String
    @Option(help: "How many grids; the file's k if not given.") var grids: Int?
    @Option(help: "Gather the grids into this many areas.") var areas: Int?
    @Option(help: "By what share a load may differ from the even one.") var tolerance = 0.1
    @Option(help: "The same seed gives the same proposal.") var seed: UInt64 = 1
    @Option(help: "Hold a building in a grid, as BUILDING=GRID; may be repeated.") var fix: [String] = []
    @Option(help: "Keep buildings in one grid, as 3,4,17; may be repeated.") var together: [String] = []
    @Option(help: "Today's grids: a file of labels, or the name of a division in FILE.") var today: String?
    @Flag(help: "Print one JSON object.") var json = false

    func run() throws {
        let source = try named(file) { try RegridFile(read(file)) }
        let request = try request(source.request)
        let before = try todayLabels(source).map { try RegridFigures(labels: $0, of: source.map) }
        let proposal = try Regridding.propose(source.map, request)
        let report = RegridReport(map: source.map, request: request, proposal: proposal, today: before)
        tell(json ? try report.json() : report.text())
    }

    private func request(_ given: RegridRequest) throws -> RegridRequest {
        var request = given
        request.grids = grids ?? given.grids
        guard grids != nil || given.grids != 0 else {
            throw ValidationError("\(file) has no k: say --grids how many there are to be")
        }
        request.areas = areas
        request.tolerance = tolerance
        request.seed = seed
        for text in fix {
            let numbers = text.split(separator: "=", omittingEmptySubsequences: false).map { Int($0) }
            guard numbers.count == 2, let building = numbers[0], let grid = numbers[1] else {
                throw ValidationError("--fix is BUILDING=GRID, two whole numbers")
            }
            request.fixed[building] = grid
        }
        for text in together {
            let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
            guard numbers.allSatisfy({ $0 != nil }) else {
                throw ValidationError("--together is a list of buildings' numbers, as 3,4,17")
            }
            request.together.append(numbers.compactMap(\.self))
        }
        return request
    }

    /// The labels of today: by name from the file, or from a file of their own; the file's own `today` if not
    /// said.
    private func todayLabels(_ source: RegridFile) throws -> [Int]? {
        guard let today else { return source.divisions["today"] }
        if let labels = source.divisions[today] { return labels }
        return try named(today) { try RegridFile.labels(read(today)) }
    }

    private func read(_ path: String) throws -> Data {
        do {
            return try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw ValidationError("\(path) cannot be read")
        }
    }

    /// Names the file that a fault is of.
    private func named<Value>(_ path: String, _ work: () throws -> Value) throws -> Value {
        do {
            return try work()
        } catch let fault as InputFault {
            throw ValidationError("\(path): \(fault)")
        }
    }
}
