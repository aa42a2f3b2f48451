import Actions
import Foundation
import Sealing
import Storage
import Testing
import Trials
import Values
import Web

@testable import People

/// Coming in and going out, through the site itself.
@Suite struct SignInTests {
    @Test func aPasswordOpensAndASignOutCloses() async throws {
        try await Trial.run { trial in
            _ = try await trial.person("社工", "13900000001", .socialWorker)
            let browser = Browser(trial)
            #expect(await browser.get("/me").header("Location")?.hasPrefix("/sign-in") == true)
            let answer = try await browser.signIn("139 0000 0001")
            #expect(answer.status == 200)
            // This house has people alone; where there are needs to list, a worker lands on the day's work.
            #expect(answer.header("Location") == "/people")
            #expect(await browser.get("/me").text.contains("139****0001"))
            _ = try await browser.post("/sign-out")
            #expect(await browser.get("/me").status == 303)
        }
    }

    @Test func anUnknownNumberIsAnsweredLikeAWrongPassword() async throws {
        try await Trial.run { trial in
            _ = try await trial.person("社工", "13900000001", .socialWorker)
            let known = try await Browser(trial).signIn("13900000001", "不是这个密码")
            let unknown = try await Browser(trial).signIn("13900000009", "不是这个密码")
            #expect(known.status == 422 && known.refusal == "people.wrong-proof")
            #expect(known.body.sorted() == unknown.body.sorted())
        }
    }

    @Test func failuresCostAGrowingDelay() async throws {
        try await Trial.run { trial in
            _ = try await trial.person("社工", "13900000001", .socialWorker)
            let browser = Browser(trial)
            for _ in 0..<4 {
                #expect(try await browser.signIn("13900000001", "不是这个密码").refusal == "people.wrong-proof")
            }
            #expect(try await browser.signIn("13900000001").refusal == "people.try-later")
            #expect(try await browser.signIn("13900000009", "不是这个密码").refusal == "people.wrong-proof")
            trial.clock.move(by: .seconds(6))
            #expect(try await browser.signIn("13900000001", "不是这个密码").refusal == "people.wrong-proof")
            trial.clock.move(by: .seconds(6))
            #expect(try await browser.signIn("13900000001").refusal == "people.try-later")
            trial.clock.move(by: .seconds(6))
            #expect(try await browser.signIn("13900000001").status == 200)
        }
    }

    @Test func aSessionEndsIdleAndIsTouchedSeldom() async throws {
        try await Trial.run { trial in
            _ = try await trial.person("社工", "13900000001", .socialWorker)
            let browser = Browser(trial)
            _ = try await browser.signIn("13900000001")
            trial.clock.move(by: .hours(11))
            #expect(await browser.get("/me").status == 200)
            // The touch is written behind the answer.
            let now = trial.clock.now
            for _ in 0..<100 {
                let used = try await trial.database.read { try $0.number("SELECT MAX(used) FROM session") }
                if used == now.microseconds { break }
                try await Task.sleep(for: .milliseconds(50))
            }
            trial.clock.move(by: .hours(11))
            #expect(await browser.get("/me").status == 200)
            trial.clock.move(by: .hours(25))
            #expect(await browser.get("/me").status == 303)
        }
    }

    @Test func aSecondFactorIsAskedForAndServesOnce() async throws {
        try await Trial.run { trial in
            let account = try await trial.person("站长", "13900000001", .stationHead)
            let factor = TimeCode()
            _ = try await trial.perform(SetSecondFactor(account, secret: factor.secret))
            let browser = Browser(trial)
            let half = try await browser.signIn("13900000001")
            #expect(half.header("Location") == "/sign-in/second")
            #expect(await browser.get("/me").status == 303)
            #expect(try await browser.post("/sign-in/second", ["code": "000000"]).status == 422)
            let code = factor.code(at: trial.clock.now)
            #expect(try await browser.post("/sign-in/second", ["code": code]).status == 200)
            #expect(await browser.get("/me").status == 200)
            let other = Browser(trial)
            _ = try await other.signIn("13900000001")
            #expect(try await other.post("/sign-in/second", ["code": code]).status == 422)
        }
    }

    @Test func theDemoShowsTheCodeAndAHouseWithoutGatewaySendsNone() async throws {
        try await Trial.run(demo: true) { trial in
            let browser = Browser(trial)
            let sent = try await browser.post("/sign-in/send", ["mobile": "13900000008"])
            #expect(sent.status == 200)
            let page = try await browser.get("/sign-in/code.json").decoded(CodePage.Model.self)
            let code = try #require(page.shown)
            #expect(page.phone == "139****0008")
            let wrong = code == "123456" ? "654321" : "123456"
            #expect(try await browser.post("/sign-in/code", ["code": wrong]).refusal == "people.wrong-code")
            #expect(try await browser.post("/sign-in/code", ["code": code]).status == 200)
            let me = try await browser.get("/me.json").decoded(MePage.Model.self)
            #expect(me.account.phoneIsProved && me.roles.map(\.role) == [.resident])
            #expect(try await browser.post("/sign-in/code", ["code": code]).refusal == "people.code-gone")
        }
        try await Trial.run { trial in
            let answer = try await Browser(trial).post("/sign-in/send", ["mobile": "13900000008"])
            #expect(answer.refusal == "people.codes-are-off")
            #expect(try await Browser(trial).post("/demo/sign-in", ["role": "administrator"]).status == 404)
        }
    }

    @Test func aSlipEnrolsOnceAndProvesNoPhone() async throws {
        try await Trial.run { trial in
            let place = try await trial.place("1-1-1"), keys = trial.steward.keys
            let slip = try #require(
                try await trial.perform(MakeSlips(below: trial.community, [place.id])).first)
            let secret = try #require(SlipStore.secret(of: slip, keys)).text
            let browser = Browser(trial)
            #expect(await browser.get("/in/\(secret)").text.contains("101"))
            #expect(try await browser.post("/in/\(secret)", ["name": "王阿姨"]).status == 200)
            let me = try await browser.get("/me.json").decoded(MePage.Model.self)
            #expect(me.account.path == place.path && !me.account.phoneIsProved)
            #expect(
                try await Browser(trial).post("/in/\(secret)", ["name": "别人"]).refusal == "people.link-gone")
            let later = try #require(
                try await trial.perform(MakeSlips(below: trial.community, [place.id])).first)
            let old = try #require(SlipStore.secret(of: later, keys)).text
            trial.clock.move(by: .days(31))
            #expect(try await Browser(trial).post("/in/\(old)", ["name": "别人"]).refusal == "people.link-gone")
        }
    }

    @Test func theFirstLinkMakesTheAdministratorOnce() async throws {
        try await Trial.run { trial in
            let link = try #require(try await FirstLink.make(trial.steward, at: "http://127.0.0.1"))
            let path = String(link.dropFirst("http://127.0.0.1".count))
            let fields = [
                "name": "管理员", "phone": "13900000001", "password": Trial.password, "again": Trial.password,
            ]
            let browser = Browser(trial)
            #expect(await browser.get(path).status == 200)
            #expect(try await browser.post(path, fields.merging(["again": "别的什么"]) { $1 }).status == 422)
            #expect(try await browser.post(path, fields).status == 200)
            #expect(await browser.get("/people").status == 200)
            #expect(try await Browser(trial).post(path, fields).refusal == "people.link-gone")
            #expect(try await FirstLink.make(trial.steward, at: "http://127.0.0.1") == nil)
        }
    }

    @Test func aNewPasswordEndsEveryOtherSession() async throws {
        try await Trial.run { trial in
            _ = try await trial.person("社工", "13900000001", .socialWorker)
            let desk = Browser(trial), phone = Browser(trial)
            _ = try await desk.signIn("13900000001")
            _ = try await phone.signIn("13900000001")
            let new = "湖边的第二盏路灯", fields = ["old": Trial.password, "new": new, "again": new]
            let wrong = fields.merging(["old": "不是这个密码"]) { $1 }
            #expect(try await desk.post("/me/password", wrong).status == 422)
            #expect(try await desk.post("/me/password", fields).status == 200)
            #expect(await desk.get("/me").status == 200)
            #expect(await phone.get("/me").status == 303)
            #expect(try await Browser(trial).signIn("13900000001", new).status == 200)
        }
    }

    @Test func oneSessionEndsAnother() async throws {
        try await Trial.run { trial in
            _ = try await trial.person("社工", "13900000001", .socialWorker)
            let desk = Browser(trial), phone = Browser(trial)
            _ = try await desk.signIn("13900000001")
            _ = try await phone.signIn("13900000001")
            let list = try await desk.get("/sessions.json").decoded(SessionsPage.Model.self)
            let other = try #require(list.sessions.first { $0.id != list.current })
            #expect(try await desk.post("/sessions/\(other.id)/end").status == 200)
            #expect(await phone.get("/me").status == 303)
            #expect(await desk.get("/sessions").status == 200)
        }
    }
}
