import ArgumentParser

/// The command of the house.
// Each command names itself: a name made from its type costs every start a search through all of them.
@main
struct Linli: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "linli",
        abstract: "邻里 Linli: the working system of a self-governing neighbourhood.",
        discussion: """
            Settings are read from flags, then from the environment (the flag's name in capitals with \
            LINLI_ before \
            it, as LINLI_PORT), then from a file of `name = value` lines (--settings or LINLI_SETTINGS).
            """,
        version: Version.text,
        subcommands: [
            Serve.self, Demo.self, Migrate.self, Import.self, Export.self, BackupKey.self, Backup.self,
            Restore.self, EraseAgain.self, MoveCommand.self, StandbyCommand.self, Verify.self, Keys.self,
            Routes.self, Method.self, VersionCommand.self,
        ])
}

enum Version {
    static let text = "0.1.0"
}

struct VersionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "version", abstract: "Print the version.")

    func run() { tell(Version.text) }
}
