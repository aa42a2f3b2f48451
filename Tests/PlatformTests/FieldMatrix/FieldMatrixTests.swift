import Actions
import Foundation
import Sheets
import Testing
import Trials
import Values
import Web

@testable import People
@testable import Platform

/// Every role, at every scope, at every address of the house, in every form: a sensitive field is read by
/// those whom the table of ``CanaryHouse/canaries`` names and by nobody else.
@Suite struct FieldMatrixTests {
    /// What stands for each named part of an address. A route whose part is not here fails the test, and so
    /// does one that is no longer there: each address has to be thought of once.
    private static func parts(_ house: CanaryHouse) -> [String: String] {
        [
            "/register/people/{id}": "\(house.person)", "/register/people/{id}/ability": "\(house.person)",
            "/register/households/{id}": "\(house.household)",
            "/register/homes/{id}": "\(house.home)", "/grids/{number}": "1",
            "/people/{id}": "\(house.own)", "/places/{id}": "\(house.grids[0].id)",
            "/needs/{number}": house.need, "/needs/{number}/links": house.need,
            "/follow/{number}": house.need, "/follow/{number}/photos/{photo}": house.need,
            "/say/done/{number}": house.need, "/wishes/{number}": house.need,
            "/open311/v2/requests/{number}": "\(house.need).json",
            "/open311/v2/services/{code}": "housing-lamp.json", "/open311/v2/tokens/{token}": house.need,
            "/resources/{number}": "1", "/resources/{number}/edit": "1", "/circles/{number}": "1",
            "/agreements/{number}": "1", "/agreements/{number}/print": "1",
            "/import/{batch}": "\(house.person)", "/import/{batch}/faults.csv": "\(house.person)",
            "/import/{batch}/faults.xlsx": "\(house.person)", "/drafts/{form}": "say",
            "/poster/{code}": house.grids[0].code, "/in/{slip}": String(repeating: "A", count: 22),
            "/welcome/{token}": String(repeating: "A", count: 22),
            "/password/{token}": String(repeating: "A", count: 22),
        ]
    }

    /// Lists narrowed, searched and turned over.
    private static func lists(_ house: CanaryHouse) -> [String] {
        let names = ["阚", "阚玄霜", "kxs", "小霁", "13877770001", CanaryHouse.number]
        return names.map { "/register?q=\(Percent.encode($0))" } + [
            "/register/lists?list=abilities", "/register/lists?list=voters",
            "/register/lists/print?list=reviews&month=2027-12", "/register/lists?month=2027-12",
            "/register?group=mental-illness", "/register?figure=disabled-mental",
            "/register?place=\(house.grids[0].code)", "/register/people/\(house.child)",
            "/needs?q=\(Percent.encode("戚暗白露"))", "/people?name=\(Percent.encode("阚"))",
            "/record?action=register.open-person", "/record?open=1", "/places/\(house.community)",
        ]
    }

    private static func addresses(_ house: CanaryHouse) -> (all: [String], unknown: [String]) {
        let parts = parts(house)
        var all: [String] = [], unknown: [String] = []
        for route in house.open.site.routes where route.method == .get {
            guard route.pattern.contains("{") else {
                all.append(route.pattern)
                continue
            }
            guard let part = parts[route.pattern] else {
                unknown.append(route.pattern)
                continue
            }
            all.append(
                route.pattern.split(separator: "/").map { $0.hasPrefix("{") ? part : String($0) }
                    .joined(separator: "/").withSlash)
        }
        let patterns = Set(house.open.site.routes.map(\.pattern))
        return (all + lists(house), unknown + parts.keys.filter { !patterns.contains($0) })
    }

    private static func get(_ path: String, _ cookie: String?, json: Bool, _ site: Site) async -> Reply {
        let pieces = path.split(separator: "?", maxSplits: 1).map(String.init)
        var ask = Ask(.get, pieces[0])
        if pieces.count > 1 { ask.query = Percent.pairs(Substring(pieces[1])) ?? [] }
        ask.headers["accept"] = json ? "application/json" : "text/html"
        ask.headers["accept-language"] = "zh"
        if let cookie { ask.headers["cookie"] = cookie }
        return await site.respond(to: ask)
    }

    @Test func everyAddressIsClassified() async throws {
        try await withHouse { open in
            let (all, unknown) = Self.addresses(try await CanaryHouse(open))
            #expect(unknown.isEmpty, "say what stands for the parts of: \(unknown)")
            #expect(all.count > 60)
        }
    }

    @Test func aSensitiveFieldIsReadByThoseWhoMayAndByNobodyElse() async throws {
        try await withHouse { open in
            let house = try await CanaryHouse(open), paths = Self.addresses(house).all
            var seen: [String: Set<Role>] = [:]
            var looked = 0
            for role in Role.allCases {
                for scope in 0...2 {
                    let cookie = try await house.cookie(of: house.account(role, scope))
                    for path in paths {
                        for json in [false, true] {
                            let reply = await Self.get(path, cookie, json: json, open.site)
                            #expect(reply.status < 500, "\(role) \(path): \(reply.status)")
                            looked += reply.status == 200 ? 1 : 0
                            for canary in Self.found(in: reply, at: path) {
                                seen[canary.field, default: []].insert(role)
                                let may = canary.roles.contains(role) && scope < 2
                                if !may {
                                    Issue.record("\(role) \(scope) reads \(canary.field) at \(path)")
                                }
                            }
                        }
                    }
                }
            }
            #expect(looked > 2000)
            // Whom the table names does see it somewhere: the matrix looks at the right things.
            for canary in CanaryHouse.canaries {
                #expect(seen[canary.field] ?? [] == canary.roles, "\(canary.field)")
            }
        }
    }

    @Test func aGuestReadsNothingAndThePersonReadsTheirOwn() async throws {
        try await withHouse { open in
            let house = try await CanaryHouse(open), paths = Self.addresses(house).all
            let own = try await house.cookie(of: house.own)
            var read: Set<String> = []
            for path in paths {
                for json in [false, true] {
                    let guest = await Self.get(path, nil, json: json, open.site)
                    #expect(Self.found(in: guest, at: path).isEmpty, "a guest at \(path)")
                    let mine = await Self.get(path, own, json: json, open.site)
                    for canary in Self.found(in: mine, at: path) {
                        read.insert(canary.field)
                        #expect(canary.isOwn && path == "/me/data", "\(canary.field) at \(path)")
                    }
                }
            }
            #expect(read == Set(CanaryHouse.canaries.filter(\.isOwn).map(\.field)))
        }
    }

    /// Each verb without its fields: whatever it answers, it tells nothing.
    @Test func noVerbsAnswerTellsASensitiveField() async throws {
        try await withHouse { open in
            let house = try await CanaryHouse(open)
            // These end the very session that asks, or take the canaries away.
            let ending: Set = [
                "/sign-out", "/sessions/end", "/sessions/{id}/end", "/register/people/{id}/erase",
            ]
            for role in Role.allCases {
                let cookie = try await house.cookie(of: house.account(role, 0))
                for route in open.site.routes where route.method != .get && !ending.contains(route.pattern) {
                    let path = route.pattern.split(separator: "/").map { part -> String in
                        guard part.hasPrefix("{") else { return String(part) }
                        return part == "{id}" ? "\(house.person)" : part == "{number}" ? house.need : "x"
                    }
                    var ask = Ask(route.method, path.joined(separator: "/").withSlash)
                    ask.headers = [
                        "content-type": "application/json", "accept": "application/json", "cookie": cookie,
                    ]
                    ask.body = Array("{}".utf8)
                    let reply = await open.site.respond(to: ask)
                    #expect(reply.status < 500, "\(role) \(route.pattern): \(reply.status)")
                    #expect(
                        Self.found(in: reply, at: ask.path).isEmpty,
                        "\(role) at \(route.method) \(route.pattern)")
                }
            }
        }
    }

    /// The canaries that an answer holds; a page says again what was looked for, which its reader knew.
    private static func found(in reply: Reply, at path: String) -> [Canary] {
        let said = said(by: reply)
        return CanaryHouse.canaries.filter { canary in
            !path.contains(Percent.encode(canary.text))
                && said.range(of: Data(canary.text.utf8)) != nil
        }
    }

    /// The bytes of an answer; of a workbook, its cells.
    private static func said(by reply: Reply) -> Data {
        guard reply.body.starts(with: Array("PK".utf8)) else { return Data(reply.body) }
        do { return Data("\(try Table(reading: reply.body))".utf8) } catch {
            Issue.record("a workbook cannot be read: \(error)")
            return Data()
        }
    }
}

extension String {
    fileprivate var withSlash: String { hasPrefix("/") ? self : "/" + self }
}
