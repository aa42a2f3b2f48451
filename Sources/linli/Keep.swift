import ArgumentParser
import Foundation
import Platform

struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Bring the schema up to date and stop.")

    @OptionGroup var data: DataOptions

    func run() async throws {
        try await data.open().close()
        tell("schema up to date")
    }
}

extension DataOptions {
    /// Opens only where a database is already: a mistyped directory is refused, not made.
    func openExisting() async throws -> OpenHouse {
        let directory = try directory()
        guard try await directory.holdsData(logger()) else {
            let place = if case .server = directory.place { "the server" } else { directory.path }
            throw ValidationError("\(place) holds no house")
        }
        return try await open()
    }
}

struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copy the whole database into one file while it serves, and check the copy.",
        discussion:
            "The keys are not in it: keep the folder `keys` apart. Without it sealed values stay closed.")

    @OptionGroup var data: DataOptions

    @Option(help: "The new file.")
    var to: String

    func run() async throws {
        guard !FileManager.default.fileExists(atPath: to) else {
            throw ValidationError("\(to) exists already")
        }
        if case .server = try data.directory().place {
            throw ValidationError("PostgreSQL is copied by pg_dump or pg_basebackup: see ops/README.md")
        }
        let open = try await data.openExisting()
        defer { open.close() }
        try await open.house.database.copy(to: to)
        let proof = try await Proof.ofFile(at: to, keys: open.house.keys)
        tell(proof.text)
        if !proof.isWhole { throw ExitCode.failure }
    }
}

struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put a backup into an empty directory and verify it.",
        discussion: "Copy the folder `keys` into the directory first.")

    @OptionGroup var data: DataOptions

    @Option(help: "The backup's file.")
    var from: String

    func run() async throws {
        let directory = try data.directory()
        guard case .file(let path) = directory.place else {
            throw ValidationError("PostgreSQL is restored by its own means: see ops/README.md")
        }
        guard try await !directory.holdsData(data.logger()) else {
            throw ValidationError("\(directory.path) holds a database already")
        }
        guard FileManager.default.fileExists(atPath: from) else {
            throw ValidationError("there is no file \(from)")
        }
        try directory.make()
        try FileManager.default.copyItem(atPath: from, toPath: path)
        let open = try await data.open()
        defer { open.close() }
        let proof = try await Proof.of(open)
        tell(proof.text)
        if !proof.isWhole { throw ExitCode.failure }
    }
}

struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Walk the chain of records and every invariant.",
        discussion: "Exit status 1 where anything does not hold; each break is named.")

    @OptionGroup var data: DataOptions

    @Option(
        help: "A file of heads kept outside (see the folder `heads`): the chain must still hold each of them."
    )
    var head: String?

    func run() async throws {
        let open = try await data.openExisting()
        defer { open.close() }
        let heads = try head.map { try String(contentsOfFile: $0, encoding: .utf8) }
        let proof = try await Proof.of(open, heads: heads)
        tell(proof.text)
        if !proof.isWhole { throw ExitCode.failure }
    }
}
