import Foundation
import Logging
import People
import Storage
import Testing
import Trials
import Values

@testable import Platform

/// A copy of a house on either engine is a file that opens as the same house, of one moment.
@Suite struct HouseCopyTests {
    @Test func aCopyIsTheSameHouseInAFile() async throws {
        try await withHouse { open in
            _ = try await FirstStart.link(open, communityName: "水秀里社区")
            let community = try await Errand(open, at: nil).community
            for number in 1...30 {
                _ = try await open.steward.perform(
                    AddAccount(name: "周\(number)", phone: nil), by: .house, in: community)
            }
            let copy = open.directory.path + "/copy.sqlite"
            try await HouseCopy.write(open, to: copy)
            // What comes in after the copy is not in it.
            _ = try await open.steward.perform(
                AddAccount(name: "后来的", phone: nil), by: .house, in: community)
            var settings = trialSettings
            settings.keysDirectory = open.directory.keys
            let other = try await OpenHouse.open(
                DataDirectory(open.directory.path, database: DatabasePlace(copy)), settings: settings,
                log: Logger(label: "trial"))
            defer { other.close() }
            #expect(try await accounts(other) == accounts(open) - 1)
            // Of a server it holds no words; `linli restore` writes them.
            try await WordUpkeep.renew(in: other.house.database)
            let breaks = try await Proof.of(other).breaks
            #expect(breaks == [])
        }
    }

    /// Where a table's rows are not those that were read, the copy is refused by the table's name.
    @Test func aCopyIntoAFileThatHoldsRowsIsRefused() async throws {
        try await withHouse { open in
            _ = try await FirstStart.link(open, communityName: "水秀里社区")
            let path = open.directory.path + "/held.sqlite"
            try await HouseCopy.write(open, to: path)
            let target = try await DatabasePlace(path).open(Logger(label: "trial"))
            defer { target.close() }
            try await target.write(in: .trial(1)) { writing in
                _ = try writing.run("DELETE FROM record")
                try HouseMarks.set("mine", "1", writing)
            }
            let copy = HouseCopy(
                source: open.house.database, target: target, tables: try Rooms.tables)
            await #expect(throws: (any Error).self) { try await copy.run() }
        }
    }

    private func accounts(_ open: OpenHouse) async throws -> Int64 {
        try await open.house.database.read { try $0.number("SELECT COUNT(*) FROM account") }
    }
}
