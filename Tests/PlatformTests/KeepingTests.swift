import Actions
import Foundation
import Logging
import Needs
import Storage
import Testing
import Trials
import Values
import Web

@testable import People
@testable import Platform

/// What is over its time goes by itself, with a record; the clock is moved by hand.
@Suite struct KeepingTests {
    private struct Scene {
        let open: OpenHouse
        let clock: HandClock
        let community: Identifier
        let homes: [Identifier]
        let today: Day

        /// Runs every job whose time has come, as the server does.
        func night() async throws {
            let runner = JobRunner(open: open)
            let keep = try #require(open.capabilities.flatMap(\.jobs).first { $0.name == "privacy.keep" })
            clock.move(by: .hours(25))
            await runner.attempt(keep)
        }

        func lines() async throws -> [String: KeepingPage.Line] {
            let reply = try await Errand(open, at: nil).get("/settings/keeping.json")
            let model = try JSONDecoder().decode(KeepingPage.Model.self, from: Data(reply.body))
            return Dictionary(uniqueKeysWithValues: model.lines.map { ($0.name, $0) })
        }

        func perform<A: Action>(_ action: A) async throws -> A.Answer {
            try await open.steward.perform(action, by: .house, in: community)
        }

        func number(_ sql: SQL) async throws -> Int64 {
            try await open.house.database.read { try $0.number(sql) }
        }

        func resident(_ name: String, at home: Int, _ facts: [NewFact] = []) async throws -> Identifier {
            var new = NewPerson(
                name: name, sex: .female, born: Day("1950-05-01") ?? today, relation: .head,
                standing: .registered, stay: Period(since: today.adding(days: -900)), source: .visit)
            new.phone = try Phone("1381234500\(home)")
            new.facts = facts
            new.groups = [
                NewMembership(
                    "long-illness", Period(since: today.adding(days: -800)),
                    GroupDetails(basis: "病历", source: .person))
            ]
            let household = NewHousehold(
                at: homes[home], Period(since: new.stay.since), [new], source: .visit)
            _ = try await perform(AddHouseholds([household]))
            let community = community
            return try await open.house.database.read { reading in
                try #require(
                    try reading.first(
                        """
                        SELECT id FROM person WHERE community = \(community) AND name = \(name)
                        """
                    ) { try $0.identifier(0) })
            }
        }
    }

    private func withHouse(_ body: (Scene) async throws -> Void) async throws {
        try await withHouseFolder { folder in
            let clock = HandClock()
            var settings = trialSettings
            let directory = try await trialDirectory(in: folder)
            settings.keysDirectory = directory.keys
            let open = try await OpenHouse.open(
                directory, settings: settings, clock: clock, log: Logger(label: "trial"))
            defer { open.close() }
            _ = try await FirstStart.link(open, communityName: "水秀里社区")
            let community = try await Errand(open, at: nil).community
            let places =
                [NewPlace(.grid, "第1网格"), NewPlace(.building, "1号楼", below: 0)]
                + (1...4).map { NewPlace(.household, "\($0)", below: 1) }
            let made = try await open.steward.perform(
                AddPlaces(below: community, places), by: .house, in: community)
            try await body(
                Scene(
                    open: open, clock: clock, community: community, homes: Array(made.dropFirst(2)),
                    today: clock.now.day(in: .shanghai)))
        }
    }

    @Test func whyTheyLookedGoesAfterThreeYearsAndTheRecordHolds() async throws {
        try await withHouse { scene in
            let person = try await scene.resident("周谷雨", at: 0)
            _ = try await scene.perform(OpenPerson(person, .phone, why: "送药上门"))
            let values: SQL =
                """
                SELECT COUNT(*) FROM record_value v JOIN record r ON r.community = v.community
                AND r.number = v.number WHERE r.action = 'register.open-person'
                """
            try await scene.night()
            #expect(try await scene.number(values) == 1)
            scene.clock.move(by: .days(1080))
            let before = try #require(try await scene.lines()["openings"])
            #expect(before.due == 0 && before.soon == 1 && before.days == 1095 && before.last == nil)
            scene.clock.move(by: .days(20))
            #expect(try await scene.lines()["openings"]?.due == 1)
            try await scene.night()
            #expect(try await scene.number(values) == 0)
            let after = try #require(try await scene.lines()["openings"])
            #expect(after.removed == 1 && after.due == 0 && after.last != nil)
            // That somebody looked, and when, is on record still, and the chain holds.
            let looks: SQL = "SELECT COUNT(*) FROM record WHERE action = 'register.open-person'"
            #expect(try await scene.number(looks) == 1)
            let runs: SQL = "SELECT COUNT(*) FROM record WHERE action = 'privacy.remove-expired'"
            #expect(try await scene.number(runs) >= 1)
            #expect(try await Proof.of(scene.open).breaks == [])
        }
    }

    @Test func thoseWhoLeftAreForgottenInTwoSteps() async throws {
        try await withHouse { scene in
            let period = Period(since: scene.today.adding(days: -500))
            let stays = try await scene.resident("周谷雨", at: 0, [NewFact(.language, "客家话", period)])
            let leaves = try await scene.resident("郑处暑", at: 1, [NewFact(.language, "温州话", period)])
            _ = try await scene.perform(MoveOut(leaves, on: scene.today.adding(days: -1)))
            func told(_ person: Identifier) async throws -> Int64 {
                try await scene.number(
                    """
                    SELECT (SELECT COUNT(*) FROM person_fact WHERE person = \(person))
                    + (SELECT COUNT(*) FROM person WHERE id = \(person) AND phone IS NOT NULL)
                    """)
            }
            scene.clock.move(by: .days(700))
            try await scene.night()
            #expect(try await told(leaves) == 2)
            scene.clock.move(by: .days(31))
            try await scene.night()
            #expect(try await told(leaves) == 0)
            #expect(try await told(stays) == 2)
            let community = scene.community, keys = scene.open.house.keys
            func named(_ id: Identifier) async throws -> String? {
                try await scene.open.house.database.read {
                    try PersonStore.person(id, in: community, keys, $0)?.name
                }
            }
            #expect(try await named(leaves) == "郑处暑")
            // Once is enough: the next night finds nobody.
            #expect(try await scene.lines()["left"]?.due == 0)
            scene.clock.move(by: .days(3000))
            try await scene.night()
            #expect(try await named(leaves) == nil)
            #expect(try await named(stays) == "周谷雨")
            #expect(try await Proof.of(scene.open).breaks == [])
        }
    }

    @Test func aCommunitySetsItsOwnPeriods() async throws {
        try await withHouse { scene in
            let site = try await Errand(scene.open, at: nil).site
            func set(_ rule: String, _ days: String) async throws -> Reply {
                var ask = Ask(
                    .post, "/settings/keeping/\(rule)",
                    headers: ["content-type": "application/json", "accept": "application/json"])
                ask.body = Array(try JSONEncoder().encode(["days": days]))
                return await site.respond(to: ask)
            }
            #expect(try await set("openings", "30").status == 200)
            #expect(try await set("openings", "0").status == 422)
            #expect(try await set("everything", "30").status == 404)
            let person = try await scene.resident("周谷雨", at: 0)
            _ = try await scene.perform(OpenPerson(person, .phone, why: "送药上门"))
            scene.clock.move(by: .days(31))
            #expect(try await scene.lines()["openings"]?.due == 1)
            try await scene.night()
            #expect(try await scene.lines()["openings"]?.removed == 1)
        }
    }

    @Test func manyGoInSeveralActions() async throws {
        try await withHouse { scene in
            let community = scene.community, now = scene.clock.now
            try await scene.open.house.database.write(in: community) { writing in
                for number in 1...450 {
                    try writing.run(
                        """
                        INSERT INTO slip (community, id, hash, purpose, place, path, made, expires)
                        VALUES (\(community), \(Identifier.trial(UInt64(number))),
                        \(Array("slip \(number)".utf8)), 'household', \(community), '/1/', \(now), \(now))
                        """)
                }
            }
            scene.clock.move(by: .days(366))
            try await scene.night()
            #expect(try await scene.lines()["slips"]?.removed == 450)
            let runs: SQL =
                "SELECT COUNT(*) FROM removal WHERE rule = 'slips'"
            #expect(try await scene.number(runs) == 3)
            #expect(try await scene.number("SELECT COUNT(*) FROM slip WHERE purpose = 'household'") == 0)
        }
    }
}
