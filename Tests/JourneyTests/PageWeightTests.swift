import Actions
import Testing
import Web

/// What a first view of a page fetches: itself, its style and its script, as they are sent, uncompressed.
enum PageWeight {
    /// The house's limit for every page, and what three of the staff's may weigh that are as long as what
    /// was asked for: slips with their codes on a sheet, a list for a round, all that may help with one need.
    static func most(_ pattern: String) -> Int {
        switch pattern {
        case "/slips/print": 110_000
        case "/register/lists/print": 150_000
        case "/needs/{number}/links": 105_000
        default: 100_000
        }
    }

    static func of(_ reply: Reply, _ visitor: Visitor) async -> Int {
        var weight = reply.body.count
        for address in reply.text.matches(of: /(?:href|src)="(\/assets\/[^"]+\.(?:css|js)[^"]*)"/).map(\.1) {
            weight += await visitor.get(String(address)).body.count
        }
        return weight
    }
}

/// The pages with drawings of 225 buildings stay well below the limit, in each of their states.
@Suite struct PageWeightTests {
    @Test(
        arguments: [
            (nil, "/map", 80_000), (.stationHead, "/map", 85_000), (.stationHead, "/map?load=elders", 90_000),
            (.stationHead, "/grids/1", 90_000), (.stationHead, "/grids/1?at=hefeng-12", 90_000),
            (.socialWorker, "/map/positions", 60_000), (.stationHead, "/map/keepers", 70_000),
            (nil, "/profile", 90_000), (.stationHead, "/profile", 90_000),
        ] as [(Role?, String, Int)])
    func drawingsStayLight(_ role: Role?, _ path: String, _ most: Int) async throws {
        let visitor = try await Town.shared.visitor(role)
        let reply = await visitor.get(path)
        #expect(reply.status == 200)
        let weight = await PageWeight.of(reply, visitor)
        #expect(weight > reply.body.count + 20_000, "style and script are counted")
        #expect(weight <= most, "\(path): \(weight)")
    }
}
