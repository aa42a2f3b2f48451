import Actions
import Storage
import Testing
import Trials
import Values

@testable import People

/// Homes: how large, whose, who rents them, and what was before.
@Suite struct HomeTests {
    @Test(arguments: [
        ("1/2", 1, 2), ("１／３", 1, 3), ("50%", 5_000, 10_000), ("33.33%", 3_333, 10_000), ("1", 1, 1),
        ("0.5%", 50, 10_000),
    ])
    func aShareIsRead(_ text: String, _ above: Int, _ below: Int) {
        #expect(Share(text) == Share(above, of: below))
    }

    @Test(arguments: ["", "0", "2", "3/2", "0/1", "1/0", "1/2/3", "-1/2", "101%", "1.333%", "一半", "1/99999"])
    func whatIsNoShareIsNone(_ text: String) { #expect(Share(text) == nil) }

    @Test(arguments: [
        (["1"], true), (["1/2", "1/2"], true), (["1/3", "1/3", "1/3"], true), (["33.33%", "66.67%"], true),
        (["1/2", "1/3", "1/6"], true), (["33.33%", "33.33%", "33.33%"], false), (["1/2"], false),
        (["1", "1/10000"], false), ([], false),
    ])
    func sharesMakeOneWholeExactly(_ texts: [String], _ isWhole: Bool) {
        #expect(Share.areWhole(texts.compactMap { Share($0) }) == isWhole)
    }

    private func owner(_ name: String, _ share: String) throws -> NewHolder {
        NewHolder(.other(name: name, phone: nil), share: try #require(Share(share)))
    }

    private func holders(_ trial: Trial, _ home: Identifier) async throws -> [HomeHolder] {
        let community = trial.community, keys = trial.steward.keys
        return try await trial.database.read {
            try HolderStore.holders(of: home, in: community, keys, $0)
        }
    }

    @Test func ownersChangeTogetherAndTheFormerStay() async throws {
        try await Trial.run { trial in
            let home = try await trial.place("1-1-1").id
            let living = try await trial.household(at: "1-1-1", [trial.newPerson("王芳", .female, age: 40)])
            try await trial.perform(
                SetOwners(home, [try owner("李建国", "1")], since: trial.day(400), source: .department))
            try await trial.perform(
                SetOwners(
                    home,
                    [
                        NewHolder(.registered(living[0]), share: try #require(Share("2/3"))),
                        try owner("赵敏", "1/3"),
                    ], since: trial.day(30), source: .person))
            let all = try await holders(trial, home)
            #expect(all.filter { $0.period.until == nil }.map(\.share.text).sorted() == ["1/3", "2/3"])
            #expect(Set(all.compactMap(\.name)) == ["王芳", "赵敏", "李建国"])
            #expect(all.first { $0.name == "李建国" }?.period.until == trial.day(30))
            #expect(try await trial.breaks() == [])
        }
    }

    @Test func tenantsComeAndGo() async throws {
        try await Trial.run { trial in
            let home = try await trial.place("1-1-1").id
            let tenant = NewHolder(.other(name: "潘小云", phone: try Phone("13800138000")))
            try await trial.perform(EnterTenant(home, tenant, since: trial.day(50), source: .person))
            let id = try #require(try await holders(trial, home).first).id
            try await trial.perform(EndTenant(id, of: home, on: trial.day(10)))
            #expect(try await holders(trial, home).map(\.period.until) == [trial.day(10)])
            await #expect(throws: RegisterRefusal.nothingThere) {
                try await trial.perform(EndTenant(id, of: home, on: trial.day(5)))
            }
        }
    }

    @Test func floorAreasFollowOneAnotherAndAreSummed() async throws {
        try await Trial.run { trial in
            let home = try await trial.place("1-1-1").id, community = trial.community
            func measure(_ units: Int64, _ daysAgo: Int) async throws {
                try await trial.perform(
                    MeasureHome(
                        home, Area(units: units), floor: 3, since: trial.day(daysAgo), source: .department))
            }
            try await measure(8_950, 300)
            try await measure(9_120, 20)
            try await measure(9_100, 20)
            await #expect(throws: RegisterRefusal.endsBeforeStart) { try await measure(9_000, 200) }
            let areas = try await trial.database.read {
                try HolderStore.areas(of: home, in: community, $0)
            }
            #expect(areas.map(\.area.units) == [9_100, 8_950])
            let totals = try await trial.database.read { reading in
                let top = try #require(try PlaceStore.top(of: community, reading))
                return try HomeList(community: community, top: top, reading: reading).totals()
            }
            #expect(totals.homes == 12 && totals.measured == 1 && totals.area.units == 9_100)
            #expect(try await trial.breaks() == [])
        }
    }

    @Test func whatCannotBeIsRefused() async throws {
        try await Trial.run(on: [Engine.all[0]]) { trial in
            let home = try await trial.place("1-1-1").id, building = try await trial.place("1-1").id
            let living = try await trial.household(at: "1-1-1", [trial.newPerson("王芳", .female, age: 40)])
            let half = NewHolder(.registered(living[0]), share: try #require(Share("1/2")))
            let day = trial.day(5)
            func set(_ owners: [NewHolder], _ home: Identifier, _ day: Day) -> SetOwners {
                SetOwners(home, owners, since: day, source: .person)
            }
            let whole = [try owner("李建国", "1")]
            for (refusal, action) in [
                (RegisterRefusal.noOwners, set([], home, day)), (.sharesNotWhole, set([half], home, day)),
                (.ownsTwice, set([half, half], home, day)), (.notAHome, set(whole, building, day)),
                (.holderUnnamed, set([try owner("", "1")], home, day)),
                (.dayAhead, set(whole, home, trial.day(-1))),
            ] {
                await #expect(throws: refusal) { try await trial.perform(action) }
            }
            await #expect(throws: RegisterRefusal.areaOutOfRange) {
                try await trial.perform(
                    MeasureHome(home, Area(units: 1), floor: 0, since: day, source: .visit))
            }
            try await trial.perform(EnterTenant(home, half, since: day, source: .visit))
            await #expect(throws: RegisterRefusal.rentsAlready) {
                try await trial.perform(EnterTenant(home, half, since: trial.day(1), source: .visit))
            }
            #expect(try await trial.breaks() == [])
        }
    }

    @Test func thePageWritesAndMasks() async throws {
        try await Trial.run(on: [Engine.all[0]]) { trial in
            let home = try await trial.place("1-1-1").id
            _ = try await trial.person("社区工作者", "13800138001", .communityWorker)
            _ = try await trial.person("楼长", "13800138002", .stairwellHead)
            let worker = Browser(trial), head = Browser(trial)
            _ = try await worker.signIn("13800138001")
            _ = try await head.signIn("13800138002")
            let today = trial.day(1).description
            let sent = try await worker.post(
                "/register/homes/\(home)/owners",
                [
                    "name1": "李建国", "share1": "1/2", "name2": "赵敏", "share2": "50%", "since": today,
                    "source": "person",
                ])
            #expect(sent.status == 200, "\(sent.text)")
            let wrong = try await worker.post(
                "/register/homes/\(home)/owners",
                ["name1": "李建国", "share1": "1/3", "since": trial.today.description, "source": "person"])
            #expect(wrong.status == 422 && wrong.refusal == "register.shares-not-whole")
            let area = try await worker.post(
                "/register/homes/\(home)/area", ["area": "89.50", "since": today, "source": "person"])
            #expect(area.status == 200, "\(area.text)")
            let page = await worker.get("/register/homes/\(home)")
            #expect(page.text.contains("李＊＊") && !page.text.contains("李建国") && page.text.contains("89.50"))
            #expect(await worker.get("/register/homes").text.contains("89.50"))
            #expect(await head.get("/register/homes/\(home)").status == 403)
        }
    }
}
