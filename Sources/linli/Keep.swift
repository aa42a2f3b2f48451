import ArgumentParser
import Foundation
import Platform
import Storage

struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Bring the schema and the words of the search up to date and stop.")

    @OptionGroup var data: DataOptions

    func run() async throws {
        let open = try await data.open()
        defer { open.close() }
        let renewed = try await WordUpkeep.renew(in: open.house.database)
        tell("schema up to date, words of \(renewed) objects written anew")
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

struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Walk the chain of records and every invariant.",
        discussion: """
            Exit status 1 where anything does not hold; each break is named, broken pages with the table or \
            index that they belong to. What to do then stands in docs/guides/durability.md.
            """)

    @OptionGroup var data: DataOptions

    @Option(
        help: "A file of heads kept outside (see the folder `heads`): the chain must still hold each of them."
    )
    var head: String?

    func run() async throws {
        let heads = try head.map { try String(contentsOfFile: $0, encoding: .utf8) }
        let proof = try await self.proof(heads)
        tell(proof.text)
        if !proof.isWhole { throw ExitCode.failure }
    }

    /// Of the house, or of the bare bytes where they are too broken to be opened as one.
    private func proof(_ heads: String?) async throws -> Proof {
        do {
            let open = try await data.openExisting()
            defer { open.close() }
            return try await Proof.of(open, heads: heads)
        } catch StorageFault.corrupt(let what) {
            guard case .file(let path) = try data.directory().place else { throw StorageFault.corrupt(what) }
            return try Proof.ofBytes(at: path)
        }
    }
}
