import Actions
import Storage
import Testing
import Values

@testable import Web

/// A page that is the same for all guests is made once for each way to ask for it, and for nobody else.
@Suite struct GuestPageTests {
    private static func board(
        _ headers: [String: String] = [:], query: [(name: String, value: String)] = [],
        path: String = "/board"
    ) -> Ask {
        Ask(.get, path, query: query, headers: ["accept": "text/html"].merging(headers) { $1 })
    }

    /// The moment at which the page was made, as it says itself.
    private static func made(_ tiny: TinyHouse, _ ask: Ask) async throws -> String {
        let reply = await tiny.site.respond(to: ask)
        try #require(reply.status == 200)
        return try #require(reply.text.firstMatch(of: /at ([0-9]+)/)).1.description
    }

    @Test func itIsKeptUntilTheNextCommitAndTheNextDay() async throws {
        try await TinyHouse.open { tiny in
            let first = try await Self.made(tiny, Self.board())
            tiny.clock.move(by: .minutes(1))
            #expect(try await Self.made(tiny, Self.board()) == first)
            #expect(await tiny.site.respond(to: tiny.form("/notes", "words=好")).status == 303)
            let second = try await Self.made(tiny, Self.board())
            #expect(second != first)
            // A refused action commits nothing.
            tiny.clock.move(by: .minutes(1))
            let long = String(repeating: "很", count: 41)
            #expect(await tiny.site.respond(to: tiny.form("/notes", "words=\(long)")).status == 422)
            #expect(try await Self.made(tiny, Self.board()) == second)
            let now = tiny.clock.now
            let next = now.day(in: .shanghai).adding(days: 1).start(in: .shanghai)
            tiny.clock.set(next - .seconds(1))
            #expect(try await Self.made(tiny, Self.board()) == second)
            tiny.clock.set(next)
            #expect(try await Self.made(tiny, Self.board()) == "\(next.microseconds)")
        }
    }

    /// Whoever carries something, wants JSON or says how the page is to look has it made.
    @Test(arguments: [
        board(["cookie": "sid=worker"]), board(["cookie": "theme=dark"]), board(["cookie": "sid=nobody"]),
        board(["authorization": "Bearer good"]), board(["accept": "application/json"]),
        board(path: "/board.json"), board(query: [("type", "large")]), board(query: [("theme", "dark")]),
        board(query: [("lang", "en")]), board(query: [("q", String(repeating: "a", count: 200))]),
    ]) func othersNeverGetAGuestsPageNorLeaveOne(_ ask: Ask) async throws {
        try await TinyHouse.open { tiny in
            let guests = try await Self.made(tiny, Self.board())
            for _ in 1...2 {
                tiny.clock.move(by: .seconds(1))
                #expect(try await Self.made(tiny, ask) == "\(tiny.clock.now.microseconds)")
            }
            #expect(try await Self.made(tiny, Self.board()) == guests)
        }
    }

    /// Each of these is a page of its own, and is kept as such.
    @Test func eachWayToAskHasItsOwn() async throws {
        try await TinyHouse.open { tiny in
            let ways = [
                Self.board(), Self.board(["accept-language": "en"]), Self.board(query: [("q", "a")]),
                Self.board(query: [("q", "b")]), Self.board(query: [("q", "a"), ("p", "b")]),
                Self.board(query: [("qa", "pb")]), Self.board(path: "/~lake/board"),
            ]
            var moments: [String] = []
            for way in ways {
                tiny.clock.move(by: .seconds(1))
                moments.append(try await Self.made(tiny, way))
            }
            #expect(Set(moments).count == ways.count)
            for (way, moment) in zip(ways, moments) { #expect(try await Self.made(tiny, way) == moment) }
        }
    }

    @Test func aSignedInReadersPageIsTheirOwn() async throws {
        try await TinyHouse.open { tiny in
            _ = await tiny.site.respond(to: Self.board())
            let own = await tiny.site.respond(to: Self.board(["cookie": "sid=worker"]))
            #expect(own.text.contains("陆") && own.text.contains(tiny.csrf("sid=worker")))
            let guests = await tiny.site.respond(to: Self.board())
            #expect(!guests.text.contains("陆") && guests.text.contains(tiny.csrf()))
            #expect(guests.header("Set-Cookie") == nil && guests.header("Cache-Control") == "no-store")
            let again = await tiny.site.respond(to: Self.board())
            #expect(again.headers.map(\.name) == guests.headers.map(\.name))
        }
    }
}

/// Breaks its word on purpose: it says when it was made, so that a test can tell whether it was made anew.
struct BoardPage: Page {
    struct Model: Codable, Sendable { let made: String }

    var isTheSameForGuests: Bool { true }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        Model(made: "at \(visit.now.microseconds)")
    }
    func title(_ model: Model, _ scene: Scene) -> String { model.made }
    func view(_ model: Model, _ scene: Scene) -> HTML { "<p>\(model.made)</p>" }
}
