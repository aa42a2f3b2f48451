import ArgumentParser
import Foundation
import Methods

struct SharesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shares",
        abstract: "Choose projects under a budget, from a Pabulib file (.pb).",
        discussion: """
            Rules: greedy_W; mes_W (equal shares), mes_W_greedy, mes_W_add1e, mes_W_add1eu; \
            phragmen, phragmen_greedy. W is what a winner is worth to a supporter: cost, card (one each), \
            points (ballots with points), borda (ordinal ballots).
            """)

    @Argument(help: "The file.")
    var file: String

    @Option(help: "The rule, for example mes_cost_add1eu.")
    var rule: String?

    @Flag(help: "Who paid what for each winner, and what each loser lacked.")
    var explain = false

    @Flag(help: "Only read the file, and say what stands in it.")
    var check = false

    @Flag(help: "One object of JSON.")
    var json = false

    @Option(help: "Do it so many times over, to measure.")
    var `repeat` = 1

    func validate() throws {
        if check == (rule != nil) { throw ValidationError("give --rule NAME, or --check") }
        if `repeat` < 1 { throw ValidationError("--repeat counts from 1") }
    }

    func run() throws {
        let rule = try chosenRule()
        let bytes = try readFile()
        for _ in 1..<`repeat` {
            let poll = try BudgetPoll(pabulib: bytes)
            if let rule { _ = try poll.outcome(by: rule) }
        }
        let poll = try BudgetPoll(pabulib: bytes)
        guard let rule else { return try show(PollReport(poll)) }
        let account = try explain ? poll.account(by: rule) : nil
        let outcome = try account?.outcome ?? poll.outcome(by: rule)
        try show(SharesReport(poll, outcome, account))
    }

    private func chosenRule() throws -> ShareRule? {
        guard let name = rule else { return nil }
        guard let rule = ShareRule(name: name) else {
            let names = ShareRule.all.map(\.name).joined(separator: ", ")
            throw ValidationError("--rule is none of \(names)")
        }
        return rule
    }

    private func readFile() throws -> [UInt8] {
        guard let handle = FileHandle(forReadingAtPath: file) else {
            throw ValidationError("\(file) cannot be read")
        }
        defer { try? handle.close() }
        do {
            // One byte more than is allowed, so that the reader sees a file that is too large.
            return [UInt8](try handle.read(upToCount: PollLimits().bytes + 1) ?? Data())
        } catch {
            throw ValidationError("\(file) cannot be read")
        }
    }

    private func show(_ report: some Encodable & CustomStringConvertible) throws {
        if !json { return tell(report.description) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        tell(String(decoding: try encoder.encode(report), as: UTF8.self))
    }
}

/// What stands in a file.
struct PollReport: Encodable, CustomStringConvertible {
    let voteType: String
    let budget: String
    let projects: Int
    let voters: Int
    let choices: Int

    init(_ poll: BudgetPoll) {
        voteType = poll.ballots.kind.rawValue
        budget = poll.budget.description
        projects = poll.projects.count
        voters = poll.ballots.count
        choices = poll.ballots.choiceCount
    }

    var description: String {
        """
        \(voteType) ballots of \(voters) voters with \(choices) choices among \(projects) projects; \
        budget \(budget)
        """
    }
}
