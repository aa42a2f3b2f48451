import ArgumentParser
import Foundation

/// `simulation --seed N --steps N`: the whole house in one process, on a simulated disk and clock.
@main
struct Command: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulation", abstract: "The house on a simulated disk and clock, by seed.")

    @Option(help: "The seed of everything that is drawn by lot.")
    var seed: UInt64 = 1

    @Option(help: "How many steps the players take.")
    var steps = 20_000

    @Option(help: "The folder of style sheet and script.")
    var assets = "Sources/Web/Assets"

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "linli-simulation-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        let began = ContinuousClock.now
        let simulation = try await Simulation(seed: seed, folder: folder.path, assets: assets)
        say("seed \(seed): the community is told, \(elapsed(began)) s")
        let playing = ContinuousClock.now
        do {
            try await simulation.run(steps: steps)
        } catch {
            say("BROKEN at step \(simulation.tally.steps) of seed \(seed): \(error)")
            throw ExitCode.failure
        }
        try await report(simulation, playing)
    }

    private func report(_ simulation: Simulation, _ began: ContinuousClock.Instant) async throws {
        let tally = simulation.tally, actions = try await simulation.actions().filter { $0.value > 0 }
        let count = actions.values.reduce(0, +)
        let time = began.duration(to: .now), seconds = max(time / .seconds(1), 0.001)
        let each = actions.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map { "\($0.key) \($0.value)" }
        say(
            """
            \(tally.steps) steps in \(Int(seconds.rounded())) s, \(Int(Double(tally.steps) / seconds)) a second: \
            \(tally.pages) pages, \(tally.done) changes, \(tally.refused) refused, \
            \(tally.struck) failed with the disk
            \(count) actions of \(actions.count) kinds in the record, \(Int(Double(count) / seconds)) a second
            \(tally.cuts) cuts: under way \(tally.kept) kept whole, \(tally.gone) gone whole; \
            \(simulation.proved) answered changes found again; \(tally.doubled) sent twice; \
            \(tally.proofs) proofs
            \(each.joined(separator: ", "))
            digest \(String(tally.digest, radix: 16))
            """)
    }

    private func elapsed(_ began: ContinuousClock.Instant) -> Int64 {
        (ContinuousClock.now - began).components.seconds
    }

    private func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
}
