import Actions
import Foundation
import Sealing
import Storage
import Testing
import Trials
import Values
import Web

@testable import People

/// What a visitor carries, what it opens, and the pages behind it.
@Suite struct DoorTests {
    @Test func aTokenHasTheRightsItWasGivenUntilItExpires() async throws {
        try await Trial.run { trial in
            _ = try await trial.person("站长", "13900000001", .stationHead)
            let browser = Browser(trial)
            _ = try await browser.signIn("13900000001")
            let beyond = ["title": "程序", "rights": "people.found", "days": "9"]
            #expect(try await browser.post("/me/tokens", beyond).status == 422)
            let made = try await browser.post(
                "/me/tokens", ["title": "程序", "rights": "people.see-tree", "days": "9"])
            #expect(made.status == 201)
            let token = try made.decoded(MadeToken.self).token
            #expect(await trial.get("/places", bearer: token).status == 200)
            #expect(await trial.get("/people", bearer: token).status == 403)
            #expect(await trial.get("/places", bearer: token + "x").status == 401)
            trial.clock.move(by: .days(10))
            #expect(await trial.get("/places", bearer: token).status == 401)
        }
    }

    @Test func anOpenedNeedIsOpenHereAloneAndForAWhile() async throws {
        try await Trial.run { trial in
            let keys = trial.steward.keys, need = Identifier.trial(77), now = trial.clock.now
            func opened(_ name: String, _ community: Identifier, at moment: Instant) -> Set<Identifier> {
                let value = SignedValue(
                    trial.community.bytes + need.bytes, expires: now + OpenedNeeds.lifetime)
                var ask = Ask(.get, "/follow")
                ask.headers["cookie"] = "a=1; \(name)=\(value.text(name: "need-X-1041", keys))"
                return OpenedNeeds.read(ask, in: community, keys, at: moment)
            }
            #expect(opened("need-X-1041", trial.community, at: now) == [need])
            #expect(opened("need-X-1042", trial.community, at: now).isEmpty)
            #expect(opened("need-X-1041", .trial(2), at: now).isEmpty)
            #expect(opened("need-X-1041", trial.community, at: now + .hours(3)).isEmpty)
        }
    }

    @Test(arguments: [
        "", "x", "a.b", "\u{0301}.", "AAAAAAAAAAAAAAAAAAAAAA.AAAA", String(repeating: "A", count: 5000),
    ])
    func whatWasNeverASessionIsAGuest(_ text: String) async throws {
        try await Trial.run { trial in
            var ask = Ask(.get, "/sign-in")
            ask.headers["cookie"] = "sid=\(text)"
            #expect(await trial.site.respond(to: ask).status == 200)
            ask.headers = ["authorization": text]
            #expect(await trial.site.respond(to: ask).status == 401)
        }
    }

    @Test(arguments: [
        "/me", "/sessions", "/people", "/places", "/slips", "/slips/print", "/settings", "/record",
        "/sign-in", "/sign-in/code", "/sign-in/second", "/me/second",
    ])
    func everyPageOpensInBothLanguages(_ path: String) async throws {
        try await Trial.run { trial in
            _ = try await trial.person("站长", "13900000001", .stationHead)
            let browser = Browser(trial)
            _ = try await browser.signIn("13900000001")
            for language in ["zh-Hans", "en"] {
                let reply = await browser.get(path + "?lang=\(language)")
                #expect(reply.status == 200)
                #expect(reply.text.contains("<h1") || reply.text.contains("class=\"empty\""))
            }
            #expect(await browser.get(path + ".json").status == 200)
        }
    }

    @Test func aStationHeadAddsSomebodyWhoSetsAPassword() async throws {
        try await Trial.run { trial in
            _ = try await trial.person("站长", "13900000001", .stationHead)
            let browser = Browser(trial)
            _ = try await browser.signIn("13900000001")
            let added = try await browser.post(
                "/people", ["name": "陆小满", "phone": "13900000002", "role": "social-worker"])
            #expect(added.status == 201)
            let account = try added.decoded(Identifier.self)
            #expect(await browser.get("/people").text.contains("陆小满"))
            let link = try await browser.post("/people/\(account)/link").decoded(MadeLink.self).link
            let path = String(link.dropFirst("http://127.0.0.1:8080".count))
            let worker = Browser(trial)
            #expect(await worker.get(path).status == 200)
            let fields = ["password": Trial.password, "again": Trial.password]
            #expect(try await worker.post(path, fields).status == 200)
            #expect(await worker.get("/places").status == 200)
            #expect(await worker.get("/settings").status == 403)
            #expect(try await Browser(trial).signIn("13900000002").status == 200)
        }
    }

    @Test func aDraftIsKeptForItsWriterAlone() async throws {
        try await Trial.run { trial in
            _ = try await trial.person("社工", "13900000001", .socialWorker)
            _ = try await trial.person("另一位", "13900000002", .socialWorker)
            let mine = Browser(trial), other = Browser(trial)
            _ = try await mine.signIn("13900000001")
            _ = try await other.signIn("13900000002")
            let page = await mine.get("/me").text
            let csrf = try #require(page.firstMatch(of: #/data-csrf="([0-9a-f]+)"/#)).1
            var ask = Ask(
                .put, "/drafts/say", headers: ["content-type": "text/plain"], body: Array("写到一半".utf8))
            #expect(await mine.send(ask).status == 403)
            ask.headers["x-csrf-token"] = String(csrf)
            #expect(await mine.send(ask).status == 204)
            #expect(await mine.get("/drafts/say").text == "写到一半")
            #expect(await other.get("/drafts/say").status == 404)
        }
    }

    @Test func theRecordOpensToFewAndEachLookIsARow() async throws {
        try await Trial.run { trial in
            _ = try await trial.person("站长", "13900000001", .stationHead)
            _ = try await trial.person("管理员", "13900000002", .administrator)
            let head = Browser(trial), admin = Browser(trial)
            _ = try await head.signIn("13900000001")
            _ = try await admin.signIn("13900000002")
            let rows = try await head.get("/record.json?action=people.add-account").decoded(
                RecordPage.Model.self)
            let row = try #require(rows.rows.last)
            #expect(rows.rows.count == 2 && rows.opened == nil)
            let asked = ["number": "\(row.number)", "why": "核对"]
            #expect(try await admin.post("/record/open", asked).status == 403)
            #expect(try await head.post("/record/open", asked).status == 200)
            let opened = try await head.get("/record.json?open=\(row.number)").decoded(RecordPage.Model.self)
            #expect(opened.opened?.values?["name"] == "站长")
            #expect(opened.rows.first?.action == OpenRecord.name)
            let other = try await admin.get("/record.json?open=\(row.number)").decoded(RecordPage.Model.self)
            #expect(other.opened == nil)
        }
    }

    @Test func aDayOfTheCalendarIsCorrected() async throws {
        try await Trial.run { trial in
            let before = try await trial.database.read { try CalendarStore.calendar($0) }
            let day = try #require(Day("2026-11-23"))
            #expect(before.isWorkday(day))
            _ = try await trial.perform(SetCalendarDay(day, isWork: false, name: "停水"))
            let after = try await trial.database.read { try CalendarStore.calendar($0) }
            #expect(!after.isWorkday(day))
            let newYear = try #require(Day("2026-01-01"))
            #expect(!after.isWorkday(newYear))
        }
    }
}

extension Trial {
    func get(_ path: String, bearer: String) async -> Reply {
        await site.respond(to: Ask(.get, path, headers: ["authorization": "Bearer \(bearer)"]))
    }
}
