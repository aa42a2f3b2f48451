import Foundation
import Glibc
import Testing
import Trials
import Values

@testable import Sealing

/// The exchange of a key, file by file, as two programs see it that have the same directory open.
@Suite struct KeyFolderTests {
    @Test func bothKeysOpenUntilTheOldOneIsRetired() throws {
        try inFolder { path in
            let server = try KeyRing(directory: path), folder = KeyFolder(path)
            let key = SubjectKey(), before = try server.wrap(key, for: someone)
            let token = server.token(.keyedToken, [1]), mark = server.token(.register, [2])
            try folder.bring(.master)
            #expect(folder.stage(of: .master) == .coming)
            try folder.exchange(.master)
            #expect(folder.stage(of: .master) == .going)

            // The command seals under the new key; the server opens that at once, and what is old as well.
            let command = try KeyRing(directory: path)
            let after = try #require(try command.rewrapped(before, for: someone))
            #expect(try command.rewrapped(after, for: someone) == nil)
            #expect(try server.unwrap(after, for: someone).bytes == key.bytes)
            #expect(try server.unwrap(before, for: someone).bytes == key.bytes)
            #expect(server.standing(ofWrapped: before, for: someone) == .older)
            #expect(server.fingerprints == command.fingerprints && Set(server.fingerprints).count == 2)
            // What is found again was drawn from the first master, and stays.
            #expect(command.token(.keyedToken, [1]) == token && command.token(.register, [2]) == mark)

            try folder.retire(.master)
            try command.refresh()
            #expect(folder.stage(of: .master) == .settled)
            #expect(command.standing(ofWrapped: before, for: someone) == .shut)
            #expect(try command.unwrap(after, for: someone).bytes == key.bytes)
            #expect(throws: SealingFault.damaged) { try command.unwrap(before, for: someone) }
        }
    }

    @Test func anExchangeCutOffGoesOnWhereItWas() throws {
        try inFolder { path in
            let ring = try KeyRing(directory: path), folder = KeyFolder(path)
            let wrapped = try ring.wrap(SubjectKey(), for: someone)
            try folder.bring(.master)
            let coming = try Data(contentsOf: URL(fileURLWithPath: path + "/master.next"))
            // Cut off between keeping the old and taking the place.
            #expect(link(path + "/master.key", path + "/master.old") == 0)
            #expect(folder.stage(of: .master) == .coming)
            try folder.bring(.master)
            #expect(try Data(contentsOf: URL(fileURLWithPath: path + "/master.next")) == coming)
            _ = try KeyRing(directory: path, creating: false).unwrap(wrapped, for: someone)
            try folder.exchange(.master)
            try folder.exchange(.master)
            #expect(try Data(contentsOf: URL(fileURLWithPath: path + "/master.key")) == coming)
            _ = try KeyRing(directory: path, creating: false).unwrap(wrapped, for: someone)
            try folder.retire(.master)
            try folder.retire(.master)
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: path).sorted() == [
                    "finding.key", "master.key",
                ])
        }
    }

    @Test func theRegistersTokensAreFoundUnderBothRoots() throws {
        try inFolder { path in
            let ring = try KeyRing(directory: path), folder = KeyFolder(path)
            let old = ring.token(.register, [9]), secret = ring.token(.needSecret, [9])
            try folder.bring(.register)
            try ring.refresh()
            #expect(ring.token(.register, [9]) == old && ring.tokens(.register, [9]).count == 2)
            try folder.exchange(.register)
            try ring.refresh()
            let new = ring.token(.register, [9])
            #expect(new != old && ring.tokens(.register, [9]) == [new, old])
            try folder.retire(.register)
            try ring.refresh()
            #expect(ring.tokens(.register, [9]) == [new])
            // Slips of paper outlive it.
            #expect(ring.token(.needSecret, [9]) == secret)
            #expect(ring.tokens(.needSecret, [9]) == [secret])
        }
    }

    @Test func aKeyThatOthersCanReadIsRefusedWhicheverItIs() throws {
        try inFolder { path in
            _ = try KeyRing(directory: path)
            try KeyFolder(path).bring(.master)
            #expect(chmod(path + "/master.next", 0o644) == 0)
            #expect(throws: KeyFault.readableByOthers(path + "/master.next")) {
                _ = try KeyRing(directory: path, creating: false)
            }
        }
    }

    private func inFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "keys-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.path)
    }
}
