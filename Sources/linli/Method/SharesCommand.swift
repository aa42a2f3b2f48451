import ArgumentParser
import Foundation
import Methods

struct SharesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shares", abstract: "Choose projects under a budget from a Pabulib file (.pb).")

    @Argument(help: "The file.")
    var file: String

    @Option(help: "greedy_cost, mes_cost, mes_card_add1eu, phragmen_greedy, mes_points, mes_borda_add1e …")
    var rule: String

    @Flag(help: "One object of JSON.")
    var json = false

    func run() throws {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw ValidationError("\(file) cannot be read")
        }
        guard let rule = ShareRule(name: rule) else { throw ValidationError("no such rule") }
        let poll = try BudgetPoll(pabulib: [UInt8](data))
        let outcome = try poll.outcome(by: rule)
        tell("\(outcome.winners.map { poll.projects[$0].id }) \(outcome.cost)")
    }
}
