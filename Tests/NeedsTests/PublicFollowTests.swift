import Actions
import Foundation
import Testing
import Trials
import Values
import Web

@testable import Needs

/// Following what one said with number and code, and closing the loop with one's own word.
@Suite struct PublicFollowTests {
    @Test(arguments: Engine.all) func onlyNumberAndCodeTogetherOpenIt(_ engine: Engine) async throws {
        try await PublicTrial.run(engine) { trial in
            let need = try await trial.needs.report()
            let secret = ReportedNeed(need).secret(trial.needs.keys)
            #expect(await trial.open("/follow/\(need.serial)").status == 403)
            let wrong = try await trial.send("/follow", [("number", need.serial), ("secret", "0000-0000")])
            let unknown = try await trial.send("/follow", [("number", "X-7"), ("secret", secret)])
            #expect(wrong.status == 422 && unknown.status == 422)
            #expect(wrong.text.contains("对不上") && unknown.text.contains("对不上"))
            let typed = [("number", " x \(need.number)"), ("secret", secret.lowercased())]
            let opened = try await trial.send("/follow", typed)
            #expect(opened.status == 303 && opened.location == "/follow/\(need.serial)")
            let page = await trial.open(opened.location, cookies: opened.cookies)
            #expect(page.status == 200 && page.text.contains("楼道灯坏了，老人扶墙下楼。"))
            #expect(!page.text.contains(secret))
        }
    }

    @Test(arguments: Engine.all) func theirWordClosesTheLoop(_ engine: Engine) async throws {
        try await PublicTrial.run(engine) { trial in
            let need = try await trial.needs.report()
            let secret = ReportedNeed(need).secret(trial.needs.keys)
            let cookies = try await trial.send("/follow", [("number", need.serial), ("secret", secret)])
                .cookies
            let address = "/follow/\(need.serial)"
            let early = try await trial.send(address + "/feedback", [("answer", "3")], cookies: cookies)
            #expect(early.status == 409)
            try await trial.needs.serve(need.id)
            let asked = await trial.open(address, cookies: cookies)
            #expect(asked.text.contains("就差您一句话") && asked.text.contains("name=\"answer\""))
            let none = try await trial.send(address + "/feedback", [("more", "谢谢")], cookies: cookies)
            #expect(none.status == 422 && none.values(of: "more") == ["谢谢"])
            let said = try await trial.send(
                address + "/feedback", [("answer", "3"), ("more", "亮了")], cookies: cookies)
            #expect(said.status == 303)
            #expect(await trial.open(address, cookies: cookies).text.contains("办成了"))
            #expect(try await trial.needs.need(need.id).outcome == "done")
        }
    }

    @Test(arguments: Engine.all) func theyMayAddAgreeAndTakeBack(_ engine: Engine) async throws {
        try await PublicTrial.run(engine) { trial in
            let need = try await trial.needs.report()
            let secret = ReportedNeed(need).secret(trial.needs.keys)
            let cookies = try await trial.send("/follow", [("number", need.serial), ("secret", secret)])
                .cookies
            let address = "/follow/\(need.serial)"
            for path in ["/words", "/consent", "/withdraw", "/feedback"] {
                let stranger = try await trial.send(address + path, [("words", "x"), ("answer", "3")])
                #expect(stranger.status == 403, "\(path)")
            }
            let word = try await trial.send(address + "/words", [("words", "三楼那盏<i>")], cookies: cookies)
            #expect(word.status == 303)
            #expect(await trial.open(address, cookies: cookies).text.contains("三楼那盏&lt;i&gt;"))
            _ = try await trial.send(address + "/consent", [("agree", "1")], cookies: cookies)
            #expect(try await trial.needs.need(need.id).consent != nil)
            _ = try await trial.send(address + "/consent", [], cookies: cookies)
            #expect(try await trial.needs.need(need.id).consent == nil)
            let gone = try await trial.send(address + "/withdraw", [("reason", "自己修好了")], cookies: cookies)
            #expect(gone.status == 303)
            #expect(try await trial.needs.need(need.id).state == .withdrawn)
        }
    }

    @Test func aGuesserWaits() {
        let tries = OpeningTries()
        let now = Instant(seconds: 1_800_000_000)
        for _ in 0..<OpeningTries.most {
            #expect(!tries.isBlocked("10.0.0.1", at: now))
            tries.note("10.0.0.1", at: now)
        }
        #expect(tries.isBlocked("10.0.0.1", at: now) && !tries.isBlocked("10.0.0.2", at: now))
        #expect(!tries.isBlocked("10.0.0.1", at: now + OpeningTries.span))
    }
}
