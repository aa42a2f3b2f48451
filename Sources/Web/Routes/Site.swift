public import Actions
import Foundation
import Logging
public import Storage
public import Values

/// The whole house as a function from a request to an answer; a server, a test or another program may stand
/// before it.
public final class Site: Sendable {
    public let house: House
    public let routes: [Route]
    let sections: [Section]
    let assets: Assets
    public let meter = Meter()
    /// Some megabytes; a flood of addresses lets go of all.
    let guestPages = Kept<GuestPage, Reply>(most: 200, of: .everything)
    private let table: RouteTable

    /// - Throws: where the assets cannot be read.
    public init(house: House, capabilities: [Capability], further: [Route] = []) throws {
        self.house = house
        routes = capabilities.flatMap(\.routes) + further
        sections = capabilities.flatMap(\.sections).sorted { $0.order < $1.order }
        table = RouteTable(routes)
        assets = try Assets(directory: house.settings.assets)
    }

    /// Answers one request; never throws: a refusal is a page, a fault has an incident number.
    public func respond(to ask: Ask) async -> Reply {
        let began = house.clock.now
        meter.began()
        // The line of the table stands for the address in the log: an address may hold a number or a secret.
        var line = "-"
        var reply: Reply
        do {
            reply = try await find(ask, &line)
        } catch {
            reply = await problem(error, ask, at: line)
        }
        let spent = (house.clock.now - began).microseconds
        meter.ended(status: reply.status, microseconds: spent)
        house.log.debug(
            "answered",
            metadata: [
                "method": "\(ask.method.rawValue)", "route": "\(line)", "status": "\(reply.status)",
                "microseconds": "\(spent)",
            ])
        finish(&reply)
        return reply
    }

    /// A refusal by the door itself, before the address was looked at.
    func refuse(_ refusal: WebRefusal, _ ask: Ask) async -> Reply {
        var reply = await problem(refusal, ask, at: "-")
        finish(&reply)
        return reply
    }

    /// The answer to a method that nothing here knows.
    func refuseMethod(_ ask: Ask) async -> Reply {
        var reply: Reply
        do {
            if assets.reply(to: ask) != nil {
                reply = await wrongMethod([.get], ask)
            } else if case .wrongMethod(let methods) = try look(up: nil, ask.path).found {
                reply = await wrongMethod(methods, ask)
            } else {
                reply = await problem(WebRefusal.notFound, ask, at: "-")
            }
        } catch {
            reply = await problem(error, ask, at: "-")
        }
        finish(&reply)
        return reply
    }

    private func finish(_ reply: inout Reply) {
        Guard.addHeaders(to: &reply)
        if house.settings.baseAddress.utf8.starts(with: "https:".utf8) {
            reply.headers.append(("Strict-Transport-Security", "max-age=31536000"))
        }
    }

    /// The largest body that the address takes; the door reads no more. Nil where nothing there takes one.
    public func largestBody(_ method: Method, _ path: String) -> Int? {
        guard let (_, found) = try? look(up: method, path), case .route(let route, _) = found else {
            return nil
        }
        return route.largestBody
    }

    private func find(_ ask: Ask, _ line: inout String) async throws -> Reply {
        if let asset = assets.reply(to: ask) {
            return ask.method == .get ? asset : await wrongMethod([.get], ask)
        }
        let (code, found) = try look(up: ask.method, ask.path)
        switch found {
        case .route(let route, let parameters):
            line = route.pattern
            return try await route.handle(
                Route.Entry(house: house, ask: ask, code: code, parameters: parameters, site: self))
        case .wrongMethod(let methods): return await wrongMethod(methods, ask)
        case .nothing: throw WebRefusal.notFound
        }
    }

    private func wrongMethod(_ methods: [Method], _ ask: Ask) async -> Reply {
        var reply = await problem(WebRefusal.wrongMethod, ask, at: "-")
        let names = methods.flatMap { $0 == .get ? ["GET", "HEAD"] : [$0.rawValue] }
        reply.headers.append(("Allow", names.joined(separator: ", ")))
        return reply
    }

    /// The table's line for an address: `/needs/X-1041.json` is `/needs/X-1041`, unless a line ends in
    /// `.json` itself.
    private func look(up method: Method?, _ path: String) throws -> (code: String?, found: RouteTable.Found) {
        guard path.utf8.count <= Self.longestPath else { throw WebRefusal.brokenAddress }
        let (code, segments) = try Self.split(path)
        let found = table.find(method, segments)
        guard let bare = Self.withoutEnding(segments) else { return (code, found) }
        if case .route(let route, _) = found, route.pattern.utf8.last != UInt8(ascii: "}") {
            return (code, found)
        }
        let plain = table.find(method, bare)
        if case .nothing = plain { return (code, found) }
        return (code, plain)
    }

    static let longestPath = 2000

    /// The community's code, where the path begins with `/~code`, and the decoded segments.
    static func split(_ path: String) throws -> (code: String?, segments: [String]) {
        var segments: [String] = []
        for part in path.utf8.split(separator: UInt8(ascii: "/")) {
            guard let text = Percent.decode(Substring(part)), text != "..", text != "." else {
                throw WebRefusal.brokenAddress
            }
            segments.append(text)
        }
        guard let first = segments.first, first.utf8.first == UInt8(ascii: "~") else {
            return (nil, segments)
        }
        return (String(first.dropFirst()), Array(segments.dropFirst()))
    }

    /// `/needs.json` is `/needs`, and `/index.json` is `/`.
    private static func withoutEnding(_ segments: [String]) -> [String]? {
        guard let last = segments.last, last.utf8.suffix(5).elementsEqual(".json".utf8) else { return nil }
        let bare = String(last.dropLast(5))
        return bare == "index" ? Array(segments.dropLast()) : segments.dropLast() + [bare]
    }

    // MARK: Answers

    func show<P: Page>(
        _ page: P, _ model: P.Model, _ visit: Visit, _ fields: Fields, _ refusals: [any Refusal], status: Int
    ) throws -> Reply {
        if visit.ask.wantsJSON { return try .json(model, status: status) }
        let scene = Scene(visit: visit, frame: frame(visit), fields: fields, refusals: refusals)
        let view = page.view(model, scene)
        var reply = Reply.html(
            Look.document(frame: scene.frame, title: page.title(model, scene), main: view), status: status)
        remember(visit, &reply)
        return reply
    }

    func answer(_ outcome: Outcome, _ visit: Visit) throws -> Reply {
        var reply: Reply
        if visit.ask.wantsJSON {
            reply = try .json(outcome.answer, status: outcome.status)
            reply.headers.append(("Location", visit.at(outcome.next).address))
        } else {
            reply = .see(visit.at(outcome.next))
        }
        for cookie in outcome.cookies { reply.set(secured(cookie)) }
        return reply
    }

    /// A cookie goes over an encrypted way only, where the house has one.
    func secured(_ cookie: Cookie) -> Cookie {
        var cookie = cookie
        cookie.isSecure = house.settings.baseAddress.hasPrefix("https:")
        return cookie
    }

    /// Keeps the reader's wishes said in the address.
    private func remember(_ visit: Visit, _ reply: inout Reply) {
        for (name, allowed) in [("type", ["large", "normal"]), ("theme", ["light", "dark", "system"])] {
            if let wish = visit.value(name), allowed.contains(wish) {
                reply.set(secured(Cookie(name, wish, age: 365 * 86_400)))
            }
        }
        if let wish = visit.value("lang").flatMap(Language.init(rawValue:)) {
            reply.set(secured(Cookie("lang", wish.rawValue, age: 365 * 86_400)))
        }
    }

    /// The refusals that an error carries; nil for anything that is not an expected no.
    static func refusals(in error: any Error) -> [any Refusal]? {
        if let many = error as? Refusals { return many.all }
        return (error as? any Refusal).map { [$0] }
    }
}
