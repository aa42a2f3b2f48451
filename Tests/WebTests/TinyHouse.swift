import Actions
import Foundation
import Logging
import Sealing
import Storage
import Synchronization
import Trials
import Values

@testable import Web

/// A house of one room: notes that anybody may leave and staff may read, with a page of every kind of
/// trouble.
struct TinyHouse: Sendable {
    let site: Site
    let clock: HandClock
    let lines: LogLines

    /// Runs `body` in a house of its own, with a folder of assets that holds what must not be served too.
    static func open(
        on engine: Engine = Engine.all[0], _ body: (TinyHouse) async throws -> Void
    ) async throws {
        try await withFolder { folder in
            try makeAssets(in: folder)
            try await engine.withDatabase(Notes.schema) { database in
                let clock = HandClock(), lines = LogLines()
                let steward = Steward(
                    database: database, keys: try KeyRing(master: Array(repeating: 9, count: 32)),
                    rights: Rights(Notes.rights), clock: clock)
                var settings = Settings()
                settings.assets = folder.appendingPathComponent("assets").path
                var log = Logger(label: "tiny") { _ in lines }
                log.logLevel = .trace
                let house = House(
                    steward: steward, settings: settings, doorkeeper: TinyDoorkeeper(), log: log)
                let room = Capability(name: "notes", rights: Notes.rights, routes: Notes.routes)
                let site = try Site(house: house, capabilities: [room], further: Notes.interface)
                try await body(TinyHouse(site: site, clock: clock, lines: lines))
            }
        }
    }

    private static func makeAssets(in folder: URL) throws {
        let assets = folder.appendingPathComponent("assets"), files = FileManager.default
        try files.createDirectory(
            at: assets.appendingPathComponent("folder.css"), withIntermediateDirectories: true)
        for name in ["look.css", ".hidden.css", "notes.txt"] {
            try Data("a{content:\"\(name)\"}".utf8).write(to: assets.appendingPathComponent(name))
        }
        try Data("secret".utf8).write(to: folder.appendingPathComponent("secret.css"))
        try files.createSymbolicLink(
            at: assets.appendingPathComponent("link.css"),
            withDestinationURL: folder.appendingPathComponent("secret.css"))
    }

    /// The token of a browser's forms.
    func csrf(_ cookies: String = "") -> String {
        var ask = Ask(.get, "/")
        ask.headers["cookie"] = cookies.isEmpty ? nil : cookies
        return Guard.token(ask, site.house)
    }

    /// A form as a browser sends it from the house's own page.
    func form(_ path: String, _ fields: String, cookies: String = "") -> Ask {
        var ask = Ask(.post, path, body: Array("\(fields)&csrf=\(csrf(cookies))".utf8))
        ask.headers = [
            "content-type": "application/x-www-form-urlencoded", "accept": "text/html",
            "host": "linli.example",
            "origin": "https://linli.example", "sec-fetch-site": "same-origin",
        ]
        if !cookies.isEmpty { ask.headers["cookie"] = cookies }
        return ask
    }
}

extension Reply {
    var text: String { String(decoding: body, as: UTF8.self) }

    /// The named refusal of a problem in JSON.
    var problem: String? { (try? JSONDecoder().decode(ProblemReport.self, from: Data(body)))?.name }
}

/// What was logged, whole.
final class LogLines: LogHandler {
    private let kept = Mutex<[String]>([])
    var all: [String] { kept.withLock { $0 } }

    var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }
    var logLevel: Logger.Level {
        get { .trace }
        set {}
    }
    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { nil }
        set {}
    }

    func log(
        level: Logger.Level, message: Logger.Message, metadata: Logger.Metadata?, source: String,
        file: String,
        function: String, line: UInt
    ) {
        kept.withLock { $0.append("\(message) \(metadata ?? [:])") }
    }
}

/// A social worker by the cookie `sid=worker` or the bearer `good`, at home or at the lake.
struct TinyDoorkeeper: Doorkeeper {
    struct Unknown: Error {}

    func admit(_ ask: Ask, code: String?, in reading: any Reading, at now: Instant) throws -> Admission {
        guard code == nil || code == "lake" else { throw GroundRefusal.notFound }
        let path = PlacePath(text: code == nil ? "/1/" : "/2/")
        let locality = Locality(
            id: .trial(code == nil ? 1 : 2), path: path, code: code ?? "home", name: "水边社区", parents: "",
            footLine: "",
            kind: "community", isHome: code == nil)
        var isWorker = ask.cookie("sid") == "worker"
        if let bearer = ask.headers["authorization"] {
            guard bearer == "Bearer good" else { throw GroundRefusal.signInFirst }
            isWorker = true
        }
        guard isWorker else { return Admission(actor: .anyone, locality: locality) }
        let grant = Grant(role: .socialWorker, place: .root)
        return Admission(
            actor: Actor(kind: .person, account: .trial(3), name: "陆", grants: [grant]), locality: locality)
    }
}
