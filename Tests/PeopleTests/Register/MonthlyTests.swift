import Actions
import Foundation
import Sheets
import Storage
import Testing
import Trials
import Values
import Web

@testable import People

/// The month's lists: who stands on which, that list and figure agree, and who sees them.
@Suite struct MonthlyTests {
    private struct Model: Decodable {
        struct Row: Decodable {
            let person: Identifier
            let name: String
            let day: Day?
            let isLate: Bool
            let turns: Int?
            let details: GroupDetails?
        }

        struct Listed: Decodable {
            let list: MonthlyList
            let count: Int
        }

        struct Grid: Decodable { let code: String, count: Int }

        let rows: [Row]
        let count: Int
        let late: Int
        let lists: [Listed]
        let grids: [Grid]
        let unwritten: Int
    }

    private func finder(_ trial: Trial, at code: String? = nil) async throws -> [MonthlyList: Int] {
        let place = try await trial.place(code), keys = trial.steward.keys, today = trial.today
        return try await trial.database.read { reading in
            let groups = try GroupStore.groups(in: place.community, reading)
            let finder = try MonthlyFinder(place, on: today, seeing: groups, keys, reading)
            return try MonthlyList.allCases.reduce(into: [:]) { counts, list in
                counts[list] = try finder.entries(ask(list, today)).count
            }
        }
    }

    private func ask(_ list: MonthlyList, _ today: Day) -> MonthlyAsk {
        MonthlyAsk(list: list, place: nil, month: today.startOfMonth, age: nil, day: today)
    }

    private func member(_ code: String, _ trial: Trial, level: String = "", due: Day) -> NewMembership {
        NewMembership(
            code, Period(since: trial.day(90)), GroupDetails(level: level, basis: "名册", source: .department),
            reviewDue: due)
    }

    /// Somebody born on a day.
    private func born(
        _ day: Day, _ name: String, _ trial: Trial, _ standing: Standing = .registered
    ) -> NewPerson {
        var person = trial.newPerson(name, .female, age: 50, .head, standing)
        person.born = day
        person.stay = Period(since: max(day, trial.day(100)))
        return person
    }

    /// Two grids with somebody for each list.
    private func fill(_ trial: Trial) async throws -> [String: Identifier] {
        let today = trial.today, month = today.startOfMonth
        let soon = month.adding(days: 20)
        var alone = born(month.adding(months: -12 * 80), "独居甲", trial)
        alone.groups = [member("elder-alone", trial, due: trial.day(3))]
        var dependent = born(month.adding(days: 4).adding(months: -12 * 83), "失能乙", trial)
        dependent.groups = [member("elder-dependent", trial, level: "重度", due: soon)]
        var later = born(month.adding(months: -12 * 44), "优抚丙", trial)
        later.groups = [member("served", trial, due: month.adding(months: 2))]
        let people: [(String, [NewPerson])] = [
            ("1-1-1", [alone]), ("1-1-2", [dependent, later]),
            (
                "2-1-1",
                [
                    born(soon.adding(months: -12 * 70), "整岁丁", trial),
                    born(soon.adding(months: -12 * 71), "不整戊", trial),
                    born(today.adding(months: -12 * 18), "刚满己", trial),
                    born(today.adding(months: -12 * 18).adding(days: 1), "差一天庚", trial),
                ]
            ),
            (
                "2-1-2",
                [born(trial.day(9000), "外来辛", trial, .migrant), born(trial.day(9000), "在外壬", trial, .away)]
            ),
            ("3-1-1", [born(trial.day(25_000), "没记癸", trial)]),
        ]
        var ids: [String: Identifier] = [:]
        for (code, members) in people {
            let made = try await trial.household(at: code, members)
            for (id, person) in zip(made, members) { ids[person.name] = id }
        }
        return ids
    }

    private func model(_ browser: Browser, _ query: String) async throws -> Model {
        let reply = await browser.send(
            Ask(.get, "/register/lists?\(query)", headers: ["accept": "application/json"]))
        try #require(reply.status == 200, "\(reply.text)")
        return try reply.decoded(Model.self)
    }

    @Test func everyListHasWhoBelongsOnIt() async throws {
        try await Trial.run { trial in
            let ids = try await fill(trial)
            let names = Dictionary(ids.map { ($1, $0) }) { first, _ in first }
            _ = try await trial.person("社工", "13900000001", .socialWorker)
            let browser = Browser(trial)
            _ = try await browser.signIn("13900000001")
            let month = trial.today.startOfMonth.adding(months: 2).description.dropLast(3)
            for (query, wanted) in [
                ("list=reviews", ["独居甲", "失能乙"]), ("list=reviews&month=\(month)", ["独居甲", "失能乙", "优抚丙"]),
                ("list=birthdays", ["独居甲", "整岁丁"]), ("list=birthdays&age=70", ["整岁丁"]),
                ("list=birthdays&age=90", []), ("list=birthdays&month=\(month)", []), ("list=alone", ["独居甲"]),
                ("list=voters", ["独居甲", "失能乙", "优抚丙", "整岁丁", "不整戊", "刚满己", "没记癸"]),
                (
                    "list=voters&day=\(trial.day(-1))",
                    ["独居甲", "失能乙", "优抚丙", "整岁丁", "不整戊", "刚满己", "差一天庚", "没记癸"]
                ),
                ("list=abilities", ["失能乙"]), ("list=alone&place=2", []), ("list=birthdays&place=2", ["整岁丁"]),
            ] as [(String, [String])] {
                let model = try await model(browser, query)
                #expect(Set(model.rows.compactMap { names[$0.person] }) == Set(wanted), "\(query)")
                #expect(model.count == wanted.count && model.rows.allSatisfy { $0.name.hasSuffix("＊") })
            }
            let reviews = try await model(browser, "list=reviews")
            #expect(reviews.late == 1 && reviews.rows.map(\.isLate) == [true, false])
            #expect(reviews.rows.map { $0.details?.level } == ["", "重度"])
            #expect(try await model(browser, "list=birthdays").rows.map(\.turns) == [80, 70])
            #expect(try await model(browser, "list=alone").unwritten == 1)
        }
    }

    @Test func whoWasAssessedIsDueWhenItIsTime() async throws {
        try await Trial.run { trial in
            let ids = try await fill(trial), person = try #require(ids["失能乙"])
            let parts = try AbilityScaleTests.parts(40)
            func assess(_ day: Day) async throws {
                let new = NewAbility(
                    on: day, parts, AbilityFindings(), by: NewAbility.Assessor("甲"), .regular)
                try await trial.perform(AssessAbility(person, new))
            }
            #expect(try await finder(trial)[.abilities] == 1)
            try await assess(trial.day(900))
            #expect(try await finder(trial)[.abilities] == 1)
            try await assess(trial.day(10))
            #expect(try await finder(trial)[.abilities] == 0)
        }
    }

    /// A list and the profile's figure are counted over one population: everywhere, and by grid.
    @Test func listAndFigureAgree() async throws {
        try await Trial.run { trial in
            _ = try await fill(trial)
            let keys = trial.steward.keys, today = trial.today
            for code in [nil, "1", "2", "3"] {
                let place = try await trial.place(code), lists = try await finder(trial, at: code)
                let profile = try await trial.database.read { try Profile(on: today, of: place, keys, $0) }
                #expect(lists[.alone].map(Int64.init) == profile[.alone], "\(code ?? "all")")
                let adults = (profile[.people] ?? 0) - (profile[.under18] ?? 0)
                // Of those of age one is from outside.
                let migrants = profile[.migrants] ?? 0
                #expect(lists[.voters].map(Int64.init) == adults - migrants, "\(code ?? "all")")
            }
        }
    }

    @Test func aListTellsNoMoreThanTheRegister() async throws {
        try await Trial.run(on: [Engine.all[0]]) { trial in
            _ = try await fill(trial)
            for (number, role, place, status, lists, reviews) in [
                (1, Role.socialWorker, nil, 200, 5, 2), (2, .communityWorker, nil, 200, 4, 1),
                (3, .gridLeader, "2", 200, 4, 0), (4, .resident, nil, 403, 0, 0),
                (5, .administrator, nil, 403, 0, 0), (6, .auditor, nil, 403, 0, 0),
            ] as [(Int, Role, String?, Int, Int, Int)] {
                let phone = "1390000000\(number)"
                _ = try await trial.person("某某", phone, role, at: place)
                let browser = Browser(trial)
                _ = try await browser.signIn(phone)
                for path in ["/register/lists", "/register/lists/print"] {
                    #expect(await browser.get(path).status == status, "\(role)")
                }
                guard status == 200 else { continue }
                let model = try await model(browser, "list=abilities")
                #expect(model.lists.count == lists, "\(role)")
                #expect(model.lists.first { $0.list == .reviews }?.count == reviews, "\(role)")
            }
            let leader = Browser(trial)
            _ = try await leader.signIn("13900000003")
            #expect(await leader.get("/register/lists?place=1").status == 403)
            #expect(await leader.get("/register/lists?place=99").status == 404)
        }
    }

    @Test func aListLeavesTheHouseLockedAndOnRecord() async throws {
        try await Trial.run { trial in
            _ = try await fill(trial)
            _ = try await trial.person("社工", "13900000001", .socialWorker)
            _ = try await trial.person("社区工作者", "13900000002", .communityWorker)
            let worker = Browser(trial), other = Browser(trial)
            _ = try await worker.signIn("13900000001")
            _ = try await other.signIn("13900000002")
            let fields = ["list": "abilities", "why": "排这个月的评估", "passphrase": ExportTests.passphrase]
            let reply = try await worker.post("/register/lists/export", fields)
            #expect(reply.status == 200 && reply.body.prefix(4) == [0xd0, 0xcf, 0x11, 0xe0])
            for (changed, refusal) in [
                (["passphrase": "12345678901"], "privacy.passphrase-short"),
                (["open": "1"], "ground.not-allowed"),
            ] {
                let sent = fields.merging(changed) { $1 }
                #expect(try await worker.post("/register/lists/export", sent).refusal == refusal)
            }
            // Who may not see health takes the reviews they see instead, and the record says so.
            #expect(try await other.post("/register/lists/export", fields).status == 200)
            let place = try await trial.place(nil).id
            await #expect(throws: RegisterRefusal.whyMissing) {
                try await trial.perform(
                    ExportList(.alone, of: place, people: 1, why: "", isOpen: false))
            }
            let community = trial.community, keys = trial.steward.keys
            let values = try await trial.database.read { reading in
                var filter = RecordFilter()
                filter.action = "privacy.export-list"
                return try RecordStore.lines(filter, in: community, reading, limit: 9).map {
                    try RecordStore.values($0.number, in: community, keys, reading)
                }
            }
            #expect(values.compactMap { $0?["list"] } == ["reviews", "abilities"])
            #expect(values.compactMap { $0?["people"] } == ["1", "1"])
            #expect(values.compactMap { $0?["why"] } == ["排这个月的评估", "排这个月的评估"])
        }
    }

    @Test func theSheetIsMaskedUnlessSomebodyMayOpenIt() async throws {
        try await Trial.run(on: [Engine.all[0]]) { trial in
            _ = try await fill(trial)
            let place = try await trial.place(nil), keys = trial.steward.keys, today = trial.today
            func table(_ list: MonthlyList, isOpen: Bool) async throws -> [[String]] {
                let ask = ask(list, today), now = trial.clock.now
                return try await trial.database.read { reading in
                    let groups = try GroupStore.groups(in: place.community, reading)
                    let finder = try MonthlyFinder(place, on: today, seeing: groups, keys, reading)
                    let rows = try finder.rows(finder.entries(ask), isOpen: isOpen)
                    let bytes = try MonthlySheet.bytes(rows, of: list, isOpen: isOpen, .chinese, now)
                    return try Sheets.Table(reading: bytes).rows.map(\.cells)
                }
            }
            let masked = try await table(.reviews, isOpen: false),
                open = try await table(.reviews, isOpen: true)
            #expect(masked.count == 2 && "\(masked)".contains("独＊＊") && !"\(masked)".contains("独居甲"))
            #expect("\(open)".contains("独居甲") && "\(open)".contains("重度") && open[0].count > masked[0].count)
        }
    }

    @Test func aPersonOfManyPagesStandsOnOne() async throws {
        try await Trial.run(on: [Engine.all[0]]) { trial in
            let many = (0..<70).map { _ in trial.newPerson("王春", .male, age: 70) }
            try await trial.household(at: "1-1-1", many)
            _ = try await trial.person("社工", "13900000001", .socialWorker)
            let browser = Browser(trial)
            _ = try await browser.signIn("13900000001")
            struct Page: Decodable {
                struct Row: Decodable { let person: Identifier }
                let rows: [Row]
                let next: String?
            }
            var seen: [Identifier] = [], after = ""
            for _ in 0..<2 {
                let ask = Ask(
                    .get, "/register/lists?list=voters&after=\(after)",
                    headers: ["accept": "application/json"])
                let page = try await browser.send(ask).decoded(Page.self)
                seen += page.rows.map(\.person)
                after = page.next ?? "end"
            }
            #expect(seen.count == 70 && Set(seen).count == 70 && after == "end")
        }
    }

    @Test func howSoonAbilityIsDueAgainIsTheStationHeads() async throws {
        try await Trial.run(on: [Engine.all[0]]) { trial in
            _ = try await trial.person("站长", "13900000001", .stationHead)
            _ = try await trial.person("社工", "13900000002", .socialWorker)
            for (phone, status, sees) in [("13900000001", 200, true), ("13900000002", 403, false)] {
                let browser = Browser(trial)
                _ = try await browser.signIn(phone)
                let page = await browser.get("/register/lists?list=abilities").text
                #expect(page.contains("多久再评一次") == sees)
                #expect(try await browser.post("/register/lists/again", ["days": "365"]).status == status)
            }
            let community = trial.community
            #expect(try await trial.database.read { try AbilityStore.days(in: community, $0) } == 365)
        }
    }
}
