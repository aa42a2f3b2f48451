import Actions
import Foundation
import Storage
import Testing
import Trials
import Values
import Web

@testable import People

/// What the stored rows tell to somebody without the keys, and what the pages tell to whom.
@Suite struct RegisterSecrecyTests {
    private func fill(_ trial: Trial) async throws -> (adult: Identifier, child: Identifier) {
        var adult = trial.newPerson("司徒建国", .male, age: 40)
        adult.identity = try trial.number(adult, 7)
        adult.phone = try Phone("13812341234")
        adult.facts = [NewFact(.faith, "某教", Period(since: trial.day(50)))]
        adult.groups = [
            NewMembership(
                "mental-illness", Period(since: trial.day(30)),
                GroupDetails(level: "三级", basis: "诊断书甲", source: .department))
        ]
        let child = trial.newPerson("司徒小满", .female, age: 6, .child)
        let people = try await trial.household(at: "1-1-1", [adult, child])
        return (people[0], people[1])
    }

    @Test func theFileTellsNeitherNumbersNorGroupsNorChildren() async throws {
        try await Trial.run { trial in
            let (adult, child) = try await fill(trial)
            let bytes = try await trial.database.everyByte()
            let number = try await trial.perform(OpenPerson(adult, .identity, why: "对一下证"))
            for secret in [
                number, "13812341234", "某教", "mental-illness", "精神障碍", "三级", "诊断书甲", "小满", "司徒小",
            ] {
                #expect(!bytes.contains(secret), "\(secret) can be read in the file")
            }
            // What is allowed to stand there does, so the test looks at the right bytes.
            #expect(bytes.contains("司徒建国"))
            #expect(try await trial.registered(child).name == "司徒小满")
        }
    }

    @Test(arguments: ["司徒", "小满", "stxm", "xm", "stjg"])
    func peopleAreFoundByNameAndFirstLetters(_ words: String) async throws {
        try await Trial.run { trial in
            _ = try await fill(trial)
            let rows = try await trial.found(words)
            #expect(!rows.isEmpty, "\(words)")
            #expect(rows.allSatisfy { $0.name.hasPrefix("司徒") && $0.name.hasSuffix("＊") })
        }
    }

    @Test func peopleAreFoundByNumberPhoneAndDoor() async throws {
        try await Trial.run { trial in
            let (adult, _) = try await fill(trial)
            let number = try await trial.perform(OpenPerson(adult, .identity, why: "对一下证"))
            #expect(try await trial.found(number).map(\.id) == [adult])
            #expect(try await trial.found("138 1234 1234").map(\.id) == [adult])
            #expect(try await trial.found("1-1-1").count == 2)
            #expect(try await trial.found("王").isEmpty)
        }
    }

    @Test(arguments: [
        ("王芳", "王＊"), ("欧阳春", "欧阳＊"), ("司徒建国", "司徒＊＊"), ("艾力·吐尔逊", "艾＊＊"), ("金", "金＊"),
    ])
    func aMaskedNameShowsTheSurnameAlone(_ name: String, _ masked: String) {
        #expect(MaskedName.of(name) == masked)
    }

    @Test func openingIsForThoseWhoMayAndIsOnRecord() async throws {
        try await Trial.run { trial in
            let (adult, _) = try await fill(trial)
            let worker = try await trial.person("社工", "13900000001", .socialWorker)
            let leader = try await trial.person("网格长", "13900000002", .gridLeader, at: "1")
            let other = try await trial.person("别的网格长", "13900000003", .gridLeader, at: "2")
            let administrator = try await trial.person("管理员", "13900000004", .administrator)
            let page = "/register/people/\(adult)"
            for (phone, sees, opens) in [
                ("13900000001", 200, 201), ("13900000002", 200, 403), ("13900000003", 403, 403),
                ("13900000004", 403, 403),
            ] {
                let browser = Browser(trial)
                _ = try await browser.signIn(phone)
                #expect(await browser.get(page).status == sees, "\(phone)")
                let reply = try await browser.post(page + "/open", ["part": "phone", "why": "约时间"])
                #expect(reply.status == opens, "\(phone)")
                #expect(reply.text.contains("13812341234") == (opens == 201))
            }
            #expect(Set([worker, leader, other, administrator]).count == 4)
            let rows = try await trial.database.read { reading in
                try reading.number("SELECT COUNT(*) FROM record WHERE action = \(OpenPerson.name)")
            }
            #expect(rows == 1)
        }
    }

    @Test func sensitiveGroupsAreForThoseWhoMay() async throws {
        try await Trial.run { trial in
            let (adult, _) = try await fill(trial)
            _ = try await trial.person("社工", "13900000001", .socialWorker)
            _ = try await trial.person("社区工作者", "13900000002", .communityWorker)
            for (phone, sees) in [("13900000001", true), ("13900000002", false)] {
                let browser = Browser(trial)
                _ = try await browser.signIn(phone)
                let text = await browser.get("/register/people/\(adult)").text
                #expect(text.contains("精神障碍") == sees && text.contains("某教") == sees, "\(phone)")
                let list = await browser.get("/register?group=mental-illness").text
                #expect(list.contains("精神障碍：") == false)
                #expect(await browser.get("/register").status == 200)
            }
        }
    }

    @Test func whoMayNotSeeTheGroupSeesNoSmallCountOfIt() async throws {
        try await Trial.run { trial in
            struct Model: Decodable { let profile: Profile }
            var person = trial.newPerson("王建国", .male, age: 40)
            person.groups = [
                NewMembership(
                    "disabled-mental", Period(since: trial.day(30)), GroupDetails(source: .department))
            ]
            try await trial.household(at: "1-1-1", [person])
            _ = try await trial.person("社工", "13900000001", .socialWorker)
            _ = try await trial.person("网格长", "13900000002", .gridLeader, at: "1")
            for (phone, count) in [("13900000001", 1), ("13900000002", nil)] as [(String, Int64?)] {
                let browser = Browser(trial)
                _ = try await browser.signIn(phone)
                let page = Ask(.get, "/profile?place=1", headers: ["accept": "application/json"])
                let profile = try await browser.send(page).decoded(Model.self).profile
                #expect(profile[.mental] == count && profile[.disabled] == count, "\(phone)")
                #expect(profile[.people] == 1)
                // Nor does a single building or home have a profile.
                for place in ["1-1", "1-1-1"] {
                    #expect(await browser.get("/profile?place=\(place)").status == 404)
                }
            }
        }
    }

    @Test func thePublicProfileShowsNoSmallCount() async throws {
        try await Trial.run { trial in
            _ = try await fill(trial)
            _ = try await trial.perform(PublishProfile(quarterOf: trial.today))
            struct Model: Decodable { let profile: Profile }
            let reply = await Browser(trial).send(
                Ask(.get, "/profile", headers: ["accept": "application/json"]))
            let profile = try reply.decoded(Model.self).profile
            let counts =
                profile.cells.filter { $0.key.countsPeople }.map(\.value) + profile.sorts.map(\.value)
                + profile.bands.flatMap { [$0.men, $0.women, $0.all] } + profile.grids.flatMap(\.values)
            #expect(counts.count > 100)
            #expect(counts.allSatisfy { $0 == nil || ($0 ?? 0) >= 5 })
        }
    }
}

extension Trial {
    func found(_ words: String) async throws -> [RegisterRow] {
        let community = community, keys = steward.keys, today = today
        return try await database.read { reading in
            let top = try #require(try PlaceStore.top(of: community, reading))
            var filter = RegisterFilter()
            filter.words = words
            let list = RegisterList(
                community: community, top: top, today: today, keys: keys, reading: reading)
            return try list.page(filter).rows
        }
    }
}

extension [UInt8] {
    func contains(_ text: String) -> Bool {
        Data(self).range(of: Data(text.utf8)) != nil
    }
}
