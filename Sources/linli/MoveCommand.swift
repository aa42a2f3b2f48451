import ArgumentParser
import Platform

struct MoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Carry the whole house into another database, and prove that it is the same.",
        discussion: """
            From a file to PostgreSQL, back, or to another of the kind. Stop the server first. Broken off, \
            the same command goes on where it was. The new database opens only after every table was found \
            equal, rows and hashes; the old one is left as it is. Keys and heads stay in the data directory.
            """)

    @OptionGroup var data: DataOptions

    @Option(help: "Where the rows are now: a file, or postgresql://… [default: the house's own]")
    var from: String?

    @Option(help: "Where they are to be: a file, or postgresql://… that holds nothing yet. [LINLI_MOVE_TO]")
    var to: String?

    func run() async throws {
        guard let place = try data.choices().text("move-to", to) else {
            throw ValidationError("say with --to where the rows are to be")
        }
        let old = try from.map(DatabasePlace.init) ?? data.directory().place
        try await Move.run(from: old, to: DatabasePlace(place), log: data.logger(), tell: tell)
        tell("moved: every table is the same; name the new place in LINLI_DATABASE or `database =`")
    }
}
