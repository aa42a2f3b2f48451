import Actions
import Storage
import Testing
import Trials
import Values
import Web

@testable import People

/// Somebody is asked to keep a grid or an area: by whom, whom, and what is said where it cannot be.
@Suite struct KeepersTests {
    fileprivate struct House {
        let trial: Trial
        let head: Browser
        let helper: Identifier
        let area: String

        init(_ trial: Trial) async throws {
            self.trial = trial
            let places = [NewPlace(.area, "东片区")]
            _ = try await trial.perform(AddPlaces(below: trial.community, places))
            area = try await trial.database.read { reading in
                try #require(try PlaceStore.places(.area, below: trial.root, reading).first).code
            }
            _ = try await trial.person("许站长", "13900000001", .stationHead)
            helper = try await trial.person("春分", "13900000002", .volunteer)
            head = Browser(trial)
            _ = try await head.signIn("13900000001")
        }

        func ask(
            _ place: String, _ account: Identifier? = nil, by browser: Browser? = nil
        ) async throws -> Reply {
            try await (browser ?? head).post(
                "/map/keepers", ["place": place, "account": "\(account ?? helper)"])
        }

        func keepers() async throws -> [String] {
            let community = trial.community
            return try await trial.database.read { reading in
                try GrantStore.keepers(in: community, reading).map { keeper in
                    let place = try PlaceStore.place(keeper.place, in: community, reading)
                    return "\(keeper.role.rawValue) \(keeper.name) \(place?.name ?? "")"
                }
            }
        }
    }

    @Test func aGridGetsALeaderAndAnAreaAHead() async throws {
        try await Trial.run { trial in
            let house = try await House(trial)
            #expect(await house.head.get("/map/keepers").text.contains("还没有网格长"))
            #expect(try await house.ask("1").status == 201)
            #expect(try await house.ask(house.area).status == 201)
            #expect(
                try await Set(house.keepers()) == ["grid-leader 春分 第1网格", "section-head 春分 东片区"])
            let page: KeepersPage.Model = try await house.model()
            #expect(
                page.places.filter { !$0.keepers.isEmpty }.map(\.code).sorted() == ["1", house.area].sorted())
            #expect(await house.head.get("/map").text.contains("春分"))
            #expect(try await trial.breaks() == [])
        }
    }

    @Test func whatCannotBeIsSaidBesideItsFieldAndWhatWasChosenStays() async throws {
        try await Trial.run { trial in
            let house = try await House(trial)
            for (place, refusal) in [
                ("1-1", "grids.not-kept"), ("nowhere", "people.place-not-found"), ("", "form.text"),
            ] {
                let reply = try await house.ask(place)
                #expect(
                    reply.status == 422 && reply.refusal == refusal, "\(place): \(reply.text.prefix(200))")
            }
            _ = try await house.ask("2")
            #expect(try await house.ask("2").refusal == "people.granted-already")
            let gone = try await trial.person("旧人", "13900000005", .volunteer)
            _ = try await trial.perform(DisableAccount(gone))
            #expect(try await house.ask("1", gone).refusal == "people.account-disabled")
            #expect(try await house.ask("1", .trial(99)).status == 404)
            let again = await house.head.form(
                "/map/keepers", ["place": "2", "account": "\(house.helper)"])
            #expect(again.text.contains("<option value=\"2\" selected>"), "\(again.text.prefix(300))")
            #expect(again.text.contains("<option value=\"\(house.helper)\" selected>"))
            #expect(try await house.keepers() == ["grid-leader 春分 第2网格"])
        }
    }

    @Test func onlyThoseWhoMayAskDo() async throws {
        try await Trial.run { trial in
            let house = try await House(trial)
            for (phone, role, place) in [
                ("13900000011", Role.socialWorker, nil), ("13900000012", .gridLeader, "1"),
                ("13900000013", .resident, "1-1-1"),
            ] as [(String, Role, String?)] {
                _ = try await trial.person("某人", phone, role, at: place)
                let browser = Browser(trial)
                _ = try await browser.signIn(phone)
                #expect(try await house.ask("1", by: browser).status == 403, "\(role)")
                #expect(await browser.get("/map/keepers").status == 403, "\(role)")
                #expect(!(await browser.get("/map").text.contains("/map/keepers")), "\(role)")
            }
            #expect(try await house.ask("1", by: Browser(trial)).status == 401)
            // A section head asks within the section, and nobody to be a section head.
            _ = try await trial.person("片长", "13900000014", .sectionHead, at: "1")
            let section = Browser(trial)
            _ = try await section.signIn("13900000014")
            #expect(try await house.ask("1", by: section).status == 201)
            #expect(try await house.ask("2", by: section).status == 403)
            #expect(try await house.keepers().contains("grid-leader 春分 第1网格"))
            #expect(!(await section.get("/map/keepers").text.contains("第2网格")))
        }
    }
}

extension KeepersTests.House {
    fileprivate func model() async throws -> KeepersPage.Model {
        var ask = Ask(.get, "/map/keepers")
        ask.headers["accept"] = "application/json"
        return try await head.send(ask).decoded(KeepersPage.Model.self)
    }
}
