import Actions
import Foundation
import People
import Testing
import Trials
import Values
import Web

@testable import Needs

/// The pages that anybody may open: in both languages, empty and filled, telling nobody's own words.
@Suite struct PublicPageTests {
    static let pages = [
        "/", "/needs/public", "/say", "/follow", "/wishes", "/offers", "/lists", "/lists/sheet", "/paper",
        "/paper/need", "/paper/offer", "/paper/slips", "/poster/s11", "/help", "/privacy",
    ]

    @Test(arguments: Engine.all) func everyPageStandsInBothLanguages(_ engine: Engine) async throws {
        try await PublicTrial.run(engine) { trial in
            try await Self.look(trial)
            try await trial.released("楼道灯修好了")
            try await trial.released("一台收音机", kind: .wish)
            try await Self.look(trial)
        }
    }

    private static func look(_ trial: PublicTrial) async throws {
        for path in pages {
            let chinese = await trial.open(path), english = await trial.open(path, language: .english)
            #expect(chinese.status == 200 && chinese.text.contains("<h1"), "\(path)")
            #expect(english.status == 200 && english.text.contains("lang=\"en\""), "\(path)")
            #expect(chinese.reply.body.count < 60_000, "\(path)")
            let json = await trial.open(path, json: true)
            #expect(json.status == 200 && json.text.utf8.first == UInt8(ascii: "{"), "\(path)")
            for answer in [chinese, english, json] { #expect(!answer.text.contains("原话不给人看"), "\(path)") }
        }
    }

    @Test(arguments: Engine.all) func theFrontTellsTheYearAsCountedOneByOne(_ engine: Engine) async throws {
        try await PublicTrial.run(engine) { trial in
            #expect(await trial.open("/").text.contains("今年还没有人说过一件事"))
            let done = try await trial.released("坡道铺好了")
            try await trial.released("路灯在修", at: "s22")
            try await trial.needs.serve(done.id)
            try await trial.needs.perform(GiveFeedback(done.id, .yes), by: trial.needs.holder(of: done.id))
            let model: FrontPage.Model = try await trial.open("/", json: true).decode()
            #expect(model.figures.saidThisYear == 2 && model.figures.doneThisYear == 1)
            #expect(model.figures.at(.found) == 1 && model.figures.open == 1)
            #expect(model.solved.map(\.sentence) == ["坡道铺好了"])
            #expect(model.areas.map(\.figures.open) == [0, 1])
            let page = await trial.open("/")
            #expect(page.text.contains("今年，邻居们说了2件事，") && page.text.contains("1件办成了"))
            #expect(try await trial.needs.breaks() == [])
        }
    }

    /// Of what is shown as done, somebody said how it went, or a worker wrote down why it ended.
    @Test(arguments: Engine.all) func whatIsShownAsDoneWasJudgedOrHasItsReason(_ engine: Engine) async throws
    {
        try await PublicTrial.run(engine) { trial in
            let judged = try await trial.released("坡道铺好了"), told = try await trial.released("灯换好了")
            try await trial.needs.serve(judged.id)
            try await trial.needs.perform(
                GiveFeedback(judged.id, .yes), by: trial.needs.holder(of: judged.id))
            await #expect(throws: NeedRefusal.closeNeedsFeedback) {
                try await trial.needs.perform(CloseNeed(told.id, outcome: "done", reason: ""))
            }
            try await trial.needs.perform(CloseNeed(told.id, outcome: "done", reason: "换了灯，看过亮着"))
            let front: FrontPage.Model = try await trial.open("/", json: true).decode()
            #expect(Set(front.solved.map(\.number)) == [judged.serial, told.serial])
            for id in [judged.id, told.id] {
                let need = try await trial.needs.need(id)
                #expect((need.satisfaction == nil) == (need.reason?.isEmpty == false))
            }
            #expect(await trial.open("/").text.contains("要么社工写明了怎么办的"))
        }
    }

    @Test(arguments: Engine.all) func theListGoesOnByKeyWithoutGapOrDouble(_ engine: Engine) async throws {
        try await PublicTrial.run(engine) { trial in
            for index in 0..<45 {
                try await trial.needs.report("第\(index)件", at: index % 3 == 0 ? "s22" : "s11")
            }
            for query in [
                [], [("step", "found")], [("area", "housing")], [("at", "p2")], [("class", "housing-lamp")],
            ] {
                var seen: [String] = []
                var after: Int64?
                repeat {
                    let further = after.map { [("after", "\($0)")] } ?? []
                    let page: PublicNeedsPage.Model = try await trial.open(
                        "/needs/public", query + further, json: true
                    ).decode()
                    seen += page.rows.map(\.number)
                    #expect(page.rows.count <= 20)
                    if query.isEmpty { #expect(page.count == 45) }
                    after = page.next
                } while after != nil
                let wanted = (0..<45).filter { query.first?.0 != "at" || $0 % 3 == 0 }.map {
                    "X-\(1001 + $0)"
                }
                #expect(seen == wanted.reversed())
            }
            let one: PublicNeedsPage.Model = try await trial.open(
                "/needs/public", [("number", "x1007")], json: true
            ).decode()
            #expect(one.rows.map(\.number) == ["X-1007"])
            #expect(await trial.open("/needs/public", [("class", "none"), ("after", "0")]).status == 200)
        }
    }

    @Test(arguments: Engine.all) func aWishIsTakenUpByAProvedPhoneAlone(_ engine: Engine) async throws {
        try await PublicTrial.run(engine) { trial in
            let wish = try await trial.released("一台大按键的收音机", kind: .wish)
            let address = "/wishes/\(wish.serial)"
            let page = await trial.open(address)
            #expect(page.text.contains("一台大按键的收音机") && page.text.contains("一位独居老人"))
            #expect(page.text.contains("/sign-in?next="))
            #expect(try await trial.send(address + "/claim", []).status == 401)
            try await trial.needs.perform(ClaimWish(wish.id), by: trial.needs.resident)
            #expect(await trial.open(address).text.contains("已经有人认领了"))
            let taken: WishesPage.Model = try await trial.open("/wishes", [("view", "taken")], json: true)
                .decode()
            let waiting: WishesPage.Model = try await trial.open("/wishes", json: true).decode()
            #expect(taken.rows.count == 1 && waiting.rows.isEmpty)
            #expect(await trial.open("/wishes/X-9").status == 404)
        }
    }

    @Test(arguments: Engine.all) func theListsSayWhatNothingAnswers(_ engine: Engine) async throws {
        try await PublicTrial.run(engine) { trial in
            try await trial.needs.report()
            let lists: ThreeListsPage.Model = try await trial.open("/lists", json: true).decode()
            #expect(lists.gaps.map(\.key) == ["housing-lamp"] && lists.needs == 1 && lists.resources == 0)
            #expect(lists.fields.map(\.key) == ["housing"])
        }
    }

    @Test(arguments: Engine.all) func anOfferIsNotedAndShownOnceRegistered(_ engine: Engine) async throws {
        try await PublicTrial.run(engine) { trial in
            let fields = [("words", "会修自行车，周末能教"), ("phone", "13812341234"), ("hours", "周末")]
            #expect(try await trial.send("/offers", [("words", "会修车")]).status == 422)
            let told: ReportedOffer = try await trial.send("/offers", fields, json: true).decode()
            let before: OffersPage.Model = try await trial.open("/offers", json: true).decode()
            #expect(before.rows.isEmpty)
            try await trial.needs.perform(AnswerOffer(told.id, isRegistered: true))
            let after: OffersPage.Model = try await trial.open("/offers", json: true).decode()
            #expect(after.rows.map(\.hours) == ["周末"])
            #expect(!(await trial.open("/offers")).text.contains("13812341234"))
        }
    }

    @Test(arguments: Engine.all) func aCityAddsUpItsCommunities(_ engine: Engine) async throws {
        try await PublicTrial.run(engine) { trial in
            let steward = trial.needs.steward
            let foot = FoundLocality.Foot(line: "荷溪路88号")
            let city = FoundLocality(.city, name: "湖城市", slug: "hucheng", foot: foot)
            let top = try await steward.perform(city, by: .house, in: .trial(50))
            let district = FoundLocality(.district, name: "湖滨区", slug: "hubin", parent: top, foot: foot)
            let middle = try await steward.perform(district, by: .house, in: .trial(51))
            for (index, said) in ([3, 0, 2] + Array(repeating: 0, count: 9)).enumerated() {
                let id = Identifier.trial(60 + UInt64(index))
                let one = FoundLocality(
                    .community, name: "第\(index)社区", slug: "c\(index)", parent: middle, foot: foot)
                _ = try await steward.perform(one, by: .house, in: id)
                for _ in 0..<said {
                    let need = ReportNeed(NeedDraft("路灯不亮", at: .id(id)))
                    _ = try await steward.perform(need, by: .anyone, in: id)
                }
            }
            let above: FrontPage.Model = try await trial.open("/~hucheng", json: true).decode()
            #expect(above.figures.saidThisYear == 5 && above.figures.at(.found) == 5)
            #expect(above.communities.map(\.front) == ["/~hubin/"])
            let below: FrontPage.Model = try await trial.open("/~hubin", json: true).decode()
            #expect(below.communities.prefix(3).map(\.figures.open) == [3, 0, 2])
            #expect(below.communities.map(\.front) == (0..<12).map { "/~c\($0)/" })
            let page = await trial.open("/~hubin")
            #expect(page.text.contains("href=\"/~c0/\"") && page.text.contains("今年，邻居们说了5件事"))
        }
    }
}
