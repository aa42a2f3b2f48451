import Actions
import Foundation
import Trials
import Values
import Web

/// What a player was about to send, so that it can be sent again as it was.
struct Request {
    let method: Web.Method
    let path: String
    let headers: [String: String]
    let body: [UInt8]

    /// Whether the house promises to answer it once: it carries a mark of its own.
    var isMarked: Bool { body.firstRange(of: Array("rid".utf8)) != nil }
}

/// Somebody at a browser who follows links and sends the forms that pages show.
final class Player {
    let role: Role?
    /// An address of their own, as the throttle tells people apart.
    private let remote: String
    private var cookies: [String: String] = [:]
    private var page = PageContents([])
    private(set) var isSignedIn = false
    private(set) var wasSentToSignIn = false

    init(_ role: Role?, number: Int) {
        self.role = role
        remote = "10.1.\(number / 256).\(number % 256)"
    }

    private var home: String { isSignedIn ? "/day" : "/" }

    /// The next thing they do: where they stand, a form of it or a way on.
    func next(_ filling: inout Filling) -> Request {
        let forms = page.forms.filter { !$0.action.hasPrefix("/sign-out") && !$0.action.hasPrefix("/demo") }
        // Most forms change something; those that only narrow a list are sent now and then.
        let changing = forms.filter(\.isPost)
        if filling.dice.chance(70), let form = filling.dice.pick(changing) { return send(form, &filling) }
        if filling.dice.chance(10), let form = filling.dice.pick(forms) { return send(form, &filling) }
        let links = page.links.filter { !$0.hasPrefix("/sign-out") }
        if filling.dice.chance(92), let link = filling.dice.pick(links) { return get(link) }
        return get(
            filling.dice.pick([home, "/", "/needs/public", "/say", "/wishes", "/resources", "/me"]) ?? home)
    }

    func get(_ address: String) -> Request {
        Request(method: .get, path: address, headers: ["accept": "text/html"], body: [])
    }

    private func send(_ form: PageForm, _ filling: inout Filling) -> Request {
        let fields = filling.fill(form)
        guard form.isPost else {
            let query = fields.map { Percent.encode($0.name) + "=" + Percent.encode($0.value) }
            return get(form.action + "?" + query.joined(separator: "&"))
        }
        var headers = ["accept": "text/html", "content-type": "application/x-www-form-urlencoded"]
        var body: [UInt8]
        if form.isMultipart {
            headers["content-type"] = "multipart/form-data; boundary=edge-7"
            body = multipart(fields, form, &filling)
        } else {
            let pairs = fields.map { Percent.encode($0.name) + "=" + Percent.encode($0.value) }
            body = Array(pairs.joined(separator: "&").utf8)
        }
        return Request(method: .post, path: form.action, headers: headers, body: body)
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
        wasSentToSignIn = false
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
    }
}
