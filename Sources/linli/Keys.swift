import ArgumentParser
import Foundation
import Platform
import Sealing
import Storage

struct Keys: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Look after the keys of the house.",
        subcommands: [KeysCheck.self, KeysRotate.self])
}

struct KeysCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Say which keys seal and open, and what no key opens.",
        discussion: """
            Exit status 1 where something cannot be opened. Without any key file it says what is lost with \
            it.
            """)

    @OptionGroup var data: DataOptions

    func run() async throws {
        let directory = try data.directory()
        guard try await directory.holdsData(data.logger()) else {
            throw ValidationError("\(directory.path) holds no house")
        }
        let (keys, isMissing) = try keys(in: directory.keys)
        if isMissing { tell("there is no master key: what it opened is lost unless the file is found") }
        for (index, name) in keys.fingerprints.enumerated() where !isMissing {
            tell("\(name) \(index == 0 ? "seals" : "opens")")
        }
        let inventory = try await directory.inventory(keys, data.logger())
        for line in inventory.lines { tell(line) }
        if inventory.shut > 0 { throw ExitCode.failure }
    }

    /// The keys that are there; where there are none, one that opens nothing.
    private func keys(in folder: String) throws -> (KeyRing, isMissing: Bool) {
        do { return (try KeyRing(directory: folder, creating: false), false) } catch KeyFault.missing {
            let nothing = [UInt8](repeating: 0, count: KeyRing.length)
            return (try KeyRing(master: nothing), true)
        }
    }
}

struct KeysRotate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Put a new key in the place of the old one while the house serves.",
        discussion: """
            Run it where the folder `keys` lies, beside the server. It can be cut off at any moment and is \
            gone on with by running it again; until it says so, both keys are needed. Back the folder up \
            anew afterwards, and keep the old master as long as backups that were made under it. Programs on \
            other machines need the new files of the folder before the wait is over: see docs/guides/keys.md.
            """)

    @OptionGroup var data: DataOptions

    @Flag(help: "The root of the register's keyed hashes instead of the master.")
    var register = false

    @Option(help: "Seconds that running programs are given to take a key up.")
    var wait = 12

    func run() async throws {
        guard (0...86_400).contains(wait) else { throw ValidationError("wait: 0 to 86400 seconds") }
        let open = try await data.openExisting()
        defer { open.close() }
        let pause = Duration.seconds(wait)
        let exchange = KeyExchange(open, register ? .register : .master) {
            try await Task.sleep(for: pause)
        } tell: {
            tell($0)
        }
        let outcome = try await exchange.run()
        tell("\(outcome.renewed) written anew, \(outcome.shut) cannot be opened")
    }
}
