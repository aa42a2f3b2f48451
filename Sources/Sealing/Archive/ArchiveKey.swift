import Csodium
import Foundation
import Values

/// The key to which backups are encrypted: who has it can make them and read none.
///
/// Shape: 32 bytes (X25519); as a file one line, `linli-backup-public` and the bytes in base64url.
public struct ArchiveKey: Sendable, Equatable {
    let bytes: [UInt8]

    static let name = "linli-backup-public"
    static let length = 32

    /// Reads the line of a file.
    ///
    /// - Throws: ``ArchiveFault/notAKey``.
    public init(text: String) throws(ArchiveFault) {
        bytes = try KeyLine.read(text, Self.name)
    }

    init(bytes: [UInt8]) { self.bytes = bytes }

    public var text: String { KeyLine.write(bytes, Self.name) }
}

/// The key that opens backups. It belongs on paper in a safe, and on no machine that makes backups.
public struct ArchiveSecret: Sendable {
    let bytes: [UInt8]
    public let key: ArchiveKey

    static let name = "linli-backup-secret"

    /// Makes a new one.
    public init() throws(ArchiveFault) {
        var (open, secret) = (
            [UInt8](repeating: 0, count: ArchiveKey.length), [UInt8](repeating: 0, count: ArchiveKey.length)
        )
        guard Sodium.ready, crypto_box_keypair(&open, &secret) == 0 else { throw .unavailable }
        (bytes, key) = (secret, ArchiveKey(bytes: open))
    }

    /// Reads the line of a file.
    ///
    /// - Throws: ``ArchiveFault/notAKey``.
    public init(text: String) throws(ArchiveFault) {
        let secret = try KeyLine.read(text, Self.name)
        var open = [UInt8](repeating: 0, count: ArchiveKey.length)
        guard Sodium.ready, crypto_scalarmult_base(&open, secret) == 0 else { throw .unavailable }
        (bytes, key) = (secret, ArchiveKey(bytes: open))
    }

    public var text: String { KeyLine.write(bytes, Self.name) }
}

/// A key as a line of text that says what it is, so that the two are not taken for each other.
private enum KeyLine {
    static func read(_ text: String, _ name: String) throws(ArchiveFault) -> [UInt8] {
        let words = text.split { $0 == " " || $0.isNewline }
        guard words.count == 2, words[0] == name, let bytes = Base64URL.decode(String(words[1])),
            bytes.count == ArchiveKey.length
        else { throw .notAKey(name) }
        return bytes
    }

    static func write(_ bytes: [UInt8], _ name: String) -> String {
        "\(name) \(Base64URL.encode(bytes))\n"
    }
}

/// Why a backup cannot be written or read.
public enum ArchiveFault: Error, Equatable, CustomStringConvertible {
    case unavailable
    /// The file is no key of the kind named.
    case notAKey(String)
    case notAnArchive
    /// Made for another key.
    case otherKey
    /// Changed, cut short, or mixed from two.
    case damaged
    /// What was read back is not what was written.
    case notReadBack

    public var description: String {
        switch self {
        case .unavailable: "the machine refused the cryptography"
        case .notAKey(let name): "this file is not one line of `\(name)` and a key"
        case .notAnArchive: "this file is no encrypted backup of Linli"
        case .otherKey: "this backup was made for another key"
        case .damaged: "the backup is damaged or cut short"
        case .notReadBack: "what was read back is not what was written: the disk is not to be trusted"
        }
    }
}
