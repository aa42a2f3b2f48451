import Actions
import Foundation
import Testing
import Values
import Web

/// What an address answers to a method that it does not take, and what stands where nothing is.
@Suite struct MethodTests {
    private func ask(
        _ method: Web.Method, _ path: String, _ language: Language, accept: String = "text/html"
    ) async throws -> Reply {
        var ask = Ask(method, path)
        ask.headers["accept"] = accept
        ask.headers["accept-language"] = language == .english ? "en-GB,en;q=0.9" : "zh-CN,zh;q=0.9"
        return await (try Town.shared).site.respond(to: ask)
    }

    /// The methods that some line of the table takes at an address.
    private static func methods(at path: String, _ routes: [Route]) -> Set<Web.Method> {
        let parts = path.split(separator: "/")
        let fitting = routes.filter { route in
            let pattern = route.pattern.split(separator: "/")
            return pattern.count == parts.count
                && zip(pattern, parts).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
        }
        return Set(fitting.map(\.method))
    }

    @Test func everyAddressNamesTheMethodsItTakes() async throws {
        let routes = try await Town.shared.site.routes
        var seen = 0
        for pattern in Set(routes.map(\.pattern)).sorted() {
            let path = RouteJourneyTests.path(pattern, isReal: true)
            let methods = Self.methods(at: path, routes)
            let allowed = methods.sorted().flatMap { $0 == .get ? ["GET", "HEAD"] : [$0.rawValue] }
            for method in Web.Method.allCases where !methods.contains(method) {
                let reply = try await ask(method, path, .chinese)
                #expect(reply.status == 405, "\(method.rawValue) \(path): \(reply.status)")
                #expect(
                    reply.header("Allow") == allowed.joined(separator: ", "), "\(method.rawValue) \(path)")
                seen += 1
            }
        }
        #expect(seen > 200)
    }

    @Test(arguments: [
        (Web.Method.put, "/open311/v2/requests.json", "GET, HEAD, POST"),
        (.delete, "/open311/v2/requests.xml", "GET, HEAD, POST"),
        (.post, "/open311/v2/services.xml", "GET, HEAD"),
        (.delete, "/say", "GET, HEAD, POST"), (.put, "/follow", "GET, HEAD, POST"),
        (.post, "/needs/public", "GET, HEAD"), (.post, "/needs/public.json", "GET, HEAD"),
        (.get, "/sign-out", "POST"), (.post, "/assets/linli.css", "GET, HEAD"), (.post, "/", "GET, HEAD"),
    ])
    func aWrongMethodSaysWhichAreRight(_ method: Web.Method, _ path: String, _ allow: String) async throws {
        for language in Language.allCases {
            let page = try await ask(method, path, language)
            #expect(page.status == 405 && page.header("Allow") == allow, "\(page.status)")
            #expect(page.text.contains(WebRefusal.wrongMethod.text[language]))
            let json = try await ask(method, path, language, accept: "application/json")
            #expect(json.status == 405 && json.field("name") == WebRefusal.wrongMethod.name)
        }
    }

    @Test(arguments: [
        "/nowhere", "/needs/public/further", "/open311/v2/nowhere", "/open311/v3/services", "/say/what",
        "/assets/nowhere.css", "/wishes/X-99999", "/~nowhere/",
    ])
    func whereNothingIsTheReaderHearsSo(_ path: String) async throws {
        for language in Language.allCases {
            let page = try await ask(.get, path, language)
            #expect(page.status == 404)
            #expect(page.text.contains("lang=\"\(language.rawValue)\""), "\(path)")
            let said = [WebRefusal.notFound.text, GroundRefusal.notFound.text].map { $0[language] }
            #expect(said.contains { page.text.contains($0) }, "\(path) \(page.text.suffix(800))")
            for method in [Web.Method.post, .put, .delete] {
                let status = try await ask(method, path, language).status
                #expect(status == 404 || status == 405, "\(method.rawValue) \(path)")
            }
        }
    }
}
