import ArgumentParser
import Foundation
import Platform
import Sealing

struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup into an empty directory or server and verify it.",
        discussion: """
            Copy the folders `keys` and `heads` into the directory first. A backup of either engine comes \
            back on either. Into a server, one that was broken off goes on where it was.
            """)

    @OptionGroup var data: DataOptions

    @Option(help: "The backup's file.")
    var from: String

    @Option(help: "The file of the secret key, where the backup is encrypted.")
    var key: String?

    @OptionGroup var erased: ErasureOptions

    func run() async throws {
        let directory = try data.directory(), log = try data.logger()
        guard try await directory.takesAHouse(log) else {
            throw ValidationError("\(directory.path) or its server holds a house already")
        }
        guard FileManager.default.fileExists(atPath: from) else {
            throw ValidationError("there is no file \(from)")
        }
        try directory.make()
        let part = directory.path + "/restore.part"
        try bring(to: part)
        // Where it cannot be taken away, the next restoring begins with that.
        defer { try? HouseCopy.remove(part) }
        try await HouseCopy.bring(part, into: directory, log: log, tell: tell)
        let open = try await data.open()
        defer { open.close() }
        // A backup may be of an older program, and one of a server holds no words.
        try await WordUpkeep.renew(in: open.house.database)
        try await erased.apply(to: open)
        let proof = try await Proof.of(open)
        tell(proof.text)
        if !proof.isWhole { throw ExitCode.failure }
    }

    /// Under another name until it is whole, so that a broken backup is never taken for the data.
    private func bring(to part: String) throws {
        try HouseCopy.remove(part)
        guard try Archive.isOne(at: from) else {
            return try FileManager.default.copyItem(atPath: from, toPath: part)
        }
        guard let key else { throw ValidationError("the backup is encrypted: give --key") }
        let secret = try ArchiveSecret(text: String(contentsOfFile: key, encoding: .utf8))
        try Archive.read(from, to: part, with: secret)
    }
}

/// Whoever was erased after the rows were as they are now stays so.
struct ErasureOptions: ParsableArguments {
    @Option(help: "The list of erasures; `heads/erasures.txt` of the directory where nothing is said.")
    var erasures: String?

    func apply(to open: OpenHouse) async throws {
        let beside = open.directory.heads + "/" + Erasures.fileName
        guard let path = erasures ?? (FileManager.default.fileExists(atPath: beside) ? beside : nil) else {
            return tell("no list of erasures: whoever was erased since stands there again")
        }
        let count = try await Erasures.apply(try String(contentsOfFile: path, encoding: .utf8), to: open)
        tell("\(count) erased again")
    }
}

struct EraseAgain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase-again",
        abstract: "Erase again whoever a list names, after rows of before were put back by other means.",
        discussion: """
            `linli restore` does it by itself. After PostgreSQL was recovered to a moment of before, whoever \
            was erased since stands in it again: run this before anybody is let in.
            """)

    @OptionGroup var data: DataOptions
    @OptionGroup var erased: ErasureOptions

    func run() async throws {
        let open = try await data.openExisting()
        defer { open.close() }
        try await erased.apply(to: open)
    }
}
