import Csodium
import Czstd
import Foundation

/// The stream of one archive: chunks compressed and encrypted one after another, or the way back.
struct ArchiveStream {
    /// All that stands before the first chunk.
    private(set) var head: [UInt8] = []
    private var state = crypto_secretstream_xchacha20poly1305_state()
    private let key: [UInt8]
    private var isOver = false

    private static let sealedKey = crypto_box_sealbytes() + keyLength
    private static let keyLength = crypto_secretstream_xchacha20poly1305_keybytes()
    private static let streamHead = crypto_secretstream_xchacha20poly1305_headerbytes()
    private static let overhead = crypto_secretstream_xchacha20poly1305_abytes()
    private static let last = crypto_secretstream_xchacha20poly1305_tag_final()
    /// zstd's own middle way; higher levels cost more than they save here.
    private static let level: Int32 = 3

    init(writingFor holder: ArchiveKey) throws(ArchiveFault) {
        key = RandomBytes.make(Self.keyLength)
        var sealed = [UInt8](repeating: 0, count: Self.sealedKey)
        var start = [UInt8](repeating: 0, count: Self.streamHead)
        guard Sodium.ready, crypto_box_seal(&sealed, key, UInt64(key.count), holder.bytes) == 0,
            crypto_secretstream_xchacha20poly1305_init_push(&state, &start, key) == 0
        else { throw .unavailable }
        head = Archive.name + sealed + start
    }

    /// Opens the archive's head with the holder's secret.
    init(reading file: FileHandle, with secret: ArchiveSecret) throws {
        let (sealed, start) = try Self.parts(of: file)
        var key = [UInt8](repeating: 0, count: Self.keyLength)
        guard Sodium.ready else { throw ArchiveFault.unavailable }
        guard crypto_box_seal_open(&key, sealed, UInt64(sealed.count), secret.key.bytes, secret.bytes) == 0
        else { throw ArchiveFault.otherKey }
        try self.init(key: key, start: start)
    }

    /// The one that wrote it reads it back: it still knows the key, and needs no secret of the holder's.
    init(readingBack written: ArchiveStream, from file: FileHandle) throws {
        try self.init(key: written.key, start: try Self.parts(of: file).start)
    }

    private init(key: [UInt8], start: [UInt8]) throws(ArchiveFault) {
        self.key = key
        guard crypto_secretstream_xchacha20poly1305_init_pull(&state, start, key) == 0 else { throw .damaged }
    }

    private static func parts(of file: FileHandle) throws -> (sealed: [UInt8], start: [UInt8]) {
        let length = Archive.name.count + sealedKey + streamHead
        let bytes = Array(try file.read(upToCount: length) ?? Data())
        guard bytes.starts(with: Archive.name) else { throw ArchiveFault.notAnArchive }
        guard bytes.count == length else { throw ArchiveFault.damaged }
        let rest = bytes.dropFirst(Archive.name.count)
        return (Array(rest.prefix(sealedKey)), Array(rest.suffix(streamHead)))
    }

    /// The next chunk as it stands in the file, its length before it.
    mutating func sealed(_ plain: [UInt8], isLast: Bool) throws(ArchiveFault) -> [UInt8] {
        var small = [UInt8](repeating: 0, count: ZSTD_compressBound(plain.count))
        let count = ZSTD_compress(&small, small.count, plain, plain.count, Self.level)
        guard ZSTD_isError(count) == 0 else { throw .unavailable }
        var cipher = [UInt8](repeating: 0, count: count + Self.overhead)
        let tag = isLast ? Self.last : 0
        guard
            crypto_secretstream_xchacha20poly1305_push(
                &state, &cipher, nil, small, UInt64(count), nil, 0, tag) == 0
        else { throw .unavailable }
        return withUnsafeBytes(of: UInt32(cipher.count).bigEndian) { Array($0) } + cipher
    }

    /// The next chunk's own bytes; nil after the last.
    mutating func opened(from file: FileHandle) throws -> [UInt8]? {
        let length = Array(try file.read(upToCount: 4) ?? Data())
        if isOver {
            guard length.isEmpty else { throw ArchiveFault.damaged }
            return nil
        }
        guard length.count == 4 else { throw ArchiveFault.damaged }
        let count = length.reduce(0) { $0 << 8 | Int($1) }
        guard (Self.overhead...ZSTD_compressBound(Archive.chunk) + Self.overhead).contains(count) else {
            throw ArchiveFault.damaged
        }
        let cipher = Array(try file.read(upToCount: count) ?? Data())
        guard cipher.count == count else { throw ArchiveFault.damaged }
        var small = [UInt8](repeating: 0, count: count - Self.overhead), tag: UInt8 = 0
        guard
            crypto_secretstream_xchacha20poly1305_pull(
                &state, &small, nil, &tag, cipher, UInt64(count), nil, 0) == 0
        else { throw ArchiveFault.damaged }
        isOver = tag == Self.last
        return try Self.expanded(small)
    }

    private static func expanded(_ small: [UInt8]) throws(ArchiveFault) -> [UInt8] {
        var plain = [UInt8](repeating: 0, count: Archive.chunk)
        let count = ZSTD_decompress(&plain, plain.count, small, small.count)
        guard ZSTD_isError(count) == 0 else { throw .damaged }
        plain.removeLast(plain.count - count)
        return plain
    }
}
