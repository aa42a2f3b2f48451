import Foundation
import Testing
import Web

/// A line of `Browser/pages.txt`: a page, who looks at it, and where an example of it is linked from.
struct PageToSee {
    let role: String
    let pattern: String
    let source: String?

    var isOfJourney: Bool { role == "journey" }

    /// As `needs-number-links.social-worker.txt`.
    var fileName: String {
        let parts = pattern.split { "/{}".contains($0) }.joined(separator: "-")
        return "\(parts.isEmpty ? "front" : parts).\(role).txt"
    }

    /// Pages that say little before something was chosen or sent, looked at once more after it was.
    static let filled = ["/needs/print", "/slips/print", "/sign-in/code"].map {
        PageToSee(role: "journey", pattern: $0, source: nil)
    }

    static func listed() throws -> [PageToSee] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(
            contentsOf: root.appendingPathComponent("Browser/pages.txt"), encoding: .utf8)
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
            let fields = line.split(separator: " ").map(String.init)
            guard fields.count > 1 else { return nil }
            return PageToSee(
                role: fields[0], pattern: fields[1], source: fields.count > 2 ? fields[2] : nil)
        }
    }

    /// Its address; where it has a place to fill, what the first fitting link of its source has there.
    func path(_ visitor: Visitor, notAmong plain: Set<String>) async throws -> String {
        guard let open = pattern.firstIndex(of: "{"), let close = pattern.firstIndex(of: "}") else {
            return pattern
        }
        let source = try #require(source, "\(pattern) has no source")
        let before = pattern[..<open], after = pattern[pattern.index(after: close)...]
        let page = await visitor.get(source.replacing("{area}", with: try await area(visitor, source)))
        for link in page.text.matches(of: /href="([^"?#]+)/).map(\.1) where link.hasPrefix(before) {
            let filled = link.dropFirst(before.count).prefix { $0 != "/" }
            let rest = link.dropFirst(before.count + filled.count)
            if !filled.isEmpty, rest.isEmpty || rest == after, !plain.contains(String(link)) {
                return "\(before)\(filled)\(after)"
            }
        }
        throw NoSuchLink(description: "\(source) has no link like \(pattern)")
    }

    /// The first area that the source's page offers.
    private func area(_ visitor: Visitor, _ source: String) async throws -> String {
        guard source.contains("{area}") else { return "" }
        let page = await visitor.get(String(source.prefix { $0 != "?" })).text
        let select = page.components(separatedBy: "name=\"at\"").dropFirst().first ?? ""
        let option = try #require(select.firstMatch(of: /<option value="([^"]+)"/), "\(source)")
        return String(option.1)
    }
}

struct NoSuchLink: Error, CustomStringConvertible {
    let description: String
}

/// The pages that stand only after something was done.
struct PageJourneys {
    let town: Town

    /// Who looks at a page, and at which address.
    func open(_ pattern: String) async throws -> (Visitor, String) {
        switch pattern {
        case "/say/done/{number}":
            let guest = try await town.visitor()
            let said = await guest.form("/say", ["words": "门口的灯不亮了，夜里看不清台阶", "class": "housing-lamp"])
            return (guest, try #require(said.header("Location")))
        case "/sign-in/code":
            let guest = try await town.visitor()
            let sent = await guest.form("/sign-in/send", ["mobile": "19900009999"])
            return (guest, try #require(sent.header("Location")))
        case "/needs/print": return try await needsToPrint()
        case "/slips/print": return (try await town.visitor(.stationHead), pattern)
        case "/in/{slip}": return (try await town.visitor(), try await slip())
        case "/import/{batch}": return try await batch()
        case "/welcome/{token}", "/password/{token}":
            let path = pattern.replacing("{token}", with: String(repeating: "A", count: 22))
            return (try await town.visitor(), path)
        default: throw NoSuchLink(description: "no journey leads to \(pattern)")
        }
    }

    private func needsToPrint() async throws -> (Visitor, String) {
        let worker = try await town.visitor(.socialWorker)
        let rows = await worker.get("/needs").text.matches(of: /name="n" value="([^"]+)"/).prefix(2)
        try #require(rows.count == 2)
        return (worker, "/needs/print?" + rows.map { "n=\($0.1)" }.joined(separator: "&"))
    }

    private func slip() async throws -> String {
        struct Sheet: Decodable {
            struct Slip: Decodable { let address: String? }
            let slips: [Slip]
        }
        let head = try await town.visitor(.stationHead)
        let made = await head.json("/slips", ["place": "hefeng-12-2", "days": "30"])
        #expect(made.status == 201, "\(made.text.prefix(300))")
        let sheet: Sheet = try await head.model("/slips/print")
        let address = try #require(sheet.slips.lazy.compactMap(\.address).first)
        return String(try #require(address.firstMatch(of: /\/in\/[^\/?#]+/)).0)
    }

    private func batch() async throws -> (Visitor, String) {
        let worker = try await town.visitor(.socialWorker)
        let table = "什么事,地方\n路灯不亮,东门\n"
        let sent = await worker.file("/import", ["kind": "needs"], name: "x.csv", Array(table.utf8))
        #expect(sent.status == 303, "\(sent.text.prefix(300))")
        return (worker, try #require(sent.header("Location")))
    }
}
