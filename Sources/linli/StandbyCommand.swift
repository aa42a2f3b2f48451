import ArgumentParser
import Foundation
import Platform

struct StandbyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "standby",
        abstract: "Say which database leads and who confirms, and order what holds without a second one.",
        discussion: """
            With --demand a change counts only when a synchronous standby has it too; after a promotion, \
            or when the standby is gone, changes are refused until one stands. --alone lets the server that \
            leads go on by itself for some hours: what it alone has is lost with it. The order holds for \
            this server and ends with the next promotion. See docs/guides/spreading.md.
            """)

    @OptionGroup var data: DataOptions

    @Flag(help: "A change counts only when a second server has it.") var demand = false
    @Flag(help: "A change counts when the server that leads has it.") var release = false
    @Option(help: "Go on without a second server for so many hours, up to 72; 0 ends it.") var alone: Int?
    @Option(help: "Why, in a few words; kept and shown.") var reason: String?

    func validate() throws {
        guard [demand, release, alone != nil].filter({ $0 }).count <= 1 else {
            throw ValidationError("one order at a time: --demand, --release or --alone")
        }
        guard let alone else { return }
        guard (0...72).contains(alone) else { throw ValidationError("alone: 0 to 72 hours") }
        guard alone == 0 || !(reason ?? "").isEmpty else { throw ValidationError("say why with --reason") }
    }

    func run() async throws {
        let log = try data.logger()
        if let order { log.notice("ordered", metadata: ["standby": "\(order)"]) }
        try await Standby.run(order, in: data.directory(), log: log).forEach(tell)
    }

    private var order: Standby.Order? {
        if demand { return .demand }
        if release { return .release }
        return alone.map { .alone(hours: $0, reason: reason ?? "") }
    }
}
