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
    try await withFolder { folder in
        let open = try await openHouse(in: folder, settings)
        defer { open.close() }
        try await body(open)
    }
}

func openHouse(in folder: URL, _ settings: Settings = trialSettings) async throws -> OpenHouse {
    var settings = settings
    let directory = DataDirectory(folder.path)
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
        try await withFolder { folder in
            try await openHouse(in: folder).close()
            let keys = DataDirectory(folder.path).keys
            for name in try FileManager.default.contentsOfDirectory(atPath: keys) {
                try FileManager.default.removeItem(atPath: keys + "/" + name)
            }
            await #expect(throws: KeyFault.self) { try await openHouse(in: folder) }
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
