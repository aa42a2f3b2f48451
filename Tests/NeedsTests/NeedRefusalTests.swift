import Actions
import People
import Testing
import Trials
import Values

@testable import Needs

/// Every no about needs and wishes that no other test provokes, each by what brings it about.
@Suite struct NeedRefusalTests {
    struct Scene: Sendable, CustomTestStringConvertible {
        let refusal: NeedRefusal
        let act: @Sendable (NeedTrial, Identifier) async throws -> Void

        init(
            _ refusal: NeedRefusal, _ act: @escaping @Sendable (NeedTrial, Identifier) async throws -> Void
        ) {
            self.refusal = refusal
            self.act = act
        }

        var testDescription: String { refusal.name }
    }

    static let scenes: [Scene] = [
        Scene(.noSuchOutcome) { trial, need in
            try await trial.perform(CloseNeed(need, outcome: "dream", reason: "好了"))
        },
        Scene(.dayPast) { trial, need in
            let yesterday = trial.clock.now.day(in: .shanghai).adding(days: -1)
            try await trial.perform(AgreeDay(need, yesterday, reason: "说好了"))
        },
        Scene(.dayTooOld) { trial, _ in
            let day = trial.clock.now.day(in: .shanghai).adding(days: -732)
            try await trial.perform(EnterNeed(trial.draft(), source: "visit", day: day))
        },
        Scene(.alreadyClosed) { trial, need in
            try await trial.perform(CloseNeed(need, outcome: "done", reason: "好了"))
            try await trial.perform(EditNeed(need))
        },
        Scene(.stillOpen) { trial, need in try await trial.perform(ReopenNeed(need, note: "再看看")) },
        Scene(.alreadyReleased) { trial, need in
            for _ in 0..<2 {
                try await trial.perform(ReleaseSentence(need, sentence: "灯要换", who: "一位邻居"))
            }
        },
        Scene(.nothingToAnswer) { trial, need in
            try await trial.perform(AnswerTransfer(need, accepts: true))
        },
        Scene(.alreadyAsked) { trial, need in
            let second = try #require(trial.second.account)
            for _ in 0..<2 { try await trial.perform(TransferNeed(need, to: second, reason: "她熟")) }
        },
        Scene(.notClaimed) { trial, need in try await trial.perform(UnclaimWish(need)) },
    ]

    @Test(arguments: scenes) func anActionIsRefused(_ scene: Scene) async throws {
        try await NeedTrial.run(Engine.all[0]) { trial in
            let need = try await trial.report().id
            await #expect(throws: scene.refusal) { try await scene.act(trial, need) }
            #expect(try await trial.breaks() == [])
        }
    }

    @Test func aNeedOpensToWhoeverHasItsCodeAlone() async throws {
        try await PublicTrial.run(Engine.all[0]) { trial in
            let need = try await trial.needs.report()
            let closed = await trial.open("/follow/\(need.serial)", json: true)
            #expect(closed.status == 403 && closed.text.contains(FollowRefusal.openFirst.name))
            for number in [need.serial, "X-99999"] {
                let fields = [("number", number), ("secret", "0000-0000")]
                let wrong = try await trial.send("/follow", fields, json: true, from: "10.9.8.7")
                #expect(wrong.status == 422 && wrong.text.contains(FollowRefusal.secretWrong.name))
            }
            // Who goes on guessing waits a while; another address does not.
            let guess = [("number", need.serial), ("secret", "0000-0000")]
            for _ in 2..<OpeningTries.most { _ = try await trial.send("/follow", guess, from: "10.9.8.7") }
            let late = try await trial.send("/follow", guess, json: true, from: "10.9.8.7")
            #expect(late.status == 429 && late.text.contains(FollowRefusal.tryLater.name))
            #expect(try await trial.send("/follow", guess, from: "10.9.8.8").status == 422)
        }
    }

    struct ImportScene: Sendable, CustomTestStringConvertible {
        let refusal: ImportRefusal
        let act: @Sendable (StaffTrial, ImportRun) async throws -> Void

        init(
            _ refusal: ImportRefusal, _ act: @escaping @Sendable (StaffTrial, ImportRun) async throws -> Void
        ) {
            self.refusal = refusal
            self.act = act
        }

        var testDescription: String { refusal.name }
    }

    static let imports: [ImportScene] = [
        ImportScene(.noRows) { _, run in
            _ = try await run.stage(.needs, fileName: "a.csv", Array("什么事,地方\n".utf8))
        },
        ImportScene(.noSuchBatch) { _, run in _ = try await run.batch(.trial(99)) },
        ImportScene(.tooManyRows) { trial, run in
            let opening = OpenBatch(
                kind: .needs, fileName: "a.csv", hash: [1], header: ["什么事"], columns: ["words": 0],
                rows: ImportRun.chunk + 1)
            let batch = try await trial.needs.perform(opening)
            let rows = (1...ImportRun.chunk + 1).map { number in
                ImportRow(row: number, line: number + 1, cells: ["灯坏了"], faults: [], isKnown: false)
            }
            try await trial.needs.perform(StageRows(batch: batch, rows: rows))
        },
        ImportScene(.columnMissing) { _, run in
            try await run.match(try await staged(run), [:])
        },
        ImportScene(.notChecked) { trial, run in
            let batch = try await staged(run)
            try await trial.needs.perform(MatchColumns(batch: batch, columns: ["words": 0]))
            try await run.adopt(batch)
        },
        ImportScene(.sameFileOnItsWay) { trial, run in
            try await trial.needs.perform(BeginAdoption(batch: try await staged(run)))
            _ = try await staged(run)
        },
        ImportScene(.notOpen) { _, run in
            let batch = try await staged(run)
            try await run.adopt(batch)
            try await run.discard(batch)
        },
    ]

    private static func staged(_ run: ImportRun) async throws -> Identifier {
        try await run.stage(.needs, fileName: "a.csv", Array(ImportTests.good.utf8))
    }

    @Test(arguments: imports) func anImportIsRefused(_ scene: ImportScene) async throws {
        try await StaffTrial.run(Engine.all[0]) { trial in
            await #expect(throws: scene.refusal) { try await scene.act(trial, trial.importing()) }
        }
    }

    @Test func anImportWithoutAFileIsRefused() async throws {
        try await StaffTrial.run(Engine.all[0]) { trial in
            let reply = await trial.send("/import", #"{"kind":"needs"}"#)
            #expect(reply.status == 422 && reply.text.contains(ImportRefusal.noFile.name))
        }
    }
}
