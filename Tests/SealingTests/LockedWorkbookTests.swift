import Crypto
import CryptoExtras
import Foundation
import Testing

@testable import Sealing

/// The file that office programs open after a passphrase: opened here from its bytes as they would.
@Suite struct LockedWorkbookTests {
    static let passphrase = "荷花池 3 棵柳 ab"

    @Test(arguments: [0, 1, 15, 4095, 4096, 4097, 20_000, 900_000])
    func whatIsLockedOpensWithThePassphraseAlone(_ size: Int) throws {
        let plain = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let file = try LockedWorkbook.lock(plain, Self.passphrase)
        let office = try Office(file)
        #expect(try office.open(Self.passphrase) == plain)
        #expect(throws: Office.Wrong.passphrase) { try office.open(Self.passphrase + " ") }
        var changed = file
        changed[file.count / 2] ^= 1
        if size > 2000 { #expect(throws: (any Error).self) { try Office(changed).open(Self.passphrase) } }
    }

    @Test func twoFilesOfTheSameShareNothing() throws {
        let plain = [UInt8](repeating: 7, count: 8000)
        let (first, second) = (
            try LockedWorkbook.lock(plain, Self.passphrase), try LockedWorkbook.lock(plain, Self.passphrase)
        )
        #expect(first.count == second.count && first != second)
        #expect(!first.contains(Array("荷花池".utf8)) && first.firstRange(of: plain.prefix(64)) == nil)
    }

    @Test func whatIsTooLargeIsSaidSo() {
        #expect(throws: LockFault.tooLarge) {
            try LockedWorkbook.lock([UInt8](repeating: 0, count: 8 << 20), Self.passphrase)
        }
    }
}

extension [UInt8] {
    fileprivate func contains(_ part: [UInt8]) -> Bool { firstRange(of: part) != nil }
}

/// Reads the file as an office program does: chains of sectors, then keys, then segments.
private struct Office {
    enum Wrong: Error { case file, passphrase, integrity }

    private var streams: [String: [UInt8]] = [:]

    init(_ file: [UInt8]) throws {
        guard file.count % 512 == 0, file.prefix(4) == [0xd0, 0xcf, 0x11, 0xe0] else { throw Wrong.file }
        func word(_ at: Int) -> Int { (0..<4).reduce(0) { $0 | Int(file[at + $1]) << (8 * $1) } }
        func sector(_ number: Int) -> Range<Int> { (number + 1) * 512..<(number + 2) * 512 }
        let table = (0..<word(44)).flatMap { index in
            sector(word(76 + 4 * index)).filter { $0 % 4 == 0 }.map(word)
        }
        func follow(_ start: Int, _ next: [Int]) throws -> [Int] {
            var all: [Int] = [], at = start
            while at < 0xffff_fff0 {
                guard at < next.count, all.count <= next.count else { throw Wrong.file }
                all.append(at)
                at = next[at]
            }
            return all
        }
        func bytes(_ start: Int) throws -> [UInt8] {
            try follow(start, table).flatMap { number -> [UInt8] in
                guard sector(number).upperBound <= file.count else { throw Wrong.file }
                return Array(file[sector(number)])
            }
        }
        let directory = try bytes(word(48))
        func line(_ at: Int, _ offset: Int) -> Int {
            (0..<4).reduce(0) { $0 | Int(directory[at + offset + $1]) << (8 * $1) }
        }
        let mini = try bytes(line(0, 116))
        let miniTable = try word(64) == 0 ? [] : bytes(word(60))
        let next = stride(from: 0, to: miniTable.count, by: 4).map { at in
            (0..<4).reduce(0) { $0 | Int(miniTable[at + $1]) << (8 * $1) }
        }
        for at in stride(from: 128, to: directory.count, by: 128) where directory[at + 66] == 2 {
            let length = Int(directory[at + 64]) / 2 - 1
            let units = (0..<length).map { UInt16(directory[at + 2 * $0]) }
            let size = line(at, 120), start = line(at, 116)
            let whole =
                size < 4096
                ? try follow(start, next).flatMap { Array(mini[$0 * 64..<($0 + 1) * 64]) } : try bytes(start)
            streams[String(decoding: units, as: UTF16.self)] = Array(whole.prefix(size))
        }
    }

    func open(_ passphrase: String) throws -> [UInt8] {
        guard let info = streams["EncryptionInfo"], let package = streams["EncryptedPackage"] else {
            throw Wrong.file
        }
        let xml = String(decoding: info.dropFirst(8), as: UTF8.self)
        func value(_ name: String, _ last: Bool = false) throws -> [UInt8] {
            let parts = xml.components(separatedBy: " \(name)=\"")
            guard parts.count > 1,
                let data = Data(base64Encoded: String((last ? parts.last! : parts[1]).prefix { $0 != "\"" }))
            else { throw Wrong.file }
            return Array(data)
        }
        let salt = try value("saltValue"), passSalt = try value("saltValue", true)
        var hash = Array(
            SHA512.hash(data: passSalt + passphrase.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }))
        for round in 0..<100_000 {
            hash = Array(
                SHA512.hash(data: (0..<4).map { UInt8(truncatingIfNeeded: round >> (8 * $0)) } + hash))
        }
        func derived(_ block: [UInt8]) -> [UInt8] { Array(SHA512.hash(data: hash + block).prefix(32)) }
        func vector(_ block: [UInt8]) -> [UInt8] { Array(SHA512.hash(data: salt + block).prefix(16)) }
        func decrypt(_ bytes: [UInt8], _ key: [UInt8], _ start: [UInt8]) throws -> [UInt8] {
            Array(
                try AES._CBC.decrypt(
                    bytes, using: SymmetricKey(data: key), iv: AES._CBC.IV(ivBytes: start), noPadding: true))
        }
        let input = try decrypt(
            value("encryptedVerifierHashInput"), derived([0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79]),
            passSalt)
        let known = try decrypt(
            value("encryptedVerifierHashValue"), derived([0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e]),
            passSalt)
        guard Array(SHA512.hash(data: input)) == known else { throw Wrong.passphrase }
        let key = try decrypt(
            value("encryptedKeyValue"), derived([0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6]), passSalt)
        let macKey = try decrypt(
            value("encryptedHmacKey"), key, vector([0x5f, 0xb2, 0xad, 0x01, 0x0c, 0xb9, 0xe1, 0xf6]))
        let mac = try decrypt(
            value("encryptedHmacValue"), key, vector([0xa0, 0x67, 0x7f, 0x02, 0xb2, 0x2c, 0x84, 0x33]))
        guard Array(HMAC<SHA512>.authenticationCode(for: package, using: SymmetricKey(data: macKey))) == mac
        else {
            throw Wrong.integrity
        }
        let size = package.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
        var plain: [UInt8] = []
        for (index, start) in stride(from: 8, to: package.count, by: 4096).enumerated() {
            let number = (0..<4).map { UInt8(truncatingIfNeeded: index >> (8 * $0)) }
            plain += try decrypt(
                Array(package[start..<min(start + 4096, package.count)]), key, vector(number))
        }
        return Array(plain.prefix(size))
    }
}
