import Actions
import Sealing
import Storage
import Testing
import Trials
import Values
import Web

@testable import People

/// Every no of places, accounts and signing in that no other test provokes, each by what brings it about.
@Suite struct PeopleRefusalTests {
    /// An action that meets a no.
    struct Scene: Sendable, CustomTestStringConvertible {
        let refusal: PeopleRefusal
        let act: @Sendable (Trial) async throws -> Void

        init(_ refusal: PeopleRefusal, _ act: @escaping @Sendable (Trial) async throws -> Void) {
            self.refusal = refusal
            self.act = act
        }

        var testDescription: String { refusal.name }
    }

    static let nobody = Identifier.trial(99)

    static let places: [Scene] = [
        Scene(.placeNotFound) { trial in
            let account = try await trial.person("社工", "13900000001")
            _ = try await trial.perform(GrantRole(account: account, role: .socialWorker, place: nobody))
        },
        Scene(.tooManyPlaces) { trial in
            _ = try await trial.perform(AddPlaces(below: trial.community, []))
        },
        Scene(.placeClosed) { trial in
            let home = try await trial.place("1-1-1").id
            _ = try await trial.perform(ClosePlace(home))
            _ = try await trial.perform(ClosePlace(home))
        },
        Scene(.slugMalformed) { trial in
            let found = FoundLocality(.community, name: "乙社区", slug: "Yi Yuan", foot: .init(line: "荷塘街2号"))
            _ = try await trial.steward.perform(found, by: .house, in: .trial(2))
        },
    ]

    static let accounts: [Scene] = [
        Scene(.accountNotFound) { trial in _ = try await trial.perform(DisableAccount(nobody)) },
        Scene(.phoneTaken) { trial in
            for name in ["甲", "乙"] { _ = try await trial.person(name, "13900000001") }
        },
        Scene(.samePhone) { trial in
            let account = try await trial.person("社工", "13900000001")
            let phone = try Phone("139 0000 0001")
            _ = try await trial.perform(ChangePhone(account, to: phone, isProved: false))
        },
        Scene(.accountDisabled) { trial in
            let account = try await trial.person("社工", "13900000001")
            for _ in 0..<2 { _ = try await trial.perform(DisableAccount(account)) }
        },
        Scene(.grantNotFound) { trial in _ = try await trial.perform(EndGrant(nobody)) },
        Scene(.grantedAlready) { trial in
            let account = try await trial.person("社工", "13900000001", .socialWorker)
            let again = GrantRole(account: account, role: .socialWorker, place: trial.community)
            _ = try await trial.perform(again)
        },
        Scene(.codeJustSent) { trial in
            for _ in 0..<2 {
                let phone = try Phone("13900000001")
                _ = try await trial.perform(SendCode(to: phone, for: .enter, OneTimeCode(), message: nil))
            }
        },
        Scene(.tokenBeyond) { trial in
            let account = try await trial.person("居民", "13900000001", .resident)
            let making = MakeToken(
                account, title: "程序", rights: [PeopleRights.found.name], expires: trial.clock.now + .days(1),
                token: RandomToken())
            _ = try await trial.perform(making, by: trial.actor(account))
        },
        Scene(.sessionNotFound) { trial in
            let account = try await trial.person("社工", "13900000001")
            _ = try await trial.perform(EndSession(nobody, of: account))
        },
        Scene(.attachmentGone) { trial in
            let (community, keys) = (trial.community, trial.steward.keys)
            _ = try await trial.database.read { reading in
                try AttachmentStore.open(nobody, .whole, in: community, keys, reading) { _, _ in }
            }
        },
    ]

    @Test(arguments: places + accounts) func anActionIsRefused(_ scene: Scene) async throws {
        try await Trial.run { trial in
            await #expect(throws: scene.refusal) { try await scene.act(trial) }
            let breaks = try await trial.breaks()
            #expect(breaks.isEmpty)
        }
    }

    /// What a page answers with a no.
    struct Page: Sendable, CustomTestStringConvertible {
        let refusal: PeopleRefusal
        let open: @Sendable (Trial, Browser) async throws -> Reply

        init(_ refusal: PeopleRefusal, _ open: @escaping @Sendable (Trial, Browser) async throws -> Reply) {
            self.refusal = refusal
            self.open = open
        }

        var testDescription: String { refusal.name }
    }

    static let pages: [Page] = [
        Page(.notDemo) { _, browser in try await browser.post("/demo/sign-in", ["role": "resident"]) },
        Page(.tokenWrong) { _, browser in
            let headers = ["authorization": "Bearer x", "accept": "application/json"]
            return await browser.send(Ask(.get, "/places", headers: headers))
        },
        Page(.secondFactorGone) { _, browser in try await browser.post("/sign-in/second", ["code": "123456"])
        },
        Page(.secondFactorWrong) { trial, browser in
            let account = try await trial.person("站长", "13900000001", .stationHead)
            _ = try await trial.perform(SetSecondFactor(account, secret: TimeCode().secret))
            _ = try await browser.signIn("13900000001")
            return try await browser.post("/sign-in/second", ["code": "000000"])
        },
        Page(.passwordsDiffer) { trial, browser in
            _ = try await trial.person("社工", "13900000001", .socialWorker)
            _ = try await browser.signIn("13900000001")
            let fields = ["old": Trial.password, "new": "湖边的第二盏路灯", "again": "湖边的第三盏路灯"]
            return try await browser.post("/me/password", fields)
        },
        Page(.needsPassword) { trial, browser in
            let home = try await trial.place("1-1-1")
            let slips = try await trial.perform(MakeSlips(below: trial.community, [home.id]))
            let slip = try #require(slips.first)
            let secret = try #require(SlipStore.secret(of: slip, trial.steward.keys)).text
            _ = try await browser.post("/in/\(secret)", ["name": "王阿姨"])
            return try await browser.post("/me/second/begin")
        },
        Page(.draftTooLong) { trial, browser in
            _ = try await trial.person("社工", "13900000001", .socialWorker)
            _ = try await browser.signIn("13900000001")
            let page = await browser.get("/me").text
            let csrf = try #require(page.firstMatch(of: #/data-csrf="([0-9a-f]+)"/#)).1
            let long = Array(repeating: UInt8(ascii: "a"), count: DraftStore.longest + 1)
            let headers = [
                "content-type": "text/plain", "accept": "application/json", "x-csrf-token": String(csrf),
            ]
            return await browser.send(Ask(.put, "/drafts/say", headers: headers, body: long))
        },
    ]

    @Test(arguments: pages) func aPageSaysSo(_ page: Page) async throws {
        try await Trial.run { trial in
            let reply = try await page.open(trial, Browser(trial))
            #expect(reply.refusal == page.refusal.name && reply.status == page.refusal.status)
        }
    }

    @Test(arguments: Engine.all) func aHouseWithoutACommunityHasNoFrontPage(_ engine: Engine) async throws {
        try await engine.withDatabase(GroundSchema.migrations + People.capability.migrations) { database in
            await #expect(throws: PeopleRefusal.noHome) {
                _ = try await database.read { try LocalityStore.locality(atDoor: nil, $0) }
            }
        }
    }
}
