import Actions
import Foundation
import Storage
import Testing
import Trials
import Values
import Web

@testable import People

/// Results of ability assessments: written down once, sealed, and shown to those who may see health.
@Suite struct AbilityTests {
    private func result(
        _ total: Int, on day: Day, _ findings: AbilityFindings = AbilityFindings(),
        _ kind: AbilityKind = .assessed
    ) throws -> NewAbility {
        NewAbility(
            on: day, try AbilityScaleTests.parts(total), findings,
            by: NewAbility.Assessor("评估员甲乙", of: "评估中心丙丁", kind), .first)
    }

    private func elder(_ trial: Trial, _ code: String = "1-1-1") async throws -> Identifier {
        try await trial.household(at: code, [trial.newPerson("欧阳重阳", .female, age: 82)])[0]
    }

    private func assessments(_ trial: Trial, _ person: Identifier) async throws -> [AbilityAssessment] {
        let community = trial.community, keys = trial.steward.keys
        return try await trial.database.read {
            try AbilityStore.assessments(of: person, in: community, keys, $0)
        }
    }

    @Test func aResultIsKeptWithItsLevelAndTheNextOneIsDue() async throws {
        try await Trial.run { trial in
            let person = try await elder(trial)
            let risks = AbilityFindings(risks: 2)
            try await trial.perform(AssessAbility(person, try result(70, on: trial.day(400))))
            try await trial.perform(SetPeriod(PrivacyPeriod(name: "ability", days: 180)))
            try await trial.perform(
                AssessAbility(person, try result(70, on: trial.day(9), risks), level: .moderate))
            let all = try await assessments(trial, person)
            #expect(all.map(\.day) == [trial.day(9), trial.day(400)])
            #expect(all.map { $0.reckoning?.level } == [.moderate, .mild])
            #expect(all.map { $0.reckoning?.sum } == [70, 70])
            #expect(all[0].result?.findings == risks && all[0].result?.assessor == "评估员甲乙")
            // The period that held when it was written; two years where nobody set one.
            #expect(all.map(\.due) == [trial.day(9).adding(days: 180), trial.day(400).adding(days: 730)])
            #expect(try await trial.breaks() == [])
        }
    }

    @Test func theFileTellsNothingOfIt() async throws {
        try await Trial.run { trial in
            let person = try await elder(trial)
            try await trial.perform(
                AssessAbility(
                    person, try result(33, on: trial.day(3), AbilityFindings(diagnoses: [.dementia]))))
            let bytes = try await trial.database.everyByte()
            for secret in ["评估员甲乙", "评估中心丙丁", "dementia", "self-care", "isComatose"] {
                #expect(!bytes.contains(secret), "\(secret) can be read in the file")
            }
            #expect(bytes.contains("欧阳重阳"))
        }
    }

    @Test func whatCannotBeIsRefused() async throws {
        try await Trial.run { trial in
            let person = try await elder(trial)
            let other = try await trial.household(at: "1-1-2", [trial.newPerson("王春", .male, age: 60)])[0]
            try await trial.perform(AssessAbility(person, try result(50, on: trial.day(5))))
            let nobody = NewAbility(
                on: trial.day(4), try AbilityScaleTests.parts(50), AbilityFindings(),
                by: NewAbility.Assessor(""), .first)
            let reckoned = try AbilityReckoning(try AbilityScaleTests.parts(66), AbilityFindings())
            for (refusal, action) in [
                (.dayAhead, AssessAbility(person, try result(50, on: trial.day(-1)))),
                (.assessorMissing, AssessAbility(person, nobody)),
                (.assessedThatDay, AssessAbility(person, try result(60, on: trial.day(5)))),
                // Sixty since thirty days, and assessed before.
                (.notAnElder, AssessAbility(other, try result(60, on: trial.day(31)))),
                (
                    .levelDiffers(.moderate, reckoned),
                    AssessAbility(person, try result(66, on: trial.day(4)), level: .moderate)
                ),
            ] as [(AbilityRefusal, AssessAbility)] {
                await #expect(throws: refusal) { try await trial.perform(action) }
            }
            try await trial.perform(AssessAbility(other, try result(60, on: trial.day(30))))
            await #expect(throws: AbilityRefusal.notAssessed) {
                try await trial.perform(StrikeAbility(.trial(9), of: person))
            }
            #expect(try await assessments(trial, person).count == 1)
        }
    }

    @Test func whatWasWrittenByMistakeIsStruckOutAndStays() async throws {
        try await Trial.run { trial in
            let person = try await elder(trial), day = trial.day(5)
            try await trial.perform(AssessAbility(person, try result(50, on: day)))
            let wrong = try #require(try await assessments(trial, person).first).id
            try await trial.perform(StrikeAbility(wrong, of: person))
            try await trial.perform(AssessAbility(person, try result(60, on: day)))
            let all = try await assessments(trial, person)
            #expect(all.map(\.isStruck).sorted { !$0 && $1 } == [false, true])
            #expect(all.first { !$0.isStruck }?.reckoning?.sum == 60)
            await #expect(throws: AbilityRefusal.notAssessed) {
                try await trial.perform(StrikeAbility(wrong, of: person))
            }
            let community = trial.community
            let last = try await trial.database.read { try AbilityStore.last(in: community, $0) }
            #expect(last.count == 1 && last[person]?.day == day)
        }
    }

    @Test func theStationsOwnScreeningRestsOnConsent() async throws {
        try await Trial.run { trial in
            let person = try await elder(trial)
            try await trial.perform(NoteConsent("care", of: person, .inPerson))
            try await trial.perform(AssessAbility(person, try result(50, on: trial.day(8))))
            try await trial.perform(
                AssessAbility(person, try result(44, on: trial.day(3), .init(), .screened)))
            try await trial.perform(WithdrawConsent("care", of: person, .inPerson))
            #expect(try await assessments(trial, person).map { $0.result?.kind } == [.assessed])
            // Who left is erased whole.
            try await trial.perform(MoveOut(person, on: trial.today))
            try await trial.perform(ErasePerson(person))
            #expect(try await assessments(trial, person).isEmpty)
        }
    }

    @Test func aMergeLendsResultsAndTakesThemBack() async throws {
        try await Trial.run { trial in
            let kept = try await elder(trial), gone = try await elder(trial, "2-1-1")
            try await trial.perform(AssessAbility(kept, try result(80, on: trial.day(50))))
            try await trial.perform(AssessAbility(gone, try result(79, on: trial.day(50))))
            try await trial.perform(AssessAbility(gone, try result(40, on: trial.day(20))))
            try await trial.perform(MergePeople(keep: kept, over: gone))
            #expect(try await assessments(trial, kept).map { $0.reckoning?.sum } == [40, 80])
            try await trial.perform(UnmergePeople(gone))
            #expect(try await assessments(trial, kept).map { $0.reckoning?.sum } == [80])
            #expect(try await assessments(trial, gone).count == 2)
        }
    }

    // MARK: The page

    private func form(_ trial: Trial, stairs: String = "3") -> [String: String] {
        var fields = [
            "day": trial.day(1).description, "kind": "assessed", "reason": "first", "assessor": "评估员甲乙",
            "self-care": "20", "mind": "22", "senses": "10", "level": "mild", "risks": "1",
        ]
        for item in AbilityDomain.movement.items { fields[item.rawValue] = "\(item.most)" }
        fields["stairs"] = stairs
        return fields
    }

    @Test func thePageIsForThoseWhoMaySeeHealth() async throws {
        try await Trial.run(on: [Engine.all[0]]) { trial in
            let person = try await elder(trial)
            let page = "/register/people/\(person)/ability"
            for (number, role, place, sees, writes) in [
                (1, Role.socialWorker, nil, 200, 200), (2, .stationHead, nil, 200, 409),
                (3, .supervisor, nil, 200, 403), (4, .communityWorker, nil, 403, 403),
                (5, .gridLeader, "1", 403, 403), (6, .socialWorker, "2", 403, 403),
                (7, .administrator, nil, 403, 403),
            ] as [(Int, Role, String?, Int, Int)] {
                let phone = "1390000000\(number)"
                _ = try await trial.person("某某", phone, role, at: place)
                let browser = Browser(trial)
                _ = try await browser.signIn(phone)
                #expect(try await browser.post(page, form(trial)).status == writes, "\(role) \(number)")
                let reply = await browser.get(page)
                #expect(reply.status == sees, "\(role) \(number)")
                #expect(reply.text.contains("轻度失能") == (sees == 200))
                let whole = await browser.get("/register/people/\(person)").text
                #expect(whole.contains("轻度失能") == (sees == 200), "\(role) \(number)")
            }
        }
    }

    @Test func theFormAddsUpWithoutScriptsAndSaysWhatDiffers() async throws {
        try await Trial.run(on: [Engine.all[0]]) { trial in
            let person = try await elder(trial)
            let page = "/register/people/\(person)/ability"
            _ = try await trial.person("社工", "13900000001", .socialWorker)
            let browser = Browser(trial)
            _ = try await browser.signIn("13900000001")
            // 20 and 15 and 22 and 10 are 67; one less on the stairs is still mild, two less are not.
            let counted = try await browser.count(page, form(trial, stairs: "2"))
            #expect(counted.status == 200 && counted.text.contains("总分66，轻度失能"))
            #expect(counted.text.contains("14／15分"))
            let open = form(trial).filter { $0.key != "stairs" }
            let partly = try await browser.count(page, open)
            #expect(partly.text.contains("还没选全，现在是这样") && partly.text.contains("20／32分"))
            #expect(try await assessments(trial, person).isEmpty)
            let differs = try await browser.post(page, form(trial, stairs: "1"))
            #expect(differs.refusal == "ability.level-differs" && differs.text.contains("中度失能（65分）"))
            #expect(try await browser.post(page, open).refusal == "ability.items-missing")
            let young = try await trial.household(at: "1-1-2", [trial.newPerson("王春", .male, age: 40)])[0]
            let other = "/register/people/\(young)/ability"
            #expect(try await browser.post(other, form(trial)).refusal == "ability.not-an-elder")
            #expect(!(await browser.get(other).text.contains("记一次评估")))
            #expect(!(await browser.get("/register/people/\(young)").text.contains("老年人能力评估")))
        }
    }

    /// The level becomes a group's only when somebody says so.
    @Test func aGroupFollowsWhenSomebodySaysSo() async throws {
        try await Trial.run(on: [Engine.all[0]]) { trial in
            let person = try await elder(trial)
            let page = "/register/people/\(person)"
            _ = try await trial.person("社工", "13900000001", .socialWorker)
            let browser = Browser(trial)
            _ = try await browser.signIn("13900000001")
            try await trial.perform(AssessAbility(person, try result(40, on: trial.day(3))))
            #expect(try await trial.profile()[.dependent] == 0)
            #expect(await browser.get(page + "/ability").text.contains("记入“失能老人”"))
            let entered = try await browser.post(
                page + "/groups",
                [
                    "group": "elder-dependent", "level": "重度失能", "basis": "能力评估2026-11-21",
                    "since": trial.today.description, "source": "department",
                ])
            #expect(entered.status == 200, "\(entered.text)")
            #expect(try await trial.profile()[.dependent] == 1)
            let text = await browser.get(page + "/ability").text
            #expect(text.contains("程度已经一样") && !text.contains("记入“失能老人”"))
            #expect(await browser.get(page).text.contains("能力评估2026-11-21"))
        }
    }
}

extension Browser {
    /// The form sent with its first button: added up, not kept.
    fileprivate func count(_ path: String, _ fields: [String: String]) async throws -> Reply {
        let page = await get(path).text
        let mark = try #require(page.firstMatch(of: /name="csrf" value="([^"]+)"/)).1
        var ask = Ask(
            .post, path,
            headers: ["content-type": "application/x-www-form-urlencoded", "accept": "text/html"])
        let all = fields.merging(["step": "count", "csrf": String(mark)]) { $1 }
        ask.body = Array(
            all.map { "\(Percent.encode($0))=\(Percent.encode($1))" }.joined(separator: "&").utf8)
        return await send(ask)
    }
}
