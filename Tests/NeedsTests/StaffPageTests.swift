import Actions
import Storage
import Testing
import Trials
import Values

@testable import Needs

/// The staff's pages: who may open them, what they say, and that each verb leads on.
@Suite struct StaffPageTests {
    static let pages = [
        "/day", "/needs", "/needs/new", "/needs/held", "/needs/late", "/offers/staff", "/settings/terms",
        "/settings/owners", "/import", "/city",
    ]

    @Test(arguments: pages) func aPageStandsInBothLanguagesAndAsJSON(_ path: String) async throws {
        try await StaffTrial.run(Engine.all[0]) { trial in
            _ = try await trial.needs.report()
            for language in Language.allCases {
                let page = await trial.open(path, as: .stationHead, language: language)
                #expect(page.status == 200 && page.text.contains("<h1"), "\(path)")
                #expect(!page.text.contains("Optional("))
            }
            let json = await trial.open(path, as: .stationHead, json: true)
            #expect(json.status == 200 && json.text.first == "{", "\(path)")
        }
    }

    @Test(arguments: pages) func nobodyElseOpensIt(_ path: String) async throws {
        try await StaffTrial.run(Engine.all[0]) { trial in
            let guest = await trial.open(path, as: nil, json: true),
                resident = await trial.open(path, as: .resident)
            #expect(guest.status == 401 && resident.status == 403, "\(path)")
        }
    }

    @Test func theLedgerShowsRowsFiltersAndExports() async throws {
        try await StaffTrial.run(Engine.all[0]) { trial in
            let lamp = try await trial.needs.report()
            _ = try await trial.needs.report("隔壁的猫半夜叫", at: "s21")
            let all = await trial.open("/needs")
            #expect(all.text.contains(lamp.title) && all.text.contains("隔壁的猫半夜叫"))
            let near = await trial.open("/needs", [("place", "g11")])
            #expect(near.text.contains(lamp.title) && !near.text.contains("隔壁的猫"))
            let found = await trial.open("/needs", [("q", "猫")])
            #expect(!found.text.contains(lamp.title) && found.text.contains("隔壁的猫"))
            let leader = await trial.open("/needs", as: .gridLeader)
            #expect(leader.text.contains(lamp.title) && !leader.text.contains("隔壁的猫"))
            let csv = await trial.open("/needs.csv", [("q", "猫")])
            #expect(csv.text.contains("隔壁的猫") && !csv.text.contains(lamp.serial + ","))
            let xlsx = await trial.open("/needs.xlsx")
            #expect(xlsx.status == 200 && xlsx.reply.body.starts(with: [0x50, 0x4B]))
        }
    }

    /// Rows are shared by all who see the whole community, until anything is written; the hour is never kept.
    @Test func sharedRowsAreNeverOld() async throws {
        try await StaffTrial.run(Engine.all[0]) { trial in
            let first = try await trial.needs.report()
            for role in [Role.socialWorker, .supervisor, .socialWorker] {
                #expect(await trial.open("/needs", as: role).text.contains(first.title))
            }
            #expect(!(await trial.open("/needs", as: .gridLeader)).text.contains("隔壁的猫"))
            _ = try await trial.needs.report("隔壁的猫半夜叫", at: "s21")
            try await trial.needs.perform(AcceptNeed(first.id))
            for role in [Role.supervisor, .socialWorker] {
                let page = await trial.open("/needs", as: role).text
                #expect(page.contains("隔壁的猫") && page.contains("接办") && !page.contains("迟1天"))
            }
            #expect(!(await trial.open("/needs", as: .gridLeader)).text.contains("隔壁的猫"))
            #expect(!(await trial.open("/needs", [("view", "late")])).text.contains(first.title))
            trial.needs.clock.set(try #require(first.due) + .days(1))
            #expect(await trial.open("/needs").text.contains("迟1天"))
            #expect(await trial.open("/needs", language: .english).text.contains("1 day late"))
            #expect(await trial.open("/needs", [("view", "late")]).text.contains(first.title))
        }
    }

    @Test func hostileFiltersFindNothingAndBreakNothing() async throws {
        try await StaffTrial.run(Engine.all[0]) { trial in
            _ = try await trial.needs.report()
            let odd = "\"\u{301}><script>1</script>' OR 1=1 --"
            for name in [
                "q", "class", "group", "place", "urgency", "source", "owner", "step", "after", "view", "sort",
            ] {
                let page = await trial.open("/needs", [(name, odd)])
                #expect(page.status == 200 && !page.text.contains("<script>1"), "\(name)")
            }
        }
    }

    @Test func aNeedGoesItsWayByTheVerbs() async throws {
        try await StaffTrial.run(Engine.all[0]) { trial in
            let need = try await trial.needs.report()
            let base = "/needs/\(need.serial)"
            #expect(await trial.open(base).text.contains("该您了"))
            #expect(await trial.send(base + "/acceptance", "{}").status == 200)
            let note = await trial.send(base + "/notes", #"{"words":"上门看过，感应头坏了","public":true}"#)
            #expect(note.status == 200)
            #expect(await trial.send(base + "/contact-openings", "{}").status == 422)
            let released = await trial.send(base + "/sentence", #"{"sentence":"楼道灯坏了，正在找电工。"}"#)
            #expect(released.status == 200)
            let closed = await trial.send(base + "/closure", #"{"outcome":"done","reason":"物业换好了"}"#)
            #expect(closed.status == 200)
            let page = await trial.open(base)
            #expect(page.text.contains("上门看过") && page.text.contains("物业换好了"))
            #expect(await trial.send(base + "/acceptance", "{}").status == 409)
        }
    }

    @Test func oneLineMakesANeedAndManyGetAnOwner() async throws {
        try await StaffTrial.run(Engine.all[0]) { trial in
            let quick = await trial.send("/day/notes", #"{"words":"3栋王奶奶想有人陪着下棋"}"#)
            #expect(quick.status == 201)
            let need = try await trial.needs.report()
            let owner = try #require(trial.needs.second.account)
            let body = #"{"n":["\#(need.id)"],"do":"assign","owner":"\#(owner)"}"#
            #expect(await trial.send("/needs/selection", body).status == 403)
            #expect(await trial.send("/needs/selection", body, as: .supervisor).status == 200)
            #expect(try await trial.needs.need(need.id).owner == owner)
        }
    }

    @Test func aViewIsKeptAndForgotten() async throws {
        try await StaffTrial.run(Engine.all[0]) { trial in
            let kept = await trial.send("/needs/views", #"{"title":"照明","query":"class=housing-lamp&x=1"}"#)
            let view: SavedView = try kept.decode()
            #expect(view.query == "class=housing-lamp")
            #expect(await trial.open("/needs").text.contains("照明"))
            #expect(await trial.send("/needs/views/\(view.id)/removal", "{}").status == 200)
        }
    }

    @Test func figuresByPlaceAddUpAndOpenToRows() async throws {
        try await StaffTrial.run(Engine.all[0]) { trial in
            _ = try await trial.needs.report()
            _ = try await trial.needs.report(at: "s21")
            let page = await trial.open("/city", as: .stationHead, json: true)
            let model: CityPage.Model = try page.decode()
            #expect(
                model.chosen == .area && model.rows.map(\.figures.all) == [1, 1] && model.total.open == 2)
            let grids = await trial.open("/city", [("by", "grid")], as: .stationHead)
            #expect(grids.text.contains("/needs?place=g11"))
        }
    }
}
