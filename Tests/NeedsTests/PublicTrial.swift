import Actions
import Foundation
import Logging
import People
import Testing
import Trials
import Values
import Web

@testable import Needs

/// The public pages of a small village as a browser without scripts sees them.
struct PublicTrial: Sendable {
    let needs: NeedTrial
    let site: Site

    static func run(
        _ engine: Engine, _ body: @escaping @Sendable (PublicTrial) async throws -> Void
    ) async throws {
        try await NeedTrial.run(engine) { needs in
            let log = Logger(label: "trial") { _ in SwiftLogNoOpLogHandler() }
            let door = PeopleDoorkeeper(
                database: needs.database, keys: needs.keys, idleLimit: .hours(12), log: log)
            let house = House(steward: needs.steward, settings: Settings(), doorkeeper: door, log: log)
            let capabilities = [People.capability, Needs.capability]
            try await body(
                PublicTrial(needs: needs, site: try Site(house: house, capabilities: capabilities)))
        }
    }

    /// Opens an address, in Chinese unless another language is asked for.
    func open(
        _ path: String, _ query: [(String, String)] = [], cookies: [String: String] = [:], json: Bool = false,
        language: Language = .chinese
    ) async -> PublicAnswer {
        var ask = Ask(.get, path, query: query.map { (name: $0.0, value: $0.1) })
        ask.headers["accept"] = json ? "application/json" : "text/html"
        ask.headers["accept-language"] = language == .english ? "en" : "zh"
        if !cookies.isEmpty {
            ask.headers["cookie"] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        }
        return PublicAnswer(await site.respond(to: ask))
    }

    /// Sends a form with its token, as a browser of one visitor would.
    func send(
        _ path: String, _ fields: [(String, String)], cookies: [String: String] = [:], json: Bool = false,
        from remote: String = "127.0.0.1"
    ) async throws -> PublicAnswer {
        let token = try #require(await open("/say").values(of: "csrf").first)
        var ask = Ask(.post, path)
        ask.remote = remote
        ask.headers["content-type"] = "application/x-www-form-urlencoded"
        ask.headers["accept"] = json ? "application/json" : "text/html"
        ask.headers["cookie"] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        let pairs = (fields + [("csrf", token)]).map { "\(encode($0.0))=\(encode($0.1))" }
        ask.body = Array(pairs.joined(separator: "&").utf8)
        return PublicAnswer(await site.respond(to: ask))
    }

    private func encode(_ text: String) -> String {
        text.utf8.map { byte in
            let digits = String(byte, radix: 16, uppercase: true)
            return "%" + (digits.utf8.count == 1 ? "0" : "") + digits
        }.joined()
    }

    /// A need that a worker released, told by anybody.
    @discardableResult
    func released(_ sentence: String, at code: String = "s11", kind: NeedKind = .need) async throws -> Need {
        var draft = needs.draft("原话不给人看", at: code)
        draft.kind = kind
        let id = try await needs.perform(ReportNeed(draft), by: .anyone).id
        try await needs.perform(ReleaseSentence(id, sentence: sentence, who: "一位独居老人"))
        return try await needs.need(id)
    }
}

/// What came back, with what a test asks of it.
struct PublicAnswer: Sendable {
    let reply: Reply
    let text: String

    init(_ reply: Reply) {
        self.reply = reply
        text = String(decoding: reply.body, as: UTF8.self)
    }

    var status: Int { reply.status }
    var location: String { reply.header("Location") ?? "" }

    /// The cookies that were set, by name.
    var cookies: [String: String] {
        var all: [String: String] = [:]
        for header in reply.headers where header.name == "Set-Cookie" {
            let pair = header.value.split(separator: ";")[0].split(separator: "=", maxSplits: 1)
            all[String(pair[0])] = pair.count == 2 ? String(pair[1]) : ""
        }
        return all
    }

    /// The values of the inputs of a name, hidden or shown.
    func values(of name: String) -> [String] {
        text.components(separatedBy: "<input").dropFirst().compactMap { piece in
            let tag = piece.prefix { $0 != ">" }
            guard tag.contains(" name=\"\(name)\"") else { return nil }
            guard let start = tag.range(of: " value=\"") else { return "" }
            return String(tag[start.upperBound...].prefix { $0 != "\"" })
        }
    }

    func decode<T: Decodable>(_: T.Type = T.self) throws -> T {
        try JSONDecoder().decode(T.self, from: Data(text.utf8))
    }
}
