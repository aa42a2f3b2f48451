import ArgumentParser
import Foundation
import Platform
import Sealing

struct BackupKey: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup-key",
        abstract: "Make the pair of keys of encrypted backups.",
        discussion: """
            FILE opens backups: keep it on paper in a safe, on no machine that makes them. FILE.pub makes \
            them and opens none.
            """)

    @Option(help: "The new file of the secret key.")
    var to: String

    func run() throws {
        let secret = try ArchiveSecret()
        try write(secret.text, to: to)
        try write(secret.key.text, to: to + ".pub")
        tell("\(to) opens backups, \(to).pub makes them")
    }

    private func write(_ text: String, to path: String) throws {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw ValidationError("\(path) exists already")
        }
        let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
        guard FileManager.default.createFile(atPath: path, contents: Data(text.utf8), attributes: attributes)
        else { throw ValidationError("\(path) cannot be written") }
    }
}

struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the whole database into one file while it serves, and check the copy.",
        discussion: """
            Of a house on PostgreSQL too: the file is the same, and comes back on either engine. With --key \
            it is compressed, encrypted to the holder of the key, and read back. The house's own keys are \
            not in it: keep the folder `keys` apart. Without it sealed values stay closed.
            """)

    @OptionGroup var data: DataOptions

    @Option(help: "The new file.")
    var to: String

    @Option(help: "The file of the public key, as `linli backup-key` makes it. [LINLI_BACKUP_KEY]")
    var key: String?

    func run() async throws {
        guard !FileManager.default.fileExists(atPath: to) else {
            throw ValidationError("\(to) exists already")
        }
        let path = try data.choices().text("backup-key", key)
        let key = try path.map { try ArchiveKey(text: String(contentsOfFile: $0, encoding: .utf8)) }
        let open = try await data.openExisting()
        defer { open.close() }
        guard let key else { return try await copy(open, to: to) }
        // Unencrypted it lies with the data alone, which are closed to others, and not for long.
        let plain = open.directory.path + "/backup.part"
        try HouseCopy.remove(plain)
        // Where it cannot be taken away, the next backup begins with that.
        defer { try? HouseCopy.remove(plain) }
        try await copy(open, to: plain)
        let sizes = try Archive.write(plain, to: to, for: key)
        tell("\(sizes.plain) bytes, encrypted in \(sizes.archived), read back")
    }

    private func copy(_ open: OpenHouse, to path: String) async throws {
        try await HouseCopy.write(open, to: path)
        let proof = try await Proof.ofFile(at: path, keys: open.house.keys)
        tell(proof.text)
        if !proof.isWhole { throw ExitCode.failure }
    }
}
