import Actions
import Sealing
import Testing
import Trials
import Values

@testable import Needs

/// Saying a need: what is kept of it, and what nobody can find in the file.
@Suite struct ReportNeedTests {
    @Test(arguments: Engine.all) func anybodySaysANeed(_ engine: Engine) async throws {
        try await NeedTrial.run(engine) { trial in
            let answer = try await trial.perform(ReportNeed(trial.draft()), by: .anyone)
            let need = try await trial.need(answer.id)
            #expect(answer.number == "X-1001" && !answer.isHeld)
            #expect(need.title == "楼道灯坏了，老人扶墙下楼" && need.state == .found && need.voices == 1)
            #expect(need.gridName == "第1网格" && need.placeName == "11栋 1单元")
            #expect(need.urgency == "general" && need.classKey == "housing-lamp" && need.source == "phone")
            // Wednesday and three working days: Monday, at closing time.
            #expect(need.due == Day(year: 2026, month: 11, day: 23)?.at(.closing, in: .shanghai))
            #expect(need.owner != nil && !need.ownerName.isEmpty)
            #expect(try await trial.perform(ReportNeed(trial.draft()), by: .anyone).number == "X-1002")
            for code in ["all", "p1", "g11", "b11", "s11"] {
                #expect(try await trial.figure("needs.state.found", at: code) == 2)
                #expect(try await trial.figure("needs.open.class.housing-lamp", at: code) == 2)
            }
            #expect(try await trial.figure("needs.all", at: "p2") == 0)
            #expect(try await trial.breaks() == [])
        }
    }

    @Test(arguments: Engine.all) func neitherSecretNorContactStandInTheFile(_ engine: Engine) async throws {
        try await NeedTrial.run(engine) { trial in
            var draft = trial.draft()
            draft.contact = Contact(name: "欧阳静姝", phone: "138 1234 1234")
            draft.contactBy = .sms
            let answer = try await trial.perform(ReportNeed(draft), by: .anyone, mark: .trial(5))
            let secret = answer.secret(trial.keys)
            #expect(NeedSecret(of: answer.id, trial.keys).matches(secret.lowercased()))
            let bytes = try await trial.database.everyByte()
            for text in [secret, secret.filter { $0 != "-" }, "欧阳静姝", "13812341234", "138 1234 1234"] {
                #expect(bytes.firstRange(of: Array(text.utf8)) == nil, "\(text)")
            }
            // What is not secret is there, so the search itself works.
            #expect(bytes.firstRange(of: Array("老人扶墙下楼".utf8)) != nil)
            let notices = try await trial.outbox()
            #expect(notices.map(\.kind) == ["need.received"] && notices.first?.to == "13812341234")
            #expect(notices.first?.text.contains("X-1001") == true)
        }
    }

    @Test(arguments: Engine.all) func aSecondPressGetsTheFirstAnswer(_ engine: Engine) async throws {
        try await NeedTrial.run(engine) { trial in
            let first = try await trial.perform(ReportNeed(trial.draft()), by: .anyone, mark: .trial(77))
            let again = try await trial.perform(ReportNeed(trial.draft()), by: .anyone, mark: .trial(77))
            #expect(first == again)
            #expect(try await trial.figure("needs.all") == 1)
        }
    }

    @Test(arguments: Engine.all) func whatDoesNotFitIsRefusedByName(_ engine: Engine) async throws {
        try await NeedTrial.run(engine) { trial in
            try await trial.refuses(.noPlace) { $0.place = .code("nowhere") }
            try await trial.refuses(.noPlace) { $0.place = .path("/9/") }
            try await trial.refuses(.noSuchClass) { $0.classKey = "made-up" }
            try await trial.refuses(.noSuchGroup) { $0.group = "made-up" }
            try await trial.refuses(.noSuchUrgency) { $0.urgency = "made-up" }
            try await trial.refuses(.wordsMissing) { $0.words = " \n " }
            try await trial.refuses(.wordsTooLong) { $0.words = String(repeating: "灯", count: 501) }
            try await trial.refuses(.phoneForMessages) { $0.contactBy = .sms }
            var broken = trial.draft()
            broken.contact.phone = "12"
            let report = ReportNeed(broken)
            await #expect(throws: FieldRefusal.self) { try await trial.perform(report, by: .anyone) }
            #expect(try await trial.figure("needs.all") == 0)
        }
    }

    @Test(arguments: Engine.all) func staffEnterWhatWasSaidEarlier(_ engine: Engine) async throws {
        try await NeedTrial.run(engine) { trial in
            let day = try #require(Day(year: 2026, month: 11, day: 2))
            let answer = try await trial.perform(EnterNeed(trial.draft(), source: "visit", day: day))
            let need = try await trial.need(answer.id)
            #expect(
                need.source == "visit" && need.reported.day(in: .shanghai) == day && need.enteredBy != nil)
            #expect(need.isLate(at: trial.clock.now))
            await #expect(throws: NeedRefusal.dayAhead) {
                try await trial.perform(EnterNeed(trial.draft(), source: "visit", day: day.adding(days: 30)))
            }
            await #expect(throws: NeedRefusal.noSuchSource) {
                try await trial.perform(EnterNeed(trial.draft(), source: "dream"))
            }
            await #expect(throws: GroundRefusal.self) {
                try await trial.perform(EnterNeed(trial.draft(), source: "visit"), by: .anyone)
            }
        }
    }

    @Test(arguments: Engine.all) func everyProgramHasItsOwnMeasure(_ engine: Engine) async throws {
        try await NeedTrial.run(engine) { trial in
            func report(_ key: String) async throws -> ReportedNeed {
                try await trial.perform(ReportNeed(trial.draft(), by: .program(key)), by: .anyone)
            }
            for key in ["demo", "another"] {
                var answers: [ReportedNeed] = []
                for _ in 0..<62 { answers.append(try await report(key)) }
                #expect(answers.map(\.isHeld) == Array(repeating: false, count: 60) + [true, true])
                #expect(try await trial.need(answers[61].id).source == "referral")
            }
            #expect(try await trial.list(NeedFilter(view: .held)).rows.count == 4)
            #expect(try await trial.figure("needs.all") == 120)
            let stored = try await trial.database.read { reading in
                try reading.all("SELECT token FROM report_count ORDER BY token LIMIT 10") { $0.bytes(0) }
            }
            #expect(stored.count == 2 && stored.allSatisfy { $0.count == 16 })
            trial.clock.move(by: .hours(1))
            #expect(try await !report("demo").isHeld)
        }
    }

    @Test(arguments: Engine.all) func tooManyAreHeldAndNeverLost(_ engine: Engine) async throws {
        try await NeedTrial.run(engine) { trial in
            var answers: [ReportedNeed] = []
            for _ in 0..<22 {
                answers.append(
                    try await trial.perform(
                        ReportNeed(trial.draft(), by: .page(remote: "10.0.0.7")), by: .anyone))
            }
            #expect(answers.map(\.isHeld) == Array(repeating: false, count: 20) + [true, true])
            #expect(try await trial.figure("needs.all") == 20)
            #expect(try await trial.list(NeedFilter(view: .held)).rows.count == 2)
            #expect(try await trial.list(NeedFilter(view: .open, limit: 50)).rows.count == 20)
            await #expect(throws: NeedRefusal.isHeld) { try await trial.perform(AcceptNeed(answers[20].id)) }
            try await trial.perform(ReleaseHeld(answers[20].id))
            try await trial.perform(RefuseHeld(answers[21].id, reason: "同一句话说了二十遍"))
            #expect(try await trial.figure("needs.all") == 21)
            #expect(try await trial.need(answers[21].id).held == .refused)
            await #expect(throws: NeedRefusal.notHeld) {
                try await trial.perform(ReleaseHeld(answers[21].id))
            }
            trial.clock.move(by: .hours(1))
            #expect(
                !(try await trial.perform(
                    ReportNeed(trial.draft(), by: .page(remote: "10.0.0.7")), by: .anyone
                ).isHeld))
            #expect(try await trial.breaks() == [])
        }
    }
}

extension NeedTrial {
    /// Expects that a changed draft is refused by name.
    fileprivate func refuses(_ refusal: NeedRefusal, _ change: (inout NeedDraft) -> Void) async throws {
        var draft = draft()
        change(&draft)
        let report = ReportNeed(draft)
        await #expect(throws: refusal) { try await perform(report, by: .anyone) }
    }
}
