import Crypto
import Foundation

/// A file, compressed and encrypted to the holder of a key.
///
/// Shape: sixteen letters that name it, the stream's key sealed to the holder (80 bytes), the stream's head
/// (24 bytes), then chunks: four bytes of length and an encrypted frame of zstd over at most 1 MiB. The last
/// chunk says that it is the last, so a file cut short is told from a whole one. Source: libsodium,
/// `crypto_secretstream_xchacha20poly1305` and `crypto_box_seal`.
public enum Archive {
    static let name = Array("linli archive 1\n".utf8)
    static let chunk = 1 << 20

    /// What was written, in bytes.
    public struct Sizes: Sendable, Equatable {
        public let plain: Int64
        public let archived: Int64
    }

    /// Whether the file begins as an archive does.
    public static func isOne(at path: String) throws -> Bool {
        let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { file.closeFile() }
        return try file.read(upToCount: name.count).map(Array.init) == name
    }

    /// Writes `source` into the new file `target`, syncs it, and reads every byte back.
    ///
    /// - Throws: ``ArchiveFault``, or what the machine says of the files.
    public static func write(_ source: String, to target: String, for key: ArchiveKey) throws -> Sizes {
        let made = FileManager.default.createFile(
            atPath: target, contents: nil, attributes: [.posixPermissions: 0o600])
        guard made else { throw CocoaError(.fileWriteUnknown) }
        let input = try FileHandle(forReadingFrom: URL(fileURLWithPath: source))
        let output = try FileHandle(forUpdating: URL(fileURLWithPath: target))
        defer {
            input.closeFile()
            output.closeFile()
        }
        var stream = try ArchiveStream(writingFor: key)
        try output.write(contentsOf: stream.head)
        var hash = SHA256(), plain: Int64 = 0
        var next = try input.read(upToCount: chunk) ?? Data()
        repeat {
            let bytes = next
            next = bytes.isEmpty ? Data() : try input.read(upToCount: chunk) ?? Data()
            hash.update(data: bytes)
            plain += Int64(bytes.count)
            try output.write(contentsOf: stream.sealed(Array(bytes), isLast: next.isEmpty))
        } while !next.isEmpty
        try output.synchronize()
        let archived = Int64(try output.offset())
        try output.seek(toOffset: 0)
        var read = SHA256()
        var back = try ArchiveStream(readingBack: stream, from: output)
        while let bytes = try back.opened(from: output) { read.update(data: bytes) }
        guard read.finalize() == hash.finalize() else { throw ArchiveFault.notReadBack }
        return Sizes(plain: plain, archived: archived)
    }

    /// Reads an archive into the new file `target`, and syncs it.
    ///
    /// - Throws: ``ArchiveFault``; what was written until then is for the caller to take away.
    public static func read(_ archive: String, to target: String, with secret: ArchiveSecret) throws {
        let input = try FileHandle(forReadingFrom: URL(fileURLWithPath: archive))
        defer { input.closeFile() }
        var stream = try ArchiveStream(reading: input, with: secret)
        let made = FileManager.default.createFile(
            atPath: target, contents: nil, attributes: [.posixPermissions: 0o600])
        guard made else { throw CocoaError(.fileWriteUnknown) }
        let output = try FileHandle(forWritingTo: URL(fileURLWithPath: target))
        defer { output.closeFile() }
        while let bytes = try stream.opened(from: input) { try output.write(contentsOf: bytes) }
        try output.synchronize()
    }
}
