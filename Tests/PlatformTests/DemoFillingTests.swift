import Foundation
import Logging
import Testing
import Trials
import Values
import Village
import Web

@testable import Platform

/// Filling a directory with the demo: whole and marked, or not there at all.
@Suite struct DemoFillingTests {
    private var settings: Settings {
        var settings = trialSettings
        settings.isDemo = true
        return settings
    }

    private func demoDirectory(in folder: URL) async throws -> DataDirectory {
        DataDirectory(
            folder.appendingPathComponent("demo").path,
            database: try await trialDirectory(in: folder).elsewhere)
    }

    @Test func itFillsAnEmptyDirectoryAndTheRowsAreWhole() async throws {
        try await withHouseFolder { folder in
            let directory = try await demoDirectory(in: folder)
            let filling = DemoFilling(
                directory: directory, size: .small, seed: 3, log: Logger(label: "trial"))
            try await filling.run(settings: settings) { _ in }
            #expect(try await directory.holdsData(Logger(label: "trial")))
            #expect(!FileManager.default.fileExists(atPath: directory.path + ".filling"))
            var known = settings
            known.keysDirectory = directory.keys
            let open = try await OpenHouse.open(directory, settings: known, log: Logger(label: "trial"))
            defer { open.close() }
            #expect(open.house.settings.isDemo)
            let proof = try await Proof.of(open)
            #expect(proof.breaks == [])
        }
    }

    @Test func itRefusesADirectoryWithOtherFiles() async throws {
        try await withHouseFolder { folder in
            try Data("mine".utf8).write(to: folder.appendingPathComponent("letter.txt"))
            let directory = try await trialDirectory(in: folder)
            let filling = DemoFilling(
                directory: directory, size: .small, seed: 3, log: Logger(label: "trial"))
            await #expect(throws: DemoFillingFault.self) {
                try await filling.run(settings: settings) { _ in }
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["letter.txt"])
        }
    }

    @Test func aBrokenFillingLeavesNothing() async throws {
        try await withHouseFolder { folder in
            let directory = try await demoDirectory(in: folder)
            var wrong = settings
            wrong.assets = folder.appendingPathComponent("nowhere").path
            let filling = DemoFilling(
                directory: directory, size: .small, seed: 3, log: Logger(label: "trial"))
            await #expect(throws: (any Error).self) { try await filling.run(settings: wrong) { _ in } }
            let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(left.isEmpty)
            // Nor is a server's half taken for a house: the next filling begins anew.
            #expect(try await !directory.holdsData(Logger(label: "trial")))
            try await filling.run(settings: settings) { _ in }
            #expect(try await directory.holdsData(Logger(label: "trial")))
        }
    }

    @Test func aFileElsewhereTakesItsNameWhenItIsWhole() async throws {
        try await withFolder { folder in
            let file = folder.appendingPathComponent("rows.sqlite").path
            let directory = DataDirectory(
                folder.appendingPathComponent("demo").path, database: DatabasePlace(file))
            let filling = DemoFilling(
                directory: directory, size: .small, seed: 3, log: Logger(label: "trial"))
            try await filling.run(settings: settings) { _ in }
            let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(left.contains("demo") && !left.contains { $0.contains(".filling") })
            var known = settings
            known.keysDirectory = directory.keys
            let open = try await OpenHouse.open(directory, settings: known, log: Logger(label: "trial"))
            defer { open.close() }
            #expect(open.house.settings.isDemo)
            #expect(try await Proof.of(open).breaks == [])
            await #expect(throws: DemoFillingFault.self) {
                try await filling.run(settings: settings) { _ in }
            }
        }
    }
}
