import Actions
import Foundation
import Logging
import People
import Platform
import Sealing
import Storage
import Testing
import Trials
import Values
import Web

/// Opens a house in a folder of its own, with the assets of the sources.
func withHouse(_ settings: Settings = trialSettings, _ body: (OpenHouse) async throws -> Void) async throws {
    try await withHouseFolder { folder in
        let open = try await openHouse(in: folder, settings)
        defer { open.close() }
        try await body(open)
    }
}

/// Runs `body` with a folder for a house, and takes away what the house keeps elsewhere too.
func withHouseFolder(_ body: (URL) async throws -> Void) async throws {
    try await TrialServer.withRoom {
        try await withFolder { folder in
            let result: Result<Void, any Error>
            do { result = .success(try await body(folder)) } catch { result = .failure(error) }
            try await TrialServer.dropHouse(in: folder)
            try result.get()
        }
    }
}

func trialDirectory(in folder: URL) async throws -> DataDirectory {
    DataDirectory(
        folder.path, database: try await TrialServer.houseAddress(in: folder).map(DatabasePlace.init))
}

func openHouse(in folder: URL, _ settings: Settings = trialSettings) async throws -> OpenHouse {
    var settings = settings
    let directory = try await trialDirectory(in: folder)
    settings.keysDirectory = directory.keys
    return try await OpenHouse.open(
        directory, settings: settings, clock: HandClock(), log: Logger(label: "trial"))
}

var trialSettings: Settings {
    var settings = Settings()
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    settings.assets = root.appendingPathComponent("Sources/Web/Assets").path
    return settings
}

@Suite struct OpeningTests {
    @Test func theFirstStartPrintsOneLinkUntilThereIsAnAdministrator() async throws {
        try await withHouse { (open: OpenHouse) async throws -> Void in
            let link = try await FirstStart.link(open, communityName: "水秀里社区")
            #expect(link?.hasPrefix("http://127.0.0.1:8080/welcome/") == true)
            let reply = await open.site.respond(to: Ask(.get, "/healthz"))
            #expect(reply.status == 200 && reply.body == Array("ok\n".utf8))
            let ready = await open.site.respond(to: Ask(.get, "/readyz"))
            #expect(ready.status == 200)
        }
    }

    @Test func keysAndDataAreNobodyElses() async throws {
        try await withHouse { (open: OpenHouse) async throws -> Void in
            for path in [open.directory.path, open.directory.keys, open.directory.heads] {
                let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
                #expect(mode == 0o700)
            }
        }
    }

    @Test func aLostKeyFileIsRefusedNotReplaced() async throws {
        try await withHouseFolder { folder in
            let open = try await openHouse(in: folder)
            _ = try await FirstStart.link(open, communityName: "水秀里社区")
            open.close()
            let keys = DataDirectory(folder.path).keys
            for name in try FileManager.default.contentsOfDirectory(atPath: keys) {
                try FileManager.default.removeItem(atPath: keys + "/" + name)
            }
            await #expect(throws: KeyFault.self) { try await openHouse(in: folder) }
        }
    }

    /// A database whose words were cut by an older program is named by the proof and mended while it serves.
    @Test func wordsOfAnOlderProgramAreWrittenAnew() async throws {
        try await withHouse { (open: OpenHouse) async throws -> Void in
            _ = try await FirstStart.link(open, communityName: "水秀里社区")
            let database = open.house.database
            let community = try #require(try await database.read { try LocalityStore.home($0)?.id })
            let account = try await open.steward.perform(
                AddAccount(name: "單雄信", phone: nil), by: .house, in: community)
            let job = try #require(open.capabilities.flatMap(\.jobs).first { $0.name == "house.words" })
            try await job.run(open.house)
            #expect(try await Proof.of(open).isWhole)
            try await database.write(in: community) { writing in
                writing.index(
                    WordDocument(community: community, kind: "account", object: account, words: "單雄 雄信 信"))
            }
            #expect(try await Proof.of(open).text.contains("words.account"))
            // The mark says that all is cut as it is now, so the job looks no further; `linli migrate` does.
            try await job.run(open.house)
            #expect(try await !Proof.of(open).isWhole)
            try await database.write(in: community) { try HouseMarks.set("words", "1", $0) }
            try await job.run(open.house)
            #expect(try await Proof.of(open).isWhole)
            #expect(try await WordUpkeep.renew(in: database) == 0)
        }
    }

    @Test func theProofNamesWhatWasChanged() async throws {
        try await withHouse { (open: OpenHouse) async throws -> Void in
            _ = try await FirstStart.link(open, communityName: "水秀里社区")
            let whole = try await Proof.of(open)
            #expect(whole.isWhole, "\(whole.text)")
            try await open.house.database.write(in: .trial(1)) { writing in
                _ = try writing.run("UPDATE record SET action = 'people.nothing' WHERE number = 1")
            }
            let broken = try await Proof.of(open)
            #expect(!broken.isWhole && broken.text.contains("row 1 was changed"))
        }
    }

    @Test func headsKeptOutsideMustStillBeInTheChain() async throws {
        try await withHouse { (open: OpenHouse) async throws -> Void in
            _ = try await FirstStart.link(open, communityName: "水秀里社区")
            let jobs = open.capabilities.flatMap(\.jobs)
            let heads = try #require(jobs.first { $0.name == "record.heads" })
            try await heads.run(open.house)
            let file = try #require(
                try FileManager.default.contentsOfDirectory(atPath: open.directory.heads).first)
            let text = try String(contentsOfFile: open.directory.heads + "/" + file, encoding: .utf8)
            #expect(try await Proof.of(open, heads: text).isWhole)
            let other = text.replacingOccurrences(of: "\n", with: "0\n")
            #expect(try await !Proof.of(open, heads: other).isWhole)
        }
    }

    @Test func metricsAreForTheSameMachineOrTheToken() async throws {
        try await withHouse { (open: OpenHouse) async throws -> Void in
            var far = Ask(.get, "/metrics")
            far.remote = "203.0.113.7"
            #expect(await open.site.respond(to: far).status == 403)
            #expect(await open.site.respond(to: Ask(.get, "/metrics")).status == 200)
        }
        var settings = trialSettings
        settings.metricsToken = "abc"
        try await withHouse(settings) { (open: OpenHouse) async throws -> Void in
            #expect(await open.site.respond(to: Ask(.get, "/metrics")).status == 403)
            let ask = Ask(.get, "/metrics", headers: ["authorization": "Bearer abc"])
            #expect(await open.site.respond(to: ask).status == 200)
        }
    }

    @Test func theStyleguideIsTheDemosOnly() async throws {
        try await withHouse { (open: OpenHouse) async throws -> Void in
            _ = try await FirstStart.link(open, communityName: "水秀里社区")
            #expect(await open.site.respond(to: Ask(.get, "/styleguide")).status == 404)
        }
    }
}
