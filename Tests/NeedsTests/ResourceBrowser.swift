import Actions
import Foundation
import Logging
import People
import Storage
import Testing
import Trials
import Values
import Web

@testable import Needs

/// Lets in whoever the cookie names, without proof.
private struct OpenDoor: Doorkeeper {
    let trial: ResourceTrial

    func admit(_ ask: Ask, code: String?, in reading: any Reading, at now: Instant) throws -> Admission {
        let village = code == "hefengyuan" ? trial.there : trial.here
        let actors = [
            "worker": village.worker, "supervisor": village.supervisor, "owner": village.owner,
        ]
        guard let locality = try LocalityStore.locality(village.id, reading) else {
            throw GroundRefusal.notFound
        }
        return Admission(actor: actors[ask.cookie("who") ?? ""] ?? .anyone, locality: locality)
    }
}

/// The pages of resources in the browser of one of those who work with them.
struct ResourceBrowser: Sendable {
    let site: Site
    let who: String

    init(_ trial: ResourceTrial, _ who: String) throws {
        let log = Logger(label: "trial") { _ in SwiftLogNoOpLogHandler() }
        let house = House(
            steward: trial.steward, settings: Settings(), doorkeeper: OpenDoor(trial: trial), log: log)
        site = try Site(house: house, capabilities: [People.capability, Needs.capability])
        self.who = who
    }

    func open(_ path: String, json: Bool = false, language: String = "zh") async -> PublicAnswer {
        let parts = path.split(separator: "?", maxSplits: 1).map(String.init)
        var query: [(name: String, value: String)] = []
        for pair in parts.count < 2 ? [] : parts[1].split(separator: "&") {
            let halves = pair.split(separator: "=", maxSplits: 1).map(String.init)
            query.append((name: halves[0], value: halves.count == 2 ? halves[1] : ""))
        }
        var ask = Ask(.get, parts[0], query: query)
        ask.headers["accept"] = json ? "application/json" : "text/html"
        ask.headers["accept-language"] = language
        ask.headers["cookie"] = "who=\(who)"
        return PublicAnswer(await site.respond(to: ask))
    }

    func send(
        _ path: String, _ fields: [(String, String)] = [], from page: String = "/resources"
    ) async throws
        -> PublicAnswer
    {
        let token = try #require(
            (await open(page)).text.firstMatch(of: #/data-csrf="([^"]+)"/#).map { String($0.1) })
        var ask = Ask(.post, path)
        ask.headers["content-type"] = "application/x-www-form-urlencoded"
        ask.headers["accept"] = "text/html"
        ask.headers["cookie"] = "who=\(who)"
        ask.body = Array(
            (fields + [("csrf", token)]).map { "\($0.0)=\(encoded($0.1))" }.joined(separator: "&").utf8)
        return PublicAnswer(await site.respond(to: ask))
    }

    private func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
