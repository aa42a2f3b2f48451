import Actions
import Foundation
import Sheets
import Storage
import Testing
import Trials
import Values
import Web

@testable import People

/// The register leaves the house locked, masked unless somebody may open it, and on record.
@Suite struct ExportTests {
    static let passphrase = "荷花池边三棵老柳树 2026"

    private func people(_ trial: Trial) async throws {
        var new = trial.newPerson("司徒建国", .male, age: 40)
        new.phone = try Phone("13812341234")
        new.identity = try trial.number(new, 5)
        new.groups = [
            NewMembership("veteran", Period(since: trial.day(9)), GroupDetails(source: .department)),
            NewMembership("mental-illness", Period(since: trial.day(9)), GroupDetails(source: .department)),
        ]
        try await trial.household(at: "1-1-1", [new])
        try await trial.household(at: "2-1-1", [trial.newPerson("令狐小满", .female, age: 30)])
    }

    @Test func theFileIsLockedAndTheRecordSaysWhoTookItAndWhy() async throws {
        try await Trial.run { trial in
            try await people(trial)
            let worker = try await trial.person("沈清", "13900000001", .socialWorker)
            let browser = Browser(trial)
            _ = try await browser.signIn("13900000001")
            let fields = ["why": "周五走访", "passphrase": Self.passphrase]
            let short = fields.merging(["passphrase": "12345678901"]) { $1 }
            #expect(
                try await browser.post("/register/export", short).refusal == "privacy.passphrase-short"
            )
            let reply = try await browser.post("/register/export", fields)
            #expect(reply.status == 200, "\(reply.text.prefix(300))")
            // A compound file and no zip: nothing in it can be read without the passphrase.
            #expect(reply.body.prefix(4) == [0xd0, 0xcf, 0x11, 0xe0] && !reply.body.contains("xl/"))
            let community = trial.community, keys = trial.steward.keys
            let (line, values) = try await trial.database.read { reading in
                var filter = RecordFilter()
                filter.action = "privacy.export-register"
                let line = try #require(
                    try RecordStore.lines(filter, in: community, reading, limit: 2).first)
                return (line, try RecordStore.values(line.number, in: community, keys, reading))
            }
            #expect(line.actor == worker && line.reason == "masked")
            #expect(values == ["why": "周五走访", "people": "2"])
            // Opening the names is another right.
            let open = fields.merging(["open": "1"]) { $1 }
            #expect(try await browser.post("/register/export", open).status == 403)
        }
    }

    @Test func whatStandsInItIsWhatTheOneWhoTakesItMaySee() async throws {
        try await Trial.run(on: [.sqlite]) { trial in
            try await people(trial)
            let place = try await trial.place(nil), grid = try await trial.place("1")
            func table(_ place: Place, isOpen: Bool, opensAll: Bool) async throws -> String {
                let sheet = RegisterSheet(
                    place: place, isOpen: isOpen, opensAll: opensAll, language: .chinese,
                    now: trial.clock.now, keys: trial.steward.keys)
                let bytes = try await trial.database.read { try sheet.bytes($0) }
                return "\(try Table(reading: bytes))"
            }
            let masked = try await table(place, isOpen: false, opensAll: false)
            #expect(masked.contains("司徒＊＊") && masked.contains("令狐＊＊") && masked.contains("退役军人"))
            for hidden in ["司徒建国", "13812341234", "精神障碍", "990101"] {
                #expect(!masked.contains(hidden), "\(hidden)")
            }
            let open = try await table(grid, isOpen: true, opensAll: true)
            #expect(open.contains("司徒建国") && open.contains("13812341234") && open.contains("精神障碍"))
            #expect(!open.contains("令狐"))
        }
    }

    @Test func whatIsTooLargeForOneFileIsSaidSo() {
        #expect(throws: PrivacyRefusal.exportTooLarge) {
            try ExportOrder.lock([UInt8](repeating: 0, count: 8 << 20), Self.passphrase)
        }
    }

    @Test func aResidentOrAGridLeaderTakesNothing() async throws {
        try await Trial.run(on: [.sqlite]) { trial in
            _ = try await trial.person("春分", "13900000009", .resident)
            _ = try await trial.person("网格长", "13900000008", .gridLeader, at: "1")
            for phone in ["13900000009", "13900000008"] {
                let browser = Browser(trial)
                _ = try await browser.signIn(phone)
                let fields = ["why": "想看看", "passphrase": Self.passphrase]
                #expect(try await browser.post("/register/export", fields).status == 403)
                #expect(!(await browser.get("/register").text.contains("导出名单")))
            }
        }
    }
}
