import ArgumentParser

/// The published methods, on files of one's own.
struct Method: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "method",
        abstract: "Run a published method on a file: no database is opened and nothing is kept.",
        subcommands: [
            AssignCommand.self, OpinionsCommand.self, RegridCommand.self, RotaCommand.self,
            SharesCommand.self,
            SimilarCommand.self,
        ])
}
