import ArgumentParser
import Foundation
import Methods

/// `linli method opinions`: where the participants of a conversation stand, in which groups.
struct OpinionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "opinions",
        abstract: "Draw the opinion map of a conversation: groups, consensus, what each group stands for.",
        discussion: """
            The votes are a CSV file with the header participant,statement,vote: numbers, and 1 (agree), \
            0 (pass) or -1 (disagree); a participant's last vote on a statement stands.
            """)

    @Argument(help: "The file of votes.")
    var votes: String

    @Option(help: "A file with the numbers of the statements that were moderated out, one a line.")
    var moderated: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() throws {
        let conversation = try read(votes) { try OpinionVotes(csv: $0) }
        let left = try moderated.map { try read($0) { try OpinionVotes.moderated(in: $0) } }
        let map = OpinionMap(of: conversation, moderated: left ?? [])
        if json {
            var page = OpinionMapJSON()
            page.write(map)
            FileHandle.standardOutput.write(Data(page.bytes))
        } else {
            for line in OpinionMapTable(map, overtaken: conversation.overtaken).lines { tell(line) }
        }
    }

    /// What a file holds, its name before the fault.
    private func read<Found>(
        _ file: String, _ parse: (UnsafeRawBufferPointer) throws -> Found
    ) throws -> Found {
        guard let bytes = FileManager.default.contents(atPath: file) else {
            throw InputFault("\(file) cannot be read")
        }
        do {
            return try bytes.withUnsafeBytes(parse)
        } catch let fault as InputFault {
            throw InputFault("\(file): \(fault)")
        }
    }
}

/// The map as a table to be read.
private struct OpinionMapTable {
    private(set) var lines: [String] = []

    init(_ map: OpinionMap, overtaken: Int) {
        let grouped = map.groups.reduce(0) { $0 + $1.size }
        lines.append(
            "\(map.participants.count) participants, \(map.statements.count) statements"
                + (overtaken > 0 ? ", \(overtaken) votes overtaken by later ones" : ""))
        lines.append("explained by the map: " + map.explained.map(percent).joined(separator: " + "))
        if let reason = map.noGroups {
            lines.append(reason.description)
            return
        }
        let tried = map.silhouettes.sorted { $0.key < $1.key }.map { "\($0.key): \(rounded($0.value))" }
        lines.append("\(map.groups.count) groups of \(grouped); silhouettes " + tried.joined(separator: "  "))
        for group in map.groups {
            lines.append("")
            lines.append("group \(group.id): \(group.size) people")
            for entry in group.representative { lines.append("  " + line(entry)) }
        }
        lines.append("")
        lines.append("agreed on across all groups:")
        let common = map.statements.filter { !$0.isModerated }
            .sorted { ($0.consensus ?? 0, $1.id) > ($1.consensus ?? 0, $0.id) }
        for statement in common.prefix(5) {
            lines.append("  statement \(statement.id)  \(rounded(statement.consensus ?? 0))")
        }
    }

    private func line(_ entry: OpinionMap.Representative) -> String {
        let stance = entry.stance
        let verb = stance.opinion == .agree ? "agrees" : "disagrees"
        return "\(verb) with \(entry.statement): \(stance.saying) of \(stance.seen), "
            + "\(rounded(stance.representativeness)) times the others"
            + (entry.isBestAgreed ? "  (best agreed)" : "")
    }

    private func rounded(_ value: Double) -> String { String(format: "%.3f", value) }

    private func percent(_ value: Double) -> String { String(format: "%.1f%%", 100 * value) }
}
