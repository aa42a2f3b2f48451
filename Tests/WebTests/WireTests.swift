import Foundation
import Hummingbird
import HummingbirdCore
import Testing

@testable import Web

#if canImport(Glibc)
import Glibc
#endif

/// The door on a real socket: what never reaches the house because its bytes are not HTTP, or too many.
@Suite(.serialized, .timeLimit(.minutes(4))) struct WireTests {
    private static let host = "Host: a.example\r\n"
    private static func post(_ path: String, _ rest: String) -> String {
        "POST \(path) HTTP/1.1\r\n\(host)Content-Type: application/json\r\nConnection: close\r\n\(rest)"
    }

    static let cases: [(name: String, bytes: String, status: Int)] = [
        ("a page", "GET /notes/new HTTP/1.1\r\n\(host)Connection: close\r\n\r\n", 200),
        (
            "a body with a page", "GET / HTTP/1.1\r\n\(host)Connection: close\r\nContent-Length: 2\r\n\r\nab",
            200
        ),
        ("a note", post("/notes", "Content-Length: 13\r\n\r\n{\"words\":\"a\"}"), 201),
        (
            "a note in pieces",
            post("/notes", "Transfer-Encoding: chunked\r\n\r\nd\r\n{\"words\":\"a\"}\r\n0\r\n\r\n"), 201
        ),
        (
            "a length that is too large",
            post("/photos", "Content-Length: 4001\r\n\r\n" + String(repeating: "a", count: 4001)), 413
        ),
        (
            "pieces that are too many",
            post(
                "/photos",
                "Transfer-Encoding: chunked\r\n\r\n"
                    + String(repeating: "3e8\r\n\(String(repeating: "a", count: 1000))\r\n", count: 5)
                    + "0\r\n\r\n"), 413
        ),
        ("a length that is no number", post("/notes", "Content-Length: -1\r\n\r\n"), 400),
        ("two lengths", post("/notes", "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab"), 400),
        ("a piece of no size", post("/notes", "Transfer-Encoding: chunked\r\n\r\nxyz\r\n"), 400),
        ("a body for nobody", post("/nowhere", "Content-Length: 9\r\n\r\nsome text"), 404),
        ("no HTTP", "hello\r\n\r\n", 400),
        ("NUL in a header", "GET / HTTP/1.1\r\n\(host)X: a\u{0}b\r\nConnection: close\r\n\r\n", 400),
        (
            "too long a header",
            "GET / HTTP/1.1\r\n\(host)X: \(String(repeating: "a", count: 40000))\r\n\r\n", 400
        ),
        (
            "a query too long",
            "GET /?q=\(String(repeating: "a", count: 8000)) HTTP/1.1\r\n\(host)Connection: close\r\n\r\n", 400
        ),
        ("a broken query", "GET /?q=%ff HTTP/1.1\r\n\(host)Connection: close\r\n\r\n", 400),
        (
            "an unknown method",
            "PATCH /notes HTTP/1.1\r\n\(host)Connection: close\r\nContent-Length: 0\r\n\r\n", 405
        ),
        ("the head of a page", "HEAD / HTTP/1.1\r\n\(host)Connection: close\r\n\r\n", 200),
    ]

    @Test func everyCaseIsAnsweredAndTheHouseStands() async throws {
        try await TinyHouse.open { tiny in
            try await Self.serve(tiny.site) { port in
                for one in Self.cases {
                    let answer = try await Wire.ask(port, one.bytes)
                    #expect(answer.status == one.status, "\(one.name): \(answer.text.prefix(200))")
                    if one.name.hasPrefix("the head") {
                        #expect(answer.text.hasSuffix("\r\n\r\n") && answer.length > 500)
                    }
                    if one.status == 413 {
                        #expect(answer.text.contains(WebRefusal.tooLarge.text.chinese))
                    }
                    if one.status == 405 { #expect(answer.text.contains("Allow: GET, HEAD, POST")) }
                }
                let after = try await Wire.ask(port, Self.cases[0].bytes)
                #expect(after.status == 200)
            }
            let notes = try await tiny.notes()
            #expect(notes == 2)
        }
    }

    private static func serve(
        _ site: Site, _ body: @escaping @Sendable (Int) async throws -> Void
    ) async throws {
        let (ports, told) = AsyncStream<Int>.makeStream()
        let server = HTTPServerBuilder.http1(
            configuration: .init(
                idleTimeout: .seconds(5),
                httpDecoderConfiguration: .init(maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10)))
        let application = Application(
            responder: Doorway(site: site), server: server,
            configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { told.yield($0.localAddress?.port ?? 0) }, logger: site.house.log)
        let running = Task { try await application.run() }
        for await port in ports {
            try await body(port)
            break
        }
        running.cancel()
        _ = await running.result
    }
}

/// One connection by hand.
private enum Wire {
    struct Answer {
        let text: String
        var status: Int { text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0 }
        /// What `Content-Length` says.
        var length: Int {
            let line = text.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length:") }
            return line.flatMap { Int($0.dropFirst(15).filter(\.isNumber)) } ?? 0
        }
    }

    static func ask(_ port: Int, _ text: String) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try talk(port, Array(text.utf8)) }) }
        }
    }

    private static func talk(_ port: Int, _ bytes: [UInt8]) throws -> Answer {
        let line = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(line) }
        var patience = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(line, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(line, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw POSIXError(.ECONNREFUSED) }
        _ = bytes.withUnsafeBytes { send(line, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        var answer: [UInt8] = [], piece = [UInt8](repeating: 0, count: 4096)
        while answer.count < 200_000 {
            let count = recv(line, &piece, piece.count, 0)
            guard count > 0 else { break }
            answer += piece[..<count]
        }
        return Answer(text: String(decoding: answer, as: UTF8.self))
    }
}
