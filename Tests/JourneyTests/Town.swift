import Actions
import Foundation
import Logging
import Platform
import Storage
import Testing
import Trials
import Values
import Web

/// The demo community, filled once for all journeys: everybody is invented.
struct Town: Sendable {
    let open: OpenHouse

    var site: Site { open.site }
    var database: any Database { open.house.database }

    private static let opening = Task { try await fill() }
    static var shared: Town { get async throws { try await opening.value } }

    /// The same community told on a day of its own and standing still there: what it shows depends on no
    /// clock, and no other journey changes it.
    static func still(at today: Instant) async throws -> Town { try await fill("linli-still", at: today) }

    static func fill(_ name: String = "linli-journeys", at today: Instant? = nil) async throws -> Town {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(name)
        try? FileManager.default.removeItem(at: folder)
        var settings = Settings()
        settings.isDemo = true
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        settings.assets = root.appendingPathComponent("Sources/Web/Assets").path
        try await TrialServer.dropHouse(in: folder)
        let directory = DataDirectory(
            folder.path, database: try await TrialServer.houseAddress(in: folder).map(DatabasePlace.init))
        var log = Logger(label: "journey")
        log.logLevel = .critical
        try await DemoFilling(directory: directory, size: .small, seed: 1, today: today, log: log).run(
            settings: settings
        ) { _ in }
        settings.keysDirectory = directory.keys
        let clock: any Clock = today.map { HandClock($0) } ?? SystemClock()
        return Town(
            open: try await OpenHouse.open(
                directory, settings: settings, clock: clock, random: RandomSource(seed: 2), log: log))
    }

    /// Somebody at a browser, signed in by one click where a role is given.
    func visitor(_ role: Role? = nil) async throws -> Visitor {
        let visitor = Visitor(site)
        if let role {
            let reply = await visitor.form("/demo/sign-in", ["role": role.rawValue])
            try #require(reply.status == 303)
        }
        return visitor
    }
}

/// One browser: it keeps its cookies and sends the token of its last page.
final class Visitor {
    private let site: Site
    private(set) var cookies: [String: String] = [:]
    var language = Language.chinese

    init(_ site: Site) { self.site = site }

    func get(_ path: String, accept: String = "text/html") async -> Reply {
        await send(.get, path, ["accept": accept], [])
    }

    /// A page's model.
    func model<T: Decodable>(_ path: String, _: T.Type = T.self) async throws -> T {
        let reply = await get(path, accept: "application/json")
        try #require(reply.status == 200, "\(path): \(reply.text.prefix(300))")
        return try JSONDecoder().decode(T.self, from: Data(reply.body))
    }

    func form(_ path: String, _ fields: [String: String]) async -> Reply {
        let page = await get("/help").text
        let token = page.firstMatch(of: /data-csrf="([0-9a-f]+)"/).map { String($0.1) } ?? ""
        let pairs = fields.merging(["csrf": token]) { $1 }
            .map { Percent.encode($0.key) + "=" + Percent.encode($0.value) }
        let type = ["content-type": "application/x-www-form-urlencoded", "accept": "text/html"]
        return await send(.post, path, type, Array(pairs.joined(separator: "&").utf8))
    }

    func json(_ path: String, _ fields: [String: String], _ method: Web.Method = .post) async -> Reply {
        let body = (try? JSONEncoder().encode(fields)).map(Array.init) ?? []
        return await send(
            method, path, ["content-type": "application/json", "accept": "application/json"], body)
    }

    /// A form with one file.
    func file(_ path: String, _ fields: [String: String], name: String, _ bytes: [UInt8]) async -> Reply {
        let page = await get("/help").text
        let token = page.firstMatch(of: /data-csrf="([0-9a-f]+)"/).map { String($0.1) } ?? ""
        var body = ""
        for (field, value) in fields.merging(["csrf": token], uniquingKeysWith: { $1 }).sorted(by: {
            $0.key < $1.key
        }) {
            body += "--x-1\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(value)\r\n"
        }
        body += "--x-1\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n\r\n"
        let type = ["content-type": "multipart/form-data; boundary=x-1", "accept": "text/html"]
        return await send(.post, path, type, Array(body.utf8) + bytes + Array("\r\n--x-1--\r\n".utf8))
    }

    /// Either face of a verb.
    func act(_ path: String, _ fields: [String: String], asJSON: Bool) async -> Reply {
        asJSON ? await json(path, fields) : await form(path, fields)
    }

    private func send(
        _ method: Web.Method, _ path: String, _ headers: [String: String], _ body: [UInt8]
    ) async -> Reply {
        let parts = path.split(separator: "?", maxSplits: 1)
        var ask = Ask(method, String(parts[0]), headers: headers, body: body)
        if parts.count > 1 { ask.query = Percent.pairs(parts[1]) ?? [] }
        ask.headers["host"] = "linli.example"
        ask.headers["accept-language"] = language == .english ? "en" : "zh"
        if !cookies.isEmpty { ask.headers["cookie"] = cookies.map { "\($0)=\($1)" }.joined(separator: "; ") }
        let reply = await site.respond(to: ask)
        for header in reply.headers where header.name == "Set-Cookie" {
            let pair = header.value.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1).map(String.init)
            if let name = pair.first { cookies[name] = pair.count > 1 ? pair[1] : nil }
        }
        return reply
    }
}

extension Reply {
    var text: String { String(decoding: body, as: UTF8.self) }

    /// A field of an answer in JSON.
    func field(_ name: String) -> String? {
        let object = try? JSONSerialization.jsonObject(with: Data(body)) as? [String: Any]
        return object?[name].map { "\($0)" }
    }
}
