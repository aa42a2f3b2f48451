import Actions
import Foundation
import People
import Trials
import Values
import Web

/// What a player was about to send, so that it can be sent again as it was.
struct Request {
    let method: Web.Method
    let path: String
    let headers: [String: String]
    let body: [UInt8]
    /// The mark of its own, by which the house promises to do it once.
    var mark: Identifier?

    /// Whether a page is wanted; else what a program is told.
    var wantsPage: Bool { headers["accept"] == "text/html" }
}

/// Somebody at a browser who follows links and sends the forms that pages show.
final class Player {
    let role: Role?
    /// An address of their own, as the throttle tells people apart.
    private let remote: String
    private var cookies: [String: String] = [:]
    private var page = PageContents([])
    private var album = Album()
    /// The token of this browser's forms, as the newest page has it.
    private var token: String?
    private(set) var isSignedIn = false
    private(set) var wasSentToSignIn = false

    init(_ role: Role?, number: Int) {
        self.role = role
        remote = "10.1.\(number / 256).\(number % 256)"
    }

    private var home: String { isSignedIn ? "/day" : "/" }

    /// The next thing they do: where they stand, a form of it or a way on.
    ///
    /// A form can be sent again and again, as from a page that was left open: a way on is only gone to find
    /// more of them.
    func next(_ filling: inout Filling) -> Request {
        let known = album.forms
        if token != nil, filling.dice.chance(known.count < 8 ? 40 : 85),
            let form = filling.seldom(known, \.action)
        {
            return send(form, &filling)
        }
        // Those that only narrow a list are sent now and then.
        let narrowing = page.forms.filter { !$0.isPost }
        if filling.dice.chance(10), let form = filling.dice.pick(narrowing) { return send(form, &filling) }
        let links = page.links.filter { !$0.hasPrefix("/sign-out") }
        if filling.dice.chance(92), let link = filling.seldom(links, { $0 }) { return get(link) }
        return get(
            filling.dice.pick([home, "/", "/needs/public", "/say", "/wishes", "/resources", "/me"]) ?? home)
    }

    func get(_ address: String) -> Request {
        Request(method: .get, path: address, headers: ["accept": "text/html"], body: [])
    }

    private func send(_ form: PageForm, _ filling: inout Filling) -> Request {
        var fields = filling.fill(form)
        var mark: Identifier?
        for index in fields.indices {
            if fields[index].name == "csrf", let token { fields[index].value = token }
            if fields[index].name == "rid" {
                mark = Identifier(high: filling.dice.next(), low: filling.dice.next())
                fields[index].value = mark?.description ?? ""
            }
        }
        guard form.isPost else {
            let query = fields.map { Percent.encode($0.name) + "=" + Percent.encode($0.value) }
            return get(form.action + "?" + query.joined(separator: "&"))
        }
        var headers = [
            "accept": filling.dice.chance(15) ? "text/html" : "application/json",
            "content-type": "application/x-www-form-urlencoded",
        ]
        var body: [UInt8]
        if form.isMultipart {
            headers["content-type"] = "multipart/form-data; boundary=edge-7"
            body = multipart(fields, form, &filling)
        } else {
            let pairs = fields.map { Percent.encode($0.name) + "=" + Percent.encode($0.value) }
            body = Array(pairs.joined(separator: "&").utf8)
        }
        return Request(method: .post, path: form.action, headers: headers, body: body, mark: mark)
    }

    private func multipart(
        _ fields: [(name: String, value: String)], _ form: PageForm, _ filling: inout Filling
    ) -> [UInt8] {
        var body: [UInt8] = []
        for field in fields {
            body += "--edge-7\r\nContent-Disposition: form-data; name=\"\(field.name)\"\r\n\r\n".utf8
            body += field.value.utf8
            body += "\r\n".utf8
        }
        for entry in form.entries where entry.kind == .file {
            guard let file = filling.file(accepting: entry.value) else { continue }
            body += "--edge-7\r\nContent-Disposition: form-data; name=\"\(entry.name)\"; ".utf8
            body += "filename=\"\(file.name)\"\r\nContent-Type: \(file.type)\r\n\r\n".utf8
            body += file.bytes
            body += "\r\n".utf8
        }
        return body + "--edge-7--\r\n".utf8
    }

    /// Sends it, keeps what comes back, and goes where it leads.
    func perform(_ request: Request, at site: Site) async -> Reply {
        let reply = await ask(request, site)
        wasSentToSignIn = role != nil && reply.status == 401
        if request.method == .post, [403, 404, 409, 410].contains(reply.status) { album.drop(request.path) }
        guard request.wantsPage else { return reply }
        if reply.status == 303, let next = reply.header("Location"), next.hasPrefix("/") {
            wasSentToSignIn = role != nil && next.hasPrefix("/sign-in")
            let page = await ask(get(next), site)
            take(page)
            return page.status >= 500 ? page : reply
        }
        take(reply)
        return reply
    }

    private func take(_ reply: Reply) {
        let isPage = reply.header("Content-Type")?.hasPrefix("text/html") ?? false
        page = PageContents(isPage ? reply.body : [])
        let changing = page.forms.filter { form in
            form.isPost && !["/sign-out", "/demo"].contains { form.action.hasPrefix($0) }
        }
        album.add(changing)
        if let fresh = changing.flatMap(\.entries).last(where: { $0.name == "csrf" }) { token = fresh.value }
    }

    /// One request and its answer, without going on.
    func ask(_ request: Request, _ site: Site) async -> Reply {
        let parts = request.path.split(separator: "?", maxSplits: 1)
        let path = parts.first.map { String($0.prefix { $0 != "#" }) } ?? "/"
        var ask = Ask(request.method, path, headers: request.headers, body: request.body)
        if parts.count > 1 { ask.query = Percent.pairs(parts[1].prefix { $0 != "#" }) ?? [] }
        ask.headers["host"] = "linli.example"
        ask.headers["accept-language"] = "zh"
        ask.remote = remote
        if !cookies.isEmpty {
            let pairs = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            ask.headers["cookie"] = pairs.joined(separator: "; ")
        }
        let reply = await site.respond(to: ask)
        // What the house notes beside a page is a step of its own nowhere: a seed tells one story.
        if let doorkeeper = site.house.doorkeeper as? PeopleDoorkeeper { await doorkeeper.rest() }
        for header in reply.headers where header.name == "Set-Cookie" {
            let pair = header.value.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1).map(String.init)
            if let name = pair.first { cookies[name] = pair.count > 1 ? pair[1] : nil }
        }
        return reply
    }

    /// Signs in by the demo's one click.
    ///
    /// - Throws: ``Broken`` where the house fails, unless the disk does.
    func signIn(at site: Site, mayFail: Bool = false) async throws {
        guard let role else { return }
        cookies = [:]
        let body = Array("{\"role\":\"\(role.rawValue)\"}".utf8)
        let headers = ["content-type": "application/json", "accept": "application/json"]
        let request = Request(method: .post, path: "/demo/sign-in", headers: headers, body: body)
        let reply = await ask(request, site)
        // A role that the play itself has ended leaves its player a guest.
        if reply.status >= 500, !mayFail {
            throw Broken("signing in as \(role.rawValue) answers \(reply.status)")
        }
        isSignedIn = reply.status < 300
        page = PageContents([])
        album.clear()
        token = nil
    }
}
