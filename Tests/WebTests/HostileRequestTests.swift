import Testing

@testable import Web

/// One request that nobody well-meaning sends, and what the house must answer.
struct HostileCase: Sendable, CustomTestStringConvertible {
    let name: String
    let status: Int
    let refusal: String?
    var method = Method.get
    var path = "/"
    var headers: [String: String] = [:]
    var body: [UInt8] = []

    init(_ name: String, _ status: Int, _ refusal: String? = nil) {
        self.name = name
        self.status = status
        self.refusal = refusal
    }

    var testDescription: String { name }

    func at(_ path: String) -> HostileCase {
        var copy = self
        copy.path = path
        return copy
    }

    func with(_ name: String, _ value: String) -> HostileCase {
        var copy = self
        copy.headers[name] = value
        return copy
    }

    func sending(_ method: Method, _ type: String, _ body: String) -> HostileCase {
        var copy = self
        copy.method = method
        copy.headers["content-type"] = type
        copy.body = Array(body.utf8)
        return copy
    }

    func sending(_ method: Method, _ type: String, bytes: [UInt8]) -> HostileCase {
        var copy = sending(method, type, "")
        copy.body = bytes
        return copy
    }

    var ask: Ask {
        var ask = Ask(method, path, headers: headers, body: body)
        ask.headers["host"] = "linli.example"
        if ask.headers["accept"] == nil { ask.headers["accept"] = "application/json" }
        return ask
    }
}

private let form = "application/x-www-form-urlencoded"
private let json = "application/json"
private let deep = String(repeating: "[", count: 100_000)

@Suite struct HostileRequestTests {
    static let addresses: [HostileCase] = [
        HostileCase("a page that is not", 404, "web.notFound").at("/nowhere"),
        HostileCase("a community that is not", 404, "ground.not-found").at("/~nowhere/notes/1"),
        HostileCase("an empty community", 404, "ground.not-found").at("/~/notes/1"),
        HostileCase("a way up", 400, "web.brokenAddress").at("/assets/../secret.css"),
        HostileCase("a way up, encoded", 400, "web.brokenAddress").at("/assets/%2e%2e/secret.css"),
        HostileCase("a way up within a part", 404, "web.notFound").at("/assets/..%2Fsecret.css"),
        HostileCase("a dotfile", 404, "web.notFound").at("/assets/.hidden.css"),
        HostileCase("a link", 404, "web.notFound").at("/assets/link.css"),
        HostileCase("a folder", 404, "web.notFound").at("/assets/folder.css"),
        HostileCase("a file of an unknown kind", 404, "web.notFound").at("/assets/notes.txt"),
        HostileCase("the folder of assets", 404, "web.notFound").at("/assets/"),
        HostileCase("NUL", 400, "web.brokenAddress").at("/notes/1%00"),
        HostileCase("half an escape", 400, "web.brokenAddress").at("/notes/%4"),
        HostileCase("an escape of no digits", 400, "web.brokenAddress").at("/notes/%zz"),
        HostileCase("bytes that are no text", 400, "web.brokenAddress").at("/notes/%ff%fe"),
        HostileCase("an overlong slash", 400, "web.brokenAddress").at("/notes/%c0%af"),
        HostileCase("half a surrogate", 400, "web.brokenAddress").at("/notes/%ed%a0%80"),
        HostileCase("beyond Unicode", 400, "web.brokenAddress").at("/notes/%f5%80%80%80"),
        HostileCase("a line's end", 404, "ground.not-found").at("/notes/1%0d%0aSet-Cookie:%20a=b"),
        HostileCase("too long", 400, "web.brokenAddress").at("/" + String(repeating: "a", count: 2001)),
        HostileCase("a thousand parts", 404, "web.notFound").at(String(repeating: "/a", count: 990)),
        HostileCase("a number beyond numbers", 404, "ground.not-found").at("/notes/99999999999999999999999"),
        HostileCase("another site's address", 404, "web.notFound").at("//evil.example/notes"),
        HostileCase("a page for staff", 401, "ground.sign-in-first").at("/notes"),
        HostileCase("a bearer that is none", 401, "ground.sign-in-first").with("authorization", "Bearer bad"),
    ]

    static let bodies: [HostileCase] = [
        HostileCase("no type", 415, "web.unknownBody").at("/notes").sending(.post, "", "words=a"),
        HostileCase("an unknown type", 415, "web.unknownBody").at("/notes").sending(
            .post, "text/xml", "<a/>"),
        HostileCase("a marked type", 415, "web.unknownBody").at("/notes").sending(
            .post, form + "\u{301}", "a=b"),
        HostileCase("half an escape", 400, "web.brokenBody").at("/notes").sending(.post, form, "words=%"),
        HostileCase("NUL in a form", 400, "web.brokenBody").at("/notes").sending(.post, form, "words=a%00b"),
        HostileCase("bytes that are no text", 400, "web.brokenBody").at("/notes")
            .sending(.post, form, bytes: Array("words=".utf8) + [0xff, 0xfe]),
        HostileCase("too many fields", 400, "web.brokenBody").at("/notes")
            .sending(.post, form, String(repeating: "a=b&", count: 501)),
        HostileCase("no token", 403, "web.stalePage").at("/notes").sending(.post, form, "words=a"),
        HostileCase("a wrong token", 403, "web.stalePage").at("/notes").sending(
            .post, form, "words=a&csrf=0123"),
        HostileCase("no JSON", 400, "web.brokenBody").at("/notes").sending(.post, json, "words"),
        HostileCase("empty JSON", 400, "web.brokenBody").at("/notes").sending(.post, json, ""),
        HostileCase("a list at the top", 400, "web.brokenBody").at("/notes").sending(.post, json, "[1]"),
        HostileCase("a bomb of brackets", 400, "web.brokenBody").at("/notes")
            .sending(.post, json, #"{"words":"# + deep),
        HostileCase("an object within", 400, "web.brokenBody").at("/notes")
            .sending(.post, json, #"{"words":{"a":1}}"#),
        HostileCase("half a surrogate", 400, "web.brokenBody").at("/notes")
            .sending(.post, json, #"{"words":"\ud800"}"#),
        HostileCase("NUL in JSON", 400, "web.brokenBody").at("/notes").sending(
            .post, json, #"{"words":"\u0000"}"#),
        HostileCase("NUL in a name", 400, "web.brokenBody").at("/notes").sending(
            .post, json, #"{"\u0000":"a"}"#),
        HostileCase("too long a list", 400, "web.brokenBody").at("/notes")
            .sending(.post, json, #"{"words":["# + String(repeating: "1,", count: 1000) + "1]}"),
        HostileCase("no words", 422, "form.text").at("/notes").sending(.post, json, "{}"),
        HostileCase("words of nothing", 422, "form.text").at("/notes")
            .sending(.post, json, "{\"words\":\"\u{200b}\u{202e}\"}"),
        HostileCase("too many words", 422, "form.text").at("/notes")
            .sending(.post, json, "{\"words\":\"\(String(repeating: "字", count: 41))\"}"),
        HostileCase("a tower of marks", 422, "form.text").at("/notes")
            .sending(.post, json, "{\"words\":\"a\(String(repeating: "\u{301}", count: 30))\"}"),
        HostileCase("no boundary", 400, "web.brokenBody").at("/photos").sending(
            .post, "multipart/form-data", "--a--"),
        HostileCase("no token with a file", 403, "web.stalePage").at("/photos").sending(
            .post, "multipart/form-data; boundary=a",
            "--a\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a\"\r\n\r\nx\r\n--a--"),
        HostileCase("a draft without a token", 403, "web.stalePage").at("/drafts/a").sending(
            .put, "text/plain", "a"),
        HostileCase("a draft from elsewhere", 403, "web.elsewhere").at("/drafts/a").sending(
            .put, "text/plain", "a"
        )
        .with("origin", "https://evil.example"),
        HostileCase("a form from elsewhere", 403, "web.elsewhere").at("/notes").sending(
            .post, form, "words=a"
        )
        .with("origin", "https://evil.example"),
        HostileCase("a form from nowhere", 403, "web.elsewhere").at("/notes").sending(.post, form, "words=a")
            .with("origin", "null"),
        HostileCase("JSON from another site", 403, "web.elsewhere").at("/notes").sending(.post, json, "{}")
            .with("sec-fetch-site", "cross-site"),
        HostileCase("a host that begins alike", 403, "web.elsewhere").at("/notes").sending(.post, json, "{}")
            .with("origin", "https://linli.example.evil.example"),
        HostileCase("a draft under another's token", 403, "web.stalePage").at("/drafts/a")
            .sending(.put, "text/plain", "a").with("x-csrf-token", String(repeating: "0", count: 32)),
    ]

    @Test(arguments: addresses + bodies)
    func everyCaseHasItsNo(_ hostile: HostileCase) async throws {
        try await TinyHouse.open { tiny in
            let reply = await tiny.site.respond(to: hostile.ask)
            #expect(reply.status == hostile.status)
            #expect(reply.problem == hostile.refusal)
            #expect(reply.header("Content-Type")?.hasPrefix("application/problem+json") == true)
            // The same trouble as a page: whole, in the reader's language, and without what was sent.
            var asPage = hostile.ask
            asPage.headers["accept"] = "text/html"
            let page = await tiny.site.respond(to: asPage)
            let isRedirect = hostile.status == 401 && hostile.method == .get
            #expect(
                page.status == (isRedirect && hostile.headers["authorization"] == nil ? 303 : hostile.status))
            #expect(page.header("Content-Security-Policy")?.contains("default-src 'none'") == true)
            #expect(page.header("X-Content-Type-Options") == "nosniff")
            let notes = try await tiny.notes()
            #expect(notes == 0)
        }
    }

    @Test(arguments: Method.allCases)
    func aWrongMethodIsToldTheRightOnes(_ method: Method) async throws {
        try await TinyHouse.open { tiny in
            var ask = Ask(method, "/notes/1.json")
            if method == .get { ask.path = "/door" }
            let reply = await tiny.site.respond(to: ask)
            #expect(reply.status == 405)
            #expect(reply.header("Allow") == (method == .get ? "POST" : "GET, HEAD"))
        }
    }

    @Test func marksAfterQuotesStayInTheirPlace() async throws {
        let hostile =
            "\"\u{301} autofocus onfocus=x '\u{338}<\u{338}script>&\u{301}\u{200d}</textarea\u{301}>"
        try await TinyHouse.open { tiny in
            let replies = [
                await tiny.site.respond(to: Ask(.get, "/", query: [("q", hostile)])),
                await tiny.site.respond(
                    to: tiny.form("/notes", "words=" + Percent.encode(hostile + hostile))),
                await tiny.site.respond(to: Ask(.get, "/" + Percent.encode(hostile))),
            ]
            #expect(replies.map(\.status) == [200, 422, 404])
            for reply in replies {
                #expect(reply.header("Content-Type") == "text/html; charset=utf-8")
                let bytes = reply.body
                for broken in ["\"\u{301}", "'\u{338}", "<\u{338}", "&\u{301}", "</textarea\u{301}"] {
                    #expect(bytes.firstRange(of: Array(broken.utf8)) == nil)
                }
                #expect(bytes.firstRange(of: Array("onfocus=x '".utf8)) == nil)
            }
        }
    }

    @Test func aTokenForAQueryOfManyKindsIsKeptInTheFrame() async throws {
        try await TinyHouse.open { tiny in
            let ask = Ask(.get, "/", query: [("q", "a&b=c"), ("lang", "en"), ("n\"", "\u{0}")])
            let reply = await tiny.site.respond(to: ask)
            #expect(reply.status == 200)
            #expect(reply.text.contains("q=a%26b%3Dc"))
            #expect(reply.header("Set-Cookie")?.hasPrefix("lang=en; Path=/; HttpOnly; SameSite=Lax") == true)
        }
    }
}

extension TinyHouse {
    func notes() async throws -> Int64 {
        try await site.house.database.read { try $0.number("SELECT COUNT(1) FROM note") }
    }
}
