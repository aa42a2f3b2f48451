import Actions
import Foundation
import Storage
import Testing
import Values
import Web

@testable import Needs

/// What a resident said in confidence stands on no page, model, feed, export or search of those whom it is
/// not for.
@Suite struct AccessMatrixTests {
    /// Texts of one need that only its reporter and the staff may read.
    struct Private: Sendable {
        let number: String
        let reporter: Identifier?
        let texts: [String]
        let phones: [String]
        /// Who answers for a resource and was told who it is, after the one in need agreed.
        let told: Set<Identifier>

        /// What an account may not read of it.
        func hidden(from account: Identifier?) -> [String] {
            guard let account else { return texts + phones }
            if account == reporter { return [] }
            return told.contains(account) ? texts : texts + phones
        }
    }

    @Test(arguments: [nil, .resident, .volunteer, .companyContact, .organisationLeader] as [Role?])
    func nothingPrivateIsShown(_ role: Role?) async throws {
        let town = try await Town.shared
        let secrets = try await Self.secrets(town)
        #expect(secrets.count > 150)
        let visitor = try await town.visitor(role)
        let own = try await Self.account(role, town)
        let hidden = secrets.map { (number: $0.number, texts: $0.hidden(from: own)) }
        var shown = 0
        for path in try await Self.paths(town) {
            for ending in ["text/html", "application/json"] {
                let reply = await visitor.get(path, accept: ending)
                guard reply.status == 200 else { continue }
                shown += 1
                let text = reply.text
                for secret in hidden {
                    for words in secret.texts where text.contains(words) {
                        Issue.record(
                            "\(role?.rawValue ?? "guest") reads of \(secret.number) at \(path): \(words)")
                    }
                }
            }
        }
        #expect(shown > 150)
    }

    /// Every address with every number that may stand in it, and the lists narrowed and turned over.
    private static func paths(_ town: Town) async throws -> [String] {
        let plain = town.site.routes.filter { $0.method == .get && !$0.pattern.contains("{") }.map(\.pattern)
        let numbers = try await town.database.read { reading in
            try reading.all("SELECT number, kind FROM need ORDER BY community, number LIMIT 60") {
                (Need.serial($0.integer(0)), $0.text(1))
            }
        }
        let single = numbers.flatMap { number, _ in
            [
                "/needs/\(number)", "/follow/\(number)", "/wishes/\(number)",
                "/open311/v2/requests/\(number).xml",
            ]
        }
        let lists =
            (1...6).map { "/needs/public?after=\(1000 + $0 * 40)" } + [
                "/needs?q=灯", "/needs/public?q=灯", "/offers?after=1020", "/wishes?view=granted",
                "/lists?class=housing-lamp",
                "/open311/v2/requests.json?page_size=1000", "/open311/v2/requests.xml?status=open",
                "/my/resources",
            ]
        return plain + single + lists + (1...30).map { "/resources/\($0)" }
    }

    private static func account(_ role: Role?, _ town: Town) async throws -> Identifier? {
        struct Cast: Decodable {
            struct Person: Decodable {
                let role: Role
                let account: Identifier
            }

            let people: [Person]
        }
        let cast: Cast = try await town.visitor().model("/demo")
        return cast.people.first { $0.role == role }?.account
    }

    /// Words, exact spot, name and phone of every need; its title too, where no sentence was released.
    private static func secrets(_ town: Town) async throws -> [Private] {
        let keys = town.open.house.keys
        return try await town.database.read { reading in
            let told = try told(reading)
            return try reading.all(
                "SELECT \(NeedStore.columns) FROM need n ORDER BY n.number LIMIT 2000", NeedStore.decode
            )
            .map { need in
                var texts = [need.words, need.spot]
                if !need.isReleased { texts.append(need.title) }
                let said = need.isReleased ? need.sentence ?? "" : ""
                let kept = texts.filter { $0.unicodeScalars.count >= 8 && !said.contains($0) }
                // A phone in full; a name with its need, for many share one.
                let phone = try NeedStore.contact(of: need, reading, keys)?.phone ?? ""
                return Private(
                    number: need.serial, reporter: need.reporter, texts: kept,
                    phones: phone.isEmpty ? [] : [phone], told: told[need.id] ?? [])
            }
        }
    }

    /// Accounts that were told who it is, by need.
    private static func told(_ reading: any Reading) throws -> [Identifier: Set<Identifier>] {
        let pairs = try reading.all(
            """
            SELECT l.need, r.owner_account FROM link l
            JOIN reservation v ON v.community = l.resource_community AND v.id = l.id
            JOIN resource r ON r.community = l.resource_community AND r.id = l.resource
            WHERE v.who IS NOT NULL AND r.owner_account IS NOT NULL ORDER BY l.id LIMIT 5000
            """
        ) { (try $0.identifier(0), try $0.identifier(1)) }
        return Dictionary(grouping: pairs, by: \.0).mapValues { Set($0.map(\.1)) }
    }
}
