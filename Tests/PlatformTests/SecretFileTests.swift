import Actions
import Foundation
import Logging
import Storage
import Testing
import Trials
import Values

@testable import People
@testable import Platform

/// The database's own files, read as whoever found them would: no identity number, no diagnosis, no group's
/// code, no child's name; neither in the file, nor in its log, nor in a backup.
@Suite struct SecretFileTests {
    /// What must stand nowhere: every canary, and every way in which a sensitive group is written.
    private static let secrets: [String] = {
        // The vocabulary of needs has a word `correction` whoever lives here.
        let groups = SpecialGroup.shipped.filter(\.isSensitive).flatMap { [$0.code, $0.name.chinese] }
            .filter { $0 != "correction" }
        // The adult's name may stand in the open, and what anybody said without an account does too.
        let open: Set = ["阚玄霜", "阚玄露"]
        return CanaryHouse.canaries.map(\.text).filter { !open.contains($0) } + groups + [
            "阚玄露", "小霁", "xiaoji", "kxj", "13877770001", CanaryHouse.number.prefix(17).description,
        ]
    }()

    private func hits(_ bytes: Data) -> [String] {
        Self.secrets.filter { secret in
            bytes.range(of: Data(secret.utf8)) != nil
                || bytes.range(of: secret.data(using: .utf16LittleEndian) ?? Data([0])) != nil
        }
    }

    @Test(.enabled(if: Engine.all.contains { $0.description == "SQLite" }))
    func theFileItsLogAndItsBackupTellNothing() async throws {
        try await withFolder { folder in
            var settings = trialSettings
            let directory = DataDirectory(folder.path)
            settings.keysDirectory = directory.keys
            let open = try await OpenHouse.open(
                directory, settings: settings, clock: HandClock(), log: Logger(label: "trial"))
            let house = try await CanaryHouse(open)
            var looked = 0
            func look(_ when: String) throws {
                for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
                where name.hasPrefix("linli.sqlite") || name.hasSuffix(".copy") {
                    let bytes = try Data(contentsOf: folder.appendingPathComponent(name))
                    looked += bytes.count
                    #expect(hits(bytes) == [], "\(when), \(name)")
                }
            }
            // The log is still beside the file, with every page that was written.
            try look("while it serves")
            #expect(FileManager.default.fileExists(atPath: folder.path + "/linli.sqlite-wal"))
            try await open.house.database.copy(to: folder.path + "/backup.copy")
            try look("with a backup")
            // What was erased is gone from the pages too, not only from the rows.
            let community = house.community, today = open.house.clock.now.day(in: .shanghai)
            _ = try await open.steward.perform(
                MoveOut(house.person, on: today), by: .house, in: community)
            _ = try await open.steward.perform(ErasePerson(house.person), by: .house, in: community)
            try look("after an erasure")
            open.close()
            try look("closed")
            #expect(looked > 1_000_000)
        }
    }

    @Test func noRowTellsItOnEitherEngine() async throws {
        try await withHouse { open in
            _ = try await CanaryHouse(open)
            let bytes = Data(try await open.house.database.everyByte())
            #expect(hits(bytes) == [])
            // The adult's name may stand there: the test looks at the right bytes.
            #expect(bytes.range(of: Data("阚玄霜".utf8)) != nil)
        }
    }
}
