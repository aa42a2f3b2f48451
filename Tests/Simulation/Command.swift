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
        do {
            try await simulation.run(steps: steps)
        } catch {
            say("BROKEN at step \(simulation.tally.steps) of seed \(seed): \(error)")
            throw ExitCode.failure
        }
        report(simulation.tally, began)
    }

    private func report(_ tally: Simulation.Tally, _ began: ContinuousClock.Instant) {
        let verbs = tally.verbs.sorted { $0.value > $1.value }.map { "\($0.key) \($0.value)" }
        say(
            """
            \(tally.steps) steps in \(elapsed(began)) s: \(tally.pages) pages, \(tally.done) actions done, \
            \(tally.refused) refused, \(tally.struck) failed with the disk
            \(tally.cuts) cuts: under way \(tally.kept) kept whole, \(tally.gone) gone whole; \
            \(tally.doubled) sent twice; \(tally.proofs) proofs
            \(verbs.joined(separator: ", "))
            digest \(String(tally.digest, radix: 16))
            """)
    }

    private func elapsed(_ began: ContinuousClock.Instant) -> Int64 {
        (ContinuousClock.now - began).components.seconds
    }

    private func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
}
