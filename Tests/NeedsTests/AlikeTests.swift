import Actions
import Storage
import Testing
import Trials
import Values
import Web

@testable import Needs

/// What may be the same is offered while one writes, to those who may read it, for a person to decide.
@Suite struct AlikeTests {
    private static let lamp = "3栋楼道灯坏了，晚上看不见路"
    private static let said = "三栋的楼道灯坏了好几天，晚上看不见"

    @Test(arguments: Engine.all) func whoWritesIsShownReleasedSentencesAlone(_ engine: Engine) async throws {
        try await PublicTrial.run(engine) { trial in
            try await trial.released(Self.lamp)
            let found: [AlikeNeed] = try await trial.send(
                "/needs/alike", [("words", Self.said)], json: true
            ).decode()
            #expect(found.map(\.number) == ["X-1001"] && found.map(\.title) == [Self.lamp])
            // The very words of a neighbour find nothing, nor does what has nothing to do with it.
            for words in ["原话不给人看", "想学用手机挂号", "灯"] {
                let none: [AlikeNeed] = try await trial.send(
                    "/needs/alike", [("words", words)], json: true
                ).decode()
                #expect(none.isEmpty, "\(words)")
            }
            let piece = try await trial.send("/needs/alike", [("words", Self.said)])
            #expect(piece.text.hasPrefix("<fieldset") && piece.values(of: "same") == ["X-1001", "none"])
        }
    }

    @Test(arguments: Engine.all) func aReporterNamesTheSameAndAWorkerMerges(_ engine: Engine) async throws {
        try await PublicTrial.run(engine) { trial in
            let first = try await trial.released(Self.lamp)
            let fields = [("words", Self.said), ("place", "s11")]
            let asked = try await trial.send("/say", fields + [("go", "place")])
            #expect(asked.text.contains("有一件像是同一件事") && asked.values(of: "same") == ["X-1001", "none"])
            let kept = try await trial.send("/say", fields + [("same", "X-1001"), ("go", "nearer")])
            #expect(kept.values(of: "same") == ["X-1001"])
            #expect(
                try await trial.send("/say", fields + [("same", "X-1001"), ("go", "send")]).status == 303)
            let second = try #require(
                try await trial.needs.database.read {
                    try NeedStore.need(number: 1002, in: trial.needs.community, $0)
                })
            let events = try await trial.needs.events(second.id)
            #expect(events.map(\.kind) == [.reported, .alike] && events.last?.text == "X-1001")
            // Nothing is merged by itself.
            #expect(try await trial.needs.need(first.id).voices == 1 && second.state == .found)
            try await trial.needs.perform(MergeNeeds([second.id], into: first.id))
            #expect(try await trial.needs.need(first.id).voices == 2)
            #expect(try await trial.needs.breaks().isEmpty)
        }
    }

    @Test(arguments: ["X-1", "X-1001", "none", "nonsense", "😀"])
    func anUnknownNumberIsPassedOver(_ same: String) async throws {
        try await PublicTrial.run(try #require(Engine.all.first)) { trial in
            let sent = try await trial.send("/say", [("words", "路灯不亮"), ("same", same), ("go", "send")])
            #expect(sent.status == 303)
            let need = try #require(
                try await trial.needs.database.read {
                    try NeedStore.need(number: 1001, in: trial.needs.community, $0)
                })
            #expect(try await trial.needs.events(need.id).map(\.kind) == [.reported])
        }
    }

    @Test(arguments: Engine.all) func staffAreShownTheWordsAndOnlyWhatIsOpen(_ engine: Engine) async throws {
        try await StaffTrial.run(engine) { trial in
            let (first, second) = (
                try await trial.needs.report(Self.lamp), try await trial.needs.report(Self.said)
            )
            let page = await trial.open("/needs/\(second.serial)")
            #expect(page.text.contains("有一件像是同一件事") && page.values(of: "into") == [first.serial, ""])
            let hidden = await trial.send("/needs/alike", "{\"words\":\"\(Self.said)\"}", as: nil)
            #expect(try hidden.decode([AlikeNeed].self).isEmpty)
            try await trial.needs.perform(CloseNeed(first.id, outcome: "explained", reason: "重复"))
            // Found again before it is shown: a shelf that lags shows nothing that is over.
            #expect(await !trial.open("/needs/\(second.serial)").text.contains("有一件像是同一件事"))
        }
    }

    @Test(arguments: Engine.all) func whatTheReporterNamedIsShownFirst(_ engine: Engine) async throws {
        try await StaffTrial.run(engine) { trial in
            let named = try await trial.needs.report("夜里有人在楼下大声唱歌")
            let alike = try await trial.needs.report(Self.lamp)
            var draft = trial.needs.draft(Self.said)
            draft.sameAs = named.serial
            let need = try await trial.needs.need(trial.needs.perform(ReportNeed(draft)).id)
            let page = await trial.open("/needs/\(need.serial)")
            #expect(page.values(of: "into") == [named.serial, alike.serial, ""])
            #expect(page.text.contains("来人说和这件是一件"))
            let told = try await trial.open("/needs/\(need.serial)", json: true).decode(StaffNeed.self)
            #expect(
                told.same.map(\.isNamed) == [true, false] && told.same[0].likeness < told.same[1].likeness)
            // Over is over, whoever named it.
            try await trial.needs.perform(CloseNeed(named.id, outcome: "explained", reason: "已经劝走"))
            let later = await trial.open("/needs/\(need.serial)")
            #expect(later.values(of: "into") == [alike.serial, ""] && !later.text.contains("来人说和这件是一件"))
        }
    }

    @Test(arguments: Engine.all) func aShelfFollowsWithinItsLag(_ engine: Engine) async throws {
        try await StaffTrial.run(engine) { trial in
            func found() async throws -> Int {
                let answer = await trial.send("/needs/alike", "{\"words\":\"\(Self.said)\"}")
                return try answer.decode([AlikeNeed].self).count
            }
            #expect(try await found() == 0)
            _ = try await trial.needs.report(Self.lamp)
            trial.needs.clock.move(by: AlikeShelves.lag)
            #expect(try await found() == 1)
        }
    }
}
