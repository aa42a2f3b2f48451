import Actions
import Foundation
import Sheets
import Storage
import Testing
import Trials
import Values
import Web

@testable import People

/// A resident reads what is kept of them, sees who looked, and asks; staff decide.
@Suite struct OwnDataTests {
    /// A resident with an account at home, not yet known to be the person of the register.
    private struct Scene {
        let trial: Trial
        let person: Identifier
        let account: Identifier
        let resident: Browser
        let worker: Browser
        let head: Browser

        init(_ trial: Trial) async throws {
            self.trial = trial
            var new = trial.newPerson("王春分", .male, age: 40)
            new.phone = try Phone("13812341234")
            new.identity = try trial.number(new, 3)
            new.facts = [NewFact(.language, "闽南话", Period(since: trial.day(20)))]
            person = try await trial.household(
                at: "1-1-1", [new, trial.newPerson("王小雪", .female, age: 9, .child)])[0]
            account = try await trial.person("春分", "13900000009", .resident, at: "1-1-1")
            let home = try await trial.place("1-1-1"), community = trial.community, account = account
            try await trial.database.write(in: community) { writing in
                try writing.run(
                    """
                    UPDATE account SET home = \(home.id)
                    WHERE community = \(community) AND id = \(account)
                    """)
            }
            _ = try await trial.person("沈清", "13900000001", .socialWorker)
            _ = try await trial.person("何远", "13900000002", .stationHead)
            (resident, worker, head) = (Browser(trial), Browser(trial), Browser(trial))
            _ = try await resident.signIn("13900000009")
            _ = try await worker.signIn("13900000001")
            _ = try await head.signIn("13900000002")
        }

        func link() async throws { _ = try await trial.perform(LinkAccount(account, to: person)) }

        func waiting() async throws -> PersonRequest {
            let community = trial.community, keys = trial.steward.keys, account = account
            return try #require(
                try await trial.database.read {
                    try RequestStore.requests(of: account, in: community, keys, $0)
                }.first { $0.decided == nil })
        }

        func decide(_ by: Browser, _ fields: [String: String]) async throws -> Reply {
            try await by.post("/register/requests/\(try await waiting().id)", fields)
        }
    }

    @Test func staffConfirmWhoseAccountItIs() async throws {
        try await Trial.run { trial in
            let scene = try await Scene(trial)
            #expect(await scene.resident.get("/me/data").text.contains("您是登记里的哪一位"))
            #expect(try await scene.resident.post("/me/data/erase").refusal == "privacy.not-linked")
            let born = try await trial.registered(scene.person).born
            let asked = ["name": "王春分", "born": "\(born)"]
            #expect(try await scene.resident.post("/me/data/link", asked).status == 201)
            #expect(try await scene.resident.post("/me/data/link", asked).refusal == "privacy.request-waits")
            let request = try await scene.waiting()
            // Fifteen working days by the calendar, not fifteen days.
            #expect(request.due > trial.today.adding(days: 15))
            #expect(await scene.worker.get("/register/requests").text.contains("王＊＊ \(born) ✓"))
            let agree = ["outcome": "agreed", "answer": "电话里对过了"]
            #expect(try await scene.decide(scene.worker, agree).refusal == "privacy.person-missing")
            let right = agree.merging(["person": "\(scene.person)"]) { $1 }
            #expect(try await scene.decide(scene.resident, right).status == 403)
            let path = "/register/requests/\(request.id)"
            #expect(try await scene.worker.post(path, right).status == 200)
            #expect(try await scene.worker.post(path, right).refusal == "privacy.request-decided")
            #expect(
                try await scene.worker.post("/register/requests/\(trial.community)", right).refusal
                    == "privacy.no-such-request")
            let page = await scene.resident.get("/me/data").text
            #expect(page.contains("闽南话") && page.contains("138****1234") && page.contains("王春分"))
            #expect(!page.contains("13812341234") && !page.contains("王小雪"))
            #expect(try await scene.resident.post("/me/data/link", asked).refusal == "privacy.linked-already")
        }
    }

    @Test func theyReadWhoLookedAndWhy() async throws {
        try await Trial.run { trial in
            let scene = try await Scene(trial)
            try await scene.link()
            let why = ["part": "phone", "why": "约明天下午送米"]
            let path = "/register/people/\(scene.person)/open"
            #expect(try await scene.worker.post(path, why).status == 201)
            #expect(await scene.resident.get("/me/data").text.contains("沈清看了您的电话：约明天下午送米"))
        }
    }

    @Test func aCorrectionIsDecidedWithTheTypedKept() async throws {
        try await Trial.run { trial in
            let scene = try await Scene(trial)
            try await scene.link()
            let path = "/me/data/correct"
            #expect(try await scene.resident.post(path, ["part": "born", "value": "五月"]).status == 422)
            #expect(
                try await scene.resident.post(path, ["part": "name", "value": ""]).refusal
                    == "privacy.words-missing")
            let asked = ["part": "name", "value": "王春芬", "words": "写错了一个字"]
            #expect(try await scene.resident.post(path, asked).status == 201)
            let request = try await scene.waiting()
            #expect(await scene.worker.get("/register/requests").text.contains("写错了一个字"))
            #expect(
                try await scene.decide(scene.worker, ["outcome": "agreed", "answer": "改好了"]).status == 200)
            #expect(try await trial.registered(scene.person).name == "王春芬")
            let page = await scene.resident.get("/me/data").text
            #expect(page.contains("答复：改好了") && page.contains("王春芬") && page.contains("从前写的名字"))
            #expect(await scene.resident.get("/me").text.contains("有答复了"))
            let community = trial.community, keys = trial.steward.keys
            let kept = try await trial.database.read {
                try RequestStore.request(request.id, in: community, keys, $0)
            }
            #expect(kept?.typed.words == "写错了一个字" && kept?.outcome == .agreed)
        }
    }

    @Test(arguments: ["json", "xlsx"])
    func theyTakeACopyAlongInFull(_ form: String) async throws {
        try await Trial.run { trial in
            let scene = try await Scene(trial)
            #expect(
                try await scene.resident.post("/me/data/take", ["form": form]).refusal
                    == "privacy.not-linked")
            try await scene.link()
            let reply = try await scene.resident.post("/me/data/take", ["form": form])
            #expect(reply.status == 200, "\(reply.text.prefix(200))")
            if form == "json" {
                let file = try reply.decoded(PersonalFile.self)
                #expect(file.phone == "13812341234" && file.identity?.utf8.count == 18)
                #expect(file.facts.map(\.value) == ["闽南话"] && file.stays.count == 1)
            } else {
                let table = try Table(reading: reply.body)
                #expect("\(table)".contains("13812341234") && "\(table)".contains("闽南话"))
            }
            #expect(await scene.resident.get("/me/data").text.contains("春分取走了一份"))
        }
    }

    @Test func theyAgreeAndTakeBackOnTheirOwnPhone() async throws {
        try await Trial.run { trial in
            let scene = try await Scene(trial)
            try await scene.link()
            #expect(try await scene.resident.post("/me/data/consents/contact").status == 200)
            #expect(await scene.resident.get("/me/data").text.contains("自己在手机上"))
            // Somebody else's person is not theirs to speak for.
            let other = try await trial.household(at: "1-2-1", [trial.newPerson("李立夏", .male, age: 50)])[0]
            let path = "/register/people/\(other)/consents"
            let fields = ["purpose": "contact", "form": "paper", "given": "\(trial.today)"]
            #expect(try await scene.resident.post(path, fields).status == 403)
            #expect(try await scene.resident.post("/me/data/consents/contact/withdraw").status == 200)
            #expect(
                try await scene.resident.post("/me/data/consents/contact/withdraw").refusal
                    == "privacy.not-consented")
        }
    }

    @Test func whoLivesHereIsErasedAsFarAsTheLawLets() async throws {
        try await Trial.run { trial in
            let scene = try await Scene(trial)
            try await scene.link()
            let before = try await trial.profile()
            #expect(try await scene.resident.post("/me/data/erase").status == 201)
            #expect(await scene.resident.get("/me/data").text.contains("搬走以后再删"))
            let done = ["outcome": "agreed", "answer": "能删的删了"]
            #expect(try await scene.decide(scene.worker, done).status == 403)
            #expect(try await scene.decide(scene.head, done).status == 200)
            let after = try await trial.registered(scene.person)
            #expect(after.name == "王春分" && !after.hasPhone && after.hasIdentity)
            let page = await scene.resident.get("/me/data").text
            #expect(!page.contains("闽南话"))
            #expect(try await trial.profile().cells.map(\.value) == before.cells.map(\.value))
            #expect(try await trial.breaks().isEmpty)
        }
    }

    @Test func whoLeftIsErasedWholeAndCountedStill() async throws {
        try await Trial.run { trial in
            let scene = try await Scene(trial)
            try await scene.link()
            try await trial.perform(MoveOut(scene.person, on: trial.day(1)))
            let number = try await trial.perform(OpenPerson(scene.person, .identity, why: "对一下"))
            let past = trial.day(10), before = try await trial.profile(on: past)
            #expect(try await scene.head.post("/register/people/\(scene.person)/erase").status == 200)
            let bytes = try await trial.database.everyByte()
            for secret in ["王春分", number, "13812341234"] { #expect(!bytes.contains(secret), "\(secret)") }
            #expect(try await trial.profile(on: past).cells.map(\.value) == before.cells.map(\.value))
            let page = await scene.head.get("/register/people/\(scene.person)")
            #expect(page.status == 404 && page.text.contains("已经按要求删除"))
            #expect(await scene.resident.get("/me/data").text.contains("您是登记里的哪一位"))
            await #expect(throws: PrivacyRefusal.erased) {
                try await trial.perform(OpenPerson(scene.person, .name, why: "再看看"))
            }
            let community = trial.community, keys = trial.steward.keys
            let chain = try await trial.database.read {
                try RecordChain(of: community, in: $0, keys: keys)
            }
            #expect(chain.breaks.isEmpty && chain.length > 5)
            #expect(try await trial.breaks().isEmpty)
        }
    }

    @Test func anAccountIsTakenApartFromAPerson() async throws {
        try await Trial.run { trial in
            let scene = try await Scene(trial)
            let base = "/register/people/\(scene.person)/accounts/\(scene.account)"
            #expect(await scene.worker.get("/register/people/\(scene.person)").text.contains("同一户的账户"))
            #expect(try await scene.worker.post(base + "/end").refusal == "privacy.not-linked")
            #expect(try await scene.worker.post(base).status == 200)
            #expect(try await scene.worker.post(base).refusal == "privacy.linked-already")
            #expect(try await scene.worker.post(base + "/end").status == 200)
            #expect(await scene.resident.get("/me/data").text.contains("您是登记里的哪一位"))
        }
    }

    @Test func theDaysForAnAnswerAreTheCommunitysOwn() async throws {
        try await Trial.run { trial in
            let scene = try await Scene(trial)
            #expect(try await scene.head.post("/settings/purposes/answer", ["days": "3"]).status == 200)
            await #expect(throws: PrivacyRefusal.noSuchPeriod) {
                try await trial.perform(SetPeriod(PrivacyPeriod(name: "answer", days: 0)))
            }
            #expect(await scene.resident.get("/me/data").text.contains("3个工作日内"))
        }
    }
}
