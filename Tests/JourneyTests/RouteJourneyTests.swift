import Actions
import Foundation
import Testing
import Values
import Web

@testable import Needs
@testable import People

/// Every address, for every role: each answers, none fails, each has its right.
@Suite struct RouteJourneyTests {
    /// What stands in an address where a parameter does; what is made up must be refused, never trapped on.
    static func path(_ pattern: String, isReal: Bool) -> String {
        let real = [
            "/needs/{number}": "X-1001", "/follow/{number}": "X-1001", "/poster/{code}": "b1",
            "/services/{code}": "housing-lamp", "/requests/{number}": "X-1001", "/resources/{number}": "1",
            "/circles/{number}": "1", "/agreements/{number}": "1", "/drafts/{form}": "say",
        ]
        var path = pattern
        if isReal {
            for (part, value) in real { path = path.replacing(part, with: part.prefix { $0 != "{" } + value) }
        }
        return path.replacing(/\{[a-z]+\}/, with: "AaFc0PMAcACh4doPq-9Muu")
    }

    @Test func everyPageAnswersEveryRole() async throws {
        let town = try await Town.shared
        let pages = town.site.routes.filter { $0.method == .get && $0.pattern != "/metrics" }
        for role in [nil] + Role.allCases.map(Optional.some) {
            let visitor = try await town.visitor(role)
            var shown = 0
            for route in pages {
                for isReal in [true, false] {
                    let path = Self.path(route.pattern, isReal: isReal)
                    for accept in route.isPage ? ["text/html", "application/json"] : ["text/html"] {
                        let reply = await visitor.get(path, accept: accept)
                        let expected = [200, 303, 400, 401, 403, 404, 422].contains(reply.status)
                        #expect(expected, "\(role?.rawValue ?? "guest") \(path) \(accept): \(reply.status)")
                        if reply.status == 200 { shown += 1 }
                    }
                }
            }
            #expect(shown >= (role == .stationHead ? 100 : 40), "\(role?.rawValue ?? "guest") sees \(shown)")
        }
    }

    @Test func everyVerbRefusesWhatIsNotThere() async throws {
        let town = try await Town.shared
        let verbs = town.site.routes.filter { $0.method != .get && $0.pattern.contains("{") }
        for role in [nil, Role.resident, .socialWorker, .stationHead, .administrator] {
            let visitor = try await town.visitor(role)
            for route in verbs {
                let path = Self.path(route.pattern, isReal: false)
                for fields in [[:], ["reason": "\"\u{301}", "quantity": "-1", "words": "\u{200d}"]] {
                    let reply = await visitor.json(path, fields, route.method)
                    let isFine = (200..<500).contains(reply.status) && reply.status != 405
                    #expect(isFine, "\(role?.rawValue ?? "guest") \(path): \(reply.status)")
                }
            }
        }
    }

    @Test func everyRouteHasARightOfTheTables() async throws {
        let town = try await Town.shared
        let rights = town.open.house.rights
        for route in town.site.routes {
            #expect(rights[route.right] != nil, "\(route.pattern): \(route.right.name)")
            #expect(!route.summary.chinese.isEmpty && !route.summary.english.isEmpty)
            #expect(route.checksOrigin || route.method == .get || route.pattern.hasPrefix("/open311/"))
        }
        #expect(Set(rights.rows.map(\.right.name)).count == rights.rows.count)
        for row in rights.rows where row.isConfidential {
            // Of what is confidential an administrator has their own, as everybody has.
            #expect([nil, .own].contains(row.roles[.administrator]), "\(row.right.name)")
        }
    }

    static let refusals: [any Refusal] =
        [
            GroundRefusal.notFound, GroundRefusal.signInFirst, GroundRefusal.tooManyConsequences,
        ] + WebRefusal.allCases + PeopleRefusal.allCases + RegisterRefusal.allCases
        + NeedRefusal.allCases + ImportRefusal.allCases
        + FollowRefusal.allCases + Open311Refusal.allCases

    @Test func everyNoIsSaidInBothLanguages() {
        for refusal in Self.refusals {
            let text = refusal.text
            #expect(
                text.chinese.unicodeScalars.contains { (0x4e00...0x9fff).contains($0.value) },
                "\(refusal.name)")
            #expect(text.english.utf8.contains { (97...122).contains($0) }, "\(refusal.name)")
            #expect((400..<504).contains(refusal.status), "\(refusal.name)")
        }
        #expect(Set(Self.refusals.map(\.name)).count == Self.refusals.count)
    }
}
