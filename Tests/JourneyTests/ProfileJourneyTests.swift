import Actions
import Foundation
import Sheets
import Testing
import Values
import Web

@testable import People

/// The community's profile as it reaches a reader: page, JSON and workbook say the same; figures open.
@Suite struct ProfileJourneyTests {
    private struct Model: Decodable {
        let profile: Profile
        let edition: String?
        let today: Day
    }

    /// Told days ago or just now: the figures are those of the day on which the demo was told.
    private static let published: [ProfileKey: Int64] = [
        .buildings: 225, .households: 4_177, .people: 11_458, .men: 5_601, .women: 5_857, .migrants: 1_018,
        .migrantMen: 506, .migrantWomen: 512, .migrantMothers: 289, .retired: 2_522, .emptyNest: 532,
        .alone: 235, .noKin: 13, .dependent: 16, .partly: 15, .dementia: 5, .disabled: 123, .hearing: 15,
        .intellectual: 23, .mental: 21, .physical: 50, .sight: 16, .under18: 1_098, .under14: 705,
        .retiredParty: 558,
    ]

    @Test func pageModelAndWorkbookAreThePublishedTable() async throws {
        let town = try await Town.shared
        let worker = try await town.visitor(.socialWorker)
        let model: Model = try await worker.model("/profile")
        #expect(model.edition == nil)
        let page = await worker.get("/profile").text
        let sheet = try await workbook(worker, "/profile.xlsx")
        for (key, number) in Self.published {
            #expect(model.profile[key] == number, "\(key)")
            #expect(page.contains(">\(Count(units: number))<"), "\(key): \(number) is not on the page")
            #expect(sheet[key.title.chinese] == "\(number)", "\(key) in the workbook")
        }
    }

    @Test func eachFigureOpensToAsManyPeople() async throws {
        struct List: Decodable { let count: Int? }
        let town = try await Town.shared
        let worker = try await town.visitor(.socialWorker)
        for key in [ProfileKey.alone, .dementia, .migrantMothers, .disabled] {
            let list: List = try await worker.model("/register?figure=\(key.rawValue)")
            #expect(list.count.map { Int64($0) } == Self.published[key], "\(key)")
        }
        // A worker of the community, who may not see sensitive groups, is led to no such list.
        let other = try await town.visitor(.communityWorker)
        let whole: List = try await other.model("/register")
        let narrowed: List = try await other.model("/register?figure=elder-dementia")
        #expect(whole.count == narrowed.count && (whole.count ?? 0) > 1_000)
        #expect(await other.get("/profile").text.contains("figure=elder-dementia") == false)
    }

    @Test func peopleAreFoundByTheirAddress() async throws {
        struct List: Decodable {
            struct Row: Decodable { let address: String }
            let rows: [Row]
        }
        let town = try await Town.shared
        let worker = try await town.visitor(.socialWorker)
        for (words, address) in [
            ("荷风苑8栋1单元501", "荷风苑8栋1单元501"), ("荷风苑 8栋", "荷风苑8栋"), ("hefeng-8-1", "荷风苑8栋1单元"),
        ] {
            let list: List = try await worker.model("/register?q=\(Percent.encode(words))")
            #expect(!list.rows.isEmpty && list.rows.allSatisfy { $0.address.hasPrefix(address) }, "\(words)")
        }
    }

    @Test func thePublicSeesTheQuartersEditionAlone() async throws {
        let town = try await Town.shared
        let guest = try await town.visitor()
        let model: Model = try await guest.model("/profile?day=2026-01-01&place=hefeng")
        #expect(model.edition != nil)
        #expect(model.profile.day == Quarter(of: model.today).firstDay)
        for value in model.profile.grids.flatMap(\.values) + model.profile.cells.map(\.value) {
            #expect(value == nil || (value ?? 0) >= 5)
        }
        #expect(await guest.get("/register", accept: "application/json").status == 401)
        #expect(await guest.get("/profile").text.contains("/register?") == false)
        let sheet = try await workbook(guest, "/profile.xlsx")
        #expect(sheet[ProfileKey.people.title.chinese] == model.profile[.people].map { "\($0)" })
    }

    /// The first sheet's rows by their first cell.
    private func workbook(_ visitor: Visitor, _ path: String) async throws -> [String: String] {
        let reply = await visitor.get(path)
        try #require(reply.status == 200)
        let table = try Sheets.Table(reading: reply.body)
        return Dictionary(table.rows.map { ($0.cells[0], $0.cells[1]) }) { first, _ in first }
    }
}
