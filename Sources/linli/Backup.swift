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
            With --key the file is compressed, encrypted to the holder of the key, and read back. The \
            house's own keys are not in it: keep the folder `keys` apart. Without it sealed values stay \
            closed.
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
        if case .server = try data.directory().place {
            throw ValidationError("PostgreSQL is copied by pg_dump or pg_basebackup: see ops/README.md")
        }
        let path = try data.choices().text("backup-key", key)
        let key = try path.map { try ArchiveKey(text: String(contentsOfFile: $0, encoding: .utf8)) }
        let open = try await data.openExisting()
        defer { open.close() }
        guard let key else { return try await copy(open, to: to) }
        // Unencrypted it lies with the data alone, which are closed to others, and not for long.
        let plain = open.directory.path + "/backup.part"
        try remove(plain)
        // Where it cannot be taken away, the next backup begins with that.
        defer { try? remove(plain) }
        try await copy(open, to: plain)
        let sizes = try Archive.write(plain, to: to, for: key)
        tell("\(sizes.plain) bytes, encrypted in \(sizes.archived), read back")
    }

    private func copy(_ open: OpenHouse, to path: String) async throws {
        try await open.house.database.copy(to: path)
        let proof = try await Proof.ofFile(at: path, keys: open.house.keys)
        tell(proof.text)
        if !proof.isWhole { throw ExitCode.failure }
    }

    private func remove(_ path: String) throws {
        let files = FileManager.default
        for file in ["", "-wal", "-shm"].map({ path + $0 }) where files.fileExists(atPath: file) {
            try files.removeItem(atPath: file)
        }
    }
}

struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup into an empty directory and verify it.",
        discussion: "Copy the folders `keys` and `heads` into the directory first.")

    @OptionGroup var data: DataOptions

    @Option(help: "The backup's file.")
    var from: String

    @Option(help: "The file of the secret key, where the backup is encrypted.")
    var key: String?

    @Option(help: "The list of erasures; `heads/erasures.txt` of the directory where nothing is said.")
    var erasures: String?

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
        try bring(to: path)
        let open = try await data.open()
        defer { open.close() }
        // A backup may be of an older program.
        try await WordUpkeep.renew(in: open.house.database)
        try await eraseAgain(open)
        let proof = try await Proof.of(open)
        tell(proof.text)
        if !proof.isWhole { throw ExitCode.failure }
    }

    /// Whoever was erased after the backup was made stays so.
    private func eraseAgain(_ open: OpenHouse) async throws {
        let beside = open.directory.heads + "/" + Erasures.fileName
        guard let path = erasures ?? (FileManager.default.fileExists(atPath: beside) ? beside : nil) else {
            return tell("no list of erasures: whoever was erased since the backup stands in it again")
        }
        let count = try await Erasures.apply(try String(contentsOfFile: path, encoding: .utf8), to: open)
        tell("\(count) erased again")
    }

    /// Under another name until it is whole, so that a broken backup is never taken for the data.
    private func bring(to database: String) throws {
        let part = database + ".part", files = FileManager.default
        if files.fileExists(atPath: part) { try files.removeItem(atPath: part) }
        if try Archive.isOne(at: from) {
            guard let key else { throw ValidationError("the backup is encrypted: give --key") }
            let secret = try ArchiveSecret(text: String(contentsOfFile: key, encoding: .utf8))
            try Archive.read(from, to: part, with: secret)
        } else {
            try files.copyItem(atPath: from, toPath: part)
        }
        try files.moveItem(atPath: part, toPath: database)
    }
}
