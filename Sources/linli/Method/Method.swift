import ArgumentParser

/// The published methods, on files of one's own.
struct Method: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run a published method on a file: no database is opened and nothing is kept.",
        subcommands: [
            Assign.self, Opinions.self, Regrid.self, RotaCommand.self, SharesMethod.self, Similar.self,
        ])
}
