import Actions
import Storage
import Testing
import Trials
import Values
import Web

@testable import People

/// Consent by purpose: who gave it, to which words, and what ends with it.
@Suite struct ConsentTests {
    private func consents(_ trial: Trial, of person: Identifier) async throws -> [Consent] {
        let community = trial.community, keys = trial.steward.keys
        return try await trial.database.read {
            try ConsentStore.consents(of: person, in: community, keys, $0)
        }
    }

    private func facts(_ trial: Trial, of person: Identifier) async throws -> [FactStore.Line] {
        let community = trial.community, keys = trial.steward.keys
        return try await trial.database.read { try FactStore.facts(of: person, in: community, keys, $0) }
    }

    private func groups(_ trial: Trial, of person: Identifier) async throws -> [GroupMembership] {
        let community = trial.community, keys = trial.steward.keys
        return try await trial.database.read { reading in
            let groups = try GroupStore.groups(in: community, reading)
            return try GroupStore.memberships(of: person, among: groups, in: community, keys, reading)
        }
    }

    @Test func aConsentSaysToWhichWordsWhenAndHow() async throws {
        try await Trial.run { trial in
            let person = try await trial.household(at: "1-1-1", [trial.newPerson("王春", .male, age: 40)])[0]
            try await trial.perform(NoteConsent("contact", of: person, .paper, given: trial.day(3)))
            await #expect(throws: PrivacyRefusal.consentedAlready) {
                try await trial.perform(NoteConsent("contact", of: person, .inPerson))
            }
            let words = Purpose.Wording("只打电话，不上门。", "By telephone alone, no visit.")
            try await trial.perform(WordPurpose("contact", .init("告诉电话", "Tell the telephone"), words))
            try await trial.perform(NoteConsent("contact", of: person, .inPerson))
            let all = try await consents(trial, of: person)
            #expect(all.map(\.version) == [2, 1] && all.allSatisfy(\.holds))
            #expect(all[1].given == trial.day(3) && all[1].form == .paper && all[1].giver == .themselves)
            try await trial.perform(WithdrawConsent("contact", of: person, .inPerson))
            #expect(try await consents(trial, of: person).allSatisfy { $0.withdrawn == trial.today })
            await #expect(throws: PrivacyRefusal.notConsented) {
                try await trial.perform(WithdrawConsent("contact", of: person, .inPerson))
            }
        }
    }

    @Test func aChildsConsentIsTheGuardians() async throws {
        try await Trial.run { trial in
            let child = trial.newPerson("王小满", .female, age: 8, .child)
            let people = try await trial.household(
                at: "1-1-1", [trial.newPerson("王春", .male, age: 40), child])
            await #expect(throws: PrivacyRefusal.guardianMissing) {
                try await trial.perform(NoteConsent("publish", of: people[1], .paper))
            }
            let guardian = Consent.Guardian(name: "方知秋", relation: "妈妈")
            try await trial.perform(NoteConsent("publish", of: people[1], .paper, guardian: guardian))
            let known = try await consents(trial, of: people[1])
            #expect(known.map(\.guardian) == [guardian] && known[0].giver == .guardian)
            #expect(!(try await trial.database.everyByte()).contains("方知秋"))
        }
    }

    @Test func aFaithIsNotedOnlyWithConsentAndGoesWithIt() async throws {
        try await Trial.run { trial in
            let person = try await trial.household(at: "1-1-1", [trial.newPerson("王春", .male, age: 40)])[0]
            let faith = NoteFact(
                NewFact(.faith, "某教", Period(since: trial.day(1))), of: person, source: .person)
            await #expect(throws: PrivacyRefusal.consentMissing) { try await trial.perform(faith) }
            try await trial.perform(NoteConsent("faith", of: person, .inPerson))
            try await trial.perform(faith)
            #expect(try await facts(trial, of: person).map(\.value) == ["某教"])
            try await trial.perform(WithdrawConsent("faith", of: person, .inPerson))
            #expect(try await facts(trial, of: person).isEmpty)
        }
    }

    @Test func whatTheyToldOfThemselvesEndsWithTheConsentAndTheListsOfTheLawStay() async throws {
        try await Trial.run { trial in
            var new = trial.newPerson("王春", .male, age: 70)
            func member(_ code: String, _ source: FactSource) -> NewMembership {
                NewMembership(
                    code, Period(since: trial.day(30)), GroupDetails(level: "二级", basis: "乙", source: source))
            }
            new.groups = [
                member("long-illness", .person), member("mental-illness", .department),
                member("elder-alone", .visit),
            ]
            let person = try await trial.household(at: "1-1-1", [new])[0]
            try await trial.perform(NoteConsent("care", of: person, .inPerson))
            try await trial.perform(WithdrawConsent("care", of: person, .inPerson))
            let after = Dictionary(
                uniqueKeysWithValues: try await groups(trial, of: person).map { ($0.group.code, $0) })
            let told = try #require(after["long-illness"])
            #expect(
                told.period.until == trial.today && told.details?.level == "" && told.details?.basis == "")
            let listed = try #require(after["mental-illness"])
            #expect(listed.period.until == nil && listed.details?.level == "二级")
            // Living alone is no secret, and rests on no consent.
            #expect(after["elder-alone"]?.period.until == nil)
            #expect(try await trial.breaks().isEmpty)
        }
    }

    @Test func thePageAsksWhereSomethingIsInUseWithoutConsent() async throws {
        try await Trial.run { trial in
            var new = trial.newPerson("王春", .male, age: 70)
            new.groups = [
                NewMembership("long-illness", Period(since: trial.day(30)), GroupDetails(source: .person))
            ]
            let person = try await trial.household(at: "1-1-1", [new])[0]
            _ = try await trial.person("沈清", "13900000001", .socialWorker)
            let worker = Browser(trial)
            _ = try await worker.signIn("13900000001")
            let path = "/register/people/\(person)"
            #expect(await worker.get(path).text.contains("现在用着、还没有同意的：记下健康和困难"))
            let fields = ["purpose": "care", "form": "in-person", "given": "\(trial.today)"]
            #expect(try await worker.post(path + "/consents", fields).status == 200)
            let page = await worker.get(path).text
            #expect(!page.contains("还没有同意的") && page.contains("第1版说法"))
            #expect(try await worker.post(path + "/consents/care/withdraw").status == 200)
            #expect(await worker.get(path).text.contains("收回"))
        }
    }

    @Test func purposesAreWordedByTheStationHeadAndNobodyElse() async throws {
        try await Trial.run { trial in
            _ = try await trial.person("沈清", "13900000001", .socialWorker)
            _ = try await trial.person("何远", "13900000002", .stationHead)
            let worker = Browser(trial), head = Browser(trial)
            _ = try await worker.signIn("13900000001")
            _ = try await head.signIn("13900000002")
            let fields = [
                "code": "album", "chinese": "进社区相册", "english": "Stand in the album",
                "words-chinese": "照片放进社区相册。", "words-english": "The picture goes into the album.",
            ]
            #expect(try await worker.post("/settings/purposes", fields).status == 403)
            #expect(try await head.post("/settings/purposes", fields).status == 200)
            #expect(await head.get("/settings/purposes").text.contains("进社区相册"))
            let unfit = fields.merging(["code": "A b"]) { $1 }
            #expect(try await head.post("/settings/purposes", unfit).refusal == "privacy.code-unfit")
            let closing = fields.merging(["closed": "1"]) { $1 }
            #expect(try await head.post("/settings/purposes", closing).status == 200)
            #expect(!(await head.get("/settings/purposes").text.contains("进社区相册")))
            let person = try await trial.household(at: "1-1-1", [trial.newPerson("王春", .male, age: 40)])[0]
            await #expect(throws: PrivacyRefusal.noSuchPurpose) {
                try await trial.perform(NoteConsent("album", of: person, .paper))
            }
        }
    }
}
