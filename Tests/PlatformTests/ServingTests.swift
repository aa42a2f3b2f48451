import Foundation
import FoundationNetworking
import Hummingbird
import Platform
import ServiceLifecycle
import Testing
import Trials
import Web

/// The house behind a real socket: what only the server's own edge can get wrong.
@Suite struct ServingTests {
    /// Serves on a free port while `body` runs, then stops as a signal would stop it.
    private func withServer(_ body: @escaping @Sendable (URL) async throws -> Void) async throws {
        try await withHouse { (open: OpenHouse) async throws -> Void in
            _ = try await FirstStart.link(open, communityName: "水秀里社区")
            let (ports, found) = AsyncStream.makeStream(of: Int.self)
            let application = buildApplication(open, at: Address(port: 0)) { found.yield($0) }
            let group = ServiceGroup(
                configuration: .init(services: [.init(service: application)], logger: open.house.log))
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                tasks.addTask { try await group.run() }
                var iterator = ports.makeAsyncIterator()
                let port = try #require(await iterator.next())
                try await body(try #require(URL(string: "http://127.0.0.1:\(port)")))
                await group.triggerGracefulShutdown()
                try await tasks.waitForAll()
            }
        }
    }

    private func status(
        _ base: URL, _ path: String, method: String = "GET", body: Data? = nil
    ) async throws -> Int {
        var request = URLRequest(url: try #require(URL(string: path, relativeTo: base)))
        request.httpMethod = method
        request.httpBody = body
        if body != nil { request.setValue("application/json", forHTTPHeaderField: "Content-Type") }
        let (_, response) = try await URLSession.shared.data(for: request)
        return (response as? HTTPURLResponse)?.statusCode ?? 0
    }

    @Test func answersOverARealSocketAndStopsGracefully() async throws {
        try await withServer { (base: URL) async throws -> Void in
            #expect(try await status(base, "/healthz") == 200)
            #expect(try await status(base, "/healthz", method: "HEAD") == 200)
            #expect(try await status(base, "/nowhere") == 404)
            #expect(try await status(base, "/healthz", method: "POST", body: Data("{}".utf8)) >= 400)
            #expect(try await status(base, "/healthz", method: "PATCH") == 405)
            #expect(try await status(base, "/sign-in", method: "POST", body: Data(count: 9 << 20)) == 413)
            #expect(try await status(base, "/assets/.hidden") == 404)
            #expect(try await status(base, "/%00") == 400)
        }
    }

    /// The head of a page is what its GET would have, and nothing after it.
    @Test func aHeadIsAGetWithoutItsBody() async throws {
        try await withServer { (base: URL) async throws -> Void in
            for path in [
                "/", "/say", "/follow", "/needs/public", "/needs/public.json", "/open311/v2/services.json",
                "/open311/v2/requests.xml", "/openapi.json", "/assets/linli.css", "/nowhere",
            ] {
                let (whole, got) = try await ask(base, path, "GET")
                let (none, head) = try await ask(base, path, "HEAD")
                #expect(head.statusCode == got.statusCode && none.isEmpty && !whole.isEmpty, "\(path)")
                #expect(head.statusCode == (path == "/nowhere" ? 404 : 200), "\(path)")
                for name in ["Content-Type", "Content-Security-Policy"] {
                    #expect(
                        head.value(forHTTPHeaderField: name) == got.value(forHTTPHeaderField: name), "\(path)"
                    )
                }
                #expect(head.value(forHTTPHeaderField: "Content-Length") == "\(whole.count)", "\(path)")
            }
        }
    }

    private func ask(_ base: URL, _ path: String, _ method: String) async throws -> (Data, HTTPURLResponse) {
        var request = URLRequest(url: try #require(URL(string: path, relativeTo: base)))
        request.httpMethod = method
        let (data, response) = try await URLSession.shared.data(for: request)
        return (data, try #require(response as? HTTPURLResponse))
    }
}
