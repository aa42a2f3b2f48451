import Actions
import Foundation
import Testing
import Trials
import Values
import Web

@testable import Needs

/// Saying a need on the pages, whole without scripts.
@Suite struct PublicSayTests {
    @Test(arguments: Engine.all) func threeStepsCarryEverythingToTheEnd(_ engine: Engine) async throws {
        try await PublicTrial.run(engine) { trial in
            let words = "楼道灯坏了，\"老人\"扶墙下楼<b>"
            var fields = [("words", words), ("first", "lamps-lifts-paths"), ("for", "family")]
            let place = try await trial.send("/say", fields + [("go", "place")])
            #expect(place.status == 200 && place.values(of: "words") == ["楼道灯坏了，&quot;老人&quot;扶墙下楼&lt;b&gt;"])
            #expect(place.text.contains("<option value=\"p1\">第1片"))
            let building = try await trial.send("/say", fields + [("nearer", "p1"), ("go", "nearer")])
            #expect(building.values(of: "place") == ["p1"] && building.text.contains("value=\"b12\""))
            fields += [("place", "b11"), ("nearer", "s11"), ("spot", "三楼")]
            let you = try await trial.send("/say", fields + [("go", "you")])
            #expect(you.status == 200 && you.values(of: "place") == ["s11"] && you.text.contains("11栋 1单元"))
            #expect(you.text.contains("灯、电梯、路面") && you.text.contains("家里人") && you.text.contains("三楼"))
            let done = try await trial.send(
                "/say", fields + [("name", "姜"), ("phone", "13812341234"), ("by", "sms"), ("go", "send")])
            #expect(done.status == 303 && done.location == "/say/done/X-1001")
            let need = try await trial.needs.database.read {
                try NeedStore.need(number: 1001, in: trial.needs.community, $0)
            }
            #expect(need?.words == words.replacingOccurrences(of: "\u{0}", with: ""))
            #expect(need?.classKey == "housing-lamp" && need?.forWhom == .family && need?.spot == "三楼")
            #expect(need?.path == trial.needs.places["s11"]?.path && need?.contactBy == .sms)
        }
    }

    @Test(arguments: Engine.all) func numberAndCodeAreShownToTheOneWhoSaidIt(_ engine: Engine) async throws {
        try await PublicTrial.run(engine) { trial in
            let sent = try await trial.send("/say", [("words", "路灯不亮"), ("go", "send")])
            let page = await trial.open(sent.location, cookies: sent.cookies)
            let need = try #require(
                try await trial.needs.database.read {
                    try NeedStore.need(number: 1001, in: trial.needs.community, $0)
                })
            let secret = ReportedNeed(need).secret(trial.needs.keys)
            #expect(page.status == 200 && page.text.contains("X-1001") && page.text.contains(secret))
            #expect(!sent.location.contains(secret))
            #expect(await trial.open(sent.location).status == 404)
            let told: SaidNeed = try await trial.send("/say", [("words", "再说一件")], json: true).decode()
            #expect(told.number == "X-1002" && told.secret.utf8.count == 9)
        }
    }

    @Test(arguments: Engine.all) func faultsStandBesideTheirFieldsAndNothingIsLost(
        _ engine: Engine
    ) async throws {
        try await PublicTrial.run(engine) { trial in
            let fields = [
                ("words", "我爸住12栋，楼道灯坏了"), ("first", "other"), ("place", "s11"), ("name", "姜"),
                ("phone", "138 1234 567"), ("go", "send"),
            ]
            let page = try await trial.send("/say", fields)
            #expect(page.status == 422 && page.text.contains("还差两处，改好就能送出"))
            #expect(page.text.contains("href=\"#f-phone\"") && page.text.contains("href=\"#f-by\""))
            for kept in ["我爸住12栋，楼道灯坏了", "138 1234 567", "姜", "11栋 1单元", "s11"] {
                #expect(page.text.contains(kept))
            }
            let empty = try await trial.send("/say", [("words", " \n "), ("spot", "门口"), ("go", "place")])
            #expect(empty.status == 422 && empty.text.contains("还没写是什么事"))
            #expect(empty.values(of: "spot") == ["门口"])
        }
    }

    @Test(
        arguments: [
            ("place", "nowhere", "nearer"), ("first", "no-such", "first"), ("class", "no-such", "class"),
            ("phone", "12", "phone"), ("by", "pigeon", "by"),
            ("spot", String(repeating: "长", count: 61), "spot"),
            ("words", String(repeating: "长", count: 501), "words"),
            ("words", "e" + String(repeating: "\u{301}", count: 9), "words"),
        ])
    func whatCannotBeTakenIsNamed(_ field: String, _ value: String, _ named: String) async throws {
        try await PublicTrial.run(try #require(Engine.all.first)) { trial in
            var fields = ["words": "路灯不亮"]
            fields[field] = value
            let refused = try await trial.send("/say", fields.map { ($0.key, $0.value) }, json: true)
            #expect(refused.status == 422 && refused.text.contains("\"\(named)\""))
            #expect(try await trial.needs.figure("needs.all") == 0)
        }
    }

    /// From the stairwell's poster, typing apart: into the words, the kind, into the number, send.
    @Test(arguments: Engine.all) func thePosterTakesFourTaps(_ engine: Engine) async throws {
        try await PublicTrial.run(engine) { trial in
            let poster = await trial.open("/poster/s11")
            #expect(poster.text.contains("/say?at=s11"))
            let page = await trial.open("/say", [("at", "s11")])
            #expect(page.values(of: "place") == ["s11"] && page.text.contains("11栋 1单元"))
            let form = try #require(page.text.components(separatedBy: "<details").first)
            let questions = ["<textarea", "<fieldset", "name=\"phone\""].map {
                form.components(separatedBy: $0).count - 1
            }
            let sends = form.components(separatedBy: "value=\"send\"").count - 1
            #expect(questions == [1, 1, 1] && sends == 1)
            #expect(questions.reduce(0, +) + sends == 4)
            let fields = ["quick", "place"].map { ($0, page.values(of: $0).first ?? "") }
            let sent = try await trial.send("/say", fields + [("words", "灯坏了"), ("go", "send")])
            #expect(sent.status == 303)
            let called = try await trial.send(
                "/say", fields + [("words", "灯坏了"), ("phone", "13812341234"), ("go", "send")])
            #expect(called.status == 303)
            #expect(try await trial.needs.figure("needs.all", at: "s11") == 2)
        }
    }

    @Test(arguments: Engine.all) func aDoublePressSaysItOnce(_ engine: Engine) async throws {
        try await PublicTrial.run(engine) { trial in
            let rid = try #require(await trial.open("/say").values(of: "rid").first)
            let fields = [("words", "路灯不亮"), ("rid", rid)]
            let first = try await trial.send("/say", fields), second = try await trial.send("/say", fields)
            #expect(first.location == second.location)
            #expect(try await trial.needs.figure("needs.all") == 1)
        }
    }
}
