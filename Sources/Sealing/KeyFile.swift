import Glibc
import Values

/// Why the house does not start with this key file.
public enum KeyFault: Error, Phrase, Equatable {
    /// No file, and none was to be made: a new key would make everything stored unreadable.
    case missing(String)
    /// The file opens for others than its owner.
    case readableByOthers(String)
    /// The file belongs to another account, or is no ordinary file.
    case notOurs(String)
    /// A master key has 32 bytes; this one has another number.
    case wrongLength(Int)
    /// The machine refused to read or write; with its error number.
    case unreadable(String, Int32)
    case unwritable(String, Int32)

    public var text: Text {
        switch self {
        case .missing(let path):
            Text("找不到主密钥 \(path)。", "There is no master key at \(path).")
        case .readableByOthers(let path):
            Text(
                "主密钥 \(path) 别人也能读，请先执行 chmod 600。",
                "Others can read the master key \(path): chmod 600 it first.")
        case .notOurs(let path):
            Text(
                "主密钥 \(path) 不是本账户的普通文件。",
                "The master key \(path) is no ordinary file of this account.")
        case .wrongLength(let count):
            Text("主密钥应为 32 字节，现为 \(count) 字节。", "A master key has 32 bytes, this one has \(count).")
        case .unreadable(let path, let number):
            Text("读不了 \(path)（错误 \(number)）。", "Cannot read \(path) (error \(number)).")
        case .unwritable(let path, let number):
            Text("写不了 \(path)（错误 \(number)）。", "Cannot write \(path) (error \(number)).")
        }
    }
}

extension KeyRing {
    /// The name of the key file in its directory.
    public static let fileName = "master.key"

    /// Reads the keys out of a directory; at the first start makes the master (mode 0600, in a directory of
    /// mode 0700).
    ///
    /// Refuses: a file that others can read, that belongs to another account or is no ordinary file, of
    /// another length than 32 bytes, or missing while `creating` is false.
    public init(directory: String, creating: Bool = true) throws(KeyFault) {
        let path = directory + "/" + KeyRing.fileName
        if creating, access(path, F_OK) != 0 { try KeyFile.create(path, in: directory) }
        try self.init(folder: KeyFolder(directory))
    }
}

/// The file of the master key: 32 bytes and nothing else.
enum KeyFile {
    static func read(_ path: String) throws(KeyFault) -> [UInt8] {
        let file = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard file >= 0 else { throw refusal(path, errno) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw .unreadable(path, errno) }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid() else { throw .notOurs(path) }
        guard status.st_mode & 0o077 == 0 else { throw .readableByOthers(path) }
        guard status.st_size == KeyRing.length else { throw .wrongLength(Int(status.st_size)) }
        var bytes = [UInt8](repeating: 0, count: KeyRing.length)
        let count = Glibc.read(file, &bytes, bytes.count)
        guard count >= 0 else { throw .unreadable(path, errno) }
        guard count == KeyRing.length else { throw .wrongLength(count) }
        return bytes
    }

    /// Writes a new key beside the place, then links it there: a half-written key never stands in the place,
    /// and of two processes that start at once both end with the same key.
    static func create(_ path: String, in directory: String) throws(KeyFault) {
        if mkdir(directory, 0o700) != 0, errno != EEXIST { throw .unwritable(directory, errno) }
        let draft = path + ".\(getpid()).\(UInt64.random(in: .min ... .max))"
        defer { unlink(draft) }
        try write(RandomBytes.make(KeyRing.length), to: draft)
        if link(draft, path) != 0, errno != EEXIST { throw .unwritable(path, errno) }
        try sync(directory)
    }

    static func sync(_ directory: String) throws(KeyFault) {
        let folder = Glibc.open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw .unwritable(directory, errno) }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw .unwritable(directory, errno) }
    }

    private static func write(_ bytes: [UInt8], to path: String) throws(KeyFault) {
        let file = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw .unwritable(path, errno) }
        defer { close(file) }
        guard Glibc.write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0 else {
            throw .unwritable(path, errno)
        }
    }

    private static func refusal(_ path: String, _ number: Int32) -> KeyFault {
        switch number {
        case ENOENT: .missing(path)
        case ELOOP: .notOurs(path)
        default: .unreadable(path, number)
        }
    }
}
