import Foundation
import Sealing
import Testing

@Suite struct ArchiveTests {
    /// Empty, small, exactly one chunk, and more than two.
    @Test(arguments: [0, 1, 1 << 20, (2 << 20) + 17])
    func whatIsWrittenIsRead(count: Int) throws {
        try inFolder { folder in
            let secret = try ArchiveSecret()
            let bytes = Self.bytes(count)
            try bytes.write(to: folder.appendingPathComponent("plain"))
            let sizes = try Archive.write(
                folder.path + "/plain", to: folder.path + "/archive", for: secret.key)
            #expect(sizes.plain == count)
            #expect(try Archive.isOne(at: folder.path + "/archive"))
            #expect(try Archive.isOne(at: folder.path + "/plain") == false)
            try Archive.read(folder.path + "/archive", to: folder.path + "/back", with: secret)
            #expect(try Data(contentsOf: folder.appendingPathComponent("back")) == bytes)
        }
    }

    @Test func onlyItsHolderOpensIt() throws {
        try inFolder { folder in
            try Self.bytes(1000).write(to: folder.appendingPathComponent("plain"))
            _ = try Archive.write(
                folder.path + "/plain", to: folder.path + "/archive", for: ArchiveSecret().key)
            #expect(throws: ArchiveFault.otherKey) {
                try Archive.read(folder.path + "/archive", to: folder.path + "/back", with: ArchiveSecret())
            }
            #expect(throws: ArchiveFault.notAnArchive) {
                try Archive.read(folder.path + "/plain", to: folder.path + "/back", with: ArchiveSecret())
            }
        }
    }

    /// Cut short anywhere, with a byte changed anywhere, or with something behind it: never read as whole.
    @Test func damageIsSeen() throws {
        try inFolder { folder in
            let secret = try ArchiveSecret()
            try Self.bytes((1 << 20) + 5000).write(to: folder.appendingPathComponent("plain"))
            _ = try Archive.write(folder.path + "/plain", to: folder.path + "/archive", for: secret.key)
            let whole = try Data(contentsOf: folder.appendingPathComponent("archive"))
            var spoiled = stride(from: 130, to: whole.count, by: 9973).map { whole.prefix($0) }
            for place in stride(from: 16, to: whole.count, by: 7919) {
                var changed = whole
                changed[place] ^= 1
                spoiled.append(changed)
            }
            spoiled.append(whole + Data([0]))
            for (number, bytes) in spoiled.enumerated() {
                let path = folder.path + "/spoiled\(number)"
                try bytes.write(to: URL(fileURLWithPath: path))
                #expect(throws: ArchiveFault.self) {
                    try Archive.read(path, to: folder.path + "/back\(number)", with: secret)
                }
            }
        }
    }

    @Test func aKeyIsALineThatSaysWhatItIs() throws {
        let secret = try ArchiveSecret()
        #expect(try ArchiveSecret(text: secret.text).key == secret.key)
        #expect(try ArchiveKey(text: secret.key.text) == secret.key)
        for text in ["", secret.text, "linli-backup-public AAAA", secret.key.text + " more"] {
            #expect(throws: ArchiveFault.notAKey("linli-backup-public")) { try ArchiveKey(text: text) }
        }
    }

    /// Bytes that compress a little and are never the same twice over.
    private static func bytes(_ count: Int) -> Data {
        var state: UInt64 = 7
        return Data(
            (0..<count).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return UInt8(truncatingIfNeeded: state >> 60) &+ 97
            })
    }

    private func inFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "archive-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }
}
