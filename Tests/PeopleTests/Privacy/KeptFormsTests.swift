import Actions
import Testing
import Trials
import Values
import Web

@testable import People

/// What was typed stays when a form is refused, in that form alone; a passphrase is never shown again.
@Suite struct KeptFormsTests {
    /// A form that is sent with something wrong, and what its page must hold then.
    struct Case: Sendable, CustomTestStringConvertible {
        let path: String
        let fields: [String: String]
        let kept: [String]
        var status = 422

        var testDescription: String { path }
    }

    static let cases: [Case] = [
        Case(
            path: "/register/export?place=1",
            fields: ["place": "1", "why": "周五走访，给网格长打一份", "passphrase": "短口令", "open": "1"],
            kept: [
                "value=\"周五走访，给网格长打一份\"", "id=\"f-open\" value=\"1\" checked", "name=\"place\" value=\"1\"",
                "<option value=\"1\" selected>", "口令至少12个字",
            ]),
        Case(
            path: "/register/people/PERSON/open", fields: ["part": "name", "why": ""],
            kept: ["value=\"name\" checked"]),
        Case(
            path: "/register/people/PERSON/facts",
            fields: ["kind": "party", "value": "第三支部", "since": "2999-01-01", "source": "visit"],
            kept: ["value=\"第三支部\"", "id=\"f-since-fact\"", "value=\"2999-01-01\""]),
        Case(
            path: "/register/people/PERSON/groups",
            fields: ["group": "veteran", "level": "七级", "since": "不是日子", "source": "department"],
            kept: ["value=\"七级\"", "value=\"不是日子\"", "<option value=\"department\" selected>"]),
        Case(
            path: "/register/people/PERSON/leave", fields: ["how": "died", "until": "2999-01-01"],
            kept: ["value=\"died\" checked", "value=\"2999-01-01\""]),
        Case(
            path: "/register/people/PERSON/consents",
            fields: [
                "purpose": "publish", "form": "in-person", "given": "2999-01-01", "guardian": "热合曼·亚森",
                "guardian-relation": "舅舅",
            ],
            kept: [
                "value=\"publish\" checked", "<option value=\"in-person\" selected>", "value=\"热合曼·亚森\"",
                "value=\"舅舅\"",
            ]),
        Case(
            path: "/register/households/HOUSEHOLD",
            fields: ["name": "阿依古丽·买买提明", "born": "2001-02-30", "phone": "139", "identity": "12"],
            kept: ["value=\"阿依古丽·买买提明\"", "value=\"2001-02-30\"", "value=\"139\"", "value=\"12\""]),
        Case(
            path: "/register/households/HOUSEHOLD/move",
            fields: ["who": "PERSON", "place": "没有这一户", "day": "2026-01-02"],
            kept: ["value=\"PERSON\" checked", "value=\"没有这一户\"", "value=\"2026-01-02\""]),
        Case(
            path: "/register/homes/HOME/owners",
            fields: [
                "person1": "PERSON", "share1": "1/3", "name2": "潘小云", "share2": "一半", "since": "2026-01-02",
                "source": "department",
            ],
            kept: [
                "<option value=\"PERSON\" selected>", "value=\"1/3\"", "value=\"潘小云\"", "value=\"一半\"",
                "value=\"2026-01-02\"",
            ]),
        Case(
            path: "/register/homes/HOME/tenants", fields: ["name": "潘小云", "since": "", "source": "visit"],
            kept: ["value=\"潘小云\"", "<option value=\"visit\" selected>"]),
        Case(
            path: "/register/homes/HOME/area",
            fields: ["area": "八十平", "floor": "6", "since": "2026-01-02", "source": "visit"],
            kept: ["value=\"八十平\"", "value=\"6\""]),
        Case(
            path: "/settings/purposes",
            fields: [
                "code": "Photo 1", "chinese": "登照片", "english": "Show", "words-chinese": "给大家看",
                "words-english": "",
            ],
            kept: ["value=\"Photo 1\"", "value=\"登照片\"", "value=\"Show\"", "给大家看</textarea>"]),
        Case(path: "/grids", fields: ["grids": "很多", "seed": "12"], kept: ["value=\"很多\"", "value=\"12\""]),
        Case(
            path: "/me/data/link", fields: ["name": "热依罕·吐尔逊", "born": "昨天"],
            kept: ["value=\"热依罕·吐尔逊\"", "value=\"昨天\""]),
    ]

    @Test(arguments: cases) func whatWasTypedStays(_ sent: Case) async throws {
        try await Trial.run(on: [Engine.all[0]]) { trial in
            try await trial.placeBuildings()
            let people = try await trial.household(
                at: "1-1-1",
                [trial.newPerson("王建国", .male, age: 40), trial.newPerson("李芳", .female, age: 38)])
            _ = try await trial.person("许站长", "13900000001", .stationHead)
            let browser = Browser(trial)
            _ = try await browser.signIn("13900000001")
            let home = try await trial.place("1-1-1").id, community = trial.community
            let household = try #require(
                try await trial.database.read {
                    try HouseholdStore.households(at: home, in: community, $0).first
                }
            ).id
            func filled(_ text: String) -> String {
                text.replacing("PERSON", with: "\(people[0])").replacing("HOUSEHOLD", with: "\(household)")
                    .replacing("HOME", with: "\(home)")
            }
            let reply = await browser.form(filled(sent.path), sent.fields.mapValues(filled))
            #expect(reply.status == sent.status, "\(reply.text.prefix(300))")
            #expect(reply.text.contains("class=\"faults\""))
            for kept in sent.kept { #expect(reply.text.contains(filled(kept)), "\(kept)") }
            for secret in [sent.fields["passphrase"]].compactMap({ $0 }) {
                #expect(!reply.text.contains(secret))
            }
        }
    }

    /// Two forms of a page ask for a day each: what was typed into one does not appear in the other.
    @Test func anotherFormOfThePageStaysEmpty() async throws {
        try await Trial.run(on: [Engine.all[0]]) { trial in
            let people = try await trial.household(at: "1-1-1", [trial.newPerson("王建国", .male, age: 40)])
            _ = try await trial.person("许站长", "13900000001", .stationHead)
            let browser = Browser(trial)
            _ = try await browser.signIn("13900000001")
            let reply = await browser.form(
                "/register/people/\(people[0])/facts",
                ["kind": "party", "value": "", "since": "2999-01-01", "source": "visit"])
            #expect(reply.text.matches(of: /value="2999-01-01"/).count == 1)
            #expect(reply.text.matches(of: /<option value="visit" selected>/).count == 1)
        }
    }

    /// A third owner, a fourth: the form comes back with a row more and all that was typed, until it is full.
    @Test func ownersGetAsManyRowsAsTheyNeed() async throws {
        try await Trial.run(on: [Engine.all[0]]) { trial in
            let home = try await trial.place("1-1-1").id, community = trial.community
            _ = try await trial.person("社工", "13900000001", .communityWorker)
            let browser = Browser(trial), keys = trial.steward.keys
            _ = try await browser.signIn("13900000001")
            let address = "/register/homes/\(home)/owners"
            var fields = ["rows": "2", "since": trial.day(3).description, "source": "department"]
            for number in 1...SetOwners.most {
                if number > 2 {
                    let page = await browser.form(address, fields.merging(["more": "1"]) { $1 })
                    #expect(page.status == 200 && page.text.contains("name=\"share\(number)\""), "\(number)")
                    #expect(page.text.contains("name=\"rows\" value=\"\(number)\""))
                    #expect(page.text.contains("value=\"第\(number - 1)位\""))
                    #expect(page.text.contains("再加一位") == (number < SetOwners.most))
                }
                (fields["rows"], fields["name\(number)"], fields["share\(number)"]) = (
                    "\(number)", "第\(number)位", "5%"
                )
            }
            let done = await browser.form(address, fields)
            #expect(done.status == 303, "\(done.text.prefix(400))")
            let holders = try await trial.database.read {
                try HolderStore.holders(of: home, in: community, keys, $0)
            }
            #expect(holders.count == SetOwners.most && Share.areWhole(holders.map(\.share)))
        }
    }
}
