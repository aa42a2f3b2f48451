import ArgumentParser
import Platform
import Village

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Serve the invented community: fills an empty directory, serves a filled one.",
        discussion:
            "One-click sign-in as each role works only on loopback and only on data that the demo made.")

    @OptionGroup var data: DataOptions
    @OptionGroup var server: ServerOptions

    @Option(help: "small, community (10,000 needs) or city (700 communities).")
    var size: VillageSize = .small

    @Option(help: "The seed of everything that is drawn by lot.")
    var seed: UInt64 = 1

    @Flag(help: "Fill the directory and stop.")
    var fillOnly = false

    func run() async throws {
        let choices = try data.choices()
        let directory = try data.directory()
        let settings = try data.complete(try server.settings(choices))
        if try await !directory.holdsData(data.logger()) {
            tell("正在搭一个演示社区…… Building the demo community (\(size.rawValue))…")
            let filling = DemoFilling(directory: directory, size: size, seed: seed, log: try data.logger())
            try await filling.run(settings: settings, tell: tell)
        }
        if fillOnly { return }
        try await listen(try await data.open(settings), at: try server.address(choices))
    }
}

extension VillageSize: ExpressibleByArgument {}
