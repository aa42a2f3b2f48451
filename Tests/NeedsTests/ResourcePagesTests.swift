import Actions
import Foundation
import Logging
import People
import Storage
import Testing
import Trials
import Values
import Web

@testable import Needs

/// The pages of resources as those who work with them open and send them.
@Suite struct ResourcePagesTests {
    private func form(_ trial: ResourceTrial) -> [(String, String)] {
        [
            ("name", "吴师傅理发"), ("description", "上门给老人理发"), ("kind", "skill"), ("owner_kind", "resident"),
            ("owner", "吴阿根"), ("layer", "community"), ("stage", "agreed"),
            ("place", trial.here.id.description),
            ("reach", trial.here.path.text), ("classes", "support-care"), ("unit", "次"), ("period", "month"),
            ("capacity", "8"), ("charge", "free"), ("public", "1"), ("contact", "小区3栋门口"),
        ]
    }

    @Test(arguments: Engine.all) func aResourceIsRegisteredShownAndFound(_ engine: Engine) async throws {
        try await ResourceTrial.run(engine) { trial in
            let worker = try ResourceBrowser(trial, "worker"), guest = try ResourceBrowser(trial, "")
            let empty = try await worker.send("/resources/new", [("name", "吴师傅理发")])
            #expect(empty.status == 422 && empty.values(of: "name") == ["吴师傅理发"])
            let made = try await worker.send("/resources/new", form(trial))
            #expect(made.status == 303 && made.location.hasSuffix("/resources/1"), "\(made.text.suffix(900))")
            let shown = await worker.open("/resources/1")
            #expect(shown.status == 200 && shown.text.contains("小区3栋门口") && shown.text.contains("8/8次"))
            let open = await guest.open("/resources/1")
            #expect(open.status == 200 && !open.text.contains("小区3栋门口"))
            #expect(await guest.open("/resources?q=理发").text.contains("吴师傅理发"))
            #expect(!(await guest.open("/resources?q=电梯").text.contains("吴师傅理发")))
            #expect(await guest.open("/resources/1/edit").status != 200)
            #expect(await guest.open("/resources.csv").status != 200)
            let csv = await worker.open("/resources.csv")
            #expect(csv.status == 200 && csv.text.contains("吴师傅理发"))
            #expect(await worker.open("/resources.xlsx").reply.body.starts(with: [0x50, 0x4b]))
        }
    }

    @Test(arguments: [
        "/resources", "/resources/new", "/resources/stale", "/circles", "/agreements", "/my/resources",
    ])
    func everyPageOpensInBothLanguagesAndAsJSON(_ path: String) async throws {
        try await ResourceTrial.run { trial in
            _ = try await trial.add()
            let browser = try ResourceBrowser(trial, "supervisor")
            #expect(await browser.open(path).status == 200)
            let english = await browser.open(path, language: "en")
            #expect(english.status == 200)
            let json = await browser.open(path + ".json", json: true)
            #expect(json.status == 200 && json.text.hasPrefix("{"))
        }
    }

    @Test func aLinkIsAskedAnsweredUsedAndEndedThroughItsPages() async throws {
        try await ResourceTrial.run { trial in
            let resource = try await trial.add(capacity: 2)
            let need = try await trial.need()
            let worker = try ResourceBrowser(trial, "worker"), owner = try ResourceBrowser(trial, "owner")
            let page = "/needs/\(need.number)/links"
            let offered = await worker.open(page)
            #expect(offered.status == 200 && offered.text.contains("正好管这一类"))
            let fields = [("resource", resource.id.description), ("of", trial.here.id.description)]
            let many = try await worker.send(page, fields + [("quantity", "3")])
            #expect(many.status == 409 && many.text.contains("平安电工组") && many.text.contains("只剩2次"))
            let asked = try await worker.send(page, fields + [("quantity", "2")])
            #expect(asked.status == 303)
            let desk = await owner.open("/my/resources")
            #expect(desk.text.contains("楼道") && desk.text.contains("第1网格"))
            let link = try #require(
                try await trial.steward.database.read {
                    try LinkStore.links(of: need.id, in: need.community, $0).first
                })
            let mute = try await owner.send("/links/\(link.id)/answer", [("answer", "decline")])
            #expect(mute.status == 422)
            let yes = try await owner.send(
                "/links/\(link.id)/answer", [("answer", "accept"), ("quantity", "2")])
            #expect(yes.status == 303)
            let used = try await worker.send(
                "/links/\(link.id)/uses", [("day", trial.today.description), ("quantity", "1")])
            #expect(used.status == 303)
            let over = try await worker.send(
                "/links/\(link.id)/uses", [("day", trial.today.description), ("quantity", "5")])
            #expect(over.status == 422 && over.text.contains("比答应的多"))
            #expect(try await worker.send("/links/\(link.id)/end", [("reason", "够了")]).status == 303)
            #expect(try await trial.breaks() == [])
        }
    }

    @Test func circlesAndAgreementsAreKeptThroughTheirPages() async throws {
        try await ResourceTrial.run { trial in
            let keeper = try ResourceBrowser(trial, "supervisor")
            let circle = try await keeper.send(
                "/circles",
                [("name", "银龄圈"), ("purpose", "热饭"), ("lead", "陆小满"), ("place", trial.here.id.description)])
            #expect(circle.location.hasSuffix("/circles/1"))
            let pledge = [("kind", "goods"), ("what", "大米"), ("amount", "40"), ("unit", "袋")]
            let joined = try await keeper.send(
                "/circles/1/members", [("member", "荷塘超市"), ("side", "outside")] + pledge)
            #expect(joined.status == 303)
            #expect(await keeper.open("/circles/1").text.contains("荷塘超市"))
            let today = trial.today, year = today.adding(days: 365)
            let days = [
                ("signed", today.description), ("starts", today.description), ("ends", year.description),
            ]
            let signed = try await keeper.send(
                "/agreements", [("company", "荷塘超市"), ("purpose", "为老")] + days + pledge)
            #expect(signed.location.hasSuffix("/agreements/1"))
            let id = trial.here.id
            let kept = try await trial.steward.database.read { reading in
                let all = try AgreementStore.list(in: id, reading).map(\.id)
                return try AgreementStore.pledges(of: all, in: id, reading)
            }
            let first = try #require(kept.first)
            let worker = try ResourceBrowser(trial, "worker")
            let bad = try await worker.send(
                "/pledges/\(first.id)/deliveries", [("day", today.description), ("quantity", "十袋")])
            #expect(bad.status == 422 && bad.text.contains("只写数字"))
            let good = try await worker.send(
                "/pledges/\(first.id)/deliveries", [("day", today.description), ("quantity", "10")])
            #expect(good.status == 303 && good.location.hasSuffix("/agreements/1"))
            #expect(await worker.open("/agreements/1").text.contains("10袋"))
            #expect(await worker.open("/agreements/1/print").status == 200)
            #expect(await (try ResourceBrowser(trial, "")).open("/agreements/1").status != 200)
        }
    }
}
