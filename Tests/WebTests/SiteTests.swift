import Actions
import Testing
import Values

@testable import Web

@Suite struct SiteTests {
    @Test func aDoublePressIsAnsweredOnce() async throws {
        try await TinyHouse.open { tiny in
            let press = tiny.form("/notes", "words=好&rid=\(Identifier.trial(77))")
            var first = await tiny.site.respond(to: press)
            let second = await tiny.site.respond(to: press)
            #expect([first.status, second.status] == [303, 303])
            #expect(first.header("Location") == "/notes/1" && second.header("Location") == "/notes/1")
            first = await tiny.site.respond(to: tiny.form("/notes", "words=好&rid=\(Identifier.trial(78))"))
            #expect(first.header("Location") == "/notes/2")
            let notes = try await tiny.notes()
            #expect(notes == 2)
        }
    }

    @Test func oneAddressHasTwoFaces() async throws {
        try await TinyHouse.open { tiny in
            var ask = Ask(.post, "/notes", body: Array(#"{"words":"树上有鸟"}"#.utf8))
            ask.headers = ["content-type": "application/json"]
            let made = await tiny.site.respond(to: ask)
            #expect(made.status == 201 && made.text == "1" && made.header("Location") == "/notes/1")
            for (path, accept) in [("/notes/1.json", "text/html"), ("/notes/1", "application/json")] {
                let reply = await tiny.site.respond(to: Ask(.get, path, headers: ["accept": accept]))
                #expect(reply.text == #"{"number":"1","words":"树上有鸟"}"#)
            }
            let page = await tiny.site.respond(to: Ask(.get, "/notes/1", headers: ["accept": "text/html"]))
            #expect(page.header("Content-Type") == "text/html; charset=utf-8" && page.text.contains("树上有鸟"))
            let front = await tiny.site.respond(to: Ask(.get, "/index.json", query: [("q", "a")]))
            #expect(front.text == #"{"said":"a"}"#)
            let document = await tiny.site.respond(to: Ask(.get, "/openapi.json"))
            #expect(document.status == 200)
        }
    }

    @Test func aRefusedFormComesBackWithWhatWasTyped() async throws {
        try await TinyHouse.open { tiny in
            let long = String(repeating: "很", count: 41)
            let reply = await tiny.site.respond(to: tiny.form("/notes", "words=\(long)"))
            #expect(reply.status == 422)
            #expect(reply.text.contains(">\(long)</textarea>") && reply.text.contains("写了41个字，最多40个。"))
            var stale = tiny.form("/notes", "words=鸟")
            stale.headers["cookie"] = "sid=worker"
            let again = await tiny.site.respond(to: stale)
            #expect(again.status == 403 && again.text.contains(">鸟</textarea>"))
            let notes = try await tiny.notes()
            #expect(notes == 0)
        }
    }

    @Test func aScriptSendsItsTokenInAHeader() async throws {
        try await TinyHouse.open { tiny in
            var ask = Ask(.put, "/drafts/say", body: Array("写了一半".utf8))
            ask.headers = [
                "content-type": "text/plain; charset=utf-8", "x-csrf-token": tiny.csrf("sid=worker"),
                "cookie": "theme=dark; sid=worker", "host": "a.example", "origin": "http://a.example",
            ]
            #expect(await tiny.site.respond(to: ask).text == "say 12")
            ask.headers["cookie"] = "sid=another"
            #expect(await tiny.site.respond(to: ask).status == 403)
        }
    }

    @Test func aBearerNeedsNoTokenAndGetsJSON() async throws {
        try await TinyHouse.open { tiny in
            var ask = Ask(.post, "/notes", body: Array("words=a".utf8))
            ask.headers = [
                "content-type": "application/x-www-form-urlencoded", "authorization": "Bearer good",
            ]
            #expect(await tiny.site.respond(to: ask).status == 201)
            let list = Ask(.get, "/notes", headers: ["authorization": "Bearer good", "accept": "*/*"])
            #expect(await tiny.site.respond(to: list).text == #"{"said":""}"#)
        }
    }

    @Test func anotherCommunityHasItsOwnDoor() async throws {
        try await TinyHouse.open { tiny in
            let page = await tiny.site.respond(to: Ask(.get, "/~lake", query: [("q", "a b")]))
            #expect(page.status == 200 && page.text.contains("href=\"/~lake/notes/a%20b\""))
            let closed = Ask(.get, "/~lake/notes", query: [("q", "a b")], headers: ["accept": "text/html"])
            let asked = await tiny.site.respond(to: closed)
            #expect(asked.status == 303)
            #expect(asked.header("Location") == "/~lake/sign-in?next=%2F~lake%2Fnotes%3Fq%3Da%2520b")
            var press = tiny.form("/~lake/notes", "words=a")
            #expect(await tiny.site.respond(to: press).header("Location") == "/~lake/notes/1")
            press.path = "/~lake/notes/1.json"
            #expect(await tiny.site.respond(to: Ask(.get, press.path)).text.contains(#""words":"a""#))
        }
    }

    @Test(arguments: [("busy", WebRefusal.busy), ("away", .away), ("unsure", .unsure)])
    func aFaultThatGoesByItselfSaysWhenToComeBack(_ kind: String, _ refusal: WebRefusal) async throws {
        try await TinyHouse.open { tiny in
            let reply = await tiny.site.respond(to: Ask(.get, "/faults/" + kind))
            #expect(reply.status == 503 && reply.header("Retry-After") == "2")
            #expect(reply.text.contains(refusal.text.chinese))
        }
    }

    @Test func aFaultHasANumberAndTellsNothingElse() async throws {
        try await TinyHouse.open { tiny in
            for kind in ["words", "张三"] {
                let reply = await tiny.site.respond(to: Ask(.get, "/faults/" + Percent.encode(kind)))
                #expect(reply.status == 500 && !reply.text.contains("张三的秘密"))
            }
            let log = tiny.lines.all.joined(separator: "\n")
            #expect(log.contains("StorageFault.unreadable State") && log.contains("/faults/{kind}"))
            #expect(!log.contains("张三") && !log.contains("%E5"))
        }
    }

    /// A ground that takes no changes is said in words: what to keep, and that pressing again is safe.
    @Test(arguments: [
        ("full", WebRefusal.full), ("read-only", .readOnly), ("failing", .failing), ("alone", .alone),
    ])
    func aGroundInTroubleIsSaid(kind: String, refusal: WebRefusal) async throws {
        try await TinyHouse.open { tiny in
            let reply = await tiny.site.respond(to: Ask(.get, "/faults/" + kind))
            #expect(reply.status == 503 && reply.header("Retry-After") == "5")
            #expect(reply.text.contains(refusal.text.chinese))
            #expect(tiny.lines.all.joined().contains("no change is taken"))
        }
    }

    @Test func whatIsAskedForIsNotLogged() async throws {
        try await TinyHouse.open { tiny in
            _ = await tiny.site.respond(to: Ask(.get, "/", query: [("q", "secret-words")]))
            _ = await tiny.site.respond(to: Ask(.get, "/notes/secret-words"))
            _ = await tiny.site.respond(to: Ask(.get, "/secret-words", headers: ["x": "secret-words"]))
            let log = tiny.lines.all.joined(separator: "\n")
            #expect(log.contains("/notes/{number}") && !log.contains("secret-words"))
        }
    }

    @Test func assetsAreKeptByTheirMark() async throws {
        try await TinyHouse.open { tiny in
            let first = await tiny.site.respond(to: Ask(.get, "/assets/look.css", query: [("v", "1")]))
            #expect(
                first.text == "a{content:\"look.css\"}"
                    && first.header("Content-Type") == "text/css; charset=utf-8")
            #expect(first.header("Cache-Control") == "public, max-age=31536000, immutable")
            let mark = try #require(first.header("ETag"))
            let again = await tiny.site.respond(
                to: Ask(.get, "/assets/look.css", headers: ["if-none-match": mark]))
            #expect(again.status == 304 && again.body.isEmpty)
        }
    }

    @Test func pagesSpeakTheReadersLanguage() async throws {
        try await TinyHouse.open { tiny in
            let english = await tiny.site.respond(
                to: Ask(.get, "/none", headers: ["accept-language": "en-GB,zh"]))
            #expect(
                english.text.contains("There is no such page") && english.text.contains("<html lang=\"en\""))
            let chinese = await tiny.site.respond(to: Ask(.get, "/none"))
            #expect(chinese.text.contains("没有这一页"))
        }
    }

    @Test(arguments: WebRefusal.allCases)
    func everyNoIsSaidInBothLanguages(_ refusal: WebRefusal) {
        #expect(!refusal.text.chinese.isEmpty && !refusal.text.english.isEmpty)
        #expect([400, 403, 404, 405, 413, 415, 503].contains(refusal.status))
        #expect(refusal.name.hasPrefix("web."))
    }
}
