import Foundation
import Logging
import People
import Storage
import Testing
import Trials
import Values

@testable import Platform

/// A house moved into another database is the same house, or it does not open.
@Suite struct MoveTests {
    /// A demo of its own, and two empty places: one of the engine's, one a file.
    private func withMoved(
        _ engine: Engine,
        _ body: (any Storage.Database, any Storage.Database, DataDirectory) async throws -> Void
    ) async throws {
        try await withFolder { folder in
            let directory = DataDirectory(folder.appendingPathComponent("demo").path)
            var settings = trialSettings
            settings.isDemo = true
            let filling = DemoFilling(
                directory: directory, size: .small, seed: 5, log: Logger(label: "trial"))
            try await filling.run(settings: settings) { _ in }
            let source = try await directory.place.open(Logger(label: "trial"))
            defer { source.close() }
            try await engine.withDatabase([]) { try await body(source, $0, directory) }
        }
    }

    @Test(arguments: Engine.all) func everythingArrivesAndComesBack(_ engine: Engine) async throws {
        try await withMoved(engine) { source, target, directory in
            try await Move(source, target) { _ in }.run()
            let needs = try await source.read { try $0.number("SELECT COUNT(*) FROM need") }
            #expect(try await target.read { try $0.number("SELECT COUNT(*) FROM need") } == needs)
            #expect(needs > 100)
            let back = DatabasePlace(directory.path + "/back.sqlite")
            let third = try await back.open(Logger(label: "trial"))
            try await Move(target, third) { _ in }.run()
            third.close()
            var settings = trialSettings
            settings.keysDirectory = directory.keys
            let open = try await OpenHouse.open(
                DataDirectory(directory.path, database: back), settings: settings, log: Logger(label: "trial")
            )
            defer { open.close() }
            #expect(try await Proof.of(open).breaks == [])
        }
    }

    @Test(arguments: Engine.all) func aMoveThatWasBrokenOffGoesOn(_ engine: Engine) async throws {
        try await withMoved(engine) { source, target, _ in
            try await Move(source, target) { _ in }.run()
            // As it stands in the midst of a move: the mark, and some tables not full yet.
            try await target.write(in: .trial(1)) { writing in
                try HouseMarks.set(HouseMarks.moving, "", writing)
                try writing.run("DELETE FROM need_event WHERE number > 1")
                try writing.run("DELETE FROM link")
                try writing.run("DELETE FROM record")
            }
            await #expect(throws: MoveFault.self) { try await Move(target, source) { _ in }.run() }
            // Rows that are missing in the midst cannot be told from a move; they show in the hashes.
            await #expect(throws: MoveFault.self) { try await Move(source, target) { _ in }.run() }
            try await target.write(in: .trial(1)) { _ = try $0.run("DELETE FROM need_event") }
            try await Move(source, target) { _ in }.run()
            #expect(try await target.read { try HouseMarks.text(HouseMarks.moving, $0) } == nil)
        }
    }

    @Test(arguments: Engine.all) func aPlaceThatHoldsRowsIsRefused(_ engine: Engine) async throws {
        try await withMoved(engine) { source, target, _ in
            try await target.migrate(Rooms.migrations)
            try await target.write(in: .trial(1)) { try HouseMarks.set("mine", "1", $0) }
            await #expect(throws: MoveFault.notEmpty) { try await Move(source, target) { _ in }.run() }
        }
    }

    @Test func aHouseIsNotOpenedInTheMidstOfAMove() async throws {
        try await withMoved(.sqlite) { source, _, directory in
            try await source.write(in: .trial(1)) { try HouseMarks.set(HouseMarks.moving, "", $0) }
            var settings = trialSettings
            settings.keysDirectory = directory.keys
            await #expect(throws: MoveFault.unfinished) {
                try await OpenHouse.open(directory, settings: settings, log: Logger(label: "trial"))
            }
        }
    }

    @Test(arguments: [("a.sqlite", "a.sqlite"), ("nowhere.sqlite", "b.sqlite")])
    func placesThatCannotBeAreRefused(_ from: String, _ to: String) async throws {
        try await withFolder { folder in
            let old = folder.appendingPathComponent(from).path, new = folder.appendingPathComponent(to).path
            await #expect(throws: from == to ? MoveFault.samePlace : MoveFault.nothingThere) {
                try await Move.run(
                    from: DatabasePlace(old), to: DatabasePlace(new), log: Logger(label: "trial")
                ) { _ in }
            }
        }
    }
}
