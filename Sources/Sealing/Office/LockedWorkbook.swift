import Crypto
import CryptoExtras
import Foundation
import Values

/// Why a workbook was not locked.
public enum LockFault: Error, Equatable {
    /// Over seven megabytes: fewer rows, please.
    case tooLarge
    case notLocked
}

/// A workbook that office programs open after they have asked for its passphrase.
///
/// Shape: "agile" encryption of an XLSX: AES-256-CBC under a random key, that key under 100,000 rounds of
/// SHA-512 over the passphrase, an HMAC over all. Source: [MS-OFFCRYPTO] 2.3.4.10 to 2.3.4.15.
public enum LockedWorkbook {
    static let rounds = 100_000
    private static let segment = 4096

    /// - Parameters: `passphrase`: as it will be typed; compared by its UTF-16 units.
    public static func lock(_ workbook: [UInt8], _ passphrase: String) throws -> [UInt8] {
        let lock = Lock()
        let package = try lock.package(workbook)
        let info = try lock.info(passphrase, package)
        let streams = [("EncryptionInfo", info), ("EncryptedPackage", package)]
        guard let file = CompoundFile.bytes(streams.map { (name: $0.0, bytes: $0.1) }) else {
            throw LockFault.tooLarge
        }
        return file
    }

    /// The random parts of one file.
    private struct Lock {
        let key = RandomBytes.make(32)
        let dataSalt = RandomBytes.make(16), passSalt = RandomBytes.make(16)
        let verifier = RandomBytes.make(16), macKey = RandomBytes.make(64)

        /// The plain length, then the segments, each with a start of its own.
        func package(_ plain: [UInt8]) throws -> [UInt8] {
            var bytes = little(UInt64(plain.count))
            for (index, start) in stride(from: 0, to: plain.count, by: segment).enumerated() {
                let piece = Array(plain[start..<min(start + segment, plain.count)])
                bytes += try encrypt(padded(piece), key, vector(little(UInt32(index))))
            }
            return bytes
        }

        func info(_ passphrase: String, _ package: [UInt8]) throws -> [UInt8] {
            let spun = spin(passphrase)
            func sealed(_ bytes: [UInt8], _ block: [UInt8]) throws -> String {
                let key = Array(sha(spun + block).prefix(32))
                return try base64(encrypt(bytes, key, passSalt))
            }
            let mac = Array(
                HMAC<SHA512>.authenticationCode(for: package, using: SymmetricKey(data: macKey)))
            let common =
                """
                saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" \
                cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512"
                """
            let base = "http://schemas.microsoft.com/office/2006"
            let xml =
                """
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r
                <encryption xmlns="\(base)/encryption" xmlns:p="\(base)/keyEncryptor/password" \
                xmlns:c="\(base)/keyEncryptor/certificate">\
                <keyData \(common) saltValue="\(base64(dataSalt))"/>\
                <dataIntegrity encryptedHmacKey="\(
                    base64(try encrypt(macKey, key, vector(Block.macKey))))" \
                encryptedHmacValue="\(base64(try encrypt(mac, key, vector(Block.macValue))))"/>\
                <keyEncryptors><keyEncryptor uri="\(base)/keyEncryptor/password">\
                <p:encryptedKey spinCount="\(rounds)" \(common) saltValue="\(base64(passSalt))" \
                encryptedVerifierHashInput="\(try sealed(verifier, Block.input))" \
                encryptedVerifierHashValue="\(try sealed(sha(verifier), Block.value))" \
                encryptedKeyValue="\(try sealed(key, Block.key))"/>\
                </keyEncryptor></keyEncryptors></encryption>
                """
            // Version 4.4, and the mark of this kind.
            return [4, 0, 4, 0, 0x40, 0, 0, 0] + Array(xml.utf8)
        }

        private func spin(_ passphrase: String) -> [UInt8] {
            var hash = SHA512.hash(
                data: passSalt + passphrase.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] })
            for round in 0..<UInt32(rounds) {
                var sha = SHA512()
                withUnsafeBytes(of: round.littleEndian) { sha.update(bufferPointer: $0) }
                hash.withUnsafeBytes { sha.update(bufferPointer: $0) }
                hash = sha.finalize()
            }
            return Array(hash)
        }

        /// Where a chain of blocks starts.
        private func vector(_ block: [UInt8]) -> [UInt8] { Array(sha(dataSalt + block).prefix(16)) }
    }

    /// What each derived key is for.
    private enum Block {
        static let input: [UInt8] = [0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79]
        static let value: [UInt8] = [0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e]
        static let key: [UInt8] = [0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6]
        static let macKey: [UInt8] = [0x5f, 0xb2, 0xad, 0x01, 0x0c, 0xb9, 0xe1, 0xf6]
        static let macValue: [UInt8] = [0xa0, 0x67, 0x7f, 0x02, 0xb2, 0x2c, 0x84, 0x33]
    }

    private static func encrypt(_ bytes: [UInt8], _ key: [UInt8], _ start: [UInt8]) throws -> [UInt8] {
        Array(
            try AES._CBC.encrypt(
                bytes, using: SymmetricKey(data: key), iv: AES._CBC.IV(ivBytes: start), noPadding: true))
    }

    private static func sha(_ bytes: [UInt8]) -> [UInt8] { Array(SHA512.hash(data: bytes)) }
    private static func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

    private static func padded(_ bytes: [UInt8]) -> [UInt8] {
        bytes + [UInt8](repeating: 0, count: (16 - bytes.count % 16) % 16)
    }

    private static func little(_ number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }
}
